"""One window for each person and data folder: a second start hands its wish to the first and ends.

Who is first is decided by a lock, which the system drops when its process dies; the socket is only how they talk.
So of two that start at the same moment one wins, and a socket that a killed program left is nobody's.
"""

import getpass
import hashlib
import json
import os
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from budgetsync.domain.ports import Ownership

PATIENCE_MS: Final = 5_000
"""So long a second start waits for the first, which may only just begin to listen."""
_PAUSE_MS: Final = 25
_LONGEST: Final = 4_096  # bytes of a wish
_ANSWER: Final = b"ok\n"
_TOKENS: Final = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start asks for.

    Attributes:
        background: No window is asked for.
        page: The page that it is to show; "" for the one that it shows anyway.
        token: The desktop's permission to come to the front; "" where it gave none.
    """

    background: bool = False
    page: str = ""
    token: str = ""

    @classmethod
    def of_start(cls, *, background: bool = False, page: str = "") -> "Wish":
        """Make the wish of this very start, with the permission that its launcher gave it."""
        token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
        return cls(background, page, token)


class SingleInstance(QObject):
    """This program among those of the same person on the same data folder."""

    asked = Signal(object)
    """A later start's Wish."""

    def __init__(self, lock: Ownership, address: str, parent: QObject | None = None) -> None:
        """Prepare.

        Args:
            lock: Held by the first.
            address: Where the first listens, as `address_of` gives it.
        """
        super().__init__(parent)
        self._lock = lock
        self._address = address
        self._server: QLocalServer | None = None

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
                self._listen()
                return True
            if self._hand_over(wish, deadline):
                return False
            if deadline.hasExpired():
                return None
            QThread.msleep(_PAUSE_MS)

    def close(self) -> None:
        """Let another be the first."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._lock.release()

    def _listen(self) -> None:
        """Listen where later starts look; where that cannot be, they say that this one does not answer."""
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._address)
        server.newConnection.connect(self._welcome)
        server.listen(self._address)
        self._server = server

    def _welcome(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()):
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            wish = _read_wish(bytes(socket.readLine(_LONGEST).data()))
            if wish is not None:
                socket.write(_ANSWER)
                socket.flush()
                self.asked.emit(wish)
            socket.disconnectFromServer()
        elif socket.bytesAvailable() >= _LONGEST:
            socket.abort()

    def _hand_over(self, wish: Wish, deadline: QDeadlineTimer) -> bool:
        if not _is_ours(self._address):
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(_left(deadline)):
            return False
        socket.write(json.dumps(asdict(wish)).encode() + b"\n")
        socket.waitForBytesWritten(_left(deadline))
        while not socket.canReadLine() and socket.waitForReadyRead(_left(deadline)):
            continue
        answer = bytes(socket.readLine(len(_ANSWER)).data())
        socket.abort()
        return answer.strip() == _ANSWER.strip()


def address_of(folder: Path) -> str:
    """Name the place where the first one on a data folder listens, apart for each person."""
    owner = str(os.getuid()) if sys.platform != "win32" else getpass.getuser()
    name = hashlib.sha256(f"{owner}\0{folder.absolute().resolve()}".encode()).hexdigest()[:20]
    if sys.platform == "win32":
        return f"budgetsync-{name}"
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    place = (
        Path(runtime)
        if Path(runtime).is_absolute() and Path(runtime).is_dir()
        else Path(tempfile.gettempdir())
    )
    return str(place / f"budgetsync-{name}.socket")


def _is_ours(address: str) -> bool:
    """Tell whether a socket is this person's own: in a folder for everybody, anyone may have put one."""
    if sys.platform == "win32":
        return True
    try:
        return os.lstat(address).st_uid == os.getuid()
    except OSError:
        return False


def _left(deadline: QDeadlineTimer) -> int:
    return max(1, deadline.remainingTime())


def _read_wish(line: bytes) -> Wish | None:
    try:
        told = json.loads(line)
        return Wish(told["background"] is True, str(told["page"]), str(told["token"]))
    except (ValueError, TypeError, KeyError):
        return None
