"""What gets the keyboard is scrolled into sight, wherever the keyboard came from."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class FocusRevealer(QObject):
    """Follows the keyboard. Qt's scroll areas do so only from one of their own widgets to the next, not from outside.

    What is pressed by the mouse is where it was pressed, and stays there.

    Args:
        last: What stands at the foot of the window: the Tab key comes to it after all that is made later.
    """

    def __init__(self, parent: QObject, last: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = last
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            reveal(now)
        if now is not None and self._last is not None and self._last.window() is now.window():
            end = _end_of(now.window())
            if end not in {now.window(), self._last}:
                QWidget.setTabOrder(end, self._last)


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


def _end_of(window: QWidget) -> QWidget:
    """Find the last widget to which the Tab key can come; the window itself where there is none."""
    at = window
    while (before := at.previousInFocusChain()) is not None and before is not window:
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return before
        at = before
    return window
