"""The stage of one simulation: bank, computer, user, and the program that runs now, if one does."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextvars import Context
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from budgetsync.core import Core
from budgetsync.domain.errors import ProviderError, StoreError, UsageError, VaultError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.sync import Trigger
from budgetsync.store.database import FILE_NAME
from tests.reliability.crash import Killed
from tests.reliability.simulation.bankside import INSTITUTIONS, BankSide
from tests.reliability.simulation.clock import SimulatedClock, World
from tests.reliability.simulation.computer import Ears, FolderLock, SimulatedSurroundings
from tests.reliability.simulation.disk import Lock
from tests.reliability.simulation.faults import Faults, Kind
from tests.reliability.simulation.loop import pass_time
from tests.reliability.simulation.program import Computer, Keyring, Program
from tests.reliability.simulation.realtime import RealTimeScene
from tests.reliability.simulation.truth import Truth
from tests.reliability.simulation.user import User
from tests.reliability.simulation.wire import Wire

_BERLIN, _NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
_DAYS = (
    (date(2026, 6, 15), _BERLIN),
    (date(2026, 2, 19), ZoneInfo("Asia/Tokyo")),
    (date(2026, 12, 21), _NEW_YORK),
)
_CHANGES = (
    (date(2026, 3, 28), _BERLIN, datetime(2026, 3, 29, 1, tzinfo=UTC)),
    (date(2026, 10, 24), _BERLIN, datetime(2026, 10, 25, 1, tzinfo=UTC)),
    (date(2026, 3, 7), _NEW_YORK, datetime(2026, 3, 8, 7, tzinfo=UTC)),
)
"""Saturdays, and when daylight saving begins or ends after their noon."""
HOUR = 3600.0


class Stage:
    """Holds what outlives a program, and starts and ends programs.

    Attributes:
        program: What runs now; None between two programs.
        interval: Seconds between two runs by the timer.
        settings_of_clock: How often the clock was set, or stood still.
        page_size: Rows that a page has at most.
        calm: Whether nothing goes wrong any more.
        scene: Relay and webhooks, where there are any.
    """

    def __init__(
        self, rng: Random, seed: int, folder: Path, faults: Faults, interval: float, *, relay: bool = False
    ) -> None:
        self.rng = rng
        self.faults = faults
        self.interval = interval
        self.path = folder / FILE_NAME
        self.change: datetime | None = None
        if Kind.DST in faults.kinds:
            first_day, zone, self.change = rng.choice(_CHANGES)
        else:
            first_day, zone = rng.choice(_DAYS)
        self.world = World(first_day)
        self.side = BankSide(seed, first_day, self.world, rng)
        self.truth = Truth(self.path, self.side)
        self.user = User(rng, self.truth)
        self.vault = Keyring(faults)
        self.wire = Wire(self.side, faults, rng)
        self.wire.on_page = self._meddle
        self.clock = SimulatedClock(self.world)
        self.ears = Ears(self.truth.solved)
        self.surroundings = SimulatedSurroundings(tells=rng.random() < 0.5)
        self.folder_lock = FolderLock()
        self._computer = Computer(self.folder_lock, self.surroundings, self.ears, zone, interval)
        self.program: Program | None = None
        self.guest: Program | None = None
        self.lock: Lock | None = None
        self.is_full = False
        self.calm = False
        self.deaths = 0
        self.settings_of_clock = 0
        self.page_size = rng.choice([4, 20, 60, 60, 500, 500])
        self._graves: list[Program] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self.scene = RealTimeScene(self, rng) if relay else None

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
                except StoreError:  # a process that cannot start ends, and leaves its locks
                    failed, self.program = self.program, None
                    await self._bury(failed)
                except Killed:
                    self.program = None
            if self.program is None:
                await pass_time(600)

    async def _bury(self, program: Program | None) -> None:
        if program is not None:
            if self.scene is not None:
                self.scene.net.reset()
            await program.kill()
            self._graves.append(program)

    async def _start(self) -> None:
        program = self.make_program()
        self.program = program
        if self.is_full:
            program.disk.fill()
        await program.start()

    def make_program(self) -> Program:
        """Put a program together on the ledger."""
        return Program(
            self.path,
            self.wire,
            self.vault,
            self.clock,
            faults=self.faults,
            page_size=self.page_size,
            computer=self._computer,
            rng=self.rng,
            on_death=self._die,
            make_relay=self.scene.make_client if self.scene is not None else None,
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
                    await pass_time(300)
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
        if program is None:
            return
        self.deaths += 1
        if program is not self.program:
            await self._bury(program)
            return
        self.program = None
        await self._bury(program)
        await pass_time(self.rng.choice([2, 60, HOUR, 5 * HOUR]) if pause is None else pause)
        await self.open()

    async def restart(self) -> None:
        """Close the program in an orderly way, and start it again after a while."""
        program, self.program = self.program, None
        if program is not None:
            try:
                await program.stop()
            except Killed:
                await self._bury(program)
        await pass_time(self.rng.choice([1, HOUR, 9 * HOUR]))
        await self.open()

    async def request(self, trigger: Trigger, item_id: ItemId | None = None) -> None:
        """Ask for a sync, as a click or a timer does; where the ledger does not take it, that is that."""
        core = self.core
        if core is None:
            return
        try:
            if trigger is Trigger.USER:
                self.truth.clicks.append(self.clock.now().timestamp() * 1000)
            await core.request_sync(item_id, trigger)
            if not core.owns_engine:
                self.spawn(self.look_for_guests())
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
        self.calm = True
        for task in [*self._tasks]:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self.lock is not None:
            self.lock.release()
        for program in (self.program, self.guest):
            if program is not None and program.is_up:
                await program.stop()
        for program in self._graves:
            program.disk.bury()
        if self.scene is not None:
            await self.scene.relay.kill()

    async def set_error(self, error: timedelta) -> None:
        """Let the computer's clock be wrong by so much; the program looks at the clocks every few seconds."""
        self.world.error = error
        self.settings_of_clock += 1
        await self.look_at_clocks()

    async def look_at_clocks(self) -> None:
        """Do what the scheduler does by itself every few seconds, which would take too long here."""
        await pass_time(self.rng.uniform(0, 10))
        for program in (self.program, self.guest):
            if program is not None and program.is_up:
                program.core.scheduler.wake()
                program.core._worker.wake()

    async def look_for_guests(self) -> None:
        """Do what the owner of the engine does by itself every second."""
        await pass_time(1)
        for program in (self.program, self.guest):
            if program is not None and program.is_up and program.core.owns_engine:
                program.core._hear_guests()
