"""Where an axis is marked: round figures, and days on which something begins. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

_STEPS = (1, 2, 5)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000)
_DAY_STEPS = (1, 2, 7, 14)
_MONTHS = 12
_DAYS_BY_DAY = 62
"""Up to so many days the axis is marked by days, above by months."""


class Span(NamedTuple):
    """The lowest and the highest value of an axis."""

    low: int
    high: int


def value_step(span: Span, most: int) -> int:
    """Give the distance of marks: 1, 2 or 5 times a power of ten, so that there are no more of them than wanted."""
    wanted = max(1, -(-(span.high - span.low) // max(1, most)))
    power = 1
    while True:
        for step in _STEPS:
            if step * power >= wanted:
                return step * power
        power *= 10


def widened(span: Span, step: int) -> Span:
    """Let an axis end at marks on both sides; it is never empty."""
    low, high = span.low // step * step, -(-span.high // step) * step
    return Span(low, high if high > low else low + step)


def value_ticks(span: Span, step: int) -> list[int]:
    """Give the marks of an axis, from below."""
    return list(range(-(-span.low // step) * step, span.high + 1, step))


def day_ticks(first: date, last: date, most: int) -> list[date]:
    """Give days to mark: Mondays or single days of a short stretch, else the first days of months or years."""
    most = max(1, most)
    length = (last - first).days + 1
    if length <= _DAYS_BY_DAY:
        step = next((step for step in _DAY_STEPS if length / step <= most), None)
        if step is not None:
            return list(_every(first, last, step))
    months = _months_between(first, last)
    for step in _MONTH_STEPS:
        if months / step <= most:
            return list(_months(first, last, step))
    for step in _YEAR_STEPS:
        if months / _MONTHS / step <= most:
            return list(_years(first, last, step))
    return []


def _every(first: date, last: date, step: int) -> Iterator[date]:
    day = first
    if step % 7 == 0:
        day += timedelta(days=-day.weekday() % 7)
    while day <= last:
        yield day
        day += timedelta(days=step)


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * _MONTHS + last.month - first.month + 1


def _months(first: date, last: date, step: int) -> Iterator[date]:
    year, month = first.year, first.month
    while date(year, month, 1) <= last:
        if (month - 1) % step == 0 and date(year, month, 1) >= first:
            yield date(year, month, 1)
        year, month = year + month // _MONTHS, month % _MONTHS + 1


def _years(first: date, last: date, step: int) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        if year % step == 0 and date(year, 1, 1) >= first:
            yield date(year, 1, 1)
