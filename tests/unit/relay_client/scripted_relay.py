"""A relay of the tests' own on virtual time: it says what it is told to say, when it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from random import Random
from typing import Any, TypeVar

import httpx
import msgspec
from nacl.public import PublicKey, SealedBox

from budgetsync.domain.errors import VaultLocked
from budgetsync.domain.realtime import LightState, Mailbox
from budgetsync.relay.client import RelayClient
from budgetsync.relay.client.keys import provide_keys
from budgetsync.relay.protocol import Event, EventPage, Hello, event_id, pack, to_bytes, to_text
from budgetsync.vault.memory_vault import MemoryVault
from tests.integration.mailbox_reader import ENTRY, KeptInbox
from tests.reliability.simulation.loop import VirtualLoop, pass_time
from tests.unit.sync.virtual import START, VirtualClock

T = TypeVar("T")
URL = "https://relay.example.org"
EPOCH = "epoch1"
Part = bytes | float | BaseException
"""Of a stream: bytes, seconds to wait, or what it ends with."""
Answer = Callable[[httpx.Request], httpx.Response]
FOR_EVER = 10.0**9


class _Body(httpx.AsyncByteStream):
    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = parts

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self._parts:
            if isinstance(part, BaseException):
                raise part
            if isinstance(part, bytes):
                yield part
            else:
                await pass_time(part)


class ScriptedRelay(httpx.AsyncBaseTransport):
    """Answers sessions by itself; what else it says is set by the test.

    Attributes:
        streams: What the next streams say; the last one again and again.
        polls: Answers the long poll.
        meddle: Looked at first; what it returns is answered, what it raises is what happened on the way.
        asked: Every request, with the time.
        acks: What was acknowledged.
    """

    def __init__(self) -> None:
        self.streams: list[list[Part]] = [[hello(), *heartbeats()]]
        self.polls: Answer = lambda _request: httpx.Response(
            200, json={"epoch": EPOCH, "head": 0, "events": []}
        )
        self.meddle: Callable[[httpx.Request], httpx.Response | None] = lambda _request: None
        self.acknowledge: Answer = lambda _request: say(204)
        self.asked: list[tuple[float, httpx.Request]] = []
        self.acks: list[int] = []
        self.open_streams = 0

    def times(self, ending: str) -> list[float]:
        """When requests for a path were made."""
        return [at for at, request in self.asked if request.url.path.endswith(ending)]

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        self.asked.append((asyncio.get_running_loop().time(), request))
        await pass_time(0.01)
        instead = self.meddle(request)
        if instead is not None:
            return instead
        path = request.url.path
        if path == "/v1/session":
            asked = msgspec.json.decode(body, type=dict[str, str])
            if not asked["nonce"]:
                return say(200, {"nonce": "nonce", "seconds": 60})
            return say(200, {"bearer": "bearer", "seconds": 900})
        if path.endswith("/ack"):
            answer = self.acknowledge(request)
            if answer.is_success:
                self.acks.append(msgspec.json.decode(body)["seq"])
            return answer
        if request.url.query:
            await pass_time(float(request.url.params["wait"]))
            return self.polls(request)
        parts = self.streams.pop(0) if len(self.streams) > 1 else self.streams[0]
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=_Body(parts))


class Keyring(MemoryVault):
    """One that may be locked."""

    is_locked = False

    def load(self, name: str) -> str:
        """Read a secret, where it is open."""
        if self.is_locked:
            message = "The keyring is locked."
            raise VaultLocked(message)
        return super().load(name)


class Stage:
    """A client on virtual time beside a scripted relay."""

    def __init__(self) -> None:
        self.relay = ScriptedRelay()
        self.clock = VirtualClock()
        self.vault = Keyring()
        self.keys = provide_keys(self.vault, ENTRY, URL)
        random = Random(1)  # noqa: S311 - to be repeated
        self.client = RelayClient(self.vault, ENTRY, self.clock, random=random, transports=lambda: self.relay)
        self.inbox = KeptInbox()
        self.states: list[LightState] = []
        self.client.watch(lambda: self.states.append(self.client.light.state))

    @property
    def state(self) -> LightState:
        return self.client.light.state

    def webhook(self, seq: int, body: bytes = b"{}", *, name: str = "", age_ms: int = 0) -> bytes:
        """An event of the stream, sealed for this client."""
        return frame(self.event(seq, body, age_ms=age_ms), name or event_id(EPOCH, seq))

    def event(self, seq: int, body: bytes = b"{}", *, age_ms: int = 0) -> Event:
        """An event, sealed for this client."""
        box = SealedBox(PublicKey(to_bytes(self.keys.seal_pub)))
        return Event(seq, "webhook", age_ms, to_text(box.encrypt(pack("e30.e30.c2ln", body))))

    @asynccontextmanager
    async def following(self, *, epoch: str = EPOCH, cursor: int = 0) -> AsyncIterator[asyncio.Task[None]]:
        """Follow a mailbox that was read up to a number."""
        mailbox = Mailbox(URL, "box", "device", f"{URL}/api/plaid/webhook/x", epoch, cursor, START)
        task = asyncio.create_task(self.client.follow(mailbox, self.inbox))
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def say(status: int, words: object = b"", **headers: str) -> httpx.Response:
    """An answer that arrives as from a wire: bytes as they are, everything else as JSON."""
    body = words if isinstance(words, bytes) else msgspec.json.encode(words)
    return httpx.Response(status, headers=headers, stream=_Body([body]))


def hello(epoch: str = EPOCH, head: int = 0) -> bytes:
    """The first words of a stream."""
    return b"event: hello\ndata: " + msgspec.json.encode(Hello(epoch, head)) + b"\n\n"


def frame(event: Event, name: str) -> bytes:
    """An event of the stream."""
    return f"event: {event.kind}\nid: {name}\ndata: ".encode() + msgspec.json.encode(event) + b"\n\n"


def gap(seq: int, dropped: int) -> bytes:
    """A gap of the stream."""
    return frame(Event(seq, "gap", 0, "", dropped), event_id(EPOCH, seq))


def page(*events: Event, head: int | None = None, epoch: str = EPOCH) -> httpx.Response:
    """An answer of the long poll."""
    newest = head if head is not None else max((event.seq for event in events), default=0)
    return say(200, EventPage(epoch, newest, list(events)))


def heartbeats(count: int = 1000) -> list[Part]:
    """Comments, a quarter of a minute apart."""
    return [part for _ in range(count) for part in (15.0, b":\n\n")]


def refusal(status: int, error: str, **headers: str) -> httpx.Response:
    """A refusal in the relay's own words."""
    return say(status, {"error": error, "message": "no"}, **headers)


def live(scene: Coroutine[Any, Any, T]) -> T:
    """Run a scene on virtual time, where threads are none either."""
    rng = Random(3)  # noqa: S311 - to be repeated
    with asyncio.Runner(loop_factory=lambda: VirtualLoop(rng)) as runner:
        return runner.run(scene)
