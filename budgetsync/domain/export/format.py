"""What a format of exported rows is, and what it is given to write."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto
from typing import NamedTuple

from budgetsync.domain.account import Account
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.transaction import Transaction, TransactionState


class Order(Enum):
    """In which order a format has its rows."""

    AS_LISTED = auto()
    """Newest first, or as they were named."""
    BY_DAY = auto()
    """Oldest first."""
    BY_ACCOUNT = auto()
    """An account and currency after the other, oldest first in each."""


class Span(NamedTuple):
    """The first and the last day of rows."""

    first: date
    last: date


def _no_half(_row: TransactionId) -> Transaction | None:
    return None


@dataclass(frozen=True, slots=True)
class Export:
    """What is exported.

    Attributes:
        search: What the rows were found by; "" for all that count, or for rows that were chosen one by one.
        at: Aware UTC.
        rows: In the order that the format wants; can be gone through once.
        ledger: The id of the ledger, for names of rows that are its own; "" where none are wanted.
        accounts: Of the whole ledger.
        spans: Of the rows of an account in a currency; filled for formats that are ordered by account.
        income: Categories under which more rows come in than go out.
        other_half: Gives the other half of a transfer.
    """

    search: str
    at: datetime
    rows: Iterable[Transaction] = ()
    ledger: str = ""
    accounts: Mapping[AccountId, Account] = field(default_factory=dict)
    spans: Mapping[tuple[AccountId, str], Span] = field(default_factory=dict)
    income: frozenset[str] = frozenset()
    other_half: Callable[[TransactionId], Transaction | None] = _no_half


def takes_all(_row: Transaction) -> bool:
    """Take every row that is in sight."""
    return True


def takes_counted(row: Transaction) -> bool:
    """Take what counts: not what the bank took back."""
    return row.state is not TransactionState.REMOVED


def takes_booked(row: Transaction) -> bool:
    """Take what is booked: a pending amount may still change, and the other program would keep the old one."""
    return row.state is TransactionState.POSTED


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        name: How it is asked for.
        title: How people call it.
        write: Gives the file, piece by piece, row by row; nothing of it grows with the number of rows.
        ending: How its files end.
        order: Of the rows that it is given.
        takes: Tells which rows it is given.
        encoding: Of pieces that are text.
    """

    name: str
    title: str
    write: Callable[[Export], Iterator[str | bytes]]
    ending: str
    order: Order = Order.AS_LISTED
    takes: Callable[[Transaction], bool] = takes_all
    encoding: str = "utf-8"
