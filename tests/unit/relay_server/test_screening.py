"""Screening: what looks like a webhook is let through, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.relay.protocol import LARGEST_BODY, to_text
from budgetsync.relay.server.refusals import RefusedError, Why
from budgetsync.relay.server.screening import is_for_devices, is_shaped, screen_headers

HEADER = to_text(b'{"alg":"ES256","kid":"key-1","typ":"JWT"}')
CLAIMS = to_text(b'{"iat":1}')
SIGNATURE = to_text(b"x" * 64)
TOKEN = f"{HEADER}.{CLAIMS}.{SIGNATURE}"


def with_header(header: bytes) -> str:
    return f"{to_text(header)}.{CLAIMS}.{SIGNATURE}"


def screen(**headers: str) -> str:
    usual = {"content-type": "application/json", "content-length": "10", "plaid-verification": TOKEN}
    return screen_headers({**usual, **{name.replace("_", "-"): value for name, value in headers.items()}})


@pytest.mark.parametrize("kind", ["application/json", "application/json; charset=utf-8", "Application/JSON"])
def test_a_webhook_is_let_through(kind: str) -> None:
    assert screen(content_type=kind) == TOKEN
    assert screen(content_length=str(LARGEST_BODY)) == TOKEN


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"content_type": ""}, Why.CONTENT_TYPE),
        ({"content_type": "text/plain"}, Why.CONTENT_TYPE),
        ({"content_type": "application/jsonp"}, Why.CONTENT_TYPE),
        ({"content_length": str(LARGEST_BODY + 1)}, Why.LENGTH),
        ({"content_length": "9" * 5000}, Why.LENGTH),
        ({"content_length": "-1"}, Why.MALFORMED),
        ({"content_length": "+1"}, Why.MALFORMED),
        ({"content_length": "\u0661"}, Why.MALFORMED),
        ({"plaid_verification": ""}, Why.MALFORMED),
    ],
)
def test_what_is_none_is_refused(headers: dict[str, str], why: Why) -> None:
    with pytest.raises(RefusedError) as refused:
        screen(**headers)

    assert refused.value.why is why


@pytest.mark.parametrize(
    "token",
    [
        "a.b.c",
        TOKEN + "=",
        TOKEN + ".x",
        f"{HEADER}..{SIGNATURE}",
        f"{HEADER}.{CLAIMS}.",
        f"{HEADER}.{CLAIMS}.{to_text(b'x' * 63)}",
        f"{HEADER}.{CLAIMS}.{to_text(b'x' * 65)}",
        with_header(b"[]"),
        with_header(b"not json"),
        with_header(b'{"alg":"none","kid":"k"}'),
        with_header(b'{"alg":"HS256","kid":"k"}'),
        with_header(b'{"alg":"ES256"}'),
        with_header(b'{"alg":"ES256","kid":7}'),
        f"{HEADER}.{to_text(b'x' * 2000)}.{SIGNATURE}",
        f" {TOKEN}",
        f"{HEADER}.{CLAIMS}\n.{SIGNATURE}",
    ],
)
def test_other_tokens_have_not_the_shape(token: str) -> None:
    assert not is_shaped(token)


@given(st.text(max_size=300))
def test_no_token_makes_it_fall_over(token: str) -> None:
    assert not is_shaped(token)


@given(st.binary(max_size=300))
def test_no_body_makes_it_fall_over(body: bytes) -> None:
    try:
        kept = is_for_devices(body)
    except RefusedError as error:
        assert error.why is Why.MALFORMED  # noqa: PT017 - either is right
    else:
        assert kept
        assert isinstance(json.loads(body), dict)


@pytest.mark.parametrize("kind", ["LINK", "link", "Link"])
def test_webhooks_about_link_are_not_kept(kind: str) -> None:
    assert not is_for_devices(json.dumps({"webhook_type": kind, "public_token": "x"}, indent=2).encode())


@pytest.mark.parametrize("kind", ["TRANSACTIONS", "ITEM", "SOMETHING_NEW"])
def test_all_others_are(kind: str) -> None:
    assert is_for_devices(json.dumps({"webhook_type": kind}).encode())


def test_one_without_a_type_is_kept_too() -> None:
    assert is_for_devices(b"{}")


def test_brackets_in_brackets_without_end_are_refused_in_order() -> None:
    deep = "[" * 60_000
    with pytest.raises(RefusedError):
        is_for_devices(f'{{"a": {deep}'.encode())
    header = to_text(b'{"a":' + b"[" * 1_200)
    assert not is_shaped(f"{header}.e30.{to_text(b's' * 64)}")
