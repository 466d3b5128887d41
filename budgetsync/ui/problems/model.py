"""The rows of a list on the Problems page, as a model: they change by key, in place."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from budgetsync.ui.models.rows import update_rows
from budgetsync.ui.problems.entries import Entry

T = TypeVar("T")
AnyIndex = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""Gives the Entry of a row."""
ROWS_AT_ONCE = 500
"""Where more rows than this are exchanged, the list is shown anew instead of row by row."""
_STRIDE = 256  # rows that are compared at once
_LONG = 40
"""Letters from which on a title may be cut off, so that hovering tells it in full."""
_ROOT = QModelIndex()
_GIVEN = frozenset(
    {
        ENTRY_ROLE,
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.ToolTipRole,
    }
)


class EntriesModel(QAbstractListModel, Generic[T]):
    """A list of values, each of which is put into words when it is first looked at.

    So ten thousand values cost as much as the few that are on the screen.

    Args:
        key: Names a value for as long as it is the same.
        describe: Puts a value into words.
        speak: Says an entry in one sentence, for those who listen.
    """

    about_to_load = Signal()
    loaded = Signal()

    def __init__(
        self,
        key: Callable[[T], Hashable],
        describe: Callable[[T], Entry],
        speak: Callable[[Entry], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._key, self._describe, self._speak = key, describe, speak
        self._values: list[T] = []
        self._rows: dict[Hashable, int] | None = None
        self._entries: dict[Hashable, Entry] = {}

    def load(self, wanted: Sequence[T]) -> None:
        """Show other values; a row that stays keeps its place in the views."""
        self.about_to_load.emit()
        self._entries.clear()
        self._rows = None
        first, last = self._differing(wanted)
        upto = len(wanted) - (len(self._values) - last)
        if min(last - first, upto - first) > ROWS_AT_ONCE:
            self.beginResetModel()
            self._values = list(wanted)
            self.endResetModel()
        elif first == last < upto:
            self.put_in(first, wanted[first:upto])
        elif first == upto < last:
            self.take_out(first, last - 1)
        elif first < last:
            update_rows(_Part(self, first, self._values[first:last]), wanted[first:upto], self._key)
        self.loaded.emit()

    def append(self, more: Sequence[T]) -> None:
        """Show more values behind those that are shown."""
        if more:
            self._rows = None
            self.put_in(len(self._values), more)

    def entry(self, index: AnyIndex) -> Entry | None:
        """Give the entry of a row."""
        if not index.isValid() or index.row() >= len(self._values):
            return None
        return self.entry_at(index.row())

    def entry_at(self, row: int) -> Entry:
        """Give the entry of a row by its number."""
        value = self._values[row]
        key = self._key(value)
        if key not in self._entries:
            self._entries[key] = self._describe(value)
        return self._entries[key]

    def row_of(self, key: Hashable) -> int:
        """Find a value by its key; -1 where it is not."""
        if self._rows is None:
            self._rows = {self._key(value): row for row, value in enumerate(self._values)}
        return self._rows.get(key, -1)

    def key_at(self, row: int) -> Hashable:
        """Give the key of a row."""
        return self._key(self._values[row])

    @property
    def values(self) -> Sequence[T]:
        """What is shown."""
        return self._values

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Give a row's entry, its title, or what is said of it."""
        if role not in _GIVEN:
            return None
        entry = self.entry(index)
        if entry is None or role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.title if len(entry.title) > _LONG else None
        return entry.title if role == Qt.ItemDataRole.DisplayRole else self._speak(entry)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        entry = self.entry(index)
        if entry is None or entry.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    # Rows, for update_rows.

    def take_out(self, first: int, last: int) -> None:
        """Take rows out, both ends included."""
        self.beginRemoveRows(_ROOT, first, last)
        del self._values[first : last + 1]
        self.endRemoveRows()

    def put_in(self, at: int, values: Sequence[T]) -> None:
        """Put rows in before a place."""
        self.beginInsertRows(_ROOT, at, at + len(values) - 1)
        self._values[at:at] = values
        self.endInsertRows()

    def put_instead(self, at: int, value: T) -> None:
        """Put a newer state of a value in its place."""
        self._values[at] = value
        self._entries.pop(self._key(value), None)
        self.dataChanged.emit(self.index(at), self.index(at))

    def _differing(self, wanted: Sequence[T]) -> tuple[int, int]:
        """Find the rows between the first and the last that differ: most loads change a few of many."""
        shown = self._values
        first, end = 0, min(len(shown), len(wanted))
        while first < end and shown[first : first + _STRIDE] == wanted[first : first + _STRIDE]:
            first += _STRIDE
        first = min(first, end)
        while first < end and shown[first] == wanted[first]:
            first += 1
        last, ahead = len(shown), len(wanted) - len(shown)
        while last - first > _STRIDE <= last + ahead - first:
            if shown[last - _STRIDE : last] != wanted[last + ahead - _STRIDE : last + ahead]:
                break
            last -= _STRIDE
        while last > first and last + ahead > first and shown[last - 1] == wanted[last + ahead - 1]:
            last -= 1
        return first, last


class _Part(Generic[T]):
    """Some rows of the model in a row, as the sink of update_rows."""

    def __init__(self, model: EntriesModel[T], first: int, values: list[T]) -> None:
        self._model, self._first, self._values = model, first, values

    def row_values(self) -> Sequence[T]:
        return self._values

    def remove_rows(self, first: int, last: int) -> None:
        del self._values[first : last + 1]
        self._model.take_out(self._first + first, self._first + last)

    def insert_rows(self, at: int, values: Sequence[T]) -> None:
        self._values[at:at] = values
        self._model.put_in(self._first + at, values)

    def replace_row(self, at: int, value: T) -> None:
        self._values[at] = value
        self._model.put_instead(self._first + at, value)
