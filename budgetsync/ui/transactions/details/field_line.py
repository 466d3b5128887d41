"""A field of a row that is typed into where it stands: what is being typed stays, whatever comes in meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from budgetsync.ui.theme import font_of

_OFFERS = 10


class FieldLine(QLineEdit):
    """Return or leaving the field saves, Escape has the ledger's value again.

    Args:
        name: What it is called where it is heard.
        completes: Whether known names are offered.
    """

    committed = Signal(str)
    """What was typed, where it is another text than the ledger's."""

    def __init__(self, name: str, *, completes: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(font_of(self))
        self._value = ""
        self._names: QStringListModel | None = None
        if completes:
            self._names = QStringListModel(self)
            completer = QCompleter(self._names, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(_OFFERS)
            self.setCompleter(completer)
            # Once the name that was clicked is in the line.
            completer.activated.connect(self.commit, Qt.ConnectionType.QueuedConnection)
        self.editingFinished.connect(self.commit)

    @property
    def is_typed_into(self) -> bool:
        """Whether something is typed that is not saved yet."""
        return self.text() != self._value

    def show_value(self, value: str, placeholder: str = "") -> None:
        """Show what the ledger says; what is being typed stays until it is saved or given up."""
        keeps = self.is_typed_into and self.hasFocus()
        self._value = value
        if self.placeholderText() != placeholder:
            self.setPlaceholderText(placeholder)
        if not keeps and self.text() != value:
            place = self.cursorPosition()
            self.setText(value)
            self.setCursorPosition(min(place, len(value)) if self.hasFocus() else 0)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these names while one types."""
        if self._names is not None and self._names.stringList() != list(names):
            self._names.setStringList(list(names))

    def commit(self) -> None:
        """Save what is typed."""
        if self.is_typed_into:
            self._value = self.text().strip()
            self.setText(self._value)
            self.committed.emit(self._value)

    def give_up(self) -> None:
        """Have the ledger's value again."""
        self.setText(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts offers away, then gives up what is typed; with nothing typed it is the window's."""
        offers = self.completer().popup() if self._names is not None else None
        if event.key() == Qt.Key.Key_Escape and offers is not None and offers.isVisible():
            offers.hide()
        elif event.key() == Qt.Key.Key_Escape and self.is_typed_into:
            self.give_up()
        else:
            super().keyPressEvent(event)
