"""Keeps the models current with the core, and carries out what the views ask for."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject

from budgetsync.core import Core
from budgetsync.domain.errors import VaultError
from budgetsync.domain.events import RunFinished
from budgetsync.domain.ids import ItemId
from budgetsync.domain.sync import Progress, Stage
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.models.connections import ConnectionsModel


class Refresher:
    """Loads again whenever there was news, one load at a time: news during a load make one more, not many."""

    def __init__(self, bridge: Bridge, load: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._bridge = bridge
        self._load = load
        self._wanted = False
        self._running = False

    def request(self) -> None:
        """Ask for a load that begins after now."""
        self._wanted = True
        if not self._running:
            self._running = True
            self._bridge.spawn(self._run())

    async def _run(self) -> None:
        try:
            while self._wanted:
                self._wanted = False
                await self._load()
        finally:
            self._running = False


class Feed(QObject):
    """Between the core and the models. Every error of it comes out of the bridge's `failed`."""

    def __init__(self, core: Core, bridge: Bridge, connections: ConnectionsModel) -> None:
        super().__init__(bridge)
        self._core, self._bridge = core, bridge
        self._connections = connections
        self._overview = Refresher(bridge, self._load_overview)
        self._webhooks = Refresher(bridge, self._load_webhooks)
        bridge.items_changed.connect(lambda _items: self._overview.request())
        bridge.runs_finished.connect(self._ended)
        bridge.progressed.connect(connections.set_progress)
        bridge.ledger_changed.connect(lambda _change: self.refresh())
        bridge.schedule_changed.connect(self._overview.request)
        bridge.realtime_changed.connect(self._webhooks.request)

    def refresh(self) -> None:
        """Load everything that is shown."""
        self._overview.request()
        self._webhooks.request()

    def sync(self, item_id: ItemId | None) -> None:
        """Ask for a sync of one connection, or of all; the window says so at once."""
        waiting: dict[ItemId, Progress | None] = {
            shown.item.id: Progress(Stage.QUEUED)
            for shown in self._connections.overview.items
            if item_id in {None, shown.item.id} and shown.progress is None
        }
        self._connections.set_progress(waiting)
        self._bridge.spawn(self._request(item_id))

    def cancel(self, item_id: ItemId | None) -> None:
        """Stop the sync of one connection, or of all."""
        self._bridge.spawn(self._core.cancel_sync(item_id))

    async def _request(self, item_id: ItemId | None) -> None:
        try:
            await self._core.request_sync(item_id)
        finally:
            self._overview.request()

    async def _load_overview(self) -> None:
        stamp = self._connections.begin_load()
        self._connections.load(await self._core.overview(), stamp)

    async def _load_webhooks(self) -> None:
        try:
            known = (await self._core.realtime()).connections
        except VaultError:  # a part of the address is in there; that it does not open is told by a notice
            known = ()
        self._connections.set_webhooks(known)

    def _ended(self, runs: tuple[RunFinished, ...]) -> None:
        self._connections.set_progress({run.item_id: None for run in runs})
        self._overview.request()
