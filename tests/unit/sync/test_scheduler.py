"""The scheduler on virtual time: hours pass, the computer sleeps, clocks are set, the network comes and goes."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import time, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from peewee import SqliteDatabase

from budgetsync.domain.item import ItemStatus
from budgetsync.domain.request import WaitsFor
from budgetsync.domain.schedule import Hold
from budgetsync.domain.schedule_settings import OnMetered, Pause, QuietHours
from budgetsync.domain.sync import Trigger
from budgetsync.store import queue, schedules
from budgetsync.store.database import FILE_NAME
from budgetsync.store.raw import connection_of
from budgetsync.sync.scheduler import TICK
from tests.unit.sync.days import Days
from tests.unit.sync.virtual import START, live

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
Scene = Callable[[Days], Awaitable[None]]


def spend(folder: Path, scene: Scene, **how: int) -> None:
    """Live a scene through beside a scheduler that the scene starts."""

    async def days() -> None:
        made = Days(folder, **how)
        try:
            await scene(made)
        finally:
            await made.stop()
            made.database.close()

    live(days())


def test_each_connection_is_synced_hourly_and_not_all_at_once(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.start()
        await days.pass_time(timedelta(days=1))
        for item in days.items:
            times = [at for at, asked, _ in days.asked if asked == item]
            assert 24 <= len(times) <= 27
            assert all(HOUR - 6 * MINUTE < later - at <= HOUR for at, later in pairwise(times))
        assert Counter(trigger for *_, trigger in days.asked).most_common(1)[0][0] is Trigger.TIMER
        assert len({at for at, *_ in days.asked}) > len(days.asked) // 2
        assert days.planned().drift < timedelta(seconds=1)

    spend(tmp_path, scene, connections=4)


def test_what_is_overdue_at_the_start_is_asked_for_once(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        late, early = days.items
        days.tried(START - timedelta(days=3), late)
        days.tried(START - 5 * MINUTE, early)
        days.start()
        assert await days.pass_time(50 * MINUTE) == [(late, Trigger.STARTUP)]
        assert await days.pass_time(15 * MINUTE) == [(early, Trigger.TIMER), (late, Trigger.TIMER)]
        assert days.planned(late).drift < timedelta(seconds=1), "that it was off says nothing about the timer"

    spend(tmp_path, scene, connections=2)


@pytest.mark.parametrize("slept", [HOUR, 8 * HOUR, timedelta(days=30)])
def test_sleep_is_noticed_within_seconds_and_caught_up_once(tmp_path: Path, slept: timedelta) -> None:
    async def scene(days: Days) -> None:
        days.scheduler.tick = TICK
        days.start()
        await days.pass_time(10 * MINUTE)
        days.clock.ahead += slept
        caught_up = await days.pass_time(timedelta(seconds=30))
        assert sorted(caught_up) == [(item, Trigger.RECONNECT) for item in days.items]
        assert await days.pass_time(50 * MINUTE) == []
        assert len(await days.pass_time(15 * MINUTE)) == 3

    spend(tmp_path, scene, connections=3)


def test_a_short_sleep_changes_nothing(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.start()
        await days.pass_time(10 * MINUTE)
        days.clock.ahead += 5 * MINUTE
        assert await days.pass_time(30 * MINUTE) == []
        assert len(await days.pass_time(16 * MINUTE)) == 1, "an hour by the wall clock"

    spend(tmp_path, scene)


@pytest.mark.parametrize("jump", [-400 * 24 * HOUR, -3 * HOUR, -10 * MINUTE, 2 * HOUR, 400 * 24 * HOUR])
def test_a_clock_that_is_set_makes_neither_storm_nor_silence(tmp_path: Path, jump: timedelta) -> None:
    async def scene(days: Days) -> None:
        days.start()
        await days.pass_time(2 * HOUR)
        days.clock.ahead += jump
        assert len(await days.pass_time(59 * MINUTE)) <= 4, "at most once each, besides the hourly one"
        assert 2 <= len(await days.pass_time(62 * MINUTE)) <= 4
        days.clock.ahead -= jump
        assert len(await days.pass_time(59 * MINUTE)) <= 4
        assert 2 <= len(await days.pass_time(62 * MINUTE)) <= 4

    spend(tmp_path, scene, connections=2)


def test_without_a_network_nothing_is_asked_for_and_with_it_again_at_once(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.start()
        away, fresh = days.items
        await days.pass_time(10 * MINUTE)
        days.ends[away] = ItemStatus.OFFLINE
        days.surroundings.become(online=False)
        assert await days.pass_time(20 * MINUTE) == []
        assert days.planned().hold is Hold.OFFLINE
        days.tried(days.clock.now() - 2 * MINUTE, away)  # it failed for want of the network
        del days.ends[away]
        days.surroundings.become(online=True)
        assert await days.pass_time(timedelta(seconds=5)) == [(away, Trigger.RECONNECT)]
        days.surroundings.become(online=False)
        await days.pass_time(3 * HOUR)
        days.surroundings.become(online=None)
        caught_up = await days.pass_time(timedelta(seconds=5))
        assert sorted(caught_up) == [(away, Trigger.RECONNECT), (fresh, Trigger.RECONNECT)]

    spend(tmp_path, scene, connections=2)


def test_a_network_that_comes_and_goes_makes_one_attempt_a_minute(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.ends[days.items[0]] = ItemStatus.OFFLINE
        days.start()
        await days.pass_time(5 * MINUTE)
        before = len(days.asked)
        for _ in range(60):
            days.surroundings.become(online=False)
            await days.pass_time(timedelta(seconds=5))
            days.surroundings.become(online=True)
            await days.pass_time(timedelta(seconds=5))
        assert 8 <= len(days.asked) - before <= 11

    spend(tmp_path, scene)


def test_a_retry_that_waits_for_the_network_is_due_when_it_is_back(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        (item,) = days.items
        days.ends[item] = ItemStatus.OFFLINE
        days.surroundings.become(online=False)
        days.tried(START - 2 * MINUTE)

        def fail(db: SqliteDatabase) -> None:
            queue.request(db, item, Trigger.TIMER, START)
            request = queue.lease_next(db, START, ())
            assert request is not None
            far = START + 15 * MINUTE
            queue.retry(db, request.id, START, at=far, error="Offline", why=WaitsFor.RETRY)

        days.database.run_now(fail)
        days.start()
        assert await days.pass_time(5 * MINUTE) == []
        days.surroundings.become(online=True)
        assert await days.pass_time(timedelta(seconds=5)) == [(item, Trigger.RECONNECT)]

    spend(tmp_path, scene)


def test_quiet_hours_pass_in_silence_and_are_caught_up_once(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.choose(schedules.save_quiet, QuietHours(time(13), time(18)))
        days.start()
        assert len(await days.pass_time(59 * MINUTE)) >= 2
        assert await days.pass_time(5 * HOUR) == []
        assert days.planned().hold is Hold.QUIET
        assert len(await days.pass_time(6 * MINUTE)) == 2

    spend(tmp_path, scene, connections=2)


def test_the_zone_of_quiet_hours_is_the_local_one(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.scheduler.zone = timezone(timedelta(hours=14))
        days.choose(schedules.save_quiet, QuietHours(time(1), time(4)))  # 11 to 14 by UTC, and it is 12
        days.start()
        assert await days.pass_time(2 * HOUR - MINUTE) == []
        assert len(await days.pass_time(7 * MINUTE)) == 1

    spend(tmp_path, scene)


def test_pauses_hold_and_what_was_missed_is_caught_up_once(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        one, other = days.items
        days.start()
        await days.pass_time(10 * MINUTE)
        days.choose(schedules.save_pause, None, Pause())
        assert await days.pass_time(10 * HOUR) == []
        days.choose(schedules.save_pause, None, None)
        assert sorted(await days.pass_time(MINUTE)) == [(one, Trigger.TIMER), (other, Trigger.TIMER)]
        days.choose(schedules.save_pause, other, Pause(days.clock.now() + 5 * HOUR))
        assert {item for item, _ in await days.pass_time(4 * HOUR)} == {one}
        assert other in {item for item, _ in await days.pass_time(62 * MINUTE)}

    spend(tmp_path, scene, connections=2)


def test_a_metered_network_is_used_unless_that_is_held(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.surroundings.become(metered=True)
        days.start()
        assert len(await days.pass_time(2 * HOUR + MINUTE)) == 3
        days.choose(schedules.save_on_metered, OnMetered.HOLD)
        assert await days.pass_time(5 * HOUR) == []
        assert days.planned().hold is Hold.METERED
        days.surroundings.become(metered=False)
        assert len(await days.pass_time(MINUTE)) == 1

    spend(tmp_path, scene)


def test_intervals_are_a_choice_for_all_or_for_one(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        one, other = days.items
        days.choose(schedules.save_interval, None, 6 * HOUR)
        days.choose(schedules.save_interval, other, 30 * MINUTE)
        days.start()
        counts = Counter(item for item, _ in await days.pass_time(timedelta(days=1)))
        assert 4 <= counts[one] <= 6
        assert 48 <= counts[other] <= 54
        days.choose(schedules.save_interval, other, None)
        assert Counter(item for item, _ in await days.pass_time(timedelta(days=1)))[other] <= 6

    spend(tmp_path, scene, connections=2)


def test_what_the_environment_says_goes_before_the_stored_interval(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.choose(schedules.save_interval, None, 6 * HOUR)
        days.scheduler.interval = timedelta(seconds=10)
        days.start()
        assert 30 <= len(await days.pass_time(timedelta(minutes=5))) <= 36

    spend(tmp_path, scene)


@pytest.mark.parametrize(
    ("status", "days_passed", "tries"),
    [
        (ItemStatus.REAUTH_REQUIRED, 4, 4),
        (ItemStatus.ATTENTION_REQUIRED, 1, 24),
        (ItemStatus.DISCONNECTED, 7, 1),
    ],
)
def test_no_state_is_for_good(tmp_path: Path, status: ItemStatus, days_passed: int, tries: int) -> None:
    async def scene(days: Days) -> None:
        (item,) = days.items
        days.ends[item] = status
        days.tried(START)
        days.start()
        assert tries <= len(await days.pass_time(timedelta(days=days_passed, minutes=5))) <= tries * 1.13

    spend(tmp_path, scene)


def test_a_new_connection_is_noticed(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.start()
        await days.pass_time(10 * MINUTE)
        new = days.connect("another")
        days.scheduler.wake()
        assert await days.pass_time(timedelta(seconds=20)) == [], "whoever made it asks for its first sync"
        assert await days.pass_time(MINUTE) == [(new, Trigger.TIMER)]

    spend(tmp_path, scene)


def test_requests_that_end_without_a_run_are_not_made_again_before_their_time(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.refuses = True
        days.start()
        assert 24 <= len(await days.pass_time(timedelta(days=1))) <= 27

    spend(tmp_path, scene)


@pytest.mark.expected_warnings("the ledger's setting|The ledger's setting schedule.quiet")
def test_a_setting_that_cannot_be_used_is_told_once_and_syncing_goes_on(tmp_path: Path) -> None:
    async def scene(days: Days) -> None:
        days.database.run_now(
            lambda db: connection_of(db).execute("INSERT INTO setting VALUES ('schedule.quiet', 'always')")
        )
        days.start()
        assert len(await days.pass_time(2 * HOUR + MINUTE)) == 3
        assert days.scheduler.trouble is not None
        assert "--quiet off" in days.scheduler.trouble.action
        days.choose(schedules.save_quiet, None)
        await days.pass_time(MINUTE)
        assert days.scheduler.trouble is None

    spend(tmp_path, scene)


@pytest.mark.expected_warnings("syncing by the clock: StoreBusy")
def test_a_ledger_that_cannot_be_written_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("budgetsync.store.database.BUSY_TIMEOUT", 0)

    async def scene(days: Days) -> None:
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
            other.execute("BEGIN IMMEDIATE")
            days.start()
            assert await days.pass_time(2 * HOUR) == []
        assert len(await days.pass_time(MINUTE)) == 1

    spend(tmp_path, scene)


disturbances = st.lists(
    st.tuples(
        st.sampled_from(["sleep", "ahead", "back", "offline", "online", "nothing"]), st.integers(1, 40 * 60)
    ),
    max_size=8,
)


@settings(max_examples=25)
@given(disturbances)
def test_whatever_happens_to_the_clocks_there_is_neither_storm_nor_silence(
    what: list[tuple[str, int]],
) -> None:
    async def scene(days: Days) -> None:
        days.start()
        by_wall = timedelta(0)
        for kind, minutes in what:
            length = minutes * MINUTE
            if kind in {"sleep", "ahead"}:
                days.clock.ahead += length
            elif kind == "back":
                days.clock.ahead -= length
            elif kind != "nothing":
                days.surroundings.become(online=kind == "online")
            calm = timedelta(minutes=minutes % 90)
            await days.pass_time(calm)
            by_wall += calm
        assert len(days.asked) <= by_wall / (HOUR - 6 * MINUTE) + len(what) + 2, "a storm"
        days.surroundings.become(online=True)
        await days.pass_time(2 * MINUTE)
        assert 3 <= len(await days.pass_time(4 * HOUR)) <= 6

    with TemporaryDirectory() as folder:
        spend(Path(folder), scene)
