"""Icons: line drawings tinted with a colour of the palette, drawn anew for every size and screen."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


class Icons:
    """The drawings of one folder. Keeps each one that was drawn, for as long as it lives itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawings: dict[str, str] = {}
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """Draw an icon.

        Args:
            name: File name without its ending.
            colour: #rrggbb, put in the place of currentColor.
            size: Edge in device-independent pixels.
            ratio: Device pixels for each of those.
        """
        key = (name, colour, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(name, colour, size, ratio)
        return self._drawn[key]

    def file(self, name: str) -> str:
        """Give the path of a drawing that is used as it is."""
        return str(self._folder / f"{name}.svg")

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        if name not in self._drawings:
            self._drawings[name] = (self._folder / f"{name}.svg").read_text("utf-8")
        drawing = self._drawings[name].replace("currentColor", colour)
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
