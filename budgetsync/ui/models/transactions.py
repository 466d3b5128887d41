"""The newest transactions as a table: rows change by id, in place; an edit is painted before it is saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.ui.formats import day, long_day, money
from budgetsync.ui.models.rows import update_rows

VALUE_ROLE = Qt.ItemDataRole.UserRole
"""Gives the Transaction of a row."""

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
translate = QCoreApplication.translate


class Column(IntEnum):
    """What stands where."""

    DATE = 0
    PAYEE = 1
    CATEGORY = 2
    NOTE = 3
    ACCOUNT = 4
    STATE = 5
    AMOUNT = 6


FIELDS = {Column.PAYEE: "payee", Column.CATEGORY: "category", Column.NOTE: "note"}
"""The columns that can be typed into, with the ledger's name for each."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What the user typed: to be saved by the core, and answered with `settle` or `refuse`."""

    transaction_id: TransactionId
    field: str
    value: str | None


@dataclass(slots=True)
class _Row:
    """A row as it is shown, with its texts once they were asked for."""

    shown: Transaction
    texts: dict[int, str]


class TransactionsModel(QAbstractTableModel):
    """The newest rows of the ledger. No query in data(): what is shown was loaded before.

    An edit stays painted over whatever is loaded until the core has said what became of it, and over loads
    that began before that.
    """

    edited = Signal(object)
    """An Edit to be saved."""
    about_to_load = Signal()
    loaded = Signal()

    def __init__(self, locale: QLocale, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._today = today
        self._rows: list[_Row] = []
        self._ledger: dict[TransactionId, Transaction] = {}
        self._edits: dict[Edit, int | None] = {}
        self._clock = 0

    def begin_load(self) -> int:
        """Stamp a load that begins now; the stamp goes to `load`."""
        self._clock += 1
        return self._clock

    def load(self, transactions: Sequence[Transaction], stamp: int) -> None:
        """Show what was loaded, with the edits over it that it cannot know yet."""
        self._edits = {
            edit: settled for edit, settled in self._edits.items() if settled is None or settled >= stamp
        }
        self._ledger = {row.id: row for row in transactions}
        self.about_to_load.emit()
        update_rows(self, [self._with_edits(row) for row in transactions], lambda row: row.id)
        self.loaded.emit()

    def settle(self, edit: Edit) -> None:
        """The core has saved an edit: the next load that begins will know it."""
        if edit in self._edits:
            self._edits[edit] = self._clock

    def refuse(self, edit: Edit) -> None:
        """The core has not saved an edit: show what the ledger says."""
        self._edits.pop(edit, None)
        self._repaint(edit.transaction_id)

    def day_changed(self) -> None:
        """Write the dates anew: what was today is yesterday now."""
        for row in self._rows:
            row.texts.pop(Column.DATE, None)
        if self._rows:
            self.dataChanged.emit(self.index(0, Column.DATE), self.index(len(self._rows) - 1, Column.DATE))

    def transaction(self, index: AnyIndex) -> Transaction:
        """Give the transaction of a row as it is shown."""
        return self._rows[index.row()].shown

    def cell(self, row: int, column: int) -> tuple[Transaction, str]:
        """Give a row's transaction and what one of its cells shows, without a detour through Qt."""
        shown = self._rows[row]
        return shown.shown, self._shown_text(shown, column)

    def categories(self) -> list[str]:
        """Name the categories that are shown, to be offered while typing."""
        return sorted({row.shown.category for row in self._rows if row.shown.category})

    # Rows, for update_rows.

    def row_values(self) -> Sequence[Transaction]:
        """The transactions as they are shown now."""
        return [row.shown for row in self._rows]

    def remove_rows(self, first: int, last: int) -> None:
        """Take transactions out."""
        self.beginRemoveRows(_ROOT, first, last)
        del self._rows[first : last + 1]
        self.endRemoveRows()

    def insert_rows(self, at: int, values: Sequence[Transaction]) -> None:
        """Put transactions in."""
        self.beginInsertRows(_ROOT, at, at + len(values) - 1)
        self._rows[at:at] = [_Row(value, {}) for value in values]
        self.endInsertRows()

    def replace_row(self, at: int, value: Transaction) -> None:
        """Put a newer state of a transaction in its place."""
        self._rows[at] = _Row(value, {})
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(Column) - 1))

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the transactions."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Payee, category and note can be typed into."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in FIELDS else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            can_be_changed = translate("Transactions", "Double-click a cell or press F2 to change it")
            return can_be_changed if section in FIELDS else _titles()[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Give what a cell shows; texts are made once and kept."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                value: object = self._shown_text(row, column)
            case Qt.ItemDataRole.EditRole:
                value = _editable(row.shown, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                value = alignment_of(column)
            case Qt.ItemDataRole.ToolTipRole:
                value = self._hover(row.shown, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                value = self._spoken(row, column)
            case _:
                value = row.shown if role == VALUE_ROLE else None
        return value

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Paint what the user typed and ask for it to be saved; what did not change asks for nothing."""
        column = index.column()
        if role != Qt.ItemDataRole.EditRole or column not in FIELDS or not index.isValid():
            return False
        shown, text = self._rows[index.row()].shown, str(value).strip()
        if text == _editable(shown, column):
            return False
        edit = Edit(shown.id, FIELDS[Column(column)], text or None)
        self._edits.pop(edit, None)
        self._edits[edit] = None
        self._repaint(shown.id)
        self.edited.emit(edit)
        return True

    def _with_edits(self, transaction: Transaction) -> Transaction:
        for edit in self._edits:
            if edit.transaction_id == transaction.id:
                transaction = _changed(transaction, edit)
        return transaction

    def _repaint(self, transaction_id: TransactionId) -> None:
        for at, row in enumerate(self._rows):
            if row.shown.id == transaction_id:
                self.replace_row(at, self._with_edits(self._ledger[transaction_id]))

    def _shown_text(self, row: _Row, column: int) -> str:
        if column not in row.texts:
            row.texts[column] = self._text(row.shown, column)
        return row.texts[column]

    def _spoken(self, row: _Row, column: int) -> str:
        text = state_word(row.shown.state) if column == Column.STATE else self._shown_text(row, column)
        return f"{_titles()[column]}: {text}"

    def _text(self, transaction: Transaction, column: int) -> str:
        match column:
            case Column.DATE:
                return day(transaction.transacted_on, self._today(), self._locale)
            case Column.ACCOUNT:
                return transaction.account_name
            case Column.STATE if transaction.state is TransactionState.POSTED:
                return ""
            case Column.STATE:
                return state_word(transaction.state)
            case Column.AMOUNT:
                return money(transaction.amount, self._locale)
            case _:
                return _editable(transaction, column)

    def _hover(self, transaction: Transaction, column: int) -> str:
        if column == Column.DATE:
            text = translate("Transactions", "Made on {day}")
            lines = [text.format(day=long_day(transaction.transacted_on, self._locale))]
            if transaction.posted_on is not None:
                text = translate("Transactions", "Booked on {day}")
                lines.append(text.format(day=long_day(transaction.posted_on, self._locale)))
            return "\n".join(lines)
        if column == Column.PAYEE and transaction.original_description:
            text = translate("Transactions", "{payee}\nThe bank's text: {original}")
            return text.format(payee=transaction.shown_payee, original=transaction.original_description)
        return state_word(transaction.state) if column == Column.STATE else self._text(transaction, column)


def state_word(state: TransactionState) -> str:
    """Name a transaction's state."""
    match state:
        case TransactionState.PENDING:
            return translate("Transactions", "Pending")
        case TransactionState.POSTED:
            return translate("Transactions", "Booked")
        case TransactionState.REMOVED:
            return translate("Transactions", "Removed")


def _editable(transaction: Transaction, column: int) -> str:
    match column:
        case Column.PAYEE:
            return transaction.shown_payee
        case Column.CATEGORY:
            return transaction.category or ""
        case Column.NOTE:
            return transaction.note or ""
    return ""


def _changed(transaction: Transaction, edit: Edit) -> Transaction:
    match edit.field:
        case "payee":
            return replace(transaction, payee=edit.value)
        case "category":
            return replace(transaction, category=edit.value)
        case _:
            return replace(transaction, note=edit.value)


def alignment_of(column: int) -> Qt.AlignmentFlag:
    """Figures stand right, texts left."""
    side = Qt.AlignmentFlag.AlignRight if column == Column.AMOUNT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _titles() -> tuple[str, ...]:
    return (
        translate("Transactions", "Date"),
        translate("Transactions", "Payee"),
        translate("Transactions", "Category"),
        translate("Transactions", "Note"),
        translate("Transactions", "Account"),
        translate("Transactions", "Status"),
        translate("Transactions", "Amount"),
    )
