"""What painted parts are drawn with: fonts and their measures, colours, icons. Measured once, used by all."""

from enum import StrEnum

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from budgetsync.ui.colours import Colours, colours_of
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import font_of
from budgetsync.ui.widgets import tone_colour

_MOST_WIDTHS = 4_000
_RADIUS = 10


class Face(StrEnum):
    """How a text is written."""

    PLAIN = "plain"
    STRONG = "strong"
    TITLE = "title"
    """Of a card."""
    FIGURE = "figure"
    """A sum that is meant to be seen from afar."""


_SCALES = {Face.PLAIN: 1.0, Face.STRONG: 1.0, Face.TITLE: 1.2, Face.FIGURE: 1.35}


class Ink:
    """Shared by all painted parts of a page.

    Attributes:
        line: Height of a line of plain text.
    """

    def __init__(self, icons: Icons, locale: QLocale, widget: QWidget) -> None:
        self.icons, self.locale = icons, locale
        self._fonts: dict[Face, QFont] = {}
        self._metrics: dict[Face, QFontMetrics] = {}
        self._heights: dict[Face, int] = {}
        self._widths: dict[tuple[Face, str], int] = {}
        self._colours: dict[str, QColor] = {}
        self.line = 0
        self.dress(widget)

    def dress(self, widget: QWidget) -> None:
        """Take the fonts of a widget."""
        self._fonts = {
            face: font_of(widget, scale, strong=face is not Face.PLAIN) for face, scale in _SCALES.items()
        }
        self._metrics = {face: QFontMetrics(font) for face, font in self._fonts.items()}
        self._heights = {face: metrics.height() for face, metrics in self._metrics.items()}
        self._widths.clear()
        self.line = self._heights[Face.PLAIN]

    def font(self, face: Face) -> QFont:
        """Give a font."""
        return self._fonts[face]

    def height(self, face: Face) -> int:
        """Tell how high a line is."""
        return self._heights[face]

    def width(self, face: Face, text: str) -> int:
        """Tell how wide a text is."""
        key = (face, text)
        if key not in self._widths:
            if len(self._widths) >= _MOST_WIDTHS:
                self._widths.clear()
            self._widths[key] = self._metrics[face].horizontalAdvance(text)
        return self._widths[key]

    def elide(self, face: Face, text: str, room: int) -> str:
        """Shorten a text to a room, with an ellipsis."""
        return self._metrics[face].elidedText(text, Qt.TextElideMode.ElideRight, room)

    def colour(self, name: str) -> QColor:
        """Give a colour by its #rrggbb."""
        if name not in self._colours:
            self._colours[name] = QColor(name)
        return self._colours[name]

    def tone(self, colours: Colours, tone: Tone | None) -> str:
        """Name the colour of a tone; without one, that of text."""
        return colours.text if tone is None else tone_colour(colours, tone)

    def icon(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """Give an icon, drawn once for each colour and screen."""
        return self.icons.pixmap(name, colour, size, ratio)


def draw_ground(widget: QWidget) -> None:
    """Draw the ground and the edge of a card over all of a widget."""
    colours = colours_of(widget.palette())
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colours.line))
    painter.setBrush(QColor(colours.card))
    painter.drawRoundedRect(widget.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.end()
