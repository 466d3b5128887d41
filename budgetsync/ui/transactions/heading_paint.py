"""Draws the headings of the table across all its cells: spans would have Qt go through every cell of a selection."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTableView

from budgetsync.ui.colours import colours_of
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.transactions.model import Heading, TransactionsModel

_ARROW = 12


def paint_headings(table: QTableView, model: TransactionsModel, icons: Icons, rows: Iterable[int]) -> None:
    """Draw the headings among the rows that are seen."""
    for row in rows:
        if (heading := model.heading(row)) is not None:
            _paint(table, model, icons, row, heading)


def _paint(table: QTableView, model: TransactionsModel, icons: Icons, row: int, heading: Heading) -> None:
    colours = colours_of(table.palette())
    viewport = table.viewport()
    place = QRect(0, table.rowViewportPosition(row), viewport.width(), table.rowHeight(row))
    painter = QPainter(viewport)
    painter.fillRect(place, QColor(colours.window))
    room = place.adjusted(GRID + 2, 0, -GRID - 2, 0)
    if heading is Heading.PENDING:
        painter.save()
        painter.translate(room.x() + _ARROW / 2, room.center().y() + 0.5)
        painter.rotate(-90 if model.is_folded else 0)
        arrow = icons.pixmap("chevron", colours.secondary, _ARROW, table.devicePixelRatioF())
        painter.drawPixmap(-_ARROW // 2, -_ARROW // 2, arrow)
        painter.restore()
        room.setLeft(room.x() + _ARROW + GRID)
    font = font_of(table, strong=True)
    painter.setFont(font)
    painter.setPen(QColor(colours.secondary))
    text = painter.fontMetrics().elidedText(
        model.heading_text(row), Qt.TextElideMode.ElideRight, room.width()
    )
    painter.drawText(
        room,
        int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine),
        text,
    )
    if table.hasFocus() and table.currentIndex().row() == row:
        painter.setPen(QColor(colours.accent))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
    painter.end()
