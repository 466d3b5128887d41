"""Lines of the log as a table: the newest at its foot, the oldest let go of."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTime,
)
from PySide6.QtGui import QColor, QPalette

from budgetsync.domain.log_line import Level, LogLine
from budgetsync.ui.colours import colours_of
from budgetsync.ui.problems.sheets import translate
from budgetsync.ui.status import Tone
from budgetsync.ui.widgets import tone_colour

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
TIME, LEVEL, PART, MESSAGE = range(4)
MOST = 2_000
_TONES = {Level.INFO: Tone.QUIET, Level.WARNING: Tone.WARNING, Level.ERROR: Tone.ERROR}


def level_word(level: Level) -> str:
    """Name how much a line matters."""
    words = {
        Level.INFO: translate("Log", "Note"),
        Level.WARNING: translate("Log", "Warning"),
        Level.ERROR: translate("Log", "Error"),
    }
    return words[level]


class LogModel(QAbstractTableModel):
    """What has come and fits; a line that fits not is kept, and seen when the filter is another one."""

    def __init__(self, locale: QLocale, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._all: list[LogLine] = []
        self._shown: list[LogLine] = []
        self._least = Level.INFO
        self._words: tuple[str, ...] = ()
        self._palette = QPalette()

    @property
    def lines(self) -> Sequence[LogLine]:
        """What is shown."""
        return self._shown

    @property
    def last(self) -> int:
        """Number of the newest line that has come."""
        return self._all[-1].number if self._all else 0

    def dress(self, palette: QPalette) -> None:
        """Take over colours."""
        self._palette = palette

    def add(self, lines: Sequence[LogLine]) -> None:
        """Take lines in that have come."""
        if not lines:
            return
        self._all += lines
        del self._all[:-MOST]
        fitting = [line for line in lines if self._fits(line)]
        if fitting:
            self.beginInsertRows(_ROOT, len(self._shown), len(self._shown) + len(fitting) - 1)
            self._shown += fitting
            self.endInsertRows()
        over = len(self._shown) - MOST
        if over > 0:
            self.beginRemoveRows(_ROOT, 0, over - 1)
            del self._shown[:over]
            self.endRemoveRows()

    def narrow(self, least: Level, text: str) -> None:
        """Show lines of a level and above that have every word."""
        self._least, self._words = least, tuple(text.casefold().split())
        self.beginResetModel()
        self._shown = [line for line in self._all if self._fits(line)]
        self.endResetModel()

    def _fits(self, line: LogLine) -> bool:
        if line.level < self._least:
            return False
        text = str(line).casefold() if self._words else ""
        return all(word in text for word in self._words)

    # What Qt asks.

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Time, level, part and message."""
        return 0 if parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("Log", "Time"),
            translate("Log", "Level"),
            translate("Log", "Part"),
            translate("Log", "What happened"),
        )[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Write a cell."""
        line = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(line, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return line.trace or line.message
            case Qt.ItemDataRole.ForegroundRole if index.column() != MESSAGE:
                return QColor(tone_colour(colours_of(self._palette), _TONES[line.level]))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(self._text(line, column) for column in range(4))
            case _:
                return None

    def _text(self, line: LogLine, column: int) -> str:
        match column:
            case 0:
                at = line.at.astimezone()
                return QTime(at.hour, at.minute, at.second, at.microsecond // 1_000).toString("HH:mm:ss.zzz")
            case 1:
                return level_word(line.level)
            case 2:
                return line.part
            case _:
                first, _, rest = line.message.partition("\n")
                text = f"{first} …" if rest else first
                return f"{text}  ({line.belongs})" if line.belongs else text
