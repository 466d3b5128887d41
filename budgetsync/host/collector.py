"""Python's garbage collector, for a program without a window (the window's own way is `ui/garbage.py`)."""

import asyncio
import gc

_ALLOCATIONS = 50_000
_YOUNG, _MIDDLE = 50, 1_000
_PAUSE = 6 * 3600.0  # seconds


def collect_seldom() -> None:
    """Collect seldom: a first sync makes 100,000 tuples that are in no cycle, and a collector would walk them all.

    Call it when everything is imported: what is there then stays, and is never walked.
    """
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS, _YOUNG, _MIDDLE)


async def collect_now_and_then() -> None:
    """Collect some times a day, for a program that stays: `collect_seldom` alone would wait for months."""
    while True:
        await asyncio.sleep(_PAUSE)
        gc.collect()
