"""When a connection is synced by itself: one pure function over its cadence, the settings and the situation.

The interval is a promise: at most so long between two attempts. What was missed is due once, at once. A last
attempt that lies in the future was written by a clock that has been set back since, so it says nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from random import Random

from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.schedule_settings import OnMetered, QuietHours, ScheduleSettings
from budgetsync.domain.situation import Situation

PROBES = {
    ItemStatus.REAUTH_REQUIRED: timedelta(days=1),
    ItemStatus.ATTENTION_REQUIRED: timedelta(hours=1),
    ItemStatus.DISCONNECTED: timedelta(days=7),
}
"""How often a connection that waits for a person is tried all the same: no state is for good."""

JITTER_SHARE = 10
LONGEST_JITTER = timedelta(minutes=5)
CREDIBLE_FUTURE = timedelta(minutes=5)
FIRST_PAUSE = timedelta(seconds=30)
"""Whoever makes a connection asks for its first sync; only what nobody asked for is asked for by the clock."""
RECONNECT_PAUSE = timedelta(seconds=60)
"""A network that comes and goes makes a connection try at most so often."""


class Hold(StrEnum):
    """What keeps a connection from being synced by itself although its time would have come."""

    PAUSED = "PAUSED"
    QUIET = "QUIET"
    METERED = "METERED"
    OFFLINE = "OFFLINE"
    QUEUED = "QUEUED"


@dataclass(frozen=True, slots=True)
class Cadence:
    """What the next sync of one connection depends on.

    Attributes:
        attempted_at: When it was last tried, well or not, by whatever asked for it; None = never. Aware UTC.
        jitter: Drawn once for each attempt (`draw_jitter`), from 0 up to 1.
        appeared_at: When it was made, if the program was there; None where it was there before. Aware UTC.
        eager: It failed for want of a network, and the network is back.
        queued: A request is open already; a later one would only join it.
    """

    item_id: ItemId
    status: ItemStatus
    attempted_at: datetime | None
    jitter: float = 0.0
    appeared_at: datetime | None = None
    eager: bool = False
    queued: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """When a connection is synced next by itself.

    Attributes:
        at: Aware UTC, possibly past; None = not before something else changes.
        hold: What made it later than its rhythm says, if anything did.
    """

    at: datetime | None
    hold: Hold | None = None


def last_attempt(instants: Iterable[datetime | None], now: datetime) -> datetime | None:
    """Choose the newest of some instants that a clock which was right can have written; None when there is none.

    Args:
        instants: When runs began and requests were made, aware UTC; None = never.
    """
    credible = [at for at in instants if at is not None and at <= now + CREDIBLE_FUTURE]
    return max(credible, default=None)


def draw_jitter(random: Random) -> float:
    """Draw where within its jitter a connection's next sync lies."""
    return random.random()


def next_due(
    cadence: Cadence, settings: ScheduleSettings, situation: Situation, now: datetime, zone: tzinfo
) -> Due:
    """Tell when a connection is due.

    Args:
        now: Aware UTC.
        zone: The local time zone, which quiet hours are meant in.
    """
    at = _by_interval(cadence, settings, situation, now)
    if cadence.queued:
        return Due(None, Hold.QUEUED)
    hold: Hold | None = None
    pause = settings.pause_of(cadence.item_id, max(at, now))
    if pause is not None:  # the longest; one has no beginning, so none holds after its end
        if pause.until is None:
            return Due(None, Hold.PAUSED)
        at, hold = pause.until, Hold.PAUSED
    if settings.quiet is not None:
        end = quiet_end(settings.quiet, max(at, now), zone)
        if end is not None:
            later = end + _spread(settings, cadence) * cadence.jitter  # not all at the same moment
            at, hold = end if quiet_end(settings.quiet, later, zone) else later, Hold.QUIET
    if situation.online is False:
        return Due(None, Hold.OFFLINE)
    if situation.metered and settings.on_metered is OnMetered.HOLD:
        return Due(None, Hold.METERED)
    return Due(at, hold)


def quiet_end(quiet: QuietHours, at: datetime, zone: tzinfo) -> datetime | None:
    """Tell when the quiet hours end that an instant lies in; None when it lies in none.

    By the wall clock of `zone`, which on two days a year shows an hour twice or not at all: an end that is shown
    twice counts the first time, one that is not shown counts when the clock jumps over it.

    Returns:
        Aware UTC, after `at`.
    """
    local = at.astimezone(zone)
    clock = local.time()
    over_night = quiet.end < quiet.begin
    is_quiet = clock >= quiet.begin or clock < quiet.end if over_night else quiet.begin <= clock < quiet.end
    if not is_quiet:
        return None
    day = local.date() + timedelta(days=1 if over_night and clock >= quiet.begin else 0)
    ends = [datetime.combine(day, quiet.end, zone).replace(fold=fold).astimezone(UTC) for fold in (0, 1)]
    if ends[0] > ends[1]:  # the clock jumps over it: between the two ways to read it
        return _jump_between(ends[1], ends[0], zone)
    return min(end for end in ends if end > at)


def _by_interval(
    cadence: Cadence, settings: ScheduleSettings, situation: Situation, now: datetime
) -> datetime:
    attempted = cadence.attempted_at
    if attempted is None and cadence.appeared_at is not None and cadence.appeared_at <= now:
        return cadence.appeared_at + FIRST_PAUSE
    if attempted is None or attempted > now + CREDIBLE_FUTURE:
        return now
    if cadence.eager:
        return attempted + RECONNECT_PAUSE
    interval = settings.interval_of(cadence.item_id)
    if situation.on_battery:
        interval *= settings.battery_stretch
    interval = max(interval, PROBES.get(cadence.status, interval))
    return attempted + interval - min(interval / JITTER_SHARE, LONGEST_JITTER) * cadence.jitter


def _spread(settings: ScheduleSettings, cadence: Cadence) -> timedelta:
    return min(settings.interval_of(cadence.item_id) / JITTER_SHARE, LONGEST_JITTER)


def _jump_between(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """Find the instant at which the wall clock jumps forwards, to the second."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)
