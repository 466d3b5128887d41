"""People who buy something at the demo bank now and then."""

from collections.abc import Iterator
from itertools import islice, pairwise
from threading import Event

from budgetsync.sandbox import DemoBank
from budgetsync.sandbox.shoppers import FIRST, LONGEST, Shoppers, pauses


def test_news_come_soon_at_first_and_ever_more_slowly_then() -> None:
    rests = list(islice(pauses(), 100))

    assert rests[0] == FIRST
    assert all(before <= after for before, after in pairwise(rests))
    assert rests[-1] == LONGEST


def test_what_did_not_come_about_is_tried_again_and_nothing_is_bought_after_the_end() -> None:
    answers = iter([False, False, True, True])
    tried, enough = [], Event()

    def buy() -> bool:
        tried.append(next(answers, False))
        if len(tried) == 4:
            enough.set()
        return tried[-1]

    def rests() -> Iterator[float]:
        yield 0.0
        yield 0.0
        yield 3_600.0

    with Shoppers(buy, rests):
        assert enough.wait(30)

    assert tried == [False, False, True, True]


def test_nobody_shops_where_no_account_is_connected() -> None:
    assert not DemoBank(seed=7, rows=100).shop()
