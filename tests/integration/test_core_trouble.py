"""When the bank, the keys, the vault or the disk do not play along: told, nothing lost, and carried on."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from random import Random
from typing import Any

import pytest

from budgetsync.core import Core
from budgetsync.domain.errors import Trouble, VaultLocked
from budgetsync.domain.events import Event, LedgerChanged, RunFinished, RunProgressed
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Item, ItemStatus
from budgetsync.domain.sync import Counts, Stage, SyncRunState
from budgetsync.store import database as database_module
from budgetsync.vault.memory_vault import MemoryVault
from tests.integration.household import Household, Recorder, sync

BANK = "ins_109508"
LEFT_ALONE = pytest.mark.expected_warnings(r"uvicorn\.error: Exception in ASGI application")
"""The bank is stopped while it still keeps a client waiting."""


async def item_of(core: Core) -> Item:
    return (await core.overview()).items[0].item


async def fails(household: Household, core: Core, status: ItemStatus) -> Trouble:
    """Sync, and see that it fails cleanly: told everywhere, nothing written, the cursor where it was."""
    before = household.ledger()
    recorder = Recorder(core)
    runs = await sync(core)
    finished = await recorder.until_finished()
    (run,) = runs.values()
    item = await item_of(core)
    assert run.state is SyncRunState.FAILED
    assert run.finished_at is not None
    assert item.status is status
    assert item.trouble is not None
    assert item.trouble == run.trouble == finished.trouble
    assert item.trouble.action
    assert household.ledger() == before
    waiting = household.rows("SELECT waits_for FROM queue WHERE ended_at IS NULL")
    assert waiting == ([] if finished.retry_at is None else [("retry",)])
    assert (finished.retry_at is None) == (status not in {ItemStatus.WAITING, ItemStatus.OFFLINE})
    assert not [event for event in recorder.events if isinstance(event, LedgerChanged)]
    assert "access-sandbox" not in repr(item.trouble)
    return item.trouble


async def carries_on(household: Household, core: Core) -> None:
    """Sync, and see that all is well again."""
    (run,) = (await sync(core)).values()
    assert run.state is SyncRunState.SUCCEEDED
    item = await item_of(core)
    assert (item.status, item.trouble) == (ItemStatus.HEALTHY, None)
    household.truth_is_kept()


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        ({"kind": "truncated_json", "page": 2}, ItemStatus.WAITING),
        ({"kind": "html", "page": 2, "status": 502}, ItemStatus.WAITING),
        ({"kind": "reset", "page": 2}, ItemStatus.WAITING),
        ({"kind": "server_error", "page": 2}, ItemStatus.WAITING),
        ({"kind": "error", "page": 1, "code": "INSTITUTION_DOWN"}, ItemStatus.WAITING),
        ({"kind": "login_required", "page": 2}, ItemStatus.REAUTH_REQUIRED),
        ({"kind": "read_timeout", "page": 2, "seconds": 3}, ItemStatus.WAITING),
        ({"kind": "mutation", "page": 2}, ItemStatus.WAITING),
    ],
    ids=lambda value: value["kind"] if isinstance(value, dict) else "",
)
def test_a_bad_page_fails_the_run_and_the_next_sync_carries_on(
    household: Household, fault: dict[str, Any], status: ItemStatus
) -> None:
    rule = {"endpoint": "/transactions/sync", "times": 5 if fault["kind"] == "mutation" else 1, **fault}

    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            household.bank.add_fault(**rule)
            await fails(household, core, status)
            if fault["kind"] != "login_required":
                await carries_on(household, core)

    asyncio.run(scene())


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "rate_limited", "endpoint": "/transactions/sync", "page": 2, "retry_after": 1},
        {"kind": "server_error", "endpoint": "/item/get"},
    ],
    ids=lambda rule: rule["kind"],
)
def test_what_does_not_spoil_the_pages_fails_no_run(household: Household, rule: dict[str, Any]) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            household.bank.add_fault(**rule, times=1)
            (run,) = (await sync(core)).values()
            assert run.state is SyncRunState.SUCCEEDED
            household.truth_is_kept()

    asyncio.run(scene())


def test_a_bank_that_is_down_is_offline_until_it_is_back(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            household.bank.advance(days=3)
            port = household.port
            household.server.stop()
            trouble = await fails(household, core, ItemStatus.OFFLINE)
            assert trouble.title == "No connection"
            household.server = household.bank.serve(port=port)
            await carries_on(household, core)

    asyncio.run(scene())


def test_wrong_keys_need_attention(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
        async with household.running(secret="0" * 30) as core:
            trouble = await fails(household, core, ItemStatus.ATTENTION_REQUIRED)
            assert trouble.code == "INVALID_API_KEYS"
            assert "PLAID_SECRET" in trouble.action
        async with household.running() as core:
            await carries_on(household, core)

    asyncio.run(scene())


def test_a_login_that_expired_wants_the_user_and_keeps_the_ledger(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            household.post("/sandbox/item/reset_login", access_token=household.token())
            trouble = await fails(household, core, ItemStatus.REAUTH_REQUIRED)
            assert (trouble.code, trouble.title) == ("ITEM_LOGIN_REQUIRED", "Sign in again")
            assert len(await core.newest_transactions(None)) > 100

    asyncio.run(scene())


def test_a_connection_removed_at_the_provider_is_disconnected_with_its_history(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            rows = len(await core.newest_transactions(None))
            household.post("/item/remove", access_token=household.token())
            trouble = await fails(household, core, ItemStatus.DISCONNECTED)
            assert "Connect the bank again" in trouble.action
            assert len(await core.newest_transactions(None)) == rows
            again = await core.connect_sandbox(BANK)
            assert again == 2

    asyncio.run(scene())


def test_a_secret_that_is_missing_wants_the_bank_reconnected(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
        async with household.running(vault=MemoryVault()) as core:
            trouble = await fails(household, core, ItemStatus.REAUTH_REQUIRED)
            assert trouble.code == "SecretMissing"
        async with household.running() as core:
            await carries_on(household, core)

    asyncio.run(scene())


class LockedVault(MemoryVault):
    """A keyring that nobody unlocks."""

    def load(self, name: str) -> str:
        message = f"The keyring is locked ({len(name)})."
        raise VaultLocked(message)


def test_a_locked_vault_needs_attention(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
        async with household.running(vault=LockedVault()) as core:
            trouble = await fails(household, core, ItemStatus.ATTENTION_REQUIRED)
            assert "Unlock" in trouble.action
        async with household.running() as core:
            await carries_on(household, core)

    asyncio.run(scene())


def test_one_connection_s_trouble_does_not_touch_the_others(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            items = await household.connect(core)
            household.post("/sandbox/item/reset_login", access_token=household.token(1))
            runs = await sync(core)
            assert [runs[item].state for item in items] == [
                SyncRunState.FAILED,
                SyncRunState.SUCCEEDED,
                SyncRunState.SUCCEEDED,
            ]

    asyncio.run(scene())


@LEFT_ALONE
def test_cancelled_while_fetching_leaves_the_ledger_as_it_was(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            (item,) = await household.connect(core, BANK)
            household.bank.add_fault("read_timeout", page=2, times=1, seconds=5)
            before = household.ledger()
            recorder = Recorder(core)
            await core.request_sync(item)
            await recorder.until(lambda event: isinstance(event, RunProgressed) and event.progress.pages == 1)
            await core.cancel_sync(item)
            finished = await recorder.until_finished()
            assert (finished.state, finished.counts) == (SyncRunState.CANCELLED, Counts())
            assert household.ledger() == before
            assert household.rows("SELECT count(*) FROM queue WHERE ended_at IS NULL") == [(0,)]
            await carries_on(household, core)

    asyncio.run(scene())


def test_cancelled_while_writing_comes_too_late_and_commits(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            (item,) = await household.connect(core, BANK)
            recorder = Recorder(core)

            def cancel(event: Event) -> None:
                if isinstance(event, RunProgressed) and event.progress.stage is Stage.APPLYING:
                    core._worker.cancel(item)

            recorder.listeners.append(cancel)
            runs = await sync(core)
            assert runs[item].state is SyncRunState.SUCCEEDED
            household.truth_is_kept()

    asyncio.run(scene())


def test_a_request_that_waits_is_withdrawn(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            items = await household.connect(core)
            await core._supervisor.stop()  # nobody works the queue off
            await core.request_sync()
            await core.cancel_sync(items[1])
            assert household.rows("SELECT item_id FROM queue WHERE ended_at IS NULL ORDER BY item_id") == [
                (items[0],),
                (items[2],),
            ]
            await core.cancel_sync()
            assert household.rows("SELECT count(*) FROM queue WHERE ended_at IS NULL") == [(0,)]
            assert household.rows("SELECT count(*) FROM sync_run") == [(0,)]

    asyncio.run(scene())


@LEFT_ALONE
def test_stopping_in_the_middle_of_a_fetch_closes_the_run(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            (item,) = await household.connect(core, BANK)
            household.bank.add_fault("read_timeout", page=2, times=1, seconds=5)
            recorder = Recorder(core)
            await core.request_sync(item)
            await recorder.until(lambda event: isinstance(event, RunProgressed) and event.progress.pages == 1)
        assert household.rows("SELECT state FROM sync_run") == [("CANCELLED",)]
        async with household.running() as core:
            await carries_on(household, core)

    asyncio.run(scene())


@pytest.mark.parametrize("queued", [True, False])
def test_runs_left_by_a_killed_program_are_interrupted_and_done_again(
    household: Household, *, queued: bool
) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await core._supervisor.stop()
        with sqlite3.connect(household.path) as connection:
            connection.execute(
                "INSERT INTO sync_run (item_id, trigger, state, started_at, cursor_before) "
                "VALUES (1, 'USER', 'RUNNING', 0, '')"
            )
            if queued:
                connection.execute(
                    "INSERT INTO queue (kind, item_id, dedupe_key, trigger, priority, state, requested_at, "
                    "next_attempt_at) VALUES ('sync', 1, 'sync:1', 'USER', 0, 'leased', 0, 0)"
                )
        connection.close()
        async with household.running() as core:
            async with asyncio.timeout(20):
                await core.wait_until_done([ItemId(1)])
            household.truth_is_kept()
        states = household.rows("SELECT state, finished_at IS NOT NULL FROM sync_run ORDER BY id")
        assert states == [("INTERRUPTED", 1), ("SUCCEEDED", 1)]

    asyncio.run(scene())


@pytest.mark.expected_warnings(r"budgetsync\.sync\.worker: item 1 rests for 3600 s: StoreBusy")
def test_a_database_that_another_program_holds_is_told_and_the_next_sync_carries_on(
    household: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT", 0.05)
    holders: list[sqlite3.Connection] = []

    async def scene() -> None:
        async with household.running() as core:
            (item,) = await household.connect(core, BANK)
            before = household.ledger()
            recorder = Recorder(core)

            def hold(event: Event) -> None:
                if isinstance(event, RunProgressed) and event.progress.pages == 1 and not holders:
                    holders.append(sqlite3.connect(household.path, isolation_level=None))
                    holders[0].execute("BEGIN IMMEDIATE")

            recorder.listeners.append(hold)
            await core.request_sync(item)
            finished = await recorder.until_finished()
            assert isinstance(finished, RunFinished)
            assert finished.trouble is not None
            assert finished.trouble.title == "The database is in use"
            assert finished.trouble.action.startswith("Close the other program")
            assert household.ledger() == before
            holders[0].execute("ROLLBACK")
            await carries_on(household, core)

    try:
        asyncio.run(scene())
    finally:
        for holder in holders:
            holder.close()


NO_LEASES = (
    "CREATE TRIGGER full BEFORE UPDATE OF state ON queue WHEN new.state = 'leased' "
    "BEGIN SELECT RAISE(ABORT, 'full'); END"
)
NO_ENDS = "CREATE TRIGGER full BEFORE UPDATE OF state ON sync_run BEGIN SELECT RAISE(ABORT, 'full'); END"


@pytest.mark.expected_warnings(r"budgetsync\.sync\.worker: the queue rests", r"worker: item 1 rests")
@pytest.mark.parametrize("broken", [NO_LEASES, NO_ENDS], ids=["a lease", "the end of a run"])
def test_what_cannot_be_written_is_shown_meanwhile_and_done_afterwards_by_itself(
    household: Household, broken: str
) -> None:
    def change(sql: str) -> None:
        with closing(sqlite3.connect(household.path, isolation_level=None)) as connection:
            connection.execute(sql)

    async def scene() -> None:
        async with household.running(random=Random(1)) as core:  # noqa: S311 - the wait of a retry
            (item,) = await household.connect(core, BANK)
            recorder = Recorder(core)
            change(broken)
            runs = await sync(core)
            assert all(run.state is SyncRunState.FAILED for run in runs.values())
            overview = await core.overview()
            shown = [overview.items[0].item.trouble, *overview.troubles]
            (trouble,) = {one for one in shown if one is not None}
            assert trouble.action
            if broken is NO_ENDS:
                assert overview.items[0].last_run is not None
                assert overview.items[0].last_run.trouble == trouble
            change("DROP TRIGGER full")
            await recorder.until(
                lambda event: isinstance(event, RunFinished) and event.state is SyncRunState.SUCCEEDED
            )
            overview = await core.overview()
            assert (overview.items[0].item.trouble, overview.troubles) == (None, ())
            assert (item, overview.items[0].item.status) == (1, ItemStatus.HEALTHY)
            household.truth_is_kept()

    asyncio.run(scene())
