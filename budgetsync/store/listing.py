"""The transactions list: every row of a search by its number, at the cost of eight bytes a row."""

import asyncio
from collections.abc import Callable
from functools import partial

from peewee import SqliteDatabase

from budgetsync.domain.events import ChangeSet
from budgetsync.domain.found import Total
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.listed import NEWEST_FIRST, Listed, Order
from budgetsync.domain.query import Flag, Flagged, Query
from budgetsync.domain.transaction import Transaction
from budgetsync.store.database import Database
from budgetsync.store.ordering import bring_up_to_date, load_listed, pending_of
from budgetsync.store.totals import load_total
from budgetsync.store.transactions import load_some

HEAD = 100
"""Rows that are listed at once, while all of them are still looked for."""


_BY_OTHERS = frozenset({Flag.TRANSFER, Flag.DOUBTFUL, Flag.NEW})
"""Marks that come and go on rows that no change names: a half of a transfer that a run pairs, what a row may be."""


class TransactionList:
    """All rows of a search, for a view that scrolls anywhere.

    It follows the ledger: what changed is taken in at the next `page` or `refresh`, by small steps where the change
    names its rows. Used on the loop's thread; `close` it when it is no longer shown.

    Attributes:
        query: What is listed.
        order: In which order; pending rows stand apart, before all others.
        listed: The rows, as of the last `page` or `refresh`; another value each time, none is changed.
    """

    def __init__(self, database: Database, query: Query, order: Order = NEWEST_FIRST) -> None:
        self.query, self.order = query, order
        self.listed = Listed()
        self._database = database
        self._stale = True
        self._changed: set[TransactionId] = set()
        self._lock = asyncio.Lock()
        self._unsubscribe: Callable[[], None] | None = None
        self._by_others = any(isinstance(term, Flagged) and term.flag in _BY_OTHERS for term in query.terms)

    def __len__(self) -> int:
        """The number of rows, as of the last `page` or `refresh`."""
        return len(self.listed)

    def follow(self, subscribe: Callable[[Callable[[ChangeSet], None]], Callable[[], None]]) -> None:
        """Have changes of the ledger noted from now on."""
        self._unsubscribe = subscribe(self._note)

    def close(self) -> None:
        """Follow the ledger no longer, and forget the rows."""
        if self._unsubscribe is not None:
            self._unsubscribe()
        self.listed = Listed()

    async def begin(self) -> None:
        """List the first rows while `refresh` would still look for all; only the newest first can be had so quickly."""
        if self._stale and self.order == NEWEST_FIRST:
            step = partial(load_listed, query=self.query, order=self.order, head=HEAD)
            found = await self._database.search(step)
            if self._stale:
                self.listed = found

    async def total(self) -> Total:
        """Add up every row of the list; it may take a second over a million of them."""
        return await self._database.search(lambda db: load_total(db, self.query))

    async def pending_total(self) -> Total:
        """Add up the pending rows of the list."""
        return await self._database.read(lambda db: load_total(db, pending_of(self.query)))

    async def page(self, offset: int, limit: int) -> list[Transaction]:
        """Load rows by their numbers; fewer at the end of the list, none behind it."""
        await self.refresh()
        ids = self.listed.ids(max(0, offset), limit)
        return await self._database.read(lambda db: load_some(db, ids))

    async def refresh(self) -> bool:
        """Take in what changed in the ledger.

        Returns:
            Whether rows came, went or moved.
        """
        async with self._lock:
            stale, changed = self._stale, self._changed
            if not stale and not changed:
                return False
            self._stale, self._changed = False, set()
            step: Callable[[SqliteDatabase], Listed]
            if stale:
                step = partial(load_listed, query=self.query, order=self.order)
            else:
                step = partial(
                    bring_up_to_date, query=self.query, order=self.order, listed=self.listed, changed=changed
                )
            try:
                listed = await self._database.search(step)
            except BaseException:
                self._stale = True  # whatever was not taken in comes with the whole list
                raise
            moved = listed != self.listed
            self.listed = listed
            return moved

    def _note(self, change: ChangeSet) -> None:
        if change.complete and not self._by_others:
            self._changed.update(change.transactions)
        else:
            self._stale = True
