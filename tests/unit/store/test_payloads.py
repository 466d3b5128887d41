"""Raw rows are given back byte for byte."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.store.payloads import Packer


@given(st.lists(st.binary(max_size=3000), max_size=8))
def test_any_bytes_come_back(rows: list[bytes]) -> None:
    assert [Packer().unpack(packed) for packed in Packer().pack_all(rows)] == rows


def test_a_row_of_plaid_s_becomes_small() -> None:
    row = json.dumps(
        {
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
    ).encode()

    (packed,) = Packer().pack_all([row])

    assert Packer().unpack(packed) == row
    assert len(packed) < len(row) / 2


def test_the_first_byte_names_the_codec() -> None:
    assert Packer().unpack(b"\x00as it is") == b"as it is"
    assert Packer().pack_all([b"row"])[0][:1] == b"\x01"
    assert Packer().pack_all([]) == []
    with pytest.raises(ValueError, match="not known here"):
        Packer().unpack(b"\x7fwhatever")
