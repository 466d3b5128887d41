"""The Problems page: what is open, what is kept aside, what was told before."""

from datetime import datetime, timedelta
from enum import IntEnum
from functools import cached_property, partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from budgetsync import __version__
from budgetsync.core import Core
from budgetsync.domain.dead_letter import LetterLine
from budgetsync.domain.notices import NoticeAction, NoticeEntry
from budgetsync.domain.problems import OpenNeed
from budgetsync.domain.review import Suggestion
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.desk import Outcome, ProblemsDesk, WayBack
from budgetsync.ui.problems.entries import Difference, Entry, Removals, Subject
from budgetsync.ui.problems.letters_tab import LettersTab
from budgetsync.ui.problems.open_tab import OpenTab
from budgetsync.ui.problems.outcome_bar import OutcomeBar
from budgetsync.ui.problems.sheets import Act, Deed, Reading, translate
from budgetsync.ui.problems.tabs import ProblemsTab
from budgetsync.ui.problems.told_tab import ToldTab
from budgetsync.ui.problems.watch import ProblemsWatch
from budgetsync.ui.problems.words import summary
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import ElidedLabel

_TICK_MS = 15_000
_MORNING = 8
_HOUR = timedelta(hours=1)
TTab = TypeVar("TTab", bound=ProblemsTab)


class Tab(IntEnum):
    """The tabs, in order."""

    OPEN = 0
    LETTERS = 1
    TOLD = 2


class NoticeActions(Protocol):
    """Does what a notice offers: the window's matter."""

    def carry_out(self, action: NoticeAction) -> None:
        """Do it."""
        ...


class ProblemsPage(QWidget):
    """Three lists with their details; everything is said and undone in place.

    Args:
        actions: What is not this page's own matter, such as signing in again.
        watch: What is open, where it is watched already; else the page watches by itself.
    """

    count_changed = Signal(int)
    """The number of things that are wrong and want a person."""

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        actions: NoticeActions,
        icons: Icons,
        locale: QLocale,
        watch: ProblemsWatch | None = None,
    ) -> None:
        super().__init__()
        self._core, self._bridge, self._actions, self._locale = core, bridge, actions, locale
        self._desk = ProblemsDesk(core, locale)
        self.watch = watch or ProblemsWatch(core, bridge)
        self.tabs = QTabBar()
        self.outcome = OutcomeBar(icons)
        self._icons = icons
        self._built: dict[Tab, ProblemsTab] = {}
        self._stack = QStackedWidget()
        self._title = ElidedLabel()
        self._summary = ElidedLabel(tone=Tone.QUIET)
        self._arrange()
        self._connect()
        self._show_summary()

    @cached_property
    def open(self) -> OpenTab:
        """What is open now. As the other tabs, it is built when it is first seen or asked for."""
        return self._keep(Tab.OPEN, OpenTab(self._core, self._bridge, self.watch, self._icons, self._read))

    @cached_property
    def letters(self) -> LettersTab:
        """What is kept aside."""
        made = LettersTab(self._core, self._bridge, self.watch, self._desk, self._icons, self._read)
        made.told.connect(self._tell)
        made.failed.connect(self.outcome.tell_trouble)
        return self._keep(Tab.LETTERS, made)

    @cached_property
    def told(self) -> ToldTab:
        """What was told before."""
        return self._keep(Tab.TOLD, ToldTab(self._core, self._bridge, self._icons, self._read))

    def show_letters(self) -> None:
        """Show what is kept aside."""
        self.tabs.setCurrentIndex(Tab.LETTERS)

    def show_open(self, subject: Subject) -> None:
        """Show something that was told, as it is now."""
        told = entry_of(subject)
        if told is not None and self.open.entries.choose_key(told.notice.cause):
            self.tabs.setCurrentIndex(Tab.OPEN)
            self.open.entries.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew; the frame is seen before what is in it is built."""
        super().showEvent(event)
        self._ticker.start()
        self.watch.refresh()
        QTimer.singleShot(0, self, self._show_first)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard on, to the list or to the tabs where there is none to be seen.

        A focus proxy would do so too, and keep the Tab key from what stands before the list.
        """
        super().focusInEvent(event)
        built = self._built.get(Tab(self.tabs.currentIndex()))
        to = self.tabs if built is None or not built.entries.isVisible() else built.entries
        to.setFocus(event.reason())

    def hideEvent(self, event: QHideEvent) -> None:
        """What was seen is no news any more the next time."""
        super().hideEvent(event)
        self._ticker.stop()
        self.outcome.hide()

    def _arrange(self) -> None:
        self.setAccessibleName(translate("Problems", "Problems"))
        self._title.setText(translate("Problems", "Problems"))
        self._title.setFont(font_of(self, 1.4, strong=True))
        self._summary.setFont(font_of(self))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(translate("Problems", "Parts of this page"))
        for _ in Tab:
            self.tabs.addTab("")
        head = QHBoxLayout()
        head.setSpacing(2 * GRID)
        head.addWidget(self._title)
        head.addWidget(self._summary, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.tabs)
        layout.addWidget(self.outcome)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.watch.loaded.connect(self._show_summary)
        self.watch.count_changed.connect(self.count_changed)
        self.tabs.currentChanged.connect(self._show_tab)
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._ticker.timeout.connect(self._tick)

    def _keep(self, name: Tab, tab: TTab) -> TTab:
        tab.details.acted.connect(self._act)
        tab.entries.copied.connect(self._copy)
        self._built[name] = tab
        self._stack.addWidget(tab)
        return tab

    def _show_first(self) -> None:
        """Show the tab that is chosen, with the keyboard in its list if the page was given it meanwhile."""
        self._show_tab()
        if self.tabs.hasFocus():
            self.setFocus()

    def _show_tab(self) -> None:
        self._stack.setCurrentWidget(self._current)

    def _read(self) -> Reading:
        return Reading(self._locale, self._core.now(), __version__)

    def _show_summary(self) -> None:
        problems = self.watch.problems
        if problems is None:
            self._summary.show_text(translate("Problems", "Looking"))
        else:
            self._summary.show_text(summary(problems, self._locale))
        waiting = 0 if problems is None else problems.count + problems.questions
        aside = 0 if problems is None else problems.letters.waiting
        names = (
            (translate("Problems", "Open"), waiting),
            (translate("Problems", "Kept aside"), aside),
            (translate("Problems", "Told before"), 0),
        )
        for at, (name, count) in enumerate(names):
            text = f"{name}  {self._locale.toString(count)}" if count else name
            if self.tabs.tabText(at) != text:
                self.tabs.setTabText(at, text)

    def _tick(self) -> None:
        for tab in self._built.values():
            tab.refresh_times()

    @property
    def _current(self) -> ProblemsTab:
        match Tab(self.tabs.currentIndex()):
            case Tab.OPEN:
                return self.open
            case Tab.LETTERS:
                return self.letters
            case _:
                return self.told

    def _act(self, act: Act) -> None:
        entry = self._current.entries.entry
        if entry is None or entry.subject is None:
            return
        match act.deed:
            case Deed.OFFER:
                if act.action is not None:
                    self._actions.carry_out(act.action)
            case Deed.COPY:
                self._copy()
            case Deed.SHOW_LETTERS:
                self.letters.filter.show_all_of(act.item_id)
                self.show_letters()
            case Deed.SHOW_OPEN:
                self.show_open(entry.subject)
            case Deed.SNOOZE:
                self._ask_until(act, entry)
            case _:
                subject = self.open.suggestions if isinstance(entry.subject, Suggestion) else entry.subject
                self._bridge.spawn(
                    self._carry_out(act.deed, subject), on_error=self.outcome.tell_trouble, finish=True
                )

    async def _carry_out(self, deed: Deed, subject: Subject | list[Suggestion]) -> None:
        if isinstance(subject, list):
            self._tell(await self._desk.answer(deed, subject))
            self._look_again(None)
            return
        self._tell(await self._desk.carry_out(deed, subject))
        self._look_again(subject)

    async def _go_back(self, back: WayBack) -> None:
        self._tell(await self._desk.go_back(back))
        self._look_again(None)

    def _look_again(self, subject: Subject | None) -> None:
        """Show at once what became of it, before the core's events come."""
        self.watch.refresh()
        if subject is None or isinstance(subject, LetterLine):
            self.letters.refresh()

    def _tell(self, outcome: Outcome) -> None:
        back = outcome.back
        if back is None:
            self.outcome.tell(outcome.text, went_well=outcome.went_well)
            return

        def go_back() -> None:
            self._bridge.spawn(self._go_back(back), on_error=self.outcome.tell_trouble, finish=True)

        self.outcome.tell(outcome.text, back.word, go_back)

    def _copy(self) -> None:
        sheet = self._current.details.sheet
        if sheet is not None and sheet.copied:
            QGuiApplication.clipboard().setText(sheet.copied)
            self.outcome.tell(translate("Problems", "The details were copied, without secrets."))

    def _ask_until(self, act: Act, entry: Entry) -> None:
        told = entry_of(entry.subject)
        if told is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = self._core.now()
        morning = (now.astimezone() + timedelta(days=1)).replace(
            hour=_MORNING, minute=0, second=0, microsecond=0
        )
        for text, until in (
            (translate("Problems", "In an hour"), now + _HOUR),
            (translate("Problems", "Tomorrow morning"), morning),
        ):
            menu.addAction(text, partial(self._snooze, told, until))
        button = self._current.details.button_of(act)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _snooze(self, told: NoticeEntry, until: datetime) -> None:
        self._bridge.spawn(self._save_snooze(told.id, until), on_error=self.outcome.tell_trouble, finish=True)

    async def _save_snooze(self, number: int, until: datetime) -> None:
        await self._desk.snooze(number, until)
        self.outcome.tell(translate("Problems", "You are told again then, if it is still so."))
        self.watch.refresh()


def entry_of(subject: Subject | None) -> NoticeEntry | None:
    """Give what was told of a subject, where it was."""
    if isinstance(subject, NoticeEntry):
        return subject
    if isinstance(subject, Removals | Difference):
        return subject.need.entry
    return subject.entry if isinstance(subject, OpenNeed) else None
