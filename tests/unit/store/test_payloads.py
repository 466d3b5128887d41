"""Raw rows are given back byte for byte."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.store.payloads import pack, unpack

ROW = {
    "transaction_id": "lPNjeW1nR6CDn5okmGQ6hEpMo4lLNoSrzqDje",
    "account_id": "BxBXxLj1m4HMXBm9WZZmCWVbPjX16EHwv99vp",
    "amount": 12.34,
    "iso_currency_code": "USD",
    "date": "2026-06-15",
    "name": "SparkFun",
    "pending": False,
    "payment_channel": "in store",
    "personal_finance_category": {
        "primary": "FOOD_AND_DRINK",
        "detailed": "FOOD_AND_DRINK_GROCERIES",
        "confidence_level": "VERY_HIGH",
    },
    **dict.fromkeys(["account_owner", "category", "category_id", "check_number", "datetime"]),
}


@given(st.lists(st.binary(max_size=3000), max_size=8))
def test_any_bytes_come_back(rows: list[bytes]) -> None:
    assert unpack(pack(rows)) == rows


def test_a_row_of_plaid_s_becomes_small_and_a_page_of_them_smaller() -> None:
    alone = json.dumps(ROW).encode()
    page = [json.dumps({**ROW, "transaction_id": f"{number:037}"}).encode() for number in range(500)]

    assert len(pack([alone])) < len(alone) / 2
    assert len(pack(page)) < len(alone) * 500 / 20


def test_the_first_byte_names_the_codec() -> None:
    assert unpack(b"\x00as it is") == [b"as it is"]
    assert pack([b"row"])[:1] == b"\x02"
    with pytest.raises(ValueError, match="not known here"):
        unpack(b"\x7fwhatever")


@pytest.mark.parametrize("keep", [1, 5, -1])
def test_a_block_that_was_cut_off_is_refused(keep: int) -> None:
    with pytest.raises(ValueError, match="not whole"):
        unpack(pack([b"one row", b"another"])[:keep])
