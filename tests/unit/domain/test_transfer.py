"""Own transfers: two real rows, opposite, near in time, called so; each half of one pair at most."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.transfer import Candidate, Pair, pair_transfers
from tests.unit.domain.builders import TODAY

OUT, IN, SHOP = "TRANSFER_OUT_ACCOUNT_TRANSFER", "TRANSFER_IN_DEPOSIT", "FOOD_AND_DRINK_COFFEE"


def row(
    number: int, minor: int, *, on: int = 0, account: int = 1, currency: str = "USD", called: str | None = OUT
) -> Candidate:
    day = TODAY + timedelta(days=on)
    return Candidate(TransactionId(number), AccountId(account), minor, currency, day, called)


def pair(out: int, into: int) -> Pair:
    return Pair(TransactionId(out), TransactionId(into))


def test_two_halves_are_a_pair() -> None:
    rows = [row(1, -500), row(2, 500, account=2, called=IN)]

    assert pair_transfers(rows, []) == [pair(1, 2)]


@pytest.mark.parametrize("days", [-5, -1, 0, 5])
def test_five_days_apart_is_near(days: int) -> None:
    assert pair_transfers([row(1, -500), row(2, 500, account=2, on=days)], []) == [pair(1, 2)]


@pytest.mark.parametrize(
    "other",
    [
        row(2, 500, account=2, on=6),
        row(2, 500, account=2, on=-6),
        row(2, 501, account=2),
        row(2, -500, account=2),
        row(2, 500, account=1),
    ],
    ids=["six days later", "six days before", "another amount", "the same sign", "the same account"],
)
def test_what_is_no_counterpart(other: Candidate) -> None:
    assert pair_transfers([row(1, -500), other], []) == []


def test_one_called_half_is_enough_and_none_is_not() -> None:
    called, shop = row(2, 500, account=2, called=IN), row(2, 500, account=2, called=SHOP)

    assert pair_transfers([row(1, -500, called=SHOP), called], []) == [pair(1, 2)]
    assert pair_transfers([row(1, -500, called=None), shop], []) == []


def test_a_payment_of_a_card_is_a_transfer() -> None:
    rows = [row(1, -500, called="LOAN_PAYMENTS_CREDIT_CARD_PAYMENT"), row(2, 500, account=2, called=None)]

    assert pair_transfers(rows, []) == [pair(1, 2)]


def test_of_several_the_nearest_and_best_called_wins_and_no_row_is_taken_twice() -> None:
    rows = [
        row(1, -500),
        row(2, 500, account=2, on=1, called=IN),
        row(3, 500, account=3, on=0, called=SHOP),
        row(4, -500, account=4, on=3),
    ]

    assert set(pair_transfers(rows, [])) == {pair(1, 2), pair(4, 3)}


def test_a_rejected_pair_is_never_made_again_but_its_rows_may_pair_otherwise() -> None:
    rows = [row(1, -500), row(2, 500, account=2, called=IN), row(3, 500, account=3, on=4, called=IN)]

    assert pair_transfers(rows, [pair(1, 2)]) == [pair(1, 3)]
    assert pair_transfers(rows[:2], {pair(1, 2)}) == []


def test_across_currencies_both_are_called_and_each_is_the_only_one() -> None:
    euro = row(2, 460, account=2, currency="EUR", called=IN)

    assert pair_transfers([row(1, -500), euro], []) == [pair(1, 2)]
    assert pair_transfers([row(1, -500, called=SHOP), euro], []) == []
    assert pair_transfers([row(1, -500), euro, row(3, -70, account=3)], []) == []
    assert pair_transfers([row(1, -500), euro._replace(day=TODAY + timedelta(days=6))], []) == []


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    return [
        row(
            number,
            draw(st.sampled_from([-500, -300, 300, 500])),
            on=draw(st.integers(0, 12)),
            account=draw(st.integers(1, 3)),
            currency=draw(st.sampled_from(["USD", "USD", "EUR"])),
            called=draw(st.sampled_from([OUT, IN, SHOP, None])),
        )
        for number in range(draw(st.integers(0, 12)))
    ]


@given(candidates(), st.data())
def test_pairs_hold_whatever_the_rows(rows: list[Candidate], data: st.DataObject) -> None:
    by_id = {one.id: one for one in rows}
    pairs = pair_transfers(rows, [])
    halves = [half for one in pairs for half in one]

    assert len(halves) == len(set(halves))
    for out_id, in_id in pairs:
        out, into = by_id[out_id], by_id[in_id]
        assert out.minor < 0 < into.minor
        assert out.account_id != into.account_id
        assert abs(into.day - out.day) <= timedelta(days=5)
        assert out.currency != into.currency or out.minor == -into.minor
    assert pair_transfers(data.draw(st.permutations(rows)), []) == pairs
    assert not set(pair_transfers(rows, pairs)) & set(pairs)
