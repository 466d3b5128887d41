"""The small box that tells of the point that is pointed at."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from budgetsync.ui.charts.look import Look, draw_mark
from budgetsync.ui.charts.scene import Said, Tip
from budgetsync.ui.theme import GRID

_AWAY = 12
_MARK = 14
_WIDEST_NAME = 240.0


def draw_tip(painter: QPainter, look: Look, tip: Tip, place: QRectF, bounds: QRectF) -> None:
    """Draw it beside a place, within bounds, where there is more room."""
    box = _Box(look, tip)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box.draw(painter, _beside(place, box.width, box.height, bounds))
    painter.restore()


def _beside(place: QRectF, width: float, height: float, bounds: QRectF) -> QRectF:
    left = place.right() + _AWAY
    if left + width > bounds.right():
        left = place.left() - _AWAY - width
    left = max(bounds.left() + 1, min(left, bounds.right() - width - 1))
    top = place.center().y() - height / 2
    if left < place.right() and left + width > place.left():  # it would lie over it
        top = (
            place.bottom() + 4 if place.bottom() + 4 + height < bounds.bottom() else place.top() - height - 4
        )
    top = max(bounds.top() + 1, min(top, bounds.bottom() - height - 1))
    return QRectF(round(left), round(top), round(width), round(height))


class _Box:
    def __init__(self, look: Look, tip: Tip) -> None:
        self._look, self._tip = look, tip
        plain, strong = look.metrics, QFontMetricsF(look.strong)
        self._line = max(plain.height(), strong.height()) + 2
        self._marks = _MARK if any(said.place is not None for said in tip.said) else 0
        names = max((strong.horizontalAdvance(said.name) for said in tip.said), default=0)
        self._names = min(_WIDEST_NAME, names)
        values = max((strong.horizontalAdvance(said.value) for said in tip.said), default=0)
        wide = max(
            strong.horizontalAdvance(tip.title),
            look.small_metrics.horizontalAdvance(tip.note),
            self._marks + self._names + 2 * GRID + values,
        )
        self.width = wide + 2 * GRID + 2
        lines = 1 + len(tip.said) + (1 if tip.note else 0)
        self.height = lines * self._line + GRID + 4

    def draw(self, painter: QPainter, room: QRectF) -> None:
        look, colours = self._look, self._look.colours
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        line = QRectF(room.left() + GRID, room.top() + GRID / 2 + 2, room.width() - 2 * GRID, self._line)
        painter.setFont(look.strong)
        painter.setPen(QColor(colours.text))
        painter.drawText(line, self._flags(leading=True), self._tip.title)
        for said in self._tip.said:
            line.translate(0, self._line)
            self._draw_said(painter, line, said)
        if self._tip.note:
            line.translate(0, self._line)
            painter.setFont(look.small)
            painter.setPen(QColor(colours.secondary))
            painter.drawText(line, self._flags(leading=True), self._tip.note)

    def _draw_said(self, painter: QPainter, line: QRectF, said: Said) -> None:
        look, colours = self._look, self._look.colours
        font = look.strong if said.strong else look.font
        painter.setFont(font)
        names = line.adjusted(self._marks, 0, 0, 0)
        if look.mirrored:
            names = line.adjusted(0, 0, -self._marks, 0)
        if said.place is not None:
            x = line.right() - 5 if look.mirrored else line.left() + 5
            draw_mark(painter, look, said.place, QPointF(x, line.center().y()), 3.5)
        painter.setPen(QColor(colours.text if said.strong else colours.secondary))
        mode = Qt.TextElideMode.ElideRight
        name = QFontMetricsF(font).elidedText(said.name, mode, self._names + 1)
        painter.drawText(names, self._flags(leading=True), name)
        painter.setPen(QColor(colours.text))
        painter.drawText(line, self._flags(leading=False), said.value)

    def _flags(self, *, leading: bool) -> int:
        left = leading is not self._look.mirrored
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        return int(flags | Qt.TextFlag.TextSingleLine)
