"""The light itself: a mark whose shape says how it stands, and words beside it."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from budgetsync.domain.realtime import LightState
from budgetsync.ui.colours import colours_of
from budgetsync.ui.realtime.light_words import LightWords
from budgetsync.ui.status import Tone
from budgetsync.ui.widgets import tone_colour

_MARK: Final = 9
_GAP: Final = 6
_INSET: Final = 3
_LEAST_LETTERS: Final = 8
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_SPOKEN_TONES = frozenset({Tone.WARNING, Tone.ERROR})


class LightButton(QAbstractButton):
    """The light at the foot of the window; pressed, it leads to where real time is set up.

    The mark is full where news come, half where something is under way, an empty ring where nothing is set up, struck
    through where there is no contact, and a cross where a person has to do something: no colour is needed to tell.
    """

    def __init__(self) -> None:
        super().__init__()
        self._state, self._tone, self._brief = LightState.OFF, Tone.QUIET, ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_light(self, words: LightWords) -> None:
        """Show how it stands."""
        if words.short != self.text():
            self.setText(words.short)
            self.setAccessibleName(words.short)
            self.updateGeometry()
        if words.brief != self._brief:
            self._brief = words.brief
            self.update()
        if words.hover != self.accessibleDescription():
            self.setAccessibleDescription(words.hover)
        hover = f"{words.short}\n{words.hover}"
        if hover != self.toolTip():
            self.setToolTip(hover)
        if (words.state, words.status.tone) != (self._state, self._tone):
            self._state, self._tone = words.state, words.status.tone
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as mark and words."""
        wide = _MARK + _GAP + self.fontMetrics().horizontalAdvance(self.text()) + 2 * _INSET
        return QSize(wide, self.fontMetrics().height() + 2 * _INSET)

    def minimumSizeHint(self) -> QSize:
        """Give way down to the mark and a few letters."""
        least = _MARK + _GAP + _LEAST_LETTERS * self.fontMetrics().averageCharWidth() + 2 * _INSET
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw mark and words."""
        del event
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QColor(colours.accent if self.hasFocus() else colours.line))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        room = self.rect().adjusted(_INSET, 0, -_INSET, 0)
        left = room.right() - _MARK + 1 if self.isRightToLeft() else room.left()
        place = QRectF(left, (self.height() - _MARK) / 2, _MARK, _MARK)
        draw_mark(painter, place, self._state, QColor(tone_colour(colours, self._tone)))
        shift = _MARK + _GAP
        room.adjust(0 if self.isRightToLeft() else shift, 0, -shift if self.isRightToLeft() else 0, 0)
        tone = self._tone if self._tone in _SPOKEN_TONES else Tone.QUIET
        painter.setPen(QColor(tone_colour(colours, tone)))
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= room.width()
        text = self.text() if fits else self._brief
        text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        aligned = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, _FLAGS | int(aligned | Qt.AlignmentFlag.AlignAbsolute), text)
        painter.end()


def draw_mark(painter: QPainter, place: QRectF, state: LightState, colour: QColor) -> None:
    """Draw the mark of a state."""
    pen = QPen(colour, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = place.adjusted(0.75, 0.75, -0.75, -0.75)
    first, last = QPointF(ring.left(), ring.top()), QPointF(ring.right(), ring.bottom())
    if state is LightState.REVOKED:
        painter.drawLine(first, last)
        painter.drawLine(ring.topRight(), ring.bottomLeft())
        return
    if state is LightState.ON:
        painter.setBrush(colour)
    painter.drawEllipse(ring)
    if state in {LightState.CONNECTING, LightState.CATCHING_UP}:
        painter.setBrush(colour)
        painter.drawPie(ring, 90 * 16, -180 * 16)
    elif state is LightState.UNREACHABLE:
        painter.drawLine(first, last)
