"""What a search is narrowed to, as chips: a press takes one out, or turns a mark on and off."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from budgetsync.ui.colours import colours_of
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import mirrored

translate = QCoreApplication.translate
_MARK = 8
_MOST = 340


class Chip(QAbstractButton):
    """A word in a pill; with a cross where a press takes it away, with a tick where it is on."""

    def __init__(self, text: str, parent: QWidget | None = None, *, is_switch: bool = False) -> None:
        super().__init__(parent)
        self._hovered = False
        self._is_switch = is_switch
        self.setCheckable(is_switch)
        self.setFont(font_of(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        without = translate("Search", "Take out: {what}")
        self.setAccessibleName(text if self._is_switch else without.format(what=text))
        self.setToolTip(text if self._is_switch else self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words, the mark and some air."""
        width = self.fontMetrics().horizontalAdvance(self.text().replace("&", "&&")) + _MARK + 4 * GRID
        return QSize(min(_MOST, width), self.fontMetrics().height() + GRID)

    def minimumSizeHint(self) -> QSize:
        """It can be cut down to a few letters."""
        return QSize(8 * GRID, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, mirrored where one reads from right to left."""
        del event
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_on = self.isChecked() or not self._is_switch
        fill = colours.selection if is_on else colours.hover if self._hovered else colours.card
        outline = (
            colours.accent
            if self.hasFocus() or (self._hovered and is_on)
            else fill
            if is_on
            else colours.edge
        )
        painter.setBrush(QColor(fill))
        painter.setPen(QColor(outline))
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        left, end = GRID + 4, self.width() - (GRID + 4 if self._is_switch else 2 * GRID + _MARK)
        if self._is_switch and is_on:
            self._draw_tick(painter, colours.accent, QRect(left, (self.height() - _MARK) // 2, _MARK, _MARK))
            left += _MARK + GRID // 2 + 2
        if not self._is_switch:
            self._draw_cross(
                painter, colours.secondary, QRect(end + GRID // 2, (self.height() - _MARK) // 2, _MARK, _MARK)
            )
        place = mirrored(self, QRect(left, 0, end - left, self.height()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.setPen(QColor(colours.text))
        leading = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        leading = leading if is_on else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(
            place, int(leading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text
        )
        painter.end()

    def _draw_cross(self, painter: QPainter, colour: str, place: QRect) -> None:
        box = QRectF(mirrored(self, place)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colour), 1.4, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())

    def _draw_tick(self, painter: QPainter, colour: str, place: QRect) -> None:
        box = QRectF(mirrored(self, place))
        painter.setPen(QPen(QColor(colour), 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        low = QPointF(box.left() + box.width() * 0.35, box.bottom() - 1)
        painter.drawPolyline(
            [QPointF(box.left(), box.center().y()), low, QPointF(box.right(), box.top() + 1)]
        )
