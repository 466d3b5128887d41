"""What the worker makes of failures: retries, waits, breakers, budgets, and a disk that fails."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from budgetsync.domain.breaker import FIRST_PAUSE, IN_A_ROW
from budgetsync.domain.errors import (
    Offline,
    ProviderRejected,
    ProviderUnavailable,
    RateLimited,
    ReauthRequired,
    StoreFull,
)
from budgetsync.domain.events import RunFinished
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.quota import ITEM_CALL, SYNC_CALL
from budgetsync.domain.retry import ATTEMPTS
from budgetsync.domain.sync import SyncRunState, Trigger
from tests.unit.domain.builders import observation, page
from tests.unit.sync.scripted import NOW, Answer, Machine, MakeMachine, work

DOWN = ProviderUnavailable("down", provider_code="INSTITUTION_DOWN")
OPEN = "SELECT item_id, state, attempts, waits_for, last_error FROM queue WHERE ended_at IS NULL ORDER BY 1"


async def try_again(machine: Machine, seconds: float = 3_600) -> None:
    """Let time pass, and what is due then be carried out."""
    machine.clock.advance(seconds)
    await machine.worker.until_idle()


def test_a_failed_run_is_closed_and_its_request_tried_again_until_it_succeeds(make: MakeMachine) -> None:
    machine = make(DOWN, Offline("no network"), page([observation("a")]))
    machine.request(trigger=Trigger.TIMER)

    async def scene(ended: list[RunFinished]) -> None:
        await machine.until(lambda: len(ended) == 1)
        assert machine.rows(OPEN) == [(1, "pending", 1, "retry", "INSTITUTION_DOWN")]
        assert ended[0].retry_at is not None
        assert NOW <= ended[0].retry_at <= NOW + timedelta(seconds=2)
        await try_again(machine)
        await machine.until(lambda: len(ended) == 2)
        assert machine.rows(OPEN) == [(1, "pending", 2, "retry", "Offline")]
        await try_again(machine)
        await machine.until(lambda: len(ended) == 3)

    ended = work(machine, scene)

    assert [event.state for event in ended] == ["FAILED", "FAILED", "SUCCEEDED"]
    assert machine.rows("SELECT trigger, state FROM sync_run ORDER BY id") == [
        ("TIMER", "FAILED"),
        ("RETRY", "FAILED"),
        ("RETRY", "SUCCEEDED"),
    ]
    assert machine.rows(OPEN) == []


def test_it_is_tried_by_itself_at_the_time_that_was_chosen(make: MakeMachine) -> None:
    machine = make(Offline("no network"), page([observation("a")]))
    machine.request(trigger=Trigger.TIMER)

    async def scene(ended: list[RunFinished]) -> None:
        await machine.until(lambda: len(ended) == 1)
        await machine.worker.until_idle()
        assert 0 < await machine.worker._seconds_until_turn() <= 2
        machine.clock.advance(2)  # nobody wakes the worker: its own alarm does
        await machine.until(lambda: len(ended) == 2)

    assert work(machine, scene)[-1].state is SyncRunState.SUCCEEDED


def test_after_eight_attempts_the_request_ends_and_the_connection_waits_for_the_timer(
    make: MakeMachine,
) -> None:
    machine = make(*[Offline("no network")] * ATTEMPTS)
    machine.request(trigger=Trigger.TIMER)

    async def scene(ended: list[RunFinished]) -> None:
        for count in range(1, ATTEMPTS + 1):
            await machine.until(lambda count=count: len(ended) == count)  # type: ignore[misc]
            await try_again(machine)

    ended = work(machine, scene)

    assert ended[-1].retry_at is None
    assert machine.rows("SELECT state, attempts, last_error FROM queue") == [("done", ATTEMPTS, "Offline")]
    assert machine.rows("SELECT status FROM item") == [(ItemStatus.OFFLINE,)]
    assert machine.rows("SELECT count(*) FROM dead_letter") == [(0,)]


@pytest.mark.parametrize(
    ("error", "state", "letters"),
    [(ReauthRequired("sign in", provider_code="X"), "done", 0), (ProviderRejected("keys"), "dead", 1)],
)
def test_what_needs_a_person_ends_and_only_what_is_given_up_is_a_dead_letter(
    make: MakeMachine, error: Answer, state: str, letters: int
) -> None:
    machine = make(error)
    machine.request()

    async def scene(ended: list[RunFinished]) -> None:
        await machine.until(lambda: len(ended) == 1)

    work(machine, scene)

    assert machine.rows("SELECT state FROM queue") == [(state,)]
    assert machine.rows("SELECT count(*) FROM dead_letter WHERE kind = 'request'") == [(letters,)]


def test_a_connection_that_is_down_for_a_day_is_one_dead_letter_until_it_succeeds(make: MakeMachine) -> None:
    machine = make(DOWN, DOWN, DOWN, page([observation("a")]))
    letters = "SELECT state, attempts FROM dead_letter WHERE kind = 'request'"
    machine.request(trigger=Trigger.TIMER)

    async def scene(ended: list[RunFinished]) -> None:
        for count, seconds in ((1, 23 * 3_600), (2, 2 * 3_600), (3, 3_600)):
            await machine.until(lambda count=count: len(ended) == count)  # type: ignore[misc]
            assert machine.rows(letters) == ([("open", 1)] if count == 3 else [])
            await try_again(machine, seconds)
        await machine.until(lambda: len(ended) == 4)

    work(machine, scene)

    assert machine.rows(letters) == [("solved", 1)]


def test_what_the_provider_asks_for_holds_for_clicks_and_timers_and_across_restarts(
    make: MakeMachine,
) -> None:
    machine = make(RateLimited("slow down", retry_after=600), page([observation("a")]))
    machine.request(trigger=Trigger.TIMER)

    async def scene(ended: list[RunFinished]) -> None:
        await machine.until(lambda: len(ended) == 1)
        machine.request(trigger=Trigger.USER)
        await try_again(machine, 599)
        assert machine.rows(OPEN) == [(1, "pending", 1, "told", "RateLimited")]
        assert len(ended) == 1

    async def after_restart(ended: list[RunFinished]) -> None:
        machine.request(trigger=Trigger.USER)
        await machine.worker.until_idle()
        assert machine.rows(OPEN) == [(1, "pending", 1, "told", "RateLimited")]
        await try_again(machine, 2)
        await machine.until(lambda: len(ended) == 1)

    work(machine, scene)
    machine.restart()
    assert work(machine, after_restart)[-1].state is SyncRunState.SUCCEEDED


def test_a_bank_that_fails_again_and_again_is_left_alone_but_for_clicks(make: MakeMachine) -> None:
    machine = make(*[DOWN] * (IN_A_ROW + 1), page([observation("a")]))
    machine.request(trigger=Trigger.TIMER)

    async def scene(ended: list[RunFinished]) -> None:
        for count in range(1, IN_A_ROW + 1):
            await machine.until(lambda count=count: len(ended) == count)  # type: ignore[misc]
            await try_again(machine, 60)
        assert machine.rows(OPEN) == [(1, "pending", IN_A_ROW, "breaker", "INSTITUTION_DOWN")]
        machine.request(trigger=Trigger.USER)
        machine.worker.wake()
        await machine.until(lambda: len(ended) == IN_A_ROW + 1)
        await try_again(machine, 60)
        assert len(ended) == IN_A_ROW + 1
        await try_again(machine, FIRST_PAUSE.total_seconds())
        await machine.until(lambda: len(ended) == IN_A_ROW + 2)

    assert work(machine, scene)[-1].state is SyncRunState.SUCCEEDED
    assert machine.rows("SELECT in_a_row, probe_at FROM breaker WHERE institution_id <> ''") == [(0, None)]


def test_a_provider_that_is_back_frees_all_who_wait_for_it(make: MakeMachine) -> None:
    nonsense = ProviderUnavailable("html instead of json")
    machine = make(*[nonsense] * 6, *[page(accounts=[])] * 6, connections=6)
    machine.request(trigger=Trigger.TIMER)

    async def scene(ended: list[RunFinished]) -> None:
        await machine.until(lambda: len(ended) >= IN_A_ROW)
        await machine.worker.until_idle()
        await try_again(machine, FIRST_PAUSE.total_seconds())
        await machine.until(lambda: sum(event.state == "SUCCEEDED" for event in ended) == 6)

    work(machine, scene)

    assert machine.rows(OPEN) == []


def test_ten_retries_a_minute_are_enough_for_all_together(make: MakeMachine) -> None:
    count = 14
    machine = make(*[Offline("no")] * count, *[page(accounts=[])] * count, connections=count)
    machine.request(trigger=Trigger.TIMER)

    async def scene(ended: list[RunFinished]) -> None:
        await machine.until(lambda: len(ended) == count)
        await try_again(machine, 5)
        await machine.until(lambda: len(ended) == count + 10)
        await machine.worker.until_idle()
        assert len(ended) == count + 10
        assert {row[3] for row in machine.rows(OPEN)} == {"budget"}
        await try_again(machine, 61)
        await machine.until(lambda: len(ended) == 2 * count)

    work(machine, scene)

    assert machine.rows(OPEN) == []


def test_a_network_that_is_back_is_not_counted_among_the_retries_of_before(make: MakeMachine) -> None:
    count = 14
    machine = make(*[Offline("no")] * count, *[page(accounts=[])] * count, connections=count)
    machine.request(trigger=Trigger.TIMER)

    async def scene(ended: list[RunFinished]) -> None:
        await machine.until(lambda: len(ended) == count)
        await try_again(machine, 5)
        await machine.until(lambda: len(ended) == count + 10)
        await machine.worker.until_idle()
        waiting = machine.rows("SELECT item_id FROM queue WHERE state = 'pending'")
        machine.request(*[item for item in machine.items if (item,) in waiting], trigger=Trigger.RECONNECT)
        machine.worker.wake()
        await machine.until(lambda: len(ended) == 2 * count)

    work(machine, scene)

    assert machine.rows(OPEN) == []


def test_a_big_first_sync_waits_instead_of_asking_too_often(make: MakeMachine) -> None:
    pages = [page(cursor=str(number), more=True) for number in range(1, 100)]
    machine = make(*pages, page([observation("a")], cursor="end"), counted=True)
    machine.request()
    at: list[float] = []
    fetch = machine.provider.fetch_page

    async def counted_fetch(access_token: str, cursor: str) -> object:
        at.append(machine.clock.monotonic())
        machine.clock.advance(0.25)
        return await fetch(access_token, cursor)

    machine.provider.fetch_page = counted_fetch  # type: ignore[method-assign, assignment]

    async def scene(ended: list[RunFinished]) -> None:
        await machine.until(lambda: len(ended) == 1)

    (ended,) = work(machine, scene)

    assert ended.state is SyncRunState.SUCCEEDED
    assert len(at) == 100
    assert max(sum(start <= one < start + 60 for one in at) for start in at) <= 40
    assert len(machine.pauses) >= 2
    assert at[-1] - at[0] < 3 * 60


def test_calls_of_before_a_restart_count(make: MakeMachine) -> None:
    machine = make(*[page(accounts=[])] * 41, counted=True)

    async def many(ended: list[RunFinished]) -> None:
        for count in range(1, 41):
            machine.request()
            machine.worker.wake()
            await machine.until(lambda count=count: len(ended) == count)  # type: ignore[misc]

    async def one_more(ended: list[RunFinished]) -> None:
        machine.request()
        await machine.worker.until_idle()
        assert machine.rows(OPEN) == [(1, "pending", 0, "quota", None)]
        assert ended == []
        await try_again(machine, 61)
        await machine.until(lambda: len(ended) == 1)

    work(machine, many)
    assert machine.calls.used("plaid", SYNC_CALL) == 40
    assert machine.calls.used("plaid", ITEM_CALL) == 12
    machine.restart()
    assert work(machine, one_more)[0].state is SyncRunState.SUCCEEDED


@pytest.mark.expected_warnings(r"budgetsync\.sync\.worker: item 1 rests for \d+ s: StoreFull")
def test_a_disk_that_is_full_is_tried_again_by_itself_and_leaves_no_run_open(
    make: MakeMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = make(page([observation("a")]), page([observation("a")]))
    machine.request(trigger=Trigger.TIMER)
    run = machine.database.run
    full = False

    async def run_or_fail(step: Callable[..., object], *, urgent: bool = False) -> object:
        if full:
            message = "full"
            raise StoreFull(message)
        return await run(step, urgent=urgent)

    monkeypatch.setattr(machine.database, "run", run_or_fail)

    async def scene(ended: list[RunFinished]) -> None:
        nonlocal full
        machine.provider.gate = asyncio.Event()
        await machine.until(lambda: bool(machine.worker.progress))
        full = True
        machine.provider.gate.set()
        await machine.until(lambda: len(ended) == 1)
        await asyncio.gather(*machine.worker._tasks.values())
        assert list(machine.worker.resting) == [1]
        assert ended[0].trouble is not None
        assert ended[0].trouble.code == "StoreFull"
        full = False
        await try_again(machine, 2)
        await machine.until(lambda: len(ended) == 2)

    assert work(machine, scene)[1].state is SyncRunState.SUCCEEDED
    assert machine.rows("SELECT state FROM sync_run") == [("INTERRUPTED",), ("SUCCEEDED",)]
    assert machine.worker.resting == {}


def test_the_programs_end_puts_the_request_back_and_a_persons_word_ends_it(make: MakeMachine) -> None:
    machine = make(page(), page())
    machine.request(trigger=Trigger.WEBHOOK)

    async def begun(_ended: list[RunFinished]) -> None:
        machine.provider.gate = asyncio.Event()
        await machine.until(lambda: bool(machine.worker.progress))

    async def withdrawn(ended: list[RunFinished]) -> None:
        await begun(ended)
        machine.worker.cancel(None)
        await machine.until(lambda: bool(ended))

    work(machine, begun)
    assert machine.rows(OPEN) == [(1, "pending", 0, None, None)]

    machine.restart()
    work(machine, withdrawn)
    assert machine.rows("SELECT state, last_error FROM queue") == [("done", "Cancelled")]
    assert machine.rows("SELECT state FROM sync_run") == [("CANCELLED",), ("CANCELLED",)]
