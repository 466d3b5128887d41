"""Everything that is known of a row in one read, and the rows that it may be one with."""

from __future__ import annotations

from datetime import date

import pytest

from budgetsync.domain.details import Details
from budgetsync.domain.edits import Edit
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.sync import SyncBatch, Trigger
from budgetsync.domain.transaction import Observation
from budgetsync.store import edits
from budgetsync.store.candidates import load_candidates
from budgetsync.store.details import load_details
from tests.unit.domain.builders import TODAY, batch, key, observation, page, pending, snapshot
from tests.unit.store.ledger_file import LedgerFile


def told(rows: list[Observation]) -> SyncBatch:
    accounts = [snapshot(name) for name in sorted({row.source_account_id for row in rows})]
    return SyncBatch(cursor_before="", pages=[page(rows, accounts=accounts)])


def look(ledger: LedgerFile, number: int = 1) -> Details:
    return ledger.database.run_now(lambda db: load_details(db, TransactionId(number)))


def candidates(ledger: LedgerFile, number: int = 1, limit: int = 6) -> list[int]:
    found = ledger.database.run_now(lambda db: load_candidates(db, TransactionId(number), limit))
    return [row.id for row in found]


def test_a_row_comes_with_the_syncs_that_its_history_names(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    ledger.sync(batch([observation("q", on=1, link="p")], removed=[key("p")]))
    found = look(ledger)
    assert [(mark.id, mark.trigger, mark.institution) for mark in found.runs.values()] == [
        (1, Trigger.USER, "Bank"),
        (2, Trigger.USER, "Bank"),
    ]
    assert found.is_joined
    assert found.partner is None
    assert found.bank_day is None


def test_the_banks_day_is_named_where_the_user_moved_the_row(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    moved = Edit(date=date(2026, 6, 1))
    ledger.database.run_now(lambda db: edits.edit(db, [TransactionId(1)], moved, ledger.now))
    assert look(ledger).bank_day == TODAY
    assert not look(ledger).is_joined


def test_both_halves_of_a_transfer_are_told(ledger: LedgerFile) -> None:
    out = observation("out", minor=-5_000)._replace(provider_category="TRANSFER_OUT_SAVINGS")
    into = observation("in", minor=5_000, account="acc-2")._replace(provider_category="TRANSFER_IN_SAVINGS")
    ledger.sync(told([out, into]))
    partner = look(ledger).partner
    assert partner is not None
    assert partner.amount.minor == 5_000


def test_a_row_that_does_not_exist_has_no_details(ledger: LedgerFile) -> None:
    with pytest.raises(UsageError):
        look(ledger, 9)
    assert candidates(ledger, 9) == []


def test_candidates_are_near_rows_of_the_same_account(ledger: LedgerFile) -> None:
    rows = [
        observation("a"),
        observation("near", on=2),
        observation("tip", minor=-500, on=1),
        observation("far", on=-15),
        observation("much", minor=-900),
        observation("other", account="acc-2"),
        observation("euro", currency="EUR", account="acc-3"),
    ]
    ledger.sync(told(rows))
    assert candidates(ledger) == [2, 3]
    assert candidates(ledger, limit=1) == [2]
