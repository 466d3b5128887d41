"""One request and its answer over ASGI, in the few ways that the relay needs: small, bounded, and never slow."""

import asyncio
import math
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec
from starlette.types import Receive, Scope, Send

from budgetsync.relay.protocol import LARGEST_BODY, Refusal, read_json
from budgetsync.relay.server.refusals import RefusedError, Why

T = TypeVar("T")

BODY_SECONDS = 5.0
"""In which a body has to arrive, so that its answer is out within the 10 s that a provider waits."""
_DRAINED = 1024 * 1024
"""Of a body that is too large, so much is read and dropped: who sends it can then read why."""
_PLAIN = [(b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff")]

Headers = Mapping[str, str]


def read_headers(scope: Scope) -> dict[str, str]:
    """The headers by lower-case name; where one is repeated, the first counts."""
    headers: dict[str, str] = {}
    for name, value in scope["headers"]:
        headers.setdefault(name.decode("latin-1"), value.decode("latin-1"))
    return headers


async def read_body(receive: Receive, largest: int = LARGEST_BODY) -> bytes:
    """Read a whole body.

    Raises:
        RefusedError: It is too large, too slow, or was never finished.
    """
    body, surplus = bytearray(), 0
    try:
        async with asyncio.timeout(BODY_SECONDS):
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    raise RefusedError(Why.MALFORMED)
                part = message.get("body", b"")
                if surplus or len(body) + len(part) > largest:
                    surplus += len(part)
                else:
                    body += part
                if not message.get("more_body", False) or surplus > _DRAINED:
                    break
    except TimeoutError:
        raise RefusedError(Why.TIMEOUT) from None
    if surplus:
        raise RefusedError(Why.LENGTH)
    return bytes(body)


def decode(body: bytes, kind: type[T]) -> T:
    """Read a request's words.

    Raises:
        RefusedError: They are others.
    """
    try:
        return read_json(body, kind)
    except ValueError:
        raise RefusedError(Why.MALFORMED) from None


async def answer(send: Send, status: int, words: msgspec.Struct | None = None) -> int:
    """Answer with JSON, or with nothing; returns the status."""
    body = msgspec.json.encode(words) if words is not None else b""
    await send_whole(send, status, body, [(b"content-type", b"application/json")] if body else [])
    return status


async def refuse(send: Send, error: RefusedError) -> None:
    """Answer a refusal."""
    why = error.why
    headers = [(b"content-type", b"application/json")]
    if error.retry_after is not None:
        headers.append((b"retry-after", str(max(math.ceil(error.retry_after), 1)).encode()))
    if why in {Why.LENGTH, Why.TIMEOUT}:
        headers.append((b"connection", b"close"))  # the rest of the body is of no interest
    if why is Why.NO_SESSION:
        headers.append((b"www-authenticate", b"Bearer"))
    await send_whole(send, why.status, msgspec.json.encode(Refusal(why.name, why.sentence)), headers)


async def send_whole(
    send: Send, status: int, body: bytes, headers: Iterable[tuple[bytes, bytes]] = ()
) -> None:
    """Answer with bytes."""
    length = [(b"content-length", str(len(body)).encode())] if status != 204 else []  # noqa: PLR2004 - no content
    await send({"type": "http.response.start", "status": status, "headers": [*_PLAIN, *length, *headers]})
    await send({"type": "http.response.body", "body": body})
