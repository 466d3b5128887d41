"""The part of the facade that asks for syncs: request, withdraw, follow, look at the queue."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

from peewee import SqliteDatabase

from budgetsync.domain.errors import UsageError
from budgetsync.domain.events import ItemChanged, RunFinished
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Item
from budgetsync.domain.ports import Clock
from budgetsync.domain.request import QueueOverview
from budgetsync.domain.sync import SyncRun, SyncRunState, Trigger
from budgetsync.store import items, queue, sync_runs
from budgetsync.store.database import Database
from budgetsync.store.queue_figures import load_figures, load_open
from budgetsync.sync.bus import Bus
from budgetsync.sync.worker import Worker

_FOLLOW_POLL = 0.2  # seconds between two looks at a run that another process carries out


class RequestCommands:
    """Requests for syncs. They are durable before a command returns, whoever carries them out."""

    _database: Database
    _clock: Clock
    _bus: Bus
    _worker: Worker

    async def request_sync(
        self, item_id: ItemId | None = None, trigger: Trigger = Trigger.USER
    ) -> list[ItemId]:
        """Ask for a sync of one connection, or of all.

        Returns:
            The connections asked for, once the request is durable; not when the sync is done.

        Raises:
            UsageError: There is no such connection, or it was removed.
        """

        def step(db: SqliteDatabase) -> list[ItemId]:
            asked = [items.load_item(db, item_id)] if item_id is not None else items.load_live_items(db)
            for item in asked:
                refuse_removed(item)
                queue.request(db, item.id, trigger, self._clock.now())
            return [item.id for item in asked]

        asked = await self._database.run(step, urgent=True)
        self._worker.rouse(asked)
        for item in asked:
            self._bus.publish(ItemChanged(item))
        return asked

    def wake(self) -> None:
        """Have the queue looked at now: requests were made past this facade."""
        self._worker.wake()

    async def cancel_sync(self, item_id: ItemId | None = None) -> None:
        """Withdraw what waits, retries included, and stop what runs, for one connection or for all."""
        self._worker.cancel(item_id)
        withdrawn = await self._database.run(
            lambda db: queue.cancel_pending(db, item_id, self._clock.now()), urgent=True
        )
        for item in withdrawn:
            self._bus.publish(ItemChanged(item))

    async def wait_until_done(self, item_ids: list[ItemId]) -> dict[ItemId, SyncRun]:
        """Wait until what was asked for these connections was tried once, whoever carries it out.

        A run that failed and will be tried again has ended, too; so has a request that has to wait before it may
        be tried at all: `queue_overview` tells until when. Where the queue itself cannot be worked off, the
        troubles of the overview tell why.

        Returns:
            The newest run of each; without those that were not tried, and those that never had one.
        """
        wanted = set(item_ids)

        async def is_over() -> bool:
            now = self._clock.now()
            asked = await self._database.read(lambda db: queue.under_way(db, now))
            under_way = asked - self._worker.resting.keys()
            # A run whose end is written is still shown as one for a moment.
            waits = self._worker.trouble is not None and not self._worker.at_work & wanted
            return waits or not (under_way | self._worker.at_work) & wanted

        await self._look_until(is_over, _FOLLOW_POLL)
        return await self._load_ended(wanted)

    async def queue_overview(self) -> QueueOverview:
        """Every open request, what runs first, and the queue's figures."""
        now = self._clock.now()
        return await self._database.read(lambda db: QueueOverview(load_open(db), load_figures(db, now)))

    async def _look_until(self, is_over: Callable[[], Awaitable[bool]], every: float) -> None:
        """Look after each run that ends here, and every so many seconds, since another process may carry it out."""
        ended = asyncio.Event()
        unsubscribe = self._bus.subscribe(
            lambda event: ended.set() if isinstance(event, RunFinished) else None
        )
        try:
            while not await is_over():
                with suppress(TimeoutError):
                    async with asyncio.timeout(every):
                        await ended.wait()
                ended.clear()
        finally:
            unsubscribe()

    async def _load_ended(self, wanted: set[ItemId]) -> dict[ItemId, SyncRun]:
        runs, waiting = await self._database.read(
            lambda db: (sync_runs.load_last_runs(db), queue.unattempted(db))
        )
        resting = dict(self._worker.resting)
        # Of a run that could not be written down, the file does not say how it ended.
        ended = {
            item: replace(run, state=SyncRunState.FAILED, trouble=resting[item]) if item in resting else run
            for item, run in runs.items()
        }
        return {item: run for item, run in ended.items() if item in wanted - waiting}


def refuse_removed(item: Item) -> None:
    """Keep a connection that was removed from being used.

    Raises:
        UsageError: It was removed.
    """
    if item.removed_at is not None:
        message = f"{item.institution.name} (connection {item.id}) was removed; only its history is here."
        raise UsageError(message, action=f"Connect it again with `budgetsync reconnect {item.id}`.")
