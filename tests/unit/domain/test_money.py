"""Money is exact or it is an error."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.money import EXPONENTS, Money, MoneyError, exponent, minor_units

CURRENCIES = st.sampled_from(sorted(EXPONENTS))
MINOR = st.integers(min_value=-(10**17), max_value=10**17)


@pytest.mark.parametrize(
    ("currency", "places"),
    [
        *(("USD", 2), ("EUR", 2), ("JPY", 0), ("KRW", 0), ("ISK", 0), ("KWD", 3), ("BHD", 3), ("TND", 3)),
        *(("CLF", 4), ("UYW", 4), ("UYI", 0), ("CLP", 0), ("HUF", 2), ("MGA", 2), ("IQD", 3), ("UGX", 0)),
    ],
)
def test_exponents_are_those_of_iso_4217(currency: str, places: int) -> None:
    assert exponent(currency) == places


@pytest.mark.parametrize("code", ["", "usd", "BTC", "XXX", "US", "USDT", "DEM", "\x00" * 99])
def test_an_unknown_currency_is_an_error_with_a_short_text(code: str) -> None:
    with pytest.raises(MoneyError) as caught:
        exponent(code)

    assert len(str(caught.value)) < 60


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("0", "USD", 0),
        ("-0.00", "USD", 0),
        ("0.30", "USD", 30),
        ("0.3", "USD", 30),
        ("12.3400000000", "USD", 1234),
        ("1e2", "USD", 100_00),
        ("1E+2", "JPY", 100),
        ("-0.01", "EUR", -1),
        ("1234", "JPY", 1234),
        ("1.234", "KWD", 1234),
        ("-0.0001", "CLF", -1),
        ("999999999999999.99", "USD", 99_999_999_999_999_999),
        ("0e999999", "USD", 0),
        ("0e-999999", "USD", 0),
    ],
)
def test_amounts_become_exactly_their_minor_units(text: str, currency: str, minor: int) -> None:
    assert minor_units(Decimal(text), currency) == minor


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("0.001", "USD"),
        ("0.5", "JPY"),
        ("1.2345", "KWD"),
        ("1.00000000000000000000000000000000001", "USD"),
        ("1e-999999", "USD"),
        ("NaN", "USD"),
        ("-NaN", "USD"),
        ("sNaN", "USD"),
        ("Infinity", "USD"),
        ("-Infinity", "JPY"),
        ("1e18", "JPY"),
        ("1e16", "USD"),
        ("1" + "0" * 200, "USD"),
    ],
)
def test_what_is_not_exact_is_refused(text: str, currency: str) -> None:
    with pytest.raises(MoneyError):
        minor_units(Decimal(text), currency)


@pytest.mark.parametrize("text", ["1e999999", "-1e999999999999999999", "1e-999999999999999999"])
def test_huge_exponents_are_refused_without_building_the_number(text: str) -> None:
    began = time.process_time()

    with pytest.raises(MoneyError):
        minor_units(Decimal(text), "USD")

    assert time.process_time() - began < 0.5


@given(MINOR, CURRENCIES)
def test_minor_units_survive_a_round_trip(minor: int, currency: str) -> None:
    amount = Money(minor, currency).decimal

    assert minor_units(amount, currency) == minor
    assert minor_units(Decimal(str(amount)), currency) == minor
    assert -amount.as_tuple().exponent == exponent(currency)  # type: ignore[operator]


@given(st.decimals(), CURRENCIES)
def test_any_decimal_is_exact_or_an_error(amount: Decimal, currency: str) -> None:
    try:
        minor = minor_units(amount, currency)
    except MoneyError:
        return
    assert Money(minor, currency).decimal == amount
    assert abs(minor) < 2**63


@given(MINOR, MINOR, CURRENCIES)
def test_sums_of_one_currency(one: int, other: int, currency: str) -> None:
    assert Money(one, currency) + Money(other, currency) == Money(one + other, currency)
    assert -Money(one, currency) + Money(one, currency) == Money(0, currency)


def test_currencies_are_never_added_across() -> None:
    with pytest.raises(MoneyError, match="EUR and USD"):
        Money(1, "EUR") + Money(1, "USD")
