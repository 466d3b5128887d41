"""The real core on the demo bank over real HTTP, opened and closed as often as a test wants."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

from budgetsync.core import Core
from budgetsync.demo import Control, compare
from budgetsync.domain.errors import Trouble
from budgetsync.domain.overview import Overview
from budgetsync.domain.sync import SyncRunState
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.payloads import pack
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay

P = ParamSpec("P")
INSTITUTIONS = ("ins_109508", "ins_109509", "ins_109510")


def on_a_loop(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Run a test on an event loop of its own."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


class HandClock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 6, 15, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self.at.timestamp()

    def advance(self, **much: int) -> None:
        self.at += timedelta(**much)


class Household:
    """One person's bank, clock and vault; their data folders are opened by `open`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.control = Control(url)
        self.clock = HandClock()
        self.vault = MemoryVault()

    @asynccontextmanager
    async def open(self, folder: Path, *, warnings: tuple[Trouble, ...] = ()) -> AsyncIterator[Core]:
        database = Database(lay(folder / FILE_NAME), "demo")
        provider = PlaidProvider(self.url, DEMO_CLIENT_ID, DEMO_SECRET, pack)
        core = Core(database, {"plaid": provider}, self.vault, self.clock, warnings=warnings, limits={})
        await core.start()
        try:
            yield core
        finally:
            await core.stop()

    async def let_days_pass(self, days: int) -> None:
        await self.control.advance(days)
        self.clock.advance(days=days)


async def connect_all(core: Core, institutions: Iterable[str] = INSTITUTIONS) -> None:
    for institution in institutions:
        await core.connect_sandbox(institution)


async def sync(core: Core) -> None:
    """Sync everything; each run has to succeed."""
    runs = await core.wait_until_done(await core.request_sync())
    assert {run.state for run in runs.values()} == {SyncRunState.SUCCEEDED}


async def settled(core: Core) -> Overview:
    """The overview once nothing is under way any more."""
    while True:
        overview = await core.overview()
        if all(one.progress is None for one in overview.items):
            return overview
        await asyncio.sleep(0)


async def assert_equal_in_sight(core: Core, control: Control) -> int:
    """As `assert_equal_to_bank`, for connections made anew: they show two years, and the ledger knows more.

    Returns:
        The number of rows that are older than what the bank shows now. They are what the ledger kept.
    """
    world, overview = await control.fetch_world(), await settled(core)
    older = 0
    for one in overview.items:
        told = [account for account in world["accounts"] if account["item_id"] == one.item.source_item_id]
        by_mask = {account["mask"]: account for account in told}
        assert len(by_mask) == len(one.accounts)
        ids = {account["account_id"] for account in told}
        shown = [row for row in world["transactions"] if row["account_id"] in ids]
        first = min(row["date"] for row in shown)
        for account in one.accounts:
            bank_account = by_mask[account.mask]
            assert account.current is not None
            assert account.current.minor == bank_account["balances"]["current"]["minor"]
            bank = Counter(
                (-row["amount_minor"], row["authorized_date"] or row["date"], bool(row["pending"]))
                for row in shown
                if row["account_id"] == bank_account["account_id"]
            )
            here = Counter(
                (row.amount.minor, row.transacted_on.isoformat(), row.state is TransactionState.PENDING)
                for row in await core.newest_transactions(None, account.id)
            )
            assert bank - here == Counter()
            assert all(day < first and not is_pending for _, day, is_pending in here - bank)
            older += (here - bank).total()
    return older


async def assert_equal_to_bank(core: Core, control: Control, accounts: int = 7) -> None:
    """Every account, balance and single row is the bank's own."""
    compared = await compare(core, control)
    assert len(compared) == accounts
    assert [one for one in compared if not one.equal] == []
