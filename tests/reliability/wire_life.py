"""One history by the long way: sixty days of the demo bank over real HTTP, read by the real provider."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from budgetsync.core import Core
from budgetsync.domain.ids import ItemId, TransactionId
from budgetsync.domain.sync import SyncRunState
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.payloads import pack
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay
from tests.reliability.life import DAYS, Outcome
from tests.reliability.recount import differences

INSTITUTION = "ins_109508"
_FAULTS = ("server_error", "rate_limited", "truncated_json", "reset", "html", "mutation")
_EVENTS = ("purchase", "late_posting", "modification", "mass_removal")


class DayClock:
    """The program's clock, set to the bank's day."""

    def __init__(self) -> None:
        self.at = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        """The time."""
        self.at += timedelta(milliseconds=1)
        return self.at

    def monotonic(self) -> float:
        """Seconds; nothing here compares the two clocks."""
        return self.now().timestamp()


class WireLife:
    """Lives one history through, as `Life` does."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.outcome = Outcome(seed)
        self._rng = Random(seed)  # noqa: S311 - a history that can be lived again
        self._path = folder / FILE_NAME
        self._bank = DemoBank(seed=seed, rows=300, plaid_timing=bool(seed % 2))
        self._clock = DayClock()
        self._notes: dict[int, str] = {}
        self._item = ItemId(0)
        self._drift = 0

    def fail(self, reason: str) -> None:
        """Write down what is wrong."""
        self.outcome.failures.append(f"over HTTP, sync {self.outcome.syncs}: {reason}")

    async def live(self) -> Outcome:
        """Live it; a first failure ends it."""
        with self._bank.serve() as server:
            database = Database(lay(self._path), "demo")
            provider = PlaidProvider(server.url, DEMO_CLIENT_ID, DEMO_SECRET, pack)
            core = Core(database, {"plaid": provider}, MemoryVault(), self._clock, limits={})
            await core.start()
            try:
                self._item = await core.connect_sandbox(INSTITUTION)
                for day in range(DAYS):
                    await self._live_day(core, day)
                    if self.outcome.failures:
                        break
            finally:
                await core.stop()
        return self.outcome

    async def _live_day(self, core: Core, day: int) -> None:
        rng, last = self._rng, day > DAYS - 6
        self._bank.advance(hours=24)
        self._clock.at += timedelta(days=1)
        if day == DAYS // 2 and self._rng.random() < 0.5:
            self._drift = 77_777
            mask = self._world_accounts()[0]["mask"]
            self._bank.happen("drift", institution_id=INSTITUTION, mask=mask, amount_minor=self._drift)
        if rng.random() < 0.2 and not last:
            kind = rng.choice(_EVENTS)
            told = (
                {"share": 0.05, "readd": True} if kind == "mass_removal" else {"institution_id": INSTITUTION}
            )
            self._bank.happen(kind, **told)
        if rng.random() < 0.2 and not last:
            self._bank.add_fault(rng.choice(_FAULTS), endpoint="/transactions/sync", times=1)
        if rng.random() < 0.5:
            await self._edit(core)
        if last or rng.random() < 0.7:
            await self._sync(core, last=day == DAYS - 1)

    async def _edit(self, core: Core) -> None:
        rows = await core.newest_transactions(40)
        if rows:
            row = self._rng.choice(rows)
            self.outcome.edits += 1
            self._notes[row.id] = f"my note {self.outcome.edits}"
            await core.edit_transaction(TransactionId(row.id), "note", self._notes[row.id])

    async def _sync(self, core: Core, *, last: bool) -> None:
        runs = await core.wait_until_done(await core.request_sync(self._item))
        self.outcome.syncs += 1
        if self._item not in runs or runs[self._item].state is not SyncRunState.SUCCEEDED:
            await core.cancel_sync(self._item)  # the history says when it is tried again
            self.outcome.failed += 1
            return
        with closing(sqlite3.connect(self._path)) as connection:
            history = connection.execute("SELECT history FROM item").fetchone()[0]
            if history == "COMPLETE":
                self._compare(connection)
                self._check_proofs(connection, last=last)
            notes = dict(connection.execute('SELECT id, note FROM "transaction" WHERE note IS NOT NULL'))
            if notes != self._notes:
                self.fail("the user's notes are not what they were")
            if last:
                for difference in differences(connection):
                    self.fail(difference)
                self.outcome.rows = connection.execute('SELECT count(*) FROM "transaction"').fetchone()[0]

    def _compare(self, connection: sqlite3.Connection) -> None:
        bank = Counter(
            (
                row["account_id"],
                -row["amount_minor"],
                row["authorized_date"] or row["date"],
                "PENDING" if row["pending"] else "POSTED",
            )
            for row in self._bank.world()["transactions"]
        )
        ledger = Counter(
            connection.execute(
                'SELECT s.source_account_id, t.amount, t.transacted_on, t.state FROM "transaction" t '
                "JOIN source_account s ON s.account_id = t.account_id WHERE t.state <> 'REMOVED'"
            )
        )
        if bank != ledger:
            self.fail(
                f"lost {[*(bank - ledger).elements()][:3]}, too many {[*(ledger - bank).elements()][:3]}"
            )

    def _check_proofs(self, connection: sqlite3.Connection, *, last: bool) -> None:
        newest = connection.execute(
            "SELECT a.mask, a.type, p.verdict, p.drift FROM proof p JOIN account a ON a.id = p.account_id "
            "WHERE p.id IN (SELECT max(id) FROM proof GROUP BY account_id)"
        ).fetchall()
        drifted = self._world_accounts()[0]["mask"] if self._drift else None
        for mask, kind, verdict, drift in newest:
            if verdict == "DRIFT" and (mask != drifted or abs(drift) != self._drift):
                self.fail(f"a drift of {drift} on {mask} that nobody planted")
            if last and kind != "loan" and verdict != ("DRIFT" if mask == drifted else "PROVED"):
                self.fail(f"{mask} ends {verdict}")
            self.outcome.proved += last and verdict == "PROVED"
            self.outcome.drifts += last and verdict == "DRIFT"

    def _world_accounts(self) -> list[dict[str, str]]:
        world = self._bank.world(transactions=False)
        (bank,) = (one for one in world["institutions"] if one["institution_id"] == INSTITUTION)
        accounts: list[dict[str, str]] = bank["accounts"]
        return [one for one in accounts if one["type"] == "depository"]
