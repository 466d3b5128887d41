"""Virtual time: a loop that jumps to its next timer when nothing is ready, clocks that follow it, no threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from peewee import SqliteDatabase

from budgetsync.store.raw import connection_of
from budgetsync.store.threads import Lane

T = TypeVar("T")
START = datetime(2026, 6, 15, 12, tzinfo=UTC)


class VirtualLoop(asyncio.BaseEventLoop):
    """Its `time` begins at 0 and passes only while nothing is ready."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0.0
        self._clock_resolution = 1e-6  # sums of floats
        self._selector = self  # asyncio asks its selector to wait

    def time(self) -> float:
        """Seconds since the loop began."""
        return self._at

    def select(self, timeout: float | None) -> list[object]:
        """Let time pass instead of waiting."""
        assert timeout is not None, "nothing is ready and no timer is set: this waits for ever"
        self._at += timeout
        return []

    def _process_events(self, _events: list[object]) -> None:
        """There are no files to hear from."""

    def _write_to_self(self) -> None:
        """Nobody waits elsewhere."""


class VirtualClock:
    """Both clocks of a computer on a virtual loop: it can sleep, and somebody can set its wall clock.

    Attributes:
        ahead: How far the wall clock has moved from the monotonic one.
    """

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def now(self) -> datetime:
        """The wall clock."""
        return START + self.ahead + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        """The loop's time."""
        return asyncio.get_running_loop().time()


class SameThread(Lane):
    """A lane without a thread: a step runs where it is asked for."""

    def __init__(
        self,
        _name: str,
        connect: Callable[[], SqliteDatabase],
        tidy: Callable[[SqliteDatabase, bool], None] | None = None,
    ) -> None:
        del tidy
        self._db = connect()
        connection_of(self._db).execute("PRAGMA synchronous = off")  # nothing pulls this computer's plug

    def run(self, step: Callable[[SqliteDatabase], T], *, urgent: bool = False) -> Future[T]:
        """Run a step at once."""
        del urgent
        future: Future[T] = Future()
        future.set_result(step(self._db))  # what it raises goes to whoever asked, as with a thread
        return future

    async def wait(self, step: Callable[[SqliteDatabase], T], *, urgent: bool) -> T:
        """Run a step at once."""
        return self.run(step, urgent=urgent).result()

    def close(self) -> None:
        """Let go of the connection."""
        self._db.close()


def live(scene: Coroutine[Any, Any, T]) -> T:
    """Run a scene on virtual time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(scene)


async def pass_time(seconds: float) -> None:
    """Let virtual time pass, and everything happen that is set for it."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop), "in a test no real time passes"
    reached: asyncio.Future[None] = loop.create_future()
    timer = loop.call_later(seconds, reached.set_result, None)
    try:
        await reached
    finally:
        timer.cancel()
