"""Succession: when the process that owns the engine ends, however it comes, a guest takes over."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from budgetsync.domain.errors import StoreError, Trouble
from budgetsync.domain.events import LedgerReplaced
from budgetsync.domain.ports import Ownership
from budgetsync.store.database import Database
from budgetsync.sync.bus import Bus
from budgetsync.sync.finishing import finish_first

T = TypeVar("T")
_log = logging.getLogger(__name__)
CLAIM_EVERY = 3.0  # seconds
STRANDED = Trouble(
    "LEDGER_REPLACED",
    "The ledger was replaced",
    "Another process put a backup in the ledger's place; this one still has the old file open.",
    "Close the program and start it again; the old file is kept beside the new one.",
)


class Succession:
    """Waits for the engine on behalf of a guest.

    Attributes:
        is_stranded: The owner put another file in the ledger's place (a restore): this process still looks at
            the old one, so it takes nothing over.
    """

    def __init__(
        self, database: Database, ownership: Ownership, bus: Bus, take_over: Callable[[], Awaitable[None]]
    ) -> None:
        """Prepare.

        Args:
            take_over: Called once, when the engine is this process's.
        """
        self._bus = bus
        self._database = database
        self._ownership = ownership
        self._take_over = take_over
        self.is_stranded = False

    async def work(self) -> None:
        """Claim the engine every few seconds until it is gained, then take up what its last owner left."""
        while True:
            if await self._claim() and await self._try_to_take_over():
                return
            await asyncio.sleep(CLAIM_EVERY)

    async def _try_to_take_over(self) -> bool:
        try:
            await self._take_over()
        except StoreError as error:  # the file is locked, or the disk full, at this moment
            _log.info("what the last owner left could not be taken up yet: %s", error.code)
            return False
        return True

    async def _claim(self) -> bool:
        try:
            if not await finish_first(asyncio.to_thread(self._ownership.claim)):
                return False
        except OSError as error:  # the folder is out of reach at this moment
            _log.info("the engine could not be claimed: %s", error.strerror)
            return False
        if self._database.is_in_place():
            return True
        await finish_first(asyncio.to_thread(self._ownership.release))
        if not self.is_stranded:
            self.is_stranded = True
            _log.error("the ledger was replaced by another file: this program has to be started anew")
            self._bus.publish(LedgerReplaced())
        return False
