"""Tags of a row: each is a button that takes it off, and behind them is room for one more."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.details.field_line import FieldLine
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate
_CROSS = "\N{MULTIPLICATION SIGN}"


class _TagLine(FieldLine):
    """Return or a comma adds; Backspace in the empty line takes the last tag off."""

    emptied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Comma and self.text().strip():
            self.commit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


class TagsField(QWidget):
    """Says which tag is to come or go; it shows what it is told."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._tags: tuple[str, ...] = ()
        self._chips: list[QPushButton] = []
        self.line = _TagLine(translate("Details", "Add a tag"), completes=True)
        self.line.setPlaceholderText(translate("Details", "Add a tag"))
        words = self.line.fontMetrics().horizontalAdvance(self.line.placeholderText())
        self.line.setMinimumWidth(max(12 * GRID, words + 3 * GRID))
        self.line.committed.connect(self._add)
        self.line.emptied.connect(self._remove_last)
        self._flow = FlowLayout()
        self._flow.setSpacing(GRID // 2)
        self._flow.addWidget(self.line)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """The buttons, one for each tag."""
        return tuple(self._chips)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show the tags that a row has."""
        if tuple(tags) == self._tags:
            return
        had_focus = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        self._tags = tuple(tags)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.line)
        self._chips = [self._chip(tag) for tag in self._tags]
        for chip in self._chips:
            self._flow.addWidget(chip)
        self._flow.addWidget(self.line)
        if had_focus >= 0:
            following = self._chips[min(had_focus, len(self._chips) - 1)] if self._chips else self.line
            following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, tag: str) -> QPushButton:
        name = translate("Details", "Take the tag {tag} off").format(tag=tag)
        made = button(f"{tag}  {_CROSS}", name, "chip")
        made.setToolTip(name)
        made.clicked.connect(partial(self._remove, tag))
        return made

    def _add(self, tag: str) -> None:
        self.line.show_value("", self.line.placeholderText())
        self.line.clear()
        if tag:
            self.added.emit(tag)

    def _remove(self, tag: str) -> None:
        self.removed.emit(tag)

    def _remove_last(self) -> None:
        if self._tags:
            self.removed.emit(self._tags[-1])
