"""What is open now."""

from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QShowEvent

from budgetsync.core import Core
from budgetsync.domain.errors import Trouble
from budgetsync.domain.problems import OpenNeed, Problems
from budgetsync.domain.review import Suggestion
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import exact, relative
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.empty import EmptyNote
from budgetsync.ui.problems.entries import Difference, Entry, Question, Removals, open_entries
from budgetsync.ui.problems.entry_list import EntryList
from budgetsync.ui.problems.model import EntriesModel
from budgetsync.ui.problems.need_sheets import drift_sheet, held_sheet, need_sheet, remark_sheet
from budgetsync.ui.problems.question_sheets import question_sheet, suggestion_sheet
from budgetsync.ui.problems.sheets import Reading, Sheet, translate
from budgetsync.ui.problems.tabs import ProblemsTab
from budgetsync.ui.problems.watch import ProblemsWatch
from budgetsync.ui.problems.words import below_title, spoken
from budgetsync.ui.status import Tone


class OpenTab(ProblemsTab):
    """Follows the watch. What is seen here counts as read, and is marked as new until one leaves."""

    def __init__(
        self, core: Core, bridge: Bridge, watch: ProblemsWatch, icons: Icons, read: Callable[[], Reading]
    ) -> None:
        self._core, self._bridge, self._watch, self._read = core, bridge, watch, read
        self._fresh: frozenset[int] = frozenset()
        self.model: EntriesModel[Entry] = EntriesModel(
            lambda entry: entry.key,
            lambda entry: entry,
            lambda entry: spoken(entry, read().now, read().locale),
        )

        def below(entry: Entry) -> str:
            return below_title(entry, read().now, read().locale)

        entries = EntryList(self.model, (icons, below), translate("Problems", "Open problems"), uniform=False)
        super().__init__(entries, EmptyNote(icons, "ok", Tone.OK), icons)
        entries.chosen.connect(self._show)
        watch.loaded.connect(self._load)
        self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """What is seen is read."""
        super().showEvent(event)
        self._load()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is new any more."""
        super().hideEvent(event)
        self._fresh = frozenset()

    def refresh_times(self) -> None:
        """Write ages anew, and when it was last looked."""
        super().refresh_times()
        problems, reading = self._watch.problems, self._read()
        if problems is not None:
            ago = relative(problems.at, reading.now, reading.locale)
            self.empty.say(
                translate("Problems", "Nothing needs your attention"),
                translate("Problems", "Last looked {when}").format(when=ago),
                exact(problems.at, reading.locale),
            )

    def _load(self) -> None:
        problems = self._watch.problems
        if problems is None:
            self.empty.say(translate("Problems", "Looking"), "")
            return
        if self.isVisible():
            self._mark_read(problems)
        self.model.load(open_entries(problems, self._fresh))
        self.show_filled(filled=bool(self.model.rowCount()))
        self.refresh_times()

    def _mark_read(self, problems: Problems) -> None:
        unread = [
            need.entry.id
            for need in problems.needs
            if need.entry is not None
            and need.entry.memory.read_at is None
            and need.entry.id not in self._fresh
        ]
        if unread:
            self._fresh |= frozenset(unread)
            self._bridge.spawn(self._core.notices.mark_read(unread))

    def _show(self, entry: Entry | None) -> None:
        self.details.show_sheet(None if entry is None else self._sheet(entry))

    def _sheet(self, entry: Entry) -> Sheet | None:
        reading, problems = self._read(), self._watch.problems
        sheet: Sheet | None = None
        match entry.subject:
            case OpenNeed() as need if problems is not None:
                sheet = need_sheet(entry, need, problems.letters, reading)
            case Removals() as removals:
                sheet = held_sheet(entry, removals, reading)
            case Difference() as difference:
                sheet = drift_sheet(entry, difference, reading)
            case Suggestion() as suggestion:
                sheet = suggestion_sheet(entry, suggestion, reading)
            case Question() as question:
                sheet = question_sheet(entry, question, reading)
            case Trouble() as trouble:
                sheet = remark_sheet(entry, trouble, reading)
        return sheet
