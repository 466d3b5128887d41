"""Every error says what happened and what to do, and nothing that is secret."""

from __future__ import annotations

import inspect

import pytest

from budgetsync.domain import errors
from budgetsync.domain.errors import BudgetSyncError, ProviderError, RateLimited, Trouble
from budgetsync.domain.item import Connection, Institution, ItemStatus, status_after

CLASSES = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, BudgetSyncError) and kind.__module__ == errors.__name__
]


@pytest.mark.parametrize("kind", CLASSES)
def test_each_class_has_a_title_and_an_action_of_its_own_words(kind: type[BudgetSyncError]) -> None:
    error = kind("What happened.")

    assert error.title
    assert not error.title.endswith(".")
    assert error.action.endswith(".")
    assert error.action[0].isupper()
    assert error.trouble == Trouble(error.code, error.title, str(error), error.action)
    # One that is raised for a typed reason puts it into its own sentence.
    assert "What happened." in str(error)
    assert str(error) == "What happened." or kind is errors.WebhookRejected


def test_the_tree_in_the_docstring_names_every_class() -> None:
    assert errors.__doc__ is not None
    assert [kind.__name__ for kind in CLASSES if kind.__name__ not in errors.__doc__] == []


def test_texts_of_one_error_do_not_reach_another() -> None:
    BudgetSyncError("a", title="Mine", action="Do this.")

    assert BudgetSyncError("b").title == BudgetSyncError.title
    assert BudgetSyncError("b").action == BudgetSyncError.action


def test_a_providers_code_is_told_and_its_request_id_is_not_part_of_the_text() -> None:
    error = ProviderError("It said no.", provider_code="INVALID_FIELD", request_id="req-1")

    assert error.code == "INVALID_FIELD"
    assert error.request_id == "req-1"
    assert "req-1" not in str(error)
    assert ProviderError("x").code == "ProviderError"


def test_rate_limits_carry_the_time_to_wait() -> None:
    assert RateLimited("Slow down.", retry_after=7.0).retry_after == 7.0
    assert RateLimited("Slow down.").retry_after is None


def test_a_connection_never_shows_its_token() -> None:
    connection = Connection("item-1", Institution("ins_1", "Bank"), "access-sandbox-secret")

    assert "access-sandbox" not in f"{connection!r} {connection}"


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (errors.Offline, ItemStatus.OFFLINE),
        (errors.ProviderUnavailable, ItemStatus.WAITING),
        (errors.RateLimited, ItemStatus.WAITING),
        (errors.PaginationMutated, ItemStatus.WAITING),
        (errors.TransientError, ItemStatus.WAITING),
        (errors.ReauthRequired, ItemStatus.REAUTH_REQUIRED),
        (errors.SecretMissing, ItemStatus.REAUTH_REQUIRED),
        (errors.ItemGone, ItemStatus.DISCONNECTED),
        (errors.ProviderRejected, ItemStatus.ATTENTION_REQUIRED),
        (errors.VaultLocked, ItemStatus.ATTENTION_REQUIRED),
        (errors.StoreFull, ItemStatus.ATTENTION_REQUIRED),
        (errors.BudgetSyncError, ItemStatus.ATTENTION_REQUIRED),
    ],
)
def test_where_a_connection_stands_after_a_failure(kind: type[BudgetSyncError], status: ItemStatus) -> None:
    assert status_after(kind("It failed.")) is status
