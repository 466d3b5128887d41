"""Keep other processes out while a file is read and replaced."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait for a file's lock, which lies beside it; the system lets go of it however the process ends.

    Raises:
        OSError: The lock cannot be made or had.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = path.with_name(f"{path.name}.lock")
    with os.fdopen(os.open(lock, os.O_CREAT | os.O_RDWR, 0o600), "r+b") as file:
        _wait_for(file)
        yield


if sys.platform == "win32":
    import msvcrt

    def _wait_for(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _wait_for(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
