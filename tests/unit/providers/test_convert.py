"""From Plaid's words to ours: exact, and a row that cannot be read never takes its page with it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.errors import ProviderUnavailable
from budgetsync.domain.item import History
from budgetsync.domain.sync import SyncPage
from budgetsync.domain.transaction import ObservationKey, TransactionState
from budgetsync.providers.plaid.convert import to_page

ROW: dict[str, object] = {
    "transaction_id": "t1",
    "account_id": "a1",
    "amount": 4.5,
    "iso_currency_code": "USD",
    "unofficial_currency_code": None,
    "date": "2026-06-15",
    "authorized_date": "2026-06-13",
    "name": "COFFEE 123",
    "merchant_name": "Coffee",
    "original_description": "COFFEE 123 SEATTLE",
    "pending": False,
    "pending_transaction_id": "p1",
    "personal_finance_category": {
        "primary": "FOOD_AND_DRINK",
        "detailed": "FOOD_AND_DRINK_COFFEE",
        "confidence_level": "HIGH",
    },
    "unheard_of": {"deep": [1, 2]},
}
ACCOUNT: dict[str, object] = {
    "account_id": "a1",
    "balances": {"available": 90.1, "current": 100.10, "limit": None, "iso_currency_code": "USD"},
    "name": "Checking",
    "type": "depository",
    "mask": "0417",
}


def answer(*added: object, raw: bytes | None = None, **fields: object) -> bytes:
    """An answer of /transactions/sync; `raw` goes into added as it is."""
    body = {
        "accounts": [],
        "added": list(added),
        "modified": [],
        "removed": [],
        "next_cursor": "c",
        "has_more": False,
        "transactions_update_status": "HISTORICAL_UPDATE_COMPLETE",
        **fields,
    }
    text = json.dumps(body).encode()
    return text if raw is None else text.replace(b'"added": []', b'"added": [' + raw + b"]")


def unpacked(rows: list[bytes]) -> bytes:
    return b"\n".join(rows)


def page_of(*added: object, raw: bytes | None = None, **fields: object) -> SyncPage:
    return to_page(answer(*added, raw=raw, **fields), unpacked)


def minor_of(amount: str, currency: str = "USD") -> int:
    row = json.dumps({**ROW, "amount": "AMOUNT", "iso_currency_code": currency}).replace('"AMOUNT"', amount)
    (converted,) = page_of(raw=row.encode()).added
    return converted.minor


def test_a_posted_row() -> None:
    (row,) = page_of(ROW).added

    assert row.key == ObservationKey("a1", "t1")
    assert (row.minor, row.currency, row.state) == (-450, "USD", TransactionState.POSTED)
    assert (row.transacted_on, row.posted_on) == (date(2026, 6, 13), date(2026, 6, 15))
    assert (row.merchant, row.original_description) == ("Coffee", "COFFEE 123 SEATTLE")
    assert (row.pending_id, row.provider_category, row.category_confidence) == (
        "p1",
        "FOOD_AND_DRINK_COFFEE",
        "HIGH",
    )
    assert json.loads(row.payload) == ROW


def test_a_pending_row_has_no_day_of_posting() -> None:
    (row,) = page_of({**ROW, "pending": True}).added

    assert (row.state, row.posted_on) == (TransactionState.PENDING, None)


def test_fields_that_are_null_or_left_out() -> None:
    wanted = ("transaction_id", "account_id", "amount", "date", "pending", "iso_currency_code")
    bare = {name: ROW[name] for name in wanted}
    nulls = {**dict.fromkeys(ROW), **bare}

    for row in (*page_of(bare, nulls).added,):
        assert row.transacted_on == row.posted_on == date(2026, 6, 15)
        assert (row.merchant, row.original_description, row.pending_id) == ("", "", None)
        assert (row.provider_category, row.category_confidence) == (None, None)


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("0.30", "USD", -30),
        ("0.1", "USD", -10),
        ("1e2", "USD", -100_00),
        ("1.5E+1", "USD", -15_00),
        ("-2500.00", "USD", 2500_00),
        ("0", "USD", 0),
        ("-0.0", "USD", 0),
        ("1.10", "EUR", -110),
        ("4350", "JPY", -4350),
        ("4350.0", "JPY", -4350),
        ("1.234", "KWD", -1234),
        ("12.340", "USD", -1234),
        ("90071992547409.93", "USD", -9007199254740993),
        ("1234567890123.45", "USD", -123456789012345),
    ],
)
def test_amounts_are_taken_from_the_text_and_turned_once(amount: str, currency: str, minor: int) -> None:
    assert minor_of(amount, currency) == minor


@given(st.integers(-(10**14), 10**14))
def test_every_cent_arrives(minor: int) -> None:
    sign = "-" if minor < 0 else ""
    assert minor_of(f"{sign}{abs(minor) // 100}.{abs(minor) % 100:02}") == -minor


BAD_ROWS: list[object] = [
    {**ROW, "amount": 1.005},
    {**ROW, "amount": 0.5, "iso_currency_code": "JPY"},
    {**ROW, "amount": "NaN"},
    {**ROW, "amount": "Infinity"},
    {**ROW, "amount": None},
    {**ROW, "amount": True},
    {**ROW, "amount": {"value": 1}},
    {**ROW, "date": "2026-02-30"},
    {**ROW, "date": "15.06.2026"},
    {**ROW, "date": 20260615},
    {**ROW, "pending": "yes"},
    {**ROW, "name": 5},
    {**ROW, "transaction_id": ""},
    {**ROW, "transaction_id": None},
    {**ROW, "account_id": ""},
    {name: value for name, value in ROW.items() if name != "transaction_id"},
    {name: value for name, value in ROW.items() if name != "amount"},
    {**ROW, "personal_finance_category": "FOOD"},
    [],
    "row",
    None,
    7,
]


@pytest.mark.parametrize("bad", BAD_ROWS)
def test_a_bad_row_is_one_problem_beside_the_good_ones(bad: object) -> None:
    good = {**ROW, "transaction_id": "good"}

    page = page_of(bad, good, modified=[bad])

    assert [row.source_transaction_id for row in page.added] == ["good"]
    assert page.modified == []
    first, second = page.problems
    assert first.subject == second.subject
    assert json.loads(first.payload) == bad
    assert first.error.action
    assert "COFFEE" not in f"{first.error} {first.error.title}"


def test_a_row_that_is_no_utf_8_is_a_problem_beside_the_good_ones() -> None:
    broken = json.dumps(ROW).encode().replace(b"COFFEE", b"\xff\xfe")

    page = page_of(raw=broken + b"," + json.dumps({**ROW, "transaction_id": "good"}).encode())

    assert [row.source_transaction_id for row in page.added] == ["good"]
    assert [one.payload for one in page.problems] == [broken]


@pytest.mark.parametrize(
    "raw",
    [
        b'{"transaction_id":"t1","account_id":"a1","amount":1e999999}',
        json.dumps({**ROW, "amount": "?"}).replace('"?"', "1e99999999999999999999").encode(),
        json.dumps({**ROW, "amount": "?"}).replace('"?"', "1e999999").encode(),
        json.dumps({**ROW, "amount": "?"}).replace('"?"', "1e-999999").encode(),
        json.dumps({**ROW, "amount": "?"}).replace('"?"', "9" * 400).encode(),
    ],
)
def test_numbers_of_any_size_are_problems(raw: bytes) -> None:
    page = page_of(raw=raw)

    assert page.added == []
    assert len(page.problems) == 1


def test_a_row_with_an_id_is_named_by_it_so_that_a_later_good_one_solves_it() -> None:
    bad = {**ROW, "date": "no day"}
    unnamed = {**bad, "transaction_id": None}

    named, digest = page_of(bad, unnamed).problems

    assert named.subject == "t1"
    assert digest.subject.startswith("row-")


def test_an_unknown_currency_is_one_problem_for_each_account_with_its_rows_kept() -> None:
    rows = [
        {**ROW, "transaction_id": "1", "iso_currency_code": None, "unofficial_currency_code": "DOGE"},
        {**ROW, "transaction_id": "2", "iso_currency_code": "XQQ"},
        {**ROW, "transaction_id": "3", "account_id": "a2", "iso_currency_code": None},
        {**ROW, "transaction_id": "4"},
    ]

    page = page_of(*rows)

    assert [row.source_transaction_id for row in page.added] == ["4"]
    assert [(one.subject, one.cause) for one in page.problems] == [("1", "a1"), ("2", "a1"), ("3", "a2")]
    assert [json.loads(one.payload) for one in page.problems] == rows[:3]
    assert "DOGE" in page.problems[0].error.message
    assert page.problems[0].error.title == "Unknown currency"


def test_a_currency_s_name_cannot_smuggle_text_into_a_message() -> None:
    (one,) = page_of({**ROW, "iso_currency_code": "<b>4111111111111111</b>"}).problems

    assert "<" not in one.error.message
    assert "4111111111111111" not in one.error.message


def test_removed_rows_and_those_that_cannot_be_read() -> None:
    page = page_of(removed=[{"transaction_id": "t", "account_id": "a"}, {"transaction_id": "t"}, 5])

    assert page.removed == [ObservationKey("a", "t")]
    assert len(page.problems) == 2


def test_accounts_with_balances_in_minor_units() -> None:
    yen = {
        **ACCOUNT,
        "account_id": "a2",
        "balances": {
            "current": 1200,
            "available": None,
            "iso_currency_code": "JPY",
            "last_updated_datetime": "2026-06-15T10:00:00Z",
        },
    }
    odd = {**ACCOUNT, "account_id": "a3", "balances": {"current": 5, "unofficial_currency_code": "DOGE"}}
    page = page_of(accounts=[ACCOUNT, yen, odd, {**ACCOUNT, "name": None, "number": "12345678"}])

    one, two, three = page.accounts
    assert (one.balance.current, one.balance.available, one.balance.limit) == (100_10, 90_10, None)
    assert (two.balance.current, two.currency) == (1200, "JPY")
    assert two.balance.as_of == datetime(2026, 6, 15, 10, tzinfo=UTC)
    assert (three.currency, three.balance.current) == (None, None)
    (problem,) = page.problems
    assert problem.payload == b""
    assert "account" in problem.error.message


@pytest.mark.parametrize(
    ("status", "history"),
    [
        ("NOT_READY", History.NOT_READY),
        ("INITIAL_UPDATE_COMPLETE", History.INITIAL),
        ("HISTORICAL_UPDATE_COMPLETE", History.COMPLETE),
        ("TRANSACTIONS_UPDATE_STATUS_UNKNOWN", History.UNKNOWN),
        (None, History.UNKNOWN),
    ],
)
def test_how_much_of_the_past_is_there(status: str | None, history: History) -> None:
    assert page_of(transactions_update_status=status).history is history


def test_the_frame_of_a_page() -> None:
    body = answer(next_cursor="next", has_more=True)

    page = to_page(body, unpacked)

    assert (page.next_cursor, page.has_more, page.received) == ("next", True, len(body))


@pytest.mark.parametrize(
    "text", ["naïve ☕", "日本語", "\u202eevil", "a\x00b", "🏦" * 50, "'; DROP TABLE item; --"]
)
def test_texts_arrive_as_they_are(text: str) -> None:
    (row,) = page_of({**ROW, "merchant_name": text, "transaction_id": text}).added

    assert (row.merchant, row.source_transaction_id) == (text, text)


DEEP = b"[" * 100_000
NO_ANSWERS = [
    b"",
    b"{}",
    b"null",
    b"[]",
    b"<html><body>Bad gateway</body></html>",
    answer(ROW)[:-20],
    answer(ROW)[:-1],
    answer(ROW) + b"{}",
    answer(raw=b"NaN"),
    answer(raw=DEEP),
    answer(raw=DEEP + b"]" * 100_000),
    answer(added={}),
    answer(next_cursor=None),
    answer(has_more="no"),
    answer(accounts=None),
    b"\x00" * 100,
]


@pytest.mark.parametrize("body", NO_ANSWERS, ids=range(len(NO_ANSWERS)))
def test_what_is_no_answer_is_told_as_one_thing(body: bytes) -> None:
    with pytest.raises(ProviderUnavailable) as caught:
        to_page(body, unpacked)

    assert "COFFEE" not in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*ROW, "x"]), inner, max_size=5)
    ),
    max_leaves=8,
)


@given(st.lists(JSON, max_size=4), st.lists(JSON, max_size=2), st.lists(JSON, max_size=2))
def test_any_json_in_the_lists_is_rows_or_problems(
    added: list[object], removed: list[object], accounts: list[object]
) -> None:
    page = page_of(*added, removed=removed, accounts=accounts)

    told = len(page.added) + len(page.removed) + len(page.accounts) + len(page.problems)
    assert told == len(added) + len(removed) + len(accounts)


@given(st.dictionaries(st.sampled_from(sorted(ROW)), JSON, max_size=3))
def test_a_row_with_any_field_wrong_is_a_row_or_a_problem(changes: dict[str, object]) -> None:
    page = page_of({**ROW, **changes})

    assert len(page.added) + len(page.problems) == 1


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_our_error(body: bytes) -> None:
    with pytest.raises(ProviderUnavailable):
        to_page(body, unpacked)
