"""The direct way: a small HTTP server for those with a public address or a tunnel. Off unless it is asked for.

It answers at one address only. A webhook is answered 200 after it was committed; whether it is genuine is found out
there, and nobody who posts is told. The server has a thread and a loop of its own, so that the window is not held up.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextlib import suppress
from itertools import count
from threading import Thread
from typing import TYPE_CHECKING

from budgetsync.domain.addresses import receive_path
from budgetsync.domain.errors import RelayError
from budgetsync.domain.ports import Clock
from budgetsync.domain.webhook import Delivery
from budgetsync.relay.receiving import Door, Patience

if TYPE_CHECKING:  # uvicorn; only where a receiver is wanted
    from budgetsync.relay.receiver_server import ReceiverServer

Take = Callable[[Delivery], Awaitable[None]]
PATIENCE = Patience()
_START_SECONDS = 30.0


class HttpReceiver:
    """Listens at a host and a port while it is followed."""

    def __init__(
        self,
        host: str,
        port: int,
        secret: Callable[[], str],
        clock: Clock,
        *,
        patience: Patience = PATIENCE,
    ) -> None:
        """Prepare; nothing is listened to yet.

        Args:
            port: 0 for any free one.
            secret: Gives the last part of the path; "" for none. Blocking.
        """
        self._host, self._port = host, port
        self._secret = secret
        self._clock = clock
        self._listeners: dict[int, Callable[[], None]] = {}
        self._numbers = count()
        self._patience = patience
        self._listens_at = ""

    @property
    def listens_at(self) -> str:
        """Where it listens, whole; "" while it does not."""
        return self._listens_at

    def watch(self, listener: Callable[[], None], /) -> Callable[[], None]:
        """Have a function called when it began or ended to listen; what is returned ends that."""
        number = next(self._numbers)
        self._listeners[number] = listener
        return lambda: self._listeners.pop(number, None) and None

    async def follow(self, take: Take, /) -> None:
        """Listen until cancelled.

        Args:
            take: Commits a webhook; called on this loop, and not cancelled while the server ends.

        Raises:
            RelayError: It cannot listen there.
            VaultError: The secret part of the path is in a vault that does not open.
        """
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        under_way: set[Future[None]] = set()

        def hand_over(delivery: Delivery) -> "Future[None]":
            async def work() -> None:
                await take(delivery)

            future = asyncio.run_coroutine_threadsafe(work(), loop)
            under_way.add(future)
            future.add_done_callback(under_way.discard)
            return future

        secret = await asyncio.to_thread(self._secret)
        path = receive_path(secret)
        door = Door(path, hand_over, self._clock, self._patience)
        server = await asyncio.to_thread(self._listen, door)
        thread = Thread(target=_serve, args=(server, loop, ended), name="webhooks", daemon=True)
        thread.start()
        try:
            if not await asyncio.to_thread(server.running.wait, _START_SECONDS):
                message = "The receiver of webhooks did not start."
                raise RelayError(message, title="Webhooks cannot be received")
            self._change(f"{server.url}{path}")
            await ended.wait()
        finally:
            self._change("")
            server.ask_to_stop()
            await _join(thread)
            for future in tuple(under_way):
                future.cancel()
        message = "The receiver of webhooks ended by itself."
        raise RelayError(message, title="Webhooks cannot be received")

    def _change(self, listens_at: str) -> None:
        if listens_at != self._listens_at:
            self._listens_at = listens_at
            for listener in tuple(self._listeners.values()):
                listener()

    def _listen(self, door: Door) -> "ReceiverServer":
        from budgetsync.relay.receiver_server import ReceiverServer  # noqa: PLC0415 - see above

        try:
            return ReceiverServer(door, self._host, self._port, self._patience)
        except OSError as error:
            message = (
                f"{self._host}:{self._port} cannot be listened at: {error.strerror or 'no such address'}."
            )
            action = (
                "Give another address in BUDGETSYNC_WEBHOOK_LISTEN, or close the program that uses this one."
            )
            raise RelayError(message, title="Webhooks cannot be received", action=action) from None


def _serve(server: "ReceiverServer", loop: asyncio.AbstractEventLoop, ended: asyncio.Event) -> None:
    try:
        server.serve()
    finally:
        server.running.set()  # whoever waits for its start finds it ended
        with suppress(RuntimeError):  # the loop is gone, and with it who waits
            loop.call_soon_threadsafe(ended.set)


async def _join(thread: Thread) -> None:
    """Wait for the end of a thread, whatever is asked meanwhile: what it hands over still needs this loop."""
    joining = asyncio.ensure_future(asyncio.to_thread(thread.join))
    cancelled: asyncio.CancelledError | None = None
    while not joining.done():
        try:
            await asyncio.wait({joining})
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled
