"""A relay for tests: the real server on a free loopback port, in a thread of its own, and a device that uses it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx
from nacl.public import PrivateKey, SealedBox
from nacl.signing import SigningKey

from budgetsync.relay.protocol import (
    device_text,
    pair_text,
    session_text,
    to_bytes,
    to_text,
    unpack,
)
from budgetsync.relay.server.guard import Rates
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.options import Options
from budgetsync.relay.server.records import Clock, Limits
from budgetsync.relay.server.serving import RelayServer, listen

TOKEN = ".".join(
    (to_text(b'{"alg":"ES256","kid":"key-1","typ":"JWT"}'), to_text(b'{"iat":1}'), to_text(b"s" * 64))
)
"""It has the shape that the relay looks at; whether it is genuine it cannot tell."""
PATIENCE = 30
T = TypeVar("T")


class RelayThread:
    """A running relay. Use it as a context manager; begun again on the same database, it is the same relay.

    Args:
        database: A file; the same one for a relay that is started again.
        port: 0 for any free one.
        most: Connections at a time.
        quick: Whether it uses the quicker parser; by default where that is installed.
    """

    def __init__(
        self,
        database: Path,
        *,
        port: int = 0,
        is_open: bool = True,
        rates: Rates | None = None,
        limits: Limits | None = None,
        clock: Clock = time.time,
        most: int = 1000,
        quick: bool | None = None,
    ) -> None:
        self._listener = listen("127.0.0.1", port)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._options = Options(self.url, is_open=is_open, rates=rates or Rates())
        self._limits = limits
        self._clock = clock
        self._most = most
        self._quick = quick
        self._database = database
        self._ready = Event()
        self._failure: BaseException | None = None
        self._thread = Thread(target=self._run, name="relay")
        self._http = httpx.Client(timeout=PATIENCE, trust_env=False)
        self.server: RelayServer
        self.room: Mailroom
        self._loop: asyncio.AbstractEventLoop

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(PATIENCE), "the relay did not start"
        if self._failure is not None:
            raise self._failure
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()
        self.server.ask_to_stop()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive(), "the relay did not stop"
        if self._failure is not None:
            raise self._failure

    def desktop(self) -> Desktop:
        """A computer that has no mailbox yet."""
        return Desktop(self.url, self._http)

    def ask(self, step: Callable[[Mailroom], Awaitable[T]]) -> T:
        """Have something done in its mailroom, by its own loop."""

        async def run() -> T:
            return await step(self.room)

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result(PATIENCE)

    def listens(self, device: str) -> bool:
        """Whether that device listens now."""

        async def look() -> bool:
            return device in self.server.relay.listeners.devices

        return asyncio.run_coroutine_threadsafe(look(), self._loop).result(PATIENCE)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - the test's thread raises it
            self._failure = error
            self._ready.set()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        async with Mailroom(
            f"sqlite:///{self._database}", limits=self._limits, clock=self._clock
        ) as self.room:
            self.server = RelayServer(
                self.room,
                self._options,
                self._listener,
                most=self._most,
                ready=self._ready.set,
                quick=self._quick,
            )
            await self.server.run_relay()


@dataclass
class Desktop:
    """A device of a mailbox, as plainly as can be: its keys, its session, and plain HTTP.

    Attributes:
        host: How it calls the relay in what it signs.
    """

    url: str
    http: httpx.Client = field(repr=False)
    key: SigningKey = field(default_factory=SigningKey.generate)
    seal: PrivateKey = field(default_factory=PrivateKey.generate)
    mailbox: str = ""
    device: str = ""
    address: str = ""
    epoch: str = ""
    bearer: str = ""

    @property
    def host(self) -> str:
        """Host and port of the relay."""
        return self.url.partition("://")[2]

    @property
    def device_pub(self) -> str:
        """The key that it signs with."""
        return to_text(bytes(self.key.verify_key))

    @property
    def seal_pub(self) -> str:
        """The key that is sealed for."""
        return to_text(bytes(self.seal.public_key))

    def ask_for_mailbox(self, invite: str = "", host: str = "", **changed: str) -> httpx.Response:
        """Ask to be paired."""
        text = pair_text(host or self.host, self.device_pub, self.seal_pub, invite)
        words = {
            "device_pub": self.device_pub,
            "seal_pub": self.seal_pub,
            "name": "laptop",
            "sig": self.sign(text),
            "invite": invite,
        }
        return self.http.post(f"{self.url}/v1/mailboxes", json=words | changed)

    def pair(self, invite: str = "") -> Self:
        """Get a mailbox, and open a session."""
        answer = self.ask_for_mailbox(invite)
        assert answer.status_code in {200, 201}, answer.text
        self.mailbox, self.device, self.address, self.epoch = (
            answer.json()[name] for name in ("mailbox", "device", "address", "epoch")
        )
        return self.log_in()

    def add(self, other: Desktop) -> Desktop:
        """Let another computer in."""
        text = device_text(self.host, self.mailbox, other.device_pub, other.seal_pub)
        words = {
            "device_pub": other.device_pub,
            "seal_pub": other.seal_pub,
            "name": "tower",
            "sig": self.sign(text),
        }
        answer = self.call("POST", "/devices", json=words)
        assert answer.status_code == 201, answer.text
        other.mailbox, other.device = self.mailbox, answer.json()["device"]
        return other.log_in()

    def get_nonce(self) -> str:
        """Ask for what is to be signed."""
        answer = self.ask_for_session()
        assert answer.status_code == 200, answer.text
        return str(answer.json()["nonce"])

    def ask_for_session(self, **words: str) -> httpx.Response:
        """Ask for a nonce, or with one and a signature for a session."""
        return self.http.post(
            f"{self.url}/v1/session", json={"mailbox": self.mailbox, "device": self.device, **words}
        )

    def log_in(self) -> Self:
        """Open a session."""
        nonce = self.get_nonce()
        answer = self.ask_for_session(
            nonce=nonce, sig=self.sign(session_text(self.host, self.mailbox, nonce))
        )
        assert answer.status_code == 200, answer.text
        self.bearer = answer.json()["bearer"]
        return self

    def sign(self, text: bytes) -> str:
        """Sign."""
        return to_text(self.key.sign(text).signature)

    def call(self, method: str, path: str, **words: Any) -> httpx.Response:  # noqa: ANN401 - httpx's
        """Ask for something of the mailbox."""
        headers = {"authorization": f"Bearer {self.bearer}"}
        return self.http.request(
            method, f"{self.url}/v1/mailboxes/{self.mailbox}{path}", headers=headers, **words
        )

    def post(self, body: bytes | None = None, number: int = 0, **headers: str) -> httpx.Response:
        """Post a webhook to the mailbox, as a provider does."""
        usual = {"content-type": "application/json", "plaid-verification": TOKEN}
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.http.post(self.address, content=body or webhook(number), headers=usual | given)

    def poll(self, after: int = 0, wait: float = 0, epoch: str = "") -> list[dict[str, Any]]:
        """Read a page."""
        where = {"epoch": epoch or self.epoch, "after": str(after), "wait": str(wait)}
        answer = self.call("GET", "/events", params=where)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["events"])

    def acknowledge(self, seq: int, epoch: str = "") -> httpx.Response:
        """Let go of everything up to a number."""
        return self.call("POST", "/ack", json={"epoch": epoch or self.epoch, "seq": seq})

    def unseal(self, event: dict[str, Any]) -> tuple[str, bytes]:
        """Token and body of an event."""
        return unpack(SealedBox(self.seal).decrypt(to_bytes(event["sealed"])))

    @contextmanager
    def listen(self, last_event_id: str = "") -> Iterator[Listening]:
        """Open a stream."""
        headers = {"authorization": f"Bearer {self.bearer}", "last-event-id": last_event_id}
        with self.http.stream(
            "GET", f"{self.url}/v1/mailboxes/{self.mailbox}/events", headers=headers
        ) as answer:
            assert answer.status_code == 200, answer.read()
            yield Listening(answer)


class Listening:
    """An open stream, read message by message."""

    def __init__(self, answer: httpx.Response) -> None:
        self.headers = answer.headers
        self._lines = answer.iter_lines()

    def read(self) -> dict[str, Any]:
        """The next message: event, id, data. Comments are counted as messages of their own."""
        message: dict[str, Any] = {}
        for line in self._lines:
            if not line:
                return message
            name, _, value = line.partition(":")
            message[name or "comment"] = json.loads(value) if name == "data" else value.strip()
        return {"event": "the end"}


def webhook(number: int = 0) -> bytes:
    """A body as the provider writes it."""
    return json.dumps(
        {"webhook_type": "TRANSACTIONS", "webhook_code": "X", "number": number}, indent=2
    ).encode()
