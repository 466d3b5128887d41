"""Fetch all pages of one loop, or none: a loop that breaks begins again at its first cursor."""

from collections.abc import Callable
from datetime import datetime

from budgetsync.domain.errors import PaginationMutated, ProviderUnavailable
from budgetsync.domain.ports import Provider
from budgetsync.domain.sync import SyncBatch

MUTATION_TRIES = 5
"""How often a loop is begun before the run gives up until the next one."""


class Fetch:
    """One item's way through the provider's pages.

    Attributes:
        requests: Calls made so far, those of abandoned loops included.
    """

    def __init__(
        self, provider: Provider, access_token: str, cursor: str, on_page: Callable[[int, int], None]
    ) -> None:
        """Prepare.

        Args:
            on_page: Told after each page how many pages and rows this loop has.
        """
        self._provider = provider
        self._access_token = access_token
        self._cursor = cursor
        self._on_page = on_page
        self.requests = 0

    async def fetch_batch(self) -> SyncBatch:
        """Fetch every page that there is after the cursor, and how fresh the bank's news are.

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
                batch.as_of = await self._fetch_as_of()
                return batch
        raise AssertionError

    async def _fetch_loop(self) -> SyncBatch:
        batch = SyncBatch(self._cursor)
        cursor, seen = self._cursor, {self._cursor}
        while True:
            self.requests += 1
            page = await self._provider.fetch_page(self._access_token, cursor)
            batch.pages.append(page)
            self._on_page(len(batch.pages), batch.rows)
            if not page.has_more:
                return batch
            cursor = page.next_cursor
            if not cursor or cursor in seen:
                message = "The provider's pages go in a circle; they were dropped."
                raise ProviderUnavailable(message)
            seen.add(cursor)

    async def _fetch_as_of(self) -> datetime | None:
        self.requests += 1
        return await self._provider.fetch_as_of(self._access_token)
