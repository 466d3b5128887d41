"""Values over time: lines that are told apart by dash, mark and hue. Each value holds until the next."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from budgetsync.domain.query import Days as DayTerm
from budgetsync.domain.query import Kind, Numbered, OneOf, Query
from budgetsync.ui.charts.axes import Days, Scale
from budgetsync.ui.charts.contents import Behind, Line, Lines
from budgetsync.ui.charts.figures import Figures, translate
from budgetsync.ui.charts.look import Look, draw_mark, faint
from budgetsync.ui.charts.scene import PAGE, Said, Scene, Spot, Tip
from budgetsync.ui.charts.ticks import Span
from budgetsync.ui.formats import DASH, long_day
from budgetsync.ui.theme import GRID

_HEIGHT = 248
_MARKS = 4
_FLAT = 5
"""A line that moves by less than this part of its height is drawn larger, on a scale that leaves zero out."""


@dataclass(frozen=True)
class LineGraph:
    """Lines in one currency.

    Attributes:
        hidden: Keys of lines that are not drawn; the table has them all the same.
    """

    content: Lines
    figures: Figures
    hidden: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether there is no line."""
        return not self.content.lines

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines that are drawn; the first, where all were hidden."""
        drawn = tuple(line for line in self.content.lines if line.key not in self.hidden)
        return drawn or self.content.lines[:1]

    @property
    def behind(self) -> Behind:
        """Every day on which something changed, newest first."""
        return LinesBehind(self.content, self.figures)

    def height(self, look: Look) -> int:
        """Always the same."""
        del look
        return _HEIGHT

    def scene(self, room: QRectF, look: Look) -> Scene:
        """Lay it out."""
        return LineScene(self.shown, self.figures, room, look)


class LinesBehind:
    """The table behind lines: a row for each day."""

    def __init__(self, content: Lines, figures: Figures) -> None:
        self._content, self._figures = content, figures
        self._days = content.days[::-1]
        self.headings = (translate("Chart", "Day"), *(line.name for line in content.lines))

    @property
    def count(self) -> int:
        """How many days there are."""
        return len(self._days)

    def is_figure(self, column: int) -> bool:
        """All but the first."""
        return column > 0

    def cells(self, row: int) -> tuple[str, ...]:
        """Write a day and what each line was at its end."""
        day = self._days[row]
        values = (line.at(day) for line in self._content.lines)
        exact = self._figures.exact
        return (
            long_day(day, self._figures.locale),
            *(DASH if value is None else exact(value) for value in values),
        )

    def query(self, row: int) -> str:
        """The rows of that day, of the first line's accounts."""
        return day_query(self._days[row], self._content.lines[0])


class LineScene(Scene):
    """Lines on a frame; a spot's part is the line, its place the day's number."""

    def __init__(self, lines: tuple[Line, ...], figures: Figures, room: QRectF, look: Look) -> None:
        self._lines, self._figures, self._look = lines, figures, look
        spans = [line.span for line in self._lines]
        span = Span(min(each.low for each in spans), max(each.high for each in spans))
        moves = span.high - span.low
        nearest = min(abs(span.low), abs(span.high))
        self._to_zero = span.low <= 0 <= span.high or moves * _FLAT >= nearest or moves == 0
        if self._to_zero:
            span = Span(min(0, span.low), max(0, span.high))
        self._scale = Scale.within(room, span, figures, look, look.small_metrics.height() + GRID)
        self._days = Days(
            self._scale.room,
            min(line.days[0] for line in self._lines),
            max(line.days[-1] for line in self._lines),
        )

    def draw(self, painter: QPainter) -> None:
        """Draw the frame, then the lines, the first one above the others."""
        self._scale.draw(painter, self._look)
        self._days.draw(painter, self._figures, self._look)
        for line in reversed(self._lines):
            path = self._path(line)
            if line.place == 0 and self._to_zero:
                self._draw_ground(painter, path)
            painter.setPen(self._look.pen(line.place))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(path)
        for line in reversed(self._lines):
            self._draw_marks(painter, line)

    def first_spot(self) -> Spot | None:
        """The newest value of the first line."""
        return Spot(0, self._lines[0].days[-1].toordinal())

    def nearest(self, spot: Spot) -> Spot | None:
        """The same day, as long as there is one."""
        first, last = self._days.first.toordinal(), self._days.last.toordinal()
        return Spot(min(spot.part, len(self._lines) - 1), max(first, min(last, spot.at)))

    def spot_at(self, point: QPointF) -> Spot | None:
        """The day below the mouse, and the line that is nearest there."""
        if not self._scale.room.adjusted(-GRID, -GRID, GRID, GRID).contains(point):
            return None
        day = self._days.day(point.x())
        there = [(at, line.at(day)) for at, line in enumerate(self._lines)]
        known = [(abs(self._scale.y(value) - point.y()), at) for at, value in there if value is not None]
        return Spot(min(known)[1] if known else 0, day.toordinal())

    def step(self, spot: Spot, key: Qt.Key) -> Spot | None:
        """Along a line from change to change, or to the next line."""
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            part = spot.part + (1 if key == Qt.Key.Key_Down else -1)
            return Spot(max(0, min(len(self._lines) - 1, part)), spot.at)
        days = self._lines[spot.part].days
        day, last = date.fromordinal(spot.at), len(days) - 1
        wanted = {
            Qt.Key.Key_Left: bisect_left(days, day) - 1,
            Qt.Key.Key_Right: bisect_right(days, day),
            Qt.Key.Key_PageUp: bisect_left(days, day) - PAGE,
            Qt.Key.Key_PageDown: bisect_right(days, day) - 1 + PAGE,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(key)
        return None if wanted is None else Spot(spot.part, days[max(0, min(last, wanted))].toordinal())

    def place(self, spot: Spot) -> QRectF:
        """Around the value."""
        day = date.fromordinal(spot.at)
        value = self._lines[spot.part].at(day)
        y = self._scale.room.bottom() if value is None else self._scale.y(value)
        return QRectF(self._days.x(day) - 5, y - 5, 10, 10)

    def mark(self, painter: QPainter, spot: Spot) -> None:
        """Draw a line at the day, and the marks of all values there."""
        day, colours = date.fromordinal(spot.at), self._look.colours
        x, room = self._days.x(day), self._scale.room
        painter.setPen(QPen(QColor(colours.secondary), 1))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        for at, line in enumerate(self._lines):
            value = line.at(day)
            if value is not None:
                size = 6.0 if at == spot.part else 3.5
                draw_mark(painter, self._look, line.place, QPointF(x, self._scale.y(value)), size)

    def tip(self, spot: Spot) -> Tip:
        """Tell the day and the values of all lines."""
        day = date.fromordinal(spot.at)
        said = []
        for at, line in enumerate(self._lines):
            value = line.at(day)
            text = DASH if value is None else self._figures.exact(value)
            said.append(Said(line.name, text, line.place, at == spot.part))
        return Tip(long_day(day, self._figures.locale), tuple(said))

    def query(self, spot: Spot) -> str:
        """The rows of that day, of the line's accounts."""
        return day_query(date.fromordinal(spot.at), self._lines[spot.part])

    def _path(self, line: Line) -> QPolygonF:
        """Where a line's corners are drawn."""
        first, low = self._days.first.toordinal(), self._scale.span.low
        length = max(1, self._days.last.toordinal() - first)
        room, height = self._scale.room, self._scale.span.high - low
        across, up = room.width() / length, room.height() / height
        left = self._days.x(self._days.first) - first * across
        return QTransform(across, 0, 0, -up, left, room.bottom() + low * up).map(line.steps)

    def _draw_ground(self, painter: QPainter, path: QPolygonF) -> None:
        """Fill between a line and zero: what is below zero in another colour."""
        zero, room = self._scale.y(0), self._scale.room
        closed = QPolygonF(path)
        closed.prepend(QPointF(path.first().x(), zero))
        closed.append(QPointF(path.last().x(), zero))
        above = QRectF(room.left(), room.top(), room.width(), max(0.0, zero - room.top()))
        below = QRectF(room.left(), zero, room.width(), max(0.0, room.bottom() - zero))
        colours = self._look.colours
        for part, colour in ((above, colours.accent), (below, colours.error)):
            if part.height() > 0:
                painter.save()
                painter.setClipRect(part)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(faint(colour, 0.12))
                painter.drawPolygon(closed)
                painter.restore()

    def _draw_marks(self, painter: QPainter, line: Line) -> None:
        """Draw a line's mark at its end and here and there before."""
        first, last = line.days[0].toordinal(), line.days[-1].toordinal()
        count = _MARKS if last > first else 1
        shift = line.place / (
            2 * count * (1 + line.place)
        )  # so that marks of lines do not lie over each other
        for at in range(count):
            share = 1 - at / count - (shift / 2 if at else 0)
            day = date.fromordinal(first + round((last - first) * share))
            value = line.at(day)
            if value is not None:
                draw_mark(painter, self._look, line.place, QPointF(self._days.x(day), self._scale.y(value)))


def day_query(day: date, line: Line) -> str:
    """Write the search for the rows of one day."""
    numbers = tuple(Numbered(Kind.ACCOUNT, each) for each in line.accounts)
    of = (OneOf(numbers),) if len(numbers) > 1 else numbers
    return str(Query((*of, DayTerm(day, day))))
