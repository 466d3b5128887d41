"""Connecting, signing in anew and removing: pages over the others, shown for as long as they are needed."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QStackedWidget

from budgetsync.core import Core
from budgetsync.domain.ids import ItemId
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.browser import open_in_browser
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory

if TYPE_CHECKING:  # loaded when a bank is connected
    from budgetsync.ui.connect.connect_panel import ConnectPanel
    from budgetsync.ui.connect.remove_panel import RemovePanel
    from budgetsync.ui.connect.sheet import SheetStack

TPanel = TypeVar("TPanel", bound="SheetStack")
POLL = 2.0
"""Seconds between two looks at a page that a person has open in the browser."""


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
        self._parts = core, bridge, icons, locale
        self._memory, self._open_page, self._poll = memory, open_page, poll
        actions.connect_requested.connect(self.connect_bank)
        actions.reconnect_requested.connect(self.sign_in_anew)
        actions.remove_requested.connect(self.remove)

    @cached_property
    def connecting(self) -> "ConnectPanel":
        """The page on which banks are connected and signed in to anew."""
        from budgetsync.ui.connect.connect_panel import ConnectPanel  # noqa: PLC0415 - loaded when it is asked for

        open_page = self._open_page or open_in_browser
        panel = ConnectPanel(*self._parts, self._memory, open_page=open_page, poll=self._poll)
        panel.setup_requested.connect(self.setup_requested)
        return self._take(panel)

    @cached_property
    def removing(self) -> "RemovePanel":
        """The page on which connections are removed."""
        from budgetsync.ui.connect.remove_panel import RemovePanel  # noqa: PLC0415 - as above

        return self._take(RemovePanel(*self._parts))

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

    def _take(self, panel: TPanel) -> TPanel:
        self.addWidget(panel)
        panel.noticed.connect(lambda: self._open(panel))
        panel.finished.connect(lambda: self._leave(panel))
        return panel

    def _open(self, panel: "SheetStack") -> None:
        self.setCurrentWidget(panel)
        self.opened.emit()

    def _leave(self, panel: "SheetStack") -> None:
        if self.currentWidget() is panel:
            self.finished.emit()
