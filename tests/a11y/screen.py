"""A screen that nobody sees: an X server with a window manager, for programs that are tried from outside."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager


@contextmanager
def screen(size: str = "1400x900") -> Iterator[str]:
    """An X server of its own with openbox; it picks a free number by itself, which is given as the display."""
    read, write = os.pipe()
    with ExitStack() as stack:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        stack.callback(server.wait)
        stack.callback(server.terminate)
        os.close(write)
        with os.fdopen(read) as number:
            name = f":{number.readline().strip()}"
        manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL
        )
        stack.callback(manager.wait)
        stack.callback(manager.terminate)
        yield name
