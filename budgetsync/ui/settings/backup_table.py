"""The list of backups."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from budgetsync.domain.backups import Backup, BackupKind, Soundness
from budgetsync.ui.formats import day, exact, file_size, local_today
from budgetsync.ui.settings.small_table import SmallTable

translate = QCoreApplication.translate
_SEEN = 7  # a week of them
_EMPTY = 2
_SIZE = 2  # its column
_TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


class BackupTable(SmallTable):
    """When, why, how large, and what a look into it found. One row can be chosen, by keyboard too."""

    def __init__(self, locale: QLocale, now: Callable[[], datetime]) -> None:
        headings = (
            translate("Settings", "Day"),
            translate("Settings", "Why"),
            translate("Settings", "Size"),
            translate("Settings", "Condition"),
        )
        name = translate("Settings", "Backups, newest first")
        super().__init__(locale, name, headings, least=_EMPTY, seen=_SEEN)
        self._now = now
        self._backups: list[Backup] = []
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        size = self.horizontalHeaderItem(_SIZE)
        assert size is not None
        size.setTextAlignment(_TRAILING)

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen."""
        rows = self.selectionModel().selectedRows()
        return self._backups[rows[0].row()] if rows else None

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
