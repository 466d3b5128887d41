"""What came in above, what went out below, and what is left as a line: one column for each month."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from budgetsync.ui.charts.axes import Scale
from budgetsync.ui.charts.contents import Behind, Column, Columns
from budgetsync.ui.charts.figures import Figures, translate
from budgetsync.ui.charts.look import Look, faint
from budgetsync.ui.charts.scene import Said, Scene, Spot, Tip, stepped
from budgetsync.ui.charts.ticks import Span
from budgetsync.ui.theme import GRID

_HEIGHT = 248
_WIDEST = 44.0
_SHARE = 0.62
_APART = 3.0
"""Columns narrower than this are drawn as the highest of several."""
NET, UP, DOWN = 0, 1, 2
_ORDER = (UP, NET, DOWN)


@dataclass(frozen=True)
class ColumnGraph:
    """Columns in one currency."""

    content: Columns
    figures: Figures

    @property
    def is_empty(self) -> bool:
        """Whether nothing came in or went out."""
        return not any(column.up or column.down for column in self.content.columns)

    @property
    def behind(self) -> Behind:
        """A row for each column, newest first."""
        return ColumnsBehind(self.content, self.figures)

    def height(self, look: Look) -> int:
        """Always the same."""
        del look
        return _HEIGHT

    def scene(self, room: QRectF, look: Look) -> Scene:
        """Lay it out."""
        return ColumnScene(self.content, self.figures, room, look)


class ColumnsBehind:
    """The table behind columns."""

    def __init__(self, content: Columns, figures: Figures) -> None:
        self._columns, self._figures = content.columns[::-1], figures
        self.headings = (translate("Chart", "Month"), content.up_name, content.down_name, content.net_name)

    @property
    def count(self) -> int:
        """How many columns there are."""
        return len(self._columns)

    def is_figure(self, column: int) -> bool:
        """All but the first."""
        return column > 0

    def cells(self, row: int) -> tuple[str, ...]:
        """Write a column."""
        column, exact = self._columns[row], self._figures.exact
        return column.title, exact(column.up), exact(column.down), exact(column.net)

    def query(self, row: int) -> str:
        """The rows behind it."""
        return self._columns[row].query


class ColumnScene(Scene):
    """Columns on a frame; a spot's part is one of UP, NET, DOWN, its place the column's."""

    def __init__(self, content: Columns, figures: Figures, room: QRectF, look: Look) -> None:
        self._content, self._columns = content, content.columns
        self._figures, self._look = figures, look
        span = Span(
            min([0, *(column.down for column in self._columns)]),
            max([0, *(column.up for column in self._columns)]),
        )
        self._has_second = any(column.within for column in self._columns)
        line = look.small_metrics.height()
        below = (2 if self._has_second else 1) * line + GRID
        self._scale = Scale.within(room, span, figures, look, below)
        self._slot = self._scale.room.width() / len(self._columns)
        self._width = min(_WIDEST, max(1.0, self._slot * _SHARE))

    def draw(self, painter: QPainter) -> None:
        """Draw the frame, the columns, and the line of what is left."""
        self._scale.draw(painter, self._look)
        self._draw_names(painter)
        if self._slot < _APART:
            self._draw_dense(painter)
            return
        for at, column in enumerate(self._columns):
            self._draw_bar(painter, at, column.up, self._look.colours.income, column)
            self._draw_bar(painter, at, column.down, self._look.colours.accent, column)
        self._draw_net(painter)

    def first_spot(self) -> Spot | None:
        """The newest column, as a whole."""
        return Spot(NET, len(self._columns) - 1)

    def nearest(self, spot: Spot) -> Spot | None:
        """The same place."""
        return Spot(spot.part, max(0, min(len(self._columns) - 1, spot.at)))

    def spot_at(self, point: QPointF) -> Spot | None:
        """The column below the mouse: its part where the mouse is on one."""
        room = self._scale.room
        if not QRectF(room.left(), room.top(), room.width(), room.height() + 3 * GRID).contains(point):
            return None
        at = min(len(self._columns) - 1, int((point.x() - room.left()) / self._slot))
        zero = self._scale.y(0)
        column = self._columns[at]
        if self._scale.y(column.up) <= point.y() < zero:
            return Spot(UP, at)
        if zero < point.y() <= self._scale.y(column.down):
            return Spot(DOWN, at)
        return Spot(NET, at)

    def step(self, spot: Spot, key: Qt.Key) -> Spot | None:
        """From column to column, or between what came in, what is left and what went out."""
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            place = _ORDER.index(spot.part) + (1 if key == Qt.Key.Key_Down else -1)
            return Spot(_ORDER[max(0, min(len(_ORDER) - 1, place))], spot.at)
        at = stepped(spot.at, key, len(self._columns) - 1)
        return None if at is None else Spot(spot.part, at)

    def place(self, spot: Spot) -> QRectF:
        """Around the column, or the part of it."""
        column, left = self._columns[spot.at], self._left(spot.at)
        zero = self._scale.y(0)
        top = zero if spot.part == DOWN else self._scale.y(column.up)
        bottom = zero if spot.part == UP else self._scale.y(column.down)
        return QRectF(left, top, self._width, max(1.0, bottom - top))

    def mark(self, painter: QPainter, spot: Spot) -> None:
        """Draw a band behind the column's place and a frame around the part."""
        colours, room = self._look.colours, self._scale.room
        band = QRectF(room.left() + spot.at * self._slot, room.top(), max(2.0, self._slot), room.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint(colours.secondary, 0.14))
        painter.drawRoundedRect(band, 4, 4)
        painter.setPen(QPen(QColor(colours.text), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.place(spot).adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3)

    def tip(self, spot: Spot) -> Tip:
        """Tell what came in, what went out and what is left."""
        column, exact = self._columns[spot.at], self._figures.exact
        content = self._content
        said = (
            Said(content.up_name, exact(column.up), strong=spot.part == UP),
            Said(content.down_name, exact(column.down), strong=spot.part == DOWN),
            Said(content.net_name, exact(column.net), strong=spot.part == NET),
        )
        return Tip(column.title, said, translate("Chart", "Not over yet") if column.is_open else "")

    def query(self, spot: Spot) -> str:
        """The rows behind the column: a refund is a part of what went out, so that signs do not part them."""
        return self._columns[spot.at].query

    def _left(self, at: int) -> float:
        return self._scale.room.left() + (at + 0.5) * self._slot - self._width / 2

    def _draw_bar(self, painter: QPainter, at: int, value: int, colour: str, column: Column) -> None:
        if value == 0:
            return
        zero, y = round(self._scale.y(0)), self._scale.y(value)
        bar = QRectF(self._left(at), min(zero, y), self._width, max(1.0, abs(y - zero)))
        painter.setPen(QPen(QColor(colour), 1) if column.is_open else Qt.PenStyle.NoPen)
        painter.setBrush(faint(colour, 0.35) if column.is_open else QColor(colour))
        painter.drawRoundedRect(bar, 2, 2)

    def _draw_dense(self, painter: QPainter) -> None:
        """Draw one line for every two pixels, of the highest of what would stand there."""
        room, colours = self._scale.room, self._look.colours
        count = max(1, int(room.width() / 2))
        zero = self._scale.y(0)
        for place in range(count):
            first, last = (len(self._columns) * each // count for each in (place, place + 1))
            stretch = self._columns[first : max(last, first + 1)]
            up, down = max(column.up for column in stretch), min(column.down for column in stretch)
            x = room.left() + 2 * place
            painter.fillRect(
                QRectF(x, self._scale.y(up), 1.5, zero - self._scale.y(up)), QColor(colours.income)
            )
            painter.fillRect(QRectF(x, zero, 1.5, self._scale.y(down) - zero), QColor(colours.accent))

    def _draw_net(self, painter: QPainter) -> None:
        colours = self._look.colours
        points = [
            QPointF(self._left(at) + self._width / 2, self._scale.y(column.net))
            for at, column in enumerate(self._columns)
        ]
        painter.setPen(QPen(QColor(colours.card), 4))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(QPen(QColor(colours.text), 1.75))
        painter.drawPolyline(QPolygonF(points))
        if self._slot < 2 * GRID:
            return
        painter.setPen(QPen(QColor(colours.card), 1))
        painter.setBrush(QColor(colours.text))
        for point in points:
            painter.drawPolygon(QPolygonF([point + corner for corner in _DIAMOND]))

    def _draw_names(self, painter: QPainter) -> None:
        metrics = self._look.small_metrics
        names = {text for column in self._columns for text in (column.name, column.within)}
        widest = max(map(metrics.horizontalAdvance, names)) + GRID
        every = max(1, -(-int(widest) // max(1, int(self._slot))))
        top = self._scale.room.bottom() + GRID / 2
        painter.setFont(self._look.small)
        painter.setPen(QColor(self._look.colours.secondary))
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip)
        written = ""
        for at in range((len(self._columns) - 1) % every, len(self._columns), every):
            column = self._columns[at]
            middle = self._left(at) + self._width / 2
            place = QRectF(middle - widest, top, 2 * widest, metrics.height())
            painter.drawText(place, flags, column.name)
            if column.within != written:
                written = column.within
                painter.drawText(place.translated(0, metrics.height()), flags, written)


_DIAMOND = (QPointF(0, -4.5), QPointF(4.5, 0), QPointF(0, 4.5), QPointF(-4.5, 0))
