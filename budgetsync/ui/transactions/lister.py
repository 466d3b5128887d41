"""Keeps the table current: opens the list of a search, shows its first rows at once, and follows the ledger."""

import asyncio
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from budgetsync.core import Core
from budgetsync.core_search import TransactionList
from budgetsync.domain.events import ChangeSet
from budgetsync.domain.listed import NEWEST_FIRST, Order
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Refresher
from budgetsync.ui.transactions.model import TransactionsModel
from budgetsync.ui.transactions.rows import Rows
from budgetsync.ui.transactions.table import TransactionsTable


class Stage(Enum):
    """What the list is doing."""

    IDLE = auto()
    LISTING = auto()
    """More rows of the search are looked for."""
    SORTING = auto()


class Lister(QObject):
    """One list at a time: another search ends the last one in the database, too. A list that nobody sees rests."""

    stage_changed = Signal()
    listed = Signal()
    """Other rows may be listed than before."""

    def __init__(
        self, core: Core, bridge: Bridge, model: TransactionsModel, rows: Rows, table: TransactionsTable
    ) -> None:
        super().__init__(table)
        self._core, self._bridge = core, bridge
        self._model, self._rows, self._table = model, rows, table
        self.text, self.order = "", NEWEST_FIRST
        self.stage = Stage.LISTING
        self.was_listed = False
        self._list: TransactionList | None = None
        self._opening: asyncio.Task[None] | None = None
        self._is_seen = False
        self._is_behind = True
        self._news = Refresher(bridge, self._take_in_news)
        bridge.ledger_changed.connect(self._hear)

    @property
    def is_whole(self) -> bool:
        """Whether all rows of the search are listed."""
        return self._list is not None and self._model.listed.is_whole and self.stage is Stage.IDLE

    @property
    def list(self) -> TransactionList | None:
        """The list that is shown, for what it adds up to."""
        return self._list

    def see(self, *, seen: bool) -> None:
        """Say whether the table is seen; while it is not, nothing is loaded."""
        self._is_seen = seen
        if seen and self._list is None and self._opening is None:
            self.show(self.text, self.order)
        elif seen and self._is_behind:
            self._rows.reload()
            self._news.request()

    def show(self, text: str, order: Order) -> None:
        """List the rows of a search in an order."""
        self.text, self.order = text, order
        self._table.header.show_order(order)
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        if not self._is_seen:
            self._let_go()
            return
        self._enter(Stage.LISTING if order == NEWEST_FIRST else Stage.SORTING)
        self._opening = self._bridge.spawn(self._open(text, order))

    async def _open(self, text: str, order: Order) -> None:
        opened = await self._core.open_list(text, order, whole=False)
        self._let_go()
        self._list, self._is_behind = opened, False
        self._model.show_list(opened.listed, order)
        self.listed.emit()
        if not opened.listed.is_whole:
            await opened.refresh()
            self._table.take_in(opened.listed)
        self._opening, self.was_listed = None, True
        self._enter(Stage.IDLE)
        self.listed.emit()
        self._model.show_pending_total(await opened.pending_total())
        if self._is_behind:
            self._news.request()

    def _let_go(self) -> None:
        if self._list is not None:
            self._list.close()
            self._list = None

    def _enter(self, stage: Stage) -> None:
        self.stage = stage
        self.stage_changed.emit()

    def _hear(self, change: ChangeSet) -> None:
        self._is_behind = True
        if self._is_seen:
            self._rows.reload(change.transactions if change.complete else None)
            self._news.request()

    async def _take_in_news(self) -> None:
        opened = self._list
        if opened is None or self._opening is not None:
            return  # what is being opened now knows them, or looks again at its end
        self._is_behind = False
        moved = await opened.refresh()
        if opened is not self._list:
            return
        if moved:
            self._table.take_in(opened.listed)
        self.listed.emit()
        self._model.show_pending_total(await opened.pending_total())
