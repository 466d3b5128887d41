"""What became of a row: every change with who made it and when; a command is undone here, a sync looked up."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetsync.domain.details import Details
from budgetsync.domain.history import HistoryEntry
from budgetsync.ui.formats import exact, local_today, relative
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text
from budgetsync.ui.problems.entries import Entry
from budgetsync.ui.problems.entry_list import EntryList
from budgetsync.ui.problems.model import EntriesModel
from budgetsync.ui.sheet_parts import paragraph
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.tab import flowing
from budgetsync.ui.transactions.details.words import entry_words, who_word
from budgetsync.ui.widgets import button, hairline

translate = QCoreApplication.translate

_LOW = 18  # lines of text


@dataclass(frozen=True, slots=True)
class _Step:
    """One change, by its number from the beginning of the row."""

    number: int
    entry: HistoryEntry


class HistoryTab(QWidget):
    """Newest first. The buttons are about the change that is chosen."""

    run_requested = Signal(object)
    """A RunId."""

    def __init__(self, deeds: Deeds, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._deeds, self._locale = deeds, locale
        self._details: Details | None = None
        self._now: datetime | None = None
        self.model: EntriesModel[_Step] = EntriesModel(
            lambda step: step.number, self._describe, lambda entry: f"{entry.title}, {self._below(entry)}"
        )
        self.entries = EntryList(
            self.model, (icons, self._below), translate("Details", "History of the row"), uniform=True
        )
        self._said = paragraph()
        self._said.setProperty("tone", Tone.QUIET.value)
        self.undo_button = button("", "")
        self.run_button = button(
            translate("Details", "Show this sync"), translate("Details", "Show this sync under Activity")
        )
        self.entries.setMinimumHeight(2 * self.fontMetrics().height())
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID + 4)
        below.setSpacing(GRID)
        below.addWidget(self._said)
        below.addWidget(flowing(self.undo_button, self.run_button))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.entries, 1)
        layout.addWidget(hairline())
        layout.addWidget(foot)
        self.undo_button.clicked.connect(self._undo)
        self.run_button.clicked.connect(self._show_run)
        self.entries.chosen.connect(lambda _entry: self._show_chosen())
        self.entries.entered.connect(self._enter)
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the list and the buttons have it."""
        super().resizeEvent(event)
        self._said.setVisible(event.size().height() >= _LOW * self.fontMetrics().height())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        return self.entries, self.undo_button, self.run_button

    def show_details(self, details: Details, now: datetime) -> None:
        """Show the history of a row."""
        other = self._details is None or self._details.row.id != details.row.id
        self._details, self._now = details, now
        steps = [_Step(number, entry) for number, entry in enumerate(details.history.entries)]
        if other:
            self.model.load([])
        self.model.load(steps[::-1])
        self.entries.refresh_times()
        self._show_chosen()

    @property
    def chosen(self) -> HistoryEntry | None:
        """The change that is chosen."""
        index = self.entries.currentIndex()
        return self.model.values[index.row()].entry if index.isValid() else None

    def _describe(self, step: _Step) -> Entry:
        assert self._details is not None
        assert self._now is not None
        entry = step.entry
        icon = "account" if entry.command_id is not None else "syncing"
        return Entry(
            f"change:{step.number}",
            "new" if entry.field == "created" else icon,
            Tone.BUSY if entry.command_id is not None and not entry.undone else Tone.QUIET,
            entry_words(entry, self._details.row, local_today(self._now), self._locale),
            who_word(entry, self._details),
            entry.at,
            translate("Details", "undone") if entry.undone else "",
            subject=entry,
        )

    def _below(self, entry: Entry) -> str:
        age = "" if entry.at is None or self._now is None else relative(entry.at, self._now, self._locale)
        return " · ".join(part for part in (entry.where, entry.mark, age) if part)

    def _show_chosen(self) -> None:
        entry = self.chosen
        command = entry is not None and entry.command_id is not None
        self.undo_button.setEnabled(True)
        self.undo_button.setVisible(command and entry is not None and not entry.undone)
        self.run_button.setVisible(entry is not None and entry.run_id is not None)
        if entry is None:
            self._said.setText("")
            return
        assert self._details is not None
        assert self._now is not None
        words = entry_words(entry, self._details.row, local_today(self._now), self._locale)
        self._said.setText(f"{words}\n{exact(entry.at, self._locale)}")
        if command:
            word = translate("Details", "Undo this")
            self.undo_button.setText(word)
            self.undo_button.setAccessibleName(f"{word}: {engine_text(entry.description)}")

    def _undo(self) -> None:
        entry = self.chosen
        if entry is not None and entry.command_id is not None and not entry.undone:
            self.undo_button.setEnabled(False)  # until the history says so
            self._deeds.take_back(entry.command_id)

    def _show_run(self) -> None:
        entry = self.chosen
        if entry is not None and entry.run_id is not None:
            self.run_requested.emit(entry.run_id)

    def _enter(self) -> None:
        for made in (self.undo_button, self.run_button):
            if not made.isHidden() and made.isEnabled():
                made.setFocus()
                return
