"""Requests as the durable queue keeps them, and the figures of the queue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from budgetsync.domain.ids import ItemId
from budgetsync.domain.sync import Trigger

SYNC = "sync"
"""The kind of a request for a sync."""


class RequestState(StrEnum):
    """How far a request is. DONE and DEAD are its two ends; DEAD is also a dead letter."""

    PENDING = "pending"
    LEASED = "leased"
    DONE = "done"
    DEAD = "dead"


class WaitsFor(StrEnum):
    """Why a pending request is not carried out yet."""

    RETRY = "retry"
    """Its last attempt failed; a click tries at once."""
    BREAKER = "breaker"
    """Bank or provider failed too often; a click tries at once."""
    TOLD = "told"
    """The provider said when it may be asked again; a click changes nothing."""
    QUOTA = "quota"
    """The calls of this minute or day are used up; a click changes nothing."""
    BUDGET = "budget"
    """So many retries a minute are enough for all connections together; a click tries at once."""

    @property
    def yields_to_click(self) -> bool:
        """Whether a person's click tries at once."""
        return self not in {WaitsFor.TOLD, WaitsFor.QUOTA}


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """A request whose turn has come.

    Attributes:
        id: Number of its row.
        attempts: This attempt included.
        asked: A person asked since the last attempt.
    """

    id: int
    item_id: ItemId
    trigger: Trigger
    attempts: int = 1
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """One failed attempt in a request's history."""

    at: datetime
    code: str


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One open request, for those who look.

    Attributes:
        attempts: Attempts begun so far.
        next_attempt_at: When it is carried out, at the earliest. Aware UTC.
        waits_for: Why it is not carried out yet; None when its turn is now.
        last_error: Code of the last failure.
        history: The last ten failures, oldest first.
    """

    id: int
    kind: str
    item_id: ItemId
    trigger: Trigger
    state: RequestState
    attempts: int
    requested_at: datetime
    next_attempt_at: datetime
    waits_for: WaitsFor | None
    last_error: str | None
    history: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class QueueFigures:
    """The queue in figures.

    Attributes:
        depth: Requests by state; the ends of the last seven days.
        oldest_pending_at: When the oldest request that waits was made; None when none does.
        next_attempt_at: When the next waiting request is due; None when none waits.
        came_1h: Requests made in the last hour; joins do not count.
        went_1h: Requests that ended in the last hour.
    """

    depth: Mapping[RequestState, int]
    oldest_pending_at: datetime | None
    next_attempt_at: datetime | None
    came_1h: int
    came_24h: int
    went_1h: int
    went_24h: int


@dataclass(frozen=True, slots=True)
class QueueOverview:
    """Everything that waits or runs, most urgent first, and the figures."""

    entries: tuple[QueueEntry, ...]
    figures: QueueFigures
