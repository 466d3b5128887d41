"""Fetch all pages of one loop, or none: a loop that breaks begins again at its first cursor."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from budgetsync.domain.errors import PaginationMutated, ProviderUnavailable, RateLimited, TransientError
from budgetsync.domain.item import ItemStanding
from budgetsync.domain.ports import Provider
from budgetsync.domain.quota import ITEM_CALL, SYNC_CALL
from budgetsync.domain.sync import SyncBatch, SyncPage

MUTATION_TRIES = 5
"""How often a loop is begun before the run gives up until the next one."""
SLOW_DOWNS = 20
"""How often a loop that has pages waits because it was told to slow down. Plaid lets an item have 50 pages a
minute, so a history of 100,000 rows needs a few; given up, it would begin at nothing each time."""
SLOW_DOWN = 60.0
"""Seconds to wait where the provider does not say how long."""
LONGEST_SLOW_DOWN = 300.0
"""A longer wait is not for a loop that holds its pages and its place among the few at work: the run ends."""


class CallCount(Protocol):
    """Counts the calls of a run: `sync.calls`, or none in tests."""

    def is_possible(self, endpoint: str) -> bool:
        """Whether a call would not have to wait."""
        ...

    def call(self, endpoint: str) -> AbstractAsyncContextManager[None]:
        """Wait for the turn of a call, and count it."""
        ...

    async def hold(self, seconds: float) -> None:
        """Leave the provider alone for so long, as it asked."""
        ...


class Fetch:
    """One item's way through the provider's pages.

    Attributes:
        requests: Calls made so far, those of abandoned loops included.
    """

    def __init__(
        self,
        provider: Provider,
        access_token: str,
        cursor: str,
        on_page: Callable[[int, int], None],
        calls: CallCount,
    ) -> None:
        """Prepare.

        Args:
            on_page: Told after each page how many pages and rows this loop has.
            calls: Counts the calls and waits where there would be too many.
        """
        self._provider = provider
        self._access_token = access_token
        self._cursor = cursor
        self._on_page = on_page
        self._calls = calls
        self._slow_downs_left = SLOW_DOWNS
        self.requests = 0

    async def fetch_batch(self) -> SyncBatch:
        """Fetch every page that there is after the cursor, and how the connection stands.

        Raises:
            PaginationMutated: News came in during each of MUTATION_TRIES loops.
            ProviderError: A page could not be fetched; the pages before it are dropped.
        """
        for tries_left in reversed(range(MUTATION_TRIES)):
            try:
                batch = await self._fetch_loop()
            except PaginationMutated:
                if not tries_left:
                    raise
            else:
                batch.standing = await self._fetch_standing()
                return batch
        raise AssertionError

    async def _fetch_loop(self) -> SyncBatch:
        batch = SyncBatch(self._cursor)
        cursor, seen = self._cursor, {self._cursor}
        while True:
            page = await self._fetch_page(cursor, begun=bool(batch.pages))
            batch.pages.append(page)
            self._on_page(len(batch.pages), batch.rows)
            if not page.has_more:
                return batch
            cursor = page.next_cursor
            if not cursor or cursor in seen:
                message = "The provider's pages go in a circle; they were dropped."
                raise ProviderUnavailable(message)
            seen.add(cursor)

    async def _fetch_page(self, cursor: str, *, begun: bool) -> SyncPage:
        while True:
            try:
                async with self._calls.call(SYNC_CALL):
                    self.requests += 1
                    return await self._provider.fetch_page(self._access_token, cursor)
            except RateLimited as error:
                wait = error.retry_after or SLOW_DOWN
                if not begun or not self._slow_downs_left or wait > LONGEST_SLOW_DOWN:
                    raise
                self._slow_downs_left -= 1
                await self._calls.hold(wait)

    async def _fetch_standing(self) -> ItemStanding | None:
        """Ask how the connection itself stands; rows that came are not dropped because nobody can say just now."""
        if not self._calls.is_possible(ITEM_CALL):
            return None
        try:
            async with self._calls.call(ITEM_CALL):
                self.requests += 1
                return await self._provider.fetch_standing(self._access_token)
        except TransientError:
            return None
