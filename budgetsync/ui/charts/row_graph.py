"""Amounts side by side: a bar for each, with a mark where it was in the stretch before."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from budgetsync.ui.charts.contents import Behind, Row, Rows
from budgetsync.ui.charts.figures import Figures, translate
from budgetsync.ui.charts.look import Look
from budgetsync.ui.charts.scene import PAGE, Said, Scene, Spot, Tip
from budgetsync.ui.formats import DASH, MINUS
from budgetsync.ui.theme import GRID

_ROW = 28
_NAMES = 0.36
_CHANGES_FROM = 380
_LEAST_BAR = 48
_BAR = 12.0
_SAME = 0.005
_MANY = 10


@dataclass(frozen=True)
class RowGraph:
    """Rows in one currency.

    Attributes:
        most: So many are drawn; all stand in the table.
    """

    content: Rows
    figures: Figures
    most: int
    name: str

    @property
    def is_empty(self) -> bool:
        """Whether there is no row."""
        return not self.content.rows

    @property
    def behind(self) -> Behind:
        """All rows."""
        return RowsBehind(self.content, self.figures, self.name)

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that are drawn."""
        return self.content.rows[: self.most]

    def height(self, look: Look) -> int:
        """As high as its rows are together."""
        return row_height(look) * max(1, len(self.shown))

    def scene(self, room: QRectF, look: Look) -> Scene:
        """Lay it out."""
        return RowScene(self.shown, self.figures, room, look)


class RowsBehind:
    """The table behind rows."""

    def __init__(self, content: Rows, figures: Figures, name: str) -> None:
        self._rows, self._figures = content.rows, figures
        self._is_compared = any(row.before is not None for row in self._rows)
        compared = (translate("Chart", "Before"), translate("Chart", "Change"))
        amount, count = translate("Chart", "Amount"), translate("Chart", "Transactions")
        self.headings = (name, amount, *(compared if self._is_compared else ()), count)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def is_figure(self, column: int) -> bool:
        """All but the first."""
        return column > 0

    def cells(self, row: int) -> tuple[str, ...]:
        """Write a row."""
        each, exact = self._rows[row], self._figures.exact
        if not self._is_compared:
            return each.name, exact(each.minor), each.count
        before = DASH if each.before is None else exact(each.before)
        return each.name, exact(each.minor), before, change(each, self._figures), each.count

    def query(self, row: int) -> str:
        """What is behind it."""
        return self._rows[row].query


class RowScene(Scene):
    """Rows one below the other; a spot's place is the row's."""

    def __init__(self, rows: tuple[Row, ...], figures: Figures, room: QRectF, look: Look) -> None:
        self._rows, self._figures, self._look, self._room = rows, figures, look, room
        metrics = look.metrics
        self._high = row_height(look)
        self._values = [figures.exact(row.minor) for row in rows]
        self._changes = [change(row, figures) for row in rows]
        name = max(metrics.horizontalAdvance(row.name) for row in rows) + 2
        self._name_width = min(name, room.width() * _NAMES)
        self._value_width = max(metrics.horizontalAdvance(value) for value in self._values) + 2
        self._change_width = max(metrics.horizontalAdvance(text) for text in self._changes)
        if all(row.before is None for row in rows):
            self._change_width = 0
        rest = room.width() - self._name_width - self._value_width - 4 * GRID
        if room.width() < _CHANGES_FROM or rest - self._change_width < _LEAST_BAR:
            self._change_width = 0
        taken = self._change_width + GRID if self._change_width else 0
        self._bar_width = max(4.0, rest - taken)
        self._most = max(1, *(max(abs(row.minor), abs(row.before or 0)) for row in rows))

    def draw(self, painter: QPainter) -> None:
        """Draw every row."""
        for at in range(len(self._rows)):
            self._draw_row(painter, at)

    def first_spot(self) -> Spot | None:
        """The largest."""
        return Spot(0, 0)

    def nearest(self, spot: Spot) -> Spot | None:
        """The same place."""
        return Spot(0, max(0, min(len(self._rows) - 1, spot.at)))

    def spot_at(self, point: QPointF) -> Spot | None:
        """The row below the mouse."""
        at = int((point.y() - self._room.top()) // self._high)
        inside = self._room.left() <= point.x() <= self._room.right()
        return Spot(0, at) if inside and 0 <= at < len(self._rows) else None

    def step(self, spot: Spot, key: Qt.Key) -> Spot | None:
        """Up and down."""
        last = len(self._rows) - 1
        wanted = {
            Qt.Key.Key_Up: spot.at - 1,
            Qt.Key.Key_Down: spot.at + 1,
            Qt.Key.Key_PageUp: spot.at - PAGE,
            Qt.Key.Key_PageDown: spot.at + PAGE,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(key)
        return None if wanted is None else Spot(0, max(0, min(last, wanted)))

    def place(self, spot: Spot) -> QRectF:
        """The row."""
        return QRectF(
            self._room.left(), self._room.top() + spot.at * self._high, self._room.width(), self._high
        )

    def mark(self, painter: QPainter, spot: Spot) -> None:
        """Draw a frame around the row."""
        painter.setPen(QPen(QColor(self._look.colours.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.place(spot).adjusted(0.5, 1.5, -0.5, -1.5), 5, 5)

    def tip(self, spot: Spot) -> Tip:
        """Tell the amount, what it was before, and of how many transactions it is."""
        row, exact = self._rows[spot.at], self._figures.exact
        said = [Said(translate("Chart", "Amount"), self._values[spot.at], strong=True)]
        if row.before is not None:
            said.append(Said(translate("Chart", "Before"), exact(row.before)))
            said.append(Said(translate("Chart", "Change"), self._changes[spot.at]))
        return Tip(row.name, tuple(said), row.count)

    def query(self, spot: Spot) -> str:
        """What is behind the row."""
        return self._rows[spot.at].query

    def _draw_row(self, painter: QPainter, at: int) -> None:
        row, colours, look = self._rows[at], self._look.colours, self._look
        top, x = self._room.top() + at * self._high, self._room.left() + GRID / 2
        painter.setFont(look.font)
        name = look.metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, self._name_width)
        self._write(painter, QRectF(x, top, self._name_width, self._high), name, colours.text)
        x += self._name_width + GRID
        middle = top + self._high / 2
        track = self._mirrored(QRectF(x, middle - _BAR / 2, self._bar_width, _BAR))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(track, 3, 3)
        length = max(2.0, self._bar_width * abs(row.minor) / self._most)
        painter.setBrush(QColor(colours.income if row.minor > 0 else colours.accent))
        painter.drawRoundedRect(self._mirrored(QRectF(x, middle - _BAR / 2, length, _BAR)), 3, 3)
        if row.before is not None and row.before * row.minor > 0:
            self._draw_before(painter, x + self._bar_width * abs(row.before) / self._most, middle)
        x += self._bar_width + GRID
        value = QRectF(x, top, self._value_width, self._high)
        self._write(painter, value, self._values[at], colours.text, trailing=True)
        if self._change_width:
            room = QRectF(x + self._value_width + GRID, top, self._change_width, self._high)
            self._write(painter, room, self._changes[at], colours.secondary, trailing=True)

    def _draw_before(self, painter: QPainter, x: float, middle: float) -> None:
        place = self._mirrored(QRectF(x - 1, middle - _BAR / 2 - 3, 2, _BAR + 6))
        painter.fillRect(place.adjusted(-1, 0, 1, 0), QColor(self._look.colours.card))
        painter.setPen(QPen(QColor(self._look.colours.text), 2))
        painter.drawLine(
            QPointF(place.center().x(), place.top()), QPointF(place.center().x(), place.bottom())
        )

    def _write(
        self, painter: QPainter, room: QRectF, text: str, colour: str, *, trailing: bool = False
    ) -> None:
        right = trailing is not self._look.mirrored
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(colour))
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._mirrored(room), int(flags | Qt.TextFlag.TextSingleLine), text)

    def _mirrored(self, room: QRectF) -> QRectF:
        if not self._look.mirrored:
            return room
        left = self._room.left() + self._room.right() - room.right()
        return QRectF(left, room.top(), room.width(), room.height())


def row_height(look: Look) -> int:
    """How high a row is."""
    return max(_ROW, round(look.metrics.height()) + GRID + 4)


def change(row: Row, figures: Figures) -> str:
    """Say by how much an amount is more or less than before."""
    if row.before is None:
        return DASH
    if row.before == 0:
        return translate("Chart", "new") if row.minor else DASH
    if row.before * row.minor < 0:
        return DASH  # a refund in place of spending is no percentage of it
    share = abs(row.minor) / abs(row.before) - 1
    if abs(share) < _SAME:
        return translate("Chart", "same")
    if share > _MANY:
        return translate("Chart", "{n} times").format(n=figures.locale.toString(share + 1, "f", 0))
    figure = figures.locale.toString(abs(share) * 100, "f", 0)
    text = translate("Chart", "{sign}{n}%")
    return text.format(sign="+" if share > 0 else MINUS, n=figure)
