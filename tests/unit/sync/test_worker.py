"""The worker: several connections at once, one at a time for each, and none ever stuck."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import threading
from contextlib import closing

import pytest

from budgetsync.domain.errors import ItemGone, ProviderError, ProviderUnavailable, ReauthRequired
from budgetsync.domain.events import ItemChanged, RunFinished
from budgetsync.domain.ids import ItemId
from budgetsync.domain.sync import SyncRunState
from budgetsync.store import queue
from budgetsync.sync.bus import Bus
from budgetsync.sync.supervisor import Supervisor
from budgetsync.sync.worker import PARALLEL_ITEMS
from tests.unit.domain.builders import observation, page
from tests.unit.sync.scripted import MakeMachine, work


def test_as_many_at_once_as_allowed_and_the_rest_after(make: MakeMachine) -> None:
    count = PARALLEL_ITEMS + 2
    machine = make(*[page(accounts=[])] * count, connections=count)
    machine.request()

    async def scene(_ended: list[RunFinished]) -> None:
        machine.provider.gate = asyncio.Event()
        await machine.until(lambda: len(machine.worker.progress) == PARALLEL_ITEMS)
        assert len(machine.provider.cursors) <= PARALLEL_ITEMS
        machine.provider.gate.set()
        await machine.until(lambda: not machine.rows("SELECT 1 FROM queue WHERE ended_at IS NULL"))

    ended = work(machine, scene)

    assert sorted(event.item_id for event in ended) == machine.items
    assert {event.state for event in ended} == {SyncRunState.SUCCEEDED}


def test_a_request_made_while_its_connection_is_synced_is_carried_out_by_that_run(make: MakeMachine) -> None:
    machine = make(page([observation("a")]))
    machine.request()

    async def scene(_ended: list[RunFinished]) -> None:
        machine.provider.gate = asyncio.Event()
        await machine.until(lambda: bool(machine.worker.progress))
        machine.request()
        machine.worker.wake()
        machine.provider.gate.set()
        await machine.until(lambda: not machine.rows("SELECT 1 FROM queue WHERE ended_at IS NULL"))

    assert len(work(machine, scene)) == 1


def test_a_sync_that_is_withdrawn_before_it_began_ends_and_leaves_its_connection_free(
    make: MakeMachine,
) -> None:
    machine = make(*[page(accounts=[])] * PARALLEL_ITEMS, connections=PARALLEL_ITEMS)
    machine.request()
    last = machine.items[-1]

    async def scene() -> None:
        worker = machine.worker
        machine.provider.gate = asyncio.Event()
        await worker._start_due()
        worker.cancel(last)  # its task has not run yet
        machine.provider.gate.set()
        while worker._tasks:
            await asyncio.gather(*worker._tasks.values(), return_exceptions=True)
            await asyncio.sleep(0)
        machine.request(last)
        await worker._start_due()
        assert last in worker._tasks
        await asyncio.gather(*worker._tasks.values())

    asyncio.run(scene())

    assert machine.database.run_now(queue.open_items) == set()
    assert {state for (state,) in machine.rows("SELECT state FROM sync_run")} == {"SUCCEEDED"}
    ended = machine.rows("SELECT state, last_error FROM queue WHERE item_id = 3 ORDER BY id")
    assert ended == [("done", "Cancelled"), ("done", None)]


@pytest.mark.expected_warnings(r"budgetsync\.sync\.worker: the sync of item 1 crashed")
def test_a_mistake_of_ours_closes_the_run_and_the_next_one_goes_on(make: MakeMachine) -> None:
    machine = make(ZeroDivisionError("SECRET"), page([observation("a")]))
    machine.request()

    async def scene(_ended: list[RunFinished]) -> None:
        await machine.until(lambda: bool(machine.rows("SELECT 1 FROM sync_run WHERE state = 'FAILED'")))
        machine.request()
        machine.worker.wake()
        await machine.until(lambda: bool(machine.rows("SELECT 1 FROM sync_run WHERE state = 'SUCCEEDED'")))

    first, second = work(machine, scene)

    assert first.trouble is not None
    assert "ZeroDivisionError" in first.trouble.message
    assert "SECRET" not in first.trouble.message
    assert second.state is SyncRunState.SUCCEEDED
    assert machine.rows("SELECT count(*) FROM queue WHERE ended_at IS NULL") == [(0,)]


def test_an_as_of_that_cannot_be_had_just_now_costs_no_row(make: MakeMachine) -> None:
    machine = make(page([observation("a")]))
    machine.provider.as_of = ProviderUnavailable("no")
    machine.request()

    async def scene(_ended: list[RunFinished]) -> None:
        await machine.until(lambda: not machine.rows("SELECT 1 FROM queue WHERE ended_at IS NULL"))

    (ended,) = work(machine, scene)

    assert ended.state is SyncRunState.SUCCEEDED
    assert machine.rows('SELECT count(*) FROM "transaction"') == [(1,)]
    assert machine.rows("SELECT as_of FROM item") == [(None,)]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ReauthRequired("The bank wants you.", provider_code="ITEM_LOGIN_REQUIRED"), "REAUTH_REQUIRED"),
        (ItemGone("Gone.", provider_code="USER_PERMISSION_REVOKED"), "DISCONNECTED"),
        (ProviderUnavailable("Down.", provider_code="INSTITUTION_DOWN"), "HEALTHY"),
    ],
)
def test_rows_that_still_come_do_not_hide_that_the_login_is_over(
    make: MakeMachine, error: ProviderError, status: str
) -> None:
    machine = make(page([observation("a")]))
    machine.provider.error = error
    machine.request()

    async def scene(_ended: list[RunFinished]) -> None:
        await machine.until(lambda: not machine.rows("SELECT 1 FROM queue WHERE ended_at IS NULL"))

    (ended,) = work(machine, scene)

    assert ended.state is SyncRunState.SUCCEEDED
    assert machine.rows('SELECT count(*) FROM "transaction"') == [(1,)]
    told = None if status == "HEALTHY" else error.code
    assert machine.rows("SELECT status, trouble_code, bank_code FROM item") == [(status, told, error.code)]


def test_stopping_waits_for_what_runs_and_closes_it(make: MakeMachine) -> None:
    machine = make(page())
    machine.request()

    async def scene(_ended: list[RunFinished]) -> None:
        machine.provider.gate = asyncio.Event()
        await machine.until(lambda: bool(machine.worker.progress))

    (ended,) = work(machine, scene)

    assert ended.state is SyncRunState.CANCELLED
    assert machine.rows("SELECT state FROM sync_run") == [("CANCELLED",)]
    assert machine.worker.progress == {}


class Refusals(logging.Handler):
    """Waits for a word in the log."""

    def __init__(self) -> None:
        super().__init__()
        self.came = threading.Event()

    def emit(self, record: logging.LogRecord) -> None:
        """Note that something was logged."""
        assert record
        self.came.set()


@pytest.mark.expected_warnings(r"budgetsync\.sync\.worker: the queue rests: StoreBusy")
def test_a_queue_that_cannot_be_read_for_a_while_stops_nothing_that_runs(
    make: MakeMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("budgetsync.store.database.BUSY_TIMEOUT", 0.05)
    refusals = Refusals()
    logging.getLogger("budgetsync.sync").addHandler(refusals)
    machine = make(page(accounts=[]), page(accounts=[]), connections=2)
    first, second = machine.items
    machine.request(first)

    async def scene(_ended: list[RunFinished]) -> None:
        machine.provider.gate = asyncio.Event()
        await machine.until(lambda: bool(machine.worker.progress))
        machine.request(second)
        with closing(sqlite3.connect(machine.database.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            machine.worker.wake()
            assert await asyncio.to_thread(refusals.came.wait, 20)
            other.execute("ROLLBACK")
        machine.provider.gate.set()
        await machine.until(lambda: not machine.rows("SELECT 1 FROM queue WHERE ended_at IS NULL"))

    try:
        ended = work(machine, scene)
    finally:
        logging.getLogger("budgetsync.sync").removeHandler(refusals)

    assert {event.state for event in ended} == {SyncRunState.SUCCEEDED}
    assert len(ended) == 2


def test_the_bus_tells_everybody_in_order_until_they_leave() -> None:
    bus, first, second = Bus(), list[object](), list[object]()
    leave = bus.subscribe(first.append)
    bus.subscribe(second.append)

    one, two = ItemChanged(ItemId(1)), ItemChanged(ItemId(2))
    bus.publish(one)
    leave()
    leave()
    bus.publish(two)

    assert (first, second) == ([one], [one, two])


@pytest.mark.expected_warnings(r"budgetsync\.sync\.supervisor: flaky crashed and starts again")
def test_a_task_that_crashes_starts_again_without_touching_its_sibling(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("budgetsync.sync.supervisor.FIRST_PAUSE", 0.001)

    async def scene() -> tuple[int, bool]:
        supervisor, starts = Supervisor(), 0
        third, steady_ended = asyncio.Event(), asyncio.Event()

        async def flaky() -> None:
            nonlocal starts
            starts += 1
            if starts < 3:
                message = "flaky"
                raise RuntimeError(message)
            third.set()
            await asyncio.Event().wait()

        async def steady() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                steady_ended.set()

        supervisor.start("flaky", flaky)
        supervisor.start("steady", steady)
        async with asyncio.timeout(20):
            await third.wait()
        ended_early = steady_ended.is_set()
        await supervisor.stop()
        assert steady_ended.is_set()
        return starts, ended_early

    assert asyncio.run(scene()) == (3, False)
