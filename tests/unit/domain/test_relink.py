"""Accounts of a connection made anew: persistent id, mask and name, history, name alone; never mixed up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from budgetsync.domain.account import AccountSnapshot
from budgetsync.domain.ids import AccountId
from budgetsync.domain.relink import OldAccount, match_accounts, may_be_old
from tests.unit.domain.builders import snapshot

ONE, TWO = AccountId(1), AccountId(2)


def old(number: AccountId = ONE, /, **changes: object) -> OldAccount:
    account = OldAccount(number, None, "0417", "depository", "checking", "Checking", "USD")
    return replace(account, **changes)  # type: ignore[arg-type]


def new(key: str = "n1", /, **changes: object) -> AccountSnapshot:
    return replace(snapshot(key), **changes)  # type: ignore[arg-type]


def test_the_persistent_id_is_certain_whatever_else_changed() -> None:
    accounts = [new(persistent_id="p", mask="9999", name="Renamed", type="credit")]

    assert match_accounts(accounts, [old(persistent_id="p"), old(TWO)], {}) == {"n1": ONE}


def test_mask_and_name_are_enough_where_only_one_has_them() -> None:
    assert match_accounts([new()], [old(), old(TWO, mask="8831")], {}) == {"n1": ONE}
    assert match_accounts([new(), new("n2")], [old(mask="0417"), old(TWO)], {}) == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"mask": "8831"},
        {"name": "Savings"},
        {"subtype": "savings"},
        {"currency": "EUR"},
        {"type": "credit"},
        {"persistent_id": "another"},
    ],
)
def test_another_mask_name_kind_or_persistent_id_is_another_account(changes: dict[str, object]) -> None:
    assert match_accounts([new(persistent_id="p")], [old(ONE, **changes)], {}) == {}


def test_two_alike_are_told_apart_by_their_history() -> None:
    accounts = [new(mask=None), new("n2", mask=None)]
    olds = [old(mask=None), old(TWO, mask=None)]
    overlap = {("n1", ONE): 0.1, ("n1", TWO): 1.0, ("n2", ONE): 0.9, ("n2", TWO): 0.7}

    assert match_accounts(accounts, olds, overlap) == {"n1": TWO, "n2": ONE}


def test_two_alike_that_nothing_tells_apart_are_not_matched() -> None:
    accounts = [new(mask=None), new("n2", mask=None)]
    olds = [old(mask=None), old(TWO, mask=None)]
    overlap = {(name, number): 1.0 for name in ("n1", "n2") for number in (ONE, TWO)}

    assert match_accounts(accounts, olds, {}) == {}
    assert match_accounts(accounts, olds, overlap) == {}
    assert match_accounts(accounts[:1], olds, {}) == {}


def test_little_in_common_is_another_account() -> None:
    assert match_accounts([new(mask=None)], [old(mask=None)], {("n1", ONE): 0.59}) == {}
    assert match_accounts([new(mask=None)], [old(mask=None)], {("n1", ONE): 0.6}) == {"n1": ONE}


def test_the_name_alone_decides_where_there_is_no_history_and_none_is_to_come() -> None:
    accounts, olds = [new(mask=None)], [old(mask=None), old(TWO, mask=None, name="Other")]

    assert match_accounts(accounts, olds, {}) == {"n1": ONE}
    assert match_accounts(accounts, olds, {}, silent={"n1"}) == {}
    assert match_accounts([new(mask="1")], [old(mask="2")], {}) == {}


def test_each_old_account_is_taken_once() -> None:
    accounts = [new(persistent_id="p"), new("n2", mask=None)]

    assert match_accounts(accounts, [old(persistent_id="p", mask=None)], {("n2", ONE): 1.0}) == {"n1": ONE}


def test_what_may_be_old_waits_for_its_rows() -> None:
    assert may_be_old(new(mask=None), [old()])
    assert not may_be_old(new(type="credit"), [old()])
    assert not may_be_old(new(persistent_id="a"), [old(persistent_id="b")])
