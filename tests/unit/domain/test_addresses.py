"""Where news go, and what is made of the provider's word that it sent some."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.addresses import Addressed, full_address, is_reachable, receive_path, shown_address
from budgetsync.domain.errors import RateLimited
from budgetsync.domain.ids import ItemId
from budgetsync.domain.realtime import WebhookState

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
URL = "https://relay.example.org/api/plaid/webhook/abc"
BASE = Addressed(ItemId(1), "plaid", "item-1", "Bank", URL)
AGO = st.integers(0, 20_000).map(lambda seconds: NOW - timedelta(seconds=seconds))


def at(seconds: int) -> datetime:
    """So many seconds ago."""
    return NOW - timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("change", "wanted", "state"),
    [
        ({}, "", WebhookState.OFF),
        ({"url": ""}, URL, WebhookState.SETTING),
        ({"url": "https://elsewhere.example"}, URL, WebhookState.SETTING),
        ({"url": "", "trouble": RateLimited("x").trouble}, URL, WebhookState.FAILED),
        ({"trouble": RateLimited("x").trouble}, URL, WebhookState.SET),
        ({"trouble": RateLimited("x").trouble}, "", WebhookState.OFF),
        ({}, URL, WebhookState.SET),
        ({"sent_at": at(900), "elsewhere_until": at(900)}, URL, WebhookState.SET),
        ({"sent_at": at(60)}, URL, WebhookState.SET),
        ({"sent_at": at(900), "missed": 1}, URL, WebhookState.MISSING),
        ({"sent_at": at(900), "missed": 1, "signed_at": at(2_000)}, URL, WebhookState.MISSING),
        ({"sent_at": at(900), "missed": 1, "signed_at": at(899)}, URL, WebhookState.WORKING),
        ({"sent_at": at(900), "signed_at": at(1_100)}, URL, WebhookState.WORKING),
        ({"sent_at": at(900), "signed_at": at(5_000), "elsewhere_until": at(4_000)}, URL, WebhookState.SET),
    ],
)
def test_each_state_follows_from_what_is_known(
    change: dict[str, object], wanted: str, state: WebhookState
) -> None:
    one = replace(BASE, **change)  # type: ignore[arg-type]

    assert one.judge(wanted).state is state


def test_one_on_its_way_is_not_missing_yet() -> None:
    assert not replace(BASE, sent_at=at(119)).is_missing(NOW)
    assert replace(BASE, sent_at=at(121)).is_missing(NOW)
    assert not replace(BASE, sent_at=at(121), elsewhere_until=at(100)).is_missing(NOW)


@given(AGO, AGO)
def test_a_clock_that_is_off_by_minutes_makes_nothing_missing(sent: datetime, signed: datetime) -> None:
    one = replace(BASE, sent_at=sent, signed_at=signed)

    assert one.is_owed == (sent - signed > timedelta(minutes=5))


@pytest.mark.parametrize(
    ("url", "secret", "whole"),
    [
        ("", "s", ""),
        ("https://a.example", "", "https://a.example/api/plaid/webhook"),
        ("https://a.example/", "s", "https://a.example/api/plaid/webhook/s"),
        ("https://a.example/api/plaid/webhook", "s", "https://a.example/api/plaid/webhook/s"),
        ("https://a.example/api/plaid/webhook/s", "s", "https://a.example/api/plaid/webhook/s"),
        ("https://a.example/hooks/1", "s", "https://a.example/hooks/1"),
    ],
)
def test_a_public_address_is_completed_where_it_has_no_path(url: str, secret: str, whole: str) -> None:
    assert full_address(url, receive_path(secret)) == whole
    assert full_address(whole, receive_path(secret)) == whole


def test_the_demo_bank_is_told_addresses_of_this_computer_only() -> None:
    assert is_reachable("http://127.0.0.1:8700/x", "demo")
    assert not is_reachable(URL, "demo")
    assert is_reachable(URL, "production")


def test_what_is_secret_in_an_address_is_not_shown() -> None:
    assert shown_address(URL) == "https://relay.example.org/api/plaid/webhook/…"
    assert shown_address("https://a.example/api/plaid/webhook") == "https://a.example/api/plaid/webhook"
