"""A bank connected anew, in a real file: accounts found again, histories that come in parts, rows that are held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from budgetsync.domain.account import AccountSnapshot
from budgetsync.domain.item import Connection, History, Institution
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import Observation, ObservationKey
from budgetsync.store import items
from tests.unit.domain.builders import key, observation, page, pending, snapshot
from tests.unit.store.ledger_file import NOW, Cell, LedgerFile

OLD, NEW = "acc-1", "acc-9"


def told(
    added: Iterable[Observation] = (),
    removed: Iterable[ObservationKey] = (),
    *,
    history: History = History.COMPLETE,
    accounts: tuple[AccountSnapshot, ...] = (snapshot(NEW),),
) -> SyncBatch:
    cursor = "" if history is History.NOT_READY else "c"
    return SyncBatch(
        "", [replace(page(added, (), removed, accounts=accounts, cursor=cursor), history=history)]
    )


def again(name: str, **told_of: object) -> Observation:
    return observation(name, account=NEW, **told_of)  # type: ignore[arg-type]


def connect_anew(ledger: LedgerFile) -> None:
    connection = Connection("item-2", Institution("ins_1", "Bank"), "access-token-2")
    ledger.item = ledger.database.run_now(lambda db: items.save_connection(db, "plaid", connection, NOW))


@pytest.fixture
def relinked(ledger: LedgerFile) -> LedgerFile:
    """Three rows, the second edited; then the connection is made anew."""
    rows = [observation("a", on=-40), observation("b", minor=-900, on=-2), pending("p", minor=-70)]
    ledger.sync(SyncBatch("", [page(rows)]))
    ledger.edit(2, "note", "mine")
    connect_anew(ledger)
    return ledger


def rows(ledger: LedgerFile) -> list[tuple[Cell, ...]]:
    return ledger.rows(
        "SELECT id, state, amount, note FROM \"transaction\" WHERE state <> 'REMOVED' ORDER BY id"
    )


def test_rows_and_edits_are_carried_over(relinked: LedgerFile) -> None:
    relinked.sync(told([again("x", on=-40), again("y", minor=-900, on=-2), again("q", minor=-70, on=1)]))

    assert rows(relinked) == [
        (1, "POSTED", -450, None),
        (2, "POSTED", -900, "mine"),
        (3, "POSTED", -70, None),
    ]
    assert relinked.cell("SELECT count(*) FROM account") == 1
    assert relinked.rows("SELECT id, superseded_by FROM item") == [(1, 2), (2, None)]


def test_a_history_that_comes_in_parts_doubles_nothing(relinked: LedgerFile) -> None:
    relinked.sync(told(history=History.NOT_READY))
    assert len(rows(relinked)) == 3
    recent = [again("y", minor=-900, on=-2), pending("q", minor=-70, account=NEW)]
    relinked.sync(told(recent, history=History.INITIAL))
    relinked.sync(told([again("x", on=-40)]))

    assert rows(relinked) == [
        (1, "POSTED", -450, None),
        (2, "POSTED", -900, "mine"),
        (3, "PENDING", -70, None),
    ]
    assert relinked.cell("SELECT count(*) FROM held_removal") == 0


def test_a_pending_that_is_over_goes_and_posted_rows_are_held(relinked: LedgerFile) -> None:
    relinked.sync(told([again("x", on=-40)]))

    assert [row[0] for row in rows(relinked)] == [1, 2]
    held = relinked.rows(
        "SELECT transaction_id FROM held_removal h JOIN observation o ON o.id = observation_id"
    )
    assert held == [(2,)]


def test_an_account_without_mask_waits_for_its_rows(relinked: LedgerFile) -> None:
    relinked.rows("UPDATE account SET mask = NULL")
    nameless = (replace(snapshot(NEW), mask=None),)

    relinked.sync(told(history=History.NOT_READY, accounts=nameless))
    assert relinked.cell("SELECT count(*) FROM source_account") == 1
    relinked.sync(told([again("x", on=-40), again("y", minor=-900, on=-2)], accounts=nameless))

    assert relinked.rows("SELECT account_id FROM source_account") == [(1,), (1,)]
    assert len(rows(relinked)) == 2


def test_two_accounts_alike_find_each_its_own(tmp_path: Path) -> None:
    ledger = LedgerFile(tmp_path)
    alike = (replace(snapshot("one"), mask=None), replace(snapshot("two"), mask=None))
    mine = [observation(f"a{day}", account="one", minor=-100 - day, on=-day) for day in range(8)]
    hers = [observation(f"b{day}", account="two", minor=-500 - day, on=-day) for day in range(8)]
    ledger.sync(SyncBatch("", [page([*mine, *hers], accounts=alike)]))
    connect_anew(ledger)

    anew = (replace(snapshot("uno"), mask=None), replace(snapshot("dos"), mask=None))
    swapped = [
        row._replace(source_account_id="dos", source_transaction_id=f"x{at}") for at, row in enumerate(mine)
    ]
    others = [
        row._replace(source_account_id="uno", source_transaction_id=f"y{at}") for at, row in enumerate(hers)
    ]
    ledger.sync(told([*swapped, *others], accounts=anew))

    found = ledger.rows("SELECT source_account_id, account_id FROM source_account ORDER BY account_id, id")
    assert found == [("one", 1), ("dos", 1), ("two", 2), ("uno", 2)]
    assert ledger.cell('SELECT count(*) FROM "transaction"') == 16
    ledger.close()


def test_a_row_taken_back_before_is_given_again_by_the_new_connection(relinked: LedgerFile) -> None:
    relinked.sync(told([again("x", on=-40), again("y", minor=-900, on=-2)]))
    relinked.sync(told(removed=[key("y", NEW)]))
    assert [row[0] for row in rows(relinked)] == [1]
    assert relinked.cell('SELECT bank_removed FROM "transaction" WHERE id = 2') == 1

    relinked.sync(told([again("z", minor=-900, on=-2)]))

    assert rows(relinked)[1] == (2, "POSTED", -900, "mine")


def test_the_proof_waits_until_the_new_history_is_there(relinked: LedgerFile) -> None:
    later = (replace(snapshot(NEW, current=73_00)),)
    relinked.sync(told(history=History.NOT_READY, accounts=later))
    relinked.sync(told([again("y", minor=-900, on=-2)], history=History.INITIAL, accounts=later))

    assert relinked.rows("SELECT verdict, reason FROM proof ORDER BY id DESC LIMIT 2") == [
        ("NOT_PROVABLE", "HISTORY_ARRIVING"),
        ("NOT_PROVABLE", "HISTORY_ARRIVING"),
    ]
