from __future__ import annotations

import json

import pytest

from tests.bench.bench import pages_with_rows
from tests.bench.report import Figure, table
from tests.bench.responder import covered
from tests.bench.ticks import Ticks, percentile, summary


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 1), (0.005, 1), (0.5, 50), (0.99, 99), (0.991, 100), (1.0, 100)]
)
def test_a_percentile_is_a_value_that_was_seen(share: float, expected: int) -> None:
    assert percentile(list(range(100, 0, -1)), share) == expected


def test_one_value_is_every_percentile() -> None:
    assert {percentile([7], share) for share in (0, 0.5, 0.999, 1)} == {7}


def test_gaps_are_summed_up_in_milliseconds() -> None:
    found = summary([0.005] * 999 + [0.1], 5.1)
    assert found == {"p50": 5, "p99": 5, "p99.9": 5, "max": 100, "ticks": 1000, "seconds": 5.1}


def test_time_in_work_is_counted_once() -> None:
    assert covered([]) == 0
    assert covered([(5, 6), (0, 2), (1, 3), (1.5, 1.6)]) == 4


@pytest.mark.parametrize(
    ("figure", "met", "verdict"),
    [
        (Figure("a", 5, "ms", 5), True, "ok"),
        (Figure("a", 5.1, "ms", 5), False, "MISSED"),
        (Figure("a", 5, "s", 5, at_least=True), True, "ok"),
        (Figure("a", 4.9, "s", 5, at_least=True), False, "MISSED"),
        (Figure("a", 1e9, "s"), True, ""),
    ],
)
def test_a_figure_is_held_against_its_target(figure: Figure, *, met: bool, verdict: str) -> None:
    assert figure.met is met
    assert figure.cells()[2] == verdict
    assert (verdict or "1,000,000,000") in table([figure])


def test_the_page_without_news_is_not_part_of_the_first_sync() -> None:
    def entry(token: str, cursor: str) -> dict[str, str]:
        body = json.dumps({"access_token": token, "cursor": cursor})
        return {"path": "/transactions/sync", "body": body}

    tape = [
        entry("a", ""),
        {"path": "/item/get", "body": "{}"},
        entry("a", "1"),
        entry("b", ""),
        entry("b", "2"),
    ]
    assert pages_with_rows(tape) == [tape[0], tape[3]]


def test_a_gap_that_is_still_open_counts(qapp: object) -> None:
    assert qapp is not None
    ticks = Ticks()
    ticks.begin()
    ticks._last -= 1  # as if the last tick were a second ago
    ticks.end()
    assert max(ticks.gaps) >= 1
