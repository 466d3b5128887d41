"""What the receiver of the direct way does with a request: one address, bounded bodies, and 200 after the commit."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import Future
from dataclasses import dataclass
from hmac import compare_digest
from typing import Any, Protocol

from budgetsync.domain.ports import Clock
from budgetsync.domain.webhook import Delivery, Route
from budgetsync.relay.protocol import LARGEST_BODY, LARGEST_TOKEN, VERIFICATION_HEADER

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

RETRY_SECONDS = 30
A_MINUTE, BURST = 60, 120
"""Webhooks that are taken; more are told to come later."""
_WAITING = 64
"""Webhooks that may wait for their commit at once."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long things may take, in seconds.

    Attributes:
        head: A connection until it has said what it wants.
        body: A body until it has arrived.
        answer: Its commit; the provider waits for 10 seconds, and tries again after a 503.
        life: A connection as a whole.
    """

    head: float = 10.0
    body: float = 10.0
    answer: float = 8.0
    life: float = 40.0


class HandOver(Protocol):
    """Gives a webhook to who commits it, from this thread."""

    def __call__(self, delivery: Delivery, /) -> "Future[None]":
        """Begin; what is returned ends when it is committed, or with why it was not."""
        ...


class _Refused(Exception):  # noqa: N818 - an answer, not an error
    def __init__(self, status: int, *, retry: bool = False) -> None:
        super().__init__(status)
        self.status = status
        self.retry = retry


class Door:
    """The application that the server runs (ASGI). Whoever does not know the address sees one answer only."""

    def __init__(self, path: str, hand_over: HandOver, clock: Clock, patience: Patience) -> None:
        self._path = path.encode("ascii")
        self._hand_over = hand_over
        self._clock = clock
        self._patience = patience
        self._room = float(BURST)
        self._filled = clock.monotonic()
        self._waiting = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request."""
        try:
            await self._answer(scope, receive)
        except _Refused as refused:
            await _reply(send, refused.status, retry=refused.retry)
        else:
            await _reply(send, 200)

    async def _answer(self, scope: Message, receive: Receive) -> None:
        known = compare_digest(scope["raw_path"], self._path)
        if scope["method"] != "POST" or not known:
            raise _Refused(404)
        if not self._has_room():
            raise _Refused(429, retry=True)
        token = _screen(scope["headers"])
        body = await _read(receive, self._patience.body)
        await self._take(Delivery(body, token, Route.DIRECT, self._clock.now()))

    def _has_room(self) -> bool:
        now = self._clock.monotonic()
        self._room = min(BURST, self._room + (now - self._filled) * A_MINUTE / 60)
        self._filled = now
        if self._room < 1 or self._waiting >= _WAITING:
            return False
        self._room -= 1
        return True

    async def _take(self, delivery: Delivery) -> None:
        self._waiting += 1
        taken = asyncio.wrap_future(self._hand_over(delivery))
        taken.add_done_callback(self._taken)
        # What takes longer is committed all the same; the provider's next try is absorbed then.
        done, _ = await asyncio.wait({taken}, timeout=self._patience.answer)
        if not done or taken.cancelled() or taken.exception() is not None:
            raise _Refused(503, retry=True)

    def _taken(self, taken: "asyncio.Future[None]") -> None:
        self._waiting -= 1
        if not taken.cancelled():
            taken.exception()  # looked at, so that nobody reports it as lost


def _screen(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """Turn away what cannot be a webhook, before its body is read.

    Returns:
        The token; "" where there is none, which is turned away and counted as any other that is not genuine.
    """
    found: dict[bytes, bytes] = {}
    for name, value in headers:
        if name in found:
            raise _Refused(400)
        found[name] = value
    length = found.get(b"content-length", b"0")
    if not length.isdigit() or len(length) > len(str(LARGEST_BODY)) or int(length) > LARGEST_BODY:
        raise _Refused(413)
    if found.get(b"content-type", b"").partition(b";")[0].strip().lower() != b"application/json":
        raise _Refused(415)
    token = found.get(VERIFICATION_HEADER.lower().encode("ascii"), b"")
    if len(token) > LARGEST_TOKEN:
        raise _Refused(431)
    return token.decode("latin-1")


async def _read(receive: Receive, seconds: float) -> bytes:
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _Refused(400)
                body += message.get("body", b"")
                if len(body) > LARGEST_BODY:
                    raise _Refused(413)
                if not message.get("more_body"):
                    return bytes(body)
    except TimeoutError:
        raise _Refused(408) from None


async def _reply(send: Send, status: int, *, retry: bool = False) -> None:
    # One request to a connection: what stays open costs nobody else anything.
    headers = [(b"content-length", b"0"), (b"connection", b"close"), (b"cache-control", b"no-store")]
    if retry:
        headers.append((b"retry-after", str(RETRY_SECONDS).encode("ascii")))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
