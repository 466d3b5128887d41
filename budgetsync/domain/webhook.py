"""Webhooks: what arrives, what it asks for, why one is turned away, and what became of each.

An event is a hint, never data: rows come from a sync, whose answer is the bank's truth. So an event that is late,
repeated or out of order does no harm, and one that was lost costs time and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from budgetsync.domain.ids import ItemId, RunId

LEEWAY = timedelta(seconds=300)
"""How wrong clocks may be."""
DIRECT_AGE = timedelta(minutes=5)
"""How old a webhook may be that comes straight from the provider. Source: Plaid, Webhook verification."""
RELAY_RETENTION = timedelta(days=7)
"""How long a relay keeps what nobody fetched."""
RELAYED_AGE = RELAY_RETENTION + timedelta(hours=24)
"""How old a webhook may be that a relay kept: the provider itself tries for 24 hours to hand it over."""


class Route(StrEnum):
    """The way that a webhook took."""

    DIRECT = "direct"
    RELAY = "relay"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A webhook as it arrived, not yet believed.

    Attributes:
        body: The raw bytes, which the signature is over.
        token: The header that is said to vouch for it; "" where there was none.
        arrived_at: When relay or receiver took it in, by our own clock. Aware UTC.
    """

    body: bytes = field(repr=False)
    token: str = field(repr=False)
    route: Route
    arrived_at: datetime

    @property
    def digest(self) -> str:
        """What one webhook is known by: SHA-256 of the signed part of its token, in hex.

        The signature is no part of it: ECDSA gives another one each time that the same words are signed.
        """
        return sha256(self.token.rpartition(".")[0].encode("utf-8", "surrogateescape")).hexdigest()


class Reason(StrEnum):
    """Why a webhook is turned away. Each is counted."""

    NO_TOKEN = "NO_TOKEN"  # noqa: S105 - no secret
    MALFORMED_TOKEN = "MALFORMED_TOKEN"  # noqa: S105 - no secret
    WRONG_ALGORITHM = "WRONG_ALGORITHM"
    UNKNOWN_KEY = "UNKNOWN_KEY"
    MALFORMED_KEY = "MALFORMED_KEY"
    EXPIRED_KEY = "EXPIRED_KEY"
    BAD_SIGNATURE = "BAD_SIGNATURE"
    BAD_CLAIMS = "BAD_CLAIMS"
    OTHER_BODY = "OTHER_BODY"
    TOO_OLD = "TOO_OLD"
    FROM_THE_FUTURE = "FROM_THE_FUTURE"
    TOO_LARGE = "TOO_LARGE"
    MALFORMED_BODY = "MALFORMED_BODY"
    OTHER_ENVIRONMENT = "OTHER_ENVIRONMENT"


class Ask(StrEnum):
    """What a webhook asks for."""

    SYNC = "SYNC"
    """News of the bank, or of the login: a sync fetches them, and learns how the login stands."""
    LOGIN_REPAIRED = "LOGIN_REPAIRED"
    """What was parked can go on: a sync that goes first."""
    NOTE = "NOTE"
    """Nothing to fetch; a person may want to know."""


@dataclass(frozen=True, slots=True)
class WebhookEvent:
    """A webhook that is genuine.

    Attributes:
        digest: See `Delivery.digest`.
        source_item_id: The provider's id of the connection; "" where it is about none.
        type, code: In the provider's words, unknown ones included.
        signed_at: When the provider signed it, by the provider's clock. Aware UTC.
        facts: What else is of use, by names of ours: `ends_at` (when access ends), `account` (the provider's id of
            one), `webhook` (the new address), `error` (the provider's code), `reason`. Texts only.
    """

    digest: str
    source_item_id: str
    type: str
    code: str
    ask: Ask
    signed_at: datetime
    facts: Mapping[str, str] = field(default_factory=dict)


class EventState(StrEnum):
    """What became of a webhook that was taken in.

    UNVERIFIED: nobody could be asked for its key yet. QUEUED: a sync that it asked for has not succeeded yet.
    DONE: a sync that began after it has succeeded. NOTED: nothing had to be done. STRANGER: no connection of ours.
    DEAD: what it asked for was given up; a dead letter tells.
    """

    UNVERIFIED = "unverified"
    QUEUED = "queued"
    DONE = "done"
    NOTED = "noted"
    STRANGER = "stranger"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """A webhook in the inbox, for those who look. Instants are aware UTC and by our own clock.

    Attributes:
        item_id: The connection that it is about; None for strangers and where it is about none.
        arrived_at: When relay or receiver took it in.
        received_at: When it was committed here.
        acted_at: When the rows that it told of were committed; None until then.
        run_id: The run that fetched them.
    """

    id: int
    digest: str
    item_id: ItemId | None
    institution: str
    type: str
    code: str
    ask: Ask | None
    route: Route
    state: EventState
    arrived_at: datetime
    received_at: datetime
    acted_at: datetime | None
    run_id: RunId | None

    @property
    def latency(self) -> timedelta | None:
        """From its arrival at relay or receiver to its rows; None until they are there."""
        return self.acted_at - self.arrived_at if self.acted_at is not None else None
