"""Quotas: never one call too many in any span of time, and never a wait without need."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.ids import ItemId
from budgetsync.domain.quota import DAY, LIMITS, SYNC_CALL, Call, Limit, seconds_until_possible

SMALL = Limit("x", per_item=3, in_all=5, span=60)
ONE, TWO = ItemId(1), ItemId(2)


def calls(*made: tuple[int, float]) -> list[Call]:
    return [Call(ItemId(item), at) for item, at in made]


def test_there_is_room_until_the_bound_and_then_when_the_oldest_leaves_the_span() -> None:
    made = calls((1, 0), (1, 10), (1, 20))

    assert seconds_until_possible(SMALL, made[:2], ONE, 30) == 0
    assert seconds_until_possible(SMALL, made, ONE, 30) == 30
    assert seconds_until_possible(SMALL, made, TWO, 30) == 0
    assert seconds_until_possible(SMALL, made, ONE, 60) == 0


def test_all_connections_together_have_a_bound_too() -> None:
    made = calls((1, 0), (2, 1), (3, 2), (4, 3), (5, 4))

    assert seconds_until_possible(SMALL, made, ItemId(6), 10) == 50


def test_a_reserve_is_for_clicks_and_they_never_go_beyond_the_bound() -> None:
    daily = Limit("accounts", per_item=24, in_all=None, span=DAY, reserve=4)
    made = calls(*((1, at) for at in range(20)))
    full = calls(*((1, at) for at in range(24)))

    assert seconds_until_possible(daily, made, ONE, 100) == DAY - 100
    assert seconds_until_possible(daily, made, ONE, 100, asked=True) == 0
    assert seconds_until_possible(daily, full, ONE, 100, asked=True) == DAY - 100


@given(
    # Eighths of a second, which floats hold exactly: the last bit of a sum is no matter of quotas.
    st.lists(st.tuples(st.integers(1, 3), st.integers(0, 320).map(lambda eighths: eighths / 8)), max_size=80),
    st.integers(1, 4),
    st.integers(1, 8),
)
def test_no_span_ever_holds_more_calls_than_allowed(
    wishes: list[tuple[int, float]], per_item: int, in_all: int
) -> None:
    limit = Limit("x", per_item, in_all)
    made: list[Call] = []
    now = 0.0
    for item, pause in wishes:
        now += pause
        while wait := seconds_until_possible(limit, made, ItemId(item), now):
            assert wait <= limit.span
            now += wait
        made.append(Call(ItemId(item), now))
    for call in made:
        within = [one for one in made if call.at <= one.at < call.at + limit.span]
        assert len(within) <= in_all
        assert sum(one.item_id == call.item_id for one in within) <= per_item


@pytest.mark.parametrize("limit", LIMITS["plaid"], ids=lambda limit: limit.endpoint)
def test_plaid_is_asked_for_less_than_it_allows(limit: Limit) -> None:
    allowed = {
        "/transactions/sync": (50, 2_500),
        "/transactions/refresh": (2, 100),
        "/item/get": (15, 5_000),
        "/accounts/get": (15, 15_000),
        "/item/webhook/update": (5, 100),  # Plaid names no limit; this one is ours
    }
    item, client = allowed[limit.endpoint]
    assert limit.per_item is not None
    assert limit.in_all is not None
    assert limit.per_item <= 0.8 * item
    assert limit.in_all <= 0.8 * client
    assert limit.endpoint != SYNC_CALL or limit.per_item <= 40
