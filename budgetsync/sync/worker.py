"""The worker: takes requests from the queue, one at a time for each item, several items at once."""

import asyncio
import logging
from functools import partial

from budgetsync.domain.errors import StoreError
from budgetsync.domain.events import RunProgressed
from budgetsync.domain.ids import ItemId
from budgetsync.domain.ports import Clock
from budgetsync.domain.request import SyncRequest
from budgetsync.domain.sync import Progress
from budgetsync.store import queue
from budgetsync.store.database import Database
from budgetsync.sync.bus import Bus
from budgetsync.sync.engine import Engine

_log = logging.getLogger(__name__)
PARALLEL_ITEMS = 3
POLL = 1.0  # seconds between two looks for requests that another process queued


class Worker:
    """Works the queue off. One process for each data folder has one.

    Attributes:
        progress: What each item that is being synced is doing, by its id.
    """

    def __init__(self, database: Database, engine: Engine, clock: Clock, bus: Bus) -> None:
        self._database = database
        self._engine = engine
        self._clock = clock
        self._bus = bus
        self._wake = asyncio.Event()
        self._tasks: dict[ItemId, asyncio.Task[None]] = {}
        self._resting: set[ItemId] = set()
        self._told = ""  # what keeps the queue from being read, if anything does
        self.progress: dict[ItemId, Progress] = {}

    def wake(self) -> None:
        """Look at the queue now; items that rest because the disk failed are tried again."""
        self._resting.clear()
        self._wake.set()

    def cancel(self, item_id: ItemId | None) -> None:
        """Stop what runs for an item, or for all. Rows that are being committed are still committed."""
        for item, task in self._tasks.items():
            if item_id in {None, item}:
                task.cancel()

    async def work(self) -> None:
        """Work until cancelled; then stop what runs and wait for it."""
        try:
            while True:
                try:
                    await self._start_waiting()
                except StoreError as error:  # no reason to stop what runs: looked at again after POLL
                    self._tell_once(error.code)
                else:
                    self._told = ""
                await self._wait()
        finally:
            self.cancel(None)
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _tell_once(self, code: str) -> None:
        if code != self._told:
            _log.error("the queue rests: %s", code)
            self._told = code

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(POLL):
                await self._wake.wait()
        except TimeoutError:
            return
        self._wake.clear()

    async def _start_waiting(self) -> None:
        while len(self._tasks) < PARALLEL_ITEMS:
            busy = {*self._tasks, *self._resting}
            if not await self._database.read(queue.open_items) - busy:
                return
            request = await self._database.run(partial(queue.lease_next, now=self._clock.now(), busy=busy))
            if request is None:
                return
            task = asyncio.create_task(self._sync(request), name=f"sync-{request.item_id}")
            self._tasks[request.item_id] = task
            # Not in the task itself: one that is cancelled before it begins runs none of its own code.
            task.add_done_callback(partial(self._forget, request.item_id))

    async def _sync(self, request: SyncRequest) -> None:
        try:
            await self._engine.sync_item(request, self._report)
        except StoreError as error:
            self._resting.add(request.item_id)
            _log.error("item %s rests until asked again: %s", request.item_id, error.code)
        except Exception as error:
            _log.exception("the sync of item %s crashed", request.item_id)
            await self._engine.close_crashed(request, error)

    def _forget(self, item_id: ItemId, task: asyncio.Task[None]) -> None:
        self._tasks.pop(item_id, None)
        self.progress.pop(item_id, None)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._resting.add(item_id)  # its request is still open: not again until asked
            _log.error("item %s rests until asked again: %s", item_id, type(error).__name__)
        self._wake.set()

    def _report(self, item_id: ItemId, progress: Progress) -> None:
        if item_id in self._tasks:  # the writer's last words may come after the run's end
            self.progress[item_id] = progress
            self._bus.publish(RunProgressed(item_id, progress))
