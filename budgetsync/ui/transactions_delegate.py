"""How a cell of the transactions table is drawn and typed into."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.ui.colours import colours_of
from budgetsync.ui.models.transactions import FIELDS, VALUE_ROLE, Column, TransactionsModel

translate = QCoreApplication.translate
_QUIET = frozenset({Column.DATE, Column.CATEGORY, Column.NOTE, Column.ACCOUNT, Column.STATE})


class TransactionsDelegate(QStyledItemDelegate):
    """Pending rows in italics and grey, what comes in in its own colour beside its sign, the rest plain."""

    def __init__(self, model: TransactionsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Choose font and colour of a cell."""
        super().initStyleOption(option, index)
        transaction: Transaction = index.data(VALUE_ROLE)
        column = index.column()
        colours = colours_of(option.palette)
        pending = transaction.state is not TransactionState.POSTED
        if pending:
            option.font.setItalic(True)
        if pending or column in _QUIET:
            colour = colours.secondary
        elif column == Column.AMOUNT and transaction.amount.minor > 0:
            colour = colours.income
        else:
            colour = colours.text
        option.palette.setColor(QPalette.ColorRole.Text, QColor(colour))
        option.palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colours.text))
        # Accounts of one bank often begin alike, so the middle gives way.
        middle = column == Column.ACCOUNT
        option.textElideMode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight

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
        if column is Column.CATEGORY:
            completer = QCompleter(self._model.categories(), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor


def is_editable(index: QModelIndex) -> bool:
    """Tell whether a cell can be typed into."""
    return index.isValid() and index.column() in FIELDS
