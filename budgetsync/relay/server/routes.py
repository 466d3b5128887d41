"""The relay's routes: each reads a request, asks the object that decides, and answers."""

import asyncio
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address
from typing import Any
from urllib.parse import parse_qs

from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from budgetsync.relay.protocol import RECEIVE_PATH, Ack, NewDevice, PairRequest, SessionRequest, read_event_id
from budgetsync.relay.server.callers import Callers, group, is_within
from budgetsync.relay.server.doorkeeper import Doorkeeper
from budgetsync.relay.server.exchange import answer, decode, read_body, read_headers, refuse, send_whole
from budgetsync.relay.server.figures import Figures
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.membership import Membership
from budgetsync.relay.server.options import Options
from budgetsync.relay.server.posting import Posting
from budgetsync.relay.server.reading import FURTHEST, Reading
from budgetsync.relay.server.records import Reader
from budgetsync.relay.server.refusals import RefusedError, Why
from budgetsync.relay.server.translating import refusing

_JSON_BODY = 8 * 1024
_CHECK_SECONDS = 1.0
"""Between two questions to the storage how it is, however many ask for it."""
_STREAM_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]
_PROMETHEUS = [(b"content-type", b"text/plain; version=0.0.4; charset=utf-8")]
_HEALTHY = [(b"content-type", b"application/json")]

Cut = Callable[[Any], None]
"""Drops the connection of a client, which is named as ASGI names it."""
Answering = Callable[[Scope, Receive, Send], Awaitable[int]]
"""Answers a request; returns the status."""


class Line:
    """The way to the reader of a stream."""

    __slots__ = ("_client", "_cut", "_finished", "_send")

    def __init__(self, scope: Scope, send: Send, cut: Cut | None) -> None:
        self._client = scope.get("client")
        self._send = send
        self._cut = cut
        self._finished = False

    async def write(self, chunk: bytes) -> None:
        """Send bytes on; waits while the reader's buffer is full."""
        await self._send({"type": "http.response.body", "body": chunk, "more_body": True})

    async def finish(self) -> None:
        """End the answer in order."""
        if not self._finished:
            self._finished = True
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    def cut(self) -> None:
        """Drop the connection at once."""
        self._finished = True
        if self._cut is not None:
            self._cut(self._client)


class Routes:
    """Everything that can be asked of the relay over HTTP."""

    def __init__(
        self,
        room: Mailroom,
        door: Doorkeeper,
        posting: Posting,
        reading: Reading,
        membership: Membership,
        figures: Figures,
        options: Options,
        cut: Cut | None,
    ) -> None:
        self._room = room
        self._door = door
        self._posting = posting
        self._reading = reading
        self._membership = membership
        self._figures = figures
        self._callers = Callers(options.proxies)
        self._watchers = options.watchers
        self._cut = cut
        self._checked_at = -_CHECK_SECONDS

    def list_routes(self) -> list[Route]:
        """The routes, the busiest first."""
        mailbox = "/v1/mailboxes/{mailbox}"
        places: list[tuple[str, dict[str, Answering]]] = [
            (RECEIVE_PATH + "/{address}", {"POST": self._receive}),
            (mailbox + "/ack", {"POST": self._acknowledge}),
            (mailbox + "/events", {"GET": self._events}),
            ("/v1/session", {"POST": self._open_session}),
            ("/v1/mailboxes", {"POST": self._pair}),
            (mailbox, {"DELETE": self._leave}),
            (mailbox + "/devices", {"GET": self._list_devices, "POST": self._add_device}),
            (mailbox + "/devices/{device}", {"DELETE": self._remove_device}),
            (mailbox + "/addresses", {"POST": self._add_address}),
            (mailbox + "/addresses/{address}", {"DELETE": self._close_address}),
            ("/healthz", {"GET": self._check_health}),
            ("/metrics", {"GET": self._show_figures}),
            ("/{anything:path}", {}),
        ]
        return [Route(path, _Place(methods, self._figures)) for path, methods in places]

    async def _receive(self, scope: Scope, receive: Receive, send: Send) -> int:
        headers = read_headers(scope)
        caller = group(self._find_caller(scope, headers))
        await self._posting.take(scope["path_params"]["address"], headers, caller, lambda: read_body(receive))
        await send_whole(send, 200, b"")
        return 200

    async def _acknowledge(self, scope: Scope, receive: Receive, send: Send) -> int:
        reader = await self._enter(scope)
        await self._reading.acknowledge(reader, decode(await read_body(receive, _JSON_BODY), Ack))
        return await answer(send, 204)

    async def _events(self, scope: Scope, receive: Receive, send: Send) -> int:
        headers = read_headers(scope)
        reader = await self._enter(scope)
        if scope["query_string"]:
            epoch, after, seconds = _read_query(scope["query_string"])
            return await answer(send, 200, await self._reading.poll(reader, epoch, after, seconds))
        epoch, after = _read_place(headers.get("last-event-id", ""))
        del headers
        scope["headers"].clear()  # the server would keep them for as long as the stream is open
        return await self._stream(reader, epoch, after, Line(scope, send, self._cut), receive, send)

    async def _stream(
        self, reader: Reader, epoch: str, after: int, line: Line, receive: Receive, send: Send
    ) -> int:
        stream = self._reading.make_stream(reader, line)
        stream.listen()
        try:
            page = await self._reading.page(reader, epoch, after)
            await send({"type": "http.response.start", "status": 200, "headers": _STREAM_HEADERS})
            stream.begin(page, epoch, after)
            del page
            while (await receive())["type"] != "http.disconnect":
                continue
        finally:
            stream.close()
        return 200

    async def _open_session(self, scope: Scope, receive: Receive, send: Send) -> int:
        caller = group(self._find_caller(scope, read_headers(scope)))
        request = decode(await read_body(receive, _JSON_BODY), SessionRequest)
        return await answer(send, 200, await self._door.open(request, caller))

    async def _pair(self, scope: Scope, receive: Receive, send: Send) -> int:
        caller = group(self._find_caller(scope, read_headers(scope)))
        request = decode(await read_body(receive, _JSON_BODY), PairRequest)
        paired, is_new = await self._membership.pair(request, caller)
        return await answer(send, 201 if is_new else 200, paired)

    async def _leave(self, scope: Scope, _receive: Receive, send: Send) -> int:
        await self._membership.leave(await self._enter(scope, changing=True))
        return await answer(send, 204)

    async def _list_devices(self, scope: Scope, _receive: Receive, send: Send) -> int:
        reader = await self._enter(scope, changing=True)
        return await answer(send, 200, await self._membership.list_devices(reader))

    async def _add_device(self, scope: Scope, receive: Receive, send: Send) -> int:
        reader = await self._enter(scope, changing=True)
        request = decode(await read_body(receive, _JSON_BODY), NewDevice)
        return await answer(send, 201, await self._membership.add_device(reader, request))

    async def _remove_device(self, scope: Scope, _receive: Receive, send: Send) -> int:
        reader = await self._enter(scope, changing=True)
        await self._membership.remove_device(reader, scope["path_params"]["device"])
        return await answer(send, 204)

    async def _add_address(self, scope: Scope, _receive: Receive, send: Send) -> int:
        reader = await self._enter(scope, changing=True)
        return await answer(send, 201, await self._membership.add_address(reader))

    async def _close_address(self, scope: Scope, _receive: Receive, send: Send) -> int:
        reader = await self._enter(scope, changing=True)
        await self._membership.close_address(reader, scope["path_params"]["address"])
        return await answer(send, 204)

    async def _check_health(self, _scope: Scope, _receive: Receive, send: Send) -> int:
        now = asyncio.get_running_loop().time()
        if now >= self._checked_at + _CHECK_SECONDS:
            with refusing():
                await self._room.check()
            self._checked_at = now
        await send_whole(send, 200, b'{"status":"ok"}', _HEALTHY)
        return 200

    async def _show_figures(self, scope: Scope, _receive: Receive, send: Send) -> int:
        if not is_within(self._find_caller(scope, read_headers(scope)), self._watchers):
            raise RefusedError(Why.NOT_FOUND)
        await send_whole(send, 200, self._figures.text().encode(), _PROMETHEUS)
        return 200

    async def _enter(self, scope: Scope, *, changing: bool = False) -> Reader:
        headers = read_headers(scope)
        caller = group(self._find_caller(scope, headers))
        mailbox = scope["path_params"]["mailbox"]
        return await self._door.enter(headers.get("authorization", ""), mailbox, caller, changing=changing)

    def _find_caller(self, scope: Scope, headers: dict[str, str]) -> IPv4Address | IPv6Address:
        client = scope.get("client")
        return self._callers.find(client[0] if client else "", headers.get("x-forwarded-for", ""))


class _Place:
    """What can be done at one path."""

    def __init__(self, methods: dict[str, Answering], figures: Figures) -> None:
        self._methods = methods
        self._figures = figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            status = await self._methods.get(scope["method"], self._reject)(scope, receive, send)
        except RefusedError as error:
            status = error.why.status
            await refuse(send, error)
        self._figures.requests[status] += 1

    async def _reject(self, _scope: Scope, _receive: Receive, _send: Send) -> int:
        raise RefusedError(Why.METHOD if self._methods else Why.NOT_FOUND)


def _read_query(query: bytes) -> tuple[str, int, float]:
    try:
        fields = parse_qs(query.decode("ascii"), strict_parsing=True, max_num_fields=8)
        epoch, after, wait = (fields.get(name, [""])[-1] for name in ("epoch", "after", "wait"))
        place, seconds = int(after or 0), float(wait or 0)
    except (ValueError, UnicodeDecodeError):
        raise RefusedError(Why.MALFORMED) from None
    if not (0 <= place < FURTHEST and seconds >= 0):
        raise RefusedError(Why.MALFORMED)
    return epoch, place, seconds


def _read_place(last_event_id: str) -> tuple[str, int]:
    """Where a stream goes on; from the start where nothing that was ever an event's id is named."""
    try:
        return read_event_id(last_event_id)
    except ValueError:
        return "", 0
