"""How two starts of the program talk: a socket for this person only, one line there and one back."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Final

from PySide6.QtCore import QDeadlineTimer, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from budgetsync.ui.wish import Wish

_LONGEST: Final = 4_096  # bytes of a wish
_ANSWER: Final = b"ok\n"


class InstanceServer(QObject):
    """Hears later starts."""

    def __init__(self, address: str, tell: Callable[[Wish], None], parent: QObject) -> None:
        """Listen where later starts look; where that cannot be, they say that this one does not answer."""
        super().__init__(parent)
        self._tell = tell
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(address)  # of one that was killed: whoever listens holds the lock
        self._server.newConnection.connect(self._welcome)
        self._server.listen(address)

    def close(self) -> None:
        """Hear no more."""
        self._server.close()
        self.deleteLater()

    def _welcome(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            wish = _read_wish(bytes(socket.readLine(_LONGEST).data()))
            if wish is not None:
                socket.write(_ANSWER)
                socket.flush()
                self._tell(wish)
            socket.disconnectFromServer()
        elif socket.bytesAvailable() >= _LONGEST:
            socket.abort()


def hand_over(address: str, wish: Wish, deadline: QDeadlineTimer) -> bool:
    """Have the first fulfil a wish. Blocking.

    Returns:
        Whether it took it.
    """
    if not _is_ours(address):
        return False
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_left(deadline)):
        return False
    socket.write(json.dumps(asdict(wish)).encode() + b"\n")
    socket.waitForBytesWritten(_left(deadline))
    while not socket.canReadLine() and socket.waitForReadyRead(_left(deadline)):
        continue
    answer = bytes(socket.readLine(len(_ANSWER)).data())
    socket.abort()
    return answer.strip() == _ANSWER.strip()


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
