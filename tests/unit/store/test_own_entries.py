"""What the user enters: rows that count at once, are changed and taken back, and accounts that no bank keeps."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from budgetsync.core import Core
from budgetsync.domain.account import Account
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.own_entry import OwnAccount, OwnEntry
from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.host.clock import SystemClock
from budgetsync.store.accounts import load_accounts
from budgetsync.store.items import load_live_items
from budgetsync.store.transactions import load_newest, load_some
from budgetsync.vault.memory_vault import MemoryVault
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import LedgerFile

DAY = date(2026, 6, 14)


def core_of(ledger: LedgerFile) -> Core:
    return Core(ledger.database, {}, MemoryVault(), SystemClock())


def entry(account: AccountId, minor: int = -450, **more: object) -> OwnEntry:
    return OwnEntry(account, Money(minor, "USD"), DAY, "Bakery", **more)  # type: ignore[arg-type]


def row(ledger: LedgerFile, number: TransactionId) -> Transaction:
    return ledger.database.run_now(lambda db: load_some(db, [number]))[0]


def account(ledger: LedgerFile, number: AccountId) -> Account:
    listed = ledger.database.run_now(load_accounts).values()
    (found,) = (one for accounts in listed for one in accounts if one.id == number)
    return found


def test_a_row_is_entered_undone_and_done_again(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    core = core_of(ledger)
    done = asyncio.run(
        core.add_transaction(entry(AccountId(1), category="Food", note="two rolls", tags=("cash", "cash")))
    )
    (number,) = done.transactions
    assert done.description == "Entry of Bakery"
    made = row(ledger, number)
    assert (made.state, made.amount, made.transacted_on, made.posted_on) == (
        TransactionState.POSTED,
        Money(-450, "USD"),
        DAY,
        DAY,
    )
    assert (made.shown_payee, made.category, made.note, made.tags) == (
        "Bakery",
        "Food",
        "two rolls",
        ("cash",),
    )
    assert account(ledger, AccountId(1)).transactions == 2

    asyncio.run(core.undo_last())
    gone = row(ledger, number)
    assert (gone.state, gone.bank_removed, gone.category) == (TransactionState.REMOVED, False, None)
    assert account(ledger, AccountId(1)).transactions == 1
    asyncio.run(core.redo_last())
    assert row(ledger, number) == made
    assert ledger.rows("SELECT count(*) FROM item WHERE provider = 'manual'") == [(1,)]
    assert [item.provider for item in ledger.database.run_now(load_live_items)] == ["plaid"]


def test_a_row_that_was_edited_after_it_was_entered_stays_in_sight_when_it_is_undone(
    ledger: LedgerFile,
) -> None:
    core = core_of(ledger)
    wallet = asyncio.run(core.add_account(OwnAccount("Wallet", "USD", DAY)))
    done = asyncio.run(core.add_transaction(entry(wallet)))
    ledger.edit(done.transactions[0], "note", "typed later")
    assert done.command_id is not None
    asyncio.run(core.undo_command(done.command_id))
    left = row(ledger, done.transactions[0])
    assert (left.state, left.bank_removed, left.note) == (TransactionState.REMOVED, True, "typed later")


def test_a_wallet_holds_its_opening_balance_and_its_rows(ledger: LedgerFile) -> None:
    core = core_of(ledger)
    wallet = asyncio.run(core.add_account(OwnAccount(" Wallet ", "USD", date(2026, 6, 1), opening=5_000)))
    done = asyncio.run(core.add_transaction(entry(wallet)))
    told = account(ledger, wallet)
    assert (told.name, told.type, told.current, told.transactions) == (
        "Wallet",
        "cash",
        Money(4_550, "USD"),
        2,
    )
    changed = asyncio.run(
        core.change_entry(done.transactions[0], amount=Money(-500, "USD"), on=date(2026, 6, 13))
    )
    assert changed.description == "Change of Bakery"
    assert account(ledger, wallet).current == Money(4_500, "USD")
    assert row(ledger, done.transactions[0]).transacted_on == date(2026, 6, 13)
    asyncio.run(core.undo_last())
    assert (account(ledger, wallet).current, row(ledger, done.transactions[0]).transacted_on) == (
        Money(4_550, "USD"),
        DAY,
    )
    asyncio.run(core.redo_last())
    assert account(ledger, wallet).current == Money(4_500, "USD")
    card = asyncio.run(core.add_account(OwnAccount("Store card", "USD", DAY, "credit", opening=-900)))
    assert account(ledger, card).current == Money(900, "USD")  # owed, as banks tell it


def test_opening_balances_are_not_earned(ledger: LedgerFile) -> None:
    core = core_of(ledger)
    asyncio.run(core.add_account(OwnAccount("Wallet", "USD", DAY, opening=5_000)))
    (opening,) = ledger.database.run_now(lambda db: load_newest(db, None))
    assert (opening.shown_payee, opening.hidden) == ("Opening balance", True)


def test_a_row_taken_back_does_not_come_back_with_a_banks_row_of_that_amount(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a", minor=-1)]))
    core = core_of(ledger)
    done = asyncio.run(core.add_transaction(entry(AccountId(1))))
    asyncio.run(core.undo_last())
    ledger.sync(batch([observation("b", minor=-450, on=-1)]))
    assert row(ledger, done.transactions[0]).state is TransactionState.REMOVED
    assert account(ledger, AccountId(1)).transactions == 2


def test_what_cannot_be_is_refused_and_leaves_nothing(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    core = core_of(ledger)
    before = ledger.contents()
    wrong = (
        entry(AccountId(9)),
        entry(AccountId(1), 0),
        OwnEntry(AccountId(1), Money(1, "EUR"), DAY, "Bakery"),
        OwnEntry(AccountId(1), Money(1, "USD"), DAY, " "),
    )
    for one in wrong:
        with pytest.raises(UsageError):
            asyncio.run(core.add_transaction(one))
    for made in (
        OwnAccount("", "USD", DAY),
        OwnAccount("A", "XXX", DAY),
        OwnAccount("A", "USD", DAY, "piggy"),
    ):
        with pytest.raises(UsageError):
            asyncio.run(core.add_account(made))
    with pytest.raises(UsageError):
        asyncio.run(core.change_entry(TransactionId(1), amount=Money(-1, "USD")))
    assert ledger.contents() == before
