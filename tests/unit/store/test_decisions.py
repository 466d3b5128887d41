"""What the engine left open, and what becomes of each answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import pytest
from peewee import SqliteDatabase

from budgetsync.domain.edits import Done, Edit
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, RunId, TransactionId
from budgetsync.domain.review import Review
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import Split
from budgetsync.store import decisions, edits, merges, review, undo
from tests.unit.domain.builders import batch, key, observation, page, pending, snapshot
from tests.unit.store.ledger_file import Cell, LedgerFile

Step = Callable[[SqliteDatabase, datetime], Done]
STATES = 'SELECT id, state, amount FROM "transaction" ORDER BY id'


def run(ledger: LedgerFile, step: Step) -> Done:
    return ledger.database.run_now(lambda db: step(db, ledger.now))


def edit(ledger: LedgerFile, number: int, wanted: Edit) -> None:
    run(ledger, lambda db, now: edits.edit(db, [TransactionId(number)], wanted, now))


def look(ledger: LedgerFile) -> Review:
    return ledger.database.run_now(review.load_review)


def undo_last(ledger: LedgerFile) -> Done:
    return run(ledger, undo.undo_last)


def everything(ledger: LedgerFile) -> dict[str, list[tuple[Cell, ...]]]:
    left_out = {"change", "command", "search_data", "search_docsize", "search_idx"}
    return {name: rows for name, rows in ledger.contents(numbered=False).items() if name not in left_out}


def two_tips(ledger: LedgerFile) -> None:
    """One pending of which either of two bookings may be what it became."""
    ledger.sync(batch([pending("p")]))
    edit(
        ledger, 1, Edit(payee="Mine", note="typed while pending", splits=(Split(-400, "a"), Split(-50, "b")))
    )
    ledger.sync(
        batch([observation("q", minor=-520, on=1), observation("r", minor=-900, on=1)], removed=[key("p")])
    )


def test_a_suggestion_is_listed_with_both_rows(ledger: LedgerFile) -> None:
    two_tips(ledger)

    found = look(ledger)

    assert [(one.kind, one.first.id, one.second.amount.minor, one.reason) for one in found.suggestions] == [
        ("posted", 1, -520, "CHANGED_AMOUNT"),
        ("posted", 1, -900, "CHANGED_AMOUNT"),
    ]
    assert [row.id for row in found.taken_back] == [1]
    assert found.count == 3


def test_accepting_makes_one_row_with_the_users_fields_of_both(ledger: LedgerFile) -> None:
    two_tips(ledger)
    edit(ledger, 2, Edit(payee="On the booking", category="Food", tags=("t",)))
    before = everything(ledger)

    run(ledger, lambda db, now: decisions.accept(db, [1], now))

    assert ledger.rows(STATES) == [(1, "POSTED", -520), (2, "REMOVED", -520), (3, "POSTED", -900)]
    assert ledger.rows('SELECT payee, note FROM "transaction" WHERE id = 1') == [
        ("Mine", "typed while pending")
    ]
    assert ledger.rows("SELECT name FROM tag WHERE transaction_id = 1") == [("t",)]
    assert ledger.rows("SELECT amount FROM split WHERE transaction_id = 1") == [(-400,), (-120,)]
    assert ledger.rows(
        "SELECT source_transaction_id, transaction_id, joined_by FROM observation ORDER BY id"
    ) == [("p", 1, None), ("q", 1, "MERGED"), ("r", 3, None)]
    assert ledger.rows("SELECT id, state FROM suggestion ORDER BY id") == [(1, "accepted"), (2, "open")]
    assert ledger.cell("SELECT sum(posted) FROM daily_sum") == -1420
    found = look(ledger)
    assert [(one.first.id, one.second.id) for one in found.suggestions] == [(1, 3)]  # it may be that one, too
    assert found.taken_back == ()
    assert [(row.id, dict(row.bank_says)) for row in found.bank_says] == [(1, {"splits": "-5.20"})]

    undo_last(ledger)
    assert everything(ledger) == before
    run(ledger, undo.redo_last)
    assert ledger.rows(STATES)[0] == (1, "POSTED", -520)


def test_what_the_bank_says_later_reaches_the_merged_row(ledger: LedgerFile) -> None:
    two_tips(ledger)
    run(ledger, lambda db, now: decisions.accept(db, [1], now))

    ledger.sync(batch(modified=[observation("q", minor=-530, on=1)]))

    assert ledger.rows(STATES)[0] == (1, "POSTED", -530)
    assert ledger.cell('SELECT payee FROM "transaction" WHERE id = 1') == "Mine"
    with pytest.raises(UsageError, match="part of another"):
        edit(ledger, 2, Edit(note="x"))


def test_a_rejected_suggestion_is_never_offered_again(ledger: LedgerFile) -> None:
    two_tips(ledger)

    done = run(ledger, lambda db, now: decisions.reject(db, [1, 2], now))

    assert done.description == "Rejecting 2 suggestions"
    assert look(ledger).suggestions == ()
    for number in (1, 9):
        with pytest.raises(UsageError):
            run(ledger, lambda db, now, number=number: decisions.accept(db, [number], now))  # type: ignore[misc]
    undo_last(ledger)
    assert len(look(ledger).suggestions) == 2


def test_any_two_rows_of_an_account_are_merged_and_taken_apart(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a"), observation("b", minor=-451)]))
    edit(ledger, 2, Edit(note="of the second"))
    before = everything(ledger)
    one, two = TransactionId(1), TransactionId(2)

    run(ledger, lambda db, now: merges.merge(db, one, two, now))
    assert ledger.rows("SELECT id, amount, note FROM \"transaction\" WHERE state <> 'REMOVED'") == [
        (1, -451, "of the second")
    ]
    run(ledger, lambda db, now: undo.unmerge(db, one, now))

    after = everything(ledger)
    assert after.pop("suggestion") == [(1, "posted", 1, 2, "MERGED", "rejected", None, after_at(ledger))]
    before.pop("suggestion")
    assert after == before
    with pytest.raises(UsageError):
        run(ledger, lambda db, now: undo.unmerge(db, one, now))


def after_at(ledger: LedgerFile) -> Cell:
    return ledger.cell("SELECT max(done_at) FROM command")


def test_a_join_that_a_run_made_is_taken_apart_by_itself(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    ledger.sync(batch([observation("q", on=1), observation("z", minor=-1)], removed=[key("p")]))

    run(ledger, lambda db, now: undo.unmerge(db, TransactionId(1), now))

    assert ledger.rows(STATES) == [(1, "REMOVED", -450), (2, "POSTED", -1), (3, "POSTED", -450)]
    undo_last(ledger)
    assert [row[:2] for row in ledger.rows(STATES)] == [(1, "POSTED"), (2, "POSTED"), (3, "REMOVED")]


@pytest.mark.parametrize(("kept", "other"), [(1, 1), (1, 3), (1, 99)])
def test_what_cannot_be_one_row_is_not_merged(ledger: LedgerFile, kept: int, other: int) -> None:
    ledger.sync(two_accounts([observation("a"), observation("b"), observation("c", account="acc-2")]))
    before = ledger.contents()
    with pytest.raises(UsageError):
        run(ledger, lambda db, now: merges.merge(db, TransactionId(kept), TransactionId(other), now))
    assert ledger.contents() == before


def two_accounts(rows: Sequence[Any], removed: Sequence[Any] = ()) -> SyncBatch:
    accounts = (snapshot(), snapshot("acc-2", name="Savings"))
    return SyncBatch("", [page(rows, removed=removed, accounts=accounts)])


MANY = 60


def a_held_batch(ledger: LedgerFile) -> None:
    """More removals at once than is plausible, one of them of an edited row."""
    ledger.sync(batch([observation(f"a{number}", minor=-100 - number) for number in range(MANY)]))
    edit(ledger, 7, Edit(note="mine"))
    ledger.sync(batch(removed=[key(f"a{number}") for number in range(MANY)]))


def test_held_removals_are_carried_out_as_the_run_would_have_done(ledger: LedgerFile) -> None:
    a_held_batch(ledger)
    (held,) = look(ledger).held
    assert (held.account_id, held.account_name, len(held.transactions)) == (1, "Checking", MANY)
    before = everything(ledger)

    done = run(ledger, lambda db, now: decisions.apply_removals(db, [held.account_id], now))

    assert done.description == f"Removal of {MANY} transactions"
    assert ledger.ledger == []
    assert ledger.rows("SELECT DISTINCT state FROM observation") == [("REMOVED",)]
    assert [row.note for row in look(ledger).taken_back] == ["mine"]
    assert ledger.rows("SELECT * FROM daily_sum") == []
    undo_last(ledger)
    assert everything(ledger) == before


def test_dismissed_removals_stay_and_are_not_doubled_when_given_again(ledger: LedgerFile) -> None:
    a_held_batch(ledger)

    run(ledger, lambda db, now: decisions.dismiss_removals(db, [AccountId(1)], now))

    assert len(ledger.ledger) == MANY
    assert look(ledger).count == 0
    ledger.sync(batch([observation(f"b{number}", minor=-100 - number) for number in range(MANY)]))
    assert len(ledger.ledger) == MANY
    for decide in (decisions.apply_removals, decisions.dismiss_removals):
        with pytest.raises(UsageError):
            run(ledger, lambda db, now, decide=decide: decide(db, [AccountId(1)], now))  # type: ignore[misc]


def a_transfer(ledger: LedgerFile) -> None:
    out = observation("out", minor=-5000)._replace(provider_category="TRANSFER_OUT_ACCOUNT_TRANSFER")
    into = observation("in", minor=5000, account="acc-2")._replace(provider_category="TRANSFER_IN_DEPOSIT")
    ledger.sync(
        two_accounts(
            [out, into, observation("c", minor=-5000, on=-30), observation("d", minor=77, account="acc-2")]
        )
    )


def test_a_transfer_taken_apart_is_not_paired_again(ledger: LedgerFile) -> None:
    a_transfer(ledger)
    assert ledger.rows("SELECT out_id, in_id FROM transfer") == [(1, 2)]
    assert ledger.rows("SELECT transaction_id, source FROM change WHERE field = 'transfer'") == [
        (1, "TRANSFER"),
        (2, "TRANSFER"),
    ]
    before = everything(ledger)

    run(ledger, lambda db, now: decisions.take_pair_apart(db, TransactionId(2), now))
    ledger.sync(two_accounts([observation("later", minor=-3)]))

    assert ledger.rows("SELECT * FROM transfer WHERE out_id = 1") == []
    assert ledger.rows("SELECT kind, first_id, second_id, state FROM suggestion") == [
        ("transfer", 1, 2, "rejected")
    ]
    undo_last(ledger)
    assert everything(ledger)["transfer"] == before["transfer"]
    assert ledger.rows("SELECT * FROM suggestion") == []


def test_a_transfer_is_paired_by_hand(ledger: LedgerFile) -> None:
    a_transfer(ledger)
    run(ledger, lambda db, now: decisions.take_pair_apart(db, TransactionId(1), now))

    run(ledger, lambda db, now: decisions.pair(db, TransactionId(2), TransactionId(3), now))

    assert ledger.rows("SELECT out_id, in_id, source FROM transfer") == [(3, 2, "USER")]
    undo_last(ledger)
    undo_last(ledger)
    assert ledger.rows("SELECT out_id, in_id, source FROM transfer") == [(1, 2, "PROVIDER")]


@pytest.mark.parametrize(("one", "other"), [(1, 3), (3, 4), (3, 2), (2, 2), (3, 99)])
def test_what_is_no_transfer_is_not_paired(ledger: LedgerFile, one: int, other: int) -> None:
    a_transfer(ledger)
    before = ledger.contents()
    with pytest.raises(UsageError):
        run(ledger, lambda db, now: decisions.pair(db, TransactionId(one), TransactionId(other), now))
    assert ledger.contents() == before


def test_transfers_of_an_undone_run_are_taken_apart_for_good_until_it_is_redone(ledger: LedgerFile) -> None:
    a_transfer(ledger)
    before = everything(ledger)

    run(ledger, lambda db, now: undo.undo_run(db, RunId(1), now))
    assert ledger.rows("SELECT * FROM transfer") == []
    ledger.sync(two_accounts([observation("later", minor=-3)]))
    assert ledger.rows("SELECT * FROM transfer WHERE out_id = 1") == []

    run(ledger, undo.redo_last)
    assert everything(ledger)["transfer"] == before["transfer"]


def test_a_pair_whose_half_is_removed_is_taken_apart_and_made_again_by_undo(ledger: LedgerFile) -> None:
    a_transfer(ledger)
    pairs = ledger.rows("SELECT * FROM transfer")
    run(ledger, lambda db, now: merges.merge(db, TransactionId(3), TransactionId(1), now))
    assert ledger.rows("SELECT out_id, in_id FROM transfer") == [(3, 2)]

    undo_last(ledger)

    assert [row[1:] for row in ledger.rows("SELECT * FROM transfer")] == [row[1:] for row in pairs]
