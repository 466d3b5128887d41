"""Items: one login at one institution, called a connection on screen."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from budgetsync.domain.errors import (
    BudgetSyncError,
    ItemGone,
    Offline,
    ReauthRequired,
    SecretMissing,
    TransientError,
    Trouble,
)
from budgetsync.domain.ids import ItemId


class ItemStatus(StrEnum):
    """Where a connection stands. No value is a trap: each is left by the next successful run."""

    HEALTHY = "HEALTHY"
    SYNCING = "SYNCING"
    WAITING = "WAITING"
    OFFLINE = "OFFLINE"
    REAUTH_REQUIRED = "REAUTH_REQUIRED"
    ATTENTION_REQUIRED = "ATTENTION_REQUIRED"
    PAUSED = "PAUSED"
    DISCONNECTED = "DISCONNECTED"


class History(StrEnum):
    """How much of an item's past the provider has fetched from the bank so far."""

    UNKNOWN = "UNKNOWN"
    NOT_READY = "NOT_READY"
    INITIAL = "INITIAL"
    COMPLETE = "COMPLETE"


@dataclass(frozen=True, slots=True)
class Institution:
    """The bank as a person knows it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Connection:
    """What a provider hands out when a bank was connected.

    Attributes:
        access_token: Secret; goes to the vault and nowhere else.
    """

    source_item_id: str
    institution: Institution
    access_token: str

    def __repr__(self) -> str:
        """Show everything but the secret."""
        return f"Connection({self.source_item_id!r}, {self.institution!r})"


@dataclass(frozen=True, slots=True)
class Item:
    """A connection as the ledger keeps it.

    Attributes:
        cursor: The provider's bookmark; "" means from the start.
        contacted_at: When the provider last answered. Aware UTC.
        as_of: When the provider last had news from the bank. Aware UTC.
        trouble: Why it is not healthy, in words, with what to do.
    """

    id: ItemId
    provider: str
    source_item_id: str
    institution: Institution
    status: ItemStatus
    cursor: str
    history: History
    contacted_at: datetime | None
    succeeded_at: datetime | None
    as_of: datetime | None
    trouble: Trouble | None


_STATUS_AFTER: tuple[tuple[type[BudgetSyncError], ItemStatus], ...] = (
    (Offline, ItemStatus.OFFLINE),
    (TransientError, ItemStatus.WAITING),
    (ReauthRequired, ItemStatus.REAUTH_REQUIRED),
    (SecretMissing, ItemStatus.REAUTH_REQUIRED),
    (ItemGone, ItemStatus.DISCONNECTED),
)


def status_after(error: BudgetSyncError) -> ItemStatus:
    """Tell where a connection stands after a run that failed."""
    for kind, status in _STATUS_AFTER:
        if isinstance(error, kind):
            return status
    return ItemStatus.ATTENTION_REQUIRED
