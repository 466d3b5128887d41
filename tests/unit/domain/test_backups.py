"""Which backup is due, which stay, and what a name says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.backups import (
    KEEP_DAYS,
    KEEP_MONTHS,
    KEEP_WEEKS,
    BackupKind,
    by_hand_name,
    daily_days,
    daily_name,
    day_of,
    is_due,
    kept_days,
    kind_of,
)

START = date(2024, 1, 1)
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def run_daily(days: int, *, skip: range = range(0)) -> set[date]:
    """Make and prune a backup on each day, as the program does."""
    there: set[date] = set()
    for number in range(days):
        today = START + timedelta(days=number)
        if number not in skip and is_due(today, there):
            there = set(kept_days(there | {today}))
    return there


def test_two_years_of_days_leave_days_weeks_and_months() -> None:
    there = sorted(run_daily(731), reverse=True)
    last = START + timedelta(days=730)

    assert there[:7] == [last - timedelta(days=number) for number in range(7)]
    sundays = [day for day in there if day.isoweekday() == 7]
    assert len(sundays) >= KEEP_WEEKS - 1
    month_ends = [day for day in there if (day + timedelta(days=1)).day == 1]
    assert len(month_ends) == KEEP_MONTHS - 1 + (last.day == 31)
    assert len(there) <= KEEP_DAYS + KEEP_WEEKS + KEEP_MONTHS


def test_a_long_rest_costs_no_backup() -> None:
    before = run_daily(100)
    after = run_daily(401, skip=range(100, 400))

    assert max(after) == START + timedelta(days=400)
    assert len(after & before) >= len(before) - 2


@given(st.sets(DAYS, max_size=80))
def test_what_is_kept_was_there_and_the_newest_is_among_it(made: set[date]) -> None:
    kept = kept_days(made)

    assert kept <= made
    assert not made or max(made) in kept
    assert set(sorted(made)[-KEEP_DAYS:]) <= kept
    assert kept_days(kept) == kept


@given(st.sets(DAYS, max_size=60), DAYS)
def test_one_a_day(made: set[date], today: date) -> None:
    assert is_due(today, made) is (today not in made)


def test_a_clock_that_was_ahead_puts_no_backup_off() -> None:
    assert is_due(date(2026, 6, 15), {date(2062, 1, 1)})


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (daily_name(START), BackupKind.DAILY),
        (by_hand_name(START), BackupKind.BY_HAND),
        ("by-hand-2024-01-01-2.sqlite", BackupKind.BY_HAND),
        ("before-schema-0002.sqlite", BackupKind.BEFORE_SCHEMA),
        ("before-schema-0002-3.sqlite", BackupKind.BEFORE_SCHEMA),
        ("daily-2024-02-30.sqlite", None),
        ("daily-2024-01-01-2.sqlite", None),
        ("daily-2024-01-01.sqlite.1234abcd.partial", None),
        ("my daily-2024-01-01.sqlite", None),
        ("ledger.sqlite", None),
        ("holiday.jpg", None),
    ],
)
def test_names_say_who_made_the_file(name: str, kind: BackupKind | None) -> None:
    assert kind_of(name) is kind


def test_names_carry_the_day() -> None:
    assert day_of(daily_name(START)) == day_of("by-hand-2024-01-01-7.sqlite") == START
    assert day_of("before-schema-0002.sqlite") is None
    assert daily_days([daily_name(START), by_hand_name(date(2025, 1, 1)), "x"]) == {START}
