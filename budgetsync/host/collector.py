"""Python's garbage collector, for a program without a window (the window's own way is `ui/garbage.py`)."""

import gc

_ALLOCATIONS = 50_000
_YOUNG, _MIDDLE = 50, 1_000


def collect_seldom() -> None:
    """Collect seldom: a first sync makes 100,000 tuples that are in no cycle, and a collector would walk them all.

    Call it when everything is imported: what is there then stays, and is never walked.
    """
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS, _YOUNG, _MIDDLE)
