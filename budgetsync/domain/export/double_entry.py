"""Rows as bookings of plain-text accounting: from which account to which, both halves of a transfer in one."""

from collections.abc import Iterator
from dataclasses import dataclass

from budgetsync.domain.export.format import Export
from budgetsync.domain.export.texts import Names
from budgetsync.domain.money import Money
from budgetsync.domain.own_entry import OPENING
from budgetsync.domain.transaction import Transaction, TransactionState

_OWED = frozenset({"credit", "loan"})


@dataclass(frozen=True, slots=True)
class Posting:
    """One side of a booking.

    Attributes:
        account: Its name in the file.
        price: What all of it was worth in the other currency, where a transfer changed it.
    """

    account: str
    amount: Money
    price: Money | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Booking:
    """A booking that adds up to nothing, and the row or two that it is made of."""

    row: Transaction
    other: Transaction | None
    postings: tuple[Posting, ...]


def bookings(export: Export, names: Names) -> Iterator[Booking]:
    """Give the bookings: a transfer is one of them, where the first of its halves stands."""
    for account in export.accounts.values():  # so that none gets another name for the rows that are chosen
        names.of(_group(export, account.id), account.id, account.name)
    told = set()
    for row in export.rows:
        if row.id in told:
            told.discard(row.id)
            continue
        other = export.other_half(row.transfer) if row.transfer is not None else None
        if other is None or other.state is TransactionState.REMOVED:
            yield Booking(row, None, (_own(export, names, row), *_others(export, names, row)))
        else:
            told.add(other.id)
            yield Booking(row, other, _transfer(export, names, row, other))


def _group(export: Export, account_id: int) -> str:
    account = next((each for each in export.accounts.values() if each.id == account_id), None)
    return "Liabilities" if account is not None and account.type in _OWED else "Assets"


def _own(export: Export, names: Names, row: Transaction) -> Posting:
    account = names.of(_group(export, row.account_id), row.account_id, row.account_name)
    return Posting(account, row.amount)


def _others(export: Export, names: Names, row: Transaction) -> Iterator[Posting]:
    currency = row.amount.currency
    if row.hidden and row.merchant == OPENING:
        yield Posting(names.of("Equity", "opening", "Opening balances"), -row.amount)
        return
    parts = [(part.minor, part.category, part.note or "") for part in row.splits]
    rest = row.amount.minor - sum(minor for minor, _category, _note in parts)
    if rest or not parts:
        parts.append((rest, row.category, ""))
    for minor, category, note in parts:
        yield Posting(_category(export, names, category, minor), Money(-minor, currency), None, note)


def _category(export: Export, names: Names, category: str | None, minor: int) -> str:
    if category is None:
        group = "Income" if minor > 0 else "Expenses"
        return names.of(group, None, "Uncategorized")
    return names.of("Income" if category in export.income else "Expenses", category, category)


def _transfer(export: Export, names: Names, row: Transaction, other: Transaction) -> tuple[Posting, ...]:
    here, there = _own(export, names, row), _own(export, names, other)
    if other.amount.currency != row.amount.currency:
        worth = Money(abs(row.amount.minor), row.amount.currency)
        return (here, Posting(there.account, there.amount, worth))
    difference = row.amount.minor + other.amount.minor
    if not difference:
        return (here, there)
    cost = Posting(
        names.of("Expenses", "fees", "Transfer differences"), Money(-difference, row.amount.currency)
    )
    return (here, there, cost)
