"""The ledger's real file, read and written on the loop itself, by a program that may die at any step."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from peewee import SqliteDatabase

from budgetsync.domain.errors import StoreBusy, StoreError, StoreFull
from budgetsync.store.database import Database
from budgetsync.store.raw import connection_of
from budgetsync.store.threads import Connect, Lane, Tidy
from tests.reliability.crash import Killed, breaking_off
from tests.reliability.simulation.faults import DEATHS, Faults, Kind
from tests.reliability.simulation.loop import VirtualLoop

T = TypeVar("T")
_NO_LIMIT = 1_073_741_823


class Disk:
    """What a program's connections share: its death, a full disk, another program's lock.

    Attributes:
        dead: Nothing is read or written any more.
        on_death: Called at once when a doom strikes.
    """

    def __init__(self, path: Path, faults: Faults, on_death: Callable[[], None]) -> None:
        self.path = path
        self.dead = False
        self.faults = faults
        self.on_death = on_death
        self._connections: list[SqliteDatabase] = []
        self._writer: SqliteDatabase | None = None

    def open_lane(self, name: str, connect: Connect, tidy: Tidy | None = None, /) -> Lane:
        """Open a lane without a thread."""
        db = connect()
        # Another program's lock is met at once: here nobody can let go of it while this one waits.
        connection_of(db).execute("PRAGMA busy_timeout = 0")
        self._connections.append(db)
        if name == "ledger-writer":
            self._writer = db
        return InlineLane(db, self, tidy)

    def fill(self) -> None:
        """Let the disk be full: the file cannot grow."""
        if self._writer is not None:
            connection = connection_of(self._writer)
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")

    def make_room(self) -> None:
        """Let the file grow again."""
        if self._writer is not None:
            connection_of(self._writer).execute(f"PRAGMA max_page_count = {_NO_LIMIT}")

    def die(self) -> None:
        """Be gone: what was not committed is rolled back; the file is left without the tidying of a close."""
        self.dead = True
        for db in self._connections:
            connection = connection_of(db)
            if connection.in_transaction:
                connection.rollback()

    def bury(self) -> None:
        """Let go of the file handles of the dead."""
        for db in self._connections:
            db.close()

    def doom_of(self, step: object) -> Kind | None:
        """Tell whether the program dies of this write: mostly of one that applies a batch."""
        faults = self.faults
        if not faults.armed:
            return None
        is_apply = "Engine._apply" in getattr(step, "__qualname__", "")
        if faults.rng.random() > (0.5 if is_apply else 0.05):
            return None
        return faults.strike(DEATHS, 0)


class InlineLane(Lane):
    """Runs functions on the loop, one after the other, each a drawn moment after it was asked for."""

    def __init__(self, db: SqliteDatabase, disk: Disk, tidy: Tidy | None) -> None:
        self._db = db
        self._tidied = tidy
        self._disk = disk
        self._waiting: list[tuple[bool, int, Callable[[SqliteDatabase], Any], asyncio.Future[Any]]] = []
        self._numbers = itertools.count()
        self._is_due = False
        self._is_open = True

    def run(self, step: Callable[[SqliteDatabase], T], *, urgent: bool = False) -> Future[T]:
        """Run a function at once: before there is a loop, nothing else is waiting."""
        _ = urgent
        future: Future[T] = Future()
        try:
            future.set_result(step(self._db))
        except BaseException as error:  # noqa: BLE001 - it is whoever waits who has to know
            future.set_exception(error)
        return future

    async def wait(self, step: Callable[[SqliteDatabase], T], *, urgent: bool) -> T:
        """Run a function when its turn comes."""
        if self._disk.dead:
            raise Killed
        if not self._is_open:
            message = "the database is closed"
            raise RuntimeError(message)
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (not urgent, next(self._numbers), step, future))
        self._wake()
        return await future

    def close(self) -> None:
        """Finish what is queued and close the connection."""
        while self._waiting:
            self._step()
        if self._is_open and not self._disk.dead:
            self._db.close()
        self._is_open = False

    def _wake(self) -> None:
        if not self._is_due and self._waiting:
            self._is_due = True
            loop = asyncio.get_running_loop()
            assert isinstance(loop, VirtualLoop)
            loop.call_later(loop.moment(), self._turn)

    def _turn(self) -> None:
        self._is_due = False
        if self._waiting:
            self._step()
        self._wake()

    def _step(self) -> None:
        _, _, step, future = heapq.heappop(self._waiting)
        if future.cancelled():
            return
        if self._disk.dead:
            future.set_exception(Killed())
            return
        try:
            result = step(self._db)
        except BaseException as error:  # noqa: BLE001 - it is whoever waits who has to know
            future.set_exception(error)
        else:
            future.set_result(result)
        if self._tidied is not None:
            self._tidied(self._db, bool(self._waiting))


class SimulatedDatabase(Database):
    """A ledger whose program may die before, inside and after a commit."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        super().__init__(disk.path, "sandbox", lane=disk.open_lane)

    async def run(self, step: Callable[[SqliteDatabase], T], *, urgent: bool = False) -> T:
        """Run a step, or die of it."""
        disk = self._disk
        if disk.dead:
            raise Killed
        doom = disk.doom_of(step)
        try:
            if doom is None:
                return await super().run(step, urgent=urgent)
            if doom is Kind.KILLED_BEFORE_APPLY:
                self._end()
            await super().run(lambda db: self._run_mortally(db, step, doom), urgent=urgent)
        except StoreError as error:
            if doom is not None:  # nothing was committed: it dies another time
                disk.faults.fired[doom] -= 1
                disk.faults.arm(doom)
            for kind, fault in ((StoreFull, Kind.FULL), (StoreBusy, Kind.BUSY)):
                disk.faults.fired[fault] += isinstance(error, kind)
            raise
        return self._end()

    def _run_mortally(self, db: SqliteDatabase, step: Callable[[SqliteDatabase], T], doom: Kind) -> T:
        if doom is Kind.KILLED_AFTER_COMMIT:
            return step(db)
        after = self._disk.faults.rng.choice([1, 3, 10, 40]) if doom is Kind.KILLED_INSIDE else None
        try:
            with breaking_off(db, after):
                step(db)
        finally:
            self._end()
        raise AssertionError

    def _end(self) -> NoReturn:
        self._disk.dead = True
        self._disk.on_death()
        raise Killed


class Lock:
    """Another program that has the ledger open and writes."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, timeout=0, isolation_level=None)
        self._connection.execute("BEGIN IMMEDIATE")

    def release(self) -> None:
        """Write nothing after all."""
        with closing(self._connection):
            self._connection.execute("ROLLBACK")
