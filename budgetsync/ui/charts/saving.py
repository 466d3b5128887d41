"""A chart as a picture file: PNG in pixels, SVG as a drawing that scales."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSaveFile, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from budgetsync.ui.charts.legend import Entry, draw_legend, legend_height
from budgetsync.ui.charts.look import Look
from budgetsync.ui.charts.scene import Graph
from budgetsync.ui.theme import GRID

PNG, SVG = ".png", ".svg"
WIDTH = 960
_DENSITY = 2
_DOTS_PER_METRE = round(96 * _DENSITY / 0.0254)
_DPI = 96


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart with its title and legend, on the ground that it has in the window.

    Holds nothing of a widget, so that any thread may draw it.
    """

    look: Look
    title: str
    below: str
    entries: tuple[Entry, ...]
    graph: Graph

    @property
    def size(self) -> QSize:
        """How large it is."""
        return QSize(WIDTH, round(self._height + 2 * self._line + self._legend + 6 * GRID))

    def draw(self, painter: QPainter) -> None:
        """Draw all of it."""
        look, line = self.look, self._line
        room = QRectF(0, 0, self.size.width(), self.size.height())
        painter.fillRect(room, QColor(look.colours.card))
        inner = room.adjusted(2 * GRID, 2 * GRID, -2 * GRID, -2 * GRID)
        leading = Qt.AlignmentFlag.AlignRight if look.mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(leading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.setPen(QColor(look.colours.text))
        painter.setFont(look.strong)
        painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), line), flags, self.title)
        painter.setPen(QColor(look.colours.secondary))
        painter.setFont(look.small)
        painter.drawText(QRectF(inner.left(), inner.top() + line, inner.width(), line), flags, self.below)
        top = inner.top() + 2 * line + GRID
        self.graph.scene(QRectF(inner.left(), top, inner.width(), self._height), look).draw(painter)
        legend = QRectF(inner.left(), top + self._height + GRID, inner.width(), self._legend)
        draw_legend(painter, look, self.entries, legend)

    @property
    def _height(self) -> int:
        return self.graph.height(self.look)

    @property
    def _line(self) -> float:
        return self.look.metrics.height() + 2

    @property
    def _legend(self) -> float:
        return legend_height(self.look, self.entries, WIDTH - 4 * GRID)


def as_image(sheet: Sheet) -> QImage:
    """Paint it, with twice as many pixels as it is large."""
    image = QImage(sheet.size * _DENSITY, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_DENSITY)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sheet.draw(painter)
    painter.end()
    image.setDotsPerMeterX(_DOTS_PER_METRE)  # not before: letters would be drawn larger
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    return image


def as_drawing(sheet: Sheet) -> bytes:
    """Write it down as SVG; its title and description are read by screen readers."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(sheet.size)
    generator.setViewBox(QRect(0, 0, sheet.size.width(), sheet.size.height()))
    generator.setResolution(_DPI)
    generator.setTitle(sheet.title)
    generator.setDescription(sheet.below)
    painter = QPainter(generator)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sheet.draw(painter)
    painter.end()
    return bytes(buffer.data().data())


def save_sheet(path: Path, sheet: Sheet) -> None:
    """Save a chart in the form that the file's ending asks for; runs on any thread.

    It is written beside and put in place at once.

    Raises:
        OSError: It cannot be written there.
    """
    picture = as_drawing(sheet) if path.suffix.lower() == SVG else as_image(sheet)
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    if isinstance(picture, QImage):
        written = QImageWriter(file, QByteArray(b"png")).write(picture)
    else:
        written = file.write(QByteArray(picture)) == len(picture)
    if not written or not file.commit():
        raise OSError(file.errorString())
