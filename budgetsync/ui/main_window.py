"""The window: menus, the overview, the status bar; what it remembers and how it ends."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.errors import Trouble
from budgetsync.ui.about import AboutDialog
from budgetsync.ui.banner import DemoBanner, DemoControls
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Feed
from budgetsync.ui.formats import local_today, user_locale
from budgetsync.ui.garbage import GarbageCollector
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory
from budgetsync.ui.menus import Commands, build_menus
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.models.transactions import TransactionsModel
from budgetsync.ui.overview_page import OverviewPage
from budgetsync.ui.status import is_busy
from budgetsync.ui.status_line import StatusLine
from budgetsync.ui.summary_bar import SummaryBar
from budgetsync.ui.sync_monitor import SyncMonitor
from budgetsync.ui.theme import GRID, Appearance, Theme
from budgetsync.ui.transactions_panel import TransactionsPanel
from budgetsync.ui.trouble_panel import TroublePanel
from budgetsync.ui.widgets import order_tabs

translate = QCoreApplication.translate
_SIZE = (1280, 820)
_SMALLEST = (520, 420)
_TICK_MS = 15_000


class MainWindow(QMainWindow):
    """The main window of the program.

    Args:
        core: What it shows and commands.
        theme: How it is dressed.
        resources: The folder that has icons/.
        demo: Given where the bank is a demo bank.
        locale: Whose formats are used; the user's where none is given.
    """

    closed = Signal()

    def __init__(
        self,
        core: Core,
        *,
        theme: Theme,
        resources: Path,
        demo: DemoControls | None = None,
        locale: QLocale | None = None,
    ) -> None:
        super().__init__()
        self._theme, self._demo, self._now = theme, demo, core.now
        locale = locale or user_locale()
        self._icons = Icons(resources / "icons")
        self._memory = Memory(core.data_folder)
        self._today = local_today(core.now())
        self.bridge = Bridge(core, self)
        self.connections = ConnectionsModel(self)
        self.transactions = TransactionsModel(locale, lambda: self._today, self)
        self.feed = Feed(core, self.bridge, self.connections, self.transactions)
        self.monitor = SyncMonitor(self.connections, self._icons, locale, core.now)
        self.summary = SummaryBar(self.connections, self._icons, locale, core.now)
        self.newest = TransactionsPanel(self.transactions, self._icons)
        self.message = TroublePanel(self._icons, "BudgetSync", closable=True)
        self.message.hide()
        self._page = OverviewPage(self.monitor, self.newest, self._memory)
        self._garbage = GarbageCollector(self, lambda: core.is_syncing)
        self._has_closed = asyncio.Event()
        self.setWindowTitle("BudgetSync")
        self.setWindowIcon(QIcon(self._icons.file("budgetsync")))
        self.setMinimumSize(*_SMALLEST)
        self._arrange(core)
        self._connect()
        self._recall()
        self.feed.refresh()

    async def wait_closed(self) -> None:
        """Wait until the window was closed and what the user typed is saved."""
        await self._has_closed.wait()
        await self.bridge.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed, remember sizes and places, and say that the window is closed."""
        self.newest.table.commit_edit()
        self._page.remember()
        self._memory.keep_shape("window/geometry", self.saveGeometry())
        self._memory.keep_shape("transactions/columns", self.newest.table.columns())
        self._memory.save()
        event.accept()
        self._has_closed.set()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Show in the menu whether the window fills the screen, whoever made it so."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.menus.full_screen.setChecked(self.isFullScreen())

    def _arrange(self, core: Core) -> None:
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID)
        layout.setSpacing(GRID + 4)
        if self._demo is not None:
            self.banner = DemoBanner(self._icons)
            self.banner.day_requested.connect(self._let_a_day_pass)
            layout.addWidget(self.banner)
        layout.addWidget(self.message)
        layout.addWidget(self.summary)
        layout.addWidget(self._page, 1)
        self.setCentralWidget(central)
        central.setAccessibleName(translate("MainWindow", "Connections and newest transactions"))
        central.setFocus()  # no button is pressed by an early Return; Tab begins at the top
        self.setStatusBar(StatusLine(core.data_folder, core.vault_place, core.environment))

    def _connect(self) -> None:
        self.summary.sync_requested.connect(lambda: self.feed.sync(None))
        self.summary.cancel_requested.connect(lambda: self.feed.cancel(None))
        self.monitor.sync_requested.connect(self.feed.sync)
        self.monitor.cancel_requested.connect(self.feed.cancel)
        self.newest.account_chosen.connect(self.feed.show_account)
        self.bridge.failed.connect(self._tell)
        for changed in (self.connections.loaded, self.connections.dataChanged):
            changed.connect(self._show_commands)
        self.monitor.controls_changed.connect(self._order_tabs)
        self._order_tabs()
        self.connections.loaded.connect(lambda: self.newest.show_accounts(self.connections.overview))
        ticker = QTimer(self, interval=_TICK_MS)
        ticker.timeout.connect(self._tick)
        ticker.start()

    def _order_tabs(self) -> None:
        first = (self.banner.day_button,) if self._demo is not None else ()
        message = (self.message.copy_button, self.message.close_button)
        summary = (self.summary.cancel_button, self.summary.sync_button)
        newest = (self.newest.account_choice, self.newest.table)
        order_tabs((*first, *message, *summary, *self.monitor.tab_stops, *newest))

    def _recall(self) -> None:
        appearance = Appearance(self._memory.word("appearance", [each.value for each in Appearance]))
        self._theme.choose(appearance)
        self.menus = build_menus(self, self._commands(), appearance)
        self._show_commands()
        self.newest.table.arrange_columns(self._memory.shape("transactions/columns"))
        if not self.restoreGeometry(self._memory.shape("window/geometry")):
            self.resize(*_SIZE)

    def _commands(self) -> Commands:
        return Commands(
            quit=self.close,
            sync_all=lambda: self.feed.sync(None),
            cancel_all=lambda: self.feed.cancel(None),
            go_to_connections=self.summary.focus_first,
            go_to_transactions=self.newest.focus_table,
            full_screen=self._fill_screen,
            appearance=self._choose_appearance,
            about=lambda: AboutDialog(self, self.windowIcon()).open(),
        )

    def _fill_screen(self, full: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        if full is not self.isFullScreen():
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_commands(self) -> None:
        shown = self.connections.overview.items
        self.menus.sync_all.setEnabled(bool(shown))
        self.menus.cancel_all.setEnabled(any(is_busy(item) for item in shown))

    def _choose_appearance(self, appearance: Appearance) -> None:
        self._theme.choose(appearance)
        self._memory.keep_word("appearance", appearance)

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
        today = local_today(self._now())
        if today != self._today:
            self._today = today
            self.transactions.day_changed()
