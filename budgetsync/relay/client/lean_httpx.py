"""httpx without its own command line, whose imports take more time and memory than all the rest of it.

It does without by itself where the extra for it is not installed. Ours is, for another reason: rich prints our own
command line.
"""

import sys

_COMMAND_LINE = "httpx._main"

sys.modules.setdefault(_COMMAND_LINE, None)  # type: ignore[arg-type]  # which is how a module is kept from loading
try:
    import httpx
finally:
    if sys.modules[_COMMAND_LINE] is None:
        del sys.modules[_COMMAND_LINE]

__all__ = ["httpx"]
