"""Paints the rows of the Problems page's lists: icon, title, where and since when; headings between them."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from budgetsync.ui.colours import colours_of
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.entries import Entry
from budgetsync.ui.problems.model import ENTRY_ROLE
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import tone_colour

AnyIndex = QModelIndex | QPersistentModelIndex
_ICON = 16
_DOT = 3.5
_EDGE = GRID + 4


class EntryDelegate(QStyledItemDelegate):
    """Draws what is looked at, and nothing else: a list of ten thousand has no widget for any of them.

    Args:
        below: Writes the second line of a row.
    """

    def __init__(self, icons: Icons, below: Callable[[Entry], str], view: QWidget) -> None:
        super().__init__(view)
        self._icons, self._below = icons, below
        self.dress(view)

    def dress(self, view: QWidget) -> None:
        """Take over the colours and fonts of the view."""
        self._colours = colours_of(view.palette())
        self._font = font_of(view)
        self._strong = font_of(view, strong=True)
        self._small = font_of(view, 0.92)
        self._heading = font_of(view, 0.92, strong=True)
        heights = QFontMetrics(self._strong).height() + QFontMetrics(self._small).height()
        self._row_height = heights + 2 * GRID + 2
        self._heading_height = QFontMetrics(self._heading).height() + 2 * GRID

    @property
    def heights(self) -> tuple[int, int]:
        """How high a row is, and a heading."""
        return self._row_height, self._heading_height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row."""
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is None:
            return
        rect: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        painter.setLayoutDirection(direction)
        if entry.is_heading:
            self._paint_heading(painter, rect, entry)
        else:
            self._paint_row(painter, rect, direction, entry, option.state)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        painter.setFont(self._heading)
        painter.setPen(QColor(self._colours.secondary))
        room = rect.adjusted(_EDGE, 0, -_EDGE, -GRID // 2)
        text = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_leading(painter) | Qt.AlignmentFlag.AlignBottom), text)

    def _paint_row(
        self,
        painter: QPainter,
        rect: QRect,
        direction: Qt.LayoutDirection,
        entry: Entry,
        state: QStyle.StateFlag,
    ) -> None:
        colours = self._colours
        background = rect.adjusted(GRID // 2, 1, -GRID // 2, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.selection if selected else colours.hover))
            painter.drawRoundedRect(background, 6, 6)
        inner = rect.adjusted(_EDGE, GRID, -_EDGE, -GRID)
        line = QFontMetrics(self._strong).height()
        icon = QRect(inner.x(), inner.y() + (line - _ICON) // 2, _ICON, _ICON)
        text = inner.adjusted(_ICON + GRID, 0, -2 * GRID if entry.is_fresh else 0, 0)
        ratio = painter.device().devicePixelRatio()
        pixmap = self._icons.pixmap(entry.icon, tone_colour(colours, entry.tone), _ICON, ratio)
        painter.drawPixmap(QStyle.visualRect(direction, rect, icon), pixmap)
        text = QStyle.visualRect(direction, rect, text)
        if entry.is_fresh:
            dot = QRect(inner.right() - _ICON // 2, icon.y(), _ICON // 2, _ICON)
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(QPointF(QStyle.visualRect(direction, rect, dot).center()), _DOT, _DOT)
        leading = _leading(painter)
        self._write(
            painter, text, entry.title, strong=entry.is_fresh, flags=leading | Qt.AlignmentFlag.AlignTop
        )
        painter.setFont(self._small)
        painter.setPen(QColor(colours.secondary))
        below = painter.fontMetrics().elidedText(
            self._below(entry), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, int(leading | Qt.AlignmentFlag.AlignBottom), below)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(background, 6, 6)

    def _write(
        self, painter: QPainter, room: QRect, text: str, *, strong: bool, flags: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(self._strong if strong else self._font)
        painter.setPen(QColor(self._colours.text))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(flags), shown)


def _leading(painter: QPainter) -> Qt.AlignmentFlag:
    """Name the side where lines begin: the painter does not turn it round by itself."""
    return QStyle.visualAlignment(painter.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
