"""Memory that nobody uses any more, given back to the system."""

import ctypes
import gc
import sys


def give_back() -> None:
    """Give back what the last sync needed: the C library keeps it otherwise, for as long as a process lives.

    Takes some milliseconds, so it is for a moment when nothing else happens.
    """
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's own
        if trim is not None:
            trim(0)
