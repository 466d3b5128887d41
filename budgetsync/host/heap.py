"""Memory that nobody uses any more, given back to the system."""

import gc
import sys
from typing import Any

_ARENAS = -8  # M_ARENA_MAX of mallopt


def keep_small() -> None:
    """Have all threads share one heap: one for each of a dozen threads is never given back in full."""
    if (library := _glibc()) is not None:
        library.mallopt(_ARENAS, 1)


def give_back() -> None:
    """Give back what the last sync needed: the C library keeps it otherwise, for as long as a process lives.

    Takes some milliseconds, so it is for a moment when nothing else happens.
    """
    gc.collect()
    if (library := _glibc()) is not None:
        library.malloc_trim(0)


def _glibc() -> Any:  # noqa: ANN401 - a C library
    """The C library where it has these two calls; None where it is another one."""
    if sys.platform != "linux":
        return None
    import ctypes  # noqa: PLC0415 - not before the window is painted

    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
