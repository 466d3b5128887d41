"""The proof: anchor, pendings as the bank counts them, late balances, drift with size and first day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.balance import (
    Anchor,
    Basis,
    Before,
    Proof,
    Reason,
    Sums,
    Told,
    Verdict,
    prove,
)
from budgetsync.domain.item import History

START = datetime(2026, 6, 1, 9, tzinfo=UTC)
CHECKING = Told("depository", 100_00, History.COMPLETE, START)
ANCHOR = Anchor(100_00, Sums(40_00, 0))
NOTHING = Sums(40_00, 0)


class Account:
    """An account whose proofs follow each other, a day apart."""

    def __init__(self, kind: str = "depository", anchor: Anchor = ANCHOR) -> None:
        self.kind = kind
        self.anchor = anchor
        self.before = Before()
        self.day = 0

    def prove(self, current: int | None, sums: Sums = NOTHING, *, days: int = 1) -> Proof:
        self.day += days
        told = Told(self.kind, current, History.COMPLETE, START + timedelta(days=self.day))
        found = prove(told, sums, self.anchor, self.before, START.date())
        if found.figures is not None:
            recent = {found.expected or 0} | set(self.before.recent)
            self.before = replace(self.before, last=found, as_of=told.as_of, recent=recent)
        return found


def test_without_a_balance_nothing_is_provable() -> None:
    assert Account().prove(None) == Proof(Verdict.NOT_PROVABLE, Reason.NO_BALANCE)


@pytest.mark.parametrize("history", [History.UNKNOWN, History.NOT_READY, History.INITIAL])
@pytest.mark.parametrize("anchor", [None, ANCHOR])
def test_while_history_arrives_nothing_is_provable(history: History, anchor: Anchor | None) -> None:
    found = prove(replace(CHECKING, history=history), NOTHING, anchor, Before(), START.date())

    assert (found.verdict, found.reason) == (Verdict.NOT_PROVABLE, Reason.HISTORY_ARRIVING)


def test_the_first_run_with_all_of_the_history_is_anchored_not_proved() -> None:
    found = prove(CHECKING, NOTHING, None, Before(), START.date())

    assert (found.verdict, found.drift) == (Verdict.ANCHORED, 0)


@pytest.mark.parametrize(
    ("kind", "told"), [("depository", 95_00), ("credit", 105_00), ("loan", 105_00), ("investment", 95_00)]
)
def test_a_purchase_lowers_what_is_owned_and_raises_what_is_owed(kind: str, told: int) -> None:
    assert Account(kind).prove(told, Sums(35_00, 0)).verdict is Verdict.PROVED


def test_pendings_may_be_in_the_balance_or_not() -> None:
    waiting = Sums(40_00, -7_00)

    assert Account().prove(100_00, waiting).basis is Basis.POSTED
    assert Account().prove(93_00, waiting).basis is Basis.WITH_PENDING
    assert Account().prove(100_00, NOTHING).basis is Basis.EITHER


def test_where_it_is_sure_how_the_bank_counts_the_other_way_is_no_proof() -> None:
    account = Account()
    account.before = Before(likely=Basis.POSTED, sure=True)

    found = account.prove(93_00, Sums(40_00, -7_00))

    assert (found.verdict, found.reason, found.drift) == (
        Verdict.NOT_PROVABLE,
        Reason.FIRST_DIFFERENCE,
        -7_00,
    )
    assert found.basis is Basis.WITH_PENDING


def test_a_balance_that_fits_the_other_way_of_counting_is_a_drift_only_if_no_pending_explains_it() -> None:
    account = Account()
    account.before = Before(likely=Basis.WITH_PENDING, sure=True)

    for waiting in (-7_00, -9_00, -8_00):
        found = account.prove(100_00, Sums(40_00, waiting))
        assert (found.verdict, found.basis) == (Verdict.NOT_PROVABLE, Basis.POSTED)
    account.before = replace(account.before, recent=())
    assert account.prove(100_00, Sums(40_00, -8_00)).verdict is Verdict.DRIFT


def test_a_difference_is_a_drift_when_newer_data_show_it_again() -> None:
    account = Account()

    first = account.prove(93_00)
    again = account.prove(93_00, days=0)
    newer = account.prove(88_00, Sums(35_00, 0))

    assert (first.verdict, first.reason, first.drift) == (
        Verdict.NOT_PROVABLE,
        Reason.FIRST_DIFFERENCE,
        -7_00,
    )
    assert again.verdict is Verdict.NOT_PROVABLE
    assert (newer.verdict, newer.drift, newer.since) == (Verdict.DRIFT, -7_00, first.since)
    assert first.since == (START + timedelta(days=1)).date()


def test_a_drift_that_heals_is_proved_and_the_next_has_its_own_first_day() -> None:
    account = Account()
    account.prove(93_00)
    assert account.prove(93_00).verdict is Verdict.DRIFT

    assert account.prove(100_00).verdict is Verdict.PROVED
    account.prove(91_00)
    found = account.prove(91_00)

    assert (found.verdict, found.drift) == (Verdict.DRIFT, -9_00)
    assert found.since == (START + timedelta(days=4)).date()


def test_older_data_and_missing_balances_between_do_not_forget_a_drift() -> None:
    account = Account()
    first = account.prove(93_00)
    assert account.prove(None).reason is Reason.NO_BALANCE
    assert account.prove(93_00, days=-3).reason is Reason.OLDER_DATA

    found = account.prove(93_00, days=5)

    assert (found.verdict, found.since) == (Verdict.DRIFT, first.since)


def test_another_difference_each_time_is_a_balance_behind_its_rows() -> None:
    account = Account()
    for posted, told in ((35_00, 100_00), (32_00, 95_00), (24_00, 92_00)):
        found = account.prove(told, Sums(posted, 0))
        assert (found.verdict, found.reason) == (Verdict.NOT_PROVABLE, Reason.FIRST_DIFFERENCE)

    assert account.prove(84_00, Sums(24_00, 0)).verdict is Verdict.PROVED


def test_a_balance_that_is_what_was_expected_a_run_ago_is_late() -> None:
    account = Account()
    account.prove(100_00)
    account.prove(100_00, Sums(35_00, 0))

    late = account.prove(95_00, Sums(30_00, 0))

    assert (late.verdict, late.drift) == (Verdict.NOT_PROVABLE, 5_00)


def test_a_drift_beside_pendings_has_its_size_whichever_way_the_bank_counts() -> None:
    account = Account()
    account.prove(91_00, Sums(40_00, -2_00))

    found = account.prove(88_00, Sums(40_00, -5_00))

    assert (found.verdict, found.drift, found.basis) == (Verdict.DRIFT, -7_00, Basis.WITH_PENDING)


def test_an_anchor_that_no_proof_confirmed_is_set_anew() -> None:
    account = Account(anchor=replace(ANCHOR, confirmed=False))

    found = account.prove(93_00)

    assert (found.verdict, found.drift, found.told) == (Verdict.ANCHORED, 0, 93_00)


def test_a_loan_accrues_and_is_never_a_drift() -> None:
    account = Account("loan")
    for told in (100_17, 100_34, 100_51):
        found = account.prove(told)
        assert (found.verdict, found.reason) == (Verdict.NOT_PROVABLE, Reason.LOAN_ACCRUES)
        assert found.drift == told - 100_00


def test_without_times_the_second_run_is_newer() -> None:
    told = replace(CHECKING, current=93_00, as_of=None)
    first = prove(told, NOTHING, ANCHOR, Before(), START.date())

    found = prove(told, NOTHING, ANCHOR, Before(last=first), START.date())

    assert (found.verdict, found.since) == (Verdict.DRIFT, START.date())


@given(
    st.lists(st.tuples(st.integers(-99_99, 99_99), st.integers(-99_99, 0)), max_size=8),
    st.sampled_from(["depository", "credit"]),
    st.sampled_from(Basis),
)
def test_a_bank_that_adds_up_is_proved_every_time(
    moves: list[tuple[int, int]], kind: str, basis: Basis
) -> None:
    account, posted = Account(kind), 40_00
    for moved, waiting in moves:
        posted += moved
        total = posted - 40_00 + (waiting if basis is Basis.WITH_PENDING else 0)
        told = 100_00 + (-total if kind == "credit" else total)
        assert account.prove(told, Sums(posted, waiting)).verdict is Verdict.PROVED


@given(
    st.integers(-500_00, 500_00).filter(bool), st.lists(st.integers(-99_99, 99_99), min_size=2, max_size=6)
)
def test_every_drift_is_found_with_its_size_and_first_day(drift: int, moves: list[int]) -> None:
    account, posted = Account(), 40_00
    expected = {100_00 + sum(moves[: at + 1]) for at in range(len(moves))}
    for at, moved in enumerate(moves):
        posted += moved
        told = 60_00 + posted + drift
        found = account.prove(told, Sums(posted, 0))
        if at and told not in expected:
            assert (found.verdict, found.drift) == (Verdict.DRIFT, drift)
            assert found.since == (START + timedelta(days=1)).date()
