"""Everything that is known of one row, as of one moment, and what several come to: what details show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from budgetsync.domain.history import History
from budgetsync.domain.ids import RunId
from budgetsync.domain.money import Money
from budgetsync.domain.review import Suggestion
from budgetsync.domain.sync import Trigger
from budgetsync.domain.transaction import Transaction, TransactionState


@dataclass(frozen=True, slots=True)
class RunMark:
    """A sync, as far as a row's history names it.

    Attributes:
        started_at: Aware UTC.
        institution: Whose bank was asked.
    """

    id: RunId
    trigger: Trigger
    started_at: datetime
    institution: str


@dataclass(frozen=True, slots=True)
class Details:
    """A row with all that hangs on it.

    Attributes:
        partner: The other half, where the row is half of a transfer.
        runs: The syncs that its history and its observations name.
        suggestions: Open ones that it is one of the two rows of.
    """

    history: History
    partner: Transaction | None
    runs: Mapping[RunId, RunMark]
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def row(self) -> Transaction:
        """The row itself."""
        return self.history.transaction

    @property
    def bank_day(self) -> date | None:
        """The day that the bank gives, where it is not the row's own: the user moved it."""
        standing = [
            one for one in self.history.observations if one.state is not TransactionState.REMOVED
        ] or list(self.history.observations)
        posted = [one for one in standing if one.state is TransactionState.POSTED]
        leading = (posted or standing)[-1:]
        if not leading or leading[0].transacted_on == self.row.transacted_on:
            return None
        return leading[0].transacted_on

    @property
    def is_part(self) -> bool:
        """Whether it has become part of another row, and cannot be changed itself."""
        return not self.history.observations

    @property
    def is_joined(self) -> bool:
        """Whether it is made of several rows of its sources, so that it can be taken apart."""
        told = self.history.observations
        return len(told) > 1 and any(one.joined_by is not None for one in told)


@dataclass(frozen=True, slots=True)
class Summary:
    """What several rows come to.

    Attributes:
        count: How many there are, those that count in no total included.
        sums: What those come to that count, by currency; never added across.
        first: The earliest day among them; None where there is no row.
        last: The latest.
        accounts: The number of accounts that they are of.
    """

    count: int
    sums: tuple[Money, ...]
    first: date | None
    last: date | None
    accounts: int
