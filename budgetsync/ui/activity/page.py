"""The Activity page: every sync, every change, and the program's log as it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from budgetsync import __version__
from budgetsync.core import Core
from budgetsync.domain.activity import AuditEntry, AuditFilter, RunDetails
from budgetsync.domain.ids import RunId
from budgetsync.domain.query import Kind, Numbered, Query
from budgetsync.ui.actions import Actions
from budgetsync.ui.activity.log_tab import LogTab, ReadLog
from budgetsync.ui.activity.runs_tab import RunsTab
from budgetsync.ui.activity.trail_tab import TrailTab
from budgetsync.ui.activity.words import undo_question
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.pages import Page, page_title
from budgetsync.ui.problems.outcome_bar import OutcomeBar
from budgetsync.ui.problems.sheets import Act, Deed, Reading, translate
from budgetsync.ui.problems.tabs import ProblemsTab
from budgetsync.ui.prompt import Prompt
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.undo import UndoStack
from budgetsync.ui.widgets import ElidedLabel

_TICK_MS = 15_000
TTab = TypeVar("TTab", bound=QWidget)
TList = TypeVar("TList", bound=ProblemsTab)


class Tab(IntEnum):
    """The tabs, in order."""

    RUNS = 0
    TRAIL = 1
    LOG = 2


@dataclass(frozen=True, slots=True)
class Tools:
    """What the page needs beside the core."""

    bridge: Bridge
    acts: Actions
    undo: UndoStack
    icons: Icons
    locale: QLocale
    read_log: ReadLog


class ActivityPage(QWidget):
    """Three lists; what is done here is asked and told in place, and can be taken back."""

    def __init__(self, core: Core, tools: Tools) -> None:
        super().__init__()
        self._core, self._tools = core, tools
        self.tabs = QTabBar()
        self.prompt = Prompt(tools.icons)
        self.outcome = OutcomeBar(tools.icons)
        self._built: dict[Tab, QWidget] = {}
        self._stack = QStackedWidget()
        self._title = ElidedLabel()
        self._arrange()
        self.tabs.currentChanged.connect(lambda _tab: self._show_tab())
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._ticker.timeout.connect(self._tick)

    @cached_property
    def runs(self) -> RunsTab:
        """Every sync. As the other tabs, it is built when it is first seen or asked for."""
        made = RunsTab(self._core, self._tools.bridge, self._tools.icons, self._read)
        return self._keep_list(Tab.RUNS, made)

    @cached_property
    def trail(self) -> TrailTab:
        """Every change."""
        made = TrailTab(self._core, self._tools.bridge, self._tools.icons, self._read)
        return self._keep_list(Tab.TRAIL, made)

    @cached_property
    def log(self) -> LogTab:
        """What the program writes into its log."""
        tools = self._tools
        made = LogTab(tools.icons, tools.locale, tools.read_log)
        made.folder_requested.connect(tools.acts.folder_requested)
        return self._keep(Tab.LOG, made)

    def show_subject(self, subject: object) -> None:
        """Show a Tab, a sync by its number, or the changes that fit a filter."""
        if isinstance(subject, Tab):
            self.tabs.setCurrentIndex(subject)
        elif isinstance(subject, AuditFilter):
            self.trail.show_within(subject)
            self.tabs.setCurrentIndex(Tab.TRAIL)
        elif isinstance(subject, int):
            self.tabs.setCurrentIndex(Tab.RUNS)
            self.runs.show_run(RunId(subject))

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew; the frame is seen before what is in it is built."""
        super().showEvent(event)
        self._ticker.start()
        QTimer.singleShot(0, self, self._show_first)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was asked or told is over."""
        super().hideEvent(event)
        self._ticker.stop()
        self.prompt.hide()
        self.outcome.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard on, to the list or to the tabs where there is none to be seen."""
        super().focusInEvent(event)
        built = self._built.get(Tab(self.tabs.currentIndex()))
        to: QWidget = self.tabs
        if isinstance(built, ProblemsTab) and built.entries.isVisible():
            to = built.entries
        elif isinstance(built, LogTab):
            to = built.table
        to.setFocus(event.reason())

    def _arrange(self) -> None:
        self.setAccessibleName(page_title(Page.ACTIVITY))
        self._title.setText(page_title(Page.ACTIVITY))
        self._title.setFont(font_of(self, 1.4, strong=True))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(translate("Activity", "Parts of this page"))
        for name in (
            translate("Activity", "Syncs"),
            translate("Activity", "Changes"),
            translate("Activity", "Log"),
        ):
            self.tabs.addTab(name)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.tabs)
        layout.addWidget(self.prompt)
        layout.addWidget(self.outcome)
        layout.addWidget(self._stack, 1)

    def _keep(self, name: Tab, tab: TTab) -> TTab:
        self._built[name] = tab
        self._stack.addWidget(tab)
        return tab

    def _keep_list(self, name: Tab, tab: TList) -> TList:
        tab.details.acted.connect(self._act)
        tab.entries.copied.connect(self._copy)
        return self._keep(name, tab)

    def _show_first(self) -> None:
        self._show_tab()
        if self.tabs.hasFocus():
            self.setFocus()

    def _show_tab(self) -> None:
        shown: dict[Tab, Callable[[], QWidget]] = {
            Tab.RUNS: lambda: self.runs,
            Tab.TRAIL: lambda: self.trail,
            Tab.LOG: lambda: self.log,
        }
        self.prompt.hide()
        self._stack.setCurrentWidget(shown[Tab(self.tabs.currentIndex())]())

    def _read(self) -> Reading:
        return Reading(self._tools.locale, self._core.now(), __version__)

    def _tick(self) -> None:
        for tab in self._built.values():
            if isinstance(tab, ProblemsTab):
                tab.refresh_times()

    @property
    def _current(self) -> ProblemsTab:
        return self.runs if self.tabs.currentIndex() == Tab.RUNS else self.trail

    def _act(self, act: Act) -> None:
        """Do what a button says, to what the details show: another line may have been chosen meanwhile."""
        if act.deed is Deed.COPY:
            self._copy()
        elif self._current is self.runs:
            if self.runs.details_shown is not None:
                self._act_on_run(act.deed, self.runs.details_shown)
        elif (entry := self.trail.entries.entry) is not None and isinstance(entry.subject, AuditEntry):
            self._act_on_change(act.deed, entry.subject)

    def _act_on_run(self, deed: Deed, details: RunDetails) -> None:
        acts, line, undone_by = self._tools.acts, details.line, details.line.undone_by
        match deed:
            case Deed.SHOW_ROWS:
                acts.transactions_requested.emit(_query(Kind.RUN, line.run.id))
            case Deed.SHOW_CHANGES:
                self.show_subject(AuditFilter(run_id=line.run.id))
            case Deed.SHOW_LETTERS:
                acts.page_requested.emit(Page.PROBLEMS)
            case Deed.SYNC:
                acts.sync(line.run.item_id)
            case Deed.REDO if undone_by is not None:
                self._tools.undo.take_back(undone_by)
            case Deed.UNDO:
                self._ask_undo(details)
            case _:
                pass

    def _ask_undo(self, details: RunDetails) -> None:
        core, number = self._core, details.line.run.id
        self.prompt.ask(
            undo_question(details.decided, details.line.bank, self._tools.locale),
            translate("Activity", "Undo what it decided"),
            lambda: self._tools.undo.run(lambda: core.undo_run(number), on_error=self.outcome.tell_trouble),
        )

    def _act_on_change(self, deed: Deed, change: AuditEntry) -> None:
        undo, number = self._tools.undo, change.command_id
        match deed:
            case Deed.SHOW_ROWS:
                self._tools.acts.transactions_requested.emit(_query(Kind.ID, change.transaction_id))
            case Deed.SHOW_HISTORY:
                self.show_subject(AuditFilter(transaction_id=change.transaction_id))
            case Deed.SHOW_RUN if change.run_id is not None:
                self.show_subject(change.run_id)
            case Deed.SHOW_CHANGES if number is not None:
                self.show_subject(AuditFilter(command_id=number))
            case Deed.UNDO if number is not None:
                undo.take_back(number)
            case Deed.REDO if change.undone_by is not None:
                undo.take_back(change.undone_by)
            case _:
                pass

    def _copy(self) -> None:
        sheet = self._current.details.sheet
        if sheet is not None and sheet.copied:
            QGuiApplication.clipboard().setText(sheet.copied)
            self.outcome.tell(translate("Activity", "The details were copied, without secrets."))


def _query(kind: Kind, number: int) -> str:
    """Write the search for the rows of a run, or for one row."""
    return str(Query((Numbered(kind, number),)))
