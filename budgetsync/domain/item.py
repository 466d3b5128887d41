"""Items: one login at one institution, called a connection on screen; where one stands, and what moves it on."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from budgetsync.domain.errors import (
    BudgetSyncError,
    ItemGone,
    Offline,
    ProviderError,
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


FILES, OWN_ENTRIES = "file", "manual"
"""Providers of the two items that nobody is asked for: all statement files, and all that the user enters."""
BY_HAND = frozenset({FILES, OWN_ENTRIES})


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
class ItemStanding:
    """What a provider says of a connection itself, beside its rows. Instants are aware UTC.

    Attributes:
        as_of: When the provider last had news from the bank; None where it does not say.
        failed_at: When it last tried to get news from the bank and could not.
        consent_expires_at: When the bank's consent ends and the user has to sign in again; None where it does not end.
        error: What is wrong between provider and bank at the moment, though rows may still be given.
        webhook: Where the provider tells news to; "" for nowhere.
        webhook_sent_at: When it says that it last told some.
    """

    as_of: datetime | None = None
    failed_at: datetime | None = None
    consent_expires_at: datetime | None = None
    error: ProviderError | None = None
    webhook: str = ""
    webhook_sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A connection as the ledger keeps it.

    Attributes:
        cursor: The provider's bookmark; "" means from the start.
        contacted_at: When the provider last answered. Aware UTC.
        as_of: When the provider last had news from the bank. Aware UTC.
        trouble: Why it is not healthy, in words, with what to do.
        consent_expires_at: When the bank wants the user's consent anew, where it says so. Aware UTC.
        bank_failed_at: When the provider last could not get news from the bank. Aware UTC.
        bank_code: The provider's code for what is wrong between it and the bank, as of the last answer.
        removed_at: When the user removed it; its history stays, and it is never synced again. Aware UTC.
        disconnects_at: When the bank ends the connection, where it has said so. Aware UTC.
        new_accounts_at: When the bank said that there are accounts which are not shared. Aware UTC.
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
    consent_expires_at: datetime | None = None
    bank_failed_at: datetime | None = None
    bank_code: str | None = None
    removed_at: datetime | None = None
    disconnects_at: datetime | None = None
    new_accounts_at: datetime | None = None

    @property
    def is_synced(self) -> bool:
        """Whether anybody can be asked for its news; statement files and the user's own entries come by hand."""
        return self.provider not in BY_HAND

    @property
    def access_ends_at(self) -> datetime | None:
        """When nothing new comes any more without a person: a consent ends, or the bank ends the connection."""
        return min(filter(None, (self.consent_expires_at, self.disconnects_at)), default=None)


class ItemEvent(StrEnum):
    """What moves a connection from one status to another. Each can come in every status."""

    PROBE_DUE = "PROBE_DUE"
    """A run begins, whatever asked for it: timer, click, webhook, or the next look at one that is parked."""
    SUCCEEDED = "SUCCEEDED"
    CANCELLED = "CANCELLED"
    FAILED_OFFLINE = "FAILED_OFFLINE"
    FAILED_TRANSIENT = "FAILED_TRANSIENT"
    FAILED_LOGIN = "FAILED_LOGIN"
    FAILED_GONE = "FAILED_GONE"
    FAILED_OTHERWISE = "FAILED_OTHERWISE"
    """Keys, request, keyring, disk, or a mistake of ours: somebody has to look."""
    PAUSED = "PAUSED"
    RESUMED = "RESUMED"
    CONSENT_EXPIRING = "CONSENT_EXPIRING"
    CONSENT_EXPIRED = "CONSENT_EXPIRED"
    LOGIN_REPAIRED = "LOGIN_REPAIRED"


PARKED = frozenset({ItemStatus.REAUTH_REQUIRED, ItemStatus.ATTENTION_REQUIRED, ItemStatus.DISCONNECTED})
"""Somebody has to do something; looked at again by itself all the same, in case that it was done elsewhere."""

_FAILURES: tuple[tuple[type[BudgetSyncError], ItemEvent], ...] = (
    (Offline, ItemEvent.FAILED_OFFLINE),
    (TransientError, ItemEvent.FAILED_TRANSIENT),
    (ReauthRequired, ItemEvent.FAILED_LOGIN),
    (SecretMissing, ItemEvent.FAILED_LOGIN),
    (ItemGone, ItemEvent.FAILED_GONE),
)
_AFTER_FAILURE = {
    ItemEvent.FAILED_OFFLINE: ItemStatus.OFFLINE,
    ItemEvent.FAILED_TRANSIENT: ItemStatus.WAITING,
    ItemEvent.FAILED_LOGIN: ItemStatus.REAUTH_REQUIRED,
    ItemEvent.FAILED_GONE: ItemStatus.DISCONNECTED,
    ItemEvent.FAILED_OTHERWISE: ItemStatus.ATTENTION_REQUIRED,
}
_ALWAYS = _AFTER_FAILURE | {
    ItemEvent.PROBE_DUE: ItemStatus.SYNCING,
    ItemEvent.SUCCEEDED: ItemStatus.HEALTHY,
    ItemEvent.PAUSED: ItemStatus.PAUSED,
}
_SOMETIMES = {
    ItemEvent.RESUMED: (frozenset({ItemStatus.PAUSED}), ItemStatus.WAITING),
    ItemEvent.LOGIN_REPAIRED: (PARKED, ItemStatus.WAITING),  # the run that is due then will tell
    ItemEvent.CONSENT_EXPIRED: (frozenset(ItemStatus) - PARKED, ItemStatus.REAUTH_REQUIRED),
}
_PASSING = frozenset({ItemEvent.FAILED_OFFLINE, ItemEvent.FAILED_TRANSIENT, ItemEvent.CANCELLED})
"""Ends of a run that say nothing about a login: what was parked stays parked."""


def failure(error: BudgetSyncError) -> ItemEvent:
    """Tell which event a failed run is."""
    for kind, event in _FAILURES:
        if isinstance(error, kind):
            return event
    return ItemEvent.FAILED_OTHERWISE


def next_status(before: ItemStatus, event: ItemEvent) -> ItemStatus:
    """Tell where a connection stands after an event.

    Args:
        before: Where it stands. At the end of a run: where it stood before that run, as stored. SYNCING is
            shown while a run lasts and not stored, so that a killed program leaves nobody in it.
    """
    if keeps_trouble(before, event):
        ended = before is ItemStatus.SYNCING and event is ItemEvent.CANCELLED
        return ItemStatus.WAITING if ended else before
    if event in _ALWAYS:
        return _ALWAYS[event]
    leaves, status = _SOMETIMES[event]
    return status if before in leaves else before


def keeps_trouble(before: ItemStatus, event: ItemEvent) -> bool:
    """Tell whether what is written about a connection's trouble stays as it is.

    A bank that could not be asked just now does not make a person's task go away, nor its words.
    """
    return event in {ItemEvent.CONSENT_EXPIRING, ItemEvent.CANCELLED} or (
        event in _PASSING and before in PARKED
    )


def status_after(error: BudgetSyncError) -> ItemStatus:
    """Tell where a connection that was well stands after a run that failed."""
    return _AFTER_FAILURE[failure(error)]


class ConsentWarning(IntEnum):
    """How near the end of a consent is; greater is nearer."""

    NONE = 0
    WEEK = 1
    DAY = 2
    EXPIRED = 3


def consent_warning(expires_at: datetime | None, now: datetime) -> ConsentWarning:
    """Tell how near the end of a consent is: warned seven days before, and once more a day before."""
    if expires_at is None or expires_at - now > timedelta(days=7):
        return ConsentWarning.NONE
    if expires_at <= now:
        return ConsentWarning.EXPIRED
    return ConsentWarning.DAY if expires_at - now <= timedelta(days=1) else ConsentWarning.WEEK
