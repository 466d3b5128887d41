"""Round marks on axes, and fewer points that look the same."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from budgetsync.ui.charts.figures import Figures, short_day
from budgetsync.ui.charts.thinning import thin
from budgetsync.ui.charts.ticks import Span, day_ticks, value_step, value_ticks, widened
from budgetsync.ui.formats import MINUS

AMOUNTS = st.integers(-(10**13), 10**13)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@given(AMOUNTS, AMOUNTS, st.integers(2, 12))
def test_values_are_marked_at_round_figures_that_hold_everything(one: int, other: int, most: int) -> None:
    span = Span(min(one, other), max(one, other))
    step = value_step(span, most)
    assert str(step).rstrip("0") in {"1", "2", "5"}
    ends = widened(span, step)
    ticks = value_ticks(ends, step)
    assert ends.low <= span.low <= span.high <= ends.high
    assert (ticks[0], ticks[-1]) == ends
    assert 2 <= len(ticks) <= most + 2


@given(DAYS, st.integers(0, 40_000), st.integers(1, 14))
def test_days_are_marked_in_order_within_bounds_and_not_too_often(
    first: date, length: int, most: int
) -> None:
    last = min(first + timedelta(days=length), date(2300, 1, 1))
    ticks = day_ticks(first, last, most)
    assert ticks == sorted(set(ticks))
    assert all(first <= day <= last for day in ticks)
    assert len(ticks) <= most + 1


def test_long_stretches_are_marked_by_months_and_years() -> None:
    assert day_ticks(date(2026, 1, 15), date(2026, 6, 15), 12) == [date(2026, m, 1) for m in range(2, 7)]
    assert day_ticks(date(2016, 3, 1), date(2026, 3, 1), 6) == [date(y, 1, 1) for y in range(2018, 2027, 2)]
    assert day_ticks(date(2026, 3, 4), date(2026, 3, 31), 5) == [date(2026, 3, d) for d in (9, 16, 23, 30)]


@given(st.lists(AMOUNTS, max_size=500), st.integers(1, 20))
def test_a_thinner_line_keeps_its_ends_and_extremes_in_order(values: list[int], buckets: int) -> None:
    points = list(enumerate(values))
    kept = list(thin(points, buckets))
    assert len(kept) <= max(4 * buckets, 0)
    assert kept == sorted(kept)
    assert set(kept) <= set(points)
    if points:
        assert (kept[0], kept[-1]) == (points[0], points[-1])
        assert {max(values), min(values)} <= {value for _, value in kept}


@pytest.mark.parametrize(
    ("locale", "currency", "minor", "step", "text"),
    [
        ("en_US", "USD", -1_200_000, 100_000, f"{MINUS}$12,000"),
        ("en_US", "USD", 150, 50, "$1.50"),
        ("en_US", "USD", 250_000_000, 50_000_000, "$2.5M"),
        ("en_US", "USD", 250_100_000, 100_000, "$2,501,000"),
        ("de_DE", "EUR", 1_200_000, 100_000, "12.000\N{NO-BREAK SPACE}€"),
        ("ja_JP", "JPY", 12_000, 1_000, "\N{FULLWIDTH YEN SIGN}12,000"),
        ("en_US", "KWD", 2_000, 1_000, "KWD\N{NO-BREAK SPACE}2"),
        ("en_US", "USD", 0, 100_000, "$0"),
    ],
)
def test_marks_are_written_as_the_locale_does_and_no_longer_than_they_have_to_be(
    locale: str, currency: str, minor: int, step: int, text: str
) -> None:
    assert Figures(currency, QLocale(locale)).mark(minor, step) == text


def test_short_days_have_the_locales_order() -> None:
    day = date(2026, 3, 5)
    assert [short_day(day, QLocale(name)) for name in ("en_US", "de_DE", "es_ES", "ja_JP")] == [
        "Mar 5",
        "5. März",
        "5 mar",
        "3/5",
    ]
