"""Believable states of real time to feed to views."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.realtime import (
    CatchUp,
    ConnectionWebhooks,
    Device,
    Light,
    LightState,
    Mailbox,
    RealTime,
    Way,
    WebhookState,
)
from budgetsync.domain.webhook import Ask, EventState, InboxEntry, Reason, Route
from tests.ui.samples import NOW

UNREACHABLE = Trouble(
    "RelayUnreachable", "The relay cannot be reached", "It does not answer.", "Nothing needs to be done."
)
REVOKED = Trouble(
    "RelayRefused", "The relay refuses this computer", "It does not know the mailbox.", "Pair with it anew."
)
HOST = "https://relay.example.org"


def light(
    state: LightState = LightState.ON,
    *,
    heard: timedelta | None = timedelta(seconds=5),
    since: timedelta = timedelta(hours=2),
    way: Way | None = Way.STREAM,
    retry: timedelta | None = None,
    trouble: Trouble | None = None,
    catch_up: CatchUp | None = None,
    now: datetime = NOW,
) -> Light:
    return Light(
        state,
        now - since,
        last_byte_at=None if heard is None else now - heard,
        way=way,
        retry_at=None if retry is None else now + retry,
        trouble=trouble,
        catch_up=catch_up,
    )


def caught(events: int = 4, ago: timedelta = timedelta(minutes=1), now: datetime = NOW) -> CatchUp:
    return CatchUp(events, timedelta(hours=3, minutes=12), now - ago)


def mailbox(relay: str = HOST, now: datetime = NOW) -> Mailbox:
    return Mailbox(
        relay, "m" * 26, "d-1", f"{relay}/api/plaid/webhook/0123456789abcdef", "e", 7, now - timedelta(days=3)
    )


def entry(
    number: int = 1,
    state: EventState = EventState.DONE,
    *,
    code: str = "SYNC_UPDATES_AVAILABLE",
    kind: str = "TRANSACTIONS",
    institution: str = "Harbor Bank",
    took: float = 0.21,
    ago: timedelta = timedelta(minutes=1),
    now: datetime = NOW,
) -> InboxEntry:
    arrived = now - ago
    done = state is EventState.DONE
    return InboxEntry(
        id=number,
        digest=f"{number:064x}",
        item_id=ItemId(1) if institution else None,
        institution=institution,
        type=kind if code else "",
        code=code,
        ask=Ask.SYNC,
        route=Route.RELAY,
        state=state,
        arrived_at=arrived,
        received_at=arrived + timedelta(milliseconds=30),
        acted_at=arrived + timedelta(seconds=took) if done else None,
        run_id=RunId(number) if done else None,
    )


def webhooks(
    number: int = 1,
    state: WebhookState = WebhookState.WORKING,
    institution: str = "Harbor Bank",
    *,
    came: timedelta | None = timedelta(minutes=2),
    sent: timedelta | None = timedelta(minutes=2),
    trouble: Trouble | None = None,
    now: datetime = NOW,
) -> ConnectionWebhooks:
    return ConnectionWebhooks(
        ItemId(number),
        institution,
        state,
        last_event_at=None if came is None else now - came,
        sent_at=None if sent is None else now - sent,
        trouble=trouble,
    )


def devices(now: datetime = NOW) -> tuple[Device, ...]:
    added = now - timedelta(days=3)
    return (
        Device("d-1", "desk", added, now, own=True),
        Device("d-2", "laptop in the kitchen", added, now - timedelta(hours=5), own=False),
    )


def realtime(
    shown: Light | None = None,
    *,
    route: Route | None = Route.RELAY,
    box: Mailbox | None = None,
    listens_at: str = "",
    public_url: str = "",
    connections: tuple[ConnectionWebhooks, ...] = (),
    events: tuple[InboxEntry, ...] = (),
    waiting: int = 0,
    rejected: Mapping[Reason, int] = {},
    quick: tuple[float, float, float] | None = None,
) -> RealTime:
    half, most, nearly = quick or (None, None, None)
    return RealTime(
        route,
        shown or light(),
        box or (mailbox() if route is Route.RELAY else None),
        listens_at,
        public_url,
        connections,
        events,
        waiting,
        rejected,
        half,
        most,
        nearly,
    )
