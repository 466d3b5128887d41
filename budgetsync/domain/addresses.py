"""Where the provider is to tell news to, and whether those of one connection arrive. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import ItemId
from budgetsync.domain.realtime import ConnectionWebhooks, WebhookState
from budgetsync.domain.settings import is_loopback
from budgetsync.domain.webhook import LEEWAY

RECEIVE_PATH = "/api/plaid/webhook"
"""Where webhooks are posted to, at a relay and at the receiver of the direct way alike."""
ON_ITS_WAY = timedelta(minutes=2)
"""How long a webhook may take before it counts as missing."""
MISSED_RUNS = 2
"""Runs in a row after which missing webhooks are told of."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """The webhooks of a connection, as the ledger keeps them. Instants are aware UTC.

    Attributes:
        url: Where the provider says it tells news to; "" for nowhere.
        sent_at: When the provider says that it last told some, by its own clock.
        elsewhere_until: What was sent up to then went to another address, by the provider's clock.
        signed_at: When the newest webhook that came here was signed, by the provider's clock.
        arrived_at: When the last one came here, by our own.
        missed: Runs in a row that found webhooks missing.
        trouble: Why the provider could not be told the address.
    """

    item_id: ItemId
    provider: str
    source_item_id: str
    institution: str
    url: str = ""
    sent_at: datetime | None = None
    elsewhere_until: datetime | None = None
    signed_at: datetime | None = None
    arrived_at: datetime | None = None
    missed: int = 0
    trouble: Trouble | None = None

    @property
    def is_owed(self) -> bool:
        """Whether the provider sent one here that did not come. Both by the provider's clock, which may be wrong."""
        if self.sent_at is None or (
            self.elsewhere_until is not None and self.sent_at <= self.elsewhere_until
        ):
            return False
        return self.signed_at is None or self.signed_at < self.sent_at - LEEWAY

    def is_missing(self, now: datetime) -> bool:
        """Whether one is owed for longer than it may be on its way."""
        return self.is_owed and self.sent_at is not None and now - self.sent_at > ON_ITS_WAY

    def judge(self, wanted: str) -> ConnectionWebhooks:
        """Tell whether news come by themselves.

        Args:
            wanted: Where the provider is to tell news to; "" for nowhere.
        """
        state = self._state(wanted)
        return ConnectionWebhooks(
            self.item_id,
            self.institution,
            state,
            last_event_at=self.arrived_at,
            sent_at=self.sent_at,
            trouble=self.trouble if state is WebhookState.FAILED else None,
        )

    def _state(self, wanted: str) -> WebhookState:
        if not wanted:
            return WebhookState.OFF
        if self.url != wanted:
            return WebhookState.SETTING if self.trouble is None else WebhookState.FAILED
        if self.is_owed and self.missed:
            return WebhookState.MISSING
        before = self.elsewhere_until
        came = self.signed_at is not None and (before is None or self.signed_at > before)
        return WebhookState.WORKING if came else WebhookState.SET


def receive_path(secret: str) -> str:
    """Tell where the receiver of the direct way answers.

    Args:
        secret: Last part of the path; "" for none.
    """
    return f"{RECEIVE_PATH}/{secret}" if secret else RECEIVE_PATH


def full_address(url: str, path: str) -> str:
    """Complete a public address to where the receiver, or the mailbox, answers.

    Args:
        url: Host alone, or with RECEIVE_PATH; any other path is taken as it is, since who set it has a proxy there.
        path: Where it answers.
    """
    if not url:
        return ""
    url = url.rstrip("/")
    given = urlsplit(url).path
    return url.removesuffix(given) + path if given in {"", RECEIVE_PATH} else url


def is_reachable(url: str, environment: str) -> bool:
    """Tell whether an address is one for the provider of an environment.

    The demo bank posts to this computer only, and is told no address of anybody's real relay.
    """
    return environment != "demo" or is_loopback(urlsplit(url).hostname or "")


def shown_address(url: str) -> str:
    """Write an address for a person, without what makes it secret."""
    parts = urlsplit(url)
    place = f"{parts.scheme}://{parts.netloc}"
    return f"{place}{RECEIVE_PATH}/…" if parts.path.startswith(f"{RECEIVE_PATH}/") else f"{place}{parts.path}"
