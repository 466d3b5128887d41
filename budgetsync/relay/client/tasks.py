"""Tasks that belong together: the first that ends ends all."""

import asyncio
from collections.abc import Coroutine
from typing import Any


async def run_until_first(*works: Coroutine[Any, Any, object]) -> None:
    """Run until one of them ends; the others are cancelled and waited for. What the first one raised is raised."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:  # several may have ended in the same turn
        if task in done and not task.cancelled() and (error := task.exception()) is not None:
            raise error
