"""Webhooks on a stage: the bank's courier, the relay, the lines between, and what must be so of every event."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

import httpx
from nacl.public import PublicKey, SealedBox

from budgetsync.domain.errors import RelayError, StoreError, UsageError, VaultError
from budgetsync.domain.ports import Relay
from budgetsync.domain.realtime import LightState
from budgetsync.relay.client import RelayClient
from budgetsync.relay.protocol import Event, Hello, event_id, pack, to_bytes, to_text
from budgetsync.relay.server.frames import frame_event, frame_hello
from budgetsync.relay.server.records import Limits
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.plan.rules import Rule
from budgetsync.sandbox.webhooks.outbox import Delivery
from tests.contract.forger import ATTEMPTS, Signer
from tests.reliability.crash import Killed
from tests.reliability.simulation.courier import SimulatedCourier
from tests.reliability.simulation.faults import WEBHOOKS, Kind
from tests.reliability.simulation.loop import pass_time
from tests.reliability.simulation.net import NOTHING, Interference, Net
from tests.reliability.simulation.relayside import HOST, URL, RelaySide

if TYPE_CHECKING:
    from tests.reliability.simulation.stage import Stage

HOUR = 3600.0
_RULES = {
    Kind.WEBHOOK_LOST: "webhook_lost",
    Kind.WEBHOOK_TWICE: "webhook_duplicate",
    Kind.WEBHOOK_LATE: "webhook_late",
    Kind.WEBHOOK_REORDERED: "webhook_reordered",
    Kind.WEBHOOK_FORGED: "webhook_forged",
}
_PLENTY = 1000
"""Entries that a relay keeps in earnest; with fewer, some are let go of while nobody fetches them."""
_AT_WORK = 60.0
"""Seconds within which what came is still being acted on."""
_FORGERIES = ("body", "key", "algorithm", "missing")
_PAGE = "<!DOCTYPE html><html><body><h1>Welcome to the hotel</h1></body></html>"
_LOSING = frozenset(
    {
        Kind.RELAY_ROLLED_BACK,
        Kind.RELAY_LIES,
        Kind.MAILBOX_FULL,
        Kind.CLOCK_BACK,
        Kind.CLOCK_FORWARD,
    }
)
"""With these, an event that was answered 200 may rightly be in no inbox: everything is synced instead."""
_KNOWN = (
    "SELECT event_digest, i.state, ask, i.run_id, r.state, i.received_at "
    "FROM inbox i LEFT JOIN sync_run r ON r.id = i.run_id"
)


class RealTimeScene:
    """Everything about real time that outlives a program.

    Attributes:
        stage: What it is on.
        net: The computer's way to the relay.
        relay: The relay.
        limits: How much the relay keeps.
        lets_go: Whether the relay lets go of what waits for too long, or is too much.
        look_every: Seconds between the client's looks whether the computer slept.
        acked: Acknowledgements that were sent.
        told: How long the log of each item was when the bank last told of it.
    """

    def __init__(self, stage: Stage, rng: Random) -> None:
        self.stage = stage
        self._rng = rng
        self.limits = Limits(entries=rng.choice([6, 12, _PLENTY, _PLENTY]), room=0)
        self.lets_go = self.limits.entries < _PLENTY
        self.look_every = 1_000 * HOUR
        self.relay = RelaySide(stage.path.parent, stage.world, stage.faults, rng, self.limits, stage.spawn)
        self.net, self._far = Net(rng, "192.0.2.7"), Net(rng, "198.51.100.9")
        self.net.hosts = self._far.hosts = {HOST: self.relay.host}
        self.net.meddle = self._meddle
        self.courier = SimulatedCourier(stage.side, self.post)
        stage.side.bank.notices.meddler = self
        self.acked = 0
        self.told: dict[int, int] = {}
        self._seal_pub = ""
        self._made_up = 0
        self._lies: list[Callable[[httpx.Request], httpx.Response]] = [
            lambda _: httpx.Response(200, text=_PAGE, headers={"content-type": "text/html"}),
            lambda _: httpx.Response(502, text=_PAGE, headers={"content-type": "text/html"}),
            lambda request: httpx.Response(302, headers={"location": str(request.url)}),
            lambda _: httpx.Response(401, json={"error": "NO_SESSION", "message": "no"}),
            lambda _: httpx.Response(429, headers={"retry-after": str(rng.choice([1, 600, 10**12]))}),
            lambda _: httpx.Response(200, json={"epoch": 7, "head": "much", "events": None}),
            *[lambda _: self._lying_stream()] * 6,
        ]

    async def open(self) -> None:
        """Start the relay, pair with it, and let the bank deliver."""
        stage = self.stage
        self.relay.start()
        self.relay.back_up()
        stage.spawn(self.courier.deliver())
        stage.spawn(self.courier.follow())
        await self.pair()
        stage.spawn(self.pair_again())

    def stir(self) -> None:
        """Let something be told, so that what waits for a webhook need not wait for long."""
        self.announce(self._rng.choice(self.stage.side.items()))

    # The bank's side

    async def post(self, url: str, body: bytes, headers: dict[str, str]) -> int | None:
        """Post a webhook, as somebody on the internet does; gives the status, None where nothing answers."""
        request = httpx.Request("POST", url, content=body, headers=headers)
        request.extensions = {"timeout": {"read": 10.0}}
        try:
            response = await self._far.handle_async_request(request)
            await response.aread()
            await response.aclose()
        except httpx.HTTPError:
            return None
        return response.status_code

    def meddle(self, delivery: Delivery) -> list[Delivery]:
        """Spoil a webhook where that was planned."""
        if (item := self.stage.side.bank.items.by_id(delivery.item_id or "")) is not None:
            self.told[item.number] = len(item.book.log)
        plan = self.stage.side.bank.plan
        if kind := self.stage.faults.strike(WEBHOOKS, 0):
            rng = self._rng
            late, forgery = rng.uniform(10, 30 * HOUR), rng.choice(_FORGERIES)
            plan.add([Rule(kind=_RULES[kind], times=1, seconds=late, forgery=forgery)])
        return plan.meddle(delivery)

    def announce(self, item: Item) -> None:
        """Let the bank tell that there is news of an item."""
        self.stage.side.catch_up()
        self.stage.side.bank.notices.tell_news(item, 1, [], partial=False)

    async def replay(self) -> None:
        """Post again what was taken in before, under its old signature."""
        while not self.courier.posts:
            await pass_time(HOUR)
        url, body, headers = self._rng.choice(self.courier.posts)
        await self.post(url, body, headers)

    async def flood(self) -> None:
        """Post webhooks whose keys nobody ever heard of."""
        addresses = [item.webhook for item in self.stage.side.items() if item.webhook]
        for _ in range(self._rng.randint(3, 20)):
            self._made_up += 1
            signer = Signer(7, f"made-up-{self._made_up}")
            body = json.dumps({"webhook_type": "TRANSACTIONS", "number": self._made_up}).encode()
            token = signer.token(body, self.stage.world.true_now())
            headers = {"content-type": "application/json", "plaid-verification": token}
            await self.post(self._rng.choice(addresses or [f"{URL}/nowhere"]), body, headers)

    # The computer's side

    def make_client(self, name: str) -> Relay:
        """Make the program's end of the relay."""
        stage = self.stage
        return RelayClient(
            stage.vault,
            name,
            stage.clock,
            random=self._rng,
            look_every=self.look_every,
            transports=lambda: self.net,
        )

    async def pair(self) -> None:
        """Pair, with the patience of a person."""
        while True:
            core = self.stage.core
            try:
                if core is not None:
                    await core.pair_relay(URL)
                    return
            except (RelayError, StoreError, VaultError, UsageError, Killed):
                pass_for = 300.0
            else:
                pass_for = 60.0
            await pass_time(pass_for)

    async def pair_again(self) -> None:
        """Pair anew where the program says that the relay knows it no longer, as a person does some time."""
        while True:
            await pass_time(2 * HOUR)
            core = self.stage.core
            if core is not None and core.realtime_light.state is LightState.REVOKED:
                await self.pair()

    def _meddle(self, request: httpx.Request, body: bytes) -> Interference:
        path = request.url.path
        if path == "/v1/mailboxes":
            self._seal_pub = json.loads(body)["seal_pub"]
        if path.endswith("/ack"):
            self._check_ack(json.loads(body))
            if self.stage.faults.strike(frozenset({Kind.ACK_LOST}), 0):
                error = httpx.ReadError("the connection was reset", request=request)
                return self._rng.choice([Interference(lost=error), Interference(unanswered=error)])
            return NOTHING
        is_reading = "/events" in path or path.endswith("/session")
        if is_reading and self.stage.faults.strike(frozenset({Kind.RELAY_LIES}), 0):
            return Interference(instead=self._lie(request))
        return NOTHING

    def _lie(self, request: httpx.Request) -> httpx.Response:
        response = self._rng.choice(self._lies)(request)
        response.request = request
        return response

    def _lying_stream(self) -> httpx.Response:
        """A stream with events that the relay made up, sealed as they should be, or with nonsense."""
        place = self.stage.truth.ask("SELECT epoch, cursor FROM mailbox")
        epoch, cursor = place[0] if place else ("", 0)
        rng = self._rng
        epoch = rng.choice([epoch or "made-up", epoch or "made-up", "another", "two words", ""])
        parts = [frame_hello(Hello(epoch=epoch, head=rng.choice([0, cursor, cursor + 9, 10**17])))]
        for _ in range(rng.randint(0, 9)):
            cursor += rng.choice([0, 1, 1, 1, 2, 10**6])
            parts.append(frame_event(epoch, self._made_up_event(max(cursor, 1))))
        parts += rng.choice(
            [[], [b"data: {\n\n"], [b"id: x\nevent: webhook\ndata: {}\n\n"], [b"y" * 200_000]]
        )
        return httpx.Response(
            200, content=b"".join(parts), headers={"content-type": "text/event-stream; charset=utf-8"}
        )

    def _made_up_event(self, seq: int) -> Event:
        rng = self._rng
        if rng.random() < 0.2:
            return Event(seq=seq, kind=rng.choice(["gap", "webhook", "?"]), age_ms=-(10**15), dropped=10**15)
        if self.courier.posts and rng.random() < 0.4:
            _, body, headers = rng.choice(self.courier.posts)
            token, body = headers.get("plaid-verification", ""), body.replace(b"SYNC", b"SYN_")
        else:
            attempt = rng.choice(ATTEMPTS)
            token, body = attempt.token, attempt.body
        try:
            packet = pack(token, body)
        except (UnicodeEncodeError, OverflowError):
            packet = b"\xff"
        sealed = SealedBox(PublicKey(to_bytes(self._seal_pub))).encrypt(packet) if self._seal_pub else b""
        return Event(seq=seq, kind="webhook", age_ms=rng.choice([0, 10**9, 10**18]), sealed=to_text(sealed))

    # What must be so

    def _check_ack(self, told: dict[str, object]) -> None:
        """What is acknowledged is committed, whatever happens next."""
        self.acked += 1
        place = self.stage.truth.ask("SELECT epoch, cursor FROM mailbox")
        epoch, cursor = place[0] if place else ("", 0)
        seq = told["seq"]
        assert isinstance(seq, int)
        if (epoch == told["epoch"] and cursor < seq) or (epoch != told["epoch"] and seq):
            self.stage.truth.fail(
                f"{event_id(str(told['epoch']), seq)} was acknowledged at {event_id(epoch, cursor)}"
            )

    def heal(self) -> None:
        """Nothing goes wrong any more."""
        self.net.offline, self.net.lag = False, 0.0
        self.net.reset()
        self.relay.start()
        self.stage.side.bank.release_held()

    async def check_end(self) -> None:
        """Look a last time: real time works, and every event that came was dealt with."""
        stage, fail = self.stage, self.stage.truth.fail
        core = stage.core
        assert core is not None
        await core.resume()
        await core.choose_quiet(None)
        if core.realtime_light.state is LightState.REVOKED:
            await self.pair()  # the relay came back from before it knew this computer
        for _ in range(12):  # it may be waiting for its next attempt
            if core.realtime_light.state is LightState.ON:
                break
            await pass_time(HOUR / 4)
        else:
            fail(f"real time did not come back: {core.realtime_light}")
            return
        await pass_time(120)
        for item in stage.side.items():
            await self._check_news(item)
        self.check_inbox()

    async def _check_news(self, item: Item) -> None:
        """The bank tells of a purchase: its row has to come by itself."""
        truth = self.stage.truth
        if not item.webhook:
            truth.fail(f"item {item.number} tells nobody of its news")
            return
        self.stage.side.buy(item, 2)
        self.announce(item)
        await pass_time(30)
        if not truth.is_current(item):
            seen = truth.ask("SELECT code, state, received_at FROM inbox ORDER BY id DESC LIMIT 3")
            queued = truth.ask(
                "SELECT item_id, trigger, state, attempts, next_attempt_at, last_error FROM queue"
            )
            truth.fail(f"news of item {item.number} did not come by themselves: {seen}, {queued}")

    def check_inbox(self) -> None:
        """Look what became of each event."""
        if twice := self.stage.truth.ask("SELECT 1 FROM inbox GROUP BY event_digest HAVING count(*) > 1"):
            self.stage.truth.fail(f"{len(twice)} events were taken in twice")
        truth, known = self.stage.truth, self.stage.truth.ask(_KNOWN)
        genuine = self.courier.genuine
        just_now = (self.stage.clock.now().timestamp() - _AT_WORK) * 1000
        for digest, state, ask, run_id, run_state, received_at in known:
            if state in {"queued", "unverified"} and received_at <= just_now:
                truth.fail(f"event {digest[:12]} ends {state}")
            elif state != "unverified" and digest not in genuine:
                truth.fail(f"event {digest[:12]} is forged and ends {state}")
            if state == "done" and ask != "NOTE" and (run_id is None or run_state != "SUCCEEDED"):
                truth.fail(f"event {digest[:12]} is done by run {run_id}, which ended {run_state}")
        if self.lets_go or _LOSING & {*+self.stage.faults.fired}:
            return
        there = {row[0] for row in known}
        if lost := [digest for digest, taken in genuine.items() if taken and digest not in there]:
            truth.fail(f"{len(lost)} events were answered 200 and never came, {lost[0][:12]} for one")
