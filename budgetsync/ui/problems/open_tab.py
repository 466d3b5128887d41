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
from budgetsync.ui.problems.question_sheets import (
    accept_key,
    question_sheet,
    reject_key,
    suggestion_sheet,
    suggestions_sheet,
)
from budgetsync.ui.problems.sheets import Deed, Reading, Sheet, translate
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

        entries = EntryList(
            self.model, (icons, below), translate("Problems", "Open problems"), uniform=False, several=True
        )
        super().__init__(entries, EmptyNote(icons, "ok", Tone.OK), icons)
        entries.chosen.connect(self._show)
        entries.typed.connect(self._answer)
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

    @property
    def suggestions(self) -> list[Suggestion]:
        """The suggestions that an answer is about: all that are chosen of the kind of the one that is shown."""
        entry = self.entries.entry
        shown = None if entry is None else entry.subject
        if not isinstance(shown, Suggestion):
            return []
        chosen = [one.subject for one in self.entries.entries if isinstance(one.subject, Suggestion)]
        same = [one for one in chosen if one.kind == shown.kind]
        return same if shown in same else [shown]

    def _show(self, entry: Entry | None) -> None:
        self.details.show_sheet(None if entry is None else self._sheet(entry))

    def _answer(self, key: str) -> None:
        """Answer a suggestion by one key."""
        deed = {accept_key(): Deed.ACCEPT, reject_key(): Deed.REJECT}.get(key)
        sheet = self.details.sheet
        for act in () if sheet is None else sheet.acts:
            if act.deed is deed:
                self.details.acted.emit(act)

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
                several = self.suggestions
                if len(several) > 1:
                    sheet = suggestions_sheet(entry, several, reading)
                else:
                    sheet = suggestion_sheet(entry, suggestion, reading)
            case Question() as question:
                sheet = question_sheet(entry, question, reading)
            case Trouble() as trouble:
                sheet = remark_sheet(entry, trouble, reading)
        return sheet
