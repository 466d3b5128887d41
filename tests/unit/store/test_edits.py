"""What the user types: kept, audited, and taken back."""

from __future__ import annotations

import asyncio

import pytest

from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import FieldSource, Transaction
from budgetsync.store import transactions
from tests.unit.domain.builders import batch, key, observation, pending
from tests.unit.store.ledger_file import LedgerFile


def newest(ledger: LedgerFile, limit: int | None = None, account: int | None = None) -> list[Transaction]:
    chosen = None if account is None else AccountId(account)
    return asyncio.run(ledger.database.read(lambda db: transactions.load_newest(db, limit, chosen)))


def test_an_edit_is_shown_audited_and_named_as_the_user_s(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))

    ledger.edit(1, "payee", "My café")
    ledger.edit(1, "payee", "My other café")

    assert newest(ledger)[0].shown_payee == "My other café"
    assert ledger.rows(
        "SELECT field, old, new, source, run_id IS NULL, kind FROM change JOIN command ON command.id = command_id "
        "WHERE field NOT LIKE '%:choice'"
    ) == [
        ("payee", None, "My café", "USER", 1, "edit payee"),
        ("payee", "My café", "My other café", "USER", 1, "edit payee"),
    ]


def test_taking_a_word_back_shows_the_provider_s_again(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    ledger.edit(1, "payee", "Mine")
    ledger.edit(1, "payee", None)

    assert newest(ledger)[0].shown_payee == "Coffee"
    assert ledger.rows("SELECT * FROM field_choice") == []
    assert ledger.cell("SELECT count(*) FROM change WHERE field = 'payee'") == 2


def test_the_same_word_again_is_no_change(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    ledger.edit(1, "note", "x")
    before = ledger.contents()

    ledger.edit(1, "note", "x")

    assert ledger.contents() == before


def test_categories_are_made_once_whatever_their_case(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a"), observation("b"), observation("c")]))
    assert newest(ledger)[0].category_source is FieldSource.PROVIDER

    ledger.edit(1, "category", "Coffee & cake")
    ledger.edit(2, "category", "COFFEE & CAKE")

    assert ledger.cell("SELECT count(*) FROM category") == 1
    first = next(row for row in newest(ledger) if row.id == 1)
    assert (first.category, first.category_source) == ("Coffee & cake", FieldSource.USER)


@pytest.mark.parametrize(("transaction", "field"), [(1, "amount"), (1, "id; DROP TABLE item"), (99, "note")])
def test_what_cannot_be_edited_is_told(ledger: LedgerFile, transaction: int, field: str) -> None:
    ledger.sync(batch([observation("a")]))
    before = ledger.contents()

    with pytest.raises(UsageError) as caught:
        ledger.edit(transaction, field, "x")

    assert caught.value.action
    assert ledger.contents() == before


def test_newest_rows_come_first_without_removed_ones(ledger: LedgerFile) -> None:
    rows = [
        observation("old", on=-3),
        observation("new", on=1),
        pending("now", on=0),
        observation("gone", on=5),
    ]
    ledger.sync(batch(rows))
    ledger.sync(batch(removed=[key("gone")]))

    assert [row.transacted_on.day for row in newest(ledger)] == [16, 15, 12]
    assert [row.id for row in newest(ledger, 1)] == [2]
    assert newest(ledger, 0) == []
    assert newest(ledger, None, 2) == []
    assert newest(ledger)[0].amount == Money(-450, "USD")
