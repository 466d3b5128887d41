"""The table's header: widths that are shared until a person chooses them, columns moved and hidden, the order."""

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from budgetsync.domain.listed import Order
from budgetsync.ui.colours import colours_of
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.columns import HIDDEN_AT_FIRST, SORTED_BY, Column, titles, translate

# Of the room that figures leave, in hundredths; what is left over: the payee.
_SHARES = {Column.CATEGORY: 22, Column.NOTE: 10, Column.TAGS: 10, Column.ACCOUNT: 30}
_SHARES_WIDE = {**_SHARES, Column.ACCOUNT: 36}  # accounts of one bank often begin alike
_SHARES_NARROW = {Column.CATEGORY: 40}
_PADDING = 2 * GRID + 6
_ARROW = 12
_NARROW, _WIDE = 520, 720
_LEFT_OUT = frozenset({Column.NOTE, Column.TAGS, Column.ACCOUNT, Column.STATE})
"""Columns that a narrow table is without, until a person chooses."""
_SPARED = frozenset({Column.NOTE, Column.TAGS})
"""Columns whose room a table of middling width gives to names, until a person chooses: the details have them."""


class TableHeader(QHeaderView):
    """Horizontal header of the table of transactions."""

    order_requested = Signal(object)
    """The Order that a person wants."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._icons = icons
        self._sharing, self._room = False, 0
        self._left_out: frozenset[Column] | None = None
        self.is_chosen = False
        self._order = Order()
        self.setHighlightSections(False)
        self.setMinimumSectionSize(5 * GRID)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setStretchLastSection(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.sectionMoved.connect(self._choose)
        self.sectionResized.connect(self._resized)
        self.sectionClicked.connect(self._clicked)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Draw a title, and beside it which way the list is sorted by it: style sheets leave the arrow out."""
        super().paintSection(painter, rect, logicalIndex)
        if SORTED_BY.get(Column(logicalIndex)) is not self._order.key:
            return
        colour = colours_of(self.palette()).secondary
        arrow = self._icons.pixmap("chevron", colour, _ARROW, self.devicePixelRatioF())
        title = self.fontMetrics().horizontalAdvance(titles()[logicalIndex])
        right = logicalIndex == Column.AMOUNT
        middle = rect.right() - title - 2 * GRID if right else rect.left() + title + 2 * GRID + 2
        painter.save()
        painter.translate(middle, rect.center().y() + 1)
        painter.rotate(0 if self._order.descending else 180)
        painter.drawPixmap(-_ARROW // 2, -_ARROW // 2, arrow)
        painter.restore()

    def show_order(self, order: Order) -> None:
        """Point the arrow at the column by which the list is sorted."""
        self._order = order
        column = next(column for column, key in SORTED_BY.items() if key is order.key)
        way = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        self.setSortIndicator(column, way)
        self.viewport().update()

    def columns(self) -> QByteArray:
        """Give the columns as the person arranged them; empty where they are as they came."""
        return self.saveState() if self.is_chosen or self._left_out is not None else QByteArray()

    def arrange(self, state: QByteArray) -> None:
        """Arrange the columns as they were once; what was remembered of other columns is forgotten."""
        if state.isEmpty():
            return
        before = self.saveState()
        self.is_chosen = self.restoreState(state) and self.count() == len(Column)
        if not self.is_chosen or self.hiddenSectionCount() == len(Column):
            self.is_chosen = False
            self.restoreState(before)
        self.show_order(self._order)

    def share(self, room: int) -> None:
        """Give figures what they need and texts the rest, in fixed shares, unless widths were chosen."""
        if self.is_chosen or not self.count():
            return
        self._sharing, self._room = True, room
        left_out = HIDDEN_AT_FIRST if self._left_out is None else self._left_out
        narrow, wide = room < _NARROW, room >= _WIDE
        if narrow:
            left_out |= _LEFT_OUT
        elif not wide and self._left_out is None:
            left_out |= _SPARED
        for column in Column:
            self.setSectionHidden(column, column in left_out)
        for column, sample in _samples().items():
            if column not in left_out:
                width = self.fontMetrics().horizontalAdvance(sample) + _PADDING
                self.resizeSection(column, width)
                room -= width
        rest, names = room, titles()
        shares = _SHARES_NARROW if narrow else _SHARES_WIDE if wide else _SHARES
        for column, share in shares.items():
            if column not in left_out:
                title = self.fontMetrics().horizontalAdvance(names[column]) + _PADDING
                width = max(title, room * share // 100)
                self.resizeSection(column, width)
                rest -= width
        self.resizeSection(Column.PAYEE, max(6 * GRID, rest))
        self._sharing = False

    def menu(self) -> QMenu:
        """Make the menu that shows and hides columns."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column, title in zip(Column, titles(), strict=True):
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(column))
            action.setEnabled(column not in {Column.PAYEE, Column.AMOUNT})
            action.toggled.connect(lambda shown, column=column: self.show_column(column, shown=shown))
        return menu

    def show_column(self, column: int, *, shown: bool) -> None:
        """Show or hide a column, as a person wants it; the others make room, unless their widths were chosen."""
        before = {each for each in Column if self.isSectionHidden(each)}
        if self._room and self._room < _WIDE:  # what is left out for want of room is nobody's choice
            before = set(HIDDEN_AT_FIRST if self._left_out is None else self._left_out)
        self._left_out = frozenset(before - {column} if shown else before | {Column(column)})
        self.setSectionHidden(column, not shown)
        if not self.is_chosen:
            self.share(self._room)
        elif shown and self.sectionSize(column) < 6 * GRID:
            self.resizeSection(column, 12 * GRID)

    def _open_menu(self, place: QPoint) -> None:
        self.menu().popup(self.mapToGlobal(place))

    def _clicked(self, column: int) -> None:
        key = SORTED_BY.get(Column(column))
        if key is None:
            self.show_order(self._order)
        elif key is self._order.key:
            self.order_requested.emit(Order(key, not self._order.descending))
        else:
            self.order_requested.emit(Order(key, descending=column != Column.PAYEE))

    def _choose(self) -> None:
        self.is_chosen = True

    def _resized(self, column: int, old: int, new: int) -> None:
        """If a width changed and not by our own doing, the person wants it so; the last one fills the room."""
        shown = [each for each in Column if not self.isSectionHidden(each)]
        if not old or not new or column not in shown or self._sharing or not self.isVisible():
            return
        if column != max(shown, key=self.visualIndex):
            self.is_chosen = True


def _samples() -> dict[Column, str]:
    """Texts that have to fit."""
    return {
        Column.DATE: "May 30, 2000",
        Column.STATE: translate("Transactions", "Bank differs"),
        Column.AMOUNT: "\N{MINUS SIGN}$00,000.00",
    }
