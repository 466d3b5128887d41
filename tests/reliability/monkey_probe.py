"""The desktop program as it is, watched, and kept from reaching out of its home.

python -m tests.reliability.monkey_probe STALLS window --data-dir ... --plaid-url ...

Every turn of the GUI thread's loop that takes more than LIMIT of CPU is written into the file STALLS with what it was
doing. Whatever connects to another computer is refused, file dialogs show nothing but the home and change nothing in
it, and no file appears outside the campaign's folder.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog

from budgetsync.cli import main
from budgetsync.desktop import Desktop
from budgetsync.store import files
from tests.ui.stalls import Stall, StallRecorder

LIMIT: Final = 0.100
"""Seconds of CPU that a turn of the loop may take."""
HOME: Final = Path.home()
ROOM: Final = HOME.parent
"""Everything of the campaign."""


class WritingRecorder(StallRecorder):
    """Writes each stall down when it is over: a program that is killed has told all the same."""

    def __init__(self, file: Path) -> None:
        super().__init__(LIMIT)
        self._file = file
        self.stalls: list[Stall] = Written(file)


class Written(list[Stall]):
    """A list that writes down what is added to it."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file

    def append(self, stall: Stall) -> None:
        """Write it down, with the moment."""
        with self._file.open("a", encoding="utf-8") as out:
            out.write(f"@{time.time():.1f} {stall}\n")


def tame_dialogs() -> None:
    """Keep file dialogs at home.

    By their `open`, and not by a filter of all events: that would make Python's objects of everything in Qt, slow the
    window down, and be asked about what is being deleted.
    """
    show = QFileDialog.open

    def open_at_home(self: QFileDialog, *words: Any) -> None:  # noqa: ANN401 - as it was
        self.setOption(QFileDialog.Option.ReadOnly)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setSidebarUrls([])
        self.directoryEntered.connect(
            lambda folder: None if is_within(folder, HOME) else self.setDirectory(QDir.homePath())
        )
        show(self, *words)

    QFileDialog.open = open_at_home  # type: ignore[method-assign]


def is_within(place: str | Path, folder: Path) -> bool:
    """Tell whether a place lies in a folder."""
    return Path(place).resolve().is_relative_to(folder.resolve())


def check_here(address: object) -> None:
    """Refuse other computers.

    Raises:
        ConnectionRefusedError: The address is of one.
    """
    if isinstance(address, tuple):
        host = str(address[0])
        if host != "localhost" and not ip_address(host.partition("%")[0]).is_loopback:
            message = "the monkey stays on this computer"
            raise ConnectionRefusedError(message)


def check_name(host: object) -> None:
    """Refuse names of other computers.

    Raises:
        OSError: The name is of one.
    """
    if host not in {"localhost", "127.0.0.1", "::1", None}:
        message = "the monkey knows no other computer"
        raise OSError(message)


def stay_here() -> None:
    """Have every connection and every look for a name checked."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def connect_here(self: socket.socket, address: Any) -> None:  # noqa: ANN401 - as it was
        check_here(address)
        connect(self, address)

    def connect_ex_here(self: socket.socket, address: Any) -> int:  # noqa: ANN401 - as it was
        check_here(address)
        return connect_ex(self, address)

    def look_up_here(host: Any, *words: Any, **more: Any) -> Any:  # noqa: ANN401 - as it was
        check_name(host)
        return look_up(host, *words, **more)

    socket.socket.connect = connect_here  # type: ignore[assignment,method-assign]
    socket.socket.connect_ex = connect_ex_here  # type: ignore[assignment,method-assign]
    socket.getaddrinfo = look_up_here


def write_at_home() -> None:
    """Let files appear at home only."""
    appearing = files.appearing

    @contextmanager
    def appearing_at_home(final: Path) -> Iterator[Path]:
        if not is_within(final, ROOM):
            message = f"the monkey wanted to write {final}"
            raise PermissionError(message)
        with appearing(final) as partial:
            yield partial

    for module in list(sys.modules.values()):
        if getattr(module, "appearing", None) is appearing:
            module.appearing = appearing_at_home  # type: ignore[attr-defined]


def watch(stalls: Path) -> None:
    """Watch the loop from when the window is there until it goes."""
    live = Desktop.run

    async def run(self: Desktop, *words: Any, **more: Any) -> Any:  # noqa: ANN401 - as it was
        recorder = WritingRecorder(stalls)
        recorder.start()
        try:
            return await live(self, *words, **more)
        finally:
            recorder.stop()

    Desktop.run = run  # type: ignore[method-assign]


if __name__ == "__main__":
    assert os.environ["HOME"] == str(HOME)
    stay_here()
    tame_dialogs()
    write_at_home()
    watch(Path(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))
