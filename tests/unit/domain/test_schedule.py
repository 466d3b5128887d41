"""When a connection is due: intervals, quiet hours across daylight saving, pauses, clocks that jump."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import PARKED, ItemStatus
from budgetsync.domain.schedule import (
    CREDIBLE_FUTURE,
    FIRST_PAUSE,
    LONGEST_JITTER,
    PROBES,
    RECONNECT_PAUSE,
    Cadence,
    Due,
    Hold,
    draw_jitter,
    last_attempt,
    next_due,
    quiet_end,
)
from budgetsync.domain.schedule_settings import OnMetered, Pause, QuietHours, ScheduleSettings
from budgetsync.domain.situation import Situation

ITEM, OTHER = ItemId(1), ItemId(2)
NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
WELL = Cadence(ITEM, ItemStatus.HEALTHY, NOW - MINUTE)
NIGHT = QuietHours(time(22), time(7))
KNOWN, PLAIN = Situation(online=True), ScheduleSettings()
ZONES: list[tzinfo] = [
    ZoneInfo("Europe/Berlin"),
    ZoneInfo("America/New_York"),
    ZoneInfo("Pacific/Pago_Pago"),
    ZoneInfo("Pacific/Kiritimati"),
    ZoneInfo("Australia/Lord_Howe"),
    timezone(timedelta(hours=-11)),
    timezone(timedelta(hours=14)),
]
# The days on which clocks are set in Berlin and New York, and the days around them.
TURNS = [datetime(2026, *day, tzinfo=UTC) for day in ((3, 8), (3, 29), (10, 25), (11, 1), (4, 4), (10, 3))]

clocks = st.times(max_value=time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0))
nights = st.tuples(clocks, clocks).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: QuietHours(*pair))
turns = st.builds(
    lambda day, seconds: day + timedelta(seconds=seconds),
    st.sampled_from(TURNS),
    st.integers(-43_200, 3 * 43_200),
)
instants = turns | st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
intervals = st.integers(60, 31 * 86_400).map(lambda seconds: timedelta(seconds=seconds))
jitters = st.floats(0, 1, exclude_max=True)
pauses = st.none() | st.builds(Pause, st.none() | instants)
plans = st.builds(
    ScheduleSettings,
    interval=intervals,
    intervals=st.dictionaries(st.sampled_from([ITEM, OTHER]), intervals),
    pause=pauses,
    pauses=st.dictionaries(st.just(ITEM), st.builds(Pause, st.none() | instants)),
    quiet=st.none() | nights,
    on_metered=st.sampled_from(OnMetered),
    battery_stretch=st.integers(1, 24),
)
situations = st.builds(Situation, st.sampled_from([None, True, False]), st.booleans(), st.booleans())
cadences = st.builds(
    Cadence,
    st.just(ITEM),
    st.sampled_from(ItemStatus),
    st.none() | instants,
    jitters,
    appeared_at=st.none() | instants,
    eager=st.booleans(),
    queued=st.booleans(),
)


def due(cadence: Cadence, settings: ScheduleSettings = PLAIN, situation: Situation = KNOWN) -> Due:
    return next_due(cadence, settings, situation, NOW, UTC)


def test_a_connection_is_due_an_interval_after_its_last_attempt_at_the_latest() -> None:
    assert due(WELL) == Due(WELL.attempted_at + HOUR if WELL.attempted_at else None)
    early = due(replace(WELL, jitter=0.999)).at
    assert early is not None
    assert NOW - MINUTE + HOUR - LONGEST_JITTER < early < NOW - MINUTE + HOUR


def test_its_own_interval_goes_before_the_general_one() -> None:
    settings = ScheduleSettings(intervals={ITEM: 6 * HOUR})
    assert due(WELL, settings).at == NOW - MINUTE + 6 * HOUR
    assert due(replace(WELL, item_id=OTHER), settings).at == NOW - MINUTE + HOUR


def test_what_was_never_tried_is_due_now() -> None:
    assert due(replace(WELL, attempted_at=None)) == Due(NOW)


def test_a_new_connection_is_left_to_whoever_made_it_for_a_moment() -> None:
    assert due(replace(WELL, attempted_at=None, appeared_at=NOW)).at == NOW + FIRST_PAUSE
    assert due(replace(WELL, attempted_at=None, appeared_at=NOW + HOUR)).at == NOW, (
        "a clock that was set back"
    )
    assert due(replace(WELL, appeared_at=NOW - HOUR)).at == due(WELL).at


def test_what_was_missed_is_due_once_when_it_was() -> None:
    missed = due(replace(WELL, attempted_at=NOW - timedelta(days=9)))
    assert missed.at is not None
    assert missed.at < NOW


@pytest.mark.parametrize("status", sorted(PARKED))
def test_a_parked_connection_is_tried_again_in_its_own_time(status: ItemStatus) -> None:
    assert due(replace(WELL, status=status)).at == NOW - MINUTE + PROBES[status]
    rare = ScheduleSettings(interval=timedelta(days=30))
    assert due(replace(WELL, status=status), rare).at == NOW - MINUTE + timedelta(days=30)


def test_every_status_has_a_next_time() -> None:
    assert PROBES.keys() == PARKED
    for status in ItemStatus:
        assert due(replace(WELL, status=status)).at is not None


def test_a_clock_that_was_set_back_makes_no_silence_and_a_small_step_no_second_sync() -> None:
    assert due(replace(WELL, attempted_at=NOW + timedelta(days=400))).at == NOW
    assert due(replace(WELL, attempted_at=NOW + MINUTE)).at == NOW + MINUTE + HOUR
    assert last_attempt([NOW + timedelta(days=1), None, NOW - HOUR, NOW - 2 * HOUR], NOW) == NOW - HOUR
    assert last_attempt([NOW + timedelta(days=1), None], NOW) is None


def test_pauses_hold_until_they_end_or_are_ended() -> None:
    until = NOW + 5 * HOUR
    assert due(WELL, ScheduleSettings(pause=Pause())) == Due(None, Hold.PAUSED)
    assert due(WELL, ScheduleSettings(pause=Pause(until))) == Due(until, Hold.PAUSED)
    assert due(WELL, ScheduleSettings(pauses={ITEM: Pause()}, pause=Pause(until))) == Due(None, Hold.PAUSED)
    assert due(WELL, ScheduleSettings(pauses={OTHER: Pause()})).hold is None
    assert due(WELL, ScheduleSettings(pause=Pause(NOW + MINUTE))).hold is None, "it ends before the next sync"
    assert due(WELL, ScheduleSettings(pause=Pause(NOW - MINUTE))).hold is None


def test_without_a_network_nothing_is_due_and_an_unknown_one_is_tried() -> None:
    assert due(WELL, situation=Situation(online=False)) == Due(None, Hold.OFFLINE)
    assert due(WELL, situation=Situation(online=None)).hold is None


def test_a_metered_network_holds_only_where_that_was_chosen() -> None:
    metered = Situation(online=True, metered=True)
    assert due(WELL, situation=metered).hold is None
    assert due(WELL, ScheduleSettings(on_metered=OnMetered.HOLD), metered) == Due(None, Hold.METERED)
    assert due(WELL, ScheduleSettings(on_metered=OnMetered.HOLD)).hold is None


def test_on_battery_intervals_are_stretched_only_where_that_was_chosen() -> None:
    battery = Situation(online=True, on_battery=True)
    assert due(WELL, situation=battery).at == NOW - MINUTE + HOUR
    assert due(WELL, ScheduleSettings(battery_stretch=4), battery).at == NOW - MINUTE + 4 * HOUR
    assert due(WELL, ScheduleSettings(battery_stretch=4)).at == NOW - MINUTE + HOUR


def test_an_open_request_is_not_asked_for_again() -> None:
    assert due(replace(WELL, attempted_at=None, queued=True)) == Due(None, Hold.QUEUED)


def test_a_network_that_is_back_is_not_waited_for_any_longer() -> None:
    assert due(replace(WELL, eager=True)).at == NOW - MINUTE + RECONNECT_PAUSE


@pytest.mark.parametrize(
    ("zone", "at", "ends"),
    [
        ("Europe/Berlin", "2026-06-15T21:00", "2026-06-16T05:00"),
        ("Europe/Berlin", "2026-06-16T04:59", "2026-06-16T05:00"),
        ("Europe/Berlin", "2026-03-28T22:30", "2026-03-29T05:00"),  # the night of the hour that is missing
        ("Europe/Berlin", "2026-10-24T21:30", "2026-10-25T06:00"),  # the night of the hour that comes twice
        ("America/New_York", "2026-03-08T04:00", "2026-03-08T11:00"),
        ("America/New_York", "2026-11-01T03:00", "2026-11-01T12:00"),
        ("Pacific/Pago_Pago", "2026-06-15T09:30", "2026-06-15T18:00"),
        ("Pacific/Kiritimati", "2026-06-15T09:30", "2026-06-15T17:00"),
    ],
)
def test_quiet_hours_end_by_the_local_clock(zone: str, at: str, ends: str) -> None:
    instant, end = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (at, ends))
    assert quiet_end(NIGHT, instant, ZoneInfo(zone)) == end
    assert quiet_end(NIGHT, end, ZoneInfo(zone)) is None


def test_an_end_that_the_clock_jumps_over_counts_when_it_jumps() -> None:
    berlin, until_half_past_two = ZoneInfo("Europe/Berlin"), QuietHours(time(22), time(2, 30))
    jump = datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert quiet_end(until_half_past_two, jump - MINUTE, berlin) == jump
    assert quiet_end(until_half_past_two, jump, berlin) is None


def test_an_end_that_is_shown_twice_counts_the_first_time() -> None:
    berlin, until_half_past_two = ZoneInfo("Europe/Berlin"), QuietHours(time(22), time(2, 30))
    assert quiet_end(until_half_past_two, datetime(2026, 10, 24, 23, tzinfo=UTC), berlin) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )
    again = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)
    assert quiet_end(until_half_past_two, again, berlin) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_the_night_is_waited_for_and_connections_do_not_all_start_at_its_end() -> None:
    settings = ScheduleSettings(quiet=NIGHT)
    late = datetime(2026, 6, 15, 21, 30, tzinfo=UTC)
    cadence = replace(WELL, attempted_at=late, jitter=0.5)
    found = next_due(cadence, settings, KNOWN, late, UTC)
    assert found == Due(datetime(2026, 6, 16, 7, tzinfo=UTC) + LONGEST_JITTER / 2, Hold.QUIET)
    paused = replace(settings, pause=Pause(datetime(2026, 6, 16, 12, tzinfo=UTC)))
    assert next_due(cadence, paused, KNOWN, late, UTC).hold is Hold.PAUSED


@given(quiet=nights, at=instants, zone=st.sampled_from(ZONES))
def test_quiet_hours_always_end(quiet: QuietHours, at: datetime, zone: tzinfo) -> None:
    end = quiet_end(quiet, at, zone)
    clock = at.astimezone(zone).time()
    over_night = quiet.end < quiet.begin
    inside = clock >= quiet.begin or clock < quiet.end if over_night else quiet.begin <= clock < quiet.end
    assert (end is not None) == inside
    if end is not None:
        assert at < end <= at + timedelta(hours=25, minutes=1)
        assert end.tzinfo is UTC
        assert quiet_end(quiet, end, zone) is None
        shown = end.astimezone(zone)
        jumped = shown.utcoffset() != (end - timedelta(seconds=1)).astimezone(zone).utcoffset()
        assert shown.time() == quiet.end or jumped


@given(cadence=cadences, settings=plans, situation=situations, now=instants, zone=st.sampled_from(ZONES))
def test_there_is_always_a_next_time_or_a_reason_that_passes(
    cadence: Cadence, settings: ScheduleSettings, situation: Situation, now: datetime, zone: tzinfo
) -> None:
    found = next_due(cadence, settings, situation, now, zone)
    if found.at is None:
        assert found.hold in {Hold.PAUSED, Hold.OFFLINE, Hold.METERED, Hold.QUEUED}
        return
    assert not cadence.queued
    assert situation.online is not False
    begins = max(found.at, now)
    assert settings.pause_of(ITEM, begins) is None
    if settings.quiet is not None:
        assert quiet_end(settings.quiet, begins, zone) is None
    longest = max(settings.interval_of(ITEM) * settings.battery_stretch, timedelta(days=7))
    ends = [pause.until for pause in (settings.pause, settings.pauses.get(ITEM)) if pause and pause.until]
    latest = max([now + longest + CREDIBLE_FUTURE, *ends]) + timedelta(hours=26)
    assert found.at <= latest, "no state is for good"


@given(
    cadence=cadences, settings=plans, now=instants, zone=st.sampled_from(ZONES), wait=st.integers(0, 10**7)
)
def test_waiting_brings_a_connection_nearer_and_never_puts_it_off(
    cadence: Cadence, settings: ScheduleSettings, now: datetime, zone: tzinfo, wait: int
) -> None:
    plain = replace(settings, pause=None, pauses={}, quiet=None)
    cadence = replace(cadence, queued=False)
    first = next_due(cadence, plain, KNOWN, now, zone).at
    assert first is not None
    later = now + timedelta(seconds=wait)
    second = next_due(cadence, plain, KNOWN, later, zone).at
    assert second is not None
    assert max(second, later) <= max(first, later) or second == first or (first <= now and second <= later)


@given(st.integers())
def test_jitter_is_drawn_from_the_source_that_was_given(seed: int) -> None:
    one, same = Random(seed), Random(seed)  # noqa: S311 - not for secrets
    assert 0 <= draw_jitter(one) < 1
    assert draw_jitter(one) != draw_jitter(same)
