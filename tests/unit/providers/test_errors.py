"""Plaid's errors, each by what happens next."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.errors import (
    ItemGone,
    PaginationMutated,
    ProviderError,
    ProviderRejected,
    ProviderUnavailable,
    RateLimited,
    ReauthRequired,
    TransientError,
)
from budgetsync.providers.plaid.errors import parse_retry_after, translate

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
SECRET = "access-sandbox-secret-token"

# The table of Plaid's documentation: class, (HTTP status, error_type), codes.
TABLE: list[tuple[type[ProviderError], int, str, str]] = [
    (PaginationMutated, 400, "TRANSACTIONS_ERROR", "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION"),
    (TransientError, 500, "API_ERROR", "INTERNAL_SERVER_ERROR PLANNED_MAINTENANCE"),
    (
        TransientError,
        400,
        "INSTITUTION_ERROR",
        "INSTITUTION_DOWN INSTITUTION_NOT_RESPONDING INSTITUTION_NOT_AVAILABLE",
    ),
    (TransientError, 400, "ITEM_ERROR", "PRODUCT_NOT_READY"),
    (
        RateLimited,
        429,
        "RATE_LIMIT_EXCEEDED",
        "TRANSACTIONS_SYNC_LIMIT TRANSACTIONS_LIMIT ITEM_GET_LIMIT ACCOUNTS_LIMIT RATE_LIMIT RATE_LIMIT_EXCEEDED",
    ),
    (RateLimited, 400, "INSTITUTION_ERROR", "INSTITUTION_RATE_LIMIT"),
    (
        ReauthRequired,
        400,
        "ITEM_ERROR",
        (
            "ITEM_LOGIN_REQUIRED INVALID_CREDENTIALS INVALID_MFA INSUFFICIENT_CREDENTIALS ACCESS_NOT_GRANTED "
            "ADDITIONAL_CONSENT_REQUIRED INVALID_UPDATED_USERNAME PASSWORD_RESET_REQUIRED USER_SETUP_REQUIRED "
            "ITEM_LOCKED MANUAL_VERIFICATION_REQUIRED NO_ACCOUNTS"
        ),
    ),
    (
        ItemGone,
        400,
        "ITEM_ERROR",
        (
            "ITEM_NOT_FOUND ITEM_CONCURRENTLY_DELETED INVALID_ACCESS_TOKEN USER_PERMISSION_REVOKED "
            "INSTITUTION_NO_LONGER_SUPPORTED ITEM_NOT_SUPPORTED"
        ),
    ),
    (ProviderRejected, 429, "RATE_LIMIT_EXCEEDED", "CREDITS_EXHAUSTED"),
    (
        ProviderRejected,
        400,
        "INVALID_INPUT",
        (
            "INVALID_API_KEYS UNAUTHORIZED_ENVIRONMENT UNAUTHORIZED_ROUTE_ACCESS INVALID_PRODUCT "
            "PRODUCTS_NOT_SUPPORTED INSTITUTION_REGISTRATION_REQUIRED INVALID_ACCOUNT_ID INVALID_PUBLIC_TOKEN "
            "INVALID_LINK_TOKEN INVALID_WEBHOOK_VERIFICATION_KEY_ID"
        ),
    ),
    (ProviderRejected, 400, "INVALID_REQUEST", "MISSING_FIELDS UNKNOWN_FIELDS INVALID_FIELD INVALID_BODY"),
    (ProviderRejected, 404, "INVALID_REQUEST", "NOT_FOUND"),
]
CASES = [(kind, status, sort, code) for kind, status, sort, codes in TABLE for code in codes.split()]
BY_TYPE_ONLY = {
    "INVALID_ACCOUNT_ID",
    "INVALID_PUBLIC_TOKEN",
    "INVALID_LINK_TOKEN",
    "INVALID_WEBHOOK_VERIFICATION_KEY_ID",
}


def body(code: str = "", sort: str = "", **fields: object) -> bytes:
    plaid = {
        "error_code": code,
        "error_type": sort,
        "error_message": f"the token {SECRET} of account 12345678 was refused",
        "display_message": SECRET,
        "request_id": "req-1",
        **fields,
    }
    return json.dumps(plaid).encode()


def kind_of(error: ProviderError) -> type[ProviderError]:
    """The class that decides what happens: transient ones differ only in their words."""
    for kind in (PaginationMutated, RateLimited, TransientError, ReauthRequired, ItemGone, ProviderRejected):
        if isinstance(error, kind):
            return kind
    raise AssertionError(error)


@pytest.mark.parametrize(("kind", "status", "sort", "code"), CASES, ids=[case[3] for case in CASES])
def test_each_code_is_what_the_table_says(
    kind: type[ProviderError], status: int, sort: str, code: str
) -> None:
    error = translate(status, body(code, sort), {})

    assert kind_of(error) is kind
    assert error.code == code
    assert error.action
    assert SECRET not in f"{error} {error.title} {error.action}"
    assert "12345678" not in str(error)


@pytest.mark.parametrize(("kind", "status", "sort", "code"), CASES, ids=[case[3] for case in CASES])
def test_the_code_goes_before_its_type_and_status(
    kind: type[ProviderError], status: int, sort: str, code: str
) -> None:
    if code in BY_TYPE_ONLY:
        assert kind_of(translate(status, body(code, sort), {})) is kind
    else:
        assert kind_of(translate(status, body(code, "SOMETHING_NEW"), {})) is kind


@pytest.mark.parametrize(
    ("status", "sort", "kind"),
    [
        (500, "API_ERROR", TransientError),
        (400, "API_ERROR", TransientError),
        (400, "INSTITUTION_ERROR", TransientError),
        (400, "ITEM_ERROR", ReauthRequired),
        (400, "INVALID_REQUEST", ProviderRejected),
        (400, "INVALID_INPUT", ProviderRejected),
        (400, "RATE_LIMIT_EXCEEDED", RateLimited),
        (429, "ANYTHING", RateLimited),
        (503, "ITEM_ERROR", TransientError),
        (400, "NEVER_HEARD_OF", TransientError),
    ],
)
def test_an_unknown_code_goes_by_its_type_and_then_by_its_status(
    status: int, sort: str, kind: type[ProviderError]
) -> None:
    error = translate(status, body("BRAND_NEW_CODE", sort), {})

    assert kind_of(error) is kind
    assert error.code == "BRAND_NEW_CODE"


BODIES = [
    b"",
    "",
    b"<html>Bad gateway</html>",
    b"\xff\xfe\x00",
    b"null",
    b"[]",
    b'"text"',
    b'{"error_code": 5}',
    b'{"error_code": null}',
    b"{" * 10_000,
    b"[" * 100_000,
    b'{"x": ' + b"[" * 100_000,
]


@pytest.mark.parametrize("content", BODIES, ids=range(len(BODIES)))
@pytest.mark.parametrize(
    ("status", "kind"),
    [(429, RateLimited), *((status, ProviderUnavailable) for status in (302, 400, 403, 404, 500, 502, 503))],
)
def test_bodies_that_are_not_plaid_s(content: bytes | str, status: int, kind: type[ProviderError]) -> None:
    error = translate(status, content, {})

    assert isinstance(error, kind)
    assert error.provider_code == ""
    assert "html" not in str(error).lower()


def test_codes_and_request_ids_are_short() -> None:
    error = translate(400, body("X" * 5000, "", request_id="r" * 5000), {})

    assert len(error.code) <= 80
    assert len(error.request_id) <= 80


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("0", 1.0),
        ("7", 7.0),
        (" 7 ", 7.0),
        ("            45", 45.0),
        ("3600", 3600.0),
        ("86400", 3600.0),
        ("9" * 400, 3600.0),
        (format_datetime(NOW.replace(minute=2), usegmt=True), 120.0),
        (format_datetime(NOW.replace(hour=11), usegmt=True), 1.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 3600.0),
        ("Mon, 15 Jun 2026 12:00:30", 30.0),
        ("Mon, 15 Jun 2026 14:00:30 +0200", 30.0),
        ("Mon, 01 Jan 99999999999999999999 00:00:00 GMT", None),
        ("Mon, 15 Jun 2026 12:00:00 +99999999999", None),
        ("Mon, 32 Jun 2026 12:00:00 GMT", None),
    ],
)
def test_retry_after_is_read_and_clamped(text: str | None, seconds: float | None) -> None:
    assert parse_retry_after(text, NOW) == seconds


DATES = st.from_regex(r"[A-Z][a-z]{2}, \d{1,3} [A-Z][a-z]{2} \d{1,22} \d\d:\d\d:\d\d \S{0,12}")


@given(st.text(max_size=60) | DATES)
def test_any_retry_after_is_a_time_or_none(text: str) -> None:
    seconds = parse_retry_after(text, NOW)

    assert seconds is None or 1.0 <= seconds <= 3600.0


@given(st.integers(300, 599), st.binary(max_size=80))
def test_any_answer_becomes_one_of_our_errors(status: int, content: bytes) -> None:
    assert isinstance(translate(status, content, {}), ProviderError)


def test_the_time_to_wait_reaches_the_error() -> None:
    error = translate(429, body("RATE_LIMIT", "RATE_LIMIT_EXCEEDED"), {"Retry-After": "12"})

    assert isinstance(error, RateLimited)
    assert error.retry_after == 12.0
