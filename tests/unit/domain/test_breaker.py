"""Circuit breakers: when they open, what passes, and that none stays open for good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.breaker import (
    FIRST_PAUSE,
    IN_A_ROW,
    LONGEST_PAUSE,
    Breaker,
    BreakerState,
    Scope,
    weigh,
)
from budgetsync.domain.errors import (
    BudgetSyncError,
    ItemGone,
    Offline,
    PaginationMutated,
    ProviderRejected,
    ProviderUnavailable,
    RateLimited,
    ReauthRequired,
    StoreBusy,
    TransientError,
)

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


def opened(at: datetime = NOW) -> Breaker:
    breaker = Breaker()
    for _ in range(IN_A_ROW):
        breaker = breaker.record(at, worked=False)
    return breaker


def test_it_opens_after_five_failures_in_a_row_and_not_before() -> None:
    breaker = Breaker()
    for count in range(1, IN_A_ROW):
        breaker = breaker.record(NOW, worked=False)
        assert breaker.state(NOW) is BreakerState.CLOSED, count
    breaker = breaker.record(NOW, worked=False)

    assert breaker.state(NOW) is BreakerState.OPEN
    assert breaker.blocked_until(NOW) == NOW + FIRST_PAUSE


def test_it_opens_when_half_of_ten_within_ten_minutes_failed() -> None:
    breaker = Breaker()
    for count in range(9):
        breaker = breaker.record(NOW + count * MINUTE / 2, worked=count % 2 == 1)
        assert breaker.state(NOW) is BreakerState.CLOSED
    assert breaker.record(NOW + 5 * MINUTE, worked=False).state(NOW + 5 * MINUTE) is BreakerState.OPEN
    assert breaker.record(NOW + 20 * MINUTE, worked=False).state(NOW + 20 * MINUTE) is BreakerState.CLOSED


def test_one_probe_goes_through_and_a_success_closes_it() -> None:
    breaker = opened()
    later = NOW + FIRST_PAUSE

    assert breaker.state(later) is BreakerState.HALF_OPEN
    under_way = breaker.let_through(later)
    assert under_way.blocked_until(later) == later + FIRST_PAUSE
    assert under_way.record(later + SECOND, worked=True) == Breaker()


def test_a_failed_probe_doubles_the_pause_up_to_two_hours() -> None:
    breaker, at, pauses = opened(), NOW, []
    for _ in range(8):
        blocked = breaker.blocked_until(at)
        assert blocked is not None
        pauses.append((blocked - at) // MINUTE)
        at = blocked
        breaker = breaker.let_through(at).record(at, worked=False)

    assert pauses == [5, 10, 20, 40, 80, 120, 120, 120]


def test_clicks_that_fail_make_the_pause_no_longer() -> None:
    breaker = opened()
    for count in range(20):
        breaker = breaker.record(NOW + count * SECOND, worked=False)

    assert breaker.blocked_until(NOW + MINUTE) == NOW + FIRST_PAUSE


@given(st.lists(st.tuples(st.booleans(), st.integers(-100_000, 100_000)), max_size=60))
def test_whatever_the_clock_does_nothing_is_blocked_for_longer_than_the_longest_pause(
    steps: list[tuple[bool, int]],
) -> None:
    breaker, now = Breaker(), NOW
    for worked, seconds in steps:
        now += timedelta(seconds=seconds)
        until = breaker.blocked_until(now)
        assert until is None or now < until <= now + LONGEST_PAUSE
        if until is None:
            breaker = breaker.let_through(now)
        breaker = breaker.record(now, worked=worked)
        if worked:
            assert breaker.in_a_row == 0
            assert breaker.probe_at is None
    assert breaker.blocked_until(now + LONGEST_PAUSE) is None


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (None, {Scope.PROVIDER: True, Scope.INSTITUTION: True}),
        (ProviderUnavailable("x"), {Scope.PROVIDER: False, Scope.INSTITUTION: False}),
        (ProviderUnavailable("x", provider_code="INSTITUTION_DOWN"), {Scope.INSTITUTION: False}),
        (TransientError("x", provider_code="PLANNED_MAINTENANCE"), {Scope.INSTITUTION: False}),
        (TransientError("x", provider_code="PRODUCT_NOT_READY"), {}),
        (Offline("x"), {}),
        (RateLimited("x"), {}),
        (PaginationMutated("x"), {}),
        (ReauthRequired("x", provider_code="ITEM_LOGIN_REQUIRED"), {Scope.PROVIDER: True}),
        (ItemGone("x", provider_code="ITEM_NOT_FOUND"), {Scope.PROVIDER: True}),
        (ProviderRejected("no key was sent"), {}),
        (StoreBusy("x"), {}),
        (BudgetSyncError("x"), {}),
    ],
    ids=str,
)
def test_what_the_end_of_a_run_says_about_provider_and_bank(
    error: BudgetSyncError | None, told: dict[Scope, bool]
) -> None:
    assert weigh(error) == told
