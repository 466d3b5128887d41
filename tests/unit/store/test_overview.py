"""The overview is one look at the ledger: today, verdicts, the queue and the last day, whatever lies before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from peewee import SqliteDatabase

from budgetsync.domain.balance import Verdict
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.overview import ItemOverview, Overview
from budgetsync.domain.request import WaitsFor
from budgetsync.domain.schedule_settings import Pause, ScheduleSettings
from budgetsync.domain.sync import Counts, Progress, Stage, Trigger
from budgetsync.domain.timetable import Planned
from budgetsync.store import items, queue, schedules
from budgetsync.store.convert import to_millis
from budgetsync.store.overview import load_overview
from budgetsync.store.raw import connection_of
from budgetsync.store.rhythms import load_rhythms
from tests.unit.store.ledger_file import LedgerFile

NOW = datetime(2026, 6, 15, 12, 30, tzinfo=UTC)
ZONE = timezone(timedelta(hours=2))
MIDNIGHT = datetime(2026, 6, 15, tzinfo=ZONE)
HOUR = timedelta(hours=1)
CHECKING, CARD = AccountId(1), AccountId(2)


@pytest.fixture
def filled(ledger: LedgerFile) -> LedgerFile:
    """Two accounts of the one connection, without rows."""
    made = to_millis(NOW)
    for number, kind in ((1, "depository"), (2, "credit")):
        ledger.rows(
            "INSERT INTO account (id, name, type, currency, created_at) VALUES (?, ?, ?, 'USD', ?)",
            number,
            f"Account {number}",
            kind,
            made,
        )
        ledger.rows(
            "INSERT INTO source_account (account_id, item_id, source, source_account_id) VALUES (?, 1, 'plaid', ?)",
            number,
            f"s-{number}",
        )
    return ledger


def add_run(ledger: LedgerFile, at: datetime, state: str, *counts: tuple[AccountId, int, int, int]) -> None:
    """A run that began at an instant, with what it changed."""
    totals = [sum(one[place] for one in counts) for place in (1, 2, 3)]
    ledger.rows(
        "INSERT INTO sync_run (item_id, trigger, state, started_at, finished_at, cursor_before, added, modified, "
        "removed) VALUES (1, 'TIMER', ?1, ?2, ?2, '', ?3, ?4, ?5)",
        state,
        to_millis(at),
        *totals,
    )
    for account, *changed in counts:
        ledger.rows(
            "INSERT INTO sync_run_account VALUES ((SELECT max(id) FROM sync_run), ?, ?, ?, ?)",
            account,
            *changed,
        )


def look(ledger: LedgerFile, settings: ScheduleSettings | None = None) -> Overview:
    chosen = settings or ScheduleSettings()
    return ledger.database.run_now(lambda db: load_overview(db, items.load_items(db), chosen, NOW, MIDNIGHT))


def only(overview: Overview) -> ItemOverview:
    (one,) = overview.items
    return one


def test_a_new_connection_has_nothing_to_tell(filled: LedgerFile) -> None:
    seen = look(filled)
    one = only(seen)
    assert (one.today, one.last_run, one.progress, dict(one.figures)) == (Counts(), None, None, {})
    assert one.figures_of(CHECKING).proof is None
    assert (seen.queue.waiting, seen.queue.running, seen.queue.kept_aside) == (0, 0, 0)
    assert seen.day == date(2026, 6, 15)
    assert len(seen.hours) == 24
    assert {hour.succeeded + hour.failed for hour in seen.hours} == {0}


def test_today_is_the_users_own_day_and_its_runs_are_added_up(filled: LedgerFile) -> None:
    add_run(filled, MIDNIGHT - timedelta(seconds=1), "SUCCEEDED", (CHECKING, 100, 0, 0))
    add_run(filled, MIDNIGHT, "SUCCEEDED", (CHECKING, 5, 1, 0), (CARD, 1, 0, 0))
    add_run(filled, NOW - HOUR, "SUCCEEDED", (CHECKING, 2, 0, 1))
    one = only(look(filled))
    assert one.today == Counts(8, 1, 1)
    assert one.figures_of(CHECKING).today == Counts(7, 1, 1)
    assert one.figures_of(CARD).today == Counts(1, 0, 0)


def test_the_hours_count_runs_that_ended_and_rows(filled: LedgerFile) -> None:
    begin = datetime(2026, 6, 15, 12, tzinfo=UTC)
    add_run(filled, begin - 24 * HOUR, "SUCCEEDED", (CHECKING, 9, 0, 0))  # a day and half an hour ago
    add_run(filled, begin - 23 * HOUR, "SUCCEEDED", (CHECKING, 2, 0, 0))
    add_run(filled, begin, "SUCCEEDED", (CHECKING, 3, 1, 0))
    add_run(filled, begin + HOUR / 4, "FAILED")
    add_run(filled, begin + HOUR / 4, "INTERRUPTED")
    add_run(filled, begin + HOUR / 4, "CANCELLED")
    add_run(filled, begin + HOUR / 4, "RUNNING")
    hours = look(filled).hours
    assert hours[0].begins_at == begin - 23 * HOUR
    assert (hours[0].succeeded, hours[0].rows) == (1, 2)
    assert (hours[-1].succeeded, hours[-1].failed, hours[-1].rows) == (1, 2, 4)
    assert sum(hour.succeeded + hour.failed for hour in hours) == 4


def test_the_newest_proof_and_held_removals_are_told_by_account(filled: LedgerFile) -> None:
    add_run(filled, NOW - HOUR, "SUCCEEDED")
    for verdict, drift in (("PROVED", 0), ("DRIFT", -250)):
        filled.rows(
            "INSERT INTO proof (account_id, run_id, verdict, drift, drift_since, proved_at) "
            "VALUES (1, 1, ?, ?, '2026-06-14', ?)",
            verdict,
            drift,
            to_millis(NOW),
        )
    figures = only(look(filled)).figures_of(CHECKING)
    assert figures.proof is not None
    assert (figures.proof.verdict, figures.proof.drift) == (Verdict.DRIFT, -250)
    assert figures.proof.since == date(2026, 6, 14)
    assert figures.proved_at == NOW


def test_the_queue_tells_what_waits_and_until_when(filled: LedgerFile) -> None:
    filled.database.run_now(lambda db: queue.request(db, ItemId(1), Trigger.USER, NOW - HOUR))
    seen = look(filled)
    assert (seen.queue.waiting, seen.queue.oldest_at, seen.queue.next_retry_at) == (1, NOW - HOUR, None)
    assert only(seen).progress == Progress(Stage.QUEUED)
    later = NOW + timedelta(minutes=4)
    filled.rows("UPDATE queue SET waits_for = 'retry', next_attempt_at = ?", to_millis(later))
    seen = look(filled)
    assert (seen.queue.waiting, seen.queue.next_retry_at) == (1, later)
    assert (only(seen).next_sync.retry_at, only(seen).next_sync.waits_for) == (later, WaitsFor.RETRY)
    assert only(seen).progress is None
    filled.database.run_now(lambda db: queue.lease_next(db, later, ()))
    assert (look(filled).queue.waiting, look(filled).queue.running) == (0, 1)


def test_the_plan_and_the_pause_come_along(filled: LedgerFile) -> None:
    planned = Planned(ItemId(1), NOW + HOUR)
    filled.database.run_now(lambda db: schedules.save_planned(db, [planned]))
    pause = Pause(NOW + 2 * HOUR)
    following = only(look(filled, ScheduleSettings(pauses={ItemId(1): pause}))).next_sync
    assert (following.planned, following.pause) == (planned, pause)


def test_open_letters_are_counted(filled: LedgerFile) -> None:
    for state in ("open", "discarded", "open"):
        filled.rows(
            "INSERT INTO dead_letter (kind, subject, cause, code, title, message, action, state, created_at, "
            "last_seen_at) VALUES ('row', hex(randomblob(4)), '', '', '', '', '', ?, 0, 0)",
            state,
        )
    assert look(filled).queue.kept_aside == 2


@pytest.mark.parametrize("gap", [1, 9])
def test_a_rhythm_is_told_from_days_with_posted_rows(filled: LedgerFile, gap: int) -> None:
    days = [date(2026, 6, 4) - timedelta(days=offset) for offset in (0, gap, gap + 1, gap + 2, gap + 3)]
    for day in days:
        filled.rows("INSERT INTO daily_sum VALUES (1, ?, -100, 0, 1)", day.isoformat())
    filled.rows("INSERT INTO daily_sum VALUES (1, '2026-06-15', 0, -5, 1)")  # nothing posted
    filled.rows("INSERT INTO daily_sum VALUES (2, '2026-06-01', -5, 0, 1)")  # one day is no rhythm
    checking, card = filled.database.run_now(lambda db: load_rhythms(db, NOW))[ItemId(1)]
    assert (checking.last_posted_on, checking.longest_gap) == (days[0], gap)
    assert (card.last_posted_on, card.longest_gap) == (date(2026, 6, 1), None)
    filled.rows("INSERT INTO daily_sum VALUES (1, '2026-06-14', -5, 0, 1)")  # lively: no gap matters
    checking = filled.database.run_now(lambda db: load_rhythms(db, NOW))[ItemId(1)][0]
    assert (checking.last_posted_on, checking.longest_gap) == (date(2026, 6, 14), None)


def test_what_it_costs_does_not_grow_with_the_history(filled: LedgerFile) -> None:
    def steps() -> int:
        counted = 0

        def count() -> int:
            nonlocal counted
            counted += 1
            return 0

        def query(db: SqliteDatabase) -> None:
            connection = connection_of(db)
            connection.set_progress_handler(count, 10)
            load_overview(db, items.load_items(db), ScheduleSettings(), NOW, MIDNIGHT)
            connection.set_progress_handler(None, 0)

        filled.database.run_now(query)
        return counted

    def live(first: int, days: int) -> None:
        """So many days, each with rows, and six times a run and a proof."""
        ages = range(first, first + days)
        day_rows = [((NOW - timedelta(days=age)).date().isoformat(),) for age in ages]
        runs = [(to_millis(NOW - timedelta(days=age, hours=4 * part)),) for age in ages for part in range(6)]

        def step(db: SqliteDatabase) -> None:
            connection = connection_of(db)
            connection.executemany("INSERT INTO daily_sum VALUES (1, ?, -100, 0, 1)", day_rows)
            connection.executemany(
                "INSERT INTO sync_run (item_id, trigger, state, started_at, cursor_before, added) "
                "VALUES (1, 'TIMER', 'SUCCEEDED', ?, '', 1)",
                runs,
            )
            connection.execute("INSERT OR IGNORE INTO sync_run_account SELECT id, 1, 1, 0, 0 FROM sync_run")
            connection.execute(
                "INSERT INTO proof (account_id, run_id, verdict, proved_at) "
                "SELECT 1, id, 'PROVED', 0 FROM sync_run"
            )

        filled.database.run_now(step)

    live(0, 190)
    before = steps()
    live(190, 800)
    assert steps() <= 1.2 * before  # an index that is a level deeper
