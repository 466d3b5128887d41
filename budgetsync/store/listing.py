"""The transactions list: every row of a search by its number, from the newest on, at the cost of eight bytes a row."""

import asyncio
from array import array
from bisect import bisect_left
from collections.abc import Callable
from functools import partial
from operator import neg

from peewee import SqliteDatabase

from budgetsync.domain.events import ChangeSet
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.place import row_at
from budgetsync.domain.query import Flag, Flagged, Query
from budgetsync.domain.transaction import Transaction
from budgetsync.store.database import Database
from budgetsync.store.search import load_changed_places, load_places
from budgetsync.store.transactions import load_some


class TransactionList:
    """All rows of a search, newest first, for a view that scrolls anywhere.

    It follows the ledger: what changed is taken in at the next `page` or `refresh`, by small steps where the change
    names its rows. Used on the loop's thread; `close` it when it is no longer shown.

    Attributes:
        query: What is listed.
    """

    def __init__(self, database: Database, query: Query) -> None:
        self.query = query
        self._database = database
        self._places: array[int] = array("q")
        self._stale = True
        self._changed: set[TransactionId] = set()
        self._lock = asyncio.Lock()
        self._unsubscribe: Callable[[], None] | None = None
        # The halves of transfers that a run pairs or parts are not all among the rows that it changed.
        self._by_transfer = any(
            isinstance(term, Flagged) and term.flag is Flag.TRANSFER for term in query.terms
        )

    def __len__(self) -> int:
        """The number of rows, as of the last `page` or `refresh`."""
        return len(self._places)

    def follow(self, subscribe: Callable[[Callable[[ChangeSet], None]], Callable[[], None]]) -> None:
        """Have changes of the ledger noted from now on."""
        self._unsubscribe = subscribe(self._note)

    def close(self) -> None:
        """Follow the ledger no longer, and forget the rows."""
        if self._unsubscribe is not None:
            self._unsubscribe()
        self._places = array("q")

    async def page(self, offset: int, limit: int) -> list[Transaction]:
        """Load rows by their numbers; fewer at the end of the list, none behind it."""
        await self.refresh()
        ids = [row_at(place) for place in self._places[max(0, offset) : max(0, offset) + limit]]
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
            step = (
                load_places if stale else partial(_brought_up_to_date, places=self._places, changed=changed)
            )
            try:
                places = await self._database.search(partial(step, query=self.query))
            except BaseException:
                self._stale = True  # whatever was not taken in comes with the whole list
                raise
            moved = places != self._places
            self._places = places
            return moved

    def _note(self, change: ChangeSet) -> None:
        if change.complete and not self._by_transfer:
            self._changed.update(change.transactions)
        else:
            self._stale = True


def _brought_up_to_date(
    db: SqliteDatabase, query: Query, places: "array[int]", changed: set[TransactionId]
) -> "array[int]":
    before, now = load_changed_places(db, query, changed)
    return merged(places, before, now)


def merged(places: "array[int]", gone: set[int], come: set[int]) -> "array[int]":
    """Make a list anew with some places taken out and others put in; the one given stays as it is."""
    made: array[int] = array("q")
    start = 0
    for place in sorted(gone | come, reverse=True):
        at = bisect_left(places, -place, lo=start, key=neg)
        made.extend(places[start:at])
        if place in come:
            made.append(place)
        start = at + (at < len(places) and places[at] == place)
    made.extend(places[start:])
    return made
