"""Ends a server together with whoever started it."""

import os
import signal
import sys
import threading


def end_with_stdin() -> None:
    """Have this process end, as by SIGTERM, once its standard input is closed, however that comes about."""
    threading.Thread(target=_wait, name="stdin-watch", daemon=True).start()


def _wait() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)
