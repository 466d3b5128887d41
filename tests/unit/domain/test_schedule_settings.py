"""Durations, quiet hours and pauses as a person types them; sleep and set clocks as two clocks tell them."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.errors import SettingsError
from budgetsync.domain.schedule_settings import (
    QuietHours,
    format_duration,
    parse_duration,
    parse_interval,
    parse_quiet,
    parse_stretch,
    parse_until,
)
from budgetsync.domain.situation import GAP, GapWatch, Signal, Situation, signal_between

NOW = datetime(2026, 3, 28, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "length"),
    [("90s", 90), ("30m", 1_800), ("1h", 3_600), ("2 days", 172_800), ("1 Hour", 3_600), ("15min", 900)],
)
def test_a_duration_is_read(text: str, length: int) -> None:
    assert parse_duration(text) == timedelta(seconds=length)


@given(st.integers(1, 999_999))
def test_a_duration_is_written_as_it_is_read(seconds: int) -> None:
    assert parse_duration(format_duration(timedelta(seconds=seconds))) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "text", ["", "h", "0h", "-1h", "1.5h", "1y", "99999999d", "\N{ARABIC-INDIC DIGIT ONE}h"]
)
def test_what_is_no_duration_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_duration(text)
    assert "30m" in caught.value.action


@pytest.mark.parametrize("text", ["59s", "32d"])
def test_an_interval_has_bounds(text: str) -> None:
    with pytest.raises(SettingsError, match="not a useful time"):
        parse_interval(text)
    assert parse_interval("1m") == timedelta(minutes=1)


def test_quiet_hours_are_read_and_written() -> None:
    assert parse_quiet("22:00-7:00") == parse_quiet(" 22:00 to 07:00") == QuietHours(time(22), time(7))
    assert str(parse_quiet("22:00-7:00")) == "22:00-07:00"


@pytest.mark.parametrize("text", ["", "22-7", "22:00", "24:00-07:00", "22:60-07:00", "07:00-07:00"])
def test_what_are_no_quiet_hours_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="not quiet hours"):
        parse_quiet(text)


def test_a_pause_ends_by_the_local_clock() -> None:
    assert parse_until("tomorrow", NOW, BERLIN) == datetime(2026, 3, 29, 4, tzinfo=UTC), "summer time by then"
    assert parse_until("18:30", NOW, BERLIN) == datetime(2026, 3, 28, 17, 30, tzinfo=UTC)
    assert parse_until("12:30", NOW, BERLIN) == datetime(2026, 3, 29, 10, 30, tzinfo=UTC), "tomorrow's"
    assert parse_until("2026-12-01", NOW, BERLIN) == datetime(2026, 12, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-03-28", "2020-01-01", "someday", "", "25:00", "0001-01-01"])
def test_a_pause_does_not_end_in_the_past_or_never_was(text: str) -> None:
    with pytest.raises(SettingsError) as caught:
        parse_until(text, NOW, BERLIN)
    assert caught.value.action


@pytest.mark.parametrize("text", ["0", "25", "-1", "two", "1.5", ""])
def test_a_stretch_has_bounds(text: str) -> None:
    with pytest.raises(SettingsError, match="on battery"):
        parse_stretch(text)
    assert (parse_stretch("keep"), parse_stretch("4")) == (1, 4)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    for parse in (parse_duration, parse_interval, parse_quiet, parse_stretch):
        with suppress(SettingsError):
            parse(text)
    with suppress(SettingsError):
        assert parse_until(text, NOW, BERLIN) > NOW


def test_a_gap_is_what_one_clock_moved_more_than_the_other() -> None:
    watch = GapWatch(NOW, 100.0)
    assert watch.gap(NOW + timedelta(seconds=10), 110.0) == timedelta(0)
    assert watch.gap(NOW + timedelta(hours=8), 112.0) > timedelta(hours=7, minutes=59), "it slept"
    assert watch.gap(NOW + timedelta(hours=8, seconds=10), 122.0) == timedelta(0), "told once"
    assert watch.gap(NOW, 132.0) < -timedelta(hours=8), "somebody set the clock back"
    assert watch.gap(NOW + timedelta(seconds=10) + GAP / 2, 142.0) == timedelta(0)


def test_only_a_network_that_was_away_comes_back() -> None:
    away, there, unknown = Situation(online=False), Situation(online=True), Situation()
    assert signal_between(away, there) is signal_between(away, unknown) is Signal.NETWORK_BACK
    assert signal_between(there, away) is signal_between(unknown, there) is Signal.CHANGED
    assert signal_between(there, Situation(online=True, metered=True)) is Signal.CHANGED
    assert signal_between(there, there) is None
