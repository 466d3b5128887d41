"""The strip above the cards: totals at its beginning, the last day and the queue at its end."""

from datetime import datetime

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from budgetsync.domain.overview import Overview
from budgetsync.ui.monitor.ink import Ink, draw_ground
from budgetsync.ui.monitor.pulse import PulsePanel
from budgetsync.ui.monitor.totals import TotalsPanel
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import mirrored

_BESIDE_FROM = 860
_PULSE = 440
_INSET = 2 * GRID


class OverviewStrip(QWidget):
    """Both parts beside each other where there is room, else one below the other."""

    problems_requested = Signal()
    resized = Signal()
    """It wants another height than before."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.totals = TotalsPanel(ink, self)
        self.pulse = PulsePanel(ink, self)
        self.pulse.problems_requested.connect(self.problems_requested)

    @property
    def texts(self) -> list[str]:
        """What it says, in reading order."""
        return [*self.totals.texts, *self.pulse.texts]

    def show_overview(self, overview: Overview, now: datetime) -> None:
        """Show other figures."""
        self.pulse.show_overview(overview, now)
        if self.totals.show_totals(overview.totals):
            self._place()
            self.resized.emit()

    def height_for(self, width: int) -> int:
        """Tell how high it wants to be at a width."""
        totals = self.totals.height_for(self._totals_width(width))
        pulse = self.pulse.wanted_height
        inner = max(totals, pulse) if self._beside(width) else totals + pulse + (GRID if totals else 0)
        return inner + 2 * (GRID + 4)

    def restyle(self) -> None:
        """Measure everything anew."""
        self.totals.restyle()
        self.pulse.restyle()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give both parts their room."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        del event
        draw_ground(self)

    @staticmethod
    def _beside(width: int) -> bool:
        return width >= _BESIDE_FROM

    def _totals_width(self, width: int) -> int:
        inner = width - 2 * _INSET
        return inner - _PULSE - 2 * GRID if self._beside(width) else inner

    def _place(self) -> None:
        width, top = self.width(), GRID + 4
        room = self._totals_width(width)
        totals = QRect(_INSET, top, room, self.totals.height_for(room))
        if self._beside(width):
            pulse = QRect(width - _INSET - _PULSE, top, _PULSE, self.pulse.wanted_height)
        else:
            below = top + totals.height() + (GRID if totals.height() else 0)
            pulse = QRect(_INSET, below, room, self.pulse.wanted_height)
        for part, place in ((self.totals, totals), (self.pulse, pulse)):
            part.setGeometry(mirrored(self, place))
