"""Where a row stands among all rows: one number, so that a list of a million rows is eight megabytes."""

from datetime import date
from typing import NewType

from budgetsync.domain.ids import TransactionId

Place = NewType("Place", int)
"""(days since 1970-01-01) << 32 | the row's id: the newest row has the largest. The search index's rowid."""

_SHIFT = 32
_MASK = (1 << _SHIFT) - 1
_EPOCH = date(1970, 1, 1).toordinal()


def row_at(place: int) -> TransactionId:
    """Tell which row stands at a place."""
    return TransactionId(place & _MASK)


def day_at(place: int) -> date:
    """Tell the day of the row at a place."""
    return date.fromordinal(_EPOCH + (place >> _SHIFT))


def first_place(day: date) -> Place:
    """The place before every row of a day; that of the day after is behind every one."""
    return Place(_days(day) << _SHIFT)


def _days(day: date) -> int:
    return day.toordinal() - _EPOCH
