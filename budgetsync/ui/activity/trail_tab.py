"""Every change of every row, newest first: who, when, what it was and what it is."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QShowEvent

from budgetsync.core import Core
from budgetsync.domain.activity import AuditEntry, AuditFilter, Who
from budgetsync.ui.activity.change_words import ChangeWriter
from budgetsync.ui.activity.paging import PagedList
from budgetsync.ui.activity.sheets import change_sheet
from budgetsync.ui.activity.trail_filter import TrailFilterBar
from budgetsync.ui.activity.words import who_words
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import local_today
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.empty import EmptyNote
from budgetsync.ui.problems.entries import Entry
from budgetsync.ui.problems.entry_list import EntryList
from budgetsync.ui.problems.model import EntriesModel
from budgetsync.ui.problems.sheets import Reading, translate
from budgetsync.ui.problems.tabs import ProblemsTab
from budgetsync.ui.problems.words import below_title, spoken
from budgetsync.ui.status import Tone

_ICONS = {Who.YOU: "person", Who.BANK: "depository", Who.PROGRAM: "match"}


class TrailTab(ProblemsTab):
    """Loaded while it is seen, a page at a time; a million changes cost no more than those that are looked at."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, read: Callable[[], Reading]) -> None:
        self._core, self._read = core, read
        self.filter = TrailFilterBar(icons, lambda: read().now)
        self.model: EntriesModel[AuditEntry] = EntriesModel(
            lambda change: change.id, self._entry, lambda entry: spoken(entry, read().now, read().locale)
        )

        def below(entry: Entry) -> str:
            return below_title(entry, read().now, read().locale)

        entries = EntryList(
            self.model, (icons, below), translate("Activity", "Changes, newest first"), uniform=True
        )
        super().__init__(entries, EmptyNote(icons, "rows", Tone.QUIET), icons, self.filter)
        self.pages: PagedList[AuditEntry] = PagedList(
            bridge, self.model, entries, lambda change: change.id, self._load
        )
        self.pages.loaded.connect(self._show)
        entries.chosen.connect(self._choose)
        self.filter.changed.connect(self._restart)
        bridge.ledger_changed.connect(lambda _change: self._note())

    def show_within(self, wanted: AuditFilter) -> None:
        """Show what another page, or another tab, asks for."""
        self.filter.show_within(wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Load what there is."""
        super().showEvent(event)
        self.pages.refresh()

    def _note(self) -> None:
        if self.isVisible():
            self.pages.refresh()

    def _restart(self) -> None:
        self.entries.scrollToTop()
        self.pages.restart()

    async def _load(self, before: int | None) -> tuple[Sequence[AuditEntry], int | None, int]:
        wanted = self.filter.wanted
        if before is None:
            self.filter.show_narrowing(await self._core.activity_narrowing())
        page = await self._core.audit(wanted, before=before)
        return page.entries, page.following, page.newest

    def _entry(self, change: AuditEntry) -> Entry:
        read = self._read()
        writer = ChangeWriter(read.locale, local_today(read.now))
        mark = who_words(change.who)
        if change.undone_by is not None and change.who is not Who.BANK:
            mark = translate("Activity", "{who}, undone").format(who=mark)
        return Entry(
            f"change:{change.id}",
            _ICONS[change.who],
            Tone.BUSY if change.who is Who.YOU else Tone.QUIET,
            writer.title(change),
            writer.row(change),
            change.at,
            mark,
            subject=change,
        )

    def _show(self) -> None:
        filled = self.model.rowCount() > 0
        if not filled:
            self._say_empty()
        self.show_filled(filled=filled)

    def _say_empty(self) -> None:
        if self.pages.is_looking:
            self.empty.say(translate("Activity", "Looking further back"), "")
        elif self.filter.is_narrowed:
            self.empty.say(
                translate("Activity", "No change fits"),
                translate("Activity", "Change what is searched for or shown."),
            )
        else:
            self.empty.say(
                translate("Activity", "Nothing was changed so far"),
                translate("Activity", "Every change of every transaction is kept here, with who made it."),
            )

    def _choose(self, entry: Entry | None) -> None:
        change = None if entry is None else entry.subject
        if entry is None or not isinstance(change, AuditEntry):
            self.details.show_sheet(None)
        else:
            self.details.show_sheet(change_sheet(entry, change, self._read()))
