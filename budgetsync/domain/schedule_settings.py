"""What a person chose about syncing by the clock, and how they write it: durations, quiet hours, pauses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum

from budgetsync.domain.errors import SettingsError, Trouble
from budgetsync.domain.ids import ItemId

HOURLY = timedelta(hours=1)
SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=31)
MOST_STRETCH = 24
TOMORROW = time(6)
"""When "until tomorrow" ends, in local time: before a person looks, after the night."""

_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_DURATION = re.compile(r"(\d{1,6})\s*([smhd])[a-z]*", re.ASCII | re.IGNORECASE)
_QUIET = re.compile(r"(\d{1,2}:\d{2})\s*(?:-|to)\s*(\d{1,2}:\d{2})", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})", re.ASCII)


class OnMetered(StrEnum):
    """What the timer does on a network that is paid for by volume; a sync takes a few kilobytes."""

    SYNC = "sync"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """A part of every day, by the local wall clock, in which nothing is synced by itself.

    Attributes:
        begin: First minute that is quiet.
        end: First minute that no longer is; before `begin` where the night lies between.
    """

    begin: time
    end: time

    def __str__(self) -> str:
        """Write it as it is typed."""
        return f"{self.begin:%H:%M}-{self.end:%H:%M}"


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing is synced by itself.

    Attributes:
        until: Aware UTC; None means until somebody resumes.
    """

    until: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Tell whether it still lasts at an instant."""
        return self.until is None or at < self.until


@dataclass(frozen=True, slots=True)
class ScheduleSettings:
    """Everything that a person chose about syncing by the clock.

    Attributes:
        interval: At most this long between two syncs of a connection.
        intervals: The same for single connections.
        pause: Of everything.
        pauses: Of single connections.
        battery_stretch: On battery, intervals are so many times as long; 1 = as ever.
        trouble: Something stored could not be read, and is here as it comes; what to do about it.
    """

    interval: timedelta = HOURLY
    intervals: Mapping[ItemId, timedelta] = field(default_factory=dict)
    pause: Pause | None = None
    pauses: Mapping[ItemId, Pause] = field(default_factory=dict)
    quiet: QuietHours | None = None
    on_metered: OnMetered = OnMetered.SYNC
    battery_stretch: int = 1
    trouble: Trouble | None = None

    def interval_of(self, item_id: ItemId) -> timedelta:
        """Tell the interval of one connection."""
        return self.intervals.get(item_id, self.interval)

    def pause_of(self, item_id: ItemId, at: datetime) -> Pause | None:
        """Tell what pauses a connection at an instant: the longer of its own pause and that of everything."""
        lasting = [one for one in (self.pause, self.pauses.get(item_id)) if one and one.holds(at)]
        return max(lasting, key=lambda one: (one.until is None, one.until or at), default=None)


def parse_duration(text: str) -> timedelta:
    """Read a duration such as 90s, 30m, 1h or 2d.

    Raises:
        SettingsError: It is none, or not above zero.
    """
    match = _DURATION.fullmatch(text.strip())
    if match is None or not int(match[1]):
        message = f"{text[:20]!r} is not a length of time."
        raise SettingsError(message, action="Write it like 30m, 1h or 2d.")
    return timedelta(seconds=int(match[1]) * _UNITS[match[2].lower()])


def parse_interval(text: str) -> timedelta:
    """Read the time between two syncs.

    Raises:
        SettingsError: It is no duration, or shorter or longer than makes sense.
    """
    interval = parse_duration(text)
    if not SHORTEST <= interval <= LONGEST:
        message = f"{text[:20]} is not a useful time between two syncs."
        raise SettingsError(message, action="Choose from 1m to 31d; 1h is usual.")
    return interval


def parse_quiet(text: str) -> QuietHours:
    """Read quiet hours such as 22:00-07:00.

    Raises:
        SettingsError: They cannot be read, or begin when they end.
    """
    match = _QUIET.fullmatch(text.strip())
    begin, end = (_parse_clock(match[1]), _parse_clock(match[2])) if match else (None, None)
    if begin is None or end is None or begin == end:
        message = f"{text[:20]!r} are not quiet hours."
        raise SettingsError(message, action="Write them like 22:00-07:00, or off.")
    return QuietHours(begin, end)


def parse_until(text: str, now: datetime, zone: tzinfo) -> datetime:
    """Read when a pause ends: tomorrow, a time such as 18:30, or a day such as 2026-12-01.

    Args:
        zone: The local time zone, by which all three are meant.

    Returns:
        Aware UTC, after `now`.

    Raises:
        SettingsError: It cannot be read, or is over already.
    """
    local, word = now.astimezone(zone), text.strip().lower()
    clock = _parse_clock(word)
    try:
        if word == "tomorrow":
            until = datetime.combine(local.date() + timedelta(days=1), TOMORROW, zone)
        elif clock is not None:
            day = local.date() if clock > local.time() else local.date() + timedelta(days=1)
            until = datetime.combine(day, clock, zone)
        else:
            until = datetime.combine(datetime.strptime(word, "%Y-%m-%d").date(), TOMORROW, zone)  # noqa: DTZ007
    except ValueError:
        message = f"{text[:20]!r} is not a time to pause until."
        raise SettingsError(message, action="Write tomorrow, 18:30 or 2026-12-01.") from None
    if until.astimezone(UTC) <= now:
        message = f"{text[:20]} is over already."
        raise SettingsError(message, action="Choose a time that is still to come, or leave it out.")
    return until.astimezone(UTC)


def parse_stretch(text: str) -> int:
    """Read how many times as long intervals are on battery; 1 or "keep" changes nothing.

    Raises:
        SettingsError: It is no whole number, or out of range.
    """
    word = text.strip().lower()
    if word == "keep":
        return 1
    stretch = int(word) if word.isascii() and word.isdigit() and len(word) <= len(str(MOST_STRETCH)) else 0
    if not 1 <= stretch <= MOST_STRETCH:
        message = f"{text[:20]!r} does not say how many times as long intervals are on battery."
        raise SettingsError(message, action=f"Give a whole number from 1 (as ever) to {MOST_STRETCH}.")
    return stretch


def format_duration(length: timedelta) -> str:
    """Write a duration as it is typed, exact to the second: 90s, 30m, 1h, 2d."""
    seconds = int(length.total_seconds())
    unit = next((unit for unit in "dhm" if seconds and not seconds % _UNITS[unit]), "s")
    return f"{seconds // _UNITS[unit]}{unit}"


def _parse_clock(text: str) -> time | None:
    match = _CLOCK.fullmatch(text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:  # noqa: PLR2004 - hours and minutes
        return None
    return time(int(match[1]), int(match[2]))
