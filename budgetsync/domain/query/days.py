"""Reads days as they are typed into a search."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from budgetsync.domain.query.terms import Days

DAY_WORDS = ("today", "yesterday", "this-month", "last-month", "this-year", "last-year")
"""Days and stretches of days that have a word."""

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_AGO = re.compile(r"(\d{1,6})([dw])", re.ASCII)
_A_DAY = timedelta(days=1)


def read_days(name: str, value: str, today: date, *, negated: bool) -> Days | None:
    """Read what stands behind `since:`, `until:` or `on:`; None where it is no day."""
    begin, _, end = value.partition("..") if name == "on" else (value, "", "")
    first, last = _read_day(begin, today), _read_day(end or begin, today)
    if first is None or last is None:
        return None
    return Days(None if name == "until" else first[0], None if name == "since" else last[1], negated)


def _read_day(value: str, today: date) -> tuple[date, date] | None:
    """Read a day, month or year; returns its first and last day."""
    value = _written_out(value, today)
    if (ago := _AGO.fullmatch(value)) is not None:
        distance = timedelta(days=int(ago.group(1)) * (7 if ago.group(2) == "w" else 1))
        day = _when_possible(lambda: today - distance)
        return None if day is None else (day, day)
    if (found := _DAY.fullmatch(value)) is None:
        return None
    year, month, number = (int(part) if part else None for part in found.groups())
    assert year is not None
    first = _when_possible(lambda: date(year, month or 1, number or 1))
    if first is None:
        return None
    if number is not None:
        return first, first
    last_month = month or 12
    after = date(year + last_month // 12, last_month % 12 + 1, 1) if year < date.max.year else None
    return first, (after - _A_DAY if after else date.max)


def _when_possible(make: Callable[[], date]) -> date | None:
    try:
        return make()
    except (ValueError, OverflowError):
        return None


def _written_out(value: str, today: date) -> str:
    """Put a word for days into figures."""
    last_month = date(today.year, today.month, 1) - _A_DAY if (today.year, today.month) > (1, 1) else today
    words = {
        "today": "0d",
        "yesterday": "1d",
        "this-month": f"{today:%Y-%m}",
        "last-month": f"{last_month:%Y-%m}",
        "this-year": f"{today:%Y}",
        "last-year": f"{max(1, today.year - 1):04}",
    }
    return words.get(value, value)
