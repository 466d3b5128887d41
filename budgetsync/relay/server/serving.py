"""Running the relay: on a socket, until asked to stop, without anybody holding it up."""

import asyncio
import logging
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

import uvicorn

from budgetsync.relay.server.app import Relay
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.options import Options
from budgetsync.sleeping_server import SleepingServer

HEADER_SECONDS = 10.0
"""In which a request's headers have to arrive, and a connection's first request."""
LARGEST_HEAD = 32 * 1024
"""Bytes of a request's headers; one of the two parsers would take any number."""
UNREAD_SECONDS = 60
"""After which the system drops a connection whose other end takes nothing."""
STOP_SECONDS = 10
_SWEEP_SECONDS = 2.0
_KEEP_ALIVE_SECONDS = 75
_BACKLOG = 4096
_log = logging.getLogger(__name__)


class Connections:
    """Every connection of this process, and those that are slow to say what they want.

    Args:
        most: Connections at a time; more are dropped as they come.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: dict[Any, asyncio.Transport] = {}
        self._silent: dict[asyncio.Transport, float] = {}

    def add(self, client: Any, transport: asyncio.Transport) -> None:  # noqa: ANN401 - ASGI's name for it
        """A connection was made."""
        if len(self._open) >= self._most:
            transport.abort()
            return
        self._open[client] = transport
        self.wait(transport)

    def remove(self, client: Any, transport: asyncio.Transport) -> None:  # noqa: ANN401 - ASGI's name for it
        """A connection is gone."""
        if self._open.get(client) is transport:
            del self._open[client]
        self._silent.pop(transport, None)

    def wait(self, transport: asyncio.Transport) -> None:
        """A request's headers are due."""
        self._silent.setdefault(transport, asyncio.get_running_loop().time())

    def hear(self, transport: asyncio.Transport) -> None:
        """They have come."""
        self._silent.pop(transport, None)

    def cut(self, client: Any) -> None:  # noqa: ANN401 - ASGI's name for the other end
        """Drop a connection at once."""
        transport = self._open.get(client)
        if transport is not None:
            transport.abort()

    async def drop_all(self) -> None:
        """Drop whoever is still there, and those that were just being taken in, before the loop ends."""
        await asyncio.sleep(0)
        for transport in list(self._open.values()):
            transport.abort()
        await asyncio.sleep(0)

    async def drop_silent(self) -> None:
        """Drop whoever does not finish its headers. Until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            due = loop.time() - HEADER_SECONDS
            for transport in [one for one, since in self._silent.items() if since <= due]:
                transport.abort()


class RelayServer(SleepingServer):
    """A relay on a socket. Signals are left to whoever runs it.

    Args:
        listener: Bound and listening; closed in the end.
        most: Connections at a time.
        ready: Called once requests are answered.
        quick: Whether to use the quicker parser; by default where it is installed.
    """

    def __init__(
        self,
        room: Mailroom,
        options: Options,
        listener: socket.socket,
        *,
        most: int,
        ready: Callable[[], None],
        quick: bool | None = None,
    ) -> None:
        self._connections = Connections(most)
        self.relay = Relay(room, options, cut=self._connections.cut)
        super().__init__(
            uvicorn.Config(
                self.relay.app,
                loop="auto",
                http=make_protocol(
                    self._connections, quick=find_spec("httptools") is not None if quick is None else quick
                ),
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                date_header=False,
                server_header=False,
                proxy_headers=False,
                backlog=_BACKLOG,
                timeout_graceful_shutdown=STOP_SECONDS,
                timeout_keep_alive=_KEEP_ALIVE_SECONDS,
            )
        )
        self._listener = listener
        self._ready = ready

    async def run_relay(self) -> None:
        """Serve until asked to stop; then finish what was begun.

        Raises:
            BaseExceptionGroup: What runs beside the server has ended; with it, it was stopped.
        """
        async with asyncio.TaskGroup() as tasks:
            beside = [tasks.create_task(self.relay.run()), tasks.create_task(self._connections.drop_silent())]
            for task in beside:
                task.add_done_callback(lambda _: self._stop())
            await self.serve([self._listener])
            for task in beside:
                task.cancel()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to take connections, and say so."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End streams, finish what was asked for, and take no more connections."""
        self.relay.stop()
        await super().shutdown(sockets)
        await self._connections.drop_all()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them alone; the base class would end the process before the storage is closed."""
        yield

    def _stop(self) -> None:
        self.should_exit = True
        self._asked.set()


def make_protocol(connections: Connections, *, quick: bool) -> type[asyncio.Protocol]:
    """The protocol of a connection: the quicker or the plainer one of uvicorn's, and watched."""
    base: Any
    if quick:
        from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol as base  # noqa: PLC0415, N813
    else:
        from uvicorn.protocols.http.h11_impl import H11Protocol as base  # noqa: PLC0415, N813

    class Watched(base):  # type: ignore[misc]
        unfinished = 0

        def connection_made(self, transport: asyncio.Transport) -> None:
            super().connection_made(transport)
            connections.add(self.client, transport)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.cycle is not None and not self.cycle.response_complete:
                self.unfinished = 0
                connections.hear(self.transport)
                return
            self.unfinished += len(data)
            connections.wait(self.transport)
            if self.unfinished > LARGEST_HEAD:
                self.transport.abort()

        def connection_lost(self, exc: Exception | None) -> None:
            connections.remove(self.client, self.transport)
            super().connection_lost(exc)

    return Watched


def listen(host: str, port: int) -> socket.socket:
    """Bind a listening socket; port 0 for any free one.

    Raises:
        OSError: The address is not ours, or the port is taken.
    """
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP, flags=socket.AI_PASSIVE
    )[0]
    # The protocol is named because asyncio switches off the delay of small packets only where it is.
    listener = socket.socket(family, kind, protocol)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # connections inherit it
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD_SECONDS * 1000)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def raise_limits(most: int) -> int:
    """Allow this process as many open files as it needs; returns how many connections that leaves it."""
    if sys.platform == "win32":
        return most
    import resource  # noqa: PLC0415 - there is none on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = most + 256
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return min(most, wanted - 256)
