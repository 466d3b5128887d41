"""What the SyncMonitor shows: every connection with its accounts, its last run and what it is doing now."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from budgetsync.domain.account import Account
from budgetsync.domain.errors import Trouble
from budgetsync.domain.freshness import Rhythm, Staleness, UpToDate, count_up_to_date, judge
from budgetsync.domain.item import Item
from budgetsync.domain.sync import Progress, SyncRun


@dataclass(frozen=True, slots=True)
class ItemOverview:
    """One connection.

    Attributes:
        accounts: In the order of their first appearance; their counts are those of the last run.
        last_run: The newest run, whatever became of it; None before the first.
        progress: None unless a sync is queued or running now.
        rhythms: How often each of its accounts has posted rows.
        interval: How often it is synced by the clock.
    """

    item: Item
    accounts: tuple[Account, ...]
    last_run: SyncRun | None
    progress: Progress | None
    rhythms: tuple[Rhythm, ...] = ()
    interval: timedelta = timedelta(0)

    def staleness(self, now: datetime) -> Staleness:
        """Tell how fresh it is, also when every call succeeds."""
        return judge(self.item, self.rhythms, now, interval=self.interval)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything at a glance.

    Attributes:
        items: Every connection, in the order in which they were connected.
        troubles: Of the ledger itself: where its folder lies, what a check found, a backup that failed.
    """

    items: tuple[ItemOverview, ...]
    troubles: tuple[Trouble, ...] = ()

    @property
    def live(self) -> tuple[ItemOverview, ...]:
        """The connections that are synced: all but those that the user removed and whose history stays."""
        return tuple(one for one in self.items if one.item.removed_at is None)

    def up_to_date(self, now: datetime) -> UpToDate:
        """Count the connections that are up to date; those that the user removed are none any more."""
        return count_up_to_date((one.item, one.staleness(now)) for one in self.live)
