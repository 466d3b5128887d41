"""What the matcher looks at, and what it answers. Tuples, since a batch may have 100,000."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import TransactionState


class KnownRow(NamedTuple):
    """A row of the ledger that the new source has not told of yet.

    Attributes:
        minor: Minor units, negative = money leaves the account.
        days: Every day that a source gives for it (made, booked), without repeats; never empty.
        texts: Every text that sources have for it: the bank's, merchants, payees.
        references: Cheque numbers, end-to-end ids and the like that sources gave.
    """

    id: TransactionId
    state: TransactionState
    minor: int
    currency: str
    days: tuple[date, ...]
    texts: tuple[str, ...]
    references: tuple[str, ...] = ()


class FreshRow(NamedTuple):
    """A row that a source tells for the first time, named by its place in the batch."""

    place: int
    state: TransactionState
    minor: int
    currency: str
    days: tuple[date, ...]
    texts: tuple[str, ...]
    references: tuple[str, ...] = ()


class Signal(StrEnum):
    """What speaks for two rows being one. Each is independent of the others."""

    AMOUNT = "AMOUNT"
    DAY = "DAY"
    TEXT = "TEXT"
    REFERENCE = "REFERENCE"
    ONLY_ONE = "ONLY_ONE"
    """Each is the other's only candidate."""
    SAME_COUNT = "SAME_COUNT"
    """As many equal rows on either side: it does not matter which is which."""
    ORDER = "ORDER"
    """Rows around them are matched, and this keeps their order."""
    SETTLED = "SETTLED"
    """A pending row and the booking that it became, of another amount."""


class Match(NamedTuple):
    """A fresh row that is a row of the ledger, for certain enough to be joined by itself."""

    place: int
    row: TransactionId
    signals: tuple[Signal, ...]


class Doubt(NamedTuple):
    """A fresh row that may be one of some rows of the ledger, the likeliest first; at most three."""

    place: int
    rows: tuple[TransactionId, ...]
    signals: tuple[Signal, ...]


@dataclass(slots=True)
class Matching:
    """The answer for a whole batch: each fresh row is in one of the two lists at most, or it is new."""

    matches: list[Match] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
