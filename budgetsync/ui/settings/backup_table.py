"""The list of backups."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from budgetsync.domain.backups import Backup, BackupKind, Soundness
from budgetsync.ui.formats import day, exact, file_size, local_today

translate = QCoreApplication.translate
_SEEN = 7
_EMPTY = 2
_SIZE = 2  # its column
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class BackupTable(QTableWidget):
    """When, why, how large, and what a look into it found. One row can be chosen, by keyboard too."""

    def __init__(self, locale: QLocale, now: Callable[[], datetime]) -> None:
        super().__init__(0, 4)
        self._locale, self._now = locale, now
        self._backups: list[Backup] = []
        self.setHorizontalHeaderLabels(
            [
                translate("Settings", "Day"),
                translate("Settings", "Why"),
                translate("Settings", "Size"),
                translate("Settings", "Condition"),
            ]
        )
        self.setAccessibleName(translate("Settings", "Backups, newest first"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        size = self.horizontalHeaderItem(_SIZE)
        assert size is not None
        size.setTextAlignment(_TRAILING)

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen."""
        rows = self.selectionModel().selectedRows()
        return self._backups[rows[0].row()] if rows else None

    def cell(self, row: int, column: int) -> str:
        """The text of a cell."""
        item = self.item(row, column)
        return item.text() if item is not None else ""

    def show_backups(self, found: Sequence[Backup]) -> None:
        """Show another list; what was chosen stays so, and what a look found stays known."""
        before, chosen = {each.name: each for each in self._backups}, self.chosen
        looked = [
            before[each.name]
            if each.soundness is None and each.name in before and before[each.name].size == each.size
            else each
            for each in found
        ]
        if looked == self._backups:
            return
        self._backups = looked
        self.setRowCount(len(looked))
        for row, backup in enumerate(looked):
            self._show_row(row, backup)
            if chosen is not None and backup.name == chosen.name:
                self.selectRow(row)
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the newest where nothing is chosen yet, so that the arrow keys have somewhere to begin."""
        super().focusInEvent(event)
        if self.chosen is None and self._backups:
            self.selectRow(0)

    def sizeHint(self) -> QSize:
        """Be as high as the rows, up to a week of them."""
        rows = min(max(self.rowCount(), _EMPTY), _SEEN)
        height = (
            self.verticalHeader().defaultSectionSize() * rows + self.horizontalHeader().sizeHint().height()
        )
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """Do not shrink below that."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _show_row(self, row: int, backup: Backup) -> None:
        now = self._now()
        texts = (
            day_words(backup, now, self._locale),
            _kind_words(backup.kind),
            file_size(backup.size, self._locale),
            _soundness_words(backup.soundness),
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(f"{backup.name}\n{exact(backup.made_at, self._locale)}")
            if column == _SIZE:
                item.setTextAlignment(_TRAILING)
            self.setItem(row, column, item)


def day_words(backup: Backup, now: datetime, locale: QLocale) -> str:
    """Say of which day a backup is."""
    return day(backup.day, local_today(now), locale)


def _kind_words(kind: BackupKind) -> str:
    words = {
        BackupKind.DAILY: translate("Settings", "each day"),
        BackupKind.BY_HAND: translate("Settings", "by hand"),
        BackupKind.BEFORE_SCHEMA: translate("Settings", "before an update"),
    }
    return words[kind]


def _soundness_words(soundness: Soundness | None) -> str:
    if soundness is None:
        return translate("Settings", "not looked into")
    words = {
        Soundness.GOOD: translate("Settings", "good"),
        Soundness.CHANGED: translate("Settings", "changed since"),
        Soundness.DAMAGED: translate("Settings", "damaged"),
        Soundness.FOREIGN: translate("Settings", "not of this ledger"),
    }
    return words[soundness]
