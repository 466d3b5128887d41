"""Real time as a person sees it: the light, what was caught up, how quick the last events were, and each connection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import ceil

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import ItemId
from budgetsync.domain.webhook import Delivery, InboxEntry, Reason, Route

SILENCE = timedelta(seconds=40)
"""A relay sends a byte every 15 seconds; after so long without one the connection is dead, whatever TCP says."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A mailbox at a relay, as the ledger keeps it. Its keys are in the vault.

    Attributes:
        relay: Base address of the relay, without a trailing slash.
        id: Its name at the relay; only who has a key can read it.
        device: Our device's name at the relay.
        address: The write-only address that the provider posts to, whole.
        epoch: Which life of the relay's database the cursor belongs to; "" before the first event.
        cursor: The last event that is committed here; 0 before the first.
        paired_at: Aware UTC.
        last_byte_at: When the relay was last heard of before this program began; None where that is not known.
    """

    relay: str
    id: str
    device: str
    address: str
    epoch: str
    cursor: int
    paired_at: datetime
    last_byte_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MailboxEvent:
    """One entry of a mailbox, unsealed.

    Attributes:
        seq: Its number; the entries of one epoch are numbered from 1 on without a hole.
        delivery: The webhook; None where there is none to take in.
        dropped: Webhooks that are lost with it: those that a gap stands for, or one that could not be unsealed. With
            neither delivery nor loss it is a test event of our own, and nothing but its number counts.
    """

    seq: int
    delivery: Delivery | None
    dropped: int = 0


class LightState(StrEnum):
    """What the light shows. ON is a byte within SILENCE, never an open socket."""

    OFF = "OFF"
    """No relay is paired and no receiver listens."""
    CONNECTING = "CONNECTING"
    ON = "ON"
    CATCHING_UP = "CATCHING_UP"
    UNREACHABLE = "UNREACHABLE"
    """Tried again by itself; the hourly sync goes on."""
    REVOKED = "REVOKED"
    """The relay no longer knows this mailbox or device; a person has to pair anew."""


class Way(StrEnum):
    """How news come from the relay."""

    STREAM = "stream"
    POLL = "poll"


@dataclass(frozen=True, slots=True)
class CatchUp:
    """What came after an absence.

    Attributes:
        events: How many.
        absence: How long nothing could come.
        at: When they were all committed. Aware UTC.
    """

    events: int
    absence: timedelta
    at: datetime


@dataclass(frozen=True, slots=True)
class Light:
    """The connection to the relay, or the receiver, at one moment. Instants are aware UTC.

    Attributes:
        last_byte_at: When the relay last sent anything at all; None before the first byte.
        since: When the present state began.
        way: How news come; None while none can.
        retry_at: When it is tried again; None where it is not waiting for that.
        trouble: Why it is not on, in words.
        catch_up: The last absence that was made good.
    """

    state: LightState
    since: datetime
    last_byte_at: datetime | None = None
    way: Way | None = None
    retry_at: datetime | None = None
    trouble: Trouble | None = None
    catch_up: CatchUp | None = None


class WebhookState(StrEnum):
    """Whether news of one connection come by themselves."""

    OFF = "OFF"
    """Nothing is there that could receive them."""
    SETTING = "SETTING"
    """The provider is being told where to."""
    SET = "SET"
    """The provider knows the address; nothing came yet."""
    WORKING = "WORKING"
    """The last one that the provider says it sent came."""
    MISSING = "MISSING"
    """The provider says that it sent one, and it did not come."""
    FAILED = "FAILED"
    """The provider could not be told the address; tried again with the next sync."""


@dataclass(frozen=True, slots=True)
class ConnectionWebhooks:
    """The webhooks of one connection. Instants are aware UTC.

    Attributes:
        last_event_at: When the last one came here.
        sent_at: When the provider says that it last sent one.
        trouble: Why the address could not be set.
    """

    item_id: ItemId
    institution: str
    state: WebhookState
    last_event_at: datetime | None = None
    sent_at: datetime | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class RealTime:
    """Everything about real time, as of one moment.

    Attributes:
        route: How webhooks come; None where they do not.
        mailbox: None where no relay is paired.
        listens_at: Where the receiver of the direct way listens; "" where none does.
        public_url: What the provider is told to post to; "" for nothing.
        events: The newest webhooks, newest first.
        waiting: Webhooks whose key nobody could be asked for yet.
        rejected: How many were turned away so far, by reason.
        p50, p95, p99: Seconds from arrival to rows of the last 24 hours; None where there were none.
    """

    route: Route | None
    light: Light
    mailbox: Mailbox | None
    listens_at: str
    public_url: str
    connections: tuple[ConnectionWebhooks, ...]
    events: tuple[InboxEntry, ...]
    waiting: int
    rejected: Mapping[Reason, int]
    p50: float | None = None
    p95: float | None = None
    p99: float | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """A device that reads a mailbox.

    Attributes:
        seen_at: When it last acknowledged or opened a session. Aware UTC.
        own: Whether it is this one.
    """

    id: str
    name: str
    added_at: datetime
    seen_at: datetime | None
    own: bool


class TestStep(StrEnum):
    """How far a test event came."""

    __test__ = False  # to pytest, whose tests begin with the same word

    SENT = "SENT"
    TAKEN = "TAKEN"
    """The relay answered 200."""
    BACK = "BACK"
    """It came out of the mailbox here, unsealed."""


@dataclass(frozen=True, slots=True)
class TestResult:
    """What came of a test event.

    Attributes:
        reached: The last step that was reached.
        taken_after, back_after: Seconds since it was sent; None where not reached.
        trouble: Why it did not come back.
    """

    __test__ = False

    reached: TestStep
    taken_after: float | None = None
    back_after: float | None = None
    trouble: Trouble | None = None


def percentile(ascending: Sequence[float], percent: int) -> float | None:
    """Give the value that so many percent of all are at most; None where there are none."""
    if not ascending:
        return None
    return ascending[max(ceil(len(ascending) * percent / 100), 1) - 1]
