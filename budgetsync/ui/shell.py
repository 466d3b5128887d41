"""The window itself, before and while there is something in it.

It is shown before the program is loaded, and needs little more than Qt for that: a person sees at once that their
click was heard. What the window shows is put into it when it is ready, without another window.
"""

import asyncio
import os
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from budgetsync.ui.memory import Memory
from budgetsync.ui.theme import GRID

translate = QCoreApplication.translate
GEOMETRY: Final = "window/geometry"
_SIZE: Final = (1280, 820)
_SLOW_MS: Final = 900
_TOKEN: Final = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - the name of a variable


class Shell(QMainWindow):
    """The window as the desktop sees it: its place, its size, and what closing it means."""

    close_requested = Signal()
    """The person closed it; whether it goes is decided elsewhere."""
    full_screen_changed = Signal(bool)

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self.setWindowTitle("BudgetSync")
        self._wait = _Wait(self)
        self.setCentralWidget(self._wait)
        if not self.restoreGeometry(memory.shape(GEOMETRY)):
            self.resize(*_SIZE)

    async def painted(self) -> None:
        """Wait until it was painted for the first time."""
        await self._wait.painted.wait()

    def show_contents(self, contents: QMainWindow) -> None:
        """Put in what the window is there for."""
        self.setWindowIcon(contents.windowIcon())
        contents.setParent(self, Qt.WindowType.Widget)
        self.setMinimumSize(contents.minimumSize())
        self.setCentralWidget(contents)
        contents.show()
        if (central := contents.centralWidget()) is not None:
            central.setFocus()  # no button is pressed by an early Return

    def bring_forward(self, token: str = "") -> None:
        """Show it before all others, with the desktop's permission where it gives one."""
        if token:
            os.environ[_TOKEN] = token  # where Qt looks for it on Wayland
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        os.environ.pop(_TOKEN, None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the decision to whoever knows whether there is a tray."""
        event.ignore()
        self.close_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Tell whether it fills the screen, whoever made it so."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.full_screen_changed.emit(self.isFullScreen())


class _Wait(QWidget):
    """Nothing yet; words only where opening takes long enough to be noticed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.painted = asyncio.Event()
        self.setAccessibleName(translate("Shell", "Opening your ledger"))
        self._words = ""
        QTimer.singleShot(_SLOW_MS, self, self._speak)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, if it is time for them."""
        del event
        painter = QPainter(self)
        if self._words:
            painter.setPen(self.palette().placeholderText().color())
            room = QRect(self.rect()).adjusted(GRID, GRID, -GRID, -GRID)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
        self.painted.set()

    def _speak(self) -> None:
        self._words = translate("Shell", "Opening your ledger…")
        self.update()
