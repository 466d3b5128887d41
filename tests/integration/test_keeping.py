"""Old backups, lost secrets and new computers on the demo bank: equal to the bank again, edits kept."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from budgetsync.core import Core
from budgetsync.domain.backups import FOLDER, Soundness
from budgetsync.domain.errors import Trouble, UsageError
from budgetsync.domain.events import Event, KeepingChanged
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.sync import SyncRunState
from budgetsync.domain.transaction import TransactionState
from budgetsync.sandbox import DemoBank
from budgetsync.store.database import FILE_NAME
from budgetsync.store.restore import restore
from budgetsync.sync import keeping
from budgetsync.vault.memory_vault import MemoryVault
from tests.integration.ledgers import (
    Household,
    assert_equal_in_sight,
    assert_equal_to_bank,
    connect_all,
    on_a_loop,
    settled,
    sync,
)


@pytest.fixture
def household() -> Iterator[Household]:
    with DemoBank(seed=7).serve() as server:
        yield Household(server.url)


async def edit_some(core: Core) -> dict[TransactionId, tuple[str, str]]:
    """Type a payee and a note into posted and pending rows; returns them by row."""
    rows = await core.newest_transactions(None)
    pending = [row for row in rows if row.state is TransactionState.PENDING][:5]
    posted = [row for row in rows if row.state is TransactionState.POSTED][::150]
    typed = {}
    for row in (*pending, *posted):
        typed[row.id] = (f"my shop {row.id}", f"my note {row.id}")
        for field, value in zip(("payee", "note"), typed[row.id], strict=True):
            await core.edit_transaction(row.id, field, value)
    assert pending
    assert len(posted) > 10
    return typed


def edits_in(folder: Path) -> dict[TransactionId, tuple[str, str]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        rows = connection.execute(
            'SELECT id, payee, note FROM "transaction" WHERE payee IS NOT NULL OR note IS NOT NULL'
        )
        return {TransactionId(row[0]): (row[1], row[2]) for row in rows}


def verdicts(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return {str(row[0]) for row in connection.execute("SELECT verdict FROM proof")}


@on_a_loop
async def test_a_backup_sixty_days_old_becomes_equal_to_the_bank(
    household: Household, tmp_path: Path
) -> None:
    async with household.open(tmp_path) as core:
        await connect_all(core)
        await sync(core)
        typed = await edit_some(core)
        made = await core.keeper.back_up_now()
    for _ in range(6):
        await household.let_days_pass(10)
        async with household.open(tmp_path) as core:
            await sync(core)

    path = tmp_path / FILE_NAME
    restore(path, tmp_path / FOLDER / made.name, household.clock.now())
    assert edits_in(tmp_path) == typed

    async with household.open(tmp_path) as core:
        await sync(core)
        await assert_equal_to_bank(core, household.control)
        assert edits_in(tmp_path) == typed
        await sync(core)
        await assert_equal_to_bank(core, household.control)


@on_a_loop
async def test_moving_the_file_alone_to_a_new_computer(household: Household, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    async with household.open(old) as core:
        await connect_all(core)
        await sync(core)
        typed = await edit_some(core)
    await household.let_days_pass(20)
    new.mkdir(mode=0o700)
    shutil.copy(old / FILE_NAME, new / FILE_NAME)
    household.vault = MemoryVault()

    async with household.open(new) as core:
        runs = await core.wait_until_done(await core.request_sync())
        assert {run.state for run in runs.values()} == {SyncRunState.FAILED}
        closed = (await core.overview()).items
        assert {one.item.status for one in closed} == {ItemStatus.REAUTH_REQUIRED}
        assert all(one.item.trouble and "reconnect" in one.item.trouble.action for one in closed)
        accounts = {account.id for one in closed for account in one.accounts}

        for one in closed:
            fresh = await core.reconnect(one.item.id)
            assert await core.reconnect(one.item.id) == fresh
            (run,) = (await core.wait_until_done([fresh])).values()
            assert run.state is SyncRunState.SUCCEEDED

        overview = await settled(core)
        assert {one.item.status for one in overview.items} == {ItemStatus.HEALTHY}
        assert {account.id for one in overview.items for account in one.accounts} == accounts
        older = await assert_equal_in_sight(core, household.control)
        assert older > 0
        assert edits_in(new) == typed
        await household.let_days_pass(5)
        await sync(core)
        assert await assert_equal_in_sight(core, household.control) == older
        assert edits_in(new) == typed
    assert "DRIFT" not in verdicts(new)


@on_a_loop
async def test_moving_by_an_archive(household: Household, tmp_path: Path) -> None:
    async with household.open(tmp_path / "old") as core:
        await connect_all(core, ["ins_109508"])
        await sync(core)
        typed = await edit_some(core)
        rows = await core.keeper.export_archive(tmp_path / "all.zip")
    await household.let_days_pass(10)

    async with household.open(tmp_path / "new") as core:
        assert await core.keeper.import_archive(tmp_path / "all.zip") == rows
        (one,) = (await core.overview()).items
        fresh = await core.reconnect(one.item.id)
        await core.wait_until_done([fresh])
        await assert_equal_in_sight(core, household.control)
        assert edits_in(tmp_path / "new") == typed


@on_a_loop
async def test_a_connection_that_opens_is_not_made_anew(household: Household, tmp_path: Path) -> None:
    async with household.open(tmp_path) as core:
        await connect_all(core, ["ins_109509"])
        await sync(core)
        (one,) = (await core.overview()).items
        with pytest.raises(UsageError, match="does not need it"):
            await core.reconnect(one.item.id)
        household.vault._secrets.clear()
        fresh = await core.reconnect(one.item.id)
        await core.wait_until_done([fresh])
        with pytest.raises(UsageError, match="does not need it"):
            await core.reconnect(one.item.id)


@on_a_loop
async def test_the_owner_makes_a_backup_a_day_and_looks_at_the_file(
    household: Household, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "START_PAUSE", 0.0)
    monkeypatch.setattr(keeping, "BETWEEN_LOOKS", 0.01)
    async with household.open(tmp_path) as core:
        for day in range(3):
            while True:
                kept = await core.keeper.look()
                if kept.backups == day + 1 and kept.full:
                    break
                await asyncio.sleep(0)
            household.clock.advance(days=1)
        found = await core.keeper.list_backups(examine=True)
        kept = await core.keeper.look()

    assert {one.soundness for one in found} == {Soundness.GOOD}
    assert kept.quick
    assert kept.quick.sound
    assert kept.full
    assert kept.full.sound


@on_a_loop
async def test_a_backup_that_fails_is_told_and_stops_nothing(
    household: Household, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "START_PAUSE", 0.0)
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    heard = asyncio.Event()

    def listen(event: Event) -> None:
        if isinstance(event, KeepingChanged):
            heard.set()

    async with household.open(tmp_path) as core:
        core.subscribe(listen)
        await connect_all(core, ["ins_109509"])
        await sync(core)
        async with asyncio.timeout(30):
            while not (troubles := (await core.overview()).troubles):
                heard.clear()
                await heard.wait()
        (trouble,) = troubles
        assert trouble.title == "Today's backup was not made"
        (tmp_path / FOLDER).unlink()
        assert await core.keeper.back_up_if_due() is not None
        assert (await core.overview()).troubles == ()


@on_a_loop
async def test_what_is_wrong_with_the_folder_and_the_file_is_in_the_overview(
    household: Household, tmp_path: Path
) -> None:
    warning = Trouble("SYNCED_FOLDER", "a", "b", "c")
    async with household.open(tmp_path, warnings=(warning,)) as core:
        assert (await core.keeper.check(full=True)).sound
        assert (await core.overview()).troubles == (warning,)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute("PRAGMA foreign_keys = off")
        connection.execute(
            "INSERT INTO source_account (id, account_id, item_id, source, source_account_id) "
            "VALUES (1, 77, 78, 'plaid', 'x')"
        )
        connection.commit()
    async with household.open(tmp_path) as core:
        assert not (await core.keeper.check(full=True)).sound
        (trouble,) = (await core.overview()).troubles
        assert trouble.code == "LEDGER_DAMAGED"
        assert "budgetsync restore" in trouble.action


@on_a_loop
async def test_stopping_ends_a_backup_that_is_under_way(household: Household, tmp_path: Path) -> None:
    async with household.open(tmp_path) as core:
        waiting = asyncio.create_task(core.keeper.back_up_now())
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    assert not list((tmp_path / FOLDER).glob("*.partial*"))
