"""The field that a search is typed into: a drawing in front, and what was not understood underlined."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from budgetsync.domain.query import Hint
from budgetsync.ui.colours import colours_of
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import mirrored, offer_to_clear

translate = QCoreApplication.translate
_ICON = 16
_WAVE = 2
_MOST = 8  # parts that are underlined


class SearchField(QLineEdit):
    """Keys that a list of offers wants are told before the field takes them."""

    left = Signal()
    """The keyboard lost it."""
    typed = Signal()
    """A person changed the text, letter by letter."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._underlined: list[tuple[int, int]] = []
        self.setObjectName("Search")
        self.setAccessibleName(translate("Search", "Search transactions"))
        self.setPlaceholderText(translate("Search", "Search: a payee, a word, >20, category:..."))
        offer_to_clear(self)
        self.takes: Callable[[QKeyEvent], bool] = _takes_none
        self._is_rewriting = False
        self.textEdited.connect(self._tell)
        self._leave_room()

    def rewrite(self, text: str, cursor: int = -1) -> None:
        """Put another text in place of this one, so that undo in the field has it back."""
        self._is_rewriting = True
        self.selectAll()
        self.insert(text)
        self.setCursorPosition(len(text) if cursor < 0 else cursor)
        self._is_rewriting = False

    def underline(self, hints: Sequence[Hint]) -> None:
        """Underline what could not be understood."""
        parts = [(hint.start, hint.end) for hint in hints[:_MOST]]
        if parts != self._underlined:
            self._underlined = parts
            self.update()

    @property
    def underlined(self) -> list[str]:
        """The parts that are underlined."""
        return [self.text()[begin:end] for begin, end in self._underlined]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let others take the key first."""
        if not self.takes(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Leave Tab to whoever takes it: it takes an offer over."""
        key = Qt.Key.Key_Tab if onward else Qt.Key.Key_Backtab
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        return self.takes(event) or super().focusNextPrevChild(onward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say so."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Have the drawing at the end where one begins to read."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._leave_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then what belongs to a search."""
        super().paintEvent(event)
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icon = self._icons.pixmap("search", colours.secondary, _ICON, self.devicePixelRatioF())
        place = mirrored(self, QRect(GRID, (self.height() - _ICON) // 2, _ICON, _ICON))
        painter.drawPixmap(place.topLeft(), icon)
        painter.setPen(QPen(QColor(colours.warning), 1.2))
        painter.setClipRect(self._text_room())
        cursor = self.cursorRect() if self._underlined else QRect()
        for begin, end in self._underlined:
            left, right = self._x_of(begin, cursor), self._x_of(end, cursor)
            painter.drawPolyline(_wave(min(left, right), max(left, right), cursor.bottom() - 1.5))
        painter.end()

    def _tell(self) -> None:
        if not self._is_rewriting:
            self.typed.emit()

    def _leave_room(self) -> None:
        room = _ICON + GRID // 2
        is_mirrored = self.isRightToLeft()
        self.setTextMargins(0 if is_mirrored else room, 0, room if is_mirrored else 0, 0)

    def _text_room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return room.adjusted(_ICON if not self.isRightToLeft() else 0, 0, 0, 2)

    def _x_of(self, position: int, cursor: QRect) -> float:
        """Tell where a letter begins: counted from the cursor, which alone knows how far the text is scrolled."""
        metrics, text = self.fontMetrics(), self.text()
        at = self.cursorPosition()
        between = metrics.horizontalAdvance(text[min(at, position) : max(at, position)])
        return cursor.center().x() + (between if position > at else -between)


def _takes_none(_event: QKeyEvent) -> bool:
    return False


def _wave(left: float, right: float, bottom: float) -> QPolygonF:
    points, x, up = [], left, False
    while x < right:
        points.append(QPointF(x, bottom - (_WAVE if up else 0)))
        x, up = x + _WAVE, not up
    return QPolygonF(points)
