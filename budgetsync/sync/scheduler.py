"""The scheduler: asks for syncs by the clock, after sleep, and when the network is back.

It puts requests into the queue and nothing else. It sleeps until the next connection is due, looks at the clocks
now and then to notice that the computer slept or that somebody set them, and plans anew whenever a run ends, a
setting changes or the surroundings do.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from random import Random

from peewee import SqliteDatabase

from budgetsync.domain.errors import StoreError, Trouble
from budgetsync.domain.events import Event, ItemChanged, RunFinished, ScheduleChanged
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Item, ItemStatus
from budgetsync.domain.ports import Clock, Surroundings
from budgetsync.domain.schedule import Cadence, Due, Hold, draw_jitter, last_attempt, next_due
from budgetsync.domain.schedule_settings import ScheduleSettings
from budgetsync.domain.situation import GapWatch, Signal, Situation
from budgetsync.domain.sync import Trigger
from budgetsync.domain.timetable import Planned
from budgetsync.store import items, queue, schedules, sync_runs
from budgetsync.store.database import Database
from budgetsync.sync.bus import Bus

_log = logging.getLogger(__name__)
_MILLISECOND = timedelta(milliseconds=1)
_LEAST_REST = 0.001  # seconds; a timer may ring a moment before its time
TICK = 10.0  # seconds between two looks at the clocks
LONGEST_REST = timedelta(minutes=15)
RETRY_PAUSE = timedelta(seconds=30)  # where the ledger could not be read


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What a look needs of the ledger."""

    settings: ScheduleSettings
    items: list[Item]
    began: dict[ItemId, datetime]
    open: set[ItemId]
    planned: dict[ItemId, Planned]


class NoSurroundings:
    """For a system that tells nothing: the network is tried, and sleep is noticed by the clocks alone."""

    def situation(self) -> Situation:
        """Nothing is known."""
        return Situation()

    def watch(self, _listener: Callable[[Signal], None], /) -> Callable[[], None]:
        """Nothing will be told."""
        return lambda: None

    async def follow(self) -> None:
        """There is nothing to follow."""


class Scheduler:
    """Asks for the syncs that are due. The process that owns the engine has one, if it stays for long.

    Attributes:
        tick: Seconds between two looks at the clocks; a simulation, whose clocks do not jump, takes longer ones.
        zone: The local time zone.
        interval: What SYNC_SCHEDULE_INTERVAL says, in place of the stored interval.
        webhooks_healthy: Whether news come by webhook at this moment; the timer is then only the safety net.
        trouble: A stored setting that cannot be used, if there is one.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        bus: Bus,
        surroundings: Surroundings,
        *,
        wake_worker: Callable[[], None],
        zone: tzinfo,
        random: Random,
        interval: timedelta | None = None,
    ) -> None:
        """Prepare.

        Args:
            wake_worker: Called when requests were made, and when the computer woke up.
            zone: The local time zone, which quiet hours are meant in.
        """
        self._database = database
        self._clock = clock
        self._bus = bus
        self._surroundings = surroundings
        self._wake_worker = wake_worker
        self.zone = zone
        self._random = random
        self.tick = TICK
        self.interval = interval
        self.webhooks_healthy: Callable[[], bool] = lambda: False
        self.trouble: Trouble | None = None
        self._settings = ScheduleSettings()
        self._trigger = Trigger.STARTUP
        self._back = True  # the network may have come back while the program was not there
        self._eager: set[ItemId] = set()
        self._appeared: dict[ItemId, datetime | None] = {}  # None: it was there at the start
        self._jitter: dict[ItemId, tuple[datetime | None, float]] = {}
        self._next: datetime | None = None
        self._wake = asyncio.Event()
        self._told = ""

    def wake(self) -> None:
        """Plan anew: a setting or a connection changed."""
        self._wake.set()

    async def work(self) -> None:
        """Work until cancelled."""
        gaps = GapWatch(self._clock.now(), self._clock.monotonic())
        ends = (self._bus.subscribe(self._listen), self._surroundings.watch(self._notice))
        try:
            while True:
                self._wake.clear()
                try:
                    await self._look()
                except StoreError as error:
                    self._tell_once(error.code)
                    self._next = self._clock.now() + RETRY_PAUSE
                else:
                    self._told = self.trouble.message if self.trouble else ""
                await self._rest(gaps)
        finally:
            for end in ends:
                end()

    def effective(self, stored: ScheduleSettings) -> ScheduleSettings:
        """What holds of the stored settings where the environment has its say."""
        return stored if self.interval is None else replace(stored, interval=self.interval)

    def situation(self) -> Situation:
        """The situation as the scheduler sees it: a demo bank on this computer needs no network."""
        now = self._surroundings.situation()
        return replace(now, online=None, metered=False) if self._database.environment == "demo" else now

    def _listen(self, event: Event) -> None:
        if isinstance(event, RunFinished | ItemChanged):
            self._wake.set()

    def _notice(self, signal: Signal) -> None:
        if signal is not Signal.CHANGED:
            self._return()
        self._wake.set()

    def _return(self) -> None:
        """The computer woke up, or its network is back."""
        self._back = True
        if self._trigger is not Trigger.STARTUP:
            self._trigger = Trigger.RECONNECT
        self._wake_worker()

    async def _rest(self, gaps: GapWatch) -> None:
        latest = self._clock.now() + LONGEST_REST
        until = min(self._next or latest, latest)
        while True:
            seconds = (until - self._clock.now()).total_seconds()
            if seconds > 0:
                await self._sleep(min(max(seconds, _LEAST_REST), self.tick))
            now = self._clock.now()
            if gap := gaps.gap(now, self._clock.monotonic()):
                _log.info("the clock moved by %s while nobody looked", gap)
                self._return()
                return
            if self._wake.is_set() or now >= until:
                return

    async def _sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            return

    async def _look(self) -> None:
        snapshot = await self._database.read(_load)
        now, situation = self._clock.now(), self.situation()
        self._take(snapshot)
        dues = {item.id: self._due(item, snapshot, situation, now) for item in snapshot.items}
        asked = {item: self._trigger_of(item) for item, due in dues.items() if due.at and due.at <= now}
        if situation.online is not False:
            self._trigger = Trigger.TIMER
            # One that waits for its next attempt is joined: the network is what it waits for.
            asked |= dict.fromkeys(self._eager & snapshot.open, Trigger.RECONNECT)
            self._eager -= asked.keys()
        plans = [self._plan(item, due, snapshot, now, asked.get(item)) for item, due in dues.items()]
        changed = [plan for plan in plans if plan != snapshot.planned.get(plan.item_id)]
        if changed or asked:
            await self._database.run(lambda db: _write(db, asked, changed, now))
            self._bus.publish(ScheduleChanged())
        self._next = min((due.at for due in dues.values() if due.at and due.at > now), default=None)
        if asked:
            self._wake_worker()
        for item in asked:
            self._bus.publish(ItemChanged(item))

    def _trigger_of(self, item_id: ItemId) -> Trigger:
        if self._trigger is Trigger.TIMER and item_id in self._eager:
            return Trigger.RECONNECT
        return self._trigger

    def _take(self, snapshot: _Snapshot) -> None:
        self._settings, self.trouble = self.effective(snapshot.settings), snapshot.settings.trouble
        if self.trouble is not None:
            self._tell_once(self.trouble.message)
        offline = {item.id for item in snapshot.items if item.status is ItemStatus.OFFLINE}
        if self._back:
            self._eager |= offline
            self._back = False
        self._eager &= offline

    def _due(self, item: Item, snapshot: _Snapshot, situation: Situation, now: datetime) -> Due:
        planned = snapshot.planned.get(item.id)
        attempted = last_attempt(
            (snapshot.began.get(item.id), planned.requested_at if planned else None), now
        )
        drawn_for, jitter = self._jitter.get(item.id, (None, -1.0))
        if jitter < 0 or drawn_for != attempted:
            jitter = draw_jitter(self._random)
            self._jitter[item.id] = (attempted, jitter)
        at_start = self._trigger is Trigger.STARTUP
        appeared = self._appeared.setdefault(item.id, None if at_start else now)
        cadence = Cadence(
            item.id,
            item.status,
            attempted,
            jitter,
            appeared_at=appeared,
            eager=item.id in self._eager,
            queued=item.id in snapshot.open,
        )
        return next_due(cadence, self._settings, situation, now, self.zone)

    def _plan(
        self, item_id: ItemId, due: Due, snapshot: _Snapshot, now: datetime, asked: Trigger | None
    ) -> Planned:
        before = snapshot.planned.get(item_id, Planned(item_id))
        if due.at is None or due.at > now:
            return replace(before, due_at=due.at and _whole(due.at), hold=due.hold)
        # What was missed while the program or the computer was off says nothing about the timer.
        late = now - due.at if asked is Trigger.TIMER else timedelta(0)
        return Planned(item_id, None, Hold.QUEUED, _whole(now), _to_milliseconds(late))

    def _tell_once(self, what: str) -> None:
        if what != self._told:
            _log.error("syncing by the clock: %s", what)
            self._told = what


def _load(db: SqliteDatabase) -> _Snapshot:
    return _Snapshot(
        schedules.load_settings(db),
        items.load_live_items(db),
        {item: run.started_at for item, run in sync_runs.load_last_runs(db).items()},
        queue.open_items(db),
        schedules.load_planned(db),
    )


def _write(
    db: SqliteDatabase, asked: Mapping[ItemId, Trigger], changed: Iterable[Planned], now: datetime
) -> None:
    known = {item.id for item in items.load_live_items(db)}  # one may have been removed since the look
    for item, trigger in asked.items():
        if item in known:
            queue.request(db, item, trigger, now)
    schedules.save_planned(db, [plan for plan in changed if plan.item_id in known])


def _to_milliseconds(length: timedelta) -> timedelta:
    return length // _MILLISECOND * _MILLISECOND


def _whole(at: datetime) -> datetime:
    """Cut an instant to milliseconds, as it is kept."""
    return at.replace(microsecond=at.microsecond // 1_000 * 1_000)
