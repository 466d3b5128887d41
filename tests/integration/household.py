"""The core on a real ledger file, real plaid-python, and a demo bank on the loopback."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import httpx

from budgetsync.core import Core
from budgetsync.domain.events import Event, RunFinished
from budgetsync.domain.ids import ItemId
from budgetsync.domain.ports import Clock, Vault
from budgetsync.domain.quota import Limits
from budgetsync.domain.sync import SyncRun
from budgetsync.host.clock import SystemClock
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.providers.simplefin.provider import SimpleFinProvider
from budgetsync.providers.statements.reading import read_statement_file
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer, DemoBank
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.payloads import pack
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay

INSTITUTIONS = ("ins_109508", "ins_109509", "ins_109510")
PATIENCE = 30  # seconds until a test gives up
QUICK = 1.0  # seconds that the provider waits for a byte

World = dict[str, Any]
Row = tuple[Any, ...]


class Patient(Random):
    """Chance that always says "in an hour": what failed is not tried again behind a test's back."""

    def uniform(self, a: float, b: float) -> float:
        assert a <= b
        return 3_600.0


class Recorder:
    """Keeps every event, in order, and wakes who waits for one."""

    def __init__(self, core: Core) -> None:
        self.events: list[Event] = []
        self._came = asyncio.Event()
        self.listeners: list[Callable[[Event], None]] = []
        core.subscribe(self._keep)

    def _keep(self, event: Event) -> None:
        self.events.append(event)
        for listener in self.listeners:
            listener(event)
        self._came.set()

    async def until(self, condition: Callable[[Event], bool]) -> Event:
        """Wait until an event has come that fits; one that came before counts."""
        async with asyncio.timeout(PATIENCE):
            seen = 0
            while True:
                while seen < len(self.events):
                    seen += 1
                    if condition(self.events[seen - 1]):
                        return self.events[seen - 1]
                self._came.clear()
                await self._came.wait()

    async def until_finished(self) -> RunFinished:
        """Wait for the end of a run."""
        event = await self.until(lambda event: isinstance(event, RunFinished))
        assert isinstance(event, RunFinished)
        return event


class Household:
    """A bank that is served, and the folder of a ledger that follows it."""

    def __init__(self, folder: Path, bank: DemoBank) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self.bank = bank
        self.server: BankServer = bank.serve()
        self.vault: Vault = MemoryVault()

    def close(self) -> None:
        """Close the bank, whichever server it has now."""
        self.server.stop()

    @property
    def port(self) -> int:
        """Where the bank listens."""
        return int(self.server.url.rpartition(":")[2])

    def bank_now(self) -> datetime:
        """The bank's own time."""
        return datetime.fromisoformat(self.bank.world(transactions=False)["now"])

    @asynccontextmanager
    async def running(
        self,
        *,
        secret: str = DEMO_SECRET,
        vault: Vault | None = None,
        clock: Clock | None = None,
        random: Random | None = None,
        limits: Limits = {},  # noqa: B006 - never written
    ) -> AsyncIterator[Core]:
        """A started core, stopped at the end; what fails is tried again in an hour unless `random` is given."""
        database = Database(lay(self.path), "demo")
        provider = PlaidProvider(self.server.url, DEMO_CLIENT_ID, secret, pack, read_timeout=QUICK)
        core = Core(
            database,
            {"plaid": provider, "simplefin": SimpleFinProvider(pack, self.bank_now)},
            vault or self.vault,
            clock or SystemClock(),
            random=random or Patient(),
            limits=limits,
            poll=0.5,
            statements=read_statement_file,
        )
        await core.start()
        try:
            yield core
        finally:
            await core.stop()

    async def connect(self, core: Core, *institutions: str) -> list[ItemId]:
        """Connect banks; all three unless some are named."""
        return [await core.connect_sandbox(name) for name in institutions or INSTITUTIONS]

    def token(self, item: int = 1) -> str:
        """The access token of a connection, from the vault."""
        (name,) = self.rows("SELECT source_item_id FROM item WHERE id = ?", item)[0]
        (ledger,) = self.rows("SELECT value FROM setting WHERE name = 'database_id'")[0]
        return self.vault.load(f"{ledger}/demo/plaid/{name}")

    def post(self, path: str, **body: object) -> World:
        """Call the bank as its own client."""
        keys = {"PLAID-CLIENT-ID": DEMO_CLIENT_ID, "PLAID-SECRET": DEMO_SECRET}
        answer = httpx.post(f"{self.server.url}{path}", json=body, headers=keys, trust_env=False)
        told: World = answer.raise_for_status().json()
        return told

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Look into the file by a connection of one's own."""
        with closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(sql, values).fetchall()

    def truth_is_kept(self) -> list[Row]:
        """Compare every account and row with the bank's own ledger; returns the rows."""
        return compare(self.path, self.bank.world())

    def ledger(self) -> dict[str, list[Row]]:
        """Everything of the ledger but runs, queue and where connections stand."""
        tables = ("transaction", "observation", "change", "account", "field_choice")
        kept = {name: self.rows(f'SELECT * FROM "{name}" ORDER BY 1, 2') for name in tables}  # noqa: S608
        kept["rows aside"] = self.rows("SELECT * FROM dead_letter WHERE kind = 'row' ORDER BY id")
        kept["balances"] = self.rows(
            "SELECT id, account_id, current, available, as_of FROM balance ORDER BY id"
        )
        return {**kept, "cursors": self.rows("SELECT id, cursor FROM item ORDER BY id")}


MakeHousehold = Callable[..., Household]


async def sync(core: Core, item: ItemId | None = None) -> dict[ItemId, SyncRun]:
    """Ask for a sync and wait for its end."""
    asked = await core.request_sync(item)
    async with asyncio.timeout(PATIENCE):
        return await core.wait_until_done(asked)


def compare(path: Path, world: World) -> list[Row]:
    """Hold a ledger file against a bank's truth: accounts, balances, and every row exactly once."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT s.source_account_id, o.source_transaction_id, -t.amount, t.currency, t.transacted_on, "
            "t.posted_on, t.state FROM observation o JOIN source_account s ON s.id = o.source_account "
            "JOIN \"transaction\" t ON t.id = o.transaction_id WHERE o.state <> 'REMOVED' ORDER BY t.id"
        ).fetchall()
        living = connection.execute(
            "SELECT count(*) FROM \"transaction\" WHERE state <> 'REMOVED'"
        ).fetchone()[0]
        accounts = connection.execute(
            "SELECT s.source_account_id, b.current, b.available, b.credit_limit, a.currency, a.name "
            "FROM source_account s JOIN account a ON a.id = s.account_id JOIN balance b ON b.id = "
            "(SELECT max(id) FROM balance WHERE account_id = a.id)"
        ).fetchall()
    truth = [
        (
            row["account_id"],
            row["transaction_id"],
            row["amount_minor"],
            row["currency"],
            row["authorized_date"] or row["date"],
            None if row["pending"] else row["date"],
            "PENDING" if row["pending"] else "POSTED",
        )
        for row in world["transactions"]
    ]
    told = [
        (
            account["account_id"],
            *(figure and figure["minor"] for figure in _figures(account)),
            account["currency"],
            account["name"],
        )
        for account in world["accounts"]
    ]
    assert sorted(rows, key=repr) == sorted(truth, key=repr)
    assert living == len(truth)
    assert sorted(accounts, key=repr) == sorted(told, key=repr)
    return rows


def _figures(account: World) -> list[World | None]:
    return [account["balances"][name] for name in ("current", "available", "limit")]
