"""The days of a row as numbers: the day that its text gives first, where it gives one, then those of its source."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

_DAY: Final = re.compile(r"(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})(?:\2(?:20)?(\d\d))?(?![\d,/-]|\.\d)")
_BEFORE: Final = 7
"""So many days before it is booked may a purchase be that its text dates."""


def day_made(days: Sequence[date], texts: Iterable[str], minor: int) -> int:
    """Give the ordinal of the day on which a row was made: the first of its source, or an earlier one in its text.

    Banks that only tell when they booked a card payment often write into its text when it was made.
    """
    made = _made(texts, days[0], minor) if len(days) == 1 else None
    return days[0].toordinal() if made is None else made


def _made(texts: Iterable[str], booked: date, minor: int) -> int | None:
    """Find the one day in texts that a booking of that day may be of; an amount is none."""
    last = booked.toordinal()
    found: set[int] = set()
    for text in texts:
        for one, _, other, year in _DAY.findall(text):
            if abs(minor) == int(one) * 100 + int(other) and not year:
                continue
            for day, month in {(int(one), int(other)), (int(other), int(one))}:
                found.update(
                    when
                    for near in ({2000 + int(year)} if year else {booked.year, booked.year - 1})
                    if (when := _ordinal(near, month, day)) is not None and last - _BEFORE <= when <= last
                )
    return found.pop() if len(found) == 1 else None


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None
