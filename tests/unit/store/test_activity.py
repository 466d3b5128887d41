"""Runs with what came of them, and the audit trail page by page."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest

from budgetsync.domain.activity import (
    AuditEntry,
    AuditFilter,
    ChangedField,
    Decided,
    Outcome,
    Part,
    RunFilter,
    Who,
)
from budgetsync.domain.edits import Edit
from budgetsync.domain.errors import Offline, UsageError
from budgetsync.domain.ids import AccountId, CommandId, ItemId, RunId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.sync import Counts, SyncRunState
from budgetsync.domain.transaction import Split, TransactionState
from budgetsync.store import activity, edits, sync_runs, trail, undo
from tests.unit.domain.builders import batch, key, observation, pending
from tests.unit.store.ledger_file import LedgerFile

ONE = TransactionId(1)


def runs(ledger: LedgerFile, wanted: RunFilter = RunFilter()) -> list[int]:  # noqa: B008 - frozen
    page = ledger.database.run_now(lambda db: activity.load_runs(db, wanted, 100))
    assert page.following is None
    return [line.run.id for line in page.lines]


def changes(ledger: LedgerFile, wanted: AuditFilter = AuditFilter()) -> list[AuditEntry]:  # noqa: B008 - frozen
    page = ledger.database.run_now(lambda db: trail.load_trail(db, wanted, 1_000))
    assert page.following is None
    return list(page.entries)


def fail(ledger: LedgerFile) -> None:
    run, _ = ledger.begin()
    trouble = Offline("There is no network.").trouble
    ledger.database.run_now(
        lambda db: sync_runs.close_run(db, run, SyncRunState.FAILED, ledger.now, trouble=trouble)
    )


def lived(ledger: LedgerFile) -> None:
    """Have one pending, edit it, and let it be booked with a tip."""
    ledger.sync(batch([pending("p")]))
    wanted = Edit(
        category="Treats", tags=("work",), hidden=True, splits=(Split(-400, "Food"), Split(-50, None, "x"))
    )
    ledger.database.run_now(lambda db: edits.edit(db, [ONE], wanted, ledger.now))
    ledger.sync(batch([observation("q", minor=-520, on=1, link="p")], removed=[key("p")]))


def test_runs_are_listed_newest_first_and_by_what_came_of_them(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    ledger.sync(batch([]))
    fail(ledger)

    assert runs(ledger) == [3, 2, 1]
    assert runs(ledger, RunFilter(Outcome.NEWS)) == [1]
    assert runs(ledger, RunFilter(Outcome.TROUBLE)) == [3]
    assert runs(ledger, RunFilter(item_id=ledger.item)) == [3, 2, 1]
    assert runs(ledger, RunFilter(item_id=ItemId(99))) == []


def test_pages_of_runs_go_on_where_the_one_before_ended(ledger: LedgerFile) -> None:
    for _ in range(5):
        ledger.sync(batch([]))
    first = ledger.database.run_now(lambda db: activity.load_runs(db, RunFilter(), 2))
    second = ledger.database.run_now(lambda db: activity.load_runs(db, RunFilter(), 2, first.following))
    last = ledger.database.run_now(lambda db: activity.load_runs(db, RunFilter(), 2, second.following))

    listed = [line.run.id for page in (first, second, last) for line in page.lines]
    assert listed == [5, 4, 3, 2, 1]
    assert last.following is None


def test_a_run_tells_its_accounts_and_what_it_decided(ledger: LedgerFile) -> None:
    lived(ledger)
    details = ledger.database.run_now(lambda db: activity.load_run(db, RunId(2)))

    assert details.line.bank == "Bank"
    assert details.line.run.counts == Counts(modified=1)
    assert [one.counts for one in details.accounts] == [Counts(modified=1)]
    assert details.decided == Decided(joined=1)
    assert not ledger.database.run_now(lambda db: activity.load_run(db, RunId(1))).decided

    ledger.database.run_now(lambda db: undo.undo_run(db, RunId(2), ledger.now))
    assert ledger.database.run_now(lambda db: activity.load_run(db, RunId(2))).line.undone_by == 2


def test_a_run_that_is_not_there_says_so(ledger: LedgerFile) -> None:
    with pytest.raises(UsageError, match="no run 7"):
        ledger.database.run_now(lambda db: activity.load_run(db, RunId(7)))


def test_the_trail_tells_every_change_with_its_values(ledger: LedgerFile) -> None:
    lived(ledger)
    told = {(one.field, one.banks, one.old, one.new) for one in changes(ledger)}

    before = (Part(Money(-400, "USD"), "Food", ""), Part(Money(-50, "USD"), "", "x"))
    after = (Part(Money(-400, "USD"), "Food", ""), Part(Money(-120, "USD"), "", "x"))
    assert told == {
        (ChangedField.CREATED, False, None, None),
        (ChangedField.CATEGORY, False, None, "Treats"),
        (ChangedField.HIDDEN, False, False, True),
        (ChangedField.TAGS, False, None, ("work",)),
        (ChangedField.PARTS, False, None, before),
        (ChangedField.PARTS, False, before, after),
        (ChangedField.PARTS, True, None, Money(-520, "USD")),
        (ChangedField.JOINED, False, None, "LINK"),
        (ChangedField.STATE, False, TransactionState.PENDING, TransactionState.POSTED),
        (ChangedField.AMOUNT, False, Money(-450, "USD"), Money(-520, "USD")),
        (ChangedField.DATE, False, date(2026, 6, 15), date(2026, 6, 16)),
        (ChangedField.BOOKED, False, None, date(2026, 6, 16)),
    }


def test_each_change_names_its_row_and_its_cause(ledger: LedgerFile) -> None:
    lived(ledger)
    by_field = {one.field: one for one in changes(ledger)}
    created, tags, joined = (
        by_field[field] for field in (ChangedField.CREATED, ChangedField.TAGS, ChangedField.JOINED)
    )

    assert (created.who, created.run_id, created.bank, created.command_id) == (Who.BANK, 1, "Bank", None)
    assert (tags.who, tags.command_id, tags.run_id) == (Who.YOU, 1, None)
    assert tags.description == "Category, hidden, tags and splits of Coffee"
    assert (joined.who, joined.payee, joined.amount) == (Who.PROGRAM, "Coffee", Money(-520, "USD"))

    ledger.database.run_now(lambda db: undo.undo_command(db, CommandId(1), ledger.now))
    again = [one for one in changes(ledger) if one.field is ChangedField.TAGS]
    assert [(one.new, one.undone_by) for one in again] == [(None, None), (("work",), 2)]


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        (AuditFilter(who=Who.YOU), {"category", "hidden", "tags", "parts"}),
        (AuditFilter(who=Who.PROGRAM), {"joined"}),
        (AuditFilter(who=Who.BANK, run_id=RunId(1)), {"created"}),
        (AuditFilter(fields=frozenset({ChangedField.TAGS, ChangedField.CATEGORY})), {"tags", "category"}),
        (AuditFilter(fields=frozenset({ChangedField.CREATED})), {"created"}),
        (AuditFilter(command_id=CommandId(1)), {"category", "hidden", "tags", "parts"}),
        (AuditFilter(account_id=AccountId(99)), set()),
        (AuditFilter(text="TREATS"), {"category"}),
        (AuditFilter(text="hidden coffee", who=Who.YOU), {"category", "hidden", "tags", "parts"}),
        (AuditFilter(text="100%"), set()),
        (AuditFilter(transaction_id=TransactionId(2)), set()),
    ],
)
def test_filters_leave_out_what_does_not_fit(
    ledger: LedgerFile, wanted: AuditFilter, fields: set[str]
) -> None:
    lived(ledger)
    assert {one.field.value for one in changes(ledger, wanted)} == fields


def test_days_and_connections_narrow_the_trail(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    ledger.sync(batch([observation("b", minor=-99)]))
    middle = ledger.now

    assert [one.transaction_id for one in changes(ledger, AuditFilter(since=middle))] == [2]
    assert [one.transaction_id for one in changes(ledger, AuditFilter(until=middle))] == [1]
    assert changes(ledger, AuditFilter(since=middle + timedelta(seconds=1))) == []
    assert len(changes(ledger, AuditFilter(item_id=ledger.item))) == 2
    assert changes(ledger, AuditFilter(item_id=ItemId(99))) == []


@pytest.mark.parametrize("stretch", [1, 3, 1_000])
def test_pages_and_stretches_together_are_the_whole_trail(
    ledger: LedgerFile, monkeypatch: pytest.MonkeyPatch, stretch: int
) -> None:
    lived(ledger)
    ledger.sync(batch([observation(f"x{n}", minor=-100 - n) for n in range(20)]))
    for wanted in (AuditFilter(), AuditFilter(text="coffee"), AuditFilter(who=Who.YOU)):
        whole = changes(ledger, wanted)
        with monkeypatch.context() as short:
            short.setattr(trail, "STRETCH", stretch)
            short.setattr(trail, "LONG_STRETCH", stretch)
            found: list[AuditEntry] = []
            before: int | None = None
            while True:
                load = partial(trail.load_trail, wanted=wanted, limit=4, before=before)
                page = ledger.database.run_now(load)
                found += page.entries
                if page.following is None:
                    break
                assert before is None or page.following < before
                before = page.following
        assert found == whole
