"""Connecting, signing in anew and removing: pages over the others, shown for as long as they are needed."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget

from budgetsync.core import Core
from budgetsync.domain.ids import ItemId
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.connect.connect_panel import POLL, ConnectPanel
from budgetsync.ui.connect.remove_panel import RemovePanel
from budgetsync.ui.connect.sheet import SheetStack
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory


class ConnectPages(QStackedWidget):
    """Hears what is asked for by `actions` and shows the page for it.

    The window puts it over its own pages when `opened` comes, and away again when `finished` does. What waits in
    the browser goes on meanwhile, whichever page is seen.

    Args:
        actions: What a person asks for, from wherever.
        memory: Keeps the country that was chosen last.
        open_page: Opens an address in the person's browser and tells whether that worked.
        poll: Seconds between two looks at a page.
    """

    opened = Signal()
    finished = Signal()
    setup_requested = Signal()
    """The keys at the provider are to be entered anew: the first-run guide."""

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        actions: Actions,
        icons: Icons,
        locale: QLocale,
        memory: Memory,
        *,
        open_page: Callable[[str], bool] | None = None,
        poll: float = POLL,
    ) -> None:
        super().__init__()
        self.connecting = ConnectPanel(
            core, bridge, icons, locale, memory, open_page=open_page or open_in_browser, poll=poll
        )
        self.removing = RemovePanel(core, bridge, icons, locale)
        self.connecting.setup_requested.connect(self.setup_requested)
        for panel in (self.connecting, self.removing):
            self.addWidget(panel)
            panel.noticed.connect(lambda panel=panel: self._open(panel))
            panel.finished.connect(lambda panel=panel: self._leave(panel))
        actions.connect_requested.connect(self.connect_bank)
        actions.reconnect_requested.connect(self.sign_in_anew)
        actions.remove_requested.connect(self.remove)

    def connect_bank(self) -> None:
        """Show the page on which a bank is connected, or the one that is under way."""
        self._open(self.connecting)
        self.connecting.connect_bank()

    def sign_in_anew(self, item_id: ItemId) -> None:
        """Show the page on which a person signs in anew, or the one that is under way."""
        self._open(self.connecting)
        self.connecting.sign_in_anew(item_id)

    def remove(self, item_id: ItemId) -> None:
        """Show the page on which a connection is removed, or the one that is under way."""
        self._open(self.removing)
        self.removing.remove(item_id)

    def _open(self, panel: SheetStack) -> None:
        self.setCurrentWidget(panel)
        self.opened.emit()

    def _leave(self, panel: SheetStack) -> None:
        if self.currentWidget() is panel:
            self.finished.emit()


def open_in_browser(url: str) -> bool:
    """Open an address in the person's own browser; False where there is none."""
    return QDesktopServices.openUrl(QUrl(url))
