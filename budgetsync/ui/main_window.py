"""The window: sidebar, pages, menus, status bar; what it remembers and how it ends."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import AccountId
from budgetsync.ui import preferences
from budgetsync.ui.about import AboutDialog
from budgetsync.ui.actions import Actions
from budgetsync.ui.banner import DemoBanner, DemoControls
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.browser import open_folder
from budgetsync.ui.connect.pages import ConnectPages
from budgetsync.ui.edit_menu import EditMenu
from budgetsync.ui.feed import Feed
from budgetsync.ui.formats import local_today, user_locale
from budgetsync.ui.garbage import GarbageCollector
from budgetsync.ui.icons import Icons
from budgetsync.ui.late_pages import ImportDoor, Tools, build_activity, build_insights, build_problems
from budgetsync.ui.memory import Memory
from budgetsync.ui.menus import Commands, build_menus
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.overview_page import OverviewPage
from budgetsync.ui.page_modules import load_pages
from budgetsync.ui.page_stack import PageStack
from budgetsync.ui.pages import Page
from budgetsync.ui.palette import Entry, Palette, entries_of
from budgetsync.ui.palette_entries import entries_of_activity, entries_of_connections, entries_of_insights
from budgetsync.ui.problems.watch import ProblemsWatch
from budgetsync.ui.prompt import Prompt
from budgetsync.ui.refreshing import Refreshing
from budgetsync.ui.reveal import FocusRevealer
from budgetsync.ui.settings.outside import Outside
from budgetsync.ui.shell import GEOMETRY
from budgetsync.ui.sidebar import Sidebar
from budgetsync.ui.status import is_busy
from budgetsync.ui.status_line import StatusLine
from budgetsync.ui.summary_bar import SummaryBar
from budgetsync.ui.sync_monitor import SyncMonitor
from budgetsync.ui.theme import GRID, Appearance, Theme
from budgetsync.ui.transactions.exporter import Exporter
from budgetsync.ui.transactions.search.news import NewsWatch
from budgetsync.ui.trouble_panel import TroublePanel
from budgetsync.ui.undo import UndoStack
from budgetsync.ui.undo_note import UndoNote
from budgetsync.ui.widgets import order_tabs

if TYPE_CHECKING:
    from budgetsync.ui.entries.desk import EntryDesk
    from budgetsync.ui.transactions.page import TransactionsPage

translate = QCoreApplication.translate
_SIZE = (1280, 820)
_SMALLEST = (520, 420)
_WORDS_FROM = 900
_TICK_MS = 15_000
_LOOK_AHEAD_MS = 2_500


class MainWindow(QMainWindow):
    """The main window of the program.

    Args:
        core: What it shows and commands.
        theme: How it is dressed.
        resources: The folder that has icons/.
        demo: Given where the bank is a demo bank.
        locale: Whose formats are used; the user's where none is given.
        outside: What the settings need of the program around the core.
    """

    closed = Signal()
    quit_requested = Signal()
    """The program is to end, whatever closing the window means."""
    restart_requested = Signal()
    """The window is to be closed and the program started again: another file takes the ledger's place, or new keys."""
    setup_requested = Signal()
    """The keys at the provider are to be entered anew, or another bank than the demo's is to be used."""

    def __init__(
        self,
        core: Core,
        *,
        theme: Theme,
        resources: Path,
        demo: DemoControls | None = None,
        locale: QLocale | None = None,
        outside: Outside = Outside(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__()
        self._outside = outside
        self._core, self._theme, self._demo, self._now = core, theme, demo, core.now
        self._locale = locale or user_locale()
        self._icons = Icons(resources / "icons")
        self._memory = Memory(core.data_folder)
        self._today = local_today(core.now())
        self.bridge = Bridge(core, self)
        self.connections = ConnectionsModel(self)
        self.feed = Feed(core, self.bridge, self.connections)
        self.acts = Actions(core, self.bridge, self.feed)
        self.undo = UndoStack(core, self.bridge)
        self.problems_watch = ProblemsWatch(core, self.bridge)
        self.news = NewsWatch(core, self.bridge)
        self._tools = Tools(core, self.bridge, self.acts, self._icons, self._locale)
        self._looked_at: Page | None = None
        self.summary = SummaryBar(self.connections, self._icons, self._locale, core.now)
        self.monitor = SyncMonitor(
            self.connections,
            self._icons,
            self._locale,
            core.now,
            actions=self.acts,
            environment=core.environment,
        )
        self.message = TroublePanel(self._icons, "BudgetSync", closable=True)
        self.message.hide()
        self.prompt = Prompt(self._icons)
        self.sidebar = Sidebar(self._icons)
        self.stack = PageStack(self._builders())
        self._refreshing = Refreshing(core, self.bridge, self.connections, self.prompt, self._locale)
        self._garbage = GarbageCollector(self, lambda: core.is_syncing)
        self.connecting = ConnectPages(core, self.bridge, self.acts, self._icons, self._locale, self._memory)
        self.importing = ImportDoor(self._tools, self.undo, self)
        self._palette: Palette | None = None
        self._has_closed = asyncio.Event()
        self._looks_ahead = False
        self.setWindowTitle("BudgetSync")
        self.setWindowIcon(QIcon(self._icons.file("budgetsync")))
        self.setMinimumSize(*_SMALLEST)
        self._arrange()
        self._connect()
        self._recall()
        self.feed.refresh()
        self.undo.refresh()
        self.status.refresh()

    @property
    def transactions(self) -> "TransactionsPage":
        """The Transactions page; it is built when it is first asked for."""
        from budgetsync.ui.transactions.page import TransactionsPage  # noqa: PLC0415 - loaded when it is first seen

        page = self.stack.page(Page.TRANSACTIONS)
        assert isinstance(page, TransactionsPage)
        return page

    def show_page(self, page: Page) -> None:
        """Let a page be seen."""
        self.stack.show_page(page)

    async def wait_closed(self) -> None:
        """Wait until the window was closed and what the user typed is saved."""
        await self._has_closed.wait()
        await self.bridge.close()

    def remember(self) -> None:
        """Save what is being typed, and sizes and places for the next time."""
        if self.stack.is_built(Page.TRANSACTIONS):
            self.transactions.commit()
            self.transactions.remember()
        self._memory.keep_shape(GEOMETRY, self.window().saveGeometry())
        self._memory.keep_word("page", self.stack.current)
        self._memory.save()
        if self.stack.current is Page.TRANSACTIONS and self.isVisible():
            self.news.mark_looked()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember everything, and say that the window is closed."""
        self.remember()
        self.undo.stop()
        event.accept()
        self._has_closed.set()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what the other pages are made of once the window is there, so that none has to be waited for."""
        super().showEvent(event)
        if not self._looks_ahead:
            self._looks_ahead = True
            QTimer.singleShot(_LOOK_AHEAD_MS, self, self._look_ahead)

    def changeEvent(self, event: QEvent) -> None:
        """Show in the menu whether the window fills the screen, whoever made it so."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.menus.full_screen.setChecked(self.isFullScreen())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sidebar's words out where there is little room."""
        super().resizeEvent(event)
        self.sidebar.be_narrow(narrow=event.size().width() < _WORDS_FROM)

    def _builders(self) -> dict[Page, Callable[[], QWidget]]:
        return {
            Page.OVERVIEW: lambda: OverviewPage(self.summary, self.monitor),
            Page.TRANSACTIONS: self._build_transactions,
            Page.INSIGHTS: lambda: build_insights(self._tools, self.connections, self._memory),
            Page.ACTIVITY: lambda: build_activity(self._tools, self.undo, self._outside.read_log),
            Page.PROBLEMS: lambda: build_problems(self._tools, self.problems_watch),
            Page.SETTINGS: self._build_settings,
        }

    def _look_ahead(self) -> None:
        if self._core.is_syncing:  # building a page takes twice as long then, and is felt
            QTimer.singleShot(_LOOK_AHEAD_MS, self, self._look_ahead)
        elif self.isVisible():  # in the tray it would only take room
            self.bridge.spawn(self._prepare_pages())

    async def _prepare_pages(self) -> None:
        """Load what pages are made of, and build the largest one before it is asked for."""
        await asyncio.to_thread(load_pages)
        self.stack.page(Page.TRANSACTIONS)

    def _build_settings(self) -> QWidget:
        from budgetsync.ui.settings.page import SettingsPage  # noqa: PLC0415 - 15 ms that the start need not spend

        page = SettingsPage(
            self._core,
            self.bridge,
            self.acts,
            self._theme,
            self._icons,
            self._locale,
            self._memory,
            self._outside,
        )
        page.appearance_chosen.connect(self.menus.show_appearance)
        page.restart_requested.connect(self.restart_requested)
        return page

    def _build_transactions(self) -> QWidget:
        from budgetsync.ui.transactions.page import TransactionsPage  # noqa: PLC0415 - as above
        from budgetsync.ui.transactions.reading import Reading  # noqa: PLC0415 - as above

        page = TransactionsPage(
            self._core,
            self.bridge,
            self.acts,
            self._icons,
            Reading(self._locale, lambda: self._today),
            self._memory,
            self.news,
            self.undo,
            connections=self.connections,
        )
        self.edit_menu.offer(page.bulk.actions_menu)
        page.bulk.export_requested.connect(lambda: self.bridge.spawn(self._export_selected()))
        return page

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID + 4)
        if self._demo is not None:
            self.banner = DemoBanner(self._icons)
            self.banner.day_requested.connect(self._let_a_day_pass)
            column.addWidget(self.banner)
        column.addWidget(self.message)
        column.addWidget(self.prompt)
        column.addWidget(self.stack, 1)
        central = QWidget()
        layout = QHBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addLayout(column, 1)
        self.setCentralWidget(central)
        self.undo_note = UndoNote(self.stack, self.undo, self._icons)
        self._exporter = Exporter(self._core, self.bridge, self.undo_note, self._locale, self)
        central.setFocus()  # no button is pressed by an early Return; Tab begins at the top
        self.status = StatusLine(self._core, self.bridge, self._locale, self._now)
        self.setStatusBar(self.status)
        self._revealer = FocusRevealer(self, last=self.status.light)

    def _connect(self) -> None:
        acts = self.acts
        self.sidebar.chosen.connect(self.show_page)
        self.stack.shown.connect(self._page_shown)
        self.summary.sync_requested.connect(acts.sync)
        self.summary.cancel_requested.connect(acts.cancel)
        acts.page_requested.connect(self.show_page)
        connecting = self.connecting
        connecting.opened.connect(lambda: self.stack.show_over(connecting))
        connecting.finished.connect(lambda: self.show_page(self.stack.current))
        connecting.setup_requested.connect(self.setup_requested)
        acts.import_requested.connect(self.importing.choose)
        self.importing.opened.connect(self.stack.show_over)
        self.importing.finished.connect(lambda: self.show_page(self.stack.current))
        acts.account_requested.connect(self._show_account)
        acts.transactions_requested.connect(self._show_transactions)
        acts.refresh_requested.connect(self._refreshing.ask)
        acts.folder_requested.connect(lambda: open_folder(self._core.data_folder))
        self.problems_watch.count_changed.connect(partial(self.sidebar.show_waiting, Page.PROBLEMS))
        self.news.count_changed.connect(partial(self.sidebar.show_new, Page.TRANSACTIONS))
        self.bridge.failed.connect(self._tell)
        for changed in (self.connections.loaded, self.connections.dataChanged):
            changed.connect(self._show_commands)
        self.status.loaded.connect(self._show_commands)
        self.status.light_pressed.connect(acts.realtime_requested)
        acts.realtime_requested.connect(self._show_realtime)
        acts.activity_requested.connect(self._show_activity)
        self.monitor.controls_changed.connect(self._order_tabs)
        ticker = QTimer(self, interval=_TICK_MS)
        ticker.timeout.connect(self._tick)
        ticker.start()

    def _order_tabs(self) -> None:
        first = (self.banner.day_button,) if self._demo is not None else ()
        message = (self.message.copy_button, self.message.close_button)
        prompt = (self.prompt.yes_button, self.prompt.no_button)
        overview: tuple[QWidget, ...] = ()
        if self.stack.is_built(Page.OVERVIEW):
            overview = (self.summary.cancel_button, self.summary.sync_button, *self.monitor.tab_stops)
        order_tabs((*self.sidebar.buttons.values(), *first, *message, *prompt, *overview))

    def _recall(self) -> None:
        appearance = preferences.appearance(self._memory)
        self._theme.choose(appearance)
        self._theme.choose_text_size(preferences.text_size(self._memory))
        self.menus = build_menus(self, self._commands(), appearance)
        self.edit_menu = EditMenu(self, self.menus.edit, self.undo, self._find)
        self._show_commands()
        last = Page(self._memory.word("page", [page.value for page in Page]))
        self.show_page(preferences.start_page(self._memory) or last)
        self._order_tabs()
        if not self.restoreGeometry(self._memory.shape(GEOMETRY)):
            self.resize(*_SIZE)

    def _commands(self) -> Commands:
        acts = self.acts
        return Commands(
            connect=acts.connect_requested.emit,
            set_up=self.setup_requested.emit,
            new_row=lambda: self._entries().begin_row(),
            new_account=lambda: self._entries().begin_account(),
            import_files=self.importing.choose,
            export=self._export,
            palette=self._open_palette,
            close=lambda: self.window().close(),
            quit=self._quit,
            sync_all=acts.sync,
            cancel_all=acts.cancel,
            pause=acts.pause_for,
            pause_until_tomorrow=acts.pause_until_tomorrow,
            resume=acts.resume,
            show_page=self._go_to,
            full_screen=self._fill_screen,
            appearance=self._choose_appearance,
            about=lambda: AboutDialog(self, self.windowIcon()).open(),
        )

    def _go_to(self, page: Page) -> None:
        """Show a page and give it the keyboard, as its shortcut does."""
        self.show_page(page)
        if page is Page.TRANSACTIONS:
            self.transactions.focus_table()
        elif page is Page.OVERVIEW:
            self.summary.focus_first()
        else:
            self.stack.page(page).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _page_shown(self, page: Page) -> None:
        self.sidebar.show_page(page)
        if self._looked_at is Page.TRANSACTIONS and page is not Page.TRANSACTIONS:
            self.news.mark_looked()
        self._looked_at = page
        if page is Page.OVERVIEW:
            self._order_tabs()  # it may be new

    def _show_account(self, account_id: AccountId) -> None:
        self.show_page(Page.TRANSACTIONS)
        self.transactions.show_account(account_id)

    def _show_transactions(self, text: str) -> None:
        self.show_page(Page.TRANSACTIONS)
        self.transactions.show_query(text)
        self.transactions.focus_table()

    def _show_activity(self, subject: object) -> None:
        from budgetsync.ui.activity.page import ActivityPage  # noqa: PLC0415 - as above

        self.show_page(Page.ACTIVITY)
        page = self.stack.page(Page.ACTIVITY)
        assert isinstance(page, ActivityPage)
        page.show_subject(subject)

    def _show_realtime(self) -> None:
        from budgetsync.ui.settings.page import Place, SettingsPage  # noqa: PLC0415 - as above

        self.show_page(Page.SETTINGS)
        page = self.stack.page(Page.SETTINGS)
        assert isinstance(page, SettingsPage)
        page.show_place(Place.REAL_TIME)

    def _export(self) -> None:
        self._exporter.choose(self.transactions.query if self.stack.is_built(Page.TRANSACTIONS) else "")

    async def _export_selected(self) -> None:
        self._exporter.choose(await self.transactions.selected_ids())

    def _entries(self) -> "EntryDesk":
        self.show_page(Page.TRANSACTIONS)
        return self.transactions.entries

    def _find(self) -> None:
        self.show_page(Page.TRANSACTIONS)
        self.transactions.focus_search()

    def _open_palette(self) -> None:
        self.edit_menu.refresh()
        if self._palette is None:
            self._palette = Palette(self)
        self._palette.open(
            [
                *entries_of(self.menuBar()),
                Entry(translate("Palette", "Search transactions"), "", self._find),
                *entries_of_connections(self.connections.overview, self.acts),
                *entries_of_insights(self._insights),
                *entries_of_activity(self._show_activity),
            ]
        )

    def _insights(self) -> QWidget:
        self.show_page(Page.INSIGHTS)
        return self.stack.page(Page.INSIGHTS)

    def _fill_screen(self, full: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        window = self.window()
        if full is not window.isFullScreen():
            window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _quit(self) -> None:
        self.quit_requested.emit()
        if self.isWindow():  # in no shell, so that nobody else decides
            self.close()

    def _show_commands(self) -> None:
        shown = self.connections.overview.items
        self.menus.sync_all.setEnabled(bool(self.connections.overview.live))
        self.menus.cancel_all.setEnabled(any(is_busy(item) for item in shown))
        self.menus.resume.setEnabled(self.status.is_paused)

    def _choose_appearance(self, appearance: Appearance) -> None:
        self._theme.choose(appearance)
        preferences.keep_appearance(self._memory, appearance)

    def _tell(self, trouble: Trouble) -> None:
        self.message.show_trouble(trouble)
        self.message.show()

    def _let_a_day_pass(self) -> None:
        if self._demo is not None:
            self.banner.day_button.setEnabled(False)
            self.bridge.spawn(self._advance(self._demo))

    async def _advance(self, demo: DemoControls) -> None:
        try:
            await demo.advance()
        finally:
            self.banner.day_button.setEnabled(True)

    def _tick(self) -> None:
        """Let what is shown grow older, while it is seen."""
        if self.isVisible():
            self.summary.refresh()
            self.monitor.refresh_times()
            self.status.refresh_times()
        today = local_today(self._now())
        if today != self._today:
            self._today = today
            if self.stack.is_built(Page.TRANSACTIONS):
                self.transactions.day_changed()
            self.feed.refresh()  # what was changed "today" is counted anew
