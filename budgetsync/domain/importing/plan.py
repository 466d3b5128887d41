"""The plan of an import: the preview shows it, and the commit carries out the same object. Values only."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from budgetsync.domain.errors import BudgetSyncError
from budgetsync.domain.events import ChangeSet
from budgetsync.domain.ids import AccountId, CommandId, RunId, TransactionId
from budgetsync.domain.matching import Signal
from budgetsync.domain.money import Money
from budgetsync.domain.statement import EntryProblem, StatementFile, StatementProof
from budgetsync.domain.transaction import StoredObservation, TransactionState


class Verdict(StrEnum):
    """What becomes of an entry."""

    NEW = "NEW"
    MATCHED = "MATCHED"
    """It is a row that the ledger has from another source."""
    DOUBTFUL = "DOUBTFUL"
    """It may be one of some rows: it becomes a row of its own, and a question in the review list."""
    KNOWN = "KNOWN"
    """This source told it before."""
    DELETED = "DELETED"
    """The user deleted that row: it stays deleted."""
    SKIPPED = "SKIPPED"
    """The user chose to leave it out."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person wants of an entry instead of what was planned.

    Attributes:
        verdict: NEW, MATCHED (then with a row) or SKIPPED.
    """

    verdict: Verdict
    row: TransactionId | None = None


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account that the import makes.

    Attributes:
        type: depository, credit, loan, investment, cash or other.
        currency: ISO 4217 code.
    """

    name: str
    currency: str
    type: str = "depository"


ChosenAccount = AccountId | NewAccount
"""Where the entries of a statement go."""


class PlannedEntry(NamedTuple):
    """One entry as the preview shows it; a tuple, since a file may have 100,000.

    Attributes:
        place: Its place in its statement, from 0; what a choice names.
        row: The row that it is or may be, for MATCHED, DOUBTFUL, KNOWN and DELETED.
        others: Further rows that it may be, the likeliest first.
        why: What speaks for that row.
        chosen: Whether a person said so.
    """

    place: int
    line: int
    verdict: Verdict
    state: TransactionState
    amount: Money
    transacted_on: date
    payee: str
    description: str
    row: TransactionId | None = None
    others: tuple[TransactionId, ...] = ()
    why: tuple[Signal, ...] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """Entries by what becomes of them; `problems` could not be read."""

    new: int = 0
    matched: int = 0
    doubtful: int = 0
    known: int = 0
    deleted: int = 0
    skipped: int = 0
    problems: int = 0


@dataclass(slots=True)
class PlannedStatement:
    """What becomes of one account's statement.

    Attributes:
        account: Where it goes; None where a person has to say so first. Then nothing is planned.
        account_name: What that account is called.
        currency: What its entries are in.
        proof: Whether the statement adds up.
        first_day, last_day: The span of its entries; None where it has none.
        ids: The id that each entry's observation has or takes; "" for one that the file says twice.
        told: What its source said of entries before, by their place.
    """

    account: ChosenAccount | None
    account_name: str
    currency: str
    proof: StatementProof
    entries: list[PlannedEntry] = field(default_factory=list)
    problems: list[EntryProblem] = field(default_factory=list)
    first_day: date | None = None
    last_day: date | None = None
    ids: list[str] = field(default_factory=list, repr=False)
    told: dict[int, StoredObservation] = field(default_factory=dict, repr=False)

    @property
    def counts(self) -> ImportCounts:
        """Count the entries."""
        told = Counter(entry.verdict for entry in self.entries)
        return ImportCounts(
            new=told[Verdict.NEW],
            matched=told[Verdict.MATCHED],
            doubtful=told[Verdict.DOUBTFUL],
            known=told[Verdict.KNOWN],
            deleted=told[Verdict.DELETED],
            skipped=told[Verdict.SKIPPED],
            problems=len(self.problems),
        )


@dataclass(slots=True)
class ImportPlan:
    """What importing a file does, by statement, in the file's order.

    Attributes:
        path: Where the file lies.
        file: What was read from it.
        version: The ledger that the plan was made for; on another one it has to be made anew.
    """

    path: Path
    file: StatementFile
    statements: list[PlannedStatement]
    version: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        command_id: What undoes it; None where nothing had to be written.
        accounts: Where each statement went, by its place in the file.
    """

    command_id: CommandId | None
    run_id: RunId | None
    change: ChangeSet
    counts: tuple[ImportCounts, ...]
    accounts: tuple[AccountId, ...] = field(default=())


class PlanOutdated(BudgetSyncError):  # noqa: N818 - as in errors.py
    """The ledger has changed since the plan was made, and something else would be done; nothing was written.

    Attributes:
        plan: What would be done now.
    """

    title = "The ledger has changed meanwhile"
    action = "Look at the preview again, and import then."

    def __init__(self, plan: ImportPlan) -> None:
        super().__init__(
            "Rows came in while the preview was open, so that the import would do something else now."
        )
        self.plan = plan
