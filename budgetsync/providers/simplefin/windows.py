"""Windows of time: each request asks for 45 days at most, and each window overlaps the one before by five.

A cursor is how far was read, in seconds since 1970. The last window of a loop always reaches back as far as a window
can, since it costs the same request: pendings that are not told in it any more are gone.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

LONGEST = timedelta(days=45)
OVERLAP = timedelta(days=5)
FIRST = timedelta(days=90)
"""How far back is asked at first; servers rarely have more."""
_DIGITS = 12


class Window(NamedTuple):
    """What one request asks for.

    Attributes:
        end: Not part of it any more.
        is_last: It reaches to now.
        next_cursor: How far is read after it.
    """

    start: datetime
    end: datetime
    is_last: bool
    next_cursor: str


def next_window(cursor: str, now: datetime) -> Window:
    """Find the window that follows a cursor; "" is the beginning."""
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow = midnight + timedelta(days=1)
    reached = _read(cursor)
    start = midnight - FIRST if reached is None else min(reached - OVERLAP, tomorrow - LONGEST)
    end = min(start + LONGEST, tomorrow)
    is_last = end >= tomorrow
    return Window(start, end, is_last, _write(now if is_last else end))


def _read(cursor: str) -> datetime | None:
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) <= _DIGITS):
        return None
    try:
        return datetime.fromtimestamp(int(cursor), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _write(instant: datetime) -> str:
    return str(int(instant.timestamp()))
