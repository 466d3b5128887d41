"""What all accounts hold and owe together: a sum for each currency, never one across them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from budgetsync.domain.overview import Total
from budgetsync.ui.formats import money, number
from budgetsync.ui.monitor.ink import Face, Ink
from budgetsync.ui.monitor.lines import Line, Lines, Span
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Fit

translate = QCoreApplication.translate
_LINES = 3


class TotalsPanel(QLabel):
    """A block of three lines for each currency, side by side, and below each other where there is no room."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = ink
        self._blocks: list[Lines] = []
        self.setAccessibleName(translate("Totals", "Totals by currency"))

    @property
    def texts(self) -> list[str]:
        """What it says, in reading order."""
        return [text for block in self._blocks for text in block.texts]

    def show_totals(self, totals: Sequence[Total]) -> bool:
        """Show other sums.

        Returns:
            Whether there are more or fewer currencies than before.
        """
        other = len(totals) != len(self._blocks)
        if other:
            self._blocks = [Lines(self._ink, self) for _ in totals]
            self.update()
        changed = [
            block.show(tuple(_lines(total, self._ink)))
            for block, total in zip(self._blocks, totals, strict=True)
        ]
        if any(changed):
            self._place()
            self.setAccessibleDescription(". ".join(" ".join(block.spoken) for block in self._blocks))
        return other

    def height_for(self, width: int) -> int:
        """Tell how high it wants to be at a width."""
        rows = -(-len(self._blocks) // self._columns(width)) if self._blocks else 0
        return rows * self._block_height + max(0, rows - 1) * GRID

    def restyle(self) -> None:
        """Measure everything anew."""
        for block in self._blocks:
            block.forget()
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every currency its room."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what changed."""
        painter = QPainter(self)
        for block in self._blocks:
            block.paint(painter, event.rect())
        painter.end()

    @property
    def _block_height(self) -> int:
        return 2 * self._ink.line + self._ink.height(Face.FIGURE) + 2 * 2

    def _widest(self) -> int:
        longest = [
            self._ink.width(span.face, span.text)
            for block in self._blocks
            for line in block.lines
            for span in line
        ]
        return max(longest, default=1) + 3 * GRID

    def _columns(self, width: int) -> int:
        return max(1, min(len(self._blocks), width // self._widest()))

    def _place(self) -> None:
        columns = self._columns(self.width())
        widest = self._widest()
        for at, block in enumerate(self._blocks):
            x = (at % columns) * widest
            y = (at // columns) * (self._block_height + GRID)
            room = min(widest - 2 * GRID, self.width() - x)
            block.place(tuple(block.rooms(x, y, max(0, room))))


def _lines(total: Total, ink: Ink) -> Iterator[Line]:
    locale = ink.locale
    caption = translate("Totals", "{currency}, 1 account")
    if total.accounts > 1:
        caption = translate("Totals", "{currency}, {n} accounts", None, total.accounts)
    yield (Span(caption.format(currency=total.currency, n=number(total.accounts, locale)), Tone.QUIET),)
    yield (Span(money(total.net, locale), face=Face.FIGURE, fit=Fit.RIGID),)
    if total.owed.minor == 0:
        more = translate("Totals", "Nothing owed")
    else:
        more = translate("Totals", "{held} held, {owed} owed").format(
            held=money(total.held, locale), owed=money(total.owed, locale)
        )
    yield (Span(more, Tone.QUIET),)
