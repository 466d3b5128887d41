"""A provider that says what it was told to, a clock set by hand, and an engine without a core."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from budgetsync.domain.errors import ProviderError
from budgetsync.domain.events import RunFinished
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Connection, Institution, ItemStanding
from budgetsync.domain.ports import Webhooks
from budgetsync.domain.quota import Limits
from budgetsync.domain.sync import SyncPage, Trigger
from budgetsync.store import items, queue
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.raw import connection_of
from budgetsync.sync.bus import Bus
from budgetsync.sync.calls import Calls
from budgetsync.sync.engine import Engine, secret_name
from budgetsync.sync.worker import Worker
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
Answer = SyncPage | ProviderError | Exception


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = NOW
        self.ticks = 1000.0

    def now(self) -> datetime:
        """The time that was set."""
        return self.at

    def monotonic(self) -> float:
        """Seconds that were let pass."""
        return self.ticks

    def advance(self, seconds: float) -> None:
        """Let time pass, by both clocks."""
        self.at += timedelta(seconds=seconds)
        self.ticks += seconds


class Uncounted:
    """Calls that nobody counts.

    Attributes:
        waits: How long the provider was left alone.
        possible: What is said about a call that need not be made.
    """

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.possible = True

    def is_possible(self, endpoint: str) -> bool:
        """What was set."""
        assert endpoint
        return self.possible

    def call(self, endpoint: str) -> AbstractAsyncContextManager[None]:
        """At once."""
        assert endpoint
        return nullcontext()

    async def hold(self, seconds: float) -> None:
        """Write it down."""
        self.waits.append(seconds)


class ScriptedProvider:
    """Gives each call its next answer; what is an error is raised.

    Attributes:
        cursors: The cursors that pages were asked for.
        as_of: What /item/get says, or raises.
        error: What it says is wrong, though rows are given.
        gate: Where it is set, calls wait for it.
        webhooks: Who verifies its webhooks; a test may put one here.
        webhook: Where the connection that was made tells news to.
    """

    links = None
    webhooks: Webhooks | None = None

    def __init__(self, *answers: Answer) -> None:
        self._answers = list(answers)
        self.cursors: list[str] = []
        self.as_of: datetime | ProviderError | None = None
        self.error: ProviderError | None = None
        self.gate: asyncio.Event | None = None
        self.webhook = ""

    async def fetch_page(self, access_token: str, cursor: str) -> SyncPage:
        """Give the next answer."""
        assert access_token == "access-token"
        self.cursors.append(cursor)
        if self.gate is not None:
            await self.gate.wait()
        answer = self._answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def fetch_standing(self, access_token: str) -> ItemStanding:
        """Give what was set."""
        assert access_token
        if isinstance(self.as_of, ProviderError):
            raise self.as_of
        return ItemStanding(as_of=self.as_of, error=self.error)

    def read_row(self, raw: bytes) -> SyncPage:
        """Nothing is kept aside here."""
        raise AssertionError(raw)

    def show_row(self, raw: bytes) -> str:
        """Nothing is kept aside here."""
        raise AssertionError(raw)

    async def connect_sandbox(self, institution_id: str, webhook: str = "") -> Connection:
        """Hand out the same connection."""
        self.webhook = webhook
        return Connection("item-1", Institution(institution_id, "Bank"), "access-token")

    def close(self) -> None:
        """Nothing to let go of."""


class WatchedWorker(Worker):
    """A worker that says when it has looked at everything and waits."""

    def watch(self) -> None:
        """Begin to watch; on the loop."""
        self.waits = asyncio.Event()

    async def _wait(self, seconds: float) -> None:
        if hasattr(self, "waits") and not self._tasks and not self._wake.is_set():
            self.waits.set()
        await super()._wait(seconds)

    async def until_idle(self) -> None:
        """Have the queue looked at, and wait until nothing runs nor is due."""
        self.watch()
        self.wake()
        async with asyncio.timeout(20):
            await self.waits.wait()


class Machine:
    """Database, engine and worker around a provider."""

    def __init__(
        self, folder: Path, provider: ScriptedProvider, connections: int = 1, limits: Limits | None = None
    ) -> None:
        self.provider = provider
        self.database = Database(lay(folder / FILE_NAME), "demo")
        self.bus = Bus()
        self.vault = MemoryVault()
        self.clock = HandClock()
        self.pauses: list[float] = []
        self._limits = limits or {}
        self.restart()
        self.items = [self._connect(f"item-{number + 1}") for number in range(connections)]

    def restart(self) -> None:
        """Have engine and worker anew, which know what the file says and nothing else."""
        random = Random(1)  # noqa: S311 - the same in every run
        self.calls = Calls(self.database, self.clock, self._limits, self._pass)
        self.engine = Engine(
            self.database, {"plaid": self.provider}, self.vault, self.clock, self.bus, self.calls, random
        )
        self.worker = WatchedWorker(self.database, self.engine, self.calls, self.clock, self.bus, random)

    async def _pass(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.clock.advance(seconds)

    def _connect(self, name: str) -> ItemId:
        self.vault.save(secret_name(self.database, "plaid", name), "access-token")
        connection = Connection(name, Institution(f"ins_{name}", name), "access-token")
        return self.database.run_now(lambda db: items.save_connection(db, "plaid", connection, NOW))

    def request(self, *chosen: ItemId, trigger: Trigger = Trigger.USER) -> None:
        """Queue syncs; of every connection unless some are named."""
        for item in chosen or self.items:
            now = self.clock.now()
            self.database.run_now(lambda db, item=item, now=now: queue.request(db, item, trigger, now))  # type: ignore[misc]

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """Look into the file."""
        return self.database.run_now(lambda db: connection_of(db).execute(sql).fetchall())

    async def until(self, condition: Callable[[], bool]) -> None:
        """Let the loop run until something is so; each event on the bus is a chance."""
        came = asyncio.Event()
        end = self.bus.subscribe(lambda _event: came.set())
        try:
            async with asyncio.timeout(20):
                while not condition():
                    came.clear()
                    await came.wait()
        finally:
            end()


MakeMachine = Callable[..., Machine]
"""Makes a machine whose bank gives some answers; see the fixture `make`."""


def work(machine: Machine, scene: Callable[[list[RunFinished]], Awaitable[None]]) -> list[RunFinished]:
    """Run a scene beside the worker; returns how runs ended."""
    ended: list[RunFinished] = []
    machine.bus.subscribe(lambda event: ended.append(event) if isinstance(event, RunFinished) else None)

    async def run() -> None:
        working = asyncio.create_task(machine.worker.work())
        try:
            await scene(ended)
        finally:
            working.cancel()
            with suppress(asyncio.CancelledError):
                await working

    asyncio.run(run())
    return ended
