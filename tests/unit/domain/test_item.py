"""Where a connection stands: no status is a trap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from budgetsync.domain import errors
from budgetsync.domain.errors import BudgetSyncError
from budgetsync.domain.item import (
    PARKED,
    ConsentWarning,
    ItemEvent,
    ItemStatus,
    consent_warning,
    failure,
    keeps_trouble,
    next_status,
    status_after,
)

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
BY_ITSELF = {ItemEvent.PROBE_DUE, ItemEvent.SUCCEEDED, ItemEvent.RESUMED}
"""What happens while the program runs, without anybody starting it anew."""


def every_error(kind: type[BudgetSyncError] = BudgetSyncError) -> Iterator[type[BudgetSyncError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from every_error(child)


@pytest.mark.parametrize("status", ItemStatus)
def test_a_success_makes_every_status_healthy(status: ItemStatus) -> None:
    assert next_status(status, ItemEvent.SUCCEEDED) is ItemStatus.HEALTHY
    assert next_status(next_status(status, ItemEvent.PROBE_DUE), ItemEvent.SUCCEEDED) is ItemStatus.HEALTHY


@pytest.mark.parametrize("status", sorted(set(ItemStatus) - {ItemStatus.HEALTHY}))
def test_every_status_has_an_exit_that_needs_no_restart(status: ItemStatus) -> None:
    reached, ahead = {status}, [status]
    while ahead:
        here = ahead.pop()
        for event in BY_ITSELF:
            there = next_status(here, event)
            if there not in reached:
                reached.add(there)
                ahead.append(there)

    assert ItemStatus.HEALTHY in reached


@pytest.mark.parametrize("status", ItemStatus)
@pytest.mark.parametrize("event", ItemEvent)
def test_every_event_can_come_in_every_status(status: ItemStatus, event: ItemEvent) -> None:
    after = next_status(status, event)

    assert isinstance(after, ItemStatus)
    assert after is not ItemStatus.SYNCING or status is ItemStatus.SYNCING or event is ItemEvent.PROBE_DUE


@pytest.mark.parametrize("status", ItemStatus)
def test_a_run_that_ends_leaves_nobody_syncing(status: ItemStatus) -> None:
    ends = [event for event in ItemEvent if event in {"SUCCEEDED", "CANCELLED"} or event.startswith("FAILED")]
    assert len(ends) == 7

    assert all(next_status(status, end) is not ItemStatus.SYNCING for end in ends)


@pytest.mark.parametrize("parked", sorted(PARKED))
@pytest.mark.parametrize(
    "passing", [ItemEvent.FAILED_OFFLINE, ItemEvent.FAILED_TRANSIENT, ItemEvent.CANCELLED]
)
def test_an_outage_does_not_hide_what_a_person_has_to_do(parked: ItemStatus, passing: ItemEvent) -> None:
    assert next_status(parked, passing) is parked
    assert keeps_trouble(parked, passing)


@pytest.mark.parametrize("parked", sorted(PARKED))
def test_a_repaired_login_is_tried_at_once(parked: ItemStatus) -> None:
    assert next_status(parked, ItemEvent.LOGIN_REPAIRED) is ItemStatus.WAITING


def test_consent_is_a_warning_until_it_ends() -> None:
    assert next_status(ItemStatus.HEALTHY, ItemEvent.CONSENT_EXPIRING) is ItemStatus.HEALTHY
    assert next_status(ItemStatus.HEALTHY, ItemEvent.CONSENT_EXPIRED) is ItemStatus.REAUTH_REQUIRED
    assert next_status(ItemStatus.DISCONNECTED, ItemEvent.CONSENT_EXPIRED) is ItemStatus.DISCONNECTED


@pytest.mark.parametrize("kind", list(every_error()))
def test_every_error_is_an_event_with_a_status(kind: type[BudgetSyncError]) -> None:
    error = kind("Something.")

    assert next_status(ItemStatus.HEALTHY, failure(error)) is status_after(error)


def test_errors_by_what_a_person_does_about_them() -> None:
    assert status_after(errors.Offline("x")) is ItemStatus.OFFLINE
    assert status_after(errors.RateLimited("x")) is ItemStatus.WAITING
    assert status_after(errors.ReauthRequired("x")) is ItemStatus.REAUTH_REQUIRED
    assert status_after(errors.SecretMissing("x")) is ItemStatus.REAUTH_REQUIRED
    assert status_after(errors.ItemGone("x")) is ItemStatus.DISCONNECTED
    assert status_after(errors.VaultLocked("x")) is ItemStatus.ATTENTION_REQUIRED
    assert status_after(errors.StoreFull("x")) is ItemStatus.ATTENTION_REQUIRED


@pytest.mark.parametrize(
    ("left", "warning"),
    [
        (None, ConsentWarning.NONE),
        (timedelta(days=8), ConsentWarning.NONE),
        (timedelta(days=7), ConsentWarning.WEEK),
        (timedelta(days=1, seconds=1), ConsentWarning.WEEK),
        (timedelta(days=1), ConsentWarning.DAY),
        (timedelta(seconds=1), ConsentWarning.DAY),
        (timedelta(0), ConsentWarning.EXPIRED),
    ],
)
def test_consent_is_warned_of_a_week_and_a_day_before(
    left: timedelta | None, warning: ConsentWarning
) -> None:
    assert consent_warning(None if left is None else NOW + left, NOW) is warning
