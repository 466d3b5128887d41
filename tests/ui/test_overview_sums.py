"""Sums by currency, and which accounts are silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from budgetsync.domain.freshness import Rhythm
from budgetsync.domain.ids import AccountId
from budgetsync.domain.money import Money
from budgetsync.domain.overview import Overview, add_up
from budgetsync.domain.status_page import status_page
from tests.ui.samples import NOW, account, connection


def test_currencies_are_never_added_across() -> None:
    totals = add_up(
        [
            account(1, current=100),
            account(2, current=-30),
            account(3, current=500, currency="JPY"),
            account(4, kind="credit", current=45),
            account(5, kind="loan", current=1_000, currency="EUR"),
        ]
    )
    assert [(one.currency, one.held.minor, one.owed.minor, one.accounts) for one in totals] == [
        ("USD", 70, 45, 3),
        ("EUR", 0, 1_000, 1),
        ("JPY", 500, 0, 1),
    ]
    assert [one.net for one in totals] == [Money(25, "USD"), Money(-1_000, "EUR"), Money(500, "JPY")]


def test_what_is_not_known_is_in_no_sum() -> None:
    assert add_up([account(1, current=None), account(2, currency=None)]) == ()


def test_a_connection_that_was_removed_is_in_no_sum() -> None:
    gone = connection(2)
    gone = replace(gone, item=replace(gone.item, removed_at=NOW))
    assert [one.accounts for one in Overview((connection(1), gone)).totals] == [2]


def test_only_the_silent_account_is_silent() -> None:
    shown = connection(1)
    last = NOW.date() - timedelta(days=40)
    lively = Rhythm(AccountId(10), "Everyday Checking", NOW.date(), 3)
    silent = Rhythm(AccountId(11), "Savings", last, 7)
    foreign = Rhythm(AccountId(99), "Another's", last, 7)
    shown = replace(shown, rhythms=(lively, silent, foreign))
    assert shown.silent_accounts(NOW) == {AccountId(11): last}


@pytest.mark.parametrize(("environment", "known"), [("production", True), ("sandbox", True), ("demo", False)])
def test_a_status_page_is_known_where_banks_are_real(environment: str, *, known: bool) -> None:
    assert (status_page("plaid", environment) is not None) is known
    assert status_page("another", environment) is None
