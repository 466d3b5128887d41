"""One window for each person and data folder: a second start hands its wish to the first and ends.

Who is first is decided by a lock, which the system drops when its process dies; the socket is only how they talk.
So of two that start at the same moment one wins, and a socket that a killed program left is nobody's.
"""

import getpass
import hashlib
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal

from budgetsync.ui.wish import Wish

if TYPE_CHECKING:
    from budgetsync.ui.instance_socket import InstanceServer

PATIENCE_MS: Final = 5_000
"""So long a second start waits for the first, which may only just begin to listen."""
_PAUSE_MS: Final = 25
_LONGEST_ADDRESS: Final = 100
"""Bytes; a socket's address has room for 103 on the systems that give least."""


class Lock(Protocol):
    """What one process holds at a time."""

    def claim(self) -> bool:
        """Try to get it."""
        ...

    def release(self) -> None:
        """Give it up."""
        ...


class SingleInstance(QObject):
    """This program among those of the same person on the same data folder."""

    asked = Signal(object)
    """A later start's Wish."""

    def __init__(self, lock: Lock, address: str, parent: QObject | None = None) -> None:
        """Prepare.

        Args:
            lock: Held by the first.
            address: Where the first listens, as `address_of` gives it.
        """
        super().__init__(parent)
        self._lock = lock
        self._address = address
        self._server: InstanceServer | None = None

    def begin(self, wish: Wish, *, patience_ms: int = PATIENCE_MS) -> bool | None:
        """Become the first, or have the first fulfil a wish. Blocks; for the time before there is a loop.

        Returns:
            True for the first; False when the first took the wish; None when there is one that does not answer.

        Raises:
            OSError: The data folder cannot be used.
        """
        deadline = QDeadlineTimer(patience_ms)
        while True:
            if self._lock.claim():
                return True
            from budgetsync.ui.instance_socket import hand_over  # noqa: PLC0415 - QtNetwork

            if hand_over(self._address, wish, deadline):
                return False
            if deadline.hasExpired():
                return None
            QThread.msleep(_PAUSE_MS)

    def close(self) -> None:
        """Let another be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.release()

    def listen(self) -> None:
        """Hear later starts, from now on. The first does so when its window is there; they wait that long."""
        from budgetsync.ui.instance_socket import InstanceServer  # noqa: PLC0415 - QtNetwork

        self._server = InstanceServer(self._address, self.asked.emit, self)


def address_of(folder: Path) -> str:
    """Name the place where the first one on a data folder listens, apart for each person."""
    owner = str(os.getuid()) if sys.platform != "win32" else getpass.getuser()
    name = hashlib.sha256(f"{owner}\0{folder.absolute().resolve()}".encode()).hexdigest()[:20]
    if sys.platform == "win32":
        return f"budgetsync-{name}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    for place in (Path(runtime), Path(tempfile.gettempdir())):
        address = str(place / f"budgetsync-{name}.socket")
        if place.is_absolute() and place.is_dir() and len(os.fsencode(address)) <= _LONGEST_ADDRESS:
            return address
    # The system's own, whose name is short; who asks makes sure that the socket is this person's.
    return str(Path(os.sep, "tmp", f"budgetsync-{name}.socket"))
