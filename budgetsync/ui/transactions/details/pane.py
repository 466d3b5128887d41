"""Everything about the row that is chosen, beside the table: read, understood, changed."""

import asyncio
from enum import IntEnum
from functools import cached_property

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.details import Details
from budgetsync.domain.errors import UsageError
from budgetsync.domain.events import ChangeSet
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.empty import EmptyNote
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.head import DetailsHead
from budgetsync.ui.transactions.details.history_tab import HistoryTab
from budgetsync.ui.transactions.details.row_tab import RowTab
from budgetsync.ui.transactions.details.several import SeveralPart
from budgetsync.ui.transactions.details.sources_tab import SourcesTab
from budgetsync.ui.transactions.details.tab import SETTLES_MS, Column
from budgetsync.ui.transactions.edit_desk import EditDesk
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.selection import NOTHING, Selection
from budgetsync.ui.undo import UndoStack
from budgetsync.ui.widgets import order_tabs

translate = QCoreApplication.translate

_LINES, _FEWEST_LINES = 13, 9
"""Lines of text that there is room for at first, and however low the window."""


class Tab(IntEnum):
    """The tabs, in order."""

    ROW = 0
    SOURCES = 1
    HISTORY = 2


class DetailsPane(QFrame):
    """Shows at once what the table knows of a row, and the rest as soon as it is loaded.

    A pane that is not seen loads nothing. What is being typed stays, whatever a sync changes meanwhile.
    """

    transaction_requested = Signal(object)
    """The TransactionId of another row that is to be seen."""
    run_requested = Signal(object)
    """The RunId of a sync that is to be seen under Activity."""
    left = Signal()
    """Escape was pressed where nothing was being typed: back to where one came from."""
    shown = Signal()
    """Something else is shown than before."""

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        desk: EditDesk,
        undo: UndoStack,
        icons: Icons,
        reading: Reading,
    ) -> None:
        super().__init__()
        self._core, self._bridge, self._desk, self._reading = core, bridge, desk, reading
        self._icons = icons
        self._deeds = Deeds(core, desk, undo)
        self._selection = NOTHING
        self._details: Details | None = None
        self._loaded_by = 0
        self._loading: asyncio.Task[None] | None = None
        self._is_stale = False
        self._empty = EmptyNote(icons, "rows", Tone.QUIET)
        self._head = DetailsHead(icons, reading.locale)
        self.tabs = QTabBar()
        self._tabs: dict[Tab, QWidget] = {}
        self._stack = QStackedWidget()
        self._outer = QStackedWidget()
        self._settling = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._arrange()
        self._settling.timeout.connect(self._load)
        self.tabs.currentChanged.connect(self._show_tab)
        desk.painted.connect(self._repaint)
        desk.saved.connect(self._hear_saved)
        bridge.ledger_changed.connect(self._hear_change)
        self.show_selection(NOTHING)

    @property
    def wanted_height(self) -> int:
        """What it is to have below the table until somebody gives it less."""
        return _LINES * self.fontMetrics().height()

    @property
    def row(self) -> Transaction | None:
        """The row that is shown, with the edits that are not saved yet; None where there is not exactly one."""
        wanted, current = wanted_of(self._selection), self._selection.current
        if wanted is None:
            return None
        if self._details is not None and self._details.row.id == wanted:
            return self._desk.overlay.over(self._details.row, self._loaded_by)
        return current if current is not None and current.id == wanted else None

    @property
    def details(self) -> Details | None:
        """All that is loaded of the row that is shown; None while it is not."""
        wanted = wanted_of(self._selection)
        return self._details if self._details is not None and self._details.row.id == wanted else None

    def show_selection(self, selection: Selection) -> None:
        """Show what is selected."""
        before, self._selection = self._selection, selection
        wanted = wanted_of(selection)
        if wanted is None:
            self.commit()
            self._show_none(selection)
            return
        if wanted != wanted_of(before):
            self._request()
        self._repaint((wanted,))

    def commit(self) -> None:
        """Save what is being typed."""
        built = self._tabs.get(Tab.ROW)
        if isinstance(built, RowTab):
            built.fields.commit()

    def day_changed(self) -> None:
        """Another day has begun: what was today is yesterday."""
        row = self.row
        if row is not None:
            self._repaint((row.id,))

    def focus_first(self) -> None:
        """Give the first field of the tab that is shown the keyboard."""
        current = self._stack.currentWidget()
        if isinstance(current, RowTab):
            current.fields.payee.setFocus()
        elif isinstance(current, HistoryTab):
            current.entries.setFocus()
        else:
            self.tabs.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what came while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._request()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is being typed, and load nothing more."""
        super().hideEvent(event)
        self._settling.stop()
        self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        self.setAccessibleName(translate("Details", "Details"))
        self.setMinimumHeight(_FEWEST_LINES * self.fontMetrics().height())
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(translate("Details", "Parts of the details"))
        words = (
            translate("Details", "Row"),
            translate("Details", "Sources"),
            translate("Details", "History"),
        )
        for word in words:
            self.tabs.addTab(word)
        one = QWidget()
        column = QVBoxLayout(one)
        column.setContentsMargins(0, GRID + 4, 0, 0)
        column.setSpacing(GRID)
        for widget in (self._head, self.tabs):
            around = QVBoxLayout()
            around.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
            around.addWidget(widget)
            column.addLayout(around)
        column.addWidget(self._stack, 1)
        self._outer.addWidget(self._empty)
        self._outer.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._outer)

    def _show_none(self, selection: Selection) -> None:
        self._settling.stop()
        if selection.count > 1:
            self._outer.setCurrentWidget(self.several)
            self.several.show_selection(selection)
            self.shown.emit()
            return
        self._empty.say(
            translate("Details", "No row is chosen"),
            translate("Details", "Choose one to see where it comes from, and to change it."),
        )
        self._outer.setCurrentIndex(0)
        self.shown.emit()

    def _request(self) -> None:
        """Load soon, unless other news come before."""
        self._is_stale = True
        if self.isVisible() and wanted_of(self._selection) is not None:
            self._settling.start()

    def _load(self) -> None:
        wanted = wanted_of(self._selection)
        if wanted is None:
            return
        self._is_stale = False
        if self._loading is not None:
            self._loading.cancel()
        self._loading = self._bridge.spawn(self._load_details(wanted))

    async def _load_details(self, number: TransactionId) -> None:
        load = self._desk.overlay.begin_load()
        try:
            details = await self._core.details(number)
        except UsageError:  # the row is gone, and the table will choose another one
            return
        self._details, self._loaded_by = details, load
        self._repaint((number,))
        built = self._tabs.get(Tab.ROW)
        if isinstance(built, RowTab):
            built.offer(await self._core.vocabulary())

    def _repaint(self, ids: tuple[TransactionId, ...]) -> None:
        row = self.row
        if row is None or row.id not in ids:
            return
        self._outer.setCurrentIndex(1)
        self._head.show_row(row, self._reading.today())
        self._show_tab()
        self.shown.emit()

    def _show_tab(self) -> None:
        row, today, details = self.row, self._reading.today(), self.details
        if row is None:
            return
        tab = self.tab(Tab(self.tabs.currentIndex()))
        if isinstance(tab, RowTab):
            tab.show_row(row, details, today)
        elif details is not None and isinstance(tab, SourcesTab):
            tab.show_details(details, today)
        elif details is not None and isinstance(tab, HistoryTab):
            tab.show_details(details, self._core.now())
        self._stack.setCurrentWidget(tab)
        if isinstance(tab, Column):
            tab.order(self.tabs)
        elif isinstance(tab, HistoryTab):
            order_tabs((self.tabs, *tab.stops))

    @cached_property
    def several(self) -> SeveralPart:
        """What is shown of several rows; built when it is first needed."""
        made = SeveralPart(self._core, self._bridge, self._deeds, self._icons, self._reading)
        made.filled.connect(self.shown)
        self._outer.addWidget(made)
        return made

    def tab(self, name: Tab) -> QWidget:
        """Give a tab; it is built when it is first seen."""
        if name not in self._tabs:
            self._tabs[name] = self._built(name)
            self._stack.addWidget(self._tabs[name])
        return self._tabs[name]

    def _built(self, name: Tab) -> QWidget:
        match name:
            case Tab.ROW:
                row = RowTab(self._core, self._bridge, self._deeds, self._icons, self._reading)
                row.transaction_requested.connect(self.transaction_requested)
                return row
            case Tab.SOURCES:
                sources = SourcesTab(self._core, self._bridge, self._deeds, self._reading.locale)
                sources.run_requested.connect(self.run_requested)
                return sources
            case _:
                history = HistoryTab(self._deeds, self._icons, self._reading.locale)
                history.run_requested.connect(self.run_requested)
                return history

    def _hear_saved(self, ids: tuple[TransactionId, ...]) -> None:
        if wanted_of(self._selection) in ids:
            self._request()

    def _hear_change(self, change: ChangeSet) -> None:
        if self._selection.count > 1:
            self._show_none(self._selection)
            return
        concerned = {wanted_of(self._selection)}
        if self.details is not None:
            concerned.add(self.details.row.transfer)
            for one in self.details.suggestions:
                concerned |= {one.first.id, one.second.id}
        if not change.complete or not concerned.isdisjoint(change.transactions):
            self._request()


def wanted_of(selection: Selection) -> TransactionId | None:
    """Tell which row is to be shown: the only one that is selected, wherever the keyboard is, loaded or not."""
    if selection.count > 1:
        return None
    if len(selection.ids) == 1:
        return selection.ids[0]
    return None if selection.current is None else selection.current.id
