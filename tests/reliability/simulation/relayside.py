"""The relay: the real one, on its own computer, whose process dies, comes back, and is rolled back to an old copy."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from budgetsync.relay.server.app import Relay
from budgetsync.relay.server.guard import Rates
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.options import Options
from budgetsync.relay.server.records import Limits
from tests.reliability.crash import Killed
from tests.reliability.simulation.clock import World
from tests.reliability.simulation.faults import RELAY_DEATHS, Faults, Kind
from tests.reliability.simulation.loop import CREW, Crew, pass_time, start_as
from tests.reliability.simulation.net import Host

T = TypeVar("T")
Spawn = Callable[[Coroutine[Any, Any, None]], object]
HOST = "127.0.0.1"
URL = f"http://{HOST}:8787"
MARKER = ".taken"


class RelaySide:
    """A relay on a computer that is always right about the time.

    Attributes:
        host: Where it is reached.
        deaths: How often its process died.
        rolled_back: How often it came back with an older copy of its database.
    """

    def __init__(
        self, folder: Path, world: World, faults: Faults, rng: Random, limits: Limits, spawn: Spawn
    ) -> None:
        """Prepare; nothing runs yet.

        Args:
            spawn: Starts what belongs to no process.
        """
        self.host = Host()
        self.deaths = 0
        self.rolled_back = 0
        self._path = folder / "relay.sqlite"
        self._copy = folder / "relay-copy.sqlite"
        self._world = world
        self._faults = faults
        self._rng = rng
        self._limits = limits
        self._spawn = spawn
        self._room: Mailroom | None = None
        self._relay: Relay | None = None

    @property
    def is_up(self) -> bool:
        """Whether it runs."""
        return self._relay is not None

    def start(self) -> None:
        """Start its process."""
        if self._relay is not None:
            return
        self._room = Mailroom(
            f"sqlite:///{self._path}",
            clock=self._now,
            randomness=self._rng.randbytes,
            limits=self._limits,
            beside=self._beside,
        )
        self._relay = Relay(
            self._room,
            Options(URL, is_open=True, rates=Rates()),
            clock=self._now,
            monotonic=lambda: self._world.seconds,
            randomness=self._rng.randbytes,
        )
        self.host.crew = Crew()
        self.host.app = self._relay.app
        start_as(self.host.crew, self._relay.run())

    async def kill(self) -> None:
        """End its process at once."""
        room, self._room, self._relay = self._room, None, None
        if room is None:
            return
        self.deaths += 1
        self.host.drop()
        await self.host.crew.perish()
        room._database.close()
        room._reading.close()
        if room._marker is not None:
            room._marker.close()

    async def stop(self) -> None:
        """End it in an orderly way."""
        relay, room = self._relay, self._room
        if relay is None or room is None:
            return
        relay.stop()
        await pass_time(0.5)
        self._relay = self._room = None
        self.host.drop()
        await room.close()
        await self.host.crew.perish()

    def back_up(self) -> None:
        """Make a copy of its database, as an operator does every night."""
        with closing(sqlite3.connect(self._path)) as old, closing(sqlite3.connect(self._copy)) as new:
            old.backup(new)

    async def roll_back(self) -> None:
        """Come back with the copy; the file beside the database comes back with it, or stays, or is gone."""
        await self.kill()
        for suffix in ("-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        shutil.copy(self._copy, self._path)
        if self._rng.random() < 0.5:
            self._path.with_name(self._path.name + MARKER).unlink(missing_ok=True)
        self.rolled_back += 1

    def _now(self) -> float:
        return self._world.true_now().timestamp()

    async def _beside(self, work: Callable[[], T], /) -> T:
        """Run what blocks: at one instant, a moment after it was asked for and a moment before it is known."""
        crew = CREW.get()
        await pass_time(self._rng.choice((0.0, 0.002, 0.02)))
        if crew is not None and crew.dead:
            raise Killed
        doom = self._doom(work)
        if doom is Kind.RELAY_KILLED_EARLY:
            await pass_time(0.5)  # a slow disk: who answers too early has answered by now
            self._die()
            raise Killed
        result = work()
        if doom is Kind.RELAY_KILLED_LATE:
            self._die()
            raise Killed
        await pass_time(self._rng.choice((0.0, 0.002, 0.02)))
        return result

    def _doom(self, work: Callable[[], Any]) -> Kind | None:
        if not self._faults.armed or "GroupCommit._do" not in getattr(work, "__qualname__", ""):
            return None
        jobs = work.__closure__ or ()
        if not any(_holds_post(cell.cell_contents) for cell in jobs):
            return None
        return self._faults.strike(RELAY_DEATHS, 0)

    def _die(self) -> None:
        self.host.drop()
        self._spawn(self._come_back())

    async def _come_back(self) -> None:
        await self.kill()
        await pass_time(self._rng.choice((1, 60, 1_800)))
        self.start()


def _holds_post(told: object) -> bool:
    return isinstance(told, list) and any(type(one).__name__ == "Post" for one in told)
