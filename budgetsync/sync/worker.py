"""The worker: takes requests from the queue, one at a time for each item, several items at once."""

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from random import Random

from peewee import SqliteDatabase

from budgetsync.domain.errors import BudgetSyncError, StoreError, Trouble
from budgetsync.domain.events import ItemChanged, RunProgressed
from budgetsync.domain.ids import ItemId
from budgetsync.domain.ports import Clock
from budgetsync.domain.request import SyncRequest
from budgetsync.domain.retry import backoff
from budgetsync.domain.sync import Progress
from budgetsync.store import queue
from budgetsync.store.database import Database
from budgetsync.store.queue import LEASE
from budgetsync.sync.bus import Bus
from budgetsync.sync.calls import Calls
from budgetsync.sync.engine import Engine
from budgetsync.sync.gate import Gate

_log = logging.getLogger(__name__)
PARALLEL_ITEMS = 3
POLL = 30.0  # seconds; what other processes queue is noticed sooner, by `GuestWatch`
_STORE_POLL = 1.0  # seconds until a queue that could not be read is looked at again; doubled each time
_LONGEST_STORE_POLL = 60.0
_RENEWAL = LEASE.total_seconds() / 4


@dataclass(slots=True)
class _Rest:
    """An item whose run could not even be written down: the queue does not know when its turn is."""

    tries: int
    until: float  # by the monotonic clock


class Worker:
    """Works the queue off. One process for each data folder has one.

    Attributes:
        progress: What each item that is being synced is doing, by its id.
        trouble: What keeps the queue from being worked off, if anything does; tried again by itself.
        resting: Items whose last run could not be written down, with the reason; tried again by themselves.
    """

    def __init__(
        self,
        database: Database,
        engine: Engine,
        calls: Calls,
        clock: Clock,
        bus: Bus,
        random: Random,
        *,
        parallel: int = PARALLEL_ITEMS,
        poll: float = POLL,
    ) -> None:
        """Prepare.

        Args:
            parallel: Items that are synced at once.
            poll: Seconds between two looks at the queue where nothing wakes the worker before.
        """
        self._database = database
        self._engine = engine
        self._calls = calls
        self._gate = Gate(calls, clock)
        self._clock = clock
        self._bus = bus
        self._random = random
        self._parallel = parallel
        self._poll = poll
        self._name = f"{random.getrandbits(64):016x}"
        self._wake = asyncio.Event()
        self._tasks: dict[ItemId, asyncio.Task[None]] = {}
        self._begun: set[ItemId] = set()
        self._withdrawn: set[ItemId] = set()
        self._rests: dict[ItemId, _Rest] = {}
        self._renewed = 0.0
        self.trouble: Trouble | None = None
        self.progress: dict[ItemId, Progress] = {}
        self.resting: dict[ItemId, Trouble] = {}

    @property
    def at_work(self) -> frozenset[ItemId]:
        """Items whose run has not ended here."""
        return frozenset(self._tasks)

    def wake(self) -> None:
        """Look at the queue now."""
        self._wake.set()

    def rouse(self, item_ids: Iterable[ItemId]) -> None:
        """Look at the queue now, for connections that were asked for, too, where they rest."""
        for item_id in item_ids:
            self.resting.pop(item_id, None)
            if item_id in self._rests:
                self._rests[item_id].until = self._clock.monotonic()
        self._wake.set()

    def cancel(self, item_id: ItemId | None) -> None:
        """Withdraw what runs for an item, or for all. Rows that are being committed are still committed."""
        for item, task in self._tasks.items():
            if item_id in {None, item}:
                self._withdrawn.add(item)
                task.cancel()

    async def work(self) -> None:
        """Work until cancelled; then stop what runs and wait for it. What was stopped stays in the queue."""
        loaded, pause = False, _STORE_POLL
        try:
            while True:
                try:
                    if not loaded:
                        await self._calls.load()
                        loaded = True
                    while True:
                        await self._start_due()
                        self.trouble, pause = None, _STORE_POLL
                        await self._wait(await self._seconds_until_turn())
                except StoreError as error:  # no reason to stop what runs: looked at again a little later
                    self._tell_once(error)
                    await self._wait(pause)
                    pause = min(2 * pause, _LONGEST_STORE_POLL)
        finally:
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _tell_once(self, error: StoreError) -> None:
        if self.trouble is None or self.trouble.code != error.code:
            _log.error("the queue rests: %s", error.code)
        self.trouble = error.trouble

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return
        self._wake.clear()

    async def _seconds_until_turn(self) -> float:
        """Tell how long nothing is to be done, but for what wakes the worker."""
        ticks = self._clock.monotonic()
        waits = [
            self._poll,
            *(max(rest.until - ticks, 0.0) for rest in self._rests.values() if rest.until > ticks),
        ]
        if self._tasks:
            waits.append(_RENEWAL)
        if len(self._tasks) < self._parallel:
            busy, now = self._busy(), self._clock.now()
            turn = await self._database.read(partial(queue.next_turn, now=now, busy=busy, worker=self._name))
            if turn is not None:
                waits.append(max((turn - now) / timedelta(seconds=1), 0.0))
        return min(waits)

    def _busy(self) -> set[ItemId]:
        ticks = self._clock.monotonic()
        return {*self._tasks, *(item for item, rest in self._rests.items() if rest.until > ticks)}

    async def _start_due(self) -> None:
        """Begin what is due, as far as there is room."""
        await self._renew()
        while room := self._parallel - len(self._tasks):
            busy, now = self._busy(), self._clock.now()
            turn = await self._database.read(partial(queue.next_turn, now=now, busy=busy, worker=self._name))
            if turn is None or turn > now:
                return
            leased = await self._database.run(partial(self._lease, busy=busy, room=room))
            if not leased:
                return
            for request in leased:
                self.resting.pop(request.item_id, None)
                self._begin(request, self._sync(request))

    def _lease(self, db: SqliteDatabase, busy: set[ItemId], room: int) -> list[SyncRequest]:
        """Take up to so many requests at once: those who wait for a commit each would not run side by side."""
        leased: list[SyncRequest] = []
        while len(leased) < room:
            in_hand = busy | {request.item_id for request in leased}
            now = self._clock.now()
            request = queue.lease_next(db, now, in_hand, worker=self._name, gate=self._gate.look)
            if request is None:
                break
            if request.attempts > 1 and not request.asked:
                self._calls.count_retry(db, request.item_id)
            leased.append(request)
        return leased

    async def _renew(self) -> None:
        ticks = self._clock.monotonic()
        if self._tasks and not 0 <= ticks - self._renewed < _RENEWAL:
            await self._database.run(partial(queue.renew_leases, worker=self._name, now=self._clock.now()))
            self._renewed = ticks

    def _begin(self, request: SyncRequest, work: "asyncio._CoroutineLike[None]") -> None:
        task = asyncio.create_task(work, name=f"sync-{request.item_id}")
        self._tasks[request.item_id] = task
        # Not in the task itself: one that is cancelled before it begins runs none of its own code.
        task.add_done_callback(partial(self._forget, request))

    async def _sync(self, request: SyncRequest) -> None:
        item_id = request.item_id
        self._begun.add(item_id)
        try:
            await self._engine.sync_item(request, self._report, lambda: item_id in self._withdrawn)
        except StoreError as error:
            self._rest(item_id, error)
        except Exception as error:
            _log.exception("the sync of item %s crashed", item_id)
            await self._engine.close_crashed(request, error)
        else:
            self._rests.pop(item_id, None)

    async def _withdraw(self, request: SyncRequest) -> None:
        """End a request that was withdrawn between its lease and its run."""
        now = self._clock.now()
        await self._database.run(lambda db: queue.complete(db, request.id, now, error=queue.CANCELLED))
        self._bus.publish(ItemChanged(request.item_id))

    def _forget(self, request: SyncRequest, task: asyncio.Task[None]) -> None:
        item_id = request.item_id
        self._tasks.pop(item_id, None)
        self.progress.pop(item_id, None)
        begun, withdrawn = item_id in self._begun, item_id in self._withdrawn
        self._begun.discard(item_id)
        self._withdrawn.discard(item_id)
        if task.cancelled():
            if withdrawn and not begun:
                self._begin(request, self._withdraw(request))
        elif (error := task.exception()) is not None:
            self._rest(item_id, error)
        self._wake.set()

    def _rest(self, item_id: ItemId, error: BaseException) -> None:
        """Leave an item alone for a while whose request could not be ended nor put back."""
        tries = self._rests[item_id].tries + 1 if item_id in self._rests else 1
        wait = backoff(tries, self._random).total_seconds()
        self._rests[item_id] = _Rest(tries, self._clock.monotonic() + wait)
        told = error if isinstance(error, BudgetSyncError) else BudgetSyncError("BudgetSync made a mistake.")
        self.resting[item_id] = told.trouble
        _log.error("item %s rests for %.0f s: %s", item_id, wait, type(error).__name__)

    def _report(self, item_id: ItemId, progress: Progress) -> None:
        if item_id in self._tasks:  # the writer's last words may come after the run's end
            self.progress[item_id] = progress
            self._bus.publish(RunProgressed(item_id, progress))
