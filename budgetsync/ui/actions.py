"""What a person can have done, whichever page, menu, tray or notification it is asked from."""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from budgetsync.core import Core
from budgetsync.domain.ids import ItemId
from budgetsync.domain.notices import NoticeAction, Offer
from budgetsync.domain.schedule_settings import Pause, parse_until
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Feed
from budgetsync.ui.pages import Page


class Actions(QObject):
    """The one place where a wish becomes a command of the core, or a page that asks for more.

    What fails comes out of the bridge's `failed`.
    """

    page_requested = Signal(object)
    """A Page."""
    connect_requested = Signal()
    reconnect_requested = Signal(object)
    """An ItemId."""
    remove_requested = Signal(object)
    """An ItemId."""
    refresh_requested = Signal(object)
    """An ItemId whose bank is to be asked for news; whoever hears it says first what that may cost."""
    account_requested = Signal(object)
    """An AccountId whose rows are to be seen."""
    transactions_requested = Signal(str)
    """A search (`domain.query`) whose rows are to be seen."""
    activity_requested = Signal(object)
    """What is to be seen of Activity: a RunId, or an AuditFilter whose changes are."""
    realtime_requested = Signal()
    """How news come by themselves is to be seen and set up."""
    import_requested = Signal()
    """Statement files are to be chosen and imported."""
    folder_requested = Signal()
    """The data folder is to be opened in the file manager."""

    def __init__(self, core: Core, bridge: Bridge, feed: Feed) -> None:
        super().__init__(bridge)
        self._core, self._bridge, self._feed = core, bridge, feed

    def sync(self, item_id: ItemId | None = None) -> None:
        """Ask for news of one connection, or of all."""
        self._feed.sync(item_id)

    def cancel(self, item_id: ItemId | None = None) -> None:
        """Stop the sync of one connection, or of all."""
        self._feed.cancel(item_id)

    def pause(self, pause: Pause, item_id: ItemId | None = None) -> None:
        """Sync nothing by itself for a while: one connection, or all."""
        self._bridge.spawn(self._core.pause(pause, item_id), finish=True)

    def pause_for(self, length: timedelta | None, item_id: ItemId | None = None) -> None:
        """Pause for so long from now on; None means until somebody resumes."""
        self.pause(Pause(None if length is None else self._core.now() + length), item_id)

    def pause_until_tomorrow(self, item_id: ItemId | None = None) -> None:
        """Pause until tomorrow morning, by the local clock."""
        now = self._core.now()
        zone = now.astimezone().tzinfo
        assert zone is not None
        self.pause(Pause(parse_until("tomorrow", now, zone)), item_id)

    def resume(self, item_id: ItemId | None = None) -> None:
        """Sync by the clock again: one connection, or all."""
        self._bridge.spawn(self._core.resume(item_id), finish=True)

    def refresh_bank(self, item_id: ItemId) -> None:
        """Have the bank itself asked for news, once the person has agreed to what it may cost."""
        self.refresh_requested.emit(item_id)

    def back_up(self) -> None:
        """Make a backup now."""
        self._bridge.spawn(self._back_up(), finish=True)

    def carry_out(self, action: NoticeAction) -> None:
        """Do what a notice offers."""
        match action.offer:
            case Offer.RECONNECT if action.item_id is not None:
                self.reconnect_requested.emit(action.item_id)
            case Offer.REFRESH if action.item_id is not None:
                self.refresh_bank(action.item_id)
            case Offer.OPEN_ACCOUNT if action.account_id is not None:
                self.account_requested.emit(action.account_id)
            case Offer.CONNECT:
                self.connect_requested.emit()
            case Offer.RETRY:
                self.sync(action.item_id)
            case Offer.OPEN_SETTINGS:
                self.page_requested.emit(Page.SETTINGS)
            case Offer.OPEN_REAL_TIME:
                self.realtime_requested.emit()
            case Offer.OPEN_FOLDER:
                self.folder_requested.emit()
            case Offer.BACK_UP:
                self.back_up()
            case _:  # problems and what waits for a decision are on one page
                self.page_requested.emit(Page.PROBLEMS)

    async def _back_up(self) -> None:
        await self._core.keeper.back_up_now()
