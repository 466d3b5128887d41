"""A switch for what is on or off, drawn in the palette's colours."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from budgetsync.ui.colours import colours_of

_TRACK = QSize(34, 20)
_RING = 3
_KNOB_GAP = 3


class Switch(QCheckBox):
    """A check box in everything but its looks: the same role, keys and signals.

    Args:
        name: What is switched, for those who hear it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Leave room for the ring that shows the focus."""
        return _TRACK + QSize(2 * _RING, 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """It is of one size."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Take clicks on all of it."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track, knob and focus."""
        del event
        colours = colours_of(self.palette())
        track = QRectF(_RING, _RING, _TRACK.width(), _TRACK.height()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, enabled = self.isChecked(), self.isEnabled()
        outline = colours.accent if on else colours.secondary
        painter.setPen(QPen(QColor(outline if enabled else colours.line), 1))
        painter.setBrush(QColor((colours.accent if enabled else colours.track) if on else colours.field))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = track.height() - 2 * _KNOB_GAP
        leading = on is self.isRightToLeft()
        x = track.left() + _KNOB_GAP if leading else track.right() - _KNOB_GAP - knob
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_accent if on else outline if enabled else colours.edge))
        painter.drawEllipse(QRectF(x, track.top() + _KNOB_GAP, knob, knob))
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.end()
