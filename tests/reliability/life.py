"""One history: sixty days of a bank, a ledger that follows it, a user who edits, and everything that goes wrong."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from budgetsync.core import Core
from budgetsync.domain.errors import (
    Offline,
    PaginationMutated,
    ProviderError,
    ProviderUnavailable,
    RateLimited,
)
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.sync import SyncRunState
from budgetsync.store.database import FILE_NAME
from budgetsync.vault.memory_vault import MemoryVault
from tests.reliability.crash import Killed, Moment, MortalDatabase
from tests.reliability.judge import Judge
from tests.reliability.person import Person
from tests.reliability.script import Script, open_bank
from tests.reliability.stream import INSTITUTION, Stream

DAYS = 60


@dataclass(slots=True)
class Outcome:
    """What a history came to.

    Attributes:
        faults: What went wrong on purpose: failed syncs, crashes, relinks.
        failures: What the judge found, empty when all is well.
    """

    seed: int
    syncs: int = 0
    failed: int = 0
    crashes: int = 0
    relinks: int = 0
    edits: int = 0
    undone: int = 0
    offered: int = 0
    rows: int = 0
    proved: int = 0
    drifts: int = 0
    failures: list[str] = field(default_factory=list)


class HandClock:
    """The program's clock, a little behind the bank's, and never twice the same."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._calls = 0

    def now(self) -> datetime:
        """The time."""
        self._calls += 1
        return self._stream.bank.now + timedelta(milliseconds=self._calls)

    def monotonic(self) -> float:
        """Seconds; nothing here compares the two clocks."""
        return self.now().timestamp()


class Life:
    """Lives one history through."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.rng = Random(seed)  # noqa: S311 - a history that can be lived again
        self.outcome = Outcome(seed)
        self._path = folder / FILE_NAME
        bank = open_bank(self.rng)
        self._script = Script(bank, self.rng)
        self._script.fill_history()
        self._stream = Stream(bank, self.rng)
        self._clock = HandClock(self._stream)
        self._vault = MemoryVault()
        self._database: MortalDatabase | None = None
        self._core: Core | None = None
        self._item = ItemId(0)
        self.judge = Judge(self._path, bank, self._stream)
        self._person = Person(self.rng, self.judge)
        rng = self.rng
        self._drift_days = sorted(rng.sample(range(22, 50), rng.choice([0, 0, 1, 2])))
        self._relink_days = sorted(rng.sample(range(12, 50), rng.choice([0, 1, 1, 2])))
        self._mass_days = sorted(rng.sample(range(8, 52), rng.choice([0, 1, 1, 2])))

    @property
    def core(self) -> Core:
        """The program that runs now."""
        assert self._core is not None
        return self._core

    def fail(self, reason: str) -> None:
        """Write down what is wrong."""
        self.judge.fail(reason)

    async def live(self) -> Outcome:
        """Live it.

        Returns:
            What it came to; a first failure ends it.
        """
        asyncio.get_running_loop().set_exception_handler(_let_the_dead_rest)
        try:
            await self._start()
            self._item = await self.core.connect_sandbox(INSTITUTION.id)
            for day in range(DAYS):
                await self._live_day(day)
                if self.judge.failures:
                    break
            else:
                await self._end()
        finally:
            await self.core.stop()
            self.judge.close()
        outcome, judge = self.outcome, self.judge
        outcome.failures = judge.failures
        outcome.edits, outcome.undone, outcome.offered = (
            self._person.edits,
            self._person.undone,
            judge.offered,
        )
        outcome.proved, outcome.drifts, outcome.rows = judge.proved, judge.drifts, judge.rows
        return outcome

    async def _live_day(self, day: int) -> None:
        rng = self.rng
        if day in self._drift_days and self.judge.all_anchored():
            self._script.plant_drift()
        if day in self._mass_days:
            self._script.mass_removal()
        if day in self._relink_days:
            await self._relink()
        for _ in range(rng.choice([1, 1, 2])):
            self._script.tick(12 if rng.random() < 0.5 else 24)
            if rng.random() < 0.5:
                await self._person.edit(self.core)
            if rng.random() < 0.6:
                await self._sync(trouble=True)
                if rng.random() < 0.1:
                    await self._sync(trouble=True)

    async def _end(self) -> None:
        self._script.calm_down()
        for _ in range(14):
            self._script.tick(24)
            await self._sync(trouble=False)
        self.judge.judge_end(self._item)

    async def _sync(self, *, trouble: bool) -> None:
        if self.judge.failures:
            return
        stream, judge, database = self._stream, self.judge, self._database
        assert database is not None
        stream.faults, stream.between, stream.late = [], None, timedelta(0)
        if trouble:
            self._make_trouble(database)
        before = judge.fingerprint(self._item)
        edits = self._person.edits
        state = await self._run_once(database)
        self.outcome.syncs += 1
        if state is SyncRunState.SUCCEEDED:
            judge.judge(self._item)
            if trouble and self.rng.random() < 0.1 and not judge.failures:
                await self._person.doubt(self.core, judge.last_run(self._item))
                judge.judge(self._item)
        else:
            self.outcome.failed += 1
            if edits == self._person.edits and judge.fingerprint(self._item) != before:
                judge.fail("a sync that failed changed the ledger")

    async def _run_once(self, database: MortalDatabase) -> SyncRunState:
        """Ask for a sync and wait for its end; a program that died is started again, and syncs by itself."""
        await self.core.request_sync(self._item)
        done = asyncio.create_task(self.core.wait_until_done([self._item]))
        dead = asyncio.create_task(database.dead.wait())
        await asyncio.wait({done, dead}, return_when=asyncio.FIRST_COMPLETED)
        dead.cancel()
        if not database.dead.is_set():
            run = (await done).get(self._item)
            if run is None or run.state is not SyncRunState.SUCCEEDED:
                await self.core.cancel_sync(self._item)  # the history says when it is tried again
            return run.state if run else SyncRunState.FAILED
        done.cancel()
        await asyncio.gather(done, return_exceptions=True)
        self.outcome.crashes += 1
        await self.core.stop()
        self._stream.faults, self._stream.between = [], None
        await self._start()
        runs = await self.core.wait_until_done([self._item])
        return runs[self._item].state

    async def _start(self) -> None:
        self._database = MortalDatabase(self._path)
        # Its clock stands still while the loop waits, so calls are not counted.
        self._core = Core(self._database, {"plaid": self._stream}, self._vault, self._clock, limits={})
        await self._core.start()

    def _make_trouble(self, database: MortalDatabase) -> None:
        rng, stream = self.rng, self._stream
        kind = rng.random()
        if kind < 0.12:
            fault: ProviderError = rng.choice(
                [
                    ProviderUnavailable("down", provider_code="INSTITUTION_DOWN"),
                    ProviderUnavailable("cut off in the middle"),
                    RateLimited("slowly", retry_after=0.001),
                    Offline("no network"),
                ]
            )
            stream.faults = [None] * rng.choice([0, 0, 1, 2]) + [fault]
        elif kind < 0.16:
            stream.faults = [None, PaginationMutated("news"), None, PaginationMutated("news")]
        elif kind < 0.22:
            database.arm(rng.choice(list(Moment)), rng.choice([1, 3, 10, 40]))
        elif kind < 0.32:
            stream.between = self._edit_meanwhile
        elif kind < 0.40:
            stream.between = self._move_meanwhile
        elif kind < 0.45:
            stream.late = timedelta(hours=rng.choice([30, 60]))

    async def _edit_meanwhile(self) -> None:
        await self._person.edit(self.core)

    async def _move_meanwhile(self) -> None:
        self._stream.between = None
        self._script.tick(1)

    async def _is_gone(self) -> bool:
        overview = await self.core.overview()
        return any(
            one.item.id == self._item and one.item.status is ItemStatus.DISCONNECTED for one in overview.items
        )

    async def _relink(self) -> None:
        """The bank forgets the connection; the user makes it anew, and everything has other ids."""
        self._stream.login.gone = True
        await self._sync(trouble=False)
        while (
            not self.judge.failures and not await self._is_gone()
        ):  # what the provider asked for before is waited for first
            self._script.tick(1)
            await self._sync(trouble=False)
        if self.rng.random() < 0.5:
            self._script.tick(24)
        self._item = await self.core.connect_sandbox(INSTITUTION.id)
        self.judge.relinked()
        self.outcome.relinks += 1


def _let_the_dead_rest(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    if not isinstance(context.get("exception"), Killed):
        loop.default_exception_handler(context)
