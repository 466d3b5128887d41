"""What gets the keyboard is scrolled into sight, wherever the keyboard came from."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class FocusRevealer(QObject):
    """Follows the keyboard. Qt's scroll areas do so only from one of their own widgets to the next, not from outside.

    What is pressed by the mouse is where it was pressed, and stays there.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            reveal(now)


def reveal(widget: QWidget) -> None:
    """Scroll until a widget is seen as a whole; one that is larger than its surroundings, until some of it is."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QScrollArea) and parent.widget() is not None:
            seen = widget.visibleRegion().boundingRect()
            fits = widget.height() <= parent.viewport().height()
            if seen.isEmpty() or (fits and seen.height() < widget.height()):
                parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
