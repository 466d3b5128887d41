"""What a person is told, from the real engine on the real demo bank."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from peewee import SqliteDatabase

from budgetsync.core import Core
from budgetsync.domain.errors import StoreFull
from budgetsync.domain.events import NoticesChanged, RunFinished
from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.notices import Notice, NoticeEntry, Offer
from budgetsync.domain.ports import Notifier
from budgetsync.domain.sync import Counts, SyncRunState
from budgetsync.store.database import Database
from tests.integration.household import Household, Recorder, sync

T = TypeVar("T")
BANK = "ins_109508"


class Desktop:
    """Keeps what is shown, as a desktop does."""

    def __init__(self) -> None:
        self.shown: dict[str, Notice] = {}
        self.said: list[str] = []

    def show(self, notice: Notice) -> None:
        self.shown[notice.cause] = notice
        self.said.append(notice.cause)

    def withdraw(self, cause: str) -> None:
        self.shown.pop(cause, None)


class Full(Database):
    """A ledger whose disk is full."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "demo")

    async def run(self, step: Callable[[SqliteDatabase], T], *, urgent: bool = False) -> T:
        message = f"No space left for {step} ({urgent})."
        raise StoreFull(message)


async def entry_of(core: Core, cause: str) -> NoticeEntry:
    return next(one for one in await core.notices.entries() if one.notice.cause == cause)


async def break_login(household: Household, core: Core) -> None:
    await household.connect(core, BANK)
    await sync(core)
    household.post("/sandbox/item/reset_login", access_token=household.token())
    await sync(core)


def listen(core: Core) -> Desktop:
    desktop = Desktop()
    port: Notifier = desktop
    core.notices._port = port
    return desktop


def test_an_expired_login_is_told_once_and_withdrawn_when_it_is_repaired(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            desktop = listen(core)
            (item,) = await household.connect(core, BANK)
            cause = f"reauth:{item}"
            await sync(core)
            await core.notices.look()
            household.bank.add_fault(
                "error", code="ITEM_LOGIN_REQUIRED", endpoint="/transactions/sync", times=3
            )
            recorder = Recorder(core)
            for _ in range(3):
                await sync(core)
                await core.notices.look()

            assert desktop.said.count(cause) == 1
            assert [action.offer for action in desktop.shown[cause].actions] == [Offer.RECONNECT]
            assert any(isinstance(event, NoticesChanged) for event in recorder.events)
            entry = await entry_of(core, cause)
            assert entry.notice == desktop.shown[cause]
            await core.notices.mark_read([entry.id])

            await sync(core)
            await core.notices.look()

            assert cause not in desktop.shown
            memory = (await entry_of(core, cause)).memory
            assert memory.solved_at is not None
            assert memory.read_at is not None

    asyncio.run(scene())


def test_a_snoozed_notice_is_silent_until_it_is_over(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            desktop = listen(core)
            await break_login(household, core)
            await core.notices.look()
            entry = await entry_of(core, "reauth:1")

            await core.notices.snooze(entry.id, core.now() + timedelta(hours=1))
            await core.notices.look()
            assert "reauth:1" not in desktop.shown
            await core.notices.snooze(entry.id, core.now())
            await core.notices.look()
            assert desktop.said.count("reauth:1") == 2

    asyncio.run(scene())


def test_what_was_told_is_remembered_across_restarts(household: Household) -> None:
    async def told(*, broken: bool) -> list[str]:
        async with household.running() as core:
            desktop = listen(core)
            if broken:
                await break_login(household, core)
            await core.notices.look()
            return desktop.said

    assert "reauth:1" in asyncio.run(told(broken=True))
    assert asyncio.run(told(broken=False)) == []


def test_a_process_that_stays_looks_by_itself(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            desktop = listen(core)
            recorder = Recorder(core)
            core._supervisor.start("notices", core.notices.work)
            await break_login(household, core)
            await recorder.until(
                lambda event: isinstance(event, NoticesChanged) and "reauth:1" in desktop.shown
            )

    asyncio.run(scene())


@pytest.mark.parametrize("has_room", [True, False])
def test_a_full_disk_is_said_once_though_it_cannot_be_written(household: Household, has_room: bool) -> None:  # noqa: FBT001
    async def scene() -> None:
        async with household.running() as core:
            desktop = listen(core)
            await household.connect(core, BANK)
            await sync(core)
            await core.notices.look()
            told = RunFinished(
                ItemId(1), RunId(1), SyncRunState.FAILED, Counts(), 0, StoreFull("No space.").trouble
            )
            core.notices._listen(told)
            core.notices._database = Full(household.path)
            try:
                await core.notices.look()
                await core.notices.look()
            finally:
                await asyncio.to_thread(core.notices._database.close)
                core.notices._database = core._database

            if has_room:  # it can be written now, before a run has succeeded
                await core.notices.look()
            assert desktop.said.count("disk") == 1
            core.notices._listen(replace(told, state=SyncRunState.SUCCEEDED, trouble=None))
            await core.notices.look()
            assert "disk" not in desktop.shown

    asyncio.run(scene())
