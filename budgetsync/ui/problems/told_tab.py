"""What was told before: when, whether it was read, whether it is solved."""

from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QShowEvent

from budgetsync.core import Core
from budgetsync.domain.notices import NoticeEntry
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Refresher
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.empty import EmptyNote
from budgetsync.ui.problems.entries import Entry, notice_entry
from budgetsync.ui.problems.entry_list import EntryList
from budgetsync.ui.problems.model import EntriesModel
from budgetsync.ui.problems.need_sheets import notice_sheet
from budgetsync.ui.problems.sheets import Reading, translate
from budgetsync.ui.problems.tabs import ProblemsTab
from budgetsync.ui.problems.words import below_title, spoken
from budgetsync.ui.status import Tone

_MOST = 1_000


class ToldTab(ProblemsTab):
    """Loaded while it is seen."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, read: Callable[[], Reading]) -> None:
        self._core, self._bridge, self._read = core, bridge, read
        self._fresh: frozenset[int] = frozenset()
        self._refresher = Refresher(bridge, self._load)
        self.model: EntriesModel[NoticeEntry] = EntriesModel(
            lambda entry: entry.id,
            lambda entry: notice_entry(entry, read().now, fresh=entry.id in self._fresh),
            lambda entry: spoken(entry, read().now, read().locale),
        )

        def below(entry: Entry) -> str:
            return below_title(entry, read().now, read().locale)

        entries = EntryList(
            self.model, (icons, below), translate("Problems", "What was told before"), uniform=True
        )
        empty = EmptyNote(icons, "notice", Tone.QUIET)
        empty.say(
            translate("Problems", "Nothing was told so far"),
            translate("Problems", "What needs your attention is told once, and kept here for half a year."),
        )
        super().__init__(entries, empty, icons)
        entries.chosen.connect(self._show)
        bridge.notices_changed.connect(self._note)

    def showEvent(self, event: QShowEvent) -> None:
        """Load what was told."""
        super().showEvent(event)
        self._refresher.request()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is new any more."""
        super().hideEvent(event)
        self._fresh = frozenset()

    def _note(self) -> None:
        if self.isVisible():
            self._refresher.request()

    async def _load(self) -> None:
        entries = await self._core.notices.entries(_MOST)
        unread = frozenset(entry.id for entry in entries if entry.memory.read_at is None) - self._fresh
        if self.isVisible() and unread:
            self._fresh |= unread
            self._bridge.spawn(self._core.notices.mark_read(unread))
        self.model.load(entries)
        self.show_filled(filled=bool(entries))

    def _show(self, entry: Entry | None) -> None:
        subject = None if entry is None else entry.subject
        if entry is None or not isinstance(subject, NoticeEntry):
            self.details.show_sheet(None)
        else:
            self.details.show_sheet(notice_sheet(entry, subject, self._read()))
