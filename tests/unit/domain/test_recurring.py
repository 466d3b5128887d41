"""What comes again: which days have a rhythm, which have none, and when the next is due."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.insights import Cadence
from budgetsync.domain.recurring import Occurrence, Rhythm, find_rhythm, is_over, may_have_rhythm

FIRST = date(2024, 1, 15)
WEEKS = {Cadence.WEEKLY: 7, Cadence.FORTNIGHTLY: 14}
MONTHS = {Cadence.MONTHLY: 1, Cadence.QUARTERLY: 3, Cadence.YEARLY: 12}


def found(days: list[date], amounts: list[int] | int = -999) -> Rhythm | None:
    """Look for a rhythm, as the ledger does: days oldest first."""
    minors = [amounts] * len(days) if isinstance(amounts, int) else amounts
    newest_first = [Occurrence(day, minor) for day, minor in zip(days, minors, strict=True)][::-1]
    rhythm = find_rhythm(newest_first)
    if rhythm is not None:
        assert may_have_rhythm([(one.day.toordinal(), one.minor) for one in newest_first])
    return rhythm


def due(cadence: Cadence, first: date, times: int) -> list[date]:
    """The days on which something is due."""
    if cadence in WEEKS:
        return [first + timedelta(days=WEEKS[cadence] * number) for number in range(times)]
    days = []
    for number in range(times):
        years, month = divmod(first.month - 1 + MONTHS[cadence] * number, 12)
        last = monthrange(first.year + years, month + 1)[1]
        days.append(date(first.year + years, month + 1, min(first.day, last)))
    return days


def booked(day: date) -> date:
    """The next day on which a bank works."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


@given(
    st.sampled_from(Cadence),
    st.dates(date(2020, 1, 1), date(2023, 12, 31)),
    st.integers(4, 30),
    st.integers(1, 10_000_000),
    st.sampled_from([1, -1]),
)
def test_what_is_due_regularly_is_found_whatever_weekends_do(
    cadence: Cadence, first: date, times: int, size: int, sign: int
) -> None:
    *days, following = due(cadence, first, times + 1)
    rhythm = found([booked(day) for day in days], sign * size)

    assert rhythm is not None
    assert (rhythm.cadence, rhythm.times, rhythm.varies, rhythm.exact) == (cadence, times, False, False)
    assert rhythm.amount == (sign * size)
    assert rhythm.last_on == booked(days[-1])
    assert abs((rhythm.next_on - following).days) <= 3


@given(
    st.lists(st.integers(1, 400), min_size=1, max_size=40),
    st.lists(st.integers(-500, 500), min_size=40, max_size=40),
)
def test_what_a_glance_leaves_out_has_no_rhythm(distances: list[int], amounts: list[int]) -> None:
    days = [FIRST]
    for distance in distances[:-1]:
        days.append(days[-1] + timedelta(days=distance))
    rhythm = found(days, amounts[: len(days)])

    if rhythm is not None:
        assert (
            rhythm.next_on > rhythm.last_on == days[-1]
            or rhythm.exact
            or amounts[len(days) - 1] * rhythm.amount <= 0
        )
        assert 2 <= rhythm.times <= len(days)


def test_month_ends_stay_month_ends() -> None:
    rhythm = found([date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)])

    assert rhythm is not None
    assert rhythm.next_on == date(2026, 5, 31)


def test_a_day_that_weekends_put_off_stays_the_day() -> None:
    rhythm = found([date(2026, 1, 1), date(2026, 2, 2), date(2026, 3, 2), date(2026, 4, 1)])

    assert rhythm is not None
    assert rhythm.next_on == date(2026, 5, 1)


def test_a_price_that_rose_is_the_price() -> None:
    rhythm = found(due(Cadence.MONTHLY, FIRST, 8), [-999] * 5 + [-1_199] * 3)

    assert rhythm is not None
    assert (rhythm.amount, rhythm.varies, rhythm.times) == (-1_199, True, 8)


def test_a_bill_that_varies_needs_more_of_them() -> None:
    bills = [-4_100, -6_230, -5_020, -3_980, -7_005]

    assert found(due(Cadence.MONTHLY, FIRST, 4), bills[:4]) is None
    rhythm = found(due(Cadence.MONTHLY, FIRST, 5), bills)
    assert rhythm is not None
    assert rhythm.varies
    assert rhythm.amount == -5_020


def test_one_that_is_missing_does_not_end_it() -> None:
    days = due(Cadence.MONTHLY, FIRST, 9)

    rhythm = found(days[:4] + days[5:])
    assert rhythm is not None
    assert rhythm.times == 8


def test_a_refund_in_between_does_not_disturb() -> None:
    days = due(Cadence.MONTHLY, FIRST, 6)
    with_refund = sorted([*days, days[-1] + timedelta(days=2)])

    rhythm = found(with_refund, [-999] * 6 + [999])
    assert rhythm is not None
    assert (rhythm.amount, rhythm.last_on, rhythm.times) == (-999, days[-1], 6)


def test_a_subscription_is_found_among_purchases() -> None:
    monthly = [(day, -899) for day in due(Cadence.MONTHLY, FIRST, 6)]
    bought = [(FIRST + timedelta(days=offset), -offset * 37) for offset in (3, 9, 11, 40, 44, 75, 99, 131)]
    days, amounts = zip(*sorted(monthly + bought), strict=True)

    rhythm = found(list(days), list(amounts))
    assert rhythm is not None
    assert (rhythm.amount, rhythm.exact, rhythm.times) == (-899, True, 6)


@pytest.mark.parametrize(
    ("offsets", "amounts"),
    [
        ([0], -999),
        ([0, 30], -999),
        ([0, 3, 4, 9, 11, 17, 21, 22, 30], -450),
        ([0, 30, 60], [-1_000, -2_500, -700]),
        ([0, 10, 20, 30, 40], -999),
        ([0, 45, 90, 135], -999),
        ([0, 7, 14, 21, 28], [-4_120, -6_630, -2_710, -8_840, -5_050]),
    ],
    ids=[
        "once",
        "twice",
        "coffee",
        "three unlike ones",
        "every ten days",
        "every 45 days",
        "a weekly shopping",
    ],
)
def test_what_has_no_rhythm(offsets: list[int], amounts: list[int] | int) -> None:
    assert found([FIRST + timedelta(days=offset) for offset in offsets], amounts) is None


def test_what_does_not_come_is_late_and_then_over() -> None:
    expected = date(2026, 6, 1)

    assert not is_over(Cadence.MONTHLY, expected, expected + timedelta(days=31))
    assert is_over(Cadence.MONTHLY, expected, expected + timedelta(days=32))
    assert is_over(Cadence.WEEKLY, expected, expected + timedelta(days=15))
