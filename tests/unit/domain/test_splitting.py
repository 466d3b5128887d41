"""Parts of a row while they are being typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.money import Money, MoneyError
from budgetsync.domain.splitting import Spread, read_size, spread, write_size

PAID = Money(-8_412, "USD")


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("12.50", -1_250),
        ("-12.50", -1_250),
        ("\N{MINUS SIGN}12.5", -1_250),
        ("+5", 500),
        ("1,250", -125_000),
        (" 1 250.00 ", -125_000),
        ("", None),
    ],
)
def test_a_size_without_a_sign_goes_the_rows_way(text: str, minor: int | None) -> None:
    assert read_size(text, PAID) == minor


def test_sizes_are_read_as_the_locale_writes_them() -> None:
    assert read_size("1.250,75", PAID, ",", ".") == -125_075
    assert read_size("1250", Money(3_000, "JPY")) == 1_250


@pytest.mark.parametrize("text", ["x", "1.2.3", "-", "1.005", "12 USD", "--1"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(MoneyError):
        read_size(text, PAID)


def test_the_only_empty_part_takes_the_rest() -> None:
    assert spread(PAID, ["50", ""]) == Spread((-5_000, -3_412), 0)
    assert spread(PAID, ["50", ""]).is_complete
    assert spread(PAID, ["50", "", ""]) == Spread((-5_000, None, None), -3_412)


def test_what_is_left_over_is_said() -> None:
    assert spread(PAID, ["50", "30"]) == Spread((-5_000, -3_000), -412)
    assert not spread(PAID, ["50", "30"]).is_complete
    assert spread(PAID, ["84.12"]).left == 0
    assert not spread(PAID, ["84.12"]).is_complete
    assert spread(PAID, ["50", "a", ""]).unread == {1}


@given(
    st.integers(-(10**9), 10**9).filter(bool),
    st.integers(-(10**9), 10**9),
    st.sampled_from(["USD", "JPY", "KWD"]),
)
def test_what_is_written_is_read_again(whole: int, part: int, currency: str) -> None:
    amount = Money(whole, currency)
    assert read_size(write_size(part, amount), amount) == part
