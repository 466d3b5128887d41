"""A list of any length as a table: rows by their numbers, pending ones apart. No query in data(), ever."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from operator import neg
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from budgetsync.domain.edits import Edit
from budgetsync.domain.found import Total
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.listed import NEWEST_FIRST, Listed, Order, SortKey, Splice, differences
from budgetsync.domain.place import first_place, row_at
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.transactions.cells import cell_text, hover_text, spoken_cell, typed_text
from budgetsync.ui.transactions.columns import FIELDS, Column, alignment_of, titles, translate
from budgetsync.ui.transactions.edit_desk import EditDesk
from budgetsync.ui.transactions.headings import heading_text
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.rows import Row, Rows

VALUE_ROLE = Qt.ItemDataRole.UserRole
"""Gives the Transaction of a row, or None while it is not loaded."""

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SHORT = 20_000
"""Rows of a list that changes row by row: a view moves all rows for each stretch that comes or goes."""
_SPLICES, _SPLICES_OF_LONG = 60, 3


class Heading(StrEnum):
    """What stands over a section."""

    PENDING = "pending"
    OTHERS = "others"


class TransactionsModel(QAbstractTableModel):
    """Shows a list; whoever keeps it current hands in newer ones.

    Where rows are pending, a heading stands over them and another one over the rest.
    """

    about_to_change = Signal()
    """Rows will come, go or move, and those that stay are to stay where they are looked at."""
    changed = Signal()
    """They have."""
    loaded = Signal()
    """Another list is shown, or rows of it were loaded."""

    def __init__(self, rows: Rows, desk: EditDesk, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows, self._desk, self._reading = rows, desk, reading
        self.listed, self.order = Listed(), NEWEST_FIRST
        self.pending_total = Total()
        self.is_folded = False
        self._counted = 0
        self._window = (0, 0)
        rows.changed.connect(self._repaint)
        desk.painted.connect(rows.repaint)
        desk.saved.connect(rows.reload)

    # What is shown.

    def show_list(self, listed: Listed, order: Order) -> None:
        """Show another list from its beginning."""
        self.beginResetModel()
        self.listed, self.order = listed, order
        self._counted = len(listed.pending)
        self._window = (0, 0)
        self.endResetModel()
        self.loaded.emit()

    def take_in(self, listed: Listed, *, by_rows: bool = False) -> bool:
        """Show a newer state of the same list; rows that stay keep their place in the views.

        Args:
            by_rows: Somebody is typing into a row, which it is worth to wait a little for.

        Returns:
            Whether it could be shown row by row; if not, nothing is changed: `replace` shows it.
        """
        splices = differences(self.listed.others, listed.others)
        apart = differences(self.listed.pending, listed.pending)
        count, length = len(splices) + len(apart), max(len(listed), len(self.listed))
        if count > (_SPLICES if length <= _SHORT else _SPLICES_OF_LONG if by_rows else 0):
            return False
        self.about_to_change.emit()
        for splice in reversed(splices):
            self._splice_others(splice, listed.others)
        self._take_in_pending(apart, listed.pending)
        self.listed = listed
        self._count_pending()
        self.changed.emit()
        self.loaded.emit()
        return True

    def replace(self, listed: Listed) -> None:
        """Show a newer state of the same list anew; views find their rows again by `row_of_place`."""
        self.beginResetModel()
        self.listed = listed
        self._counted = len(listed.pending)
        self.endResetModel()
        self.loaded.emit()

    def show_pending_total(self, total: Total) -> None:
        """Say in the heading what is pending."""
        if total != self.pending_total:
            self.pending_total = total
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(0, len(Column) - 1))

    def fold(self, *, folded: bool) -> None:
        """Put the pending rows away under their heading, or show them."""
        count = len(self.listed.pending)
        if folded is self.is_folded:
            return
        if not count:
            self.is_folded = folded
        elif folded:
            self.beginRemoveRows(_ROOT, 1, count)
            self.is_folded = True
            self.endRemoveRows()
        else:
            self.beginInsertRows(_ROOT, 1, count)
            self.is_folded = False
            self.endInsertRows()
        self.loaded.emit()

    def day_changed(self) -> None:
        """Write the dates anew: what was today is yesterday now."""
        self._rows.forget_texts()
        first, last = self._window
        if last > first:
            self.dataChanged.emit(self.index(first, Column.DATE), self.index(last - 1, Column.DATE))

    def look(self, first: int, last: int, *, backwards: bool = False) -> None:
        """Say which rows are looked at, both ends included; those ahead of them are loaded too.

        Args:
            backwards: One goes towards the beginning of the list.
        """
        end = min(last + 1, self.rowCount())
        self._window = (first, end)
        length = max(1, end - first)
        ahead = range(max(0, first - length), first) if backwards else range(end, end + length)
        behind = range(end, end + length // 2) if backwards else range(max(0, first - length // 2), first)
        self._rows.want(list(self._ids((*range(first, end), *ahead, *behind))))

    # Rows by number.

    def heading(self, row: int) -> Heading | None:
        """Tell which heading a row is, if any."""
        if not self.listed.pending:
            return None
        if row == 0:
            return Heading.PENDING
        return Heading.OTHERS if row == self.first_other - 1 else None

    def heading_text(self, row: int) -> str:
        """Write a heading."""
        is_pending = self.heading(row) is Heading.PENDING
        return heading_text(self._counted, self.pending_total if is_pending else None, self._reading)

    def place_at(self, row: int) -> int | None:
        """Give the place of a row in its list; None of a heading."""
        first = self.first_other
        if row >= first:
            at = row - first
            return self.listed.others[at] if at < len(self.listed.others) else None
        at = row - 1
        return self.listed.pending[at] if 0 <= at < len(self.listed.pending) and row < first - 1 else None

    def id_at(self, row: int) -> TransactionId | None:
        """Give the id of a row; None of a heading."""
        place = self.place_at(row)
        return None if place is None else row_at(place)

    def ids(self, ranges: Sequence[tuple[int, int]]) -> list[TransactionId]:
        """Name the rows of some stretches, both ends included; headings are left out."""
        return list(self._ids(row for first, last in ranges for row in range(first, last + 1)))

    def row_of_place(self, place: int) -> int:
        """Find a row by its place; -1 where it is not listed."""
        at = _find(self.listed.others, place, self.order)
        if at >= 0:
            return self.first_other + at
        at = -1 if self.is_folded else _find(self.listed.pending, place, self.order)
        return at + 1 if at >= 0 else -1

    def row_of(self, transaction: Transaction) -> int:
        """Find a row as it is in the ledger; -1 where it is not listed."""
        return self.row_of_place(place_of(transaction, self.order))

    def transaction(self, index: AnyIndex) -> Transaction | None:
        """Give the transaction of a row as it is shown; None while it is not loaded, and of a heading."""
        row = self._row(index.row())
        return None if row is None else row.shown

    def cell(self, row: int, column: int) -> tuple[Transaction | None, str]:
        """Give a row's transaction and what one of its cells shows, without a detour through Qt."""
        found = self._row(row)
        return (None, "") if found is None else (found.shown, self._shown_text(found, column))

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the rows, headings included."""
        return 0 if parent.isValid() else self.first_other + len(self.listed.others)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings can be gone to and not selected; payee, category, note and tags can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self.heading(index.row()) is not None:
            return flags
        flags |= Qt.ItemFlag.ItemIsSelectable
        can_be_typed = index.column() in FIELDS and self._row(index.row()) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if can_be_typed else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            can_be_changed = translate("Transactions", "Double-click a cell or press F2 to change it")
            return can_be_changed if section in FIELDS else titles()[section]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Give what a cell shows; texts are made once and kept."""
        if not index.isValid():
            return None
        row, column = self._row(index.row()), index.column()
        if row is None:
            return self._data_of_none(index.row(), column, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                value: object = self._shown_text(row, column)
            case Qt.ItemDataRole.EditRole:
                value = typed_text(row.shown, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                value = alignment_of(column)
            case Qt.ItemDataRole.ToolTipRole:
                value = hover_text(row.shown, column, self._reading)
            case Qt.ItemDataRole.AccessibleTextRole:
                value = spoken_cell(row.shown, column, self._reading)
            case _:
                value = row.shown if role == VALUE_ROLE else None
        return value

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Paint what the user typed and have it saved; what did not change asks for nothing."""
        row, column = self._row(index.row()) if index.isValid() else None, index.column()
        if role != Qt.ItemDataRole.EditRole or column not in FIELDS or row is None:
            return False
        text = str(value).strip()
        if text == typed_text(row.shown, column):
            return False
        self._desk.apply([row.shown.id], edit_of(Column(column), text))
        return True

    # Inside.

    @property
    def first_other(self) -> int:
        """The row of the first that is not pending."""
        count = len(self.listed.pending)
        return 0 if not count else 2 if self.is_folded else count + 2

    def _row(self, number: int) -> Row | None:
        found = self.id_at(number)
        return None if found is None else self._rows.get(found)

    def _ids(self, rows: Any) -> Iterator[TransactionId]:  # noqa: ANN401 - an iterable of numbers
        for row in rows:
            if (found := self.id_at(row)) is not None:
                yield found

    def _shown_text(self, row: Row, column: int) -> str:
        if column not in row.texts:
            row.texts[column] = cell_text(row.shown, column, self._reading)
        return row.texts[column]

    def _data_of_none(self, row: int, column: int, role: int) -> object:
        is_heading = self.heading(row) is not None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.heading_text(row) if is_heading else translate("Transactions", "Loading")
        if role == Qt.ItemDataRole.DisplayRole and is_heading and column == 0:
            return self.heading_text(row)
        return alignment_of(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _repaint(self, ids: frozenset[TransactionId]) -> None:
        rows = [row for row in range(*self._window) if self.id_at(row) in ids]
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], len(Column) - 1))
        self.loaded.emit()

    def _splice_others(self, splice: Splice, new: "array[int]") -> None:
        first = self.first_other + splice.first
        others = self.listed.others
        if splice.removed:
            self.beginRemoveRows(_ROOT, first, first + splice.removed - 1)
            others = others[: splice.first] + others[splice.first + splice.removed :]
            self.listed = replace(self.listed, others=others)
            self.endRemoveRows()
        if splice.inserted:
            self.beginInsertRows(_ROOT, first, first + splice.inserted - 1)
            come = new[splice.begin : splice.begin + splice.inserted]
            others = others[: splice.first] + come + others[splice.first :]
            self.listed = replace(self.listed, others=others)
            self.endInsertRows()

    def _take_in_pending(self, splices: tuple[Splice, ...], new: "array[int]") -> None:
        """Change the section of pending rows; it comes and goes with its headings."""
        had, has = len(self.listed.pending), len(new)
        if not splices:
            return
        if had and has and not self.is_folded:
            for splice in reversed(splices):
                self._splice_pending(splice, new)
        elif had and has:
            self.listed = replace(self.listed, pending=new)
        elif had:
            self.beginRemoveRows(_ROOT, 0, self.first_other - 1)
            self.listed = replace(self.listed, pending=new)
            self.endRemoveRows()
        else:
            self._counted = has
            self.beginInsertRows(_ROOT, 0, 1 if self.is_folded else has + 1)
            self.listed = replace(self.listed, pending=new)
            self.endInsertRows()

    def _count_pending(self) -> None:
        """Count them in their heading, once all of them are there."""
        if self._counted != len(self.listed.pending):
            self._counted = len(self.listed.pending)
            if self._counted:
                self.dataChanged.emit(self.index(0, 0), self.index(0, len(Column) - 1))

    def _splice_pending(self, splice: Splice, new: "array[int]") -> None:
        first, pending = splice.first + 1, self.listed.pending
        if splice.inserted:  # before anything goes: without rows there would be no headings
            self.beginInsertRows(_ROOT, first, first + splice.inserted - 1)
            come = new[splice.begin : splice.begin + splice.inserted]
            pending = pending[: splice.first] + come + pending[splice.first :]
            self.listed = replace(self.listed, pending=pending)
            self.endInsertRows()
        if splice.removed:
            first, begin = first + splice.inserted, splice.first + splice.inserted
            self.beginRemoveRows(_ROOT, first, first + splice.removed - 1)
            pending = pending[:begin] + pending[begin + splice.removed :]
            self.listed = replace(self.listed, pending=pending)
            self.endRemoveRows()


def edit_of(column: Column, text: str) -> Edit:
    """Make an edit of what was typed into a cell; nothing at all takes the user's word back."""
    if column is Column.TAGS:
        return Edit(tags=tuple(tag.strip() for tag in text.split(",") if tag.strip()))
    return Edit.of_text(FIELDS[column], text or None)


def place_of(transaction: Transaction, order: Order) -> int:
    """Tell where a row stands in lists of an order."""
    by_day = order.key is SortKey.DATE
    return (first_place(transaction.transacted_on) if by_day else 0) | transaction.id


def _find(places: "array[int]", place: int, order: Order) -> int:
    if order.key is not SortKey.DATE:
        return places.index(place) if place in places else -1
    at = bisect_left(places, -place, key=neg) if order.descending else bisect_left(places, place)
    return at if at < len(places) and places[at] == place else -1
