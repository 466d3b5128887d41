"""The internet between a computer, a relay and a provider: requests over ASGI, byte by byte, without a socket."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from random import Random
from typing import Any

import httpx

from tests.reliability.simulation.loop import Crew, pass_time, start_as

Message = MutableMapping[str, Any]
App = Callable[
    [Message, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Awaitable[None]
]


class Host:
    """A computer on the internet that serves an ASGI application, while it is up.

    Attributes:
        app: What it serves; None while nothing listens.
        crew: The tasks of the process that serves.
    """

    def __init__(self) -> None:
        self.app: App | None = None
        self.crew = Crew()
        self._calls: set[Call] = set()

    def begin(self, call: Call) -> None:
        """A call has arrived: have it served."""
        assert self.app is not None
        self._calls.add(call)
        scope = call.scope()
        start_as(self.crew, call.serve(self.app(scope, call.receive, call.send))).add_done_callback(
            lambda _: self._calls.discard(call)
        )

    def drop(self) -> None:
        """The process is gone, and every connection with it."""
        self.app = None
        for call in [*self._calls]:
            call.reset()


class Call:
    """One request and its answer, which arrives in parts, each a moment after it was sent.

    Attributes:
        silent: The line is dead and neither end knows: nothing arrives any more.
    """

    def __init__(
        self, request: httpx.Request, body: bytes, rng: Random, caller: str, lag: Callable[[], float]
    ) -> None:
        self.silent = False
        self._request = request
        self._body: bytes | None = body
        self._rng = rng
        self._caller = caller
        self._lag = lag
        self._gone = asyncio.Event()
        self._head: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._head.add_done_callback(
            lambda head: head.cancelled() or head.exception()
        )  # nobody may wait for it
        self._parts: deque[bytes] = deque()
        self._news = asyncio.Event()
        self._ended = self._broken = False

    def scope(self) -> Message:
        """The request, as ASGI tells it."""
        url = self._request.url
        return {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "method": self._request.method,
            "scheme": url.scheme,
            "path": url.path,
            "raw_path": url.raw_path.partition(b"?")[0],
            "query_string": url.query,
            "root_path": "",
            "headers": [(name.lower(), value) for name, value in self._request.headers.raw],
            "client": (self._caller, 40_000),
            "server": (url.host, url.port or 443),
            "state": {},
        }

    async def serve(self, serving: Awaitable[None]) -> None:
        """Wait for the application; where it ends too early, the connection ends with it."""
        try:
            await serving
        finally:
            if not self._ended:
                self.reset()

    async def receive(self) -> Message:
        """Give the application the body, and then, some time, that the caller has gone."""
        if self._body is not None:
            body, self._body = self._body, None
            return {"type": "http.request", "body": body, "more_body": False}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        """Take a part of the answer from the application."""
        await pass_time(self._lag() + self._rng.choice((0.0, 0.001, 0.01)))
        if self.silent or self._broken or self._gone.is_set():
            return
        if message["type"] == "http.response.start":
            if not self._head.done():
                self._head.set_result(message)
            return
        if part := bytes(message.get("body", b"")):
            self._parts.append(part)
        self._ended = not message.get("more_body", False)
        self._news.set()

    def reset(self) -> None:
        """Break the connection: both ends learn of it."""
        self._broken = True
        self._gone.set()
        self._news.set()
        if not self._head.done() and not self.silent:
            self._head.set_exception(httpx.ReadError("the connection was reset", request=self._request))

    def leave(self) -> None:
        """The caller goes."""
        self._gone.set()

    async def head(self, patience: float | None) -> Message:
        """Wait for the status line and the headers.

        Raises:
            httpx.ReadTimeout: They did not come in time.
        """
        try:
            async with asyncio.timeout(patience):
                return await asyncio.shield(self._head)
        except TimeoutError:
            message = "no answer in time"
            raise httpx.ReadTimeout(message, request=self._request) from None

    async def part(self, patience: float | None) -> bytes:
        """Wait for a part of the body; b"" at its end.

        Raises:
            httpx.ReadError: The connection broke.
            httpx.ReadTimeout: Nothing came in time.
        """
        while True:
            if self._parts:
                return self._parts.popleft()
            if self._broken and not self.silent:
                message = "the connection was reset"
                raise httpx.ReadError(message, request=self._request)
            if self._ended:
                return b""
            self._news.clear()
            try:
                async with asyncio.timeout(patience):
                    await self._news.wait()
            except TimeoutError:
                message = "no byte in time"
                raise httpx.ReadTimeout(message, request=self._request) from None


@dataclass(frozen=True, slots=True)
class Interference:
    """What happens to a request on its way.

    Attributes:
        lost: It never arrives; its caller sees this.
        unanswered: It arrives and is answered, and the caller sees this instead.
        instead: Somebody else answers, or the relay lies.
    """

    lost: Exception | None = None
    unanswered: Exception | None = None
    instead: httpx.Response | None = None


class _Body(httpx.AsyncByteStream):
    def __init__(self, call: Call, timeout: float | None, ended: Callable[[], None]) -> None:
        self._call = call
        self._timeout = timeout
        self._ended = ended

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while part := await self._call.part(self._timeout):
            yield part

    async def aclose(self) -> None:
        self._ended()


NOTHING = Interference()


class Net(httpx.AsyncBaseTransport):
    """One computer's way to the hosts of the internet.

    Attributes:
        hosts: By their names.
        offline: Whether there is no way at all.
        meddle: Called with each request and its body; tells what happens to it.
        lag: Seconds that each part of an answer takes more than usual.
    """

    def __init__(self, rng: Random, caller: str) -> None:
        self.hosts: dict[str, Host] = {}
        self.offline = False
        self.meddle: Callable[[httpx.Request, bytes], Interference] = lambda _request, _body: NOTHING
        self.lag = 0.0
        self._rng = rng
        self._caller = caller
        self._calls: set[Call] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Carry a request there and its answer back."""
        body = await request.aread()
        timeouts = request.extensions.get("timeout", {})
        await pass_time(self._rng.uniform(0.005, 0.08))
        host = self.hosts.get(request.url.host)
        if self.offline or host is None or host.app is None:
            message = "nothing listens there"
            raise httpx.ConnectError(message, request=request)
        happens = self.meddle(request, body)
        if happens.lost is not None:
            raise happens.lost
        if happens.instead is not None:
            return happens.instead
        call = Call(request, body, self._rng, self._caller, lambda: self.lag)
        self._calls.add(call)
        host.begin(call)

        def end() -> None:
            call.leave()
            self._calls.discard(call)

        try:
            head = await call.head(timeouts.get("read"))
        except BaseException:
            end()
            raise
        if happens.unanswered is not None:
            end()
            raise happens.unanswered
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in head["headers"]]
        return httpx.Response(
            head["status"], headers=headers, stream=_Body(call, timeouts.get("read"), end), request=request
        )

    def reset(self) -> None:
        """Break every connection that is open."""
        for call in [*self._calls]:
            call.silent = False
            call.reset()

    def silence(self) -> None:
        """Let every connection that is open be dead without anybody knowing."""
        for call in [*self._calls]:
            call.silent = True

    def cut(self) -> None:
        """Have no way to anywhere, and no byte on those that were open."""
        self.offline = True
        self.silence()
