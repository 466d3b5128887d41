"""Events come coalesced; coroutines are kept, watched and ended in time."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from budgetsync.domain.errors import Offline, Trouble
from budgetsync.domain.events import (
    ChangeSet,
    Event,
    ItemChanged,
    LedgerChanged,
    RealTimeChanged,
    RunFinished,
    RunProgressed,
    ScheduleChanged,
)
from budgetsync.domain.ids import AccountId, ItemId, RunId, TransactionId
from budgetsync.domain.sync import Counts, Progress, Stage, SyncRunState
from budgetsync.sync.bus import Bus
from budgetsync.ui.bridge import Bridge, merged
from tests.ui.samples import until

Run = Callable[[Coroutine[Any, Any, None]], None]
ONE, TWO = ItemId(1), ItemId(2)


def progress(rows: int, item: ItemId = ONE) -> RunProgressed:
    return RunProgressed(item, Progress(Stage.FETCHING, 1, rows))


def finished(number: int, item: ItemId = ONE) -> RunFinished:
    return RunFinished(item, RunId(number), SyncRunState.SUCCEEDED, Counts(), 0, None)


def change(row: int, account: int = 1) -> ChangeSet:
    return ChangeSet(
        frozenset({AccountId(account)}), (TransactionId(row),), complete=True, counts=Counts(added=1)
    )


class Heard:
    """Writes down what a bridge passes on, in order."""

    def __init__(self, bridge: Bridge) -> None:
        self.all: list[tuple[str, Any]] = []
        bridge.runs_finished.connect(lambda runs: self.all.append(("finished", runs)))
        bridge.progressed.connect(lambda news: self.all.append(("progress", dict(news))))
        bridge.items_changed.connect(lambda items: self.all.append(("items", items)))
        bridge.ledger_changed.connect(lambda changes: self.all.append(("ledger", changes)))

    def of(self, kind: str) -> list[Any]:
        return [news for heard, news in self.all if heard == kind]


def test_a_burst_is_passed_on_once_with_the_newest_of_each(run: Run) -> None:
    async def scenario() -> None:
        bus = Bus()
        bridge = Bridge(bus)
        heard = Heard(bridge)
        burst: list[Event] = [progress(rows) for rows in range(1, 10_001)]
        burst += [progress(7, TWO), ItemChanged(ONE), ItemChanged(ONE), ItemChanged(TWO)]
        burst += [LedgerChanged(change(row, row % 2)) for row in (1, 2, 1)]
        for event in burst:
            bus.publish(event)
        assert heard.all == []
        await until(lambda: bool(heard.of("ledger")), bridge.ledger_changed)
        assert heard.of("progress") == [
            {ONE: Progress(Stage.FETCHING, 1, 10_000), TWO: Progress(Stage.FETCHING, 1, 7)}
        ]
        assert heard.of("items") == [frozenset({ONE, TWO})]
        assert heard.of("ledger")[0].transactions == (1, 2)
        assert heard.of("ledger")[0].counts == Counts(added=3)
        await bridge.close()

    run(scenario())


def test_no_more_than_ten_a_second_and_the_last_word_is_kept(run: Run) -> None:
    async def scenario() -> None:
        bus = Bus()
        bridge = Bridge(bus)
        heard = Heard(bridge)
        loop = asyncio.get_running_loop()
        begun, sent = loop.time(), 0
        while loop.time() - begun < 0.5:
            sent += 1
            bus.publish(progress(sent))
            await asyncio.sleep(0)
        newest = Progress(Stage.FETCHING, 1, sent)
        await until(lambda: heard.of("progress")[-1] == {ONE: newest}, bridge.progressed)
        took = loop.time() - begun
        assert sent > 20
        assert len(heard.of("progress")) <= took * 10 + 2
        await bridge.close()

    run(scenario())


def test_news_without_words_are_passed_on_once_each(run: Run) -> None:
    async def scenario() -> None:
        bus = Bus()
        bridge = Bridge(bus)
        heard: list[str] = []
        bridge.realtime_changed.connect(lambda: heard.append("real time"))
        bridge.schedule_changed.connect(lambda: heard.append("schedule"))
        for _ in range(100):
            bus.publish(RealTimeChanged())
        bus.publish(ScheduleChanged())
        await until(lambda: bool(heard), bridge.realtime_changed, bridge.schedule_changed)
        assert sorted(heard) == ["real time", "schedule"]
        await bridge.close()

    run(scenario())


def test_endings_are_never_lost_and_silence_what_came_before_them(run: Run) -> None:
    async def scenario() -> None:
        bus = Bus()
        bridge = Bridge(bus)
        heard = Heard(bridge)
        for event in (progress(5), finished(1), finished(2, TWO), finished(3), progress(6, TWO)):
            bus.publish(event)
        await until(lambda: bool(heard.of("progress")), bridge.progressed)
        assert heard.all == [
            ("finished", (finished(1), finished(2, TWO), finished(3))),
            ("progress", {TWO: Progress(Stage.FETCHING, 1, 6)}),
        ]
        await bridge.close()

    run(scenario())


def test_after_close_nothing_is_heard(run: Run) -> None:
    async def scenario() -> None:
        bus = Bus()
        bridge = Bridge(bus, interval_ms=0)
        heard = Heard(bridge)
        bus.publish(progress(1))
        await bridge.close()
        bus.publish(progress(2))
        other = Bridge(bus, interval_ms=0)
        last = Heard(other)
        bus.publish(progress(3))
        await until(lambda: bool(last.all), other.progressed)
        assert heard.all == []
        await other.close()
        await bridge.close()

    run(scenario())


def test_a_sum_of_changes_is_complete_only_if_each_is() -> None:
    incomplete = ChangeSet(frozenset({AccountId(2)}), (), complete=False, counts=Counts(modified=5))
    total = merged([change(1), incomplete])
    assert total == ChangeSet(
        frozenset({AccountId(1), AccountId(2)}),
        (TransactionId(1),),
        complete=False,
        counts=Counts(added=1, modified=5),
    )
    assert merged([incomplete]) is incomplete


@pytest.mark.unhurried("it collects all garbage of the tests by hand")
def test_a_coroutine_is_kept_until_it_ends(run: Run) -> None:
    async def scenario() -> None:
        bridge = Bridge(Bus())
        go, ended = asyncio.Event(), asyncio.Event()

        async def work() -> None:
            await go.wait()
            ended.set()

        bridge.spawn(work())
        await asyncio.sleep(0)
        gc.collect()
        go.set()
        async with asyncio.timeout(10):
            await ended.wait()
        await bridge.close()

    run(scenario())


def test_an_error_is_told_in_our_words(run: Run) -> None:
    async def scenario() -> None:
        bridge = Bridge(Bus())
        mine: list[Trouble] = []
        everybodys: list[Trouble] = []
        bridge.failed.connect(everybodys.append)

        async def fail() -> None:
            message = "No answer."
            raise Offline(message)

        await bridge.spawn(fail(), on_error=mine.append)
        await bridge.spawn(fail())
        assert [trouble.code for trouble in mine + everybodys] == ["Offline", "Offline"]
        await bridge.close()

    run(scenario())


@pytest.mark.expected_warnings(r"budgetsync\.ui\.bridge: a coroutine of the window failed")
def test_an_unexpected_error_is_told_without_its_text(run: Run) -> None:
    async def scenario() -> None:
        bridge = Bridge(Bus())
        told: list[Trouble] = []

        async def fail() -> None:
            message = "secret-token-123"
            raise KeyError(message)

        await bridge.spawn(fail(), on_error=told.append)
        assert told[0].title == "Something went wrong"
        assert "secret" not in str(told)
        await bridge.close()

    run(scenario())


def test_close_cancels_what_runs_and_waits_for_what_was_typed(run: Run) -> None:
    async def scenario() -> None:
        bridge = Bridge(Bus())
        outcome: list[str] = []
        saving = asyncio.Event()

        async def forever() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                outcome.append("cancelled")
                saving.set()

        async def save() -> None:
            await saving.wait()
            outcome.append("saved")

        running = bridge.spawn(forever())
        bridge.spawn(save(), finish=True)
        await asyncio.sleep(0)
        await bridge.close()
        assert outcome == ["cancelled", "saved"]
        assert running.cancelled()

    run(scenario())
