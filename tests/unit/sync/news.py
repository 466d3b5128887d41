"""Webhooks, a relay and a receiver that a test holds in its hands."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from budgetsync.domain.errors import ProviderError, RelayRefused, WebhookRejected
from budgetsync.domain.ports import RelayInbox
from budgetsync.domain.realtime import Device, Light, LightState, Mailbox, MailboxEvent, TestResult, TestStep
from budgetsync.domain.schedule_settings import ScheduleSettings
from budgetsync.domain.webhook import Ask, Delivery, Reason, Route, WebhookEvent
from budgetsync.store import mailboxes
from budgetsync.store.convert import to_millis
from budgetsync.sync.intake import Intake
from tests.unit.sync.scripted import NOW, Machine

RELAY = "https://relay.example"
MAILBOX = Mailbox(RELAY, "mailbox-1", "device-1", f"{RELAY}/api/plaid/webhook/address-1", "", 0, NOW)


def hint(
    number: int,
    code: str = "SYNC_UPDATES_AVAILABLE",
    *,
    item: str = "item-1",
    ask: Ask = Ask.SYNC,
    signed_at: datetime = NOW,
    route: Route = Route.RELAY,
    arrived_at: datetime = NOW,
    facts: Mapping[str, str] | None = None,
) -> Delivery:
    """Make a webhook that `Gullible` believes; one of the same number is the same one."""
    kind = "TRANSACTIONS" if code == "SYNC_UPDATES_AVAILABLE" else "ITEM"
    told = [item, kind, code, ask.value, signed_at.isoformat(), dict(facts or {})]
    return Delivery(json.dumps(told).encode(), f"header.{number}.signature", route, arrived_at)


def forged(number: int, reason: str = "forged") -> Delivery:
    """Make one that it does not believe, for some reason or for its signature."""
    return Delivery(b"forged", f"header.{number}.{reason}", Route.RELAY, NOW)


class Gullible:
    """Believes whatever is not marked as forged.

    Attributes:
        away: What is raised instead, as long as it is set.
        asked: How many were verified, or tried to be.
        ages: As of when each was verified.
        address: Where news go to.
        gate: Where it is set, verifying waits for it.
    """

    def __init__(self) -> None:
        self.away: ProviderError | None = None
        self.asked = 0
        self.ages: list[datetime] = []
        self.address = ""
        self.gate: asyncio.Event | None = None

    async def verify(self, delivery: Delivery, now: datetime) -> WebhookEvent:
        """Read it."""
        self.asked += 1
        if self.gate is not None:
            await self.gate.wait()
        if self.away is not None:
            raise self.away
        self.ages.append(now)
        if delivery.body == b"forged":
            reason = delivery.token.rpartition(".")[2]
            raise WebhookRejected(reason if reason in {*Reason} else Reason.BAD_SIGNATURE)
        item, kind, code, ask, signed_at, facts = json.loads(delivery.body)
        signed = datetime.fromisoformat(signed_at)
        return WebhookEvent(delivery.digest, item, kind, code, Ask(ask), signed, facts)

    async def set_address(self, access_token: str, url: str) -> None:
        """Remember it."""
        assert access_token
        self.address = url


class ScriptedRelay:
    """A relay that says what a test puts into it.

    Attributes:
        light: What it shows.
        followed: The mailboxes that were followed, one for each time.
        woken: How often it was woken.
        refuses: Whether it knows the mailbox no longer.
    """

    def __init__(self) -> None:
        self.light = Light(LightState.OFF, NOW)
        self.followed: list[Mailbox] = []
        self.woken = 0
        self.refuses = False
        self.left: list[str] = []
        self.inbox: RelayInbox | None = None
        self._listeners: list[Callable[[], None]] = []
        self._turned = asyncio.Event()

    def watch(self, listener: Callable[[], None], /) -> Callable[[], None]:
        """Remember who listens."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def show(self, state: LightState, at: datetime = NOW) -> None:
        """Show another light."""
        byte = at if state is LightState.ON else None
        self.light = Light(state, at, last_byte_at=byte)
        for listener in self._listeners:
            listener()

    def refuse(self) -> None:
        """Know the mailbox no longer."""
        self.refuses = True
        self._turned.set()

    async def follow(self, mailbox: Mailbox, inbox: RelayInbox, /) -> None:
        """Be there until cancelled or refused; what comes is put into `inbox` by the test."""
        self.followed.append(mailbox)
        self.inbox = inbox
        self.show(LightState.ON)
        try:
            while not self.refuses:
                self._turned.clear()
                await self._turned.wait()
            self.show(LightState.REVOKED)
        finally:
            self.inbox = None

    def wake(self) -> None:
        """Count."""
        self.woken += 1

    async def pair(self, relay: str, name: str, invite: str, /) -> Mailbox:
        """Hand out a mailbox to whoever knows the invite."""
        assert name
        if invite == "wrong":
            message = "The invite is not known."
            raise RelayRefused(message)
        return replace(MAILBOX, relay=relay)

    async def test(self, mailbox: Mailbox, /) -> TestResult:
        """Say that it came."""
        assert mailbox
        return TestResult(TestStep.BACK, 0.1, 0.2)

    async def rotate(self, mailbox: Mailbox, /) -> str:
        """Hand out another address."""
        return f"{mailbox.address}-anew"

    async def retire(self, mailbox: Mailbox, address: str, /) -> None:
        """Do nothing."""

    async def list_devices(self, mailbox: Mailbox, /) -> tuple[Device, ...]:
        """Name the one."""
        return (Device(mailbox.device, "desk", NOW, None, own=True),)

    async def revoke_device(self, mailbox: Mailbox, device: str, /) -> None:
        """Remember it."""
        assert mailbox
        self.left.append(device)

    async def make_request(self, relay: str, name: str, /) -> str:
        """Ask."""
        return f"{name} asks {relay}"

    async def approve(self, mailbox: Mailbox, request: str, /) -> str:
        """Say yes."""
        return f"{mailbox.id} lets in: {request}"

    async def join(self, approval: str, now: datetime, /) -> Mailbox:
        """Become another device."""
        assert approval
        return replace(MAILBOX, device="device-2", paired_at=now)

    async def leave(self, mailbox: Mailbox, /) -> None:
        """Remember it."""
        self.left.append(mailbox.device)


class ScriptedReceiver:
    """A receiver whose webhooks a test puts in."""

    def __init__(self) -> None:
        self.listens_at = ""
        self.take: Callable[[Delivery], Awaitable[None]] | None = None
        self._listeners: list[Callable[[], None]] = []

    def watch(self, listener: Callable[[], None], /) -> Callable[[], None]:
        """Remember who listens."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def follow(self, take: Callable[[Delivery], Awaitable[None]], /) -> None:
        """Listen until cancelled."""
        self._turn("http://127.0.0.1:1/api/plaid/webhook", take)
        try:
            await asyncio.Event().wait()
        finally:
            self._turn("", None)

    def _turn(self, listens_at: str, take: Callable[[Delivery], Awaitable[None]] | None) -> None:
        self.listens_at, self.take = listens_at, take
        for listener in self._listeners:
            listener()


class Desk:
    """A machine with an inbox, and a mailbox at a relay.

    Attributes:
        settings: Of syncs by the clock.
    """

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.webhooks = Gullible()
        machine.provider.webhooks = self.webhooks
        self.settings = ScheduleSettings()
        self.restart()
        machine.database.run_now(lambda db: mailboxes.save_mailbox(db, MAILBOX))

    def restart(self) -> None:
        """Have an intake anew, which knows what the file says and nothing else."""
        machine = self.machine
        self.intake = Intake(
            machine.database,
            {"plaid": machine.provider},
            machine.clock,
            machine.bus,
            Random(1),  # noqa: S311 - the same in every run
            rouse=machine.worker.rouse,
            settings=lambda _db: self.settings,
            zone=UTC,
        )

    async def take(self, *deliveries: Delivery, epoch: str = "a", first: int = 1) -> None:
        """Take deliveries in, numbered from `first` on."""
        await self.intake.take(epoch, entries(*deliveries, first=first))

    def states(self) -> list[tuple[object, ...]]:
        """Tell what became of each webhook."""
        return self.machine.rows("SELECT code, state, run_id FROM inbox ORDER BY id")

    def requests(self) -> list[tuple[object, ...]]:
        """Tell which requests are open, and in how many milliseconds each is due."""
        rows = self.machine.rows(
            "SELECT item_id, trigger, next_attempt_at FROM queue WHERE ended_at IS NULL ORDER BY id"
        )
        now = to_millis(self.machine.clock.now())
        return [(item, trigger, int(str(due)) - now) for item, trigger, due in rows]

    def place(self) -> tuple[object, ...]:
        """Tell how far the mailbox was read."""
        return self.machine.rows("SELECT epoch, cursor FROM mailbox")[0]


MakeDesk = Callable[..., Desk]
"""Makes a desk whose bank gives some answers; see the fixture `make_desk`."""


def entries(*deliveries: Delivery, first: int = 1) -> Sequence[MailboxEvent]:
    """Number deliveries as a mailbox does."""
    return [MailboxEvent(number, one) for number, one in enumerate(deliveries, first)]


async def beside(work: Callable[[], Awaitable[None]], scene: Awaitable[None]) -> None:
    """Play a scene beside something that works until it is cancelled."""
    working = asyncio.ensure_future(work())
    try:
        await scene
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError):
            await working
