"""Who listens for a device's entries: open streams and waiting long polls, fed in order and without a hole.

What was just committed is handed to them as it is; whatever does not follow directly on what a listener had is read
from the store instead. So a commit that nobody told of here, by another process or before the stream was opened,
delays an entry and never loses one.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Coroutine
from typing import Literal, Protocol

from budgetsync.relay.protocol import HEARTBEAT
from budgetsync.relay.server.figures import Figures
from budgetsync.relay.server.records import Clock, Head, Stored

Ending = Literal["left", "slow", "revoked", "replaced", "anew", "stopped", "failed"]
"""Why a stream ended; anew: the device's numbers begin again."""

_TICK = 0.1
_BEATS_A_TICK = 32
"""Signs of life go out a few at a time, so that thousands that are due together delay no entry."""
_MARGIN = 1.0
"""Seconds that a sign of life goes out too early rather than too late."""


class Listener(Protocol):
    """Somebody who waits for a device's entries."""

    def offer(self, stored: Stored) -> None:
        """An entry was committed."""

    def nudge(self) -> None:
        """Something may have been committed."""

    def compare(self, head: Head) -> None:
        """So far the entries go; there may be some that nobody told of."""

    def end(self, why: Ending) -> None:
        """There will be nothing more."""


class Beating(Listener, Protocol):
    """A listener whose line has to be kept alive."""

    def beat(self) -> None:
        """Say something."""


class Listeners:
    """Everybody who listens at this process: for each device the newest one only, since the older one is dead."""

    def __init__(self, now: Clock, figures: Figures) -> None:
        self.now = now
        self.figures = figures
        self._open: dict[str, Listener] = {}
        self._quiet: OrderedDict[Beating, float] = OrderedDict()
        self._pumps: set[asyncio.Task[None]] = set()
        self._somebody = asyncio.Event()
        self._stopped = False

    @property
    def streams(self) -> int:
        """How many streams are open."""
        return len(self._quiet)

    @property
    def devices(self) -> list[str]:
        """Every device that somebody listens for."""
        return list(self._open)

    def add(self, device: str, listener: Listener) -> None:
        """Somebody listens from now on."""
        older = self._open.get(device)
        self._open[device] = listener
        if older is not None:
            older.end("replaced")
        if self._stopped:
            listener.end("stopped")

    def remove(self, device: str, listener: Listener) -> None:
        """Somebody listens no more."""
        if self._open.get(device) is listener:
            del self._open[device]

    def offer(self, stored: Stored) -> None:
        """An entry was committed."""
        listener = self._open.get(stored.device)
        if listener is not None:
            listener.offer(stored)

    def nudge(self, device: str) -> None:
        """Something for a device may have been committed elsewhere, or it was shut out there."""
        listener = self._open.get(device)
        if listener is not None:
            listener.nudge()

    def compare(self, device: str, head: Head) -> None:
        """So far the entries for a device go; another process may have stored some."""
        listener = self._open.get(device)
        if listener is not None:
            listener.compare(head)

    def end(self, device: str, why: Ending) -> None:
        """End whoever listens as that device."""
        listener = self._open.get(device)
        if listener is not None:
            listener.end(why)

    def stop(self) -> None:
        """End everybody, in order, and whoever comes later at once."""
        self._stopped = True
        for listener in list(self._open.values()):
            listener.end("stopped")

    async def keep_alive(self) -> None:
        """Have every stream say something every HEARTBEAT seconds at least. Until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            if not self._quiet:
                self._somebody.clear()
                await self._somebody.wait()
            until = next(iter(self._quiet.values()), loop.time()) + HEARTBEAT - _MARGIN
            await asyncio.sleep(max(until - loop.time(), _TICK))
            due = loop.time() - (HEARTBEAT - _MARGIN)
            for _ in range(max(_BEATS_A_TICK, len(self._quiet) // 64)):
                stream, since = next(iter(self._quiet.items()), (None, 0.0))
                if stream is None or since > due:
                    break
                self.wrote(stream)
                stream.beat()

    def wrote(self, stream: Beating) -> None:
        """A stream said something just now."""
        self._quiet[stream] = asyncio.get_running_loop().time()
        self._quiet.move_to_end(stream)
        self._somebody.set()

    def forget(self, stream: Beating) -> None:
        """A stream is over."""
        self._quiet.pop(stream, None)

    def start(self, pump: Coroutine[None, None, None]) -> None:
        """Let a stream write, beside everything else."""
        task = asyncio.create_task(pump)
        self._pumps.add(task)
        task.add_done_callback(self._pumps.discard)


class Waiter:
    """A long poll, which wants to know only that something is there."""

    __slots__ = ("_place", "_told")

    def __init__(self, epoch: str, after: int) -> None:
        self._place = (epoch, after)
        self._told = asyncio.Event()

    def offer(self, _stored: Stored) -> None:
        """An entry was committed."""
        self._told.set()

    def nudge(self) -> None:
        """Something may have been committed."""
        self._told.set()

    def compare(self, head: Head) -> None:
        """So far the entries go."""
        if (head.epoch, head.head) != self._place:
            self._told.set()

    def end(self, _why: Ending) -> None:
        """There will be nothing more."""
        self._told.set()

    async def wait(self, seconds: float) -> bool:
        """Wait for anything.

        Returns:
            Whether it came in time.
        """
        try:
            async with asyncio.timeout(seconds):
                await self._told.wait()
        except TimeoutError:
            return False
        return True
