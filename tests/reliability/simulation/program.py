"""One running program: the real core over a real file, on virtual time, which may be killed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta, tzinfo
from pathlib import Path
from random import Random
from typing import Any

from budgetsync.core import Core
from budgetsync.domain.errors import VaultLocked
from budgetsync.domain.ports import Relay
from budgetsync.providers.plaid import client
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.store.payloads import pack
from budgetsync.vault.memory_vault import MemoryVault
from tests.reliability.crash import Killed
from tests.reliability.simulation.clock import SimulatedClock
from tests.reliability.simulation.computer import (
    Ears,
    FolderLock,
    SimulatedOwnership,
    SimulatedSurroundings,
)
from tests.reliability.simulation.disk import Disk, SimulatedDatabase
from tests.reliability.simulation.faults import Faults, Kind
from tests.reliability.simulation.loop import Crew, start_as
from tests.reliability.simulation.wire import Wire


class Keyring(MemoryVault):
    """A place for secrets that outlives programs, and that may not open.

    Attributes:
        locked: Whether it does not open.
    """

    def __init__(self, faults: Faults) -> None:
        super().__init__()
        self.locked = False
        self._faults = faults

    def load(self, name: str) -> str:
        """Read a secret, if it opens."""
        if self.locked:
            self._faults.fired[Kind.VAULT_LOCKED] += 1
            message = "The keyring did not open."
            raise VaultLocked(message)
        return super().load(name)


@dataclass(frozen=True, slots=True)
class Computer:
    """What programs find on their computer."""

    lock: FolderLock
    surroundings: SimulatedSurroundings
    ears: Ears
    zone: tzinfo
    interval: float


class Program:
    """A process.

    Attributes:
        core: What it consists of.
        disk: Its connections to the ledger.
        is_up: Whether it runs: it was started and has neither been stopped nor killed.
    """

    def __init__(
        self,
        path: Path,
        wire: Wire,
        vault: Keyring,
        clock: SimulatedClock,
        *,
        faults: Faults,
        page_size: int,
        computer: Computer,
        rng: Random,
        on_death: Callable[[Program], None],
        make_relay: Callable[[str], Relay] | None = None,
    ) -> None:
        """Put it together.

        Args:
            make_relay: Makes the client of a relay whose keys have a name in the vault; None where there is none.

        Raises:
            StoreError: The ledger cannot be opened.
        """
        self._ownership = SimulatedOwnership(computer.lock)
        owns_engine = self._ownership.claim()
        self.disk = Disk(path, faults, lambda: on_death(self))
        try:
            database = SimulatedDatabase(self.disk)
        except BaseException:
            self._ownership.release()
            raise
        provider = PlaidProvider(
            "http://bank",
            DEMO_CLIENT_ID,
            DEMO_SECRET,
            pack,
            page_size=page_size,
            wire=client.Wire(wire, wire.monotonic),
            beside=wire.beside,
            monotonic=clock.monotonic,
        )
        self.core = Core(
            database,
            {"plaid": provider},
            vault,
            clock,
            owns_engine=owns_engine,
            ownership=self._ownership,
            surroundings=computer.surroundings,
            zone=computer.zone,
            random=rng,
            # Nothing comes from elsewhere that is not told to it.
            poll=1_000 * computer.interval,
            look_every=1_000 * computer.interval,
            interval=timedelta(seconds=computer.interval),
            notifier=computer.ears,
            relay=make_relay(f"relay/{database.id}/sandbox") if make_relay else None,
        )
        self.core.scheduler.tick = 100 * computer.interval  # jumps of the clocks are told to it here
        self.is_up = False
        self._crew = Crew()

    async def start(self) -> None:
        """Start it."""
        self.is_up = True
        await self._live_through(self.core.start(background=True))

    async def stop(self) -> None:
        """Close it in an orderly way."""
        self.is_up = False
        await self._live_through(self.core.stop())
        self._ownership.release()

    async def _live_through(self, step: Coroutine[Any, Any, None]) -> None:
        """Wait for a step of it.

        Raises:
            Killed: It was killed meanwhile, which is no cancellation of whoever waits.
        """
        try:
            await start_as(self._crew, step)
        except asyncio.CancelledError:
            if self.disk.dead:
                raise Killed from None
            raise

    async def kill(self) -> None:
        """End it at once: nothing of it runs or writes any more."""
        self.is_up = False
        self.disk.dead = True
        await self._crew.perish()
        self._ownership.release()
        self.disk.die()
