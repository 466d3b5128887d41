"""Calendar days as statements write them. No zone ever moves one."""

import re
from datetime import date
from functools import lru_cache

_OFX_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
FIRST_YEAR, LAST_YEAR = 1900, 2199


class DayError(ValueError):
    """A text that is no day. Its words are a sentence that a person may see."""


def make_day(year: int, month: int, day: int) -> date:
    """Make a day.

    Raises:
        DayError: The calendar has no such day, or it is centuries away.
    """
    message = "The date is no day of the calendar."
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DayError(message)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DayError(message) from error


@lru_cache(maxsize=4_096)
def read_ofx_day(text: str) -> date:
    """Read YYYYMMDD, the first of what OFX writes as a time.

    A time with a zone, 20090401220000[-5:EST], is the bank's own clock: the day is the one that is written. A time
    without a zone would be Greenwich's by the standard, but banks write their own there too.

    Raises:
        DayError: It is no day.
    """
    found = _OFX_DAY.match(text)
    if found is None:
        message = "The date is missing." if not text else "The date is not written as a date."
        raise DayError(message)
    return make_day(int(found[1]), int(found[2]), int(found[3]))
