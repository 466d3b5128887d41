"""The stage of one simulation: bank, computer, user, and the program that runs now, if one does."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextvars import Context
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from budgetsync.core import Core
from budgetsync.domain.errors import ProviderError, StoreError, UsageError, VaultError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.sync import Trigger
from budgetsync.store.database import FILE_NAME
from tests.reliability.crash import Killed
from tests.reliability.simulation.bankside import INSTITUTIONS, BankSide
from tests.reliability.simulation.clock import SimulatedClock, World
from tests.reliability.simulation.disk import Lock
from tests.reliability.simulation.faults import Faults, Kind
from tests.reliability.simulation.program import Keyring, Program
from tests.reliability.simulation.truth import Truth
from tests.reliability.simulation.user import User
from tests.reliability.simulation.wire import Wire

_DAYS = (date(2026, 3, 20), date(2026, 6, 15), date(2026, 10, 16), date(2026, 2, 19))
HOUR = 3600.0


class Stage:
    """Holds what outlives a program, and starts and ends programs.

    Attributes:
        program: What runs now; None between two programs.
        interval: Seconds between two runs by the timer.
        calm: Whether nothing goes wrong any more.
    """

    def __init__(self, rng: Random, seed: int, folder: Path, faults: Faults, interval: float) -> None:
        self.rng = rng
        self.faults = faults
        self.interval = interval
        self.path = folder / FILE_NAME
        first_day = rng.choice(_DAYS)
        self.world = World(first_day)
        self.side = BankSide(seed, first_day, self.world, rng)
        self.truth = Truth(self.path, self.side)
        self.user = User(rng, self.truth)
        self.vault = Keyring(faults)
        self.wire = Wire(self.side, faults, rng)
        self.wire.on_page = self._meddle
        self.clock = SimulatedClock(self.world)
        self.program: Program | None = None
        self.lock: Lock | None = None
        self.is_full = False
        self.calm = False
        self.deaths = 0
        self._page_size = rng.choice([20, 60, 500])
        self._graves: list[Program] = []
        self._tasks: set[asyncio.Task[None]] = set()

    def spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Start something that belongs to no program; what it raises is a failure."""
        task = asyncio.get_running_loop().create_task(work, context=Context())
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled() or (error := task.exception()) is None or isinstance(error, Killed):
            return
        self.truth.fail(f"{task.get_coro().__name__} raised {error!r}")  # type: ignore[union-attr]

    async def open(self) -> None:
        """Start the program; where the ledger cannot be opened, try again later, as a person would."""
        while self.program is None:
            if self.lock is None:
                try:
                    await self._start()
                except (StoreError, Killed):
                    self.program = None
            if self.program is None:
                await asyncio.sleep(600)

    async def _start(self) -> None:
        program = self.make_program(owns_engine=True)
        self.program = program
        if self.is_full:
            program.disk.fill()
        await program.start()

    def make_program(self, *, owns_engine: bool) -> Program:
        """Put a program together on the ledger."""
        return Program(
            self.path,
            self.wire,
            self.vault,
            self.clock,
            faults=self.faults,
            page_size=self._page_size,
            owns_engine=owns_engine,
            on_death=self._die,
        )

    async def connect(self, number: int) -> None:
        """Connect some banks, with the patience of a person: failures are tried again."""
        for institution in self.rng.sample(INSTITUTIONS, number):
            while True:
                core = self.core
                try:
                    if core is not None:
                        await core.request_sync(await core.connect_sandbox(institution))
                        break
                except (ProviderError, StoreError, VaultError, Killed):
                    await asyncio.sleep(300)
                except UsageError:  # the answer was lost, not the connection
                    break

    @property
    def core(self) -> Core | None:
        """The core that runs now."""
        program = self.program
        return program.core if program is not None and program.is_up else None

    def _die(self, program: Program) -> None:
        self.spawn(self.kill(program))

    async def kill(self, program: Program | None, pause: float | None = None) -> None:
        """End a program at once, and start another one after a while."""
        if program is None or program is not self.program:
            if program is not None:
                await program.kill()
                self._graves.append(program)
            return
        self.deaths += 1
        self.program = None
        await program.kill()
        self._graves.append(program)
        await asyncio.sleep(self.rng.choice([2, 60, HOUR, 5 * HOUR]) if pause is None else pause)
        await self.open()

    async def restart(self) -> None:
        """Close the program in an orderly way, and start it again after a while."""
        program, self.program = self.program, None
        if program is not None:
            try:
                await program.stop()
            except Killed:
                await program.kill()
                self._graves.append(program)
        await asyncio.sleep(self.rng.choice([1, HOUR, 9 * HOUR]))
        await self.open()

    async def request(self, trigger: Trigger, item_id: ItemId | None = None) -> None:
        """Ask for a sync, as a click or a timer does; where the ledger does not take it, that is that."""
        core = self.core
        if core is None:
            return
        try:
            await core.request_sync(item_id, trigger)
        except (StoreError, Killed):
            return

    def _meddle(self, kind: Kind, item: object) -> None:
        _ = item
        core = self.core
        if core is None:
            return
        if kind is Kind.EDIT_MID_RUN:
            self.spawn(self.user.edit(core))
        elif kind is Kind.UNDO_MID_RUN:
            self.spawn(self.user.undo(core))
        else:
            self.spawn(self._cancel(core))

    async def _cancel(self, core: Core) -> None:
        try:
            await core.cancel_sync()
        except StoreError:
            return

    async def close(self) -> None:
        """End everything."""
        for task in [*self._tasks]:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self.lock is not None:
            self.lock.release()
        if self.program is not None:
            await self.program.stop()
        for program in self._graves:
            program.disk.bury()

    def set_error(self, error: timedelta) -> None:
        """Let the computer's clock be wrong by so much."""
        self.world.error = error
