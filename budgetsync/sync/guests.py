"""Guests: other processes on the same ledger, whose requests and settings are noticed here."""

import asyncio
import logging
from collections.abc import Callable

from budgetsync.domain.errors import StoreError
from budgetsync.store.database import Database

_log = logging.getLogger(__name__)
LOOK_EVERY = 1.0  # seconds


class GuestWatch:
    """Asks the file, once a second and cheaply, whether another process committed something."""

    def __init__(
        self, database: Database, on_commit: Callable[[], None], look_every: float = LOOK_EVERY
    ) -> None:
        """Prepare.

        Args:
            on_commit: Called on the loop's thread after each look that found something new.
            look_every: Seconds between two looks.
        """
        self._database = database
        self._on_commit = on_commit
        self._look_every = look_every

    async def work(self) -> None:
        """Look until cancelled."""
        seen = 0
        while True:
            try:
                version = await self._database.foreign_commits()
            except StoreError as error:  # looked at again in a second
                _log.info("the ledger could not be looked at: %s", error.code)
            else:
                if version != seen:
                    seen = version
                    self._on_commit()
            await asyncio.sleep(self._look_every)
