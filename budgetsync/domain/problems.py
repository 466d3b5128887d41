"""What is open, as of one moment: everything that waits for a person, whether it was told of or not. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.money import Money
from budgetsync.domain.needs import ConnectionStanding
from budgetsync.domain.notices import Notice, NoticeEntry
from budgetsync.domain.review import Review
from budgetsync.domain.transaction import Transaction


class CauseKind(StrEnum):
    """What a difference to the bank's balance may come from."""

    UNREADABLE = "unreadable"
    """Rows of the connection could not be read, so they are in no sum here."""
    HELD = "held"
    """The bank has taken rows out already; here they still count."""
    RESTORED = "restored"
    """Rows count here that the bank took back, because the user wants them to."""
    PENDING = "pending"
    """The difference is exactly what pending rows make out."""
    DOUBLED = "doubled"
    """Rows of exactly this amount are here more than once."""
    EXTRA = "extra"
    """A row of exactly this amount is here that the bank may not have."""
    TAKEN_BACK = "taken-back"
    """The bank took back a row of exactly this amount, which its balance still has."""


@dataclass(frozen=True, slots=True)
class DriftCause:
    """A candidate, not a verdict.

    Attributes:
        count: Number of rows that it is about; 0 where it is about none in particular.
        transactions: Some of them, where they are in the ledger.
    """

    kind: CauseKind
    count: int = 0
    transactions: tuple[Transaction, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """An account whose rows do not add up to the bank's balance.

    Attributes:
        amount: What the bank says less what was expected; None where the currency is not known.
        since: The day of the bank's data on which it was first seen.
        causes: Candidates, the likeliest first.
    """

    account_id: AccountId
    account_name: str
    item_id: ItemId | None
    institution: str
    amount: Money | None
    expected: Money | None
    told: Money | None
    since: date | None
    causes: tuple[DriftCause, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """Something wrong, with what is known of it.

    Attributes:
        since: When it began, as far as that can be told. Aware UTC.
        entry: How it was told; None where it was not yet.
        connection: Whose it is, where it is a connection's.
    """

    notice: Notice
    since: datetime | None = None
    entry: NoticeEntry | None = None
    connection: ConnectionStanding | None = None


@dataclass(frozen=True, slots=True)
class LetterFigures:
    """How much is kept aside.

    Attributes:
        waiting: Letters that are open.
        under_way: Those that are tried again at the moment.
        poison: Open ones that this version of the program will not read.
        oldest_at: When the oldest open one was first seen. Aware UTC.
    """

    waiting: int = 0
    under_way: int = 0
    poison: int = 0
    oldest_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Problems:
    """Everything that is open.

    Attributes:
        at: When it was looked at. Aware UTC.
        needs: What is wrong and wants a person, the most urgent first.
        passing: What is wrong and goes on by itself.
        remarks: What is to be known of the data folder and the program, and can be left as it is.
        drifts: The accounts of the needs that are about a difference, in more detail.
        review: What waits for a decision.
        banks: The connections that there are, by name.
    """

    at: datetime
    needs: tuple[OpenNeed, ...]
    passing: tuple[OpenNeed, ...]
    remarks: tuple[Trouble, ...]
    drifts: tuple[Drift, ...]
    review: Review
    letters: LetterFigures
    banks: tuple[tuple[ItemId, str], ...]

    @property
    def count(self) -> int:
        """Number of things that are wrong and want a person."""
        return len(self.needs)

    @property
    def questions(self) -> int:
        """Number of decisions that nothing is wrong without."""
        return self.review.count - len(self.review.held)
