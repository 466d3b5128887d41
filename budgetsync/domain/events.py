"""What is told to whoever listens: the window, the CLI, tests. Each is a fact, published after the commit."""

from dataclasses import dataclass
from datetime import datetime

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import AccountId, ItemId, RunId, TransactionId
from budgetsync.domain.sync import Counts, Progress, SyncRunState

LISTED_CHANGES = 1_000
"""A change set names at most this many rows; beyond it, views load what they show."""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What was written.

    Attributes:
        transactions: Ids of the rows that changed, or () when they were more than LISTED_CHANGES.
        complete: False when the ids are not all listed.
    """

    accounts: frozenset[AccountId]
    transactions: tuple[TransactionId, ...]
    complete: bool
    counts: Counts


@dataclass(frozen=True, slots=True)
class LedgerChanged:
    """Rows of the ledger changed, by a run or by the user."""

    change: ChangeSet


@dataclass(frozen=True, slots=True)
class ItemChanged:
    """A connection was added, or its status, times or balances changed."""

    item_id: ItemId


@dataclass(frozen=True, slots=True)
class RunProgressed:
    """A run came a step further."""

    item_id: ItemId
    progress: Progress


@dataclass(frozen=True, slots=True)
class RunFinished:
    """A run ended, well or not; its row in the ledger says the same.

    Attributes:
        retry_at: When the same request is tried again by itself; None when it ended. Aware UTC.
    """

    item_id: ItemId
    run_id: RunId
    state: SyncRunState
    counts: Counts
    problems: int
    trouble: Trouble | None
    retry_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeepingChanged:
    """A backup was made, the file was checked, or one of the two failed."""


@dataclass(frozen=True, slots=True)
class NoticesChanged:
    """Something was told, taken back, read or snoozed."""


@dataclass(frozen=True, slots=True)
class DeadLettersChanged:
    """Letters were tried again, solved, discarded or taken back from there."""


@dataclass(frozen=True, slots=True)
class ScheduleChanged:
    """When connections are synced next changed: by the clock, by the surroundings, or by what a person chose."""


@dataclass(frozen=True, slots=True)
class RealTimeChanged:
    """The light changed, webhooks came or were acted on, or a connection's webhooks changed."""


@dataclass(frozen=True, slots=True)
class EngineGained:
    """The process that owned the engine is gone, and this one has taken over."""


@dataclass(frozen=True, slots=True)
class LedgerReplaced:
    """Another process put another file in the ledger's place: this one has to be started anew."""


Event = (
    LedgerChanged
    | ItemChanged
    | RunProgressed
    | RunFinished
    | KeepingChanged
    | NoticesChanged
    | DeadLettersChanged
    | ScheduleChanged
    | RealTimeChanged
    | EngineGained
    | LedgerReplaced
)
