"""A push button that paints itself: many of them cost little, and they look like all others."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from budgetsync.ui.colours import colours_of
from budgetsync.ui.monitor.ink import Face, Ink
from budgetsync.ui.theme import GRID

ICON = 16
_RADIUS = 6
_INSET = 12
_FLAGS = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)


class PaintedButton(QAbstractButton):
    """A button with a word, an icon or both.

    Args:
        text: What it says; "" where the icon says it.
        name: What it is called where it is heard and not seen, complete without what stands around it.
        outlined: Has an edge; else only its word is coloured.
    """

    def __init__(
        self,
        ink: Ink,
        parent: QWidget,
        text: str,
        name: str,
        *,
        icon: str = "",
        outlined: bool = False,
        primary: bool = False,
    ) -> None:
        super().__init__(parent)
        self._ink, self._icon, self._outlined, self._primary = ink, icon, outlined, primary
        self._compact = not text
        self.setText(text)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.resize(self.sizeHint())

    def show_text(self, text: str) -> bool:
        """Say something else; tells whether it did not say that before."""
        if text == self.text():
            return False
        self._compact = not text
        self.setText(text)
        self.updateGeometry()
        return True

    def be_compact(self, *, compact: bool) -> None:
        """Show the icon only, where there is little room."""
        if compact is not self._compact:
            self._compact = compact
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as what it shows."""
        height = self._ink.line + 12
        if self._compact:
            return QSize(height, height)
        icon = ICON + GRID // 2 if self._icon else 0
        inset = _INSET if self._outlined or self._primary else GRID
        return QSize(self._ink.width(Face.PLAIN, self.text()) + icon + 2 * inset + 2, height)

    def changeEvent(self, event: QEvent) -> None:
        """Draw it anew where it can be pressed no longer, or again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        enabled = self.isEnabled()
        hovered = enabled and self.underMouse()
        fill = colours.accent if self._primary and enabled else ""
        if self._primary and hovered:
            fill = colours.accent_hover
        elif self._primary and not enabled:
            fill = colours.track
        elif self.isDown():
            fill = colours.line
        elif hovered:
            fill = colours.hover
        edge = colours.edge if self._outlined and not self._primary else ""
        if self._outlined and not enabled:
            edge = colours.line
        if self.hasFocus():
            edge = colours.text if self._primary else colours.accent
        if fill or edge:
            painter.setPen(self._ink.colour(edge) if edge else QColor(0, 0, 0, 0))
            painter.setBrush(self._ink.colour(fill) if fill else QColor(0, 0, 0, 0))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        ink = colours.text if self._outlined else colours.accent
        if self._primary:
            ink = colours.on_accent
        self._draw_face(painter, ink if enabled else colours.secondary)
        painter.end()

    def _draw_face(self, painter: QPainter, colour: str) -> None:
        room = self.rect()
        if self._icon:
            icon = self._ink.icon(self._icon, colour, ICON, self.devicePixelRatioF())
            top = (self.height() - ICON) // 2
            if self._compact:
                painter.drawPixmap((self.width() - ICON) // 2, top, icon)
                return
            left = self.width() - GRID - ICON if self.isRightToLeft() else GRID
            painter.drawPixmap(left, top, icon)
            shift = ICON + GRID // 2
            room = QRect(0 if self.isRightToLeft() else shift, 0, self.width() - shift, self.height())
        painter.setFont(self._ink.font(Face.PLAIN))
        painter.setPen(self._ink.colour(colour))
        painter.drawText(room, _FLAGS, self.text())
