"""The widget that shows a graph: drawn once, pointed at by mouse and keyboard, and said to those who listen."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from budgetsync.ui.charts.look import Look
from budgetsync.ui.charts.scene import Graph, Scene, Spot, Tip
from budgetsync.ui.charts.tip_box import draw_tip

_RESTYLING = frozenset(
    {
        QEvent.Type.PaletteChange,
        QEvent.Type.StyleChange,
        QEvent.Type.FontChange,
        QEvent.Type.LayoutDirectionChange,
    }
)
_EDGE = 3
"""Room for the frame that the keyboard draws around it."""
_ENDS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})
_RETURNS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Chart(QLabel):
    """Shows one graph. Arrow keys go from point to point, Return lists what is behind one, so does a click.

    Args:
        name: What it is called where it is heard.
    """

    chosen = Signal(str)
    """The search that lists what is behind a point."""
    pointed = Signal(QRect)
    """The keyboard has come to a point that is drawn here."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._graph: Graph | None = None
        self._scene: Scene | None = None
        self._drawn: QPixmap | None = None
        self._spot: Spot | None = None
        self._hovered: Spot | None = None
        self._pressed: Spot | None = None
        self._summary = ""
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def graph(self) -> Graph | None:
        """What is shown."""
        return self._graph

    @property
    def spot(self) -> Spot | None:
        """The point that the keyboard is at."""
        return self._spot

    @property
    def tip(self) -> Tip | None:
        """What is told now, of the point below the mouse or else of the keyboard's."""
        shown, scene = self._shown_spot, self._laid_out()
        return None if shown is None or scene is None else scene.tip(shown)

    def show_graph(self, graph: Graph, summary: str) -> None:
        """Show another graph, in place: the point that was pointed at is still, if it is there.

        Args:
            summary: What it shows on the whole, for those who listen.
        """
        self._summary = summary
        if graph != self._graph:
            self._graph = graph
            self._forget()
            self.updateGeometry()
            scene = self._laid_out()
            for name in ("_spot", "_hovered"):
                spot = getattr(self, name)
                setattr(self, name, None if scene is None or spot is None else scene.nearest(spot))
        self._describe()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the graph wants to be."""
        return QSize(400, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Narrower, and no lower."""
        return QSize(200, self._wanted_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what was drawn, and draw what is pointed at above it."""
        del event
        scene = self._laid_out()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if scene is not None:
            if self._drawn is None:
                self._drawn = self._draw(scene)
            painter.drawPixmap(0, 0, self._drawn)
            if (spot := self._shown_spot) is not None:
                look = Look.of(self)
                scene.mark(painter, spot)
                draw_tip(painter, look, scene.tip(spot), scene.place(spot), QRectF(self.rect()))
        if self.hasFocus():
            painter.setPen(QPen(QColor(Look.of(self).colours.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it out anew."""
        super().resizeEvent(event)
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        """Draw it anew in other colours or fonts."""
        super().changeEvent(event)
        if event.type() in _RESTYLING:
            self._forget()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from point to point, choose one, or be quiet again."""
        scene, key = self._laid_out(), Qt.Key(event.key())
        if scene is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _RETURNS and self._spot is not None:
            self._choose(scene, self._spot)
        elif key == Qt.Key.Key_Escape and self._shown_spot is not None:
            self._spot = self._hovered = None
            self.update()
        elif (wanted := self._stepped(scene, key)) is not None:
            self._hovered = None
            self._point_at(scene, wanted)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at a point when the keyboard comes."""
        super().focusInEvent(event)
        scene = self._laid_out()
        by_keyboard = event.reason() not in {
            Qt.FocusReason.MouseFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }
        if scene is not None and by_keyboard:
            wanted = self._spot or scene.first_spot()
            if wanted is not None:
                self._point_at(scene, wanted)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell nothing any more."""
        super().focusOutEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of what is below the mouse."""
        super().mouseMoveEvent(event)
        self._hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Tell nothing any more."""
        super().leaveEvent(event)
        if self._hovered is not None:
            self._hovered = None
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a point."""
        super().mousePressEvent(event)
        scene = self._laid_out()
        if scene is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = scene.spot_at(event.position())
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the point that was pressed, if the mouse is still there."""
        super().mouseReleaseEvent(event)
        scene, pressed = self._laid_out(), self._pressed
        self._pressed = None
        if scene is not None and pressed is not None and scene.spot_at(event.position()) == pressed:
            self._spot = pressed
            self._choose(scene, pressed)

    @property
    def _shown_spot(self) -> Spot | None:
        if self._hovered is not None:
            return self._hovered
        return self._spot if self.hasFocus() else None

    def _wanted_height(self) -> int:
        if self._graph is None or self._graph.is_empty:
            return 0
        return self._graph.height(Look.of(self)) + 2 * _EDGE

    def _laid_out(self) -> Scene | None:
        if self._graph is None or self._graph.is_empty:
            return None
        if self._scene is None:
            room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            self._scene = self._graph.scene(room, Look.of(self))
        return self._scene

    def _draw(self, scene: Scene) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(QSize(self.width(), self.height()) * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene.draw(painter)
        painter.end()
        return drawn

    def _forget(self) -> None:
        self._scene, self._drawn = None, None
        self.update()

    def _stepped(self, scene: Scene, key: Qt.Key) -> Spot | None:
        if self._spot is None:
            first = scene.first_spot()
            wanted = None if first is None else scene.step(first, key)
            return wanted if wanted is None or key in _ENDS else first
        return scene.step(self._spot, key)

    def _point_at(self, scene: Scene, spot: Spot) -> None:
        self._spot = spot
        self.update()
        self._describe()
        self.pointed.emit(scene.place(spot).toAlignedRect())
        if QAccessible.isActive():
            said = QAccessibleAnnouncementEvent(self, scene.tip(spot).spoken)
            QAccessible.updateAccessibility(said)

    def _describe(self) -> None:
        """Say what it shows, and what the point tells."""
        told = (
            "" if self._spot is None or (scene := self._laid_out()) is None else scene.tip(self._spot).spoken
        )
        text = " ".join(part for part in (self._summary, told) if part)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)

    def _hover(self, point: QPointF) -> None:
        scene = self._laid_out()
        hovered = None if scene is None else scene.spot_at(point)
        if hovered == self._hovered:
            return
        self._hovered = hovered
        can_choose = scene is not None and hovered is not None and bool(scene.query(hovered))
        shape = Qt.CursorShape.PointingHandCursor if can_choose else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def _choose(self, scene: Scene, spot: Spot) -> None:
        if query := scene.query(spot):
            self.chosen.emit(query)
