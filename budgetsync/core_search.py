"""The part of the facade that finds rows: search as you type, counts, lists to scroll through."""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import date

from peewee import SqliteDatabase

from budgetsync.domain.events import ChangeSet, Event, LedgerChanged
from budgetsync.domain.found import Found, Total
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.listed import NEWEST_FIRST, Order
from budgetsync.domain.place import Place, row_at
from budgetsync.domain.ports import Clock
from budgetsync.domain.query import Query, parse_query
from budgetsync.domain.query.vocabulary import Vocabulary
from budgetsync.domain.transaction import Transaction
from budgetsync.store import looked, search, transactions
from budgetsync.store.database import Database
from budgetsync.store.listing import TransactionList
from budgetsync.store.totals import load_total_of
from budgetsync.store.vocabulary import load_vocabulary
from budgetsync.sync.bus import Bus

_PAGE = 500
"""Rows of a page where all are wanted."""

__all__ = ["LedgerSearches", "TransactionList"]


class LedgerSearches:
    """Finding rows. The language of searches is that of `domain.query.parse_query`; nothing typed is an error.

    A search, count or list whose caller is cancelled is ended in the database, too: cancel the last one at each key.
    """

    def __init__(self, database: Database, clock: Clock, bus: Bus) -> None:
        self._database = database
        self._clock = clock
        self._bus = bus

        self._vocabulary: Vocabulary | None = None
        self._vocabulary_of = 0
        self._changes_heard = 0
        self._subscribe_to_changes(self._hear_change)

    def read_query(self, text: str) -> Query:
        """Understand a search without running it; its hints name what makes no sense, for underlining."""
        return parse_query(text, self._today())

    async def search(self, text: str, limit: int = 100, after: Place | None = None) -> Found:
        """Find the newest rows of a search.

        Args:
            after: `last` of the page before; None = from the newest on.
        """
        query = self.read_query(text)

        def step(db: SqliteDatabase) -> tuple[list[Place], list[Transaction]]:
            places = search.find_places(db, query, limit, after)
            return places, transactions.load_some(db, [row_at(place) for place in places])

        places, rows = await self._database.search(step)
        return Found(query, tuple(rows), places[-1] if 0 < len(places) == limit else None)

    async def count(self, text: str) -> int:
        """Count the rows of a search; it may take a second where `search` has long answered."""
        query = self.read_query(text)
        return await self._database.search(lambda db: search.count_rows(db, query))

    async def each_transaction(self, text: str = "", limit: int | None = None) -> AsyncIterator[Transaction]:
        """Go through the rows of a search page by page: no more than a page is ever in memory."""
        left, after = limit, None
        while left is None or left > 0:
            found = await self.search(text, _PAGE if left is None else min(left, _PAGE), after)
            for row in found.rows:
                yield row
            if found.last is None:
                return
            left, after = None if left is None else left - len(found.rows), found.last

    async def open_list(
        self, text: str = "", order: Order = NEWEST_FIRST, *, whole: bool = True
    ) -> TransactionList:
        """Open a list of all rows of a search that follows the ledger; "" lists every row that counts.

        Args:
            whole: Wait until all rows are listed; else the first of the newest are enough, and `refresh` lists all.
        """
        opened = TransactionList(self._database, self.read_query(text), order)
        opened.follow(self._subscribe_to_changes)
        try:
            await (opened.refresh() if whole or order != NEWEST_FIRST else opened.begin())
        except BaseException:
            opened.close()
            raise
        return opened

    async def total_of(self, transaction_ids: Sequence[TransactionId]) -> Total:
        """Add up rows by their numbers, however many; those that were removed do not count."""
        return await self._database.search(lambda db: load_total_of(db, transaction_ids))

    async def vocabulary(self) -> Vocabulary:
        """Load the names that can be searched for: accounts, categories, tags, payees; kept until rows change."""
        if self._vocabulary is None or self._vocabulary_of != self._changes_heard:
            asked_at = self._changes_heard
            self._vocabulary = await self._database.read(load_vocabulary)
            self._vocabulary_of = asked_at
        return self._vocabulary

    async def mark_looked(self) -> None:
        """Note that the user has seen the transactions; `is:new` is what comes from now on."""
        await self._database.run(looked.mark_looked)

    async def count_new(self) -> int:
        """Count the rows that came since the user last looked, up to a thousand; none before the first look."""
        return await self._database.search(looked.count_new)

    def _hear_change(self, _change: ChangeSet) -> None:
        self._changes_heard += 1

    def _subscribe_to_changes(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        def hear(event: Event) -> None:
            if isinstance(event, LedgerChanged):
                listener(event.change)

        return self._bus.subscribe(hear)

    def _today(self) -> date:
        return self._clock.now().astimezone().date()
