"""Runs the bank on a loopback port: in a thread of its own, or for as long as the command line lasts."""

import asyncio
import ipaddress
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread
from types import FrameType, TracebackType
from typing import Any, Self

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from budgetsync.sandbox.lines import Lines
from budgetsync.sandbox.webhooks.courier import Courier
from budgetsync.sleeping_server import SleepingServer

_START_SECONDS = 30
_STOP_SECONDS = 30
_BACKLOG = 128
_SEND_BUFFER = 4 * 1024 * 1024


class BankServer:
    """A running bank. Use it as a context manager, or call `stop`.

    The socket is bound before the thread starts: once the object exists, `url` is known and connections
    are accepted (and wait until the loop runs).

    Args:
        app: the application to serve.
        lines: told of this server while it runs, for faults that live below HTTP.
        courier: delivers webhooks while this server runs.
        host: a loopback address.
        port: 0 for any free one.

    Raises:
        ValueError: the host is not a loopback address.
        OSError: the port is taken.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        lines: Lines | None = None,
        courier: Courier | None = None,
    ) -> None:
        self._socket = _listen(host, port)
        self._lines = lines
        self._courier = courier
        self._leave_lines: Callable[[], None] | None = None
        name = self._socket.getsockname()
        self.url = f"http://[{name[0]}]:{name[1]}" if ":" in name[0] else f"http://{name[0]}:{name[1]}"
        """The base URL to give to a client as its host."""
        self._server = _Server(
            uvicorn.Config(
                app,
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                date_header=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=2,
                timeout_keep_alive=60,
            )
        )
        self._thread = Thread(target=self._server.run, args=([self._socket],), name="demo-bank", daemon=True)

    def start(self) -> Self:
        """Serve from now on; returns once requests are answered.

        Raises:
            RuntimeError: the server did not come up.
        """
        self._thread.start()
        if not self._server.running.wait(_START_SECONDS):
            message = "the demo bank did not start"
            raise RuntimeError(message)
        if self._lines is not None:
            self._leave_lines = self._lines.add(self._server)
        if self._courier is not None:
            self._courier.resume()
        return self

    def stop(self) -> None:
        """Finish open requests, close the port and end the thread. Does nothing a second time."""
        if self._leave_lines is not None:
            self._leave_lines()
        if self._courier is not None:
            self._courier.stop()
        self._server.ask_to_stop()
        if self._thread.is_alive():
            self._thread.join(_STOP_SECONDS)
        self._socket.close()

    def __enter__(self) -> Self:
        return self if self._thread.is_alive() else self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def wait(self, ready: Callable[[], None]) -> None:
        """Block until SIGINT or SIGTERM comes, then stop. Only in the main thread.

        Args:
            ready: called once signals are heard.
        """
        asked = Event()

        def ask(_number: int, _frame: FrameType | None) -> None:
            asked.set()

        before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            ready()
            while not asked.wait(0.5):
                if not self._thread.is_alive():
                    break
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
            self.stop()


class _Server(SleepingServer):
    """A server that tells when it is up, and that leaves signals to the thread that owns them."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.running = Event()
        self._starting: asyncio.Future[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.running.set()

    def transport_of(self, client: Any) -> Any:  # noqa: ANN401 - asyncio's transport, or None
        """The transport of a client's connection; None when it has none here."""
        for protocol in self.server_state.connections:
            if isinstance(protocol, H11Protocol) and protocol.client == client:
                return protocol.transport
        return None

    def pause(self, seconds: float) -> None:
        """Take no connection for so long; call it on the loop. Connections that are open stay so."""
        loop = asyncio.get_running_loop()
        kept: list[socket.socket] = []
        for server in self.servers:
            kept += [
                socket.socket(own.family, own.type, own.proto, fileno=os.dup(own.fileno()))
                for own in server.sockets
            ]
            server.close()
        # A full queue of the system makes whoever connects hang; two that nobody takes fill it.
        probes = []
        for listener in kept:
            listener.listen(0)
            for _ in range(2):
                probe = socket.socket(listener.family, socket.SOCK_STREAM)
                probe.setblocking(False)
                probe.connect_ex(listener.getsockname())
                probes.append(probe)
        loop.call_later(seconds, self._resume, kept, probes)

    def _resume(self, kept: list[socket.socket], probes: list[socket.socket]) -> None:
        for probe in probes:
            probe.close()
        for listener in kept:
            listener.listen(_BACKLOG)
        if self.should_exit:
            for listener in kept:
                listener.close()
        else:
            self._starting = asyncio.ensure_future(super().startup(kept))


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket on the loopback.

    Raises:
        ValueError: the host is not a loopback address.
    """
    address = "127.0.0.1" if host == "localhost" else host
    loopback = False
    with suppress(ValueError):
        loopback = ipaddress.ip_address(address).is_loopback
    if not loopback:
        message = f"the demo bank listens on the loopback only, not on {host}"
        raise ValueError(message)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # The protocol is named because asyncio switches off the delay of small packets only where it is.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Connections inherit it; a whole page fits, and is sent at one go.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        listener.bind((address, port))
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener
