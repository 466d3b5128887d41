"""The user's word through days at the demo bank: over HTTP, through the core, in a real file."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from budgetsync.core import Core
from budgetsync.domain.edits import Edit
from budgetsync.domain.errors import UsageError
from budgetsync.domain.events import ChangeSet, Event, LedgerChanged
from budgetsync.domain.history import History
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.sync import SyncRun, SyncRunState
from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.host.clock import SystemClock
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
from budgetsync.store.database import Database
from budgetsync.store.payloads import pack
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay

BANK = "ins_109508"
TIPPED = ("Otter & Oak", "The Lantern Room", "Comb & Clipper")
WORDS = Edit(payee="Ours", category="Evenings out", note="with Ann", tags=("friends",), reviewed=True)


@dataclass(frozen=True)
class Days:
    """A core, and a bank whose days pass."""

    core: Core
    bank: DemoBank

    async def sync(self) -> SyncRun:
        runs = await self.core.wait_until_done(await self.core.request_sync())
        (run,) = runs.values()
        assert run.state is SyncRunState.SUCCEEDED
        return run

    async def find_pending(self) -> Transaction:
        """Let days pass until a purchase is pending that will post with a tip."""
        for _ in range(60):
            for row in await self.core.newest_transactions(50):
                if row.state is TransactionState.PENDING and row.merchant in TIPPED:
                    return row
            self.bank.advance(days=1)
            await self.sync()
        pytest.fail("no such purchase in sixty days")

    async def wait_for_posting(self, number: TransactionId) -> tuple[Transaction, SyncRun]:
        for _ in range(14):
            self.bank.advance(days=1)
            run = await self.sync()
            (row,) = await self.core.transactions([number])
            if row.state is TransactionState.POSTED:
                return row, run
        pytest.fail("it never posted")


def on_days(folder: Path, test: Callable[[Days], Awaitable[None]]) -> None:
    """Run a test on a core and a bank of its own."""

    async def run() -> None:
        async with opened(folder) as days:
            await test(days)

    asyncio.run(run())


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Days]:
    bank = DemoBank(seed=7)
    with bank.serve() as server:
        database = Database(lay(folder / "ledger.sqlite"), "demo")
        provider = PlaidProvider(server.url, DEMO_CLIENT_ID, DEMO_SECRET, pack)
        core = Core(database, {"plaid": provider}, MemoryVault(), SystemClock(), limits={})
        await core.start()
        try:
            await core.connect_sandbox(BANK)
            days = Days(core, bank)
            await days.sync()
            yield days
        finally:
            await core.stop()


def test_a_pending_with_a_tip_posts_into_its_row_with_all_that_the_user_typed(tmp_path: Path) -> None:
    async def test(days: Days) -> None:
        pending = await days.find_pending()
        before = len(await days.core.newest_transactions(None))
        await days.core.edit_transactions([pending.id], WORDS)

        row, run = await days.wait_for_posting(pending.id)

        assert (row.payee, row.category, row.note, row.tags, row.reviewed) == (
            "Ours",
            "Evenings out",
            "with Ann",
            ("friends",),
            True,
        )
        assert row.amount != pending.amount
        found = await days.core.history(row.id)
        assert [one.amount for one in found.observations] == [pending.amount, row.amount]
        assert len({one.source_transaction_id for one in found.observations}) == 2
        assert amounts(found) == [(f"{pending.amount.decimal:f}", f"{row.amount.decimal:f}", run.id)]
        raw = [json.loads(await days.core.raw_payload(one.id)) for one in found.observations]
        assert [told["pending"] for told in raw] == [True, False]
        rows = await days.core.newest_transactions(None)
        assert len({one.id for one in rows}) == len(rows) >= before

    on_days(tmp_path, test)


def test_an_undone_sync_is_told_redone_and_not_made_again(tmp_path: Path) -> None:
    async def test(days: Days) -> None:
        pending = await days.find_pending()
        await days.core.edit_transactions([pending.id], WORDS)
        row, run = await days.wait_for_posting(pending.id)
        everything = {one.id: one for one in await days.core.newest_transactions(None)}
        heard: list[ChangeSet] = []
        unsubscribe = days.core.subscribe(lambda event: hear(event, heard))

        done = await days.core.undo_run(run.id)

        unsubscribe()
        assert done.description == f"Undo of sync run {run.id}"
        assert row.id in heard[0].transactions
        (apart,) = await days.core.transactions([row.id])
        assert (apart.state, apart.bank_removed, apart.note) == (TransactionState.REMOVED, True, "with Ann")
        assert apart.amount == pending.amount
        assert apart.id in [one.id for one in (await days.core.review()).taken_back]
        counted = [one for one in await days.core.newest_transactions(None) if one.state != "REMOVED"]
        assert sum(one.amount.minor for one in counted if one.account_id == row.account_id) == sum(
            one.amount.minor for one in everything.values() if one.account_id == row.account_id
        )

        await days.sync()
        assert (await days.core.transactions([row.id])) == [apart]
        with pytest.raises(UsageError):
            await days.core.undo_run(run.id)

        await days.core.redo_last()
        assert {one.id: one for one in await days.core.newest_transactions(None)} == everything

    on_days(tmp_path, test)


def test_an_edit_made_while_a_run_is_under_way_survives_it(tmp_path: Path) -> None:
    async def test(days: Days) -> None:
        pending = await days.find_pending()
        for number in range(14):
            days.bank.advance(days=1)
            asked = await days.core.request_sync()
            await days.core.edit_transactions([pending.id], Edit(note=f"typed {number}"))
            await days.core.wait_until_done(asked)
            (row,) = await days.core.transactions([pending.id])
            assert row.note == f"typed {number}"
            if row.state is TransactionState.POSTED:
                return
        pytest.fail("it never posted")

    on_days(tmp_path, test)


def test_a_mass_removal_is_decided_by_the_user(tmp_path: Path) -> None:
    async def test(days: Days) -> None:
        before = await days.core.newest_transactions(None)
        days.bank.happen("mass_removal", institution_id=BANK, share=0.5)
        await days.sync()
        held = (await days.core.review()).held
        assert held
        assert len(await days.core.newest_transactions(None)) >= len(before) - 60

        await days.core.apply_removals([one.account_id for one in held])

        assert len(await days.core.newest_transactions(None)) < len(before) * 0.6
        assert (await days.core.review()).held == ()
        await days.core.undo_last()
        assert len((await days.core.review()).held) == len(held)

    on_days(tmp_path, test)


def amounts(found: History) -> list[tuple[str | None, str | None, int | None]]:
    return [(one.old, one.new, one.run_id) for one in found.entries if one.field == "amount"]


def hear(event: Event, heard: list[ChangeSet]) -> None:
    if isinstance(event, LedgerChanged):
        heard.append(event.change)
