"""A guest takes the engine over, and what is left of the owner's work with it; never a file that was replaced."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from typing import Self

import pytest

from budgetsync.core import Core
from budgetsync.domain.errors import StoreBusy
from budgetsync.domain.events import EngineGained, LedgerReplaced
from budgetsync.domain.sync import SyncRunState
from budgetsync.host.clock import SystemClock
from budgetsync.host.ownership import Ownership
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.store import database as store
from budgetsync.store.database import Database
from budgetsync.store.payloads import pack
from budgetsync.sync import succession
from tests.integration.household import PATIENCE, Household, Recorder, sync


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(succession, "CLAIM_EVERY", 0.02)


def make_core(household: Household, ownership: Ownership) -> Core:
    """A program on the folder, which owns the engine if nobody else does."""
    database = Database(household.path, "demo")
    provider = PlaidProvider(household.server.url, DEMO_CLIENT_ID, DEMO_SECRET, pack)
    return Core(
        database,
        {"plaid": provider},
        household.vault,
        SystemClock(),
        owns_engine=ownership.claim(),
        ownership=ownership,
    )


@asynccontextmanager
async def guest(household: Household, *, background: bool = False) -> AsyncIterator[Core]:
    """A second program on the same folder."""
    ownership = Ownership(household.folder)
    core = make_core(household, ownership)
    await core.start(background=background)
    try:
        yield core
    finally:
        await core.stop()
        ownership.release()


def test_the_request_of_a_guest_is_carried_out_by_itself_when_the_owner_is_gone(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as first:
            (item,) = await household.connect(first, "ins_109510")
        owner = Ownership(household.folder)
        assert owner.claim()
        async with guest(household) as core:
            recorder = Recorder(core)
            asked = await core.request_sync()
            owner.release()  # as the system does for a process that died
            await recorder.until(lambda event: isinstance(event, EngineGained))
            assert core.owns_engine
            async with asyncio.timeout(PATIENCE):
                runs = await core.wait_until_done(asked)
            assert runs[item].state is SyncRunState.SUCCEEDED
            assert not core.runs_scheduler, "a command that is over soon keeps no timetable"

    asyncio.run(scene())
    household.truth_is_kept()


def test_a_guest_that_stays_syncs_by_the_clock_from_then_on(household: Household) -> None:
    async def scene() -> None:
        owner = Ownership(household.folder)
        async with household.running() as first:
            await household.connect(first, "ins_109510")
        assert owner.claim()
        async with guest(household, background=True) as core:
            recorder = Recorder(core)
            owner.release()
            finished = await recorder.until_finished()
            assert finished.state is SyncRunState.SUCCEEDED
            timetable = await core.timetable()
            assert timetable.is_running
            assert timetable.next_run_at is None or timetable.next_run_at > core.now()

    asyncio.run(scene())
    household.truth_is_kept()


@pytest.mark.expected_warnings("the ledger was replaced by another file")
def test_a_file_that_another_process_replaced_is_not_written_on(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as first:
            await household.connect(first, "ins_109510")
            await sync(first)
        owner = Ownership(household.folder)
        assert owner.claim()
        async with guest(household) as core:
            recorder = Recorder(core)
            copy = household.path.with_name("copy")
            copy.write_bytes(household.path.read_bytes())
            household.path.rename(household.path.with_name("ledger.corrupt.sqlite"))
            copy.rename(household.path)
            owner.release()
            await recorder.until(lambda event: isinstance(event, LedgerReplaced))
            assert not core.owns_engine
            (trouble,) = [one for one in (await core.overview()).troubles if one.code == "LEDGER_REPLACED"]
            assert trouble.action.startswith("Close the program")
        newcomer = Ownership(household.folder)
        assert newcomer.claim(), "it was let go of again"
        newcomer.release()

    asyncio.run(scene())


@pytest.mark.parametrize("was_owner", [True, False], ids=["at the start", "as a guest"])
def test_a_ledger_that_is_locked_just_then_is_taken_up_later(
    household: Household, monkeypatch: pytest.MonkeyPatch, *, was_owner: bool
) -> None:
    monkeypatch.setattr(store, "BUSY_TIMEOUT", 0.0)
    tries = Tries(succession.__name__)

    async def scene() -> None:
        async with household.running() as first:
            (item,) = await household.connect(first, "ins_109510")
        owner = Ownership(household.folder)
        assert was_owner or owner.claim()
        own = Ownership(household.folder)
        core = make_core(household, own)
        recorder = Recorder(core)
        with closing(sqlite3.connect(household.path, isolation_level=None)) as other, tries:
            other.execute("BEGIN IMMEDIATE")
            if was_owner:
                with pytest.raises(StoreBusy):
                    await core.start(background=True)
            else:
                await core.start(background=True)
                owner.release()
            async with asyncio.timeout(PATIENCE):
                await tries.seen.wait()
            other.execute("ROLLBACK")
            await recorder.until(lambda event: isinstance(event, EngineGained))
        finished = await recorder.until_finished()
        assert (finished.item_id, finished.state) == (item, SyncRunState.SUCCEEDED)
        await core.stop()
        own.release()

    asyncio.run(scene())
    household.truth_is_kept()


class Tries(logging.Handler):
    """Sees that it was tried in vain."""

    def __init__(self, name: str) -> None:
        super().__init__(logging.INFO)
        self.seen = asyncio.Event()
        self._log = logging.getLogger(name)

    def emit(self, record: logging.LogRecord) -> None:
        if "could not be taken up yet: StoreBusy" in record.getMessage():
            self.seen.set()

    def __enter__(self) -> Self:
        self._log.addHandler(self)
        self._log.setLevel(logging.INFO)
        return self

    def __exit__(self, *_: object) -> None:
        self._log.setLevel(logging.NOTSET)
        self._log.removeHandler(self)
