"""Runs the bank on a loopback port: in a thread of its own, or for as long as the command line lasts."""

import asyncio
import ipaddress
import signal
import socket
import sys
from contextlib import suppress
from threading import Event, Thread
from types import FrameType, TracebackType
from typing import Self

import uvicorn
from starlette.types import ASGIApp

_START_SECONDS = 30
_STOP_SECONDS = 30


class BankServer:
    """A running bank. Use it as a context manager, or call `stop`.

    The socket is bound before the thread starts: once the object exists, `url` is known and connections
    are accepted (and wait until the loop runs).

    Args:
        app: the application to serve.
        host: a loopback address.
        port: 0 for any free one.

    Raises:
        ValueError: the host is not a loopback address.
        OSError: the port is taken.
    """

    def __init__(self, app: ASGIApp, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self._socket = _listen(host, port)
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
        return self

    def stop(self) -> None:
        """Finish open requests, close the port and end the thread. Does nothing a second time."""
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

    def wait(self) -> None:
        """Block until SIGINT or SIGTERM comes, then stop. Only in the main thread."""
        asked = Event()

        def ask(_number: int, _frame: FrameType | None) -> None:
            asked.set()

        before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            while not asked.wait(0.5):
                if not self._thread.is_alive():
                    break
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
            self.stop()


class _Server(uvicorn.Server):
    """A server that tells when it is up, and that leaves signals to the thread that owns them."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.running = Event()
        self._asked = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()
        self.running.set()

    async def main_loop(self) -> None:
        """Sleep until asked to stop; the base class wakes ten times a second to look."""
        if not self.should_exit:
            await self._asked.wait()

    def ask_to_stop(self) -> None:
        """Ask from another thread; returns at once."""
        self.should_exit = True
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended by itself
                self._loop.call_soon_threadsafe(self._asked.set)


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
        listener.bind((address, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener
