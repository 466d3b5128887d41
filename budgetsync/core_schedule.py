"""The part of the facade about syncing by the clock: when, how often, and when not."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from peewee import SqliteDatabase

from budgetsync.domain.events import ItemChanged, ScheduleChanged
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Item, ItemStatus
from budgetsync.domain.ports import Clock
from budgetsync.domain.schedule_settings import OnMetered, Pause, QuietHours, ScheduleSettings
from budgetsync.domain.timetable import ItemTimetable, Planned, Timetable
from budgetsync.store import items, queue, schedules, sync_runs
from budgetsync.store.database import Database
from budgetsync.sync.bus import Bus
from budgetsync.sync.intake import Intake
from budgetsync.sync.scheduler import Scheduler

T = TypeVar("T")
_QUIET_WHEN_PAUSED = frozenset({ItemStatus.HEALTHY, ItemStatus.WAITING, ItemStatus.OFFLINE})


class ScheduleCommands:
    """What the user may choose about the timer. Choices are kept in the ledger and hold for whoever syncs it."""

    _database: Database
    _clock: Clock
    _bus: Bus
    _intake: Intake
    scheduler: Scheduler
    runs_scheduler: bool

    def _schedule_settings(self, db: SqliteDatabase) -> ScheduleSettings:
        """Load the settings that hold now."""
        return self.scheduler.effective(schedules.load_settings(db))

    async def timetable(self) -> Timetable:
        """When each connection was synced, when it is due next, and what it waits for."""

        def query(db: SqliteDatabase) -> Timetable:
            settings = self._schedule_settings(db)
            planned = schedules.load_planned(db)
            runs = sync_runs.load_last_runs(db)
            rows = [
                ItemTimetable(
                    planned.get(item.id, Planned(item.id)),
                    settings.interval_of(item.id),
                    runs[item.id].started_at if item.id in runs else None,
                )
                for item in items.load_live_items(db)
            ]
            return Timetable(
                settings,
                tuple(rows),
                self.scheduler.situation(),
                is_told_interval=self.scheduler.interval is not None,
                is_running=self.runs_scheduler,
                is_safety_net=self.scheduler.webhooks_healthy(),
                trouble=settings.trouble,
            )

        return await self._database.read(query)

    async def choose_interval(self, interval: timedelta | None, item_id: ItemId | None = None) -> None:
        """Choose how often is synced, for all connections or for one; None takes the choice back.

        Raises:
            UsageError: There is no such connection.
        """
        await self._choose(lambda db: schedules.save_interval(db, item_id, interval), item_id)

    async def pause(self, pause: Pause, item_id: ItemId | None = None) -> None:
        """Sync nothing by itself, or one connection not; what waits in the queue by itself is withdrawn.

        A click on "Sync now" still syncs.

        Raises:
            UsageError: There is no such connection.
        """

        def step(db: SqliteDatabase) -> list[ItemId]:
            schedules.save_pause(db, item_id, pause)
            return queue.withdraw_automatic(db, item_id, self._clock.now())

        for withdrawn in await self._choose(step, item_id):
            self._bus.publish(ItemChanged(withdrawn))

    async def resume(self, item_id: ItemId | None = None) -> None:
        """End a pause: of one connection, or every pause there is. What was missed is caught up once.

        Webhooks that came meanwhile are acted on.

        Raises:
            UsageError: There is no such connection.
        """
        await self._choose(lambda db: schedules.save_pause(db, item_id, None), item_id)
        await self._intake.recover()

    async def choose_quiet(self, quiet: QuietHours | None) -> None:
        """Choose the hours of the day in which nothing is synced by itself, or none."""
        await self._choose(lambda db: schedules.save_quiet(db, quiet))
        await self._intake.recover()

    async def choose_on_metered(self, choice: OnMetered) -> None:
        """Choose what the timer does on a network that is paid for by volume."""
        await self._choose(lambda db: schedules.save_on_metered(db, choice))

    async def choose_battery_stretch(self, stretch: int) -> None:
        """Choose how many times as long intervals are on battery; 1 = as ever."""
        await self._choose(lambda db: schedules.save_battery_stretch(db, stretch))

    async def _choose(self, step: Callable[[SqliteDatabase], T], item_id: ItemId | None = None) -> T:
        def checked(db: SqliteDatabase) -> T:
            if item_id is not None:
                items.load_item(db, item_id)
            return step(db)

        chosen = await self._database.run(checked, urgent=True)
        self.scheduler.wake()
        self._bus.publish(ScheduleChanged())
        return chosen


def show_pauses(shown: Iterable[Item], settings: ScheduleSettings, now: datetime) -> list[Item]:
    """Show connections as paused where they are; one that needs a person shows that first."""
    return [
        replace(item, status=ItemStatus.PAUSED)
        if item.status in _QUIET_WHEN_PAUSED and settings.pause_of(item.id, now)
        else item
        for item in shown
    ]
