"""What the SyncMonitor shows: every connection with its accounts, its last run and what it is doing now."""

from dataclasses import dataclass

from budgetsync.domain.account import Account
from budgetsync.domain.errors import Trouble
from budgetsync.domain.item import Item
from budgetsync.domain.sync import Progress, SyncRun


@dataclass(frozen=True, slots=True)
class ItemOverview:
    """One connection.

    Attributes:
        accounts: In the order of their first appearance; their counts are those of the last run.
        last_run: The newest run, whatever became of it; None before the first.
        progress: None unless a sync is queued or running now.
    """

    item: Item
    accounts: tuple[Account, ...]
    last_run: SyncRun | None
    progress: Progress | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything at a glance.

    Attributes:
        items: Every connection, in the order in which they were connected.
        troubles: Of the ledger itself: where its folder lies, what a check found, a backup that failed.
    """

    items: tuple[ItemOverview, ...]
    troubles: tuple[Trouble, ...] = ()
