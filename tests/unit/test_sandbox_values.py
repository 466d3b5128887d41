"""Small values of the demo bank: decimal text, ids, categories, and the sealing of cursors."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.sandbox.catalog.profile import Profile
from budgetsync.sandbox.clock import instant_text, start_minute
from budgetsync.sandbox.ids import RowIds, opaque_id, request_id, token
from budgetsync.sandbox.money import decimal_text
from budgetsync.sandbox.wire.cursor import Cursor, open_cursor


@pytest.mark.parametrize(
    ("minor", "exponent", "text"),
    [
        (1234, 2, "12.34"),
        (1250, 2, "12.5"),
        (1200, 2, "12"),
        (-5, 2, "-0.05"),
        (0, 2, "0"),
        (1200, 0, "1200"),
        (-7, 0, "-7"),
        (1001, 3, "1.001"),
        (-100_000_000_000_001, 2, "-1000000000000.01"),
    ],
)
def test_decimal_text_is_exact(minor: int, exponent: int, text: str) -> None:
    assert decimal_text(minor, exponent) == text
    assert Decimal(text).scaleb(exponent) == minor


def test_ids_have_plaids_shapes() -> None:
    assert re.fullmatch(r"[0-9A-Za-z]{37}", opaque_id(7, "item", 1))
    assert re.fullmatch(r"[0-9A-Za-z]{15}", request_id(7, 1))
    assert re.fullmatch(
        r"access-sandbox-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", token("access-sandbox", 7)
    )
    assert re.fullmatch(r"[0-9a-f]{24}", DEMO_CLIENT_ID)
    assert re.fullmatch(r"[0-9a-f]{30}", DEMO_SECRET)


def test_row_ids_differ_by_row_and_by_item() -> None:
    ids = {RowIds(salt).of(key) for salt in ("a", "b") for key in range(5_000)}

    assert len(ids) == 10_000
    assert all(len(made) == 37 and made.isalnum() for made in ids)
    assert RowIds("a").of(5) == RowIds("a").of(5)


def test_an_instant_is_written_as_plaid_writes_it() -> None:
    assert instant_text(start_minute(date(2026, 6, 15)) + 61) == "2026-06-15T13:01:00Z"


@pytest.mark.parametrize(
    ("detailed", "primary"),
    [
        ("TRANSFER_OUT_SAVINGS", "TRANSFER_OUT"),
        ("LOAN_PAYMENTS_CAR_PAYMENT", "LOAN_PAYMENTS"),
        ("OTHER_OTHER", "OTHER"),
        ("GENERAL_SERVICES_STORAGE", "GENERAL_SERVICES"),
    ],
)
def test_a_detailed_category_knows_its_primary_one(detailed: str, primary: str) -> None:
    assert Profile(name="x", detailed=detailed, bank_text="X").primary == primary


def test_a_cursor_opens_only_for_the_item_that_it_was_sealed_for() -> None:
    cursor = Cursor(account=None, base=3, head=9, position=5, first_day=739_000, accounts=7)
    sealed = cursor.seal("one")

    assert open_cursor(sealed, "one") == cursor
    assert open_cursor(sealed, "two") is None
    assert len(sealed) <= 256
    assert open_cursor(replace(cursor, account=2).seal("one"), "one") == replace(cursor, account=2)


@pytest.mark.parametrize("text", ["", "now?", "AAAA", "é", "A" * 200])
def test_what_is_no_cursor_does_not_open(text: str) -> None:
    assert open_cursor(text, "one") is None


def test_a_cursor_with_a_changed_byte_does_not_open() -> None:
    sealed = Cursor(account=None, base=3, head=9, position=5, first_day=739_000, accounts=7).seal("one")

    for place in range(0, len(sealed), 5):
        changed = sealed[:place] + ("A" if sealed[place] != "A" else "B") + sealed[place + 1 :]
        assert open_cursor(changed, "one") is None
