"""A few worlds of `make match-eval`: one of each order in which three sources can come."""

import pytest

from tests.reliability.match_eval import ORDERS, Score, run


def test_nothing_is_lost_or_merged_in_error_and_what_is_not_made_is_asked() -> None:
    total = sum((run(seed)[1] for seed in range(1, len(ORDERS) + 1)), Score())
    assert (total.wrong, total.lost, total.silent) == (0, 0, 0), total
    assert total.is_enough, total


@pytest.mark.parametrize(
    ("score", "right", "enough"),
    [
        (Score(1, wanted=100, made=97), True, True),
        (Score(1, wanted=100, made=96, asked=4), True, False),
        (Score(1, wanted=100, made=99, wrong=1), False, True),
        (Score(1, wanted=100, made=99, silent=1), False, True),
    ],
)
def test_a_score_says_what_it_is_worth(score: Score, right: bool, enough: bool) -> None:  # noqa: FBT001
    assert (score.is_right, score.is_enough) == (right, enough)
