"""An HTTP server that sleeps until it is asked to stop, and then leaves no connection behind.

The demo bank, the relay and the receiver of webhooks are each one of these; what they answer is their own.
"""

import asyncio
import socket
from contextlib import suppress

import uvicorn

_TURNS = 3  # of the loop, from a connection that is accepted to its protocol being told


class SleepingServer(uvicorn.Server):
    """Uvicorn, without its ten looks a second at whether to stop."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._asked = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to take connections."""
        await super().startup(sockets)
        self._loop = asyncio.get_running_loop()

    async def main_loop(self) -> None:
        """Sleep until asked to stop."""
        if not self.should_exit:
            await self._asked.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no more connections, and finish what was asked for."""
        await self._close_door()
        await super().shutdown(sockets)

    def ask_to_stop(self) -> None:
        """Ask, from any thread or signal; returns at once."""
        self.should_exit = True
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended by itself
                self._loop.call_soon_threadsafe(self._asked.set)

    async def _close_door(self) -> None:
        """Stop listening, and let whoever was just let in be known before the servers are closed.

        Python 3.11 and 3.12 lose a connection that was accepted in the turn of the loop in which its server is closed:
        its transport fails on an assertion (`Server._attach`) that nobody sees, and its other end waits for ever.
        """
        loop = asyncio.get_running_loop()
        if isinstance(loop, asyncio.SelectorEventLoop):
            for server in self.servers:
                for listener in server.sockets:
                    loop.remove_reader(listener.fileno())
        for _ in range(_TURNS):
            await asyncio.sleep(0)
