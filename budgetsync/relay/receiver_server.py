"""The HTTP server under the receiver: uvicorn, with an end to every connection."""

import asyncio
import logging
import socket
import sys
from threading import Event
from typing import Any, ClassVar

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from budgetsync.relay.receiving import Patience
from budgetsync.sleeping_server import SleepingServer

CONNECTIONS = 100
_HEAD_BYTES = 16 * 1024
_BACKLOG = 64
_quiet = logging.getLogger(f"{__name__}.requests")
_quiet.setLevel(logging.ERROR)  # what strangers send is no news


class ReceiverServer:
    """A server that is bound once it exists, and runs on the thread that calls `serve`.

    Attributes:
        url: Where it listens, without a path.
        running: Set once requests are answered.
    """

    def __init__(self, app: Any, host: str, port: int, patience: Patience) -> None:  # noqa: ANN401 - ASGI, whose types are uvicorn's own
        """Bind.

        Raises:
            OSError: The address is taken, not allowed, or none of this computer.
        """
        self._socket = _bind(host, port)
        place = self._socket.getsockname()
        self.url = f"http://[{place[0]}]:{place[1]}" if ":" in place[0] else f"http://{place[0]}:{place[1]}"
        self.running = Event()
        config = uvicorn.Config(
            app,
            loop="asyncio",
            http=type("Line", (_Line,), {"patience": patience}),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            date_header=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=5,
            h11_max_incomplete_event_size=_HEAD_BYTES,
        )
        self._server = _Server(config, self.running)

    def serve(self) -> None:
        """Answer requests until asked to stop."""
        try:
            self._server.run([self._socket])
        finally:
            self._socket.close()

    def ask_to_stop(self) -> None:
        """Ask from another thread; returns at once."""
        self._server.ask_to_stop()


class _Server(SleepingServer):
    """Says when it runs, and at the end cuts off whoever has not finished a request."""

    def __init__(self, config: uvicorn.Config, running: Event) -> None:
        super().__init__(config)
        self._running = running

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._running.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for connection in tuple(self.server_state.connections):
            if isinstance(connection, _Line):
                connection.end_unfinished()
        await super().shutdown(sockets)


class _Line(H11Protocol):
    """A connection that ends: one that says nothing, drips, or stays is cut off, and one too many is not begun."""

    patience: ClassVar[Patience]

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - the base class's
        super().__init__(*arguments, **named)
        self.logger = _quiet
        self._ends: list[asyncio.TimerHandle] = []

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > CONNECTIONS:
            transport.abort()
            return
        self._ends = [
            self.loop.call_later(self.patience.head, self._end_silent),
            self.loop.call_later(self.patience.life, transport.abort),
        ]

    def connection_lost(self, exc: Exception | None) -> None:
        for end in self._ends:
            end.cancel()
        super().connection_lost(exc)

    def _end_silent(self) -> None:
        if not self.headers:  # no request began
            self.transport.abort()

    def end_unfinished(self) -> None:
        """End it where the request has not arrived as a whole: nothing of it would be lost."""
        if self.headers and self.cycle.more_body:
            self.transport.abort()


def _bind(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener
