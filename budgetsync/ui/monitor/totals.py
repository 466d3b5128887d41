"""What all accounts hold and owe together: a sum for each currency, never one across them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QRect
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
_STEP = 2 * GRID


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
            Whether it wants another height than before.
        """
        before = self.height_for(self.width())
        if len(totals) != len(self._blocks):
            self._blocks = [Lines(self._ink, self) for _ in totals]
            self.update()
        changed = [
            block.show(tuple(_lines(total, self._ink)))
            for block, total in zip(self._blocks, totals, strict=True)
        ]
        if any(changed):
            self._place()
            self.setAccessibleDescription(". ".join(" ".join(block.spoken) for block in self._blocks))
        return self.height_for(self.width()) != before

    def height_for(self, width: int) -> int:
        """Tell how high it wants to be at a width."""
        places = self._places(width)
        return places[-1].y() + self._block_height if places else 0

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

    def _width_of(self, block: Lines) -> int:
        """In whole steps: a figure that changes a little moves none of the others."""
        widest = max(
            (self._ink.width(span.face, span.text) for line in block.lines for span in line), default=0
        )
        return -(-widest // _STEP) * _STEP

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        x = y = 0
        for block in self._blocks:
            wanted = self._width_of(block)
            if x and x + wanted > width:
                x, y = 0, y + self._block_height + GRID
            places.append(QRect(x, y, min(wanted, max(0, width - x)), self._block_height))
            x += wanted + 3 * GRID
        return places

    def _place(self) -> None:
        for block, place in zip(self._blocks, self._places(self.width()), strict=True):
            block.place(tuple(block.rooms(place.x(), place.y(), place.width())))


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
