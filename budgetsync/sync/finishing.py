"""Steps that are seen through to their end, also when whoever waits for them is cancelled meanwhile."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def finish(step: Awaitable[T]) -> T:
    """Wait for a step to the end; a cancellation that comes meanwhile is swallowed."""
    task, _ = await _see_through(step)
    return task.result()


async def finish_first(step: Awaitable[T]) -> T:
    """Wait for a step to the end, and only then be cancelled, if that was asked for meanwhile."""
    task, cancelled = await _see_through(step)
    if cancelled is not None:
        task.exception()  # looked at, so that nobody reports it as lost
        raise cancelled
    return task.result()


async def _see_through(step: Awaitable[T]) -> tuple["asyncio.Future[T]", asyncio.CancelledError | None]:
    task = asyncio.ensure_future(step)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            cancelled = error
    return task, cancelled
