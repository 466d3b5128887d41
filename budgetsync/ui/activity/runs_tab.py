"""Every sync there was, newest first, with what came of each."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QHideEvent, QShowEvent

from budgetsync.core import Core
from budgetsync.core_activity import PAGE
from budgetsync.domain.activity import RunDetails, RunFilter, RunLine
from budgetsync.domain.ids import RunId
from budgetsync.ui.activity.paging import PagedList
from budgetsync.ui.activity.run_filter import RunFilterBar
from budgetsync.ui.activity.sheets import run_sheet
from budgetsync.ui.activity.words import run_status, trigger_words
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Refresher
from budgetsync.ui.formats import relative
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.empty import EmptyNote
from budgetsync.ui.problems.entries import Entry
from budgetsync.ui.problems.entry_list import EntryList
from budgetsync.ui.problems.model import EntriesModel
from budgetsync.ui.problems.sheets import Reading, translate
from budgetsync.ui.problems.tabs import ProblemsTab
from budgetsync.ui.problems.words import spoken
from budgetsync.ui.status import Tone

_LEAP = 2_000
"""Syncs of a page while one that lies far back is looked for."""


class RunsTab(ProblemsTab):
    """Loaded while it is seen, a page at a time."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, read: Callable[[], Reading]) -> None:
        self._core, self._read = core, read
        self._details: RunDetails | None = None
        self._wanted: RunId | None = None
        self.filter = RunFilterBar(icons)
        self.model: EntriesModel[RunLine] = EntriesModel(
            lambda line: line.run.id, self._entry, lambda entry: spoken(entry, read().now, read().locale)
        )

        def below(entry: Entry) -> str:
            """Where, when and why, in this order: what is cut off first matters least."""
            age = "" if entry.at is None else relative(entry.at, read().now, read().locale)
            return " · ".join(part for part in (entry.where, age, entry.mark) if part)

        entries = EntryList(
            self.model, (icons, below), translate("Activity", "Syncs, newest first"), uniform=True
        )
        super().__init__(entries, EmptyNote(icons, "activity", Tone.QUIET), icons, self.filter)
        self.pages: PagedList[RunLine] = PagedList(
            bridge, self.model, entries, lambda line: line.run.id, self._load
        )
        self._looking = Refresher(bridge, self._load_details)
        self.pages.loaded.connect(self._show)
        entries.chosen.connect(self._choose)
        self.filter.changed.connect(self.pages.restart)
        for signal in (bridge.runs_finished, bridge.items_changed, bridge.ledger_changed):
            signal.connect(lambda _news: self._note())

    @property
    def details_shown(self) -> RunDetails | None:
        """What is known of the sync that is chosen."""
        return self._details

    def show_run(self, run_id: RunId) -> None:
        """Choose a sync, however far back it lies."""
        self._wanted = run_id
        if self.filter.wanted != RunFilter():
            self.filter.show_all()
            self.pages.restart()
        elif self.model.row_of(run_id) >= 0 or not self.pages.is_looking:
            self._reach()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what there is."""
        super().showEvent(event)
        self.pages.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look for nothing any more."""
        super().hideEvent(event)
        self._wanted = None

    def _note(self) -> None:
        if self.isVisible():
            self.pages.refresh()
            self._looking.request()

    async def _load(self, before: int | None) -> tuple[Sequence[RunLine], int | None, int]:
        if before is None:
            self.filter.show_banks((await self._core.activity_narrowing()).banks)
        limit = PAGE if self._wanted is None else _LEAP
        page = await self._core.runs(
            self.filter.wanted, limit, before=None if before is None else RunId(before)
        )
        return page.lines, page.following, page.newest

    def _entry(self, line: RunLine) -> Entry:
        status = run_status(line, self._read().locale)
        mark = trigger_words(line.run.trigger)
        if line.undone_by is not None:
            mark = translate("Activity", "Undone")
        return Entry(
            f"run:{line.run.id}",
            status.icon,
            status.tone,
            status.word,
            line.bank,
            line.run.started_at,
            mark,
            subject=line,
        )

    def _show(self) -> None:
        filled = self.model.rowCount() > 0
        if not filled and self.pages.is_looking:
            return
        if not filled:
            self._say_empty()
        self.show_filled(filled=filled)
        self._reach()

    def _reach(self) -> None:
        """Choose the sync that is wanted, or look further back for it."""
        if self._wanted is None:
            return
        last = self.model.values[-1].run.id if self.model.values else self._wanted
        if last <= self._wanted and self.entries.choose_key(self._wanted):
            self._wanted = None
            self.entries.setFocus()
        elif self.pages.is_complete:
            self._wanted = None
        else:
            self.pages.more()

    def _say_empty(self) -> None:
        if self.filter.wanted == RunFilter():
            self.empty.say(
                translate("Activity", "No sync so far"),
                translate("Activity", "Connect a bank: every sync of it is kept here, with what it changed."),
            )
        else:
            self.empty.say(
                translate("Activity", "No sync fits"), translate("Activity", "Change what is shown.")
            )

    def _choose(self, entry: Entry | None) -> None:
        if entry is None:
            self._details = None
            self.details.show_sheet(None)
        else:
            self._looking.request()

    async def _load_details(self) -> None:
        entry = self.entries.entry
        if entry is None or not isinstance(entry.subject, RunLine):
            return
        details = await self._core.run_details(entry.subject.run.id)
        still = self.entries.entry
        if still is not None and still.key == entry.key:
            self._details = details
            self.details.show_sheet(run_sheet(still, details, self._read()))
