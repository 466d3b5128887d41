"""The frame of a chart with a scale at its side: marks, thin lines, and where a value is drawn."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from budgetsync.ui.charts.figures import Figures, short_day, short_month
from budgetsync.ui.charts.look import Look
from budgetsync.ui.charts.ticks import Span, day_ticks, value_step, value_ticks, widened
from budgetsync.ui.theme import GRID

_ROW = 44
"""Marks of a scale are about so far apart."""
_SHORT = 62


@dataclass(frozen=True, slots=True)
class Scale:
    """The scale at the left: from a value to a height on the chart."""

    room: QRectF
    span: Span
    step: int
    labels: tuple[tuple[int, str], ...]
    edge: float

    @classmethod
    def within(cls, room: QRectF, span: Span, figures: Figures, look: Look, below: float) -> "Scale":
        """Lay a scale out.

        Args:
            room: For everything; what is left for the chart itself is the scale's `room`.
            span: What is drawn.
            below: The height of what stands below the chart.
        """
        top = look.small_metrics.height() / 2 + 2
        height = max(1.0, room.height() - top - below)
        step = value_step(span, max(2, int(height / _ROW)))
        ends = widened(span, step)
        labels = tuple((value, figures.mark(value, step)) for value in value_ticks(ends, step))
        width = max(look.small_metrics.horizontalAdvance(text) for _, text in labels)
        left = room.left() + width + GRID
        inner = QRectF(left, room.top() + top, max(1.0, room.right() - left - GRID / 2), height)
        return cls(inner, ends, step, labels, room.left())

    def y(self, value: int) -> float:
        """Where a value is drawn."""
        share = (value - self.span.low) / (self.span.high - self.span.low)
        return self.room.bottom() - share * self.room.height()

    def draw(self, painter: QPainter, look: Look) -> None:
        """Draw the marks and a thin line at each; the one at zero is stronger."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setFont(look.small)
        line = look.small_metrics.height()
        for value, text in self.labels:
            y = round(self.y(value))
            colour = look.colours.secondary if value == 0 else look.colours.line
            painter.setPen(QPen(QColor(colour), 1))
            painter.drawLine(QPointF(self.room.left(), y), QPointF(self.room.right(), y))
            painter.setPen(QColor(look.colours.secondary))
            place = QRectF(self.edge, y - line / 2, self.room.left() - GRID + 1 - self.edge, line)
            painter.drawText(place, _flags(Qt.AlignmentFlag.AlignRight), text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)


@dataclass(frozen=True, slots=True)
class Days:
    """The scale below: from a day to a place on the chart."""

    room: QRectF
    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day is drawn; a single day stands in the middle."""
        length = (self.last - self.first).days
        if length == 0:
            return self.room.center().x()
        return self.room.left() + self.room.width() * (day - self.first).days / length

    def day(self, x: float) -> date:
        """The day that is nearest to a place."""
        length = (self.last - self.first).days
        share = (x - self.room.left()) / max(1.0, self.room.width())
        ordinal = self.first.toordinal() + round(max(0.0, min(1.0, share)) * length)
        return date.fromordinal(ordinal)

    def draw(self, painter: QPainter, figures: Figures, look: Look) -> None:
        """Write the days below the chart."""
        widest = look.small_metrics.horizontalAdvance("30. MMMM")
        ticks = day_ticks(self.first, self.last, int(self.room.width() / (widest + GRID)))
        line = look.small_metrics.height()
        top = self.room.bottom() + GRID / 2
        painter.setFont(look.small)
        painter.setPen(QColor(look.colours.secondary))
        for day in ticks or [self.first]:
            word = self._word(day, ticks, figures)
            width = look.small_metrics.horizontalAdvance(word)
            left = min(
                self.x(day) - width / 2, self.room.right() + GRID / 2 - width
            )  # none is cut at the edge
            painter.drawText(QRectF(left, top, width + 1, line), _flags(Qt.AlignmentFlag.AlignLeft), word)

    def _word(self, day: date, ticks: list[date], figures: Figures) -> str:
        if (self.last - self.first).days < _SHORT or not ticks:
            return short_day(day, figures.locale)
        if day.month == 1:
            return figures.locale.toString(QDate(day.year, 1, 1), "yyyy")
        return short_month(day, figures.locale)


def _flags(side: Qt.AlignmentFlag) -> int:
    return int(
        side
        | Qt.AlignmentFlag.AlignAbsolute
        | Qt.AlignmentFlag.AlignVCenter
        | Qt.TextFlag.TextSingleLine
        | Qt.TextFlag.TextDontClip
    )
