"""Requests that wait: retries, leases that ran out, news in the middle, clocks that are set back, figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from peewee import SqliteDatabase

from budgetsync.domain.item import Connection, Institution
from budgetsync.domain.request import QueueEntry, QueueFigures, RequestState, SyncRequest, WaitsFor
from budgetsync.domain.sync import Trigger
from budgetsync.store import items, queue
from budgetsync.store.queue import CANCELLED, KEPT, LEASE, Wait
from budgetsync.store.queue_figures import load_figures, load_open
from tests.unit.store.ledger_file import NOW, LedgerFile

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)


class Line:
    """The queue of one connection, in short words."""

    def __init__(self, ledger: LedgerFile) -> None:
        self.ledger = ledger
        self.item = ledger.item
        self.now = NOW

    def run(self, step: Callable[[SqliteDatabase], object]) -> object:
        return self.ledger.database.run_now(step)

    def ask(self, trigger: Trigger) -> None:
        self.run(lambda db: queue.request(db, self.item, trigger, self.now))

    def lease(self, worker: str = "one", gate: queue.Gate | None = None) -> SyncRequest | None:
        return self.ledger.database.run_now(
            lambda db: queue.lease_next(db, self.now, (), worker=worker, gate=gate)
        )

    def leased(self) -> SyncRequest:
        found = self.lease()
        assert found is not None
        return found

    def fail(self, request: SyncRequest, wait: timedelta, why: WaitsFor = WaitsFor.RETRY) -> None:
        self.run(lambda db: queue.retry(db, request.id, self.now, at=self.now + wait, error="DOWN", why=why))

    @property
    def entries(self) -> tuple[QueueEntry, ...]:
        return self.ledger.database.run_now(load_open)

    @property
    def figures(self) -> QueueFigures:
        return self.ledger.database.run_now(lambda db: load_figures(db, self.now))

    def next_turn(self, worker: str = "one") -> datetime | None:
        return self.ledger.database.run_now(lambda db: queue.next_turn(db, self.now, (), worker=worker))


@pytest.fixture
def line(ledger: LedgerFile) -> Line:
    return Line(ledger)


def test_a_retry_keeps_its_row_its_attempts_and_the_last_ten_failures(line: Line) -> None:
    line.ask(Trigger.TIMER)
    first = line.leased()
    for count in range(1, 13):
        request = line.leased() if count > 1 else first
        assert (request.id, request.attempts) == (first.id, count)
        line.fail(request, MINUTE)
        assert line.lease() is None
        assert line.next_turn() == line.now + MINUTE
        line.now += MINUTE

    (entry,) = line.entries
    assert (entry.attempts, entry.last_error, entry.trigger) == (12, "DOWN", Trigger.RETRY)
    assert (entry.state, entry.waits_for) == (RequestState.PENDING, WaitsFor.RETRY)
    assert [one.at for one in entry.history] == [NOW + count * MINUTE for count in range(2, 12)]


@pytest.mark.parametrize("trigger", list(Trigger))
def test_a_click_and_a_network_that_is_back_make_a_waiting_retry_due(line: Line, trigger: Trigger) -> None:
    line.ask(Trigger.TIMER)
    line.fail(line.leased(), HOUR)

    line.ask(trigger)

    hurries = trigger in {Trigger.USER, Trigger.RECONNECT}
    assert (line.lease() is not None) == hurries
    urgent = trigger in {Trigger.USER, Trigger.WEBHOOK, Trigger.RECONNECT}
    assert line.entries[0].trigger is (trigger if urgent else Trigger.RETRY)


def test_a_click_counts_for_one_attempt(line: Line) -> None:
    line.ask(Trigger.USER)
    clicked = line.leased()
    line.fail(clicked, SECOND)
    line.now += SECOND

    assert clicked.asked
    assert not line.leased().asked


@pytest.mark.parametrize("trigger", list(Trigger))
def test_news_that_come_during_an_attempt_are_fetched_by_another_one(line: Line, trigger: Trigger) -> None:
    line.ask(Trigger.TIMER)
    running = line.leased()

    line.ask(trigger)
    line.run(lambda db: queue.complete(db, running.id, line.now))

    again = trigger in {Trigger.WEBHOOK, Trigger.RECONNECT}
    assert [(one.trigger, one.attempts) for one in line.entries] == ([(trigger, 0)] if again else [])


def test_news_during_an_attempt_that_fails_are_not_lost_either(line: Line) -> None:
    line.ask(Trigger.TIMER)
    running = line.leased()
    line.ask(Trigger.RECONNECT)

    line.fail(running, HOUR)

    assert line.lease() is not None  # the network came back during the attempt that failed without it


def test_a_lease_that_ran_out_has_its_turn_again_and_no_sooner(line: Line) -> None:
    line.ask(Trigger.TIMER)
    line.leased()

    assert line.lease(worker="another") is None
    assert line.next_turn("another") == NOW + LEASE
    line.now += LEASE / 2
    line.run(lambda db: queue.renew_leases(db, "one", line.now))
    line.now += LEASE / 2
    assert line.lease(worker="another") is None
    line.now += LEASE / 2
    assert line.lease(worker="another") is not None


def test_an_attempt_that_the_programs_end_broke_off_counts_for_nothing(line: Line) -> None:
    line.ask(Trigger.WEBHOOK)
    running = line.leased()

    line.run(lambda db: queue.release(db, running.id, line.now))

    assert line.leased() == running


def test_a_request_that_may_not_go_says_why_and_the_next_one_goes(line: Line) -> None:
    connection = Connection("other", Institution("ins_2", "Other"), "access-token")
    other = line.ledger.database.run_now(lambda db: items.save_connection(db, "plaid", connection, NOW))
    line.ask(Trigger.USER)
    line.run(lambda db: queue.request(db, other, Trigger.TIMER, line.now))

    def gate(_db: SqliteDatabase, request: SyncRequest) -> Wait | None:
        return Wait(line.now + MINUTE, WaitsFor.QUOTA) if request.item_id == line.item else None

    through = line.lease(gate=gate)

    assert through is not None
    assert through.item_id == other
    waiting = next(one for one in line.entries if one.item_id == line.item)
    assert (waiting.waits_for, waiting.next_attempt_at, waiting.attempts) == (
        WaitsFor.QUOTA,
        NOW + MINUTE,
        0,
    )
    assert line.ledger.database.run_now(queue.unattempted) == {line.item}
    assert line.ledger.database.run_now(lambda db: queue.under_way(db, line.now)) == {other}


def test_a_clock_that_is_set_back_keeps_nothing_waiting(line: Line) -> None:
    line.ask(Trigger.TIMER)
    line.fail(line.leased(), MINUTE)

    line.now -= timedelta(days=400)

    due = line.next_turn()
    assert due is not None
    assert due <= line.now
    assert line.lease() is not None


def test_what_ended_is_counted_and_kept_for_a_week(line: Line) -> None:
    line.ask(Trigger.TIMER)
    ended = line.leased()
    line.run(lambda db: queue.complete(db, ended.id, line.now, error="ITEM_LOGIN_REQUIRED"))
    line.ask(Trigger.TIMER)
    dead = line.leased()
    line.run(lambda db: queue.bury(db, dead.id, line.now, "INVALID_API_KEYS"))
    line.now += 2 * HOUR
    line.ask(Trigger.USER)
    line.fail(line.leased(), MINUTE)

    figures = line.figures
    assert figures.depth == {
        RequestState.PENDING: 1,
        RequestState.LEASED: 0,
        RequestState.DONE: 1,
        RequestState.DEAD: 1,
    }
    assert (figures.came_1h, figures.came_24h, figures.went_1h, figures.went_24h) == (1, 3, 0, 2)
    assert (figures.oldest_pending_at, figures.next_attempt_at) == (line.now, line.now + MINUTE)

    line.now += KEPT + HOUR
    last = line.leased()
    line.run(lambda db: queue.complete(db, last.id, line.now))
    assert line.figures.depth[RequestState.DONE] == 1
    assert line.figures.depth[RequestState.DEAD] == 0


def test_what_is_withdrawn_ends_with_that_word(line: Line) -> None:
    line.ask(Trigger.TIMER)
    line.fail(line.leased(), HOUR)

    withdrawn = line.run(lambda db: queue.cancel_pending(db, None, line.now))

    assert withdrawn == [line.item]
    assert line.entries == ()
    assert line.ledger.rows("SELECT state, last_error FROM queue") == [("done", CANCELLED)]
