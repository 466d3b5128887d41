"""What a source sent, made readable."""

from __future__ import annotations

import pytest

from budgetsync.domain.raw_text import mask_numbers, readable


def test_it_is_indented_and_figures_are_as_they_came() -> None:
    raw = '{"amount":-84.10,"n":1e2,"names":["Café",null,true],"empty":{},"id":"abC1"}'
    assert readable(raw) == (
        '{\n  "amount": -84.10,\n  "n": 1e2,\n  "names": [\n    "Café",\n    null,\n    true\n  ],\n'
        '  "empty": {},\n  "id": "abC1"\n}'
    )


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ('{"iban": "DE89370400440532013000"}', "••3000"),
        ('{"text": "to DE89 3704 0044 0532 0130 00 for rent"}', "to ••0 00 for rent"),
        ('{"account_number": "12345"}', "••2345"),
        ('{"text": "card 4111 1111 1111 1111"}', "card ••1111"),
        ('{"text": "no 123456789"}', "no ••6789"),
        ("not JSON 123456789", "not JSON ••6789"),
    ],
)
def test_numbers_of_accounts_and_cards_are_masked(raw: str, shown: str) -> None:
    assert shown in readable(raw)


@pytest.mark.parametrize(
    "text", ["2026-06-15", "POS GREEN MARKET 0042", "-1234567.89", "lPNjeW1nR6CDn5okmGQ6"]
)
def test_days_amounts_and_names_are_left(text: str) -> None:
    assert mask_numbers(text) == text
