"""A line of fields that is shown when it is wanted: Return does it, Escape puts it away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QVBoxLayout, QWidget

from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import ElidedLabel, button

translate = QCoreApplication.translate
_OFFERS = 10


class Form(QFrame):
    """Fields, a button that does it, one that puts it away, and a line that says what came of it.

    Args:
        name: What it is called where it is heard.
        done: Does it.
    """

    said_more = Signal()
    """It says something else."""
    left = Signal()
    """It was put away; the keyboard is to go back to where it was."""

    def __init__(self, name: str, do_text: str, done: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("Entry")
        self.setAccessibleName(name)
        self._done = done
        self.said = ElidedLabel()
        self.said.hide()
        self._fields = FlowLayout()
        self.do_button = button(do_text, name, "primary")
        self.do_button.clicked.connect(lambda *_: done())
        close_text = translate("Entry", "Close")
        self.close_button = button(close_text, f"{name}: {close_text}", "quiet")
        self.close_button.clicked.connect(lambda *_: self.put_away())
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(self._fields)
        column.addWidget(self.said)
        self.hide()

    def add(self, *fields: QWidget) -> None:
        """Add the fields, in the order in which they are gone through; the buttons come behind them."""
        for field in (*fields, self.do_button, self.close_button):
            self._fields.addWidget(field)
            if isinstance(field, QLineEdit):
                field.returnPressed.connect(self._done)

    def say(self, text: str, tone: Tone | None = None) -> None:
        """Say what came of it, or what is missing; "" says nothing."""
        self.said.show_text(text)
        self.said.show_tone(tone)
        self.said.setVisible(bool(text))
        self.said_more.emit()

    def put_away(self) -> None:
        """Show it no longer; what was typed stays for the next time."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)


def line(name: str, letters: int, names: QStringListModel | None = None) -> QLineEdit:
    """Make a field of some letters' width that says what belongs in it, and offers names while one types."""
    field = QLineEdit()
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setFixedWidth(field.fontMetrics().averageCharWidth() * letters + 3 * GRID)
    if names is not None:
        completer = QCompleter(names, field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_OFFERS)
        field.setCompleter(completer)
    return field


def offer(names: QStringListModel, values: Sequence[str]) -> None:
    """Offer other names."""
    if names.stringList() != list(values):
        names.setStringList(list(values))
