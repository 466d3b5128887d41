"""Where the cards lie: in two columns where there is room, else in one; each card keeps its column."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from budgetsync.ui.monitor.card import ConnectionCard
from budgetsync.ui.monitor.strip import OverviewStrip
from budgetsync.ui.theme import GRID

_TWO_FROM = 960
_GAP = GRID + 4


class CardArea(QWidget):
    """The strip, and below it the cards: the first one leading, the second beside it, and so on.

    A card that grows moves only what is below it in its own column.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Page")
        self._strip: OverviewStrip | None = None
        self._cards: list[ConnectionCard] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.place)

    @property
    def columns(self) -> int:
        """How many columns there are now."""
        return 2 if self.width() >= _TWO_FROM else 1

    @property
    def is_placed(self) -> bool:
        """Whether everything lies where it belongs."""
        return not self._later.isActive()

    def hold(self, strip: OverviewStrip) -> None:
        """Take the strip."""
        self._strip = strip
        strip.resized.connect(self.place_soon)

    def arrange(self, cards: Sequence[ConnectionCard]) -> None:
        """Show other cards, or these in another order."""
        self._cards = list(cards)
        self.place_soon()

    def place_soon(self) -> None:
        """Place everything in the loop's next turn, once for all changes of this one."""
        if not self._later.isActive():
            self._later.start()

    def place_if_due(self) -> None:
        """Place everything now, if that was to be done soon."""
        if self._later.isActive():
            self.place()

    def place(self) -> None:
        """Give everything its room now."""
        self._later.stop()
        top = 0
        if self._strip is not None:
            height = self._strip.height_for(self.width())
            self._strip.setGeometry(QRect(0, 0, self.width(), height))
            top = height + _GAP
        columns = self.columns
        width = (self.width() - (columns - 1) * _GAP) // columns
        ends = [top] * columns
        for at, card in enumerate(self._cards):
            column = at % columns
            height = card.height_for(width)
            x = column * (width + _GAP)
            if self.isRightToLeft():
                x = self.width() - width - x
            card.setGeometry(QRect(x, ends[column], width, height))
            if card.isHidden():
                card.show()
            ends[column] += height + _GAP
        wanted = max(ends)
        if wanted != self.minimumHeight():
            self.setMinimumHeight(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give everything its room where the width is another."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.place()
