"""What was chosen about the timer comes back as it was chosen, whatever else is stored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Connection, Institution
from budgetsync.domain.schedule import Hold
from budgetsync.domain.schedule_settings import OnMetered, Pause, QuietHours, ScheduleSettings
from budgetsync.domain.timetable import Planned
from budgetsync.store import items, schedules
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.raw import connection_of

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / FILE_NAME, "demo") as made:
        for name in ("a", "b"):
            connection = Connection(name, Institution(name, name), "access-token")
            made.run_now(lambda db, one=connection: items.save_connection(db, "plaid", one, NOW))  # type: ignore[misc]
        yield made


ONE, OTHER = ItemId(1), ItemId(2)


def test_a_new_ledger_has_the_settings_as_they_come(database: Database) -> None:
    assert database.run_now(schedules.load_settings) == ScheduleSettings()


def test_what_is_chosen_is_kept_and_taken_back(database: Database) -> None:
    quiet, until = QuietHours(time(22), time(7)), Pause(NOW + HOUR)
    database.run_now(lambda db: schedules.save_interval(db, None, 6 * HOUR))
    database.run_now(lambda db: schedules.save_interval(db, ONE, HOUR / 2))
    database.run_now(lambda db: schedules.save_pause(db, None, until))
    database.run_now(lambda db: schedules.save_pause(db, ONE, Pause()))
    database.run_now(lambda db: schedules.save_pause(db, OTHER, until))
    database.run_now(lambda db: schedules.save_quiet(db, quiet))
    database.run_now(lambda db: schedules.save_on_metered(db, OnMetered.HOLD))
    database.run_now(lambda db: schedules.save_battery_stretch(db, 4))

    assert database.run_now(schedules.load_settings) == ScheduleSettings(
        6 * HOUR, {ONE: HOUR / 2}, until, {ONE: Pause(), OTHER: until}, quiet, OnMetered.HOLD, 4
    )

    database.run_now(lambda db: schedules.save_interval(db, None, None))
    database.run_now(lambda db: schedules.save_interval(db, ONE, None))
    database.run_now(lambda db: schedules.save_pause(db, OTHER, None))
    still = database.run_now(schedules.load_settings)
    assert (still.interval, still.intervals, still.pauses) == (HOUR, {}, {ONE: Pause()})

    database.run_now(lambda db: schedules.save_pause(db, None, None))
    database.run_now(lambda db: schedules.save_quiet(db, None))
    database.run_now(lambda db: schedules.save_on_metered(db, OnMetered.SYNC))
    database.run_now(lambda db: schedules.save_battery_stretch(db, 1))
    assert database.run_now(schedules.load_settings) == ScheduleSettings(), "resuming all resumes each"


@pytest.mark.parametrize(
    ("name", "value", "command"),
    [
        ("interval", "often", "schedule --every"),
        ("interval", "1s", "schedule --every"),
        ("quiet", "22:00-22:00", "--quiet off"),
        ("on_metered", "maybe", "--metered sync"),
        ("battery_stretch", "0", "--battery 1"),
        ("pause", "a while", "resume"),
        ("pause", "9" * 30, "resume"),
    ],
)
def test_a_value_that_cannot_be_read_is_told_and_takes_no_other_away(
    database: Database, name: str, value: str, command: str
) -> None:
    database.run_now(lambda db: schedules.save_pause(db, ONE, Pause()))
    database.run_now(
        lambda db: connection_of(db).execute("INSERT INTO setting VALUES (?, ?)", (f"schedule.{name}", value))
    )

    loaded = database.run_now(schedules.load_settings)

    assert loaded.trouble is not None
    assert command in loaded.trouble.action
    assert loaded.pauses == {ONE: Pause()}
    assert (loaded.interval, loaded.quiet, loaded.pause) == (HOUR, None, None)


def test_what_was_planned_comes_back_to_the_millisecond(database: Database) -> None:
    plans = [
        Planned(ONE, NOW + HOUR, Hold.QUIET, NOW, timedelta(milliseconds=7)),
        Planned(OTHER, None, Hold.PAUSED),
    ]
    database.run_now(lambda db: schedules.save_planned(db, plans))
    database.run_now(lambda db: schedules.save_planned(db, plans))
    assert list(database.run_now(schedules.load_planned).values()) == plans
