"""What waits for the user's decision."""

from dataclasses import dataclass
from datetime import datetime

from budgetsync.domain.ids import AccountId, RunId
from budgetsync.domain.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two rows that may be one (kind `posted`) or one transfer (kind `transfer`).

    Attributes:
        first: Of a `posted` one, the pending row that vanished; it would stay, with the user's fields of both.
    """

    id: int
    kind: str
    first: Transaction
    second: Transaction
    reason: str
    suggested_at: datetime


@dataclass(frozen=True, slots=True)
class HeldRemovals:
    """So many rows of an account that the bank took back at once that a person is asked first."""

    account_id: AccountId
    account_name: str
    run_id: RunId
    held_at: datetime
    transactions: tuple[Transaction, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that is open, oldest first.

    Attributes:
        bank_says: Rows where the bank now says something else than the user: take it, or keep one's own.
        taken_back: Rows that the bank took back after the user had edited them: restore them, or let them go.
    """

    suggestions: tuple[Suggestion, ...]
    held: tuple[HeldRemovals, ...]
    bank_says: tuple[Transaction, ...]
    taken_back: tuple[Transaction, ...]

    @property
    def count(self) -> int:
        """Number of decisions to take."""
        return len(self.suggestions) + len(self.held) + len(self.bank_says) + len(self.taken_back)
