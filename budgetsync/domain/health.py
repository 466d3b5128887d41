"""How the program itself is: one value that answers what an operator, a status command or a window asks.

Ages are seconds; instants are aware UTC; None is "not known" or "not yet", never zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from budgetsync.domain.backups import Keeping
from budgetsync.domain.freshness import Staleness, UpToDate
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStatus


@dataclass(frozen=True, slots=True)
class Flow:
    """Requests in a span of time.

    Attributes:
        came: Requests that were made.
        done: Runs that ended, well or not.
        succeeded: Of these, well.
    """

    came: int
    done: int
    succeeded: int

    @property
    def success_rate(self) -> float | None:
        """Part of the ended runs that succeeded, 0 to 1; None where none ended."""
        return self.succeeded / self.done if self.done else None


@dataclass(frozen=True, slots=True)
class QueueHealth:
    """The durable queue.

    Attributes:
        depth: Number of rows by state.
        oldest_pending_age: Seconds since the oldest request that waits was made.
        next_retry_at: The earliest moment at which one that waits is tried again.
    """

    depth: Mapping[str, int]
    oldest_pending_age: float | None
    next_retry_at: datetime | None
    last_hour: Flow
    last_day: Flow


@dataclass(frozen=True, slots=True)
class BreakerHealth:
    """A circuit breaker that is not closed, or has failures.

    Attributes:
        scope: Provider, or provider and institution.
        state: closed, open or half-open.
        probe_at: When the next try is let through.
    """

    scope: str
    state: str
    failures: int
    probe_at: datetime | None


@dataclass(frozen=True, slots=True)
class QuotaHealth:
    """Calls left of one kind.

    Attributes:
        scope: What the limit is for: an endpoint of a connection, or of all.
        window: Seconds that the limit is over.
    """

    scope: str
    used: int
    limit: int
    window: float

    @property
    def left(self) -> int:
        """Calls that may still be made now."""
        return max(0, self.limit - self.used)


@dataclass(frozen=True, slots=True)
class ItemHealth:
    """One connection.

    Attributes:
        failures: Runs that failed since the last one that succeeded.
        as_of: When the provider last had news from the bank.
    """

    item_id: ItemId
    institution: str
    status: ItemStatus
    contacted_at: datetime | None
    succeeded_at: datetime | None
    as_of: datetime | None
    consent_expires_at: datetime | None
    staleness: Staleness
    failures: int
    next_sync_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SchedulerHealth:
    """The timer.

    Attributes:
        drift: Seconds by which the last run began later than planned.
    """

    last_run_at: datetime | None = None
    next_run_at: datetime | None = None
    drift: float | None = None
    paused_until: datetime | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Latencies:
    """Webhooks of the last 24 hours: from relay or receiver to rows, in seconds; all None until one came.

    Attributes:
        count: How many led to rows.
        relay_silence: Seconds since the relay's last byte, as of the last time that it was written down; None
            where no relay is paired.
        waiting: Webhooks that were taken in and not acted on yet.
        rejected: How many were ever turned away.
    """

    count: int = 0
    p50: float | None = None
    p95: float | None = None
    p99: float | None = None
    relay_silence: float | None = None
    waiting: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class FileHealth:
    """The ledger's file.

    Attributes:
        bytes, wal_bytes: Of the database, and of what is written and not yet moved into it.
    """

    bytes: int
    wal_bytes: int
    keeping: Keeping


@dataclass(frozen=True, slots=True)
class Health:
    """Everything at once, as of one moment of the ledger.

    Attributes:
        dead_letters: Open letters by kind.
        breakers: Those that are not at rest.
    """

    at: datetime
    queue: QueueHealth
    dead_letters: Mapping[str, int]
    items: tuple[ItemHealth, ...]
    up_to_date: UpToDate
    breakers: tuple[BreakerHealth, ...]
    quotas: tuple[QuotaHealth, ...]
    scheduler: SchedulerHealth
    webhooks: Latencies
    file: FileHealth
