"""The parts of a row: shown as they are, edited in place, saved only where they add up exactly."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from budgetsync.domain.edits import Edit
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.formats import DASH, money
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.sheets import Grid
from budgetsync.ui.sheet_parts import caption, clear, grid_part
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.split_lines import SplitLines
from budgetsync.ui.transactions.details.tab import flowing
from budgetsync.ui.widgets import StatusLabel, button

translate = QCoreApplication.translate
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SplitPart(QWidget):
    """Shows the parts, or their editor in their place. Ctrl+Return saves, Escape gives up.

    Its buttons to begin with stand wherever its owner puts them.
    """

    opened = Signal()
    """The editor is there."""

    def __init__(self, deeds: Deeds, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._deeds, self._icons, self._locale = deeds, icons, locale
        self._row: Transaction | None = None
        self._shown: tuple[object, ...] = ()
        self.lines = SplitLines(locale)
        self._parts = QVBoxLayout()
        self.edit_button = button("", "")
        self.whole_button = button(
            translate("Details", "One part again"),
            translate("Details", "Take the split back: the row is one part again"),
        )
        self.add_button = button(
            translate("Details", "Add a part"), translate("Details", "Add a part to the split")
        )
        self.save_button = button(
            translate("Details", "Save the split"), translate("Details", "Save the split"), "primary"
        )
        self.cancel_button = button(
            translate("Details", "Cancel"), translate("Details", "Leave the parts as they were")
        )
        self._left = StatusLabel(icons, 14)
        self._editor = QFrame()
        self._arrange()
        self.edit_button.clicked.connect(self.begin)
        self.whole_button.clicked.connect(self._make_whole)
        self.add_button.clicked.connect(self.lines.add)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.give_up)
        self.lines.changed.connect(self._show_left)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through in the editor."""
        return *self.lines.stops, self.save_button, self.add_button, self.cancel_button

    @property
    def is_open(self) -> bool:
        """Whether the parts are being edited."""
        return not self._editor.isHidden()

    def show_row(self, row: Transaction) -> None:
        """Show the parts of a row; an editor that is open stays, unless it is another row."""
        if self._row is not None and self._row.id != row.id:
            self._close()
        before, self._row = self._row, row
        if self.is_open and before is not None and before.amount != row.amount:
            self.lines.fit(row.amount)
        shown = (row.id, row.splits, row.amount)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._parts)
        if row.splits:
            cells = tuple(
                (
                    money(Money(part.minor, row.amount.currency), self._locale),
                    part.category or DASH,
                    part.note or "",
                )
                for part in row.splits
            )
            grid = Grid(translate("Details", "Parts"), (), cells, frozenset({0}))
            self._parts.addWidget(grid_part(grid, self._icons))
        word = translate("Details", "Change the split") if row.splits else translate("Details", "Split it")
        self.edit_button.setText(word)
        self.edit_button.setAccessibleName(word)
        if not self.is_open:
            self._close()

    def begin(self) -> None:
        """Edit the parts."""
        if self._row is None:
            return
        self.lines.begin(self._row.amount, self._row.splits, self._row.category)
        self._still.hide()
        self._editor.show()
        self._show_buttons()
        self.opened.emit()
        self.lines.focus_first()

    def save(self) -> None:
        """Save the parts, if they add up."""
        if self._row is not None and self.lines.spread.is_complete:
            parts = self.lines.parts
            self.give_up()
            self._deeds.edit(self._row.id, Edit(splits=parts))

    def give_up(self) -> None:
        """Leave the parts as they were."""
        had_focus = self._editor.isAncestorOf(QApplication.focusWidget() or self)
        self._close()
        if had_focus:
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return saves, Escape gives up."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.is_open and event.key() in _ENTER and control:
            self.save()
        elif self.is_open and event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self._editor.hide()
        self._still.setVisible(self._row is not None and bool(self._row.splits))
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.edit_button.setVisible(not self.is_open)
        self.whole_button.setVisible(not self.is_open and self._row is not None and bool(self._row.splits))
        self.setVisible(self.is_open or not self._still.isHidden())

    def _make_whole(self) -> None:
        if self._row is not None:
            self._deeds.edit(self._row.id, Edit(splits=None))

    def _show_left(self) -> None:
        worked, row = self.lines.spread, self._row
        if row is None:
            return
        if worked.unread:
            status = Status("attention", translate("Details", "An amount cannot be read"), Tone.WARNING)
        elif worked.is_complete:
            status = Status("ok", translate("Details", "Adds up"), Tone.OK)
        elif worked.left:
            left = money(Money(worked.left, row.amount.currency), self._locale)
            text = translate("Details", "Left over: {amount}").format(amount=left)
            status = Status("attention", text, Tone.WARNING)
        else:
            status = Status("attention", translate("Details", "A part has no amount"), Tone.WARNING)
        self._left.show_status(status)
        self.save_button.setEnabled(worked.is_complete)

    def _arrange(self) -> None:
        self._still = QWidget()
        still = QVBoxLayout(self._still)
        still.setContentsMargins(0, 0, 0, 0)
        still.addLayout(self._parts)
        self._editor.setObjectName("Rows")
        self._editor.setAccessibleName(translate("Details", "Split of the row"))
        column = QVBoxLayout(self._editor)
        column.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID + 4)
        column.setSpacing(GRID)
        column.addWidget(caption(translate("Details", "Parts")))
        column.addWidget(self.lines)
        column.addWidget(self._left)
        column.addWidget(flowing(self.save_button, self.add_button, self.cancel_button))
        self._editor.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._still)
        layout.addWidget(self._editor)
