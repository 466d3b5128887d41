"""What comes again: the rhythm in the days of one payee of one account. Pure.

Precision goes before completeness: a shop that is visited often is no payment that is expected. A rhythm is a chain of
days, back from the newest, whose distances and places in the month or week agree, weekends and month ends allowed for.
One amount throughout needs few of them; amounts that vary need more.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from budgetsync.domain.insights import Cadence

GLANCED_AT = 16
"""So many of the newest tell whether there is a rhythm."""

_LOOKED_AT = 6
"""So many of the newest tell whether amounts vary; the newest three tell what it is."""
_SAME = 0.05
"""Amounts that differ by no more than this share are one amount."""


class Occurrence(NamedTuple):
    """What was paid or came in on a day, in minor units."""

    day: date
    minor: int


class Rhythm(NamedTuple):
    """How something comes again.

    Attributes:
        amount: The median of the last three.
        varies: Whether the last ones differ by more than a few percent.
        times: How often it came in this rhythm.
        next_on: The day after `last_on` on which it is due.
        exact: Whether only rows of this very amount have it: the payee has others too.
    """

    cadence: Cadence
    amount: int
    varies: bool
    times: int
    last_on: date
    next_on: date
    exact: bool = False


class _Rule(NamedTuple):
    """What makes a rhythm of one cadence.

    Attributes:
        apart: Least and most days between two.
        off: How many days one may be off its place.
        steady: How many of one amount are enough.
        varying: How many of amounts that vary are enough.
        patience: How many days after the expected one it is taken to be over.
        months: Its length in months; 0 where it goes by weeks.
    """

    apart: tuple[int, int]
    off: int
    steady: int
    varying: int
    patience: int
    months: int = 0


_RULES = {
    Cadence.WEEKLY: _Rule((5, 9), 2, 4, 8, 14),
    Cadence.FORTNIGHTLY: _Rule((11, 17), 3, 3, 6, 21),
    Cadence.MONTHLY: _Rule((25, 36), 4, 3, 5, 31, 1),
    Cadence.QUARTERLY: _Rule((83, 99), 7, 3, 4, 61, 3),
    Cadence.YEARLY: _Rule((353, 377), 11, 2, 3, 91, 12),
}


_FITTING: dict[int, int] = {}
"""For each distance in days, the cadences that it may belong to, as bits."""
for _bit, _rule in enumerate(_RULES.values()):
    for _times in (1, 2):
        for _apart in range(_times * _rule.apart[0], _times * _rule.apart[1] + 1):
            _FITTING[_apart] = _FITTING.get(_apart, 0) | 1 << _bit


def find_rhythm(occurrences: Sequence[Occurrence]) -> Rhythm | None:
    """Find the rhythm that the newest occurrences are in.

    Args:
        occurrences: Newest first, no two of one day. The first GLANCED_AT of them tell whether there is one.
    """
    found = _look(occurrences[:GLANCED_AT])
    if found is None or len(occurrences) <= GLANCED_AT:
        return found
    return _look(occurrences) or found


def _look(occurrences: Sequence[Occurrence]) -> Rhythm | None:
    coming = [one for one in occurrences if one.minor > 0]
    going = [one for one in occurrences if one.minor < 0]
    same = going if len(going) >= len(coming) else coming
    return _find(same) or _find_one_amount(same)


def may_have_rhythm(days: Sequence[tuple[int, int]]) -> bool:
    """Tell at a glance, for nearly all payees, that there is no rhythm: what `find_rhythm` cannot find.

    Args:
        days: The newest ones first: the day's number in the calendar, and the amount in minor units.
    """
    amounts = [minor for _, minor in days]
    if len(amounts) - len(set(amounts)) >= 3:  # noqa: PLR2004 - four of one amount may be a subscription
        return True
    coming = [day for day, minor in days if minor > 0]
    going = [day for day, minor in days if minor < 0]
    same = going if len(going) >= len(coming) else coming
    if len(same) < 2:  # noqa: PLR2004
        return False
    fits = _FITTING.get(same[0] - same[1], 0)
    return bool(fits if len(same) == 2 else fits & _FITTING.get(same[1] - same[2], 0))  # noqa: PLR2004


def is_over(cadence: Cadence, next_on: date, today: date) -> bool:
    """Tell whether what was expected has not come for so long that it is taken to be over."""
    return today > next_on + timedelta(days=_RULES[cadence].patience)


def _find_one_amount(occurrences: Sequence[Occurrence]) -> Rhythm | None:
    """Look for a subscription among other purchases: rows of one amount, one more of them than otherwise."""
    counted = Counter(one.minor for one in occurrences)
    best: Rhythm | None = None
    for minor, times in counted.most_common(3):
        if times < 3 or times == len(occurrences):  # noqa: PLR2004 - fewer are enough for no cadence here
            break
        found = _find([one for one in occurrences if one.minor == minor])
        if found is None or found.times <= _RULES[found.cadence].steady:
            continue
        if best is None or (found.last_on, found.times) > (best.last_on, best.times):
            best = found._replace(exact=True)
    return best


def _find(occurrences: Sequence[Occurrence]) -> Rhythm | None:
    if len(occurrences) < 2:  # noqa: PLR2004
        return None
    first = (occurrences[0].day - occurrences[1].day).days
    for times in (1, 2):  # twice the distance is one that is missing
        for cadence, rule in _RULES.items():
            low, high = rule.apart
            if not times * low <= first <= times * high:
                continue
            if (found := _judge(_chain(occurrences, rule), cadence, rule)) is not None:
                return found
    return None


def _chain(occurrences: Sequence[Occurrence], rule: _Rule) -> list[Occurrence]:
    """Follow the newest back as long as distances fit, its place is held, and no more than one in five is missing."""
    low, high = rule.apart
    chain = [occurrences[0]]
    for one in occurrences[1:]:
        apart = (chain[-1].day - one.day).days
        if not (low <= apart <= high or 2 * low <= apart <= 2 * high):
            break
        chain.append(one)
    place = _place(chain, rule)
    missing, kept = 0, 0
    for number, one in enumerate(chain, 1):
        if abs((_due_near(one.day, place, rule) - one.day).days) > rule.off:
            break
        missing += number > 1 and (chain[number - 2].day - one.day).days > high
        if missing * 5 <= number:
            kept = number
    return chain[:kept]


def _judge(chain: list[Occurrence], cadence: Cadence, rule: _Rule) -> Rhythm | None:
    """Tell whether a chain is long enough for the amounts that it has."""
    amounts = [one.minor for one in chain]
    jumps = sum(not _alike(one, other) for one, other in pairwise(amounts))
    steady = jumps == 0 or (jumps * 4 <= len(chain) and len(chain) > rule.steady)
    if len(chain) < (rule.steady if steady else rule.varying):
        return None
    newest = amounts[:_LOOKED_AT]
    middle = median_low(newest)
    return Rhythm(
        cadence,
        median_low(newest[:3]),
        not all(_alike(middle, one) for one in newest),
        len(chain),
        chain[0].day,
        _following(chain[0].day, _place(chain, rule), cadence, rule),
    )


def _alike(one: int, other: int) -> bool:
    return abs(one - other) <= _SAME * max(abs(one), abs(other))


def _place(chain: Sequence[Occurrence], rule: _Rule) -> int:
    """The day of the week (0 to 6) or of the month (31 = its last) from which all are the least away."""
    newest = [one.day for one in chain[:12]]
    if not rule.months:
        places = Counter(day.weekday() for day in newest)
    else:
        places = Counter(day.day for day in newest)
        if any(day.day == monthrange(day.year, day.month)[1] for day in newest):
            places[31] += 0
    return min(
        places,
        key=lambda place: (
            sum(abs((_due_near(day, place, rule) - day).days) for day in newest),
            -places[place],
        ),
    )


def _due_near(day: date, place: int, rule: _Rule) -> date:
    """The due day that is nearest to a day."""
    if not rule.months:
        ahead = (place - day.weekday()) % 7
        return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)  # noqa: PLR2004 - half a week
    near = (_in_month(day, offset, place) for offset in (-1, 0, 1))
    return min(near, key=lambda due: abs((due - day).days))


def _following(last: date, place: int, cadence: Cadence, rule: _Rule) -> date:
    due = _due_near(last, place, rule)
    if rule.months:
        return _in_month(due, rule.months, place)
    return due + timedelta(days=7 if cadence is Cadence.WEEKLY else 14)


def _in_month(day: date, offset: int, place: int) -> date:
    """The day of this place in a month so many later; its last where it has no such day."""
    years, month = divmod(day.month - 1 + offset, 12)
    year = day.year + years
    return date(year, month + 1, min(place, monthrange(year, month + 1)[1]))
