"""One process owns the engine of a data folder, and one its window: locks that the system drops when a process dies."""

import os
import sys
from pathlib import Path
from typing import IO

FILE_NAME = "engine.lock"
WINDOW_FILE_NAME = "window.lock"


class Ownership:
    """A claim on a data folder, held until `release` or the end of the process, however it comes."""

    def __init__(self, folder: Path, name: str = FILE_NAME) -> None:
        """Prepare; `claim` does it.

        Args:
            folder: The data folder; it is made when it is missing.
            name: The file that is locked, by what is owned.
        """
        self._path = folder / name
        self._file: IO[bytes] | None = None

    def claim(self) -> bool:
        """Try to become the owner; False when another process is."""
        if self._file is not None:
            return True
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.fdopen(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600), "r+b")
        try:
            _lock(file)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Give the folder up."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
