"""What happens after a failed attempt: for every error there is, at every attempt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.errors import (
    BudgetSyncError,
    ItemGone,
    Offline,
    PaginationMutated,
    PayloadError,
    ProviderRejected,
    ProviderUnavailable,
    RateLimited,
    ReauthRequired,
    SchemaTooNew,
    SecretMissing,
    StoreBusy,
    StoreFull,
    TransientError,
    VaultLocked,
)
from budgetsync.domain.retry import ATTEMPTS, CAP, GiveUp, NeedsUser, NextTimer, RetryAt, decide

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
SEEDS = st.integers(0, 2**32)
PASSING = (Offline, ProviderUnavailable, PaginationMutated, TransientError, RateLimited)
NEVER_GIVEN_UP = (StoreBusy, StoreFull, SchemaTooNew)


def verdict(error: BudgetSyncError, attempts: int = 1, seed: int = 1) -> object:
    return decide(error, attempts=attempts, now=NOW, random=Random(seed))  # noqa: S311


@given(
    kind=st.sampled_from([Offline, ProviderUnavailable, PaginationMutated]),
    attempts=st.integers(1, 7),
    seed=SEEDS,
)
def test_what_passes_is_tried_again_within_a_ceiling_that_doubles(
    kind: type[TransientError], attempts: int, seed: int
) -> None:
    told = verdict(kind("x"), attempts, seed)

    assert isinstance(told, RetryAt)
    assert not told.told
    assert timedelta(0) <= told.at - NOW <= min(timedelta(seconds=2 * 2 ** (attempts - 1)), CAP)


@given(seed=SEEDS)
def test_the_wait_is_fully_jittered(seed: int) -> None:
    random = Random(seed)  # noqa: S311
    waits = [
        (one.at - NOW).total_seconds()
        for _ in range(300)
        if isinstance(one := decide(Offline("x"), attempts=7, now=NOW, random=random), RetryAt)
    ]

    assert min(waits) < 128 * 0.1
    assert max(waits) > 128 * 0.9
    assert len(set(waits)) > 290


@pytest.mark.parametrize("kind", PASSING)
@pytest.mark.parametrize("attempts", [ATTEMPTS, ATTEMPTS + 1, 1_000])
def test_after_so_many_attempts_the_next_timer_goes_on(kind: type[TransientError], attempts: int) -> None:
    assert verdict(kind("x"), attempts) == NextTimer()


@given(seconds=st.floats(-1e6, 1e9, allow_nan=False), attempts=st.integers(1, ATTEMPTS + 1), seed=SEEDS)
def test_what_the_provider_says_wins_within_bounds(seconds: float, attempts: int, seed: int) -> None:
    told = verdict(RateLimited("x", retry_after=seconds), attempts, seed)

    at = NOW + timedelta(seconds=min(max(seconds, 1), 3_600))
    assert told == (RetryAt(at, told=True) if attempts < ATTEMPTS else NextTimer(at))


@given(attempts=st.integers(1, ATTEMPTS - 1), seed=SEEDS)
def test_told_to_slow_down_and_not_for_how_long_it_waits_a_minute_at_least(attempts: int, seed: int) -> None:
    told = verdict(RateLimited("x"), attempts, seed)

    assert isinstance(told, RetryAt)
    assert timedelta(seconds=60) <= told.at - NOW <= timedelta(seconds=60) + CAP


@pytest.mark.parametrize("kind", NEVER_GIVEN_UP)
@pytest.mark.parametrize("attempts", [1, ATTEMPTS, 10_000])
def test_a_disk_is_waited_for_without_end(kind: type[BudgetSyncError], attempts: int) -> None:
    told = verdict(kind("x"), attempts)

    assert isinstance(told, RetryAt)
    assert told.at - NOW <= CAP


@pytest.mark.parametrize("error", [ReauthRequired("x"), ItemGone("x"), SecretMissing("x"), VaultLocked("x")])
def test_a_person_comes_first(error: BudgetSyncError) -> None:
    assert verdict(error) == NeedsUser()


@pytest.mark.parametrize("error", [ProviderRejected("x"), PayloadError("x"), BudgetSyncError("a mistake")])
def test_what_no_try_would_help_is_given_up(error: BudgetSyncError) -> None:
    assert verdict(error) == GiveUp()
