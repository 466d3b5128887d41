"""A scheduler on virtual time, with a ledger, and a worker that carries out what is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from peewee import SqliteDatabase

from budgetsync.domain.events import RunFinished
from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.item import Connection, Institution, ItemStatus
from budgetsync.domain.request import SyncRequest
from budgetsync.domain.situation import Signal, Situation, signal_between
from budgetsync.domain.sync import Counts, SyncRunState, Trigger
from budgetsync.domain.timetable import Planned
from budgetsync.store import items, queue, schedules, sync_runs
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.sync.bus import Bus
from budgetsync.sync.scheduler import Scheduler
from tests.empty_ledgers import lay
from tests.unit.sync.virtual import START, SameThread, VirtualClock, pass_time

RUN = 2.0  # seconds that a sync takes


class FakeSurroundings:
    """Surroundings that a test changes."""

    def __init__(self) -> None:
        self.now = Situation(online=True)
        self._listeners: list[Callable[[Signal], None]] = []

    def situation(self) -> Situation:
        return self.now

    def watch(self, listener: Callable[[Signal], None], /) -> Callable[[], None]:
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def become(self, **changed: bool | None) -> None:
        before = self.now
        self.now = Situation(**{"online": before.online, "metered": before.metered, **changed})  # type: ignore[arg-type]
        if signal := signal_between(before, self.now):
            for listener in tuple(self._listeners):
                listener(signal)

    async def follow(self) -> None:
        """Nothing to follow."""


class Days:
    """A scheduler, a ledger, and a worker that carries out what is asked for.

    Attributes:
        asked: What was carried out: when by the wall clock, for which connection, by which trigger.
        ends: How runs of a connection end, where not well.
        refuses: A worker whose gate ends requests without a run.
    """

    def __init__(self, folder: Path, connections: int = 1) -> None:
        self.database = Database(lay(folder / FILE_NAME), "sandbox", lane=SameThread)
        self.clock, self.bus, self.surroundings = VirtualClock(), Bus(), FakeSurroundings()
        self.scheduler = Scheduler(
            self.database,
            self.clock,
            self.bus,
            self.surroundings,
            wake_worker=self._wake,
            zone=UTC,
            random=Random(7),  # noqa: S311 - the same jitter in each run
        )
        self.scheduler.tick = 120.0  # twelve times as quick to live through
        self.asked: list[tuple[datetime, ItemId, Trigger]] = []
        self.ends: dict[ItemId, ItemStatus] = {}
        self.refuses = False
        self._work = asyncio.Event()
        self.items = [self.connect(f"item-{number}") for number in range(connections)]
        self._tasks: list[asyncio.Task[None]] = []

    def connect(self, name: str) -> ItemId:
        connection = Connection(name, Institution(f"ins_{name}", name), "access-token")
        return self.database.run_now(lambda db: items.save_connection(db, "plaid", connection, START))

    def tried(self, at: datetime, item: ItemId | None = None) -> None:
        """A run of a program before this one."""
        for one in [item] if item else self.items:
            self.database.run_now(lambda db, one=one: self._run(db, one, Trigger.TIMER, at))  # type: ignore[misc]

    def choose(self, step: Callable[..., None], *chosen: object) -> None:
        self.database.run_now(lambda db: step(db, *chosen))
        self.scheduler.wake()

    def start(self) -> None:
        self._tasks = [asyncio.create_task(self.scheduler.work()), asyncio.create_task(self._carry_out())]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with suppress(asyncio.CancelledError):
                await task

    async def pass_time(self, length: timedelta) -> list[tuple[ItemId, Trigger]]:
        """Let time pass; returns what was carried out meanwhile."""
        before = len(self.asked)
        await pass_time(length.total_seconds())
        return [(item, trigger) for _, item, trigger in self.asked[before:]]

    def planned(self, item: ItemId | None = None) -> Planned:
        return self.database.run_now(schedules.load_planned)[item or self.items[0]]

    def _wake(self) -> None:
        self._work.set()

    async def _carry_out(self) -> None:
        while True:
            await self._work.wait()
            self._work.clear()
            while request := self.database.run_now(self._lease):
                await self._sync(request)

    def _lease(self, db: SqliteDatabase) -> SyncRequest | None:
        return queue.lease_next(db, self.clock.now(), ())

    async def _sync(self, request: SyncRequest) -> None:
        item, began = request.item_id, self.clock.now()
        self.asked.append((began, item, request.trigger))
        if not self.refuses:
            await pass_time(RUN)

        def end(db: SqliteDatabase) -> None:
            if not self.refuses:
                self._run(db, item, request.trigger, began)
            queue.complete(db, request.id, self.clock.now())

        self.database.run_now(end)
        self.bus.publish(RunFinished(item, RunId(0), SyncRunState.SUCCEEDED, Counts(), 0, None))

    def _run(self, db: SqliteDatabase, item: ItemId, trigger: Trigger, began: datetime) -> None:
        run = sync_runs.open_run(db, item, trigger, "", began)
        status = self.ends.get(item, ItemStatus.HEALTHY)
        state = SyncRunState.SUCCEEDED if status is ItemStatus.HEALTHY else SyncRunState.FAILED
        sync_runs.close_run(db, run, state, began + timedelta(seconds=RUN))
        items.settle(db, item, status, None)
