"""What a chart is drawn with, be it on a screen, into a picture or into a drawing that scales."""

from dataclasses import dataclass
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from budgetsync.ui.colours import Colours, colours_of, hues_of
from budgetsync.ui.theme import font_of

SMALL = 0.9
_DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (2, 2), (8, 3, 2, 3), (4, 4), (1, 2.5))
_SQUARE = -4
_CORNERS = (0, 4, 3, -3, _SQUARE, 5)
"""Of the marks: none is a circle, fewer than none is turned."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and fonts.

    Attributes:
        hues: Of lines by their place; dash and mark tell them apart, too.
        mirrored: One reads from right to left.
    """

    colours: Colours
    hues: tuple[str, ...]
    font: QFont
    strong: QFont
    small: QFont
    mirrored: bool = False

    @classmethod
    def of(cls, widget: QWidget) -> "Look":
        """Take those that a widget wears."""
        palette = widget.palette()
        return cls(
            colours_of(palette),
            hues_of(palette),
            font_of(widget),
            font_of(widget, strong=True),
            font_of(widget, SMALL),
            widget.isRightToLeft(),
        )

    @property
    def metrics(self) -> QFontMetricsF:
        """Of what is written largest."""
        return QFontMetricsF(self.font)

    @property
    def small_metrics(self) -> QFontMetricsF:
        """Of what stands beside an axis."""
        return QFontMetricsF(self.small)

    def hue(self, place: int) -> QColor:
        """Give a line's colour."""
        return QColor(self.hues[place % len(self.hues)])

    def pen(self, place: int, width: float = 1.5) -> QPen:
        """Give what a line is drawn with."""
        pen = QPen(self.hue(place), width + 0.7 if place == 0 else width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashes := _DASHES[(place + place // len(_DASHES)) % len(_DASHES)]:
            pen.setDashPattern(dashes)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen


def faint(colour: str, share: float) -> QColor:
    """Give a colour that lets through what is below it."""
    made = QColor(colour)
    made.setAlphaF(share)
    return made


def draw_mark(painter: QPainter, look: Look, place: int, middle: QPointF, size: float = 4.0) -> None:
    """Draw the mark by which a line is known, on ground of its own."""
    painter.setPen(QPen(QColor(look.colours.card), 1))
    painter.setBrush(look.hue(place))
    corners = _CORNERS[(place + 2 * (place // len(_CORNERS))) % len(_CORNERS)]
    if corners == 0:
        painter.drawEllipse(middle, size, size)
        return
    begin = pi / 2 if corners > 0 else -pi / 2
    if corners == _SQUARE:
        begin = pi / 4
    count = abs(corners)
    shape = QPolygonF(
        [
            QPointF(
                middle.x() + 1.25 * size * cos(begin + 2 * pi * at / count),
                middle.y() - 1.25 * size * sin(begin + 2 * pi * at / count),
            )
            for at in range(count)
        ]
    )
    painter.drawPolygon(shape)


def draw_sample(painter: QPainter, look: Look, place: int, room: QRectF) -> None:
    """Draw a piece of a line with its mark, for a legend."""
    middle = QPointF(room.center().x(), room.center().y())
    painter.setPen(look.pen(place))
    painter.drawLine(QPointF(room.left(), middle.y()), QPointF(room.right(), middle.y()))
    draw_mark(painter, look, place, middle, 3.5)
