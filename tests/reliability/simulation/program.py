"""One running program: the real core over a real file, on virtual time, which may be killed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from budgetsync.core import Core
from budgetsync.domain.errors import VaultLocked
from budgetsync.providers.plaid import client
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.vault.memory_vault import MemoryVault
from tests.reliability.simulation.clock import SimulatedClock
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
        owns_engine: bool,
        on_death: Callable[[Program], None],
    ) -> None:
        """Put it together.

        Raises:
            StoreError: The ledger cannot be opened.
        """
        self.disk = Disk(path, faults, lambda: on_death(self))
        database = SimulatedDatabase(self.disk)
        provider = PlaidProvider(
            "http://bank",
            DEMO_CLIENT_ID,
            DEMO_SECRET,
            database.packer.pack_all,
            page_size=page_size,
            wire=client.Wire(wire, wire.monotonic),
            beside=wire.beside,
        )
        self.core = Core(database, {"plaid": provider}, vault, clock, owns_engine=owns_engine)
        self.is_up = False
        self._crew = Crew()

    async def start(self) -> None:
        """Start it."""
        self.is_up = True
        await start_as(self._crew, self.core.start())

    async def stop(self) -> None:
        """Close it in an orderly way."""
        self.is_up = False
        await start_as(self._crew, self.core.stop())

    async def kill(self) -> None:
        """End it at once: nothing of it runs or writes any more."""
        self.is_up = False
        self.disk.dead = True
        await self._crew.perish()
        self.disk.die()
