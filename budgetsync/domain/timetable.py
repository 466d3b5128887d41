"""What the scheduler planned and did: what a person is shown about syncing by the clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import ItemId
from budgetsync.domain.schedule import Hold
from budgetsync.domain.schedule_settings import ScheduleSettings
from budgetsync.domain.situation import Situation


@dataclass(frozen=True, slots=True)
class Planned:
    """What the scheduler keeps of one connection. Instants are aware UTC.

    Attributes:
        due_at: When it asks for the next sync; None = not before something else changes.
        hold: Why that is later than the interval says, or never.
        requested_at: When it last asked for one; None = never.
        drift: How late that was, by the clock; zero where it was made after a start or after sleep.
    """

    item_id: ItemId
    due_at: datetime | None = None
    hold: Hold | None = None
    requested_at: datetime | None = None
    drift: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class ItemTimetable:
    """One connection.

    Attributes:
        interval: At most this long between two syncs, on mains.
        last_run_at: When its newest run began, whatever asked for it.
    """

    planned: Planned
    interval: timedelta
    last_run_at: datetime | None


@dataclass(frozen=True, slots=True)
class Timetable:
    """Syncing by the clock at a glance.

    Attributes:
        settings: What holds now, the environment's interval in it.
        is_told_interval: The interval comes from SYNC_SCHEDULE_INTERVAL and goes before the stored one.
        is_running: Whether a scheduler runs in this process.
        is_safety_net: Webhooks work, so that news do not wait for the timer.
        trouble: A stored setting that cannot be used, if there is one.
    """

    settings: ScheduleSettings
    items: tuple[ItemTimetable, ...]
    situation: Situation
    is_told_interval: bool
    is_running: bool
    is_safety_net: bool
    trouble: Trouble | None = None

    @property
    def last_run_at(self) -> datetime | None:
        """When the newest run of any connection began."""
        return max((item.last_run_at for item in self.items if item.last_run_at), default=None)

    @property
    def next_run_at(self) -> datetime | None:
        """When the first connection is due; None when none is."""
        return min((item.planned.due_at for item in self.items if item.planned.due_at), default=None)

    @property
    def drift(self) -> timedelta:
        """How late the newest request by the clock was."""
        asked = [
            (item.planned.requested_at, item.planned.drift)
            for item in self.items
            if item.planned.requested_at
        ]
        return max(asked, key=lambda one: one[0], default=(None, timedelta(0)))[1]
