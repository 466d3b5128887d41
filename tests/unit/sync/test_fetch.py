"""All pages of a loop, or none."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from budgetsync.domain.errors import (
    Offline,
    PaginationMutated,
    ProviderError,
    ProviderUnavailable,
    RateLimited,
)
from budgetsync.domain.sync import SyncBatch
from budgetsync.sync.fetch import MUTATION_TRIES, SLOW_DOWN, SLOW_DOWNS, Fetch
from tests.unit.domain.builders import observation, page
from tests.unit.sync.scripted import ScriptedProvider, Uncounted


def fetch(provider: ScriptedProvider, cursor: str = "") -> tuple[Fetch, list[tuple[int, int]]]:
    seen: list[tuple[int, int]] = []
    calls = Uncounted()
    return Fetch(
        provider, "access-token", cursor, lambda pages, rows: seen.append((pages, rows)), calls
    ), seen


def batch_of(provider: ScriptedProvider, cursor: str = "") -> SyncBatch:
    return asyncio.run(fetch(provider, cursor)[0].fetch_batch())


def test_pages_follow_each_other_until_there_are_no_more() -> None:
    provider = ScriptedProvider(
        page([observation("a")], cursor="1", more=True),
        page([observation("b"), observation("c")], cursor="2", more=True),
        page(cursor="3"),
    )
    provider.as_of = datetime(2026, 6, 15, tzinfo=UTC)
    fetching, seen = fetch(provider, "0")

    batch = asyncio.run(fetching.fetch_batch())

    assert provider.cursors == ["0", "1", "2"]
    assert (batch.cursor_before, batch.cursor_after, batch.rows) == ("0", "3", 3)
    assert batch.as_of == provider.as_of
    assert seen == [(1, 1), (2, 3), (3, 3)]
    assert fetching.requests == 4


def test_a_mutation_drops_every_page_and_begins_at_the_first_cursor() -> None:
    provider = ScriptedProvider(
        page([observation("a")], cursor="1", more=True),
        PaginationMutated("News."),
        page([observation("b")], cursor="2"),
    )

    batch = batch_of(provider, "0")

    assert provider.cursors == ["0", "1", "0"]
    assert [row.source_transaction_id for one in batch.pages for row in one.added] == ["b"]


def test_a_loop_that_never_holds_still_is_given_up() -> None:
    provider = ScriptedProvider(*[PaginationMutated("News.")] * MUTATION_TRIES, page())
    fetching, _ = fetch(provider)

    with pytest.raises(PaginationMutated):
        asyncio.run(fetching.fetch_batch())

    assert fetching.requests == MUTATION_TRIES


def test_a_loop_that_is_told_to_slow_down_waits_and_goes_on_where_it_was() -> None:
    provider = ScriptedProvider(
        page([observation("a")], cursor="1", more=True),
        RateLimited("Slow down.", retry_after=7),
        RateLimited("Slow down."),
        page([observation("b")], cursor="2"),
    )
    calls = Uncounted()

    fetching = Fetch(provider, "access-token", "0", lambda _pages, _rows: None, calls)
    batch = asyncio.run(fetching.fetch_batch())

    assert calls.waits == [7, SLOW_DOWN]
    assert provider.cursors == ["0", "1", "1", "1"]
    assert batch.rows == 2


def test_slowing_down_has_an_end() -> None:
    provider = ScriptedProvider(page(cursor="1", more=True), *[RateLimited("x")] * (SLOW_DOWNS + 1))
    calls = Uncounted()

    with pytest.raises(RateLimited):
        asyncio.run(Fetch(provider, "access-token", "", lambda _pages, _rows: None, calls).fetch_batch())
    assert len(calls.waits) == SLOW_DOWNS


def test_a_long_wait_is_not_for_a_loop_that_holds_its_pages() -> None:
    provider = ScriptedProvider(page(cursor="1", more=True), RateLimited("x", retry_after=3_600))
    calls = Uncounted()

    with pytest.raises(RateLimited):
        asyncio.run(Fetch(provider, "access-token", "", lambda _pages, _rows: None, calls).fetch_batch())
    assert calls.waits == []


def test_how_fresh_the_news_are_is_not_asked_where_the_calls_for_that_are_used_up() -> None:
    provider = ScriptedProvider(page([observation("a")], cursor="1"))
    provider.as_of = datetime(2026, 6, 15, tzinfo=UTC)
    calls = Uncounted()
    calls.possible = False

    fetching = Fetch(provider, "access-token", "", lambda _pages, _rows: None, calls)
    batch = asyncio.run(fetching.fetch_batch())

    assert (batch.rows, batch.standing, fetching.requests) == (1, None, 1)


def test_a_request_to_slow_down_before_the_first_page_ends_it() -> None:
    provider = ScriptedProvider(RateLimited("x"))

    with pytest.raises(RateLimited):
        batch_of(provider)


def test_rows_are_kept_when_nobody_can_say_how_fresh_they_are() -> None:
    provider = ScriptedProvider(page([observation("a")], cursor="1"))
    provider.as_of = ProviderUnavailable("x")

    batch = batch_of(provider)

    assert batch.rows == 1
    assert batch.as_of is None


@pytest.mark.parametrize("error", [Offline("x"), ProviderUnavailable("x")])
def test_any_other_failure_ends_it_at_once(error: ProviderError) -> None:
    provider = ScriptedProvider(page(cursor="1", more=True), error)

    with pytest.raises(type(error)):
        batch_of(provider)

    assert provider.cursors == ["", "1"]


@pytest.mark.parametrize("again", ["0", "1", ""])
def test_pages_that_go_in_a_circle_or_back_to_the_start_are_dropped(again: str) -> None:
    provider = ScriptedProvider(page(cursor="1", more=True), page(cursor=again, more=True), page())

    with pytest.raises(ProviderUnavailable):
        batch_of(provider, "0")

    assert provider.cursors == ["0", "1"]
