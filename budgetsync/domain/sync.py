"""The vocabulary of a sync: request, pages, batch, run, counts and progress."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import NamedTuple

from budgetsync.domain.account import AccountSnapshot
from budgetsync.domain.errors import PayloadError, Trouble
from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.item import History, ItemStanding
from budgetsync.domain.transaction import Observation, ObservationKey


class Trigger(StrEnum):
    """What asked for a sync."""

    USER = "USER"
    WEBHOOK = "WEBHOOK"
    RECONNECT = "RECONNECT"
    RETRY = "RETRY"
    TIMER = "TIMER"
    STARTUP = "STARTUP"
    IMPORT = "IMPORT"
    """A person brought a file, or typed a row."""


class Priority(IntEnum):
    """Order in which requests are taken; smaller first."""

    USER = 0
    WEBHOOK = 1
    RECONNECT = 2
    RETRY = 3
    TIMER = 4


PRIORITIES: dict[Trigger, Priority] = {
    Trigger.USER: Priority.USER,
    Trigger.WEBHOOK: Priority.WEBHOOK,
    Trigger.RECONNECT: Priority.RECONNECT,
    Trigger.RETRY: Priority.RETRY,
    Trigger.TIMER: Priority.TIMER,
    Trigger.STARTUP: Priority.TIMER,
    Trigger.IMPORT: Priority.TIMER,  # never queued: it is carried out at once
}


class SyncRunState(StrEnum):
    """How far one attempt came. RUNNING at start means that the program was killed: INTERRUPTED."""

    RUNNING = "RUNNING"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    INTERRUPTED = "INTERRUPTED"
    CANCELLED = "CANCELLED"


class RowProblem(NamedTuple):
    """A row that could not be read, beside the good ones.

    Attributes:
        subject: The row's id; where it has none, a digest of what came.
        cause: What rows with the same trouble share, such as their account's id: one cause is one problem to
            a person, however many rows it holds back.
        payload: What came, packed for storage; never shown unredacted.
    """

    subject: str
    cause: str
    error: PayloadError
    payload: bytes = b""


@dataclass(frozen=True, slots=True)
class SyncPage:
    """One answer of a provider's paged sync.

    Attributes:
        added: Each of the three lists is in ascending last-modified order; none is ordered against another.
        next_cursor: Bookmark for the next request; "" while the provider has nothing yet.
        received: Bytes of the answer's body.
        complete_pendings: Accounts, by the source's ids, of which every pending row is among these pages: one that
            is told no more is gone. For sources that take nothing back in words.
    """

    accounts: tuple[AccountSnapshot, ...]
    added: list[Observation]
    modified: list[Observation]
    removed: list[ObservationKey]
    problems: list[RowProblem]
    next_cursor: str
    has_more: bool
    history: History
    received: int = 0
    complete_pendings: frozenset[str] = frozenset()


@dataclass(slots=True)
class SyncBatch:
    """All pages of one loop, applied at once or not at all.

    Attributes:
        cursor_before: Where the loop began, and where it begins again if any page fails.
        standing: What the provider says of the connection itself; None where it could not say just now.
    """

    cursor_before: str
    pages: list[SyncPage] = field(default_factory=list)
    standing: ItemStanding | None = None

    @property
    def as_of(self) -> datetime | None:
        """When the provider last had news from the bank, where it says so. Aware UTC."""
        return self.standing.as_of if self.standing else None

    @property
    def cursor_after(self) -> str:
        """The bookmark to keep: never "" over a good one."""
        return (self.pages[-1].next_cursor if self.pages else "") or self.cursor_before

    @property
    def rows(self) -> int:
        """Number of added, modified and removed rows so far."""
        return sum(len(page.added) + len(page.modified) + len(page.removed) for page in self.pages)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run did to the ledger, in rows as the user sees them: a pending that posts is one modified."""

    added: int = 0
    modified: int = 0
    removed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Add up two runs or accounts."""
        return Counts(self.added + other.added, self.modified + other.modified, self.removed + other.removed)


class Stage(StrEnum):
    """What a run is doing now."""

    QUEUED = "QUEUED"
    FETCHING = "FETCHING"
    APPLYING = "APPLYING"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is. A provider never tells how much is still to come: no total while fetching.

    Attributes:
        rows: Rows fetched so far.
        applied: Rows written so far, of `rows`; 0 while fetching.
    """

    stage: Stage
    pages: int = 0
    rows: int = 0
    applied: int = 0


@dataclass(frozen=True, slots=True)
class SyncRun:
    """One attempt to bring one item up to date, as the ledger keeps it. Instants are aware UTC."""

    id: RunId
    item_id: ItemId
    trigger: Trigger
    state: SyncRunState
    started_at: datetime
    finished_at: datetime | None
    pages: int
    requests: int
    counts: Counts
    problems: int
    trouble: Trouble | None
