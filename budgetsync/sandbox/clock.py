"""The bank's calendar: an instant is a whole number of minutes, a day is a proleptic ordinal."""

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Final

MINUTES_A_DAY: Final = 1440

DEFAULT_START: Final = date(2026, 6, 15)
"""The bank's first today, unless the caller chooses another; a fixed one keeps every byte repeatable."""

OPENING_HOUR: Final = 12
"""The world begins at noon UTC of its first day."""


def start_minute(day: date) -> int:
    """The instant at which a world that starts on ``day`` begins."""
    return day.toordinal() * MINUTES_A_DAY + OPENING_HOUR * 60


def minute_of(moment: datetime) -> int:
    """The bank's minute of an aware instant, rounded down."""
    moment = moment.astimezone(UTC)
    return moment.toordinal() * MINUTES_A_DAY + moment.hour * 60 + moment.minute


def instant_text(minute: int) -> str:
    """Write an instant as Plaid writes it: ``2026-06-15T12:00:00Z``."""
    day, rest = divmod(minute, MINUTES_A_DAY)
    return f"{date_text(day)}T{rest // 60:02d}:{rest % 60:02d}:00Z"


@lru_cache(maxsize=4096)
def date_text(ordinal: int) -> str:
    """Write a calendar day as ``YYYY-MM-DD``."""
    return date.fromordinal(ordinal).isoformat()


@lru_cache(maxsize=4096)
def date_bytes(ordinal: int) -> bytes:
    """The same as `date_text`, ready to be joined into a page."""
    return date_text(ordinal).encode()


def second_text(second: int) -> str:
    """Write an instant to the second: ``2026-06-15T12:00:07Z``."""
    return f"{instant_text(second // 60)[:-3]}{second % 60:02d}Z"
