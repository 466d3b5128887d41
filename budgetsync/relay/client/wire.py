"""HTTP to a relay: bounded in size and time, no redirects, and nothing but our own errors comes out."""

import asyncio
import logging
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from http import HTTPStatus
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit

import msgspec

from budgetsync import __version__
from budgetsync.domain.errors import RelayRefused, RelayUnreachable
from budgetsync.domain.settings import is_loopback
from budgetsync.relay.client.lean_httpx import httpx
from budgetsync.relay.protocol import Refusal, read_json

T = TypeVar("T")
Transports = Callable[[], httpx.AsyncBaseTransport]

PATIENCE = 15.0
"""Seconds for an ordinary request, all in all."""
LARGEST_ANSWER = 64 * 1024
_LONGEST_RETRY = 3600.0
_CONNECT = 10.0
_HEADERS = {"Accept-Encoding": "identity", "User-Agent": f"BudgetSync/{__version__}"}
_FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, UnicodeError)

# Their lines have whole addresses in them, which let anybody post; ours say what there is to say.
for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)


class SessionEndedError(RelayUnreachable):
    """The relay wants another session."""


class EpochChangedError(RelayUnreachable):
    """The relay's database is another one than it was."""


class SignatureRefusedError(RelayRefused):
    """The relay does not accept a signature: a nonce that has run out, or another name of the relay."""


class NoStreamError(RelayUnreachable):
    """What answered is no event stream: something on the way does not let one through."""


def make_trust(relay: str) -> ssl.SSLContext:
    """Load what certificates are judged by. Takes tens of milliseconds: once, and beside the loop."""
    if relay.startswith("https:"):
        return httpx.create_ssl_context()
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # which trusts nobody: nothing is encrypted there


def host_of(relay: str) -> str:
    """Host and port as the relay is called, which is a part of every signed text."""
    return httpx.URL(relay).netloc.decode("ascii")


class Wire:
    """Connections to one relay. To be used as a context; what it leaves is closed.

    Args:
        trust: From `make_trust`.
        transports: Makes what carries requests in place of the network.
    """

    def __init__(self, relay: str, trust: ssl.SSLContext, transports: Transports | None) -> None:
        self._relay = relay
        # A proxy of the surroundings is meant for the outside.
        outside = not is_loopback(urlsplit(relay).hostname or "")
        self._client = httpx.AsyncClient(
            verify=trust,
            transport=transports() if transports is not None else None,
            headers=_HEADERS,
            timeout=httpx.Timeout(None, connect=_CONNECT),
            limits=httpx.Limits(max_connections=8, max_keepalive_connections=2, keepalive_expiry=30),
            trust_env=outside and transports is None,
        )

    async def __aenter__(self) -> Self:
        await self._client.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.__aexit__(kind, error, trace)

    async def ask(
        self,
        method: str,
        path: str,
        words: msgspec.Struct | None = None,
        *,
        bearer: str = "",
        patience: float | None = None,
        largest: int = LARGEST_ANSWER,
    ) -> bytes:
        """Ask the relay for something.

        Args:
            path: Behind `/v1`.
            patience: Seconds until the answer has to be here, whole; None for PATIENCE.

        Returns:
            The answer's body.

        Raises:
            RelayUnreachable: There was no answer, or none that can be read.
            RelayRefused: It does not know us.
        """
        headers = _authorize(bearer)
        content = None
        if words is not None:
            content = msgspec.json.encode(words)
            headers["Content-Type"] = "application/json"
        with _told():
            async with (
                asyncio.timeout(PATIENCE if patience is None else patience),
                self._open(method, path, headers, content) as answer,
            ):
                body = await _read(answer, largest)
        if answer.is_success:
            return body
        raise _refusal(answer, body)

    @asynccontextmanager
    async def stream(
        self, path: str, bearer: str, resume: str, patience: float
    ) -> AsyncGenerator[AsyncIterator[bytes]]:
        """Open an event stream.

        Args:
            resume: The last event that was taken in, as the protocol writes it; "" for none.
            patience: Seconds until the stream has to begin.

        Raises:
            RelayUnreachable: It did not begin; where something else came, `NoStreamError`.
            RelayRefused: The relay does not know us.
        """
        headers = {**_authorize(bearer), "Accept": "text/event-stream", "Cache-Control": "no-store"}
        if resume:
            headers["Last-Event-ID"] = resume
        with _told():
            request = self._client.build_request("GET", f"{self._relay}/v1{path}", headers=headers)
            async with asyncio.timeout(patience):
                answer = await self._client.send(request, stream=True)
        try:
            await _check_stream(answer)
            async with aclosing(_chunks(answer)) as chunks:
                yield chunks
        finally:
            await answer.aclose()

    async def post(self, url: str, headers: dict[str, str], body: bytes) -> int:
        """Post to any address, as a provider does; returns the status.

        Raises:
            RelayUnreachable: There was no answer.
        """
        with _told():
            async with (
                asyncio.timeout(PATIENCE),
                self._client.stream("POST", url, content=body, headers=headers) as answer,
            ):
                return answer.status_code

    @asynccontextmanager
    async def _open(
        self, method: str, path: str, headers: dict[str, str], content: bytes | None
    ) -> AsyncGenerator[httpx.Response]:
        url = f"{self._relay}/v1{path}"
        async with self._client.stream(method, url, content=content, headers=headers) as answer:
            yield answer


def read_answer(body: bytes, kind: type[T]) -> T:
    """Read an answer's words.

    Raises:
        RelayUnreachable: They are others.
    """
    try:
        return read_json(body, kind)
    except ValueError:
        message = "The relay's answer cannot be read."
        raise RelayUnreachable(message) from None


def _authorize(bearer: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {bearer}"} if bearer else {}


async def _chunks(answer: httpx.Response) -> AsyncGenerator[bytes]:
    with _told():
        async for chunk in answer.aiter_raw():
            yield chunk


async def _read(answer: httpx.Response, largest: int) -> bytes:
    body = bytearray()
    async for chunk in answer.aiter_raw():  # never unpacked: a small body may stand for a very large one
        body += chunk
        if len(body) > largest:
            message = "The relay's answer is too large."
            raise RelayUnreachable(message)
    return bytes(body)


async def _check_stream(answer: httpx.Response) -> None:
    if not answer.is_success:
        with _told():
            async with asyncio.timeout(PATIENCE):
                body = await _read(answer, LARGEST_ANSWER)
        raise _refusal(answer, body)
    kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind != "text/event-stream" or answer.headers.get("Content-Encoding", "identity") != "identity":
        message = "Something on the way to the relay does not let its stream through."
        raise NoStreamError(message)


@contextmanager
def _told() -> Iterator[None]:
    """Turn whatever goes wrong on the way into our own words, without addresses."""
    try:
        yield
    except TimeoutError:
        message = "The relay did not answer in time."
        raise RelayUnreachable(message) from None
    except _FAILURES as error:
        raise RelayUnreachable(_words_for(error)) from None


def _words_for(error: BaseException) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return "The relay's certificate is not one that this computer trusts."
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | OSError):
        return "No connection to the relay."
    if isinstance(error, httpx.TransportError):
        return "The connection to the relay was lost."
    return "What answers at the relay's address is no relay."


def _refusal(answer: httpx.Response, body: bytes) -> RelayRefused | RelayUnreachable:
    try:
        said = read_json(body, Refusal).error
    except ValueError:
        said = ""  # not the relay's own words: a proxy's, or another server's
    status = answer.status_code
    if status == HTTPStatus.UNAUTHORIZED:
        return SessionEndedError("The relay wants a new session.")
    if said and status in _REFUSALS:
        return _REFUSALS[status](said)
    message = "The relay did not do what it was asked."
    if status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
        message = "The relay is too busy."
    elif not said:
        message = "What answers at the relay's address is no relay."
    return RelayUnreachable(message, retry_after=_retry_after(answer))


def _unknown(_said: str) -> RelayRefused:
    return RelayRefused("The relay does not know this computer or its mailbox any more.")


def _forbidden(said: str) -> RelayRefused:
    if said != "INVITE":
        return SignatureRefusedError("The relay does not accept this computer's signature.")
    return RelayRefused(
        "The relay gives mailboxes to those it invited only: the invite is unknown, was used or has run out.",
        action="Ask whoever runs the relay for another invite.",
    )


def _conflict(said: str) -> RelayRefused | RelayUnreachable:
    if said == "CONFLICT":
        return EpochChangedError("The relay's database is another one than before.")
    return RelayRefused("The relay has no room for more.", action="Take something away there first.")


_REFUSALS: dict[int, Callable[[str], RelayRefused | RelayUnreachable]] = {
    HTTPStatus.NOT_FOUND: _unknown,
    HTTPStatus.FORBIDDEN: _forbidden,
    HTTPStatus.CONFLICT: _conflict,
}


def _retry_after(answer: httpx.Response) -> float | None:
    text = answer.headers.get("Retry-After", "")
    if not text.isascii() or not text.isdigit():
        return None
    return min(float(text[:9]), _LONGEST_RETRY)
