"""The parts of a row while they are edited: a line of fields for each, and what is left over, live."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from budgetsync.domain.money import Money
from budgetsync.domain.splitting import Spread, spread, write_size
from budgetsync.domain.transaction import Split
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.transactions.details.field_line import FieldLine
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate
_CROSS = "\N{MULTIPLICATION SIGN}"
_AMOUNT_WIDTH = 12 * GRID


@dataclass(frozen=True, slots=True)
class _Line:
    """The fields of one part."""

    size: QLineEdit
    category: FieldLine
    note: QLineEdit
    remove: QPushButton

    @property
    def stops(self) -> tuple[QWidget, ...]:
        return self.size, self.category, self.note, self.remove


class SplitLines(QWidget):
    """At least two parts. The only one whose amount is empty takes what the others leave, and shows it."""

    changed = Signal()

    def __init__(self, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self._amount = Money(0, "USD")
        self._names: Sequence[str] = ()
        self._lines: list[_Line] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID // 2)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        return tuple(stop for line in self._lines for stop in line.stops)

    @property
    def spread(self) -> Spread:
        """What the sizes that are typed make of the amount."""
        typed = [line.size.text() for line in self._lines]
        return spread(self._amount, typed, self._locale.decimalPoint(), self._locale.groupSeparator())

    @property
    def parts(self) -> list[Split]:
        """The parts as they are typed; only where they are complete."""
        return [
            Split(size, line.category.text().strip() or None, line.note.text().strip() or None)
            for size, line in zip(self.spread.parts, self._lines, strict=True)
            if size is not None
        ]

    def begin(self, amount: Money, parts: Sequence[Split], category: str | None) -> None:
        """Begin to edit the parts of an amount; where there are none yet, two empty ones."""
        self._amount = amount
        for line in self._lines:
            self._drop(line)
        self._lines = []
        for part in parts or (Split(0, category), Split(0, None)):
            self._put(part, sized=bool(parts))
        self._show()

    def fit(self, amount: Money) -> None:
        """Go on with another amount: the bank changed it meanwhile."""
        self._amount = amount
        self._show()

    def add(self) -> None:
        """Add an empty part, and begin at its amount."""
        self._put(Split(0, None), sized=False)
        self._show()
        self._lines[-1].size.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, names: Sequence[str]) -> None:
        """Offer categories that are known."""
        self._names = names
        for line in self._lines:
            line.category.offer(names)

    def focus_first(self) -> None:
        """Begin at the first amount."""
        self._lines[0].size.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, part: Split, *, sized: bool) -> None:
        number = len(self._lines) + 1
        size = QLineEdit(write_size(part.minor, self._amount, self._locale.decimalPoint()) if sized else "")
        size.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        size.setFont(font_of(size))
        size.setFixedWidth(_AMOUNT_WIDTH)
        size.textEdited.connect(lambda _text: self._show())
        category = FieldLine("", completes=True)
        category.offer(self._names)
        category.show_value(part.category or "", translate("Details", "Category"))
        category.textEdited.connect(lambda _text: self.changed.emit())
        note = QLineEdit(part.note or "")
        note.setPlaceholderText(translate("Details", "Note"))
        note.textEdited.connect(lambda _text: self.changed.emit())
        remove = button(_CROSS, "", "quiet")
        line = _Line(size, category, note, remove)
        remove.clicked.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._place(line, number - 1)
        self._name(line, number)
        for stop in line.stops:
            stop.show()  # a layout would do so in the next turn: too late for the keyboard

    def _place(self, line: _Line, at: int) -> None:
        for widget, row, column in (
            (line.size, 2 * at, 0),
            (line.category, 2 * at, 1),
            (line.remove, 2 * at, 2),
            (line.note, 2 * at + 1, 1),
        ):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, row, column)

    def _name(self, line: _Line, number: int) -> None:
        """Name the fields where they are heard and not seen."""
        line.size.setAccessibleName(translate("Details", "Amount of part {n}").format(n=number))
        line.category.setAccessibleName(translate("Details", "Category of part {n}").format(n=number))
        line.note.setAccessibleName(translate("Details", "Note on part {n}").format(n=number))
        name = translate("Details", "Remove part {n}").format(n=number)
        line.remove.setAccessibleName(name)
        line.remove.setToolTip(name)

    def _remove(self, line: _Line) -> None:
        at = self._lines.index(line)
        self._lines.remove(line)
        self._drop(line)
        for number, each in enumerate(self._lines, 1):
            self._name(each, number)
            self._place(each, number - 1)
        self._lines[min(at, len(self._lines) - 1)].size.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _drop(self, line: _Line) -> None:
        for widget in line.stops:
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _show(self) -> None:
        """Let the empty part show what it would take, and removing wait while there are only two."""
        worked = self.spread
        for line, size in zip(self._lines, worked.parts, strict=True):
            empty = not line.size.text().strip()
            rest = (
                ""
                if size is None or not empty
                else write_size(size, self._amount, self._locale.decimalPoint())
            )
            line.size.setPlaceholderText(rest)
            line.remove.setEnabled(len(self._lines) > 2)  # noqa: PLR2004 - one part is no split
        self.changed.emit()
