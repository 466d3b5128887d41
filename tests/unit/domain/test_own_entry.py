"""What is typed as an amount."""

from __future__ import annotations

import pytest

from budgetsync.domain.errors import UsageError
from budgetsync.domain.own_entry import read_amount


@pytest.mark.parametrize(
    ("text", "currency", "minor"),
    [
        ("12.50", "EUR", -1250),
        (" 12,5 ", "EUR", -1250),
        ("-3", "EUR", -300),
        ("+.99", "EUR", 99),
        ("\u22121", "JPY", -1),
        ("+ 1.234", "KWD", 1234),
    ],
)
def test_an_amount_is_spent_unless_it_has_a_plus(text: str, currency: str, minor: int) -> None:
    assert read_amount(text, currency).minor == minor


@pytest.mark.parametrize(
    "text", ["", "-", ".", "1,000", "1.000,00", "1e3", "12.505", "9" * 30, "abc", "1 000"]
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_amount(text, "EUR")
