"""How soon a webhook leads to a sync."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.hints import BURST, BURST_SPAN, SETTLE, hint_due
from budgetsync.domain.realtime import percentile

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_the_first_one_is_due_at_once() -> None:
    assert hint_due(NOW, None, []) == NOW
    assert hint_due(NOW, NOW - timedelta(hours=1), [NOW - timedelta(hours=1)]) == NOW


def test_what_comes_soon_after_a_run_waits_until_five_seconds_after_its_end() -> None:
    assert hint_due(NOW, NOW, []) == NOW + SETTLE
    assert hint_due(NOW, NOW - 3 * SECOND, []) == NOW + 2 * SECOND
    assert hint_due(NOW, NOW - SETTLE, []) == NOW


def test_the_seventh_within_a_minute_waits_until_the_first_is_a_minute_old() -> None:
    starts = [NOW - 9 * number * SECOND for number in range(BURST)]
    assert hint_due(NOW, None, starts) == NOW - 45 * SECOND + BURST_SPAN
    assert hint_due(NOW, None, starts[:-1]) == NOW


def test_a_clock_that_was_set_back_holds_nothing_up() -> None:
    ahead = NOW + timedelta(hours=1)
    assert hint_due(NOW, ahead, [ahead] * BURST) == NOW


@given(
    st.lists(st.floats(0, 0.5), max_size=60),
    st.floats(0.1, 4),
)
def test_however_they_come_no_minute_has_more_than_six_syncs_and_none_waits_for_more_than_a_minute(
    gaps: list[float], run: float
) -> None:
    starts: list[datetime] = []
    ended: datetime | None = None
    at = NOW
    for gap in gaps:
        at += gap * 10 * SECOND
        if ended is not None and at < ended:
            continue  # joins what follows this run
        due = hint_due(at, ended, starts)
        assert at <= due <= at + BURST_SPAN
        starts.append(due)
        ended = due + run * SECOND
        at = due
    for begin in starts:
        assert sum(begin <= other < begin + BURST_SPAN for other in starts) <= BURST


def test_a_percentile_is_one_of_the_values() -> None:
    assert percentile([], 50) is None
    assert [percentile([1.0, 2.0, 3.0, 4.0], percent) for percent in (0, 25, 50, 99, 100)] == [1, 1, 2, 4, 4]
