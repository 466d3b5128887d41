"""What can be taken over into the search, in a list below it; the keyboard stays in the search."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from budgetsync.ui.palette import KeysDelegate
from budgetsync.ui.theme import GRID

translate = QCoreApplication.translate
_MOST_ROWS = 10
_SMALLEST, _LARGEST = 300, 560
_DOWN = frozenset({Qt.Key.Key_Down, Qt.Key.Key_PageDown})
_UP = frozenset({Qt.Key.Key_Up, Qt.Key.Key_PageUp})
_TAKE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list.

    Attributes:
        shown: What stands first; `what` says what it is.
        text: The whole search, and
        cursor: where the cursor stands in it, once this is taken.
        goes_on: Whether it goes on from what was typed: then Tab takes it.
    """

    shown: str
    what: str
    text: str
    cursor: int
    goes_on: bool = False


class OffersList(QFrame):
    """Arrows go through it, Return or Tab take one over, Escape puts it away."""

    taken = Signal(object)
    """A Line."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field.window())
        self._field = field
        self._lines: Sequence[Line] = ()
        self.setObjectName("Palette")
        self.setAccessibleName(translate("Search", "What can be searched for"))
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Search", "Offers"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(KeysDelegate(self.list))
        self.list.itemClicked.connect(self._clicked)
        field.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        layout.addWidget(self.list)
        self.hide()

    @property
    def current(self) -> Line | None:
        """The line that is chosen; None before one is."""
        row = self.list.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def offer(self, lines: Sequence[Line]) -> None:
        """Show these; none chosen, so that Return still means the search as it stands."""
        self._lines = lines
        if not lines:
            self.hide()
            return
        self.list.clear()
        for line in lines:
            row = QListWidgetItem(line.shown)
            row.setData(Qt.ItemDataRole.AccessibleDescriptionRole, line.what)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.shown}, {line.what}")
            self.list.addItem(row)
        self.list.setCurrentRow(-1)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay below the field."""
        if (
            watched is self._field
            and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}
            and self.isVisible()
        ):
            self._place()
        return False

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means while the list is seen; tell whether it meant anything."""
        if not self.isVisible():
            return False
        key = Qt.Key(event.key())
        if key in _DOWN or key in _UP:
            self._go(1 if key in _DOWN else -1)
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        chosen = self.current
        if key == Qt.Key.Key_Tab and chosen is None:  # else Tab goes on to the next control, as everywhere
            chosen = next((line for line in self._lines if line.goes_on), None)
        if chosen is not None and (key in _TAKE or key == Qt.Key.Key_Tab):
            self.hide()
            self.taken.emit(chosen)
            return True
        return False

    def _go(self, step: int) -> None:
        row, count = self.list.currentRow(), self.list.count()
        self.list.setCurrentRow((row + step) % count if row >= 0 or step > 0 else count - 1)
        line = self.current
        if line is not None:  # the keyboard is in the field: a screen reader hears of the list only so
            self._field.setAccessibleDescription(f"{line.shown}, {line.what}")
            event = QAccessibleEvent(self._field, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def _clicked(self, row: QListWidgetItem) -> None:
        line = self._lines[self.list.row(row)]
        self.hide()
        self.taken.emit(line)

    def _place(self) -> None:
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        room = window.rect()
        width = min(max(_SMALLEST, min(_LARGEST, self._field.width())), room.width() - 2 * GRID)
        height = max(24, self.list.sizeHintForRow(0)) * min(_MOST_ROWS, self.list.count()) + GRID + 4
        left = max(GRID, min(corner.x(), room.width() - width - GRID))
        self.setGeometry(left, corner.y(), width, min(height, room.height() - corner.y() - GRID))
