"""A relay that does what a test of the window says: its light, its mailbox, and webhooks that a bank posts to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from budgetsync.domain.addresses import RECEIVE_PATH
from budgetsync.domain.errors import RelayError, RelayRefused
from budgetsync.domain.ports import Clock, RelayInbox
from budgetsync.domain.realtime import (
    CatchUp,
    Device,
    Light,
    LightState,
    Mailbox,
    MailboxEvent,
    TestResult,
    TestStep,
    Way,
)
from budgetsync.domain.webhook import Delivery, Route

PASSED = TestResult(TestStep.BACK, taken_after=0.038, back_after=0.113)


@dataclass
class ScriptedRelay:
    """Satisfies the port `Relay`.

    Attributes:
        base: Where its mailbox's address is; no bank can post there unless it is served.
        failure: Raised by whatever is asked of it.
        asked: What was asked of it, in order.
        lay_for: How long a webhook lay at the relay, where the clock of a test stands still.
    """

    clock: Clock
    base: str = "https://relay.example.org"
    failure: RelayError | None = None
    result: TestResult = PASSED
    devices: list[Device] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    following: bool = False
    lay_for: timedelta = timedelta(milliseconds=180)
    _light: Light | None = None
    _listeners: list[Callable[[], None]] = field(default_factory=list)
    _arrived: asyncio.Queue[Delivery] = field(default_factory=asyncio.Queue)
    _seq: int = 0
    _rotated: int = 0

    @property
    def light(self) -> Light:
        """As it was last set."""
        return self._light or Light(LightState.CONNECTING, self.clock.now())

    def shine(
        self, state: LightState = LightState.ON, *, ago: float = 5, catch_up: CatchUp | None = None
    ) -> None:
        """Set the light, with the age of the last byte in seconds."""
        now = self.clock.now()
        byte = now - timedelta(seconds=ago)
        way = Way.STREAM if state is LightState.ON else None
        trouble = None
        if state is LightState.REVOKED:
            trouble = RelayRefused("The relay does not know this computer's mailbox.").trouble
        self._light = Light(state, byte, last_byte_at=byte, way=way, trouble=trouble, catch_up=catch_up)
        for listener in tuple(self._listeners):
            listener()

    def watch(self, listener: Callable[[], None], /) -> Callable[[], None]:
        """Tell a listener of each `shine`."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def wake(self) -> None:
        """Nothing is waited for."""

    async def follow(self, mailbox: Mailbox, inbox: RelayInbox, /) -> None:
        """Hand over what is posted."""
        del mailbox
        self.following = True
        self.shine()
        try:
            while True:
                delivery = await self._arrived.get()
                self._seq += 1
                await inbox.take("epoch", [MailboxEvent(self._seq, delivery)])
        finally:
            self.following = False

    def arrive(self, body: bytes, token: str) -> None:
        """Take a webhook in. On the loop's thread."""
        self._arrived.put_nowait(Delivery(body, token, Route.RELAY, self.clock.now() - self.lay_for))

    async def pair(self, relay: str, name: str, invite: str, /) -> Mailbox:
        """Give a mailbox."""
        self._ask(f"pair {relay} {name} {invite}")
        return self._mailbox(relay, self.clock.now())

    async def test(self, mailbox: Mailbox, /) -> TestResult:
        """Answer as scripted."""
        self._ask(f"test {mailbox.id}")
        return self.result

    async def rotate(self, mailbox: Mailbox, /) -> str:
        """Give another address."""
        self._ask(f"rotate {mailbox.id}")
        self._rotated += 1
        return self._address()

    async def retire(self, mailbox: Mailbox, address: str, /) -> None:
        """Close one."""
        self._ask(f"retire {mailbox.id} {address[-1]}")

    async def list_devices(self, mailbox: Mailbox, /) -> tuple[Device, ...]:
        """Name those that were scripted."""
        self._ask(f"devices {mailbox.id}")
        return tuple(self.devices)

    async def revoke_device(self, mailbox: Mailbox, device: str, /) -> None:
        """Shut one out."""
        self._ask(f"revoke {device}")
        del mailbox
        self.devices = [one for one in self.devices if one.id != device]

    async def make_request(self, relay: str, name: str, /) -> str:
        """Give a code."""
        self._ask(f"request {relay} {name}")
        return "REQUEST-4F7K-92QD"

    async def approve(self, mailbox: Mailbox, request: str, /) -> str:
        """Give the answer to a code."""
        self._ask(f"approve {request}")
        now = self.clock.now()
        self.devices.append(Device("d-9", f"who asked with {request}", now, None, own=False))
        del mailbox
        return "ANSWER-8M2P-K3ZT"

    async def join(self, approval: str, now: datetime, /) -> Mailbox:
        """Give the other's mailbox."""
        self._ask(f"join {approval}")
        return self._mailbox(self.base, now)

    async def leave(self, mailbox: Mailbox, /) -> None:
        """Forget it."""
        self._ask(f"leave {mailbox.id}")

    def _ask(self, what: str) -> None:
        self.asked.append(what.strip())
        if self.failure is not None:
            raise self.failure

    def _address(self) -> str:
        return f"{self.base}{RECEIVE_PATH}/0123456789abcdef{self._rotated}"

    def _mailbox(self, relay: str, now: datetime) -> Mailbox:
        return Mailbox(relay, "box", "d-1", self._address(), "", 0, now)

    @contextmanager
    def serve(self, port: int = 0) -> Iterator[None]:
        """Let a bank post to it over HTTP; call it within the loop that follows."""
        loop, arrive = asyncio.get_running_loop(), self.arrive

        class Post(BaseHTTPRequestHandler):
            """Answers 200 to whatever is posted."""

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                loop.call_soon_threadsafe(arrive, body, self.headers.get("Plaid-Verification") or "")
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
                """Write nothing."""

        try:
            server = ThreadingHTTPServer(("127.0.0.1", port), Post)
        except OSError:
            server = ThreadingHTTPServer(("127.0.0.1", 0), Post)
        thread = Thread(target=server.serve_forever, name="scripted-relay")
        thread.start()
        self.base = f"http://127.0.0.1:{server.server_port}"
        try:
            yield
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


def own_device(name: str, now: datetime) -> Device:
    """This computer among the devices of a mailbox."""
    return Device("d-1", name, now, now, own=True)


def lost(why: RelayError) -> TestResult:
    """A test event that the relay did not take in."""
    return TestResult(TestStep.SENT, trouble=why.trouble)
