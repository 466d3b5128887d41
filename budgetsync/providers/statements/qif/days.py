"""Dates of QIF: the order of day and month is found over the whole file."""

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from budgetsync.providers.statements.days import DayError, make_day

_DAY = re.compile(r"\s*([0-9]{1,4})\s*([/.\-])\s*([0-9]{1,2})\s*([/.\-'])\s*'?\s*([0-9]{1,4})\s*")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_NAMED = re.compile(r"\s*([0-9]{1,2})[ \-/.]+([A-Za-z]{3})[a-z]*[ \-/.,']+([0-9]{2,4})\s*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LAST_MONTH = 12
_LONGEST = 40
_PIVOT = 70


class DayOrder(NamedTuple):
    """How dates are written.

    Attributes:
        is_told: Whether the file itself shows it.
    """

    day_first: bool
    is_told: bool


def find_order(texts: Iterable[str], wished: bool | None) -> DayOrder:  # noqa: FBT001  # a value, no switch
    """Find which comes first: by the dates that can be read in one way only, else by the separator or a wish."""
    days = months = dots = open_ = 0
    for text in texts:
        found = _DAY.fullmatch(text[:_LONGEST])
        if found is None or len(found[1]) > 2:  # noqa: PLR2004  # a year
            continue
        first, second = int(found[1]), int(found[3])
        days += first > _LAST_MONTH >= second
        months += second > _LAST_MONTH >= first
        dots += found[2] == "."
        open_ += first != second
    if days != months:
        return DayOrder(days > months, is_told=True)
    if dots:
        return DayOrder(day_first=True, is_told=True)
    return DayOrder(bool(wished), is_told=not open_)


def read_day(text: str, order: DayOrder) -> date:
    """Read a date.

    Raises:
        DayError: It is none.
    """
    told = text[:_LONGEST]
    if found := _DAY.fullmatch(told):
        first, second, last = int(found[1]), int(found[3]), int(found[5])
        if len(found[1]) > 2:  # noqa: PLR2004  # a year
            return make_day(first, second, last)
        year = _year(found[5], is_new=found[4] == "'")
        return make_day(year, second, first) if order.day_first else make_day(year, first, second)
    if found := _NAMED.fullmatch(told):
        if found[2].lower() in _MONTHS:
            month = _MONTHS.index(found[2].lower()) + 1
            return make_day(_year(found[3], is_new=False), month, int(found[1]))
    elif found := _COMPACT.fullmatch(told.strip()):
        return make_day(int(found[1]), int(found[2]), int(found[3]))
    message = "The date is missing." if not told.strip() else "The date is not written as a date."
    raise DayError(message)


def _year(text: str, *, is_new: bool) -> int:
    """Write a year in full: an apostrophe before it is how Quicken marks those from 2000 on."""
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004  # in full already
        return year
    return 2000 + year if is_new or year < _PIVOT else 1900 + year
