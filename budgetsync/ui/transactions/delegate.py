"""How a cell of the table is drawn and typed into."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.ui.colours import colours_of
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.columns import Column, alignment_of, translate
from budgetsync.ui.transactions.model import VALUE_ROLE, TransactionsModel

Offers = Callable[[Column], Sequence[str]]
_QUIET = frozenset({Column.DATE, Column.CATEGORY, Column.NOTE, Column.TAGS, Column.ACCOUNT, Column.STATE})
_PADDING = 10
_FLAGS = tuple(int(alignment_of(column) | Qt.TextFlag.TextSingleLine) for column in Column)
_MIDDLE, _RIGHT = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
_OFFERED = 12
_BAR = 0.6
"""Share of a cell that the place of a text takes which is not loaded yet."""


class TransactionsDelegate(QStyledItemDelegate):
    """Pending rows in italics and grey, what comes in in its own colour beside its sign, the rest plain.

    It paints by itself: a page of cells has to be drawn within a fraction of a frame while rows come in.
    """

    def __init__(self, model: TransactionsModel, view: QWidget) -> None:
        super().__init__(view)
        self._model = model
        self.offers: Offers = lambda _column: ()
        self.dress(view)

    def dress(self, view: QWidget) -> None:
        """Take over the view's palette and font."""
        colours = colours_of(view.palette())
        self._text, self._quiet = QColor(colours.text), QColor(colours.secondary)
        self._income, self._accent = QColor(colours.income), QColor(colours.accent)
        self._warning, self._empty = QColor(colours.warning), QColor(colours.track)
        self._selection = QColor(colours.selection)
        self._font, self._slanted = QFont(view.font()), QFont(view.font())
        self._slanted.setItalic(True)
        self._metrics, self._slanted_metrics = QFontMetrics(self._font), QFontMetrics(self._slanted)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell; headings are drawn by the table, across all cells."""
        column = index.column()
        transaction, text = self._model.cell(index.row(), column)
        rect, state = option.rect, option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selection)
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if transaction is None:
            if self._model.heading(index.row()) is None and column in {Column.PAYEE, Column.AMOUNT}:
                height = GRID
                bar = room.adjusted(0, (room.height() - height) // 2, 0, 0)
                bar.setHeight(height)
                bar.setWidth(round(room.width() * _BAR))
                if column == Column.AMOUNT:
                    bar.moveRight(room.right())
                painter.fillRect(bar, self._empty)
        elif text:
            pending = transaction.state is not TransactionState.POSTED
            painter.setFont(self._slanted if pending else self._font)
            painter.setPen(self._colour(transaction, column, pending=pending))
            metrics = self._slanted_metrics if pending else self._metrics
            # Accounts of one bank often begin alike, so the middle gives way.
            mode = _MIDDLE if column == Column.ACCOUNT else _RIGHT
            painter.drawText(room, _FLAGS[column], metrics.elidedText(text, mode, room.width()))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _colour(self, transaction: Transaction, column: int, *, pending: bool) -> QColor:
        if column == Column.STATE and (transaction.bank_says or transaction.bank_removed):
            return self._warning
        if pending or column in _QUIET:
            return self._quiet
        return self._income if column == Column.AMOUNT and transaction.amount.minor > 0 else self._text

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Make the field that is typed into; an empty one goes back to what the bank says."""
        del option
        transaction: Transaction = index.data(VALUE_ROLE)
        editor = QLineEdit(parent)
        editor.setFrame(False)
        spoken = translate("Transactions", "{column} of {payee}")
        column = Column(index.column())
        title = self._model.headerData(column, Qt.Orientation.Horizontal)
        editor.setAccessibleName(spoken.format(column=title, payee=transaction.shown_payee))
        if column is Column.PAYEE:
            editor.setPlaceholderText(transaction.merchant or transaction.original_description)
        if column is Column.TAGS:
            editor.setPlaceholderText(translate("Transactions", "Tags, with commas between them"))
        elif offered := self.offers(column):
            completer = QCompleter(list(offered), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(_OFFERED)
            editor.setCompleter(completer)
        return editor


def is_editable(index: QModelIndex) -> bool:
    """Tell whether a cell can be typed into."""
    return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
