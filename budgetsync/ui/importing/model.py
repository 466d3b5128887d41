"""The entries of a statement as rows of a table, with what a person chose instead of what was planned."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from budgetsync.domain.importing import Choice, PlannedEntry, Verdict
from budgetsync.ui.formats import calendar_day, money
from budgetsync.ui.importing.words import verdict_tone, verdict_word
from budgetsync.ui.status import Tone

translate = QCoreApplication.translate
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What is told of an entry."""

    DATE = 0
    NAME = 1
    OUTCOME = 2
    AMOUNT = 3


class EntriesModel(QAbstractTableModel):
    """Cells are written when they are asked for, so that 100,000 entries cost nothing until they are seen."""

    def __init__(self, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self._entries: Sequence[PlannedEntry] = ()
        self._choices: dict[int, Choice] = {}
        self._shown: Sequence[int] = ()
        self._wanted: Verdict | None = None
        self._colours: dict[Tone, QColor] = {}

    def show_entries(self, entries: Sequence[PlannedEntry], choices: dict[int, Choice]) -> None:
        """Show other entries.

        Args:
            choices: What was chosen, by place; kept up to date here.
        """
        self.beginResetModel()
        self._entries, self._choices = entries, choices
        self._shown = self._chosen_places()
        self.endResetModel()

    def show_only(self, verdict: Verdict | None) -> None:
        """Show the entries of which this becomes, or all."""
        self.beginResetModel()
        self._wanted = verdict
        self._shown = self._chosen_places()
        self.endResetModel()

    def dress(self, colours: dict[Tone, QColor]) -> None:
        """Take over the colours of what becomes of entries."""
        self._colours = colours

    def entry(self, row: int) -> PlannedEntry | None:
        """Give the entry of a row."""
        return self._entries[self._shown[row]] if 0 <= row < len(self._shown) else None

    def verdict(self, place: int) -> Verdict:
        """Tell what becomes of an entry, as it was planned or chosen."""
        choice = self._choices.get(place)
        return self._entries[place].verdict if choice is None else choice.verdict

    def choose(self, rows: Iterable[int], choice: Choice | None) -> None:
        """Have something else done with entries; None for what was planned. What the source told before stays."""
        for row in rows:
            entry = self._entries[self._shown[row]]
            if entry.verdict is Verdict.KNOWN:
                continue
            if choice is None or choice.verdict is entry.verdict:
                self._choices.pop(entry.place, None)
            else:
                self._choices[entry.place] = (
                    Choice(Verdict.MATCHED, entry.row) if choice.verdict is Verdict.MATCHED else choice
                )
            self.dataChanged.emit(self.index(row, 0), self.index(row, Column.AMOUNT))

    def _chosen_places(self) -> Sequence[int]:
        if self._wanted is None:
            return range(len(self._entries))
        return [place for place in range(len(self._entries)) if self.verdict(place) is self._wanted]

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count rows."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("Import", "Date"),
            translate("Import", "Name and text"),
            translate("Import", "Outcome"),
            translate("Import", "Amount"),
        )[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Write a cell."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._text(entry, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == Column.OUTCOME:
            return self._colours.get(verdict_tone(self.verdict(entry.place)))
        return None

    def _text(self, entry: PlannedEntry, column: int) -> str:
        if column == Column.DATE:
            return calendar_day(entry.transacted_on, self._locale)
        if column == Column.NAME:
            return " · ".join(dict.fromkeys(text for text in (entry.payee, entry.description) if text))
        if column == Column.AMOUNT:
            return money(entry.amount, self._locale)
        word = verdict_word(self.verdict(entry.place))
        if entry.place in self._choices:
            return translate("Import", "{word}, chosen by you").format(word=word)
        return word


def _side(column: int) -> int:
    ends = Qt.AlignmentFlag.AlignRight if column == Column.AMOUNT else Qt.AlignmentFlag.AlignLeft
    return int(ends | Qt.AlignmentFlag.AlignVCenter)
