"""Token buckets: never more than the burst at once, never more than the rate in the long run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.relay.server.buckets import Buckets, Rate


def test_a_burst_is_let_through_and_then_one_at_a_time() -> None:
    buckets = Buckets(Rate(a_second=1, burst=3))

    assert [buckets.take("a", 100) for _ in range(4)] == [0, 0, 0, pytest.approx(1)]
    assert buckets.take("b", 100) == 0
    assert buckets.take("a", 100.5) == pytest.approx(0.5)
    assert buckets.take("a", 101) == 0
    assert buckets.take("a", 101) == pytest.approx(1)


@given(
    st.floats(0.01, 1000),
    st.integers(1, 200),
    st.lists(st.floats(0, 5), max_size=200),
)
def test_no_span_of_time_sees_more_than_the_burst_and_the_rate(
    rate: float, burst: int, waits: list[float]
) -> None:
    buckets = Buckets(Rate(rate, burst))
    now, taken = 0.0, []
    for wait in waits:
        now += wait
        if buckets.take("a", now) == 0:
            taken.append(now)

    for first, begin in enumerate(taken):
        for last in range(first, len(taken)):
            assert last - first + 1 <= burst + (taken[last] - begin) * rate + 1e-3


@given(st.floats(0.01, 1000), st.integers(1, 50))
def test_who_waits_as_told_is_let_through(rate: float, burst: int) -> None:
    buckets = Buckets(Rate(rate, burst))
    wait = 0.0
    while not wait:
        wait = buckets.take("a", 50)

    assert buckets.take("a", 50 + wait) == 0


def test_a_flood_of_names_is_forgotten_again() -> None:
    buckets = Buckets(Rate(a_second=1, burst=1), kept=100)

    for number in range(1000):
        buckets.take(str(number), 0)
        assert len(buckets) <= 100

    assert buckets.take("999", 0) > 0, "the latest is remembered"
