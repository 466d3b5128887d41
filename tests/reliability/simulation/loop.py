"""An event loop whose time is no computer's: it jumps to the next timer whenever nothing is ready.

Nothing runs on another thread: what the program hands to an executor runs on the loop itself, a drawn moment
later. So a seed draws the whole order of events, and the same seed gives the same history.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextvars import Context, ContextVar, copy_context
from random import Random
from typing import Any, TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
_MOST_STEPS = 20_000
"""Rounds of the loop within one instant; more of them is a program that spins."""
_MOST_ROUNDS = 500_000
"""Rounds in all; more of them is something that looks by the second, for weeks."""


class Crew:
    """The tasks of one running program, so that it can be killed: those that it started, and what those started.

    Attributes:
        dead: Whether it was killed; its last words count for nothing.
    """

    def __init__(self) -> None:
        self.dead = False
        self._tasks: dict[asyncio.Task[Any], None] = {}

    def take(self, task: asyncio.Task[Any]) -> None:
        """Count a task in until it ends."""
        self._tasks[task] = None
        task.add_done_callback(self._tasks.pop)

    async def perish(self) -> None:
        """End every task; whoever unwinds finds that nothing can be written any more."""
        self.dead = True
        while self._tasks:
            tasks = [*self._tasks]
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)


CREW: ContextVar[Crew | None] = ContextVar("CREW", default=None)


class VirtualLoop(asyncio.BaseEventLoop):
    """The loop. Its `time` is in seconds from 0."""

    def __init__(self, rng: Random) -> None:
        super().__init__()
        self._rng = rng
        self._at = 0.0
        self._steps = 0
        self._rounds = 0
        self._clock_resolution = 1e-6  # above what a float of many years can tell apart
        self._selector = self  # asyncio asks its selector to wait, which is where time passes
        self.set_task_factory(_hire)  # type: ignore[arg-type]  # typeshed lets a factory take futures only

    def time(self) -> float:
        """Seconds since the loop began."""
        return self._at

    def select(self, timeout: float | None) -> list[object]:
        """Jump to the next timer.

        Raises:
            RuntimeError: There is none, so that the program would wait for ever; or it spins.
        """
        self._steps += 1
        self._rounds += 1
        if self._rounds > _MOST_ROUNDS:
            message = f"{_MOST_ROUNDS} rounds: something looks far too often"
            raise RuntimeError(message)
        if timeout is None:
            message = "nothing is ready and no timer is set: the program waits for ever"
            raise RuntimeError(message)
        if timeout > 0:
            self._at = max(self._at, self._scheduled[0].when())  # type: ignore[attr-defined]
            self._steps = 0
        elif self._steps > _MOST_STEPS:
            message = f"{_MOST_STEPS} rounds without an instant passing: the program spins"
            raise RuntimeError(message)
        return []

    def close(self) -> None:
        """Close the loop."""
        super().close()

    def run_in_executor(self, _executor: object, func: Callable[[*Ts], T], *args: *Ts) -> asyncio.Future[T]:
        """Run a function on the loop, a moment later."""
        future: asyncio.Future[T] = self.create_future()

        def run() -> None:
            if future.cancelled():
                return
            try:
                result = func(*args)
            except BaseException as error:  # noqa: BLE001 - it is whoever waits who has to know
                future.set_exception(error)
            else:
                future.set_result(result)

        self.call_later(self.moment(), run)
        return future

    def moment(self) -> float:
        """How long a thread takes to come to its turn: at once, or some milliseconds."""
        return self._rng.choice((0.0, 0.0, 0.001, 0.003, 0.02))

    def _process_events(self, _events: list[object]) -> None:
        """Nothing comes from outside."""

    def _write_to_self(self) -> None:
        """Nobody sleeps who would have to be woken."""


def _hire(
    loop: asyncio.AbstractEventLoop, coroutine: Coroutine[Any, Any, T], *, context: Context | None = None
) -> asyncio.Task[T]:
    task = asyncio.Task(coroutine, loop=loop, context=context)
    crew = CREW.get() if context is None else context.get(CREW)
    if crew is not None:
        crew.take(task)
    return task


def start_as(crew: Crew, coroutine: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    """Start a task as one of a program's."""
    context = copy_context()
    context.run(CREW.set, crew)
    return asyncio.get_running_loop().create_task(coroutine, context=context)


async def pass_time(seconds: float) -> None:
    """Let so many virtual seconds pass."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop)
    over = asyncio.Event()
    timer = loop.call_later(seconds, over.set)
    try:
        await over.wait()
    finally:
        timer.cancel()
