"""Retries on a real file, real HTTP and a real clock: by themselves, as soon as allowed, and across a restart."""

from __future__ import annotations

import asyncio
from random import Random

from budgetsync.core import Core
from budgetsync.domain.events import Event, RunFinished
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.quota import SYNC_CALL, Limit
from budgetsync.domain.request import QueueEntry, WaitsFor
from budgetsync.domain.sync import SyncRunState, Trigger
from tests.integration.household import Household, Recorder, sync

BANK = "ins_109508"


class AtOnce(Random):
    """Chance that always says "now"."""

    def uniform(self, a: float, b: float) -> float:
        assert a <= b
        return a


async def open_request(core: Core) -> QueueEntry:
    (entry,) = (await core.queue_overview()).entries
    return entry


def succeeded(event: Event) -> bool:
    return isinstance(event, RunFinished) and event.state is SyncRunState.SUCCEEDED


def test_a_bank_that_stumbles_is_asked_again_by_itself(household: Household) -> None:
    async def scene() -> None:
        async with household.running(random=AtOnce()) as core:
            await household.connect(core, BANK)
            household.bank.add_fault("server_error", endpoint="/transactions/sync", times=3)
            recorder = Recorder(core)
            await core.request_sync(trigger=Trigger.TIMER)
            await recorder.until(succeeded)
            household.truth_is_kept()
            assert (await core.queue_overview()).entries == ()

    asyncio.run(scene())

    states = household.rows("SELECT trigger, state FROM sync_run ORDER BY id")
    assert states == [("TIMER", "FAILED"), *[("RETRY", "FAILED")] * 2, ("RETRY", "SUCCEEDED")]


def test_a_click_does_not_come_before_the_time_that_the_provider_named(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            household.bank.add_fault("rate_limited", endpoint="/transactions/sync", times=1, retry_after=2)
            recorder = Recorder(core)
            (failed,) = (await sync(core)).values()
            assert failed.state is SyncRunState.FAILED

            assert await sync(core) == {}

            waiting = await open_request(core)
            assert (waiting.waits_for, waiting.attempts) == (WaitsFor.TOLD, 1)
            assert 0 < (waiting.next_attempt_at - core.now()).total_seconds() <= 2
            await recorder.until(succeeded)
            household.truth_is_kept()

    asyncio.run(scene())


def test_a_retry_outlives_the_program(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            household.bank.add_fault("server_error", endpoint="/transactions/sync", times=1)
            await core.request_sync(trigger=Trigger.WEBHOOK)
            await core.wait_until_done([(await open_request(core)).item_id])
            before = await open_request(core)
            assert before.waits_for is WaitsFor.RETRY
        async with household.running() as core:
            assert await open_request(core) == before
            await sync(core)
            household.truth_is_kept()

    asyncio.run(scene())


def test_a_withdrawn_retry_is_gone(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            (item,) = await household.connect(core, BANK)
            household.bank.add_fault("server_error", endpoint="/transactions/sync", times=1)
            await sync(core)
            await core.cancel_sync(item)
            assert (await core.queue_overview()).entries == ()
            assert (await core.overview()).items[0].item.status is ItemStatus.WAITING

    asyncio.run(scene())


def test_a_first_sync_paces_itself_by_what_is_allowed(household: Household) -> None:
    async def scene() -> float:
        limits = {"plaid": (Limit(SYNC_CALL, 2, None, span=0.5),)}
        async with household.running(limits=limits) as core:
            await household.connect(core, BANK)
            begun = asyncio.get_running_loop().time()
            (run,) = (await sync(core)).values()
            assert run.state is SyncRunState.SUCCEEDED
            household.truth_is_kept()
            return (asyncio.get_running_loop().time() - begun) / ((run.pages - 1) // 2)

    assert asyncio.run(scene()) >= 0.5
