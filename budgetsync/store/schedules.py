"""What a person chose about syncing by the clock, and what the scheduler planned."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TypeVar

from peewee import SqliteDatabase

from budgetsync.domain.errors import SettingsError, Trouble
from budgetsync.domain.ids import ItemId
from budgetsync.domain.schedule import Hold
from budgetsync.domain.schedule_settings import (
    HOURLY,
    OnMetered,
    Pause,
    QuietHours,
    ScheduleSettings,
    format_duration,
    parse_interval,
    parse_quiet,
    parse_stretch,
)
from budgetsync.domain.timetable import Planned
from budgetsync.store import tables
from budgetsync.store.convert import to_millis, to_optional_instant, to_optional_millis
from budgetsync.store.raw import select_rows

T = TypeVar("T")
_PREFIX = "schedule."
_INTERVAL, _QUIET, _METERED, _BATTERY = "interval", "quiet", "on_metered", "battery_stretch"
_PAUSE = "pause"
_FOR_GOOD = "for good"
_ANEW = {
    _INTERVAL: "`budgetsync schedule --every 1h`",
    _QUIET: "`budgetsync schedule --quiet off`",
    _METERED: "`budgetsync schedule --metered sync`",
    _BATTERY: "`budgetsync schedule --battery 1`",
    _PAUSE: "`budgetsync resume`",
}


def load_settings(db: SqliteDatabase) -> ScheduleSettings:
    """Load what was chosen; what was not, or cannot be read, is as it comes.

    One value that cannot be read takes nothing else away: a pause still holds.
    """
    # Not LIKE: in it, an underscore is any letter.
    names = select_rows(db, tables.Setting, "WHERE substr(name, 1, ?) = ?", (len(_PREFIX), _PREFIX))
    stored = {row.name.removeprefix(_PREFIX): row.value for row in names}
    rows = select_rows(db, tables.Schedule)
    troubles: list[Trouble] = []

    def read(name: str, parse: Callable[[str], T], default: T) -> T:
        try:
            return parse(stored[name]) if name in stored else default
        except (SettingsError, ValueError, OverflowError):
            message = f"The ledger's setting {_PREFIX}{name} is {stored[name][:20]!r}."
            action = f"Choose it anew: {_ANEW[name]}."
            troubles.append(SettingsError(message, action=action).trouble)
            return default

    return ScheduleSettings(
        interval=read(_INTERVAL, parse_interval, HOURLY),
        intervals={
            ItemId(row.item_id): timedelta(milliseconds=row.interval_ms) for row in rows if row.interval_ms
        },
        pause=read(_PAUSE, _to_pause, None),
        pauses={
            ItemId(row.item_id): Pause(to_optional_instant(row.paused_until)) for row in rows if row.paused
        },
        quiet=read(_QUIET, parse_quiet, None),
        on_metered=read(_METERED, OnMetered, OnMetered.SYNC),
        battery_stretch=read(_BATTERY, parse_stretch, 1),
        trouble=next(iter(troubles), None),
    )


def save_interval(db: SqliteDatabase, item_id: ItemId | None, interval: timedelta | None) -> None:
    """Choose the interval of all connections, or of one; None takes the choice back."""
    if item_id is None:
        _write(db, _INTERVAL, format_duration(interval) if interval else None)
        return
    millis = interval // timedelta(milliseconds=1) if interval else None
    row = tables.Schedule
    row.insert(item_id=item_id, interval_ms=millis).on_conflict(
        conflict_target=[row.item_id], update={row.interval_ms: millis}
    ).execute(db)


def save_pause(db: SqliteDatabase, item_id: ItemId | None, pause: Pause | None) -> None:
    """Pause all connections, or one; None resumes, and for all connections that is each of them too."""
    if item_id is None:
        _write(db, _PAUSE, _from_pause(pause) if pause else None)
        if pause is None:
            tables.Schedule.update(paused=0, paused_until=None).execute(db)
        return
    row = tables.Schedule
    until = to_optional_millis(pause.until) if pause else None
    row.insert(item_id=item_id, paused=int(pause is not None), paused_until=until).on_conflict(
        conflict_target=[row.item_id], update={row.paused: int(pause is not None), row.paused_until: until}
    ).execute(db)


def save_quiet(db: SqliteDatabase, quiet: QuietHours | None) -> None:
    """Choose quiet hours, or none."""
    _write(db, _QUIET, str(quiet) if quiet else None)


def save_on_metered(db: SqliteDatabase, choice: OnMetered) -> None:
    """Choose what happens on a metered network."""
    _write(db, _METERED, choice.value)


def save_battery_stretch(db: SqliteDatabase, stretch: int) -> None:
    """Choose how many times as long intervals are on battery."""
    _write(db, _BATTERY, str(stretch))


def load_planned(db: SqliteDatabase) -> dict[ItemId, Planned]:
    """Load what the scheduler planned last, of each connection that it has seen."""
    return {
        ItemId(row.item_id): Planned(
            ItemId(row.item_id),
            to_optional_instant(row.due_at),
            Hold(row.hold) if row.hold else None,
            to_optional_instant(row.requested_at),
            timedelta(milliseconds=row.drift_ms),
        )
        for row in select_rows(db, tables.ScheduleState)
    }


def save_planned(db: SqliteDatabase, planned: Iterable[Planned]) -> None:
    """Keep what the scheduler plans; only the owner of the engine calls this."""
    for one in planned:
        tables.ScheduleState.insert(
            item_id=one.item_id,
            due_at=to_optional_millis(one.due_at),
            hold=one.hold.value if one.hold else None,
            requested_at=to_optional_millis(one.requested_at),
            drift_ms=one.drift // timedelta(milliseconds=1),
        ).on_conflict_replace().execute(db)


def _write(db: SqliteDatabase, name: str, value: str | None) -> None:
    setting = tables.Setting
    if value is None:
        setting.delete().where(setting.name == _PREFIX + name).execute(db)
    else:
        setting.insert(name=_PREFIX + name, value=value).on_conflict_replace().execute(db)


def _from_pause(pause: Pause) -> str:
    return _FOR_GOOD if pause.until is None else str(to_millis(pause.until))


def _to_pause(text: str) -> Pause:
    return Pause(None if text == _FOR_GOOD else to_optional_instant(int(text)))
