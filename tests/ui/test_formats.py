"""Money, numbers and times as they are written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from budgetsync.domain.money import Money
from budgetsync.ui.formats import (
    day,
    exact,
    latency,
    long_day,
    money,
    number,
    relative,
    stretch,
    user_locale,
    utc_stamp,
)
from tests.ui.samples import NOW, TODAY


@pytest.mark.parametrize(
    ("minor", "currency", "locale", "expected"),
    [
        (428_116, "USD", "en_US", "$4,281.16"),
        (-5, "USD", "en_US", "\u2212$0.05"),
        (0, "USD", "en_US", "$0.00"),
        (-482_000, "JPY", "en_US", "\u2212¥482,000"),
        (1_234_567, "KWD", "en_US", "KWD\u00a01,234.567"),
        (214_055, "EUR", "de_DE", "2.140,55\u00a0€"),
        (-214_055, "EUR", "de_DE", "\u22122.140,55\u00a0€"),
        (100_000, "USD", "en_CA", "US$1,000.00"),
        (100_000, "CAD", "en_CA", "$1,000.00"),
        (100_000, "CHF", "en_US", "CHF\u00a01,000.00"),
        (9_007_199_254_740_993, "USD", "en_US", "$90,071,992,547,409.93"),
        (9_223_372_036_854_775_807, "USD", "en_US", "$92,233,720,368,547,758.07"),
        (-12_345, "EGP", "ar_EG", "\u2212\u200f\u0661\u0662\u0663\u066b\u0664\u0665\u00a0ج.م.\u200f"),
    ],
)
def test_money_is_exact_and_written_as_the_locale_does(
    minor: int, currency: str, locale: str, expected: str
) -> None:
    assert money(Money(minor, currency), QLocale(locale)) == expected


def test_numbers_are_grouped_and_have_a_true_minus_sign(english: QLocale) -> None:
    assert [number(value, english) for value in (1_500, -1_500, 0)] == ["1,500", "\u22121,500", "0"]


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        (timedelta(seconds=3), "just now"),
        (timedelta(seconds=-20), "just now"),
        (timedelta(seconds=50), "1 minute ago"),
        (timedelta(minutes=2, seconds=50), "2 minutes ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=5, minutes=59), "5 hours ago"),
        (timedelta(days=3), "3 days ago"),
        (timedelta(days=300), "Jan 28, 2025"),
    ],
)
def test_times_are_told_from_now(ago: timedelta, expected: str, english: QLocale) -> None:
    assert relative(NOW - ago, NOW, english) == expected


def test_yesterday_has_its_time_and_the_future_its_date(english: QLocale) -> None:
    assert relative(NOW - timedelta(days=1), NOW, english).startswith("yesterday at ")
    assert relative(NOW + timedelta(days=2), NOW, english).startswith("Nov 26, 2025, ")


def test_the_exact_time_names_day_and_year(english: QLocale) -> None:
    assert "November 24, 2025" in exact(NOW, english)
    assert utc_stamp(NOW) == "2025-11-24T12:00:00+00:00"
    assert utc_stamp(None) == "—"


@pytest.mark.parametrize(
    ("value", "locale", "expected"),
    [
        (TODAY, "en_US", "Today"),
        (TODAY - timedelta(days=1), "en_US", "Yesterday"),
        (date(2025, 3, 4), "en_US", "Mar 4, 2025"),
        (date(2025, 3, 4), "en_GB", "4 Mar 2025"),
        (date(2025, 3, 4), "de_DE", "4. März 2025"),
        (date(2025, 3, 4), "es_ES", "4 mar 2025"),
        (date(2025, 3, 4), "ja_JP", "2025年3月4日"),
    ],
)
def test_days_are_short_and_in_the_order_of_the_locale(value: date, locale: str, expected: str) -> None:
    assert day(value, TODAY, QLocale(locale)) == expected


def test_a_long_day_has_its_weekday(english: QLocale) -> None:
    assert long_day(date(2025, 3, 4), english) == "Tuesday, March 4, 2025"


def test_without_a_locale_there_is_still_a_readable_one() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale.c())
    try:
        assert number(1_500, user_locale()) == "1,500"
        QLocale.setDefault(QLocale("de_DE"))
        assert number(1_500, user_locale()) == "1.500"
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("length", "lasting", "quick"),
    [
        (timedelta(milliseconds=214), "0 s", "0.21 s"),
        (timedelta(seconds=-3), "0 s", "0.00 s"),
        (timedelta(seconds=1.24), "1 s", "1.2 s"),
        (timedelta(seconds=9.96), "9 s", "10.0 s"),
        (timedelta(seconds=119), "119 s", "119 s"),
        (timedelta(minutes=5, seconds=59), "5 min", "5 min"),
        (timedelta(hours=3, minutes=12), "3 h", "3 h"),
        (timedelta(hours=47), "47 h", "47 h"),
        (timedelta(days=30), "30 days", "30 days"),
    ],
)
def test_lengths_are_told_in_one_unit(length: timedelta, lasting: str, quick: str, english: QLocale) -> None:
    assert stretch(length, english) == lasting
    assert latency(length, english) == quick
