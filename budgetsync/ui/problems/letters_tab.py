"""What was kept aside: up to ten thousand lines, one of them with its details."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from budgetsync.core import Core
from budgetsync.domain.dead_letter import LetterLine
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Refresher
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.desk import ProblemsDesk
from budgetsync.ui.problems.empty import EmptyNote
from budgetsync.ui.problems.entries import Entry, letter_entry
from budgetsync.ui.problems.entry_list import EntryList
from budgetsync.ui.problems.letter_filter import LetterFilterBar
from budgetsync.ui.problems.letter_sheets import letter_sheet
from budgetsync.ui.problems.model import EntriesModel
from budgetsync.ui.problems.pace import PacedRefresher
from budgetsync.ui.problems.sheets import Reading, translate
from budgetsync.ui.problems.tabs import ProblemsTab
from budgetsync.ui.problems.watch import ProblemsWatch
from budgetsync.ui.problems.words import below_title, spoken
from budgetsync.ui.status import Tone


class LettersTab(ProblemsTab):
    """Loaded while it is seen. The details are those of the letter that is chosen when their load ends."""

    told = Signal(object)
    """An Outcome."""
    failed = Signal(object)
    """A Trouble."""

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        watch: ProblemsWatch,
        desk: ProblemsDesk,
        icons: Icons,
        read: Callable[[], Reading],
    ) -> None:
        self._core, self._bridge, self._watch, self._desk, self._read = core, bridge, watch, desk, read
        self._retrying: asyncio.Task[None] | None = None
        self._looking = Refresher(bridge, self._load_letter)
        self.filter = LetterFilterBar(icons, read().locale)
        self.model: EntriesModel[LetterLine] = EntriesModel(
            lambda line: line.id, letter_entry, lambda entry: spoken(entry, read().now, read().locale)
        )

        def below(entry: Entry) -> str:
            return below_title(entry, read().now, read().locale)

        entries = EntryList(
            self.model, (icons, below), translate("Letters", "What was kept aside"), uniform=True
        )
        super().__init__(entries, EmptyNote(icons, "ok", Tone.OK), icons, self.filter)
        self._refresher = PacedRefresher(bridge, self._load, self)
        entries.chosen.connect(self._choose)
        self.filter.changed.connect(self.refresh)
        self.filter.retry_requested.connect(self._retry_all)
        self.filter.cancel_requested.connect(self._stop)
        bridge.letters_changed.connect(self._note)
        bridge.runs_finished.connect(self._note)
        watch.loaded.connect(self._show_banks)

    def showEvent(self, event: QShowEvent) -> None:
        """Load what there is."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Load anew now, if it is seen."""
        if self.isVisible():
            self._refresher.refresh()

    @property
    def is_retrying(self) -> bool:
        """Whether all of them are being tried again."""
        return self._retrying is not None

    def _note(self) -> None:
        if self.isVisible():
            self._refresher.note()

    def _show_banks(self) -> None:
        if self._watch.problems is not None:
            self.filter.show_banks(self._watch.problems.banks)

    async def _load(self) -> None:
        lines, of = await self._core.letters.lines(self.filter.wanted)
        self.model.load(lines)
        if not self.is_retrying:
            self.filter.show_count(len(lines), of)
        if not lines:
            self._say_empty()
        self.show_filled(filled=bool(lines))

    def _say_empty(self) -> None:
        if self.filter.is_narrowed:
            self.empty.say(
                translate("Letters", "Nothing fits"),
                translate("Letters", "Change what is searched for or shown."),
            )
        else:
            self.empty.say(
                translate("Letters", "Nothing is kept aside"),
                translate("Letters", "A row that cannot be read is kept here, so that nothing is lost."),
            )

    def _choose(self, entry: Entry | None) -> None:
        if entry is None:
            self.details.show_sheet(None)
        else:
            self._looking.request()

    async def _load_letter(self) -> None:
        entry = self.entries.entry
        if entry is None or not isinstance(entry.subject, LetterLine):
            return
        letter = await self._core.letters.get(entry.subject.id)
        still = self.entries.entry
        if still is not None and still.key == entry.key:
            self.details.show_sheet(letter_sheet(still, letter, self._read()))

    def _retry_all(self) -> None:
        if self._retrying is None:
            self.filter.show_progress(0, self.model.rowCount())
            self._retrying = self._bridge.spawn(self._try_again(), on_error=self.failed.emit)
            self._retrying.add_done_callback(self._retried)

    def _stop(self) -> None:
        if self._retrying is not None:
            self._retrying.cancel()
            self._end_retrying()

    async def _try_again(self) -> None:
        self.told.emit(await self._desk.retry_all(self.filter.wanted, self.filter.show_progress))

    def _retried(self, task: asyncio.Task[None]) -> None:
        if task is self._retrying and not task.cancelled():  # else it was stopped, or the window closes
            self._end_retrying()

    def _end_retrying(self) -> None:
        self._retrying = None
        self.filter.show_progress(0, 0)
        self.refresh()
        self._watch.refresh()
