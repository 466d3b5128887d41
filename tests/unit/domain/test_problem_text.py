"""Problems as text for a report: what helps is in it, what is private is not; what passes by itself has its words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from budgetsync.domain import errors
from budgetsync.domain.errors import BudgetSyncError, Trouble
from budgetsync.domain.freshness import FRESH, Freshness, Staleness
from budgetsync.domain.ids import AccountId, ItemId, RunId
from budgetsync.domain.item import History, Institution, Item, ItemStatus, status_after
from budgetsync.domain.money import Money
from budgetsync.domain.needs import AccountStanding, ConnectionStanding, Standing, find_needs, find_passing
from budgetsync.domain.notices import NoticeEntry, NoticeMemory
from budgetsync.domain.problem_text import (
    drift_details,
    entry_details,
    held_details,
    need_details,
    trouble_details,
)
from budgetsync.domain.problems import CauseKind, Drift, DriftCause, OpenNeed
from budgetsync.domain.review import HeldRemovals

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
LOGIN = errors.ReauthRequired("Sign in with access-sandbox-1234-5678.", provider_code="ITEM_LOGIN_REQUIRED")
DOWN = errors.ProviderUnavailable("The bank does not answer.", provider_code="INSTITUTION_DOWN")


def connection(
    error: BudgetSyncError | None, staleness: Staleness = FRESH, *, number: int = 1, paused: bool = False
) -> ConnectionStanding:
    item = Item(
        ItemId(number),
        "plaid",
        "source-item-id",
        Institution("ins_1", "Harbor Bank"),
        status_after(error) if error else ItemStatus.HEALTHY,
        "",
        History.COMPLETE,
        NOW,
        NOW - timedelta(hours=3),
        None,
        error.trouble if error else None,
    )
    return ConnectionStanding(item, staleness, 2 if error else 0, paused=paused)


def test_a_need_is_written_with_its_code_and_times_and_no_secret() -> None:
    standing = connection(LOGIN)
    (notice,) = find_needs(Standing((standing,)), NOW)
    entry = NoticeEntry(7, notice, NOW, NoticeMemory(notice.cause, 0, told_at=NOW, read_at=NOW))

    text = need_details(OpenNeed(notice, NOW, entry, standing), "1.0")

    assert text.splitlines()[0] == "Harbor Bank: Sign in again (ITEM_LOGIN_REQUIRED)"
    for part in ("BudgetSync 1.0", "since 2026-06-15 12:00 UTC", "as of never", "2 runs failed in a row"):
        assert part in text
    for part in ("told 2026-06-15 12:00 UTC", "read 2026-06-15 12:00 UTC"):
        assert part in text
    assert "1234-5678" not in text
    assert "source-item-id" not in text
    assert "not told yet" in need_details(OpenNeed(notice), "1.0")
    assert "solved" not in entry_details(entry, "1.0")


def test_what_is_about_an_account_does_not_name_it() -> None:
    account = AccountStanding(
        AccountId(3), "Jane's DE89370400440532013000", "Harbor Bank", drift="2.50 USD", held=4
    )
    for notice in find_needs(Standing(accounts=(account,)), NOW):
        text = need_details(OpenNeed(notice), "1.0")
        assert "Jane" not in text
        assert "DE89" not in text
        assert "1.0" in text
    drift = Drift(
        AccountId(3),
        "Jane's account",
        ItemId(1),
        "Harbor Bank",
        Money(-250, "USD"),
        Money(123_456, "USD"),
        Money(123_206, "USD"),
        date(2026, 6, 14),
        (DriftCause(CauseKind.DOUBLED, 2),),
    )
    text = drift_details(drift, "1.0")
    assert "-2.50 USD" in text
    assert "since 2026-06-14" in text
    assert "candidate: doubled, 2 rows" in text
    assert "Jane" not in text
    assert "1234.56" not in text, "the balance is nobody's business"
    held = held_details(HeldRemovals(AccountId(3), "Jane's", RunId(8), NOW, ()), "1.0")
    assert "run 8" in held
    assert "Jane" not in held


def test_a_difference_without_a_known_currency_or_day_can_be_written_too() -> None:
    text = drift_details(Drift(AccountId(3), "", None, "", None, None, None, None), "1.0")
    assert "unknown currency" in text
    assert "an unknown day" in text


def test_a_trouble_is_written_whole() -> None:
    assert trouble_details(Trouble("CODE", "Title", "What happened.", "Do it."), "1.0").splitlines() == [
        "Title (CODE)",
        "What happened.",
        "Do it.",
        "BudgetSync 1.0",
    ]


@pytest.mark.parametrize(
    ("standing", "passing"),
    [
        (connection(DOWN), ["passing:1"]),
        (connection(errors.Offline("No answer.")), ["passing:1"]),
        (connection(DOWN, paused=True), []),
        (connection(LOGIN), []),
        (connection(None), []),
        (connection(errors.StoreFull("No space left.")), []),
        (connection(None, Staleness(Freshness.NOT_SYNCED, NOW)), ["passing:1"]),
        (connection(None, Staleness(Freshness.BANK_SILENT, NOW)), []),
    ],
)
def test_what_passes_by_itself_is_named_where_nothing_else_is_told(
    standing: ConnectionStanding, passing: list[str]
) -> None:
    whole = Standing((standing,))
    found = find_passing(whole, find_needs(whole, NOW), NOW)
    assert [notice.cause for notice in found] == passing
    assert all(notice.action and notice.message for notice in found)


def test_what_is_told_as_failing_does_not_pass_by_itself_too() -> None:
    failing = ConnectionStanding(connection(DOWN).item, FRESH, failures=5, failing_since=NOW)
    whole = Standing((failing,))
    assert find_passing(whole, find_needs(whole, NOW), NOW) == []
    both = Standing((failing, ConnectionStanding(connection(DOWN, number=2).item, FRESH, 5, NOW)))
    assert [need.cause for need in find_needs(both, NOW)] == ["down:plaid"]
    assert find_passing(both, find_needs(both, NOW), NOW) == [], "one line says it for all"
