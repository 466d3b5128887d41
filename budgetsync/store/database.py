"""The file, its two connections and their threads.

One writer thread, one transaction for each function that it runs; one reader thread with a read-only
connection that sees the last commit and never waits for the writer (WAL).
"""

import asyncio
import logging
import os
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar
from uuid import uuid4

from peewee import SqliteDatabase

from budgetsync.domain.errors import StoreBusy, StoreError, StoreReadOnly, UsageError
from budgetsync.store.derived import have_sums
from budgetsync.store.faults import told, translate
from budgetsync.store.migrator import Migration, load_migrations, migrate
from budgetsync.store.raw import connection_of
from budgetsync.store.tables import Setting
from budgetsync.store.threads import Lane, OpenLane

_log = logging.getLogger(__name__)
T = TypeVar("T")

FILE_NAME = "ledger.sqlite"
BUSY_TIMEOUT = 5.0  # seconds that a statement waits for another program's lock
_WAL_PAUSE = 0.01  # seconds between two tries to turn a new file to WAL
_WAL_WANTED = 4 * 1024 * 1024  # bytes; a longer WAL is folded into the file when nothing waits
_WAL_BEARABLE = 128 * 1024 * 1024  # bytes; a longer one at once
_STEPS_BETWEEN_LOOKS = 20_000  # of SQLite's machine, about a millisecond
_PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "synchronous": "full",  # what is acknowledged afterwards has to survive a power cut
    "cache_size": -16_000,
    "temp_store": "memory",
    "wal_autocheckpoint": 0,  # `_fold` does it after the commit was told instead of before
    "journal_size_limit": _WAL_WANTED,
}


class Database:
    """One ledger file, open.

    Attributes:
        path: The file.
        id: A random name of this ledger, made with it; entries of the keyring carry it.
        environment: demo, sandbox or production, fixed when the file was made.
    """

    def __init__(
        self,
        path: Path,
        environment: str,
        *,
        migrations: tuple[Migration, ...] | None = None,
        lane: OpenLane = Lane,
    ) -> None:
        """Open a ledger, making or migrating it first.

        Args:
            lane: Where steps run; a simulation brings its own, without threads.

        Raises:
            StoreError: By what is wrong with the file or its folder.
            SchemaTooNew: A newer program wrote it.
            UsageError: The file belongs to another environment.
        """
        self.path = path
        self._wal = path.with_name(f"{path.name}-wal")
        _make_private(path)
        with told():
            self._prepare(migrations or load_migrations())
        self._lane = lane
        self._opened = path.stat()
        self._search_lane: Lane | None = None
        self._write_lane = lane("ledger-writer", lambda: _connect(path, read_only=False), self._fold)
        try:
            self._read_lane = lane("ledger-reader", lambda: _connect(path, read_only=True))
        except BaseException:
            self._write_lane.close()
            raise
        try:
            self.id, self.environment = self._write_lane.run(lambda db: _identity(db, environment)).result()
        except BaseException:
            self.close()
            raise

    def _prepare(self, migrations: tuple[Migration, ...]) -> None:
        connection = sqlite3.connect(self.path, timeout=BUSY_TIMEOUT, isolation_level=None)
        try:
            connection.execute("PRAGMA temp_store = memory")
            migrate(connection, self.path.parent / "backups", migrations)
            _turn_to_wal(connection)
        finally:
            connection.close()

    def _fold(self, db: SqliteDatabase, more_waits: bool) -> None:  # noqa: FBT001 - as Lane calls it
        """Fold a long WAL into the file; what was committed is durable without it."""
        try:
            size = self._wal.stat().st_size
        except OSError:
            return
        if size <= (_WAL_BEARABLE if more_waits else _WAL_WANTED):
            return
        try:
            connection_of(db).execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite3.Error as error:  # nothing is lost; if the disk is full, the next write says so
            _log.info("the write-ahead log stays long: %s", error.sqlite_errorname)

    async def run(self, step: Callable[[SqliteDatabase], T], *, urgent: bool = False) -> T:
        """Run a function in a transaction of its own on the writer thread.

        Args:
            step: Gets the connection. What it raises rolls everything back and is raised here.
            urgent: Goes before all that is waiting and not urgent: what the user does.

        Raises:
            StoreError: In place of SQLite's errors.
        """
        return await self._write_lane.wait(lambda db: _in_transaction(db, step), urgent=urgent)

    def run_now(self, step: Callable[[SqliteDatabase], T]) -> T:
        """Run a function as `run` does and wait for it, blocking: before there is a loop."""
        return self._write_lane.run(lambda db: _in_transaction(db, step)).result()

    async def read(self, query: Callable[[SqliteDatabase], T]) -> T:
        """Run a query on the reader thread; it sees the last commit and never waits for the writer."""
        return await self._read_lane.wait(lambda db: _in_snapshot(db, query), urgent=False)

    async def search(self, query: Callable[[SqliteDatabase], T]) -> T:
        """Run a query that may take long, beside the other ones: on a reader of its own, made at the first.

        A query whose caller is cancelled is broken off in the midst of its statement.
        """
        if self._search_lane is None:
            self._search_lane = self._lane("ledger-search", lambda: _connect(self.path, read_only=True))
        enough = threading.Event()
        try:
            return await self._search_lane.wait(lambda db: _until(enough, db, query), urgent=False)
        except asyncio.CancelledError:
            enough.set()
            raise

    async def read_aside(self, query: Callable[[SqliteDatabase, threading.Event], T]) -> T:
        """Run what reads for long on a reader of its own, so that nothing else waits for it; one snapshot.

        Args:
            query: Gets an event that is set when the caller is cancelled; it is waited for all the same.
        """
        lane = self._lane("ledger-aside", lambda: _connect(self.path, read_only=True))
        stop = threading.Event()
        step = asyncio.ensure_future(
            lane.wait(lambda db: _in_snapshot(db, lambda db: query(db, stop)), urgent=False)
        )
        try:
            return await asyncio.shield(step)
        except asyncio.CancelledError:
            stop.set()
            await asyncio.wait({step})
            if not step.cancelled():
                step.exception()  # it stopped as it was told, or failed: nobody waits for it any more
            raise
        finally:
            lane.close()

    def is_in_place(self) -> bool:
        """Tell whether the file that is open is still the ledger; a restore by another process changes that."""
        try:
            return os.path.samestat(self._opened, self.path.stat())
        except OSError:
            return False

    async def foreign_commits(self) -> int:
        """Give a number that changes whenever another process commits something; cheap enough for each second."""
        return await self._write_lane.wait(_data_version, urgent=False)

    def close(self) -> None:
        """Finish what is queued and let go of the file."""
        if self._search_lane is not None:
            self._search_lane.close()
        self._read_lane.close()
        self._write_lane.close()

    def __enter__(self) -> Self:
        """Be used in a with statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()


def _turn_to_wal(connection: sqlite3.Connection) -> None:
    """Turn a file to WAL, patiently: SQLite itself does not wait where two connections do it at once."""
    until = time.monotonic() + BUSY_TIMEOUT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = wal")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > until:
                raise
            time.sleep(_WAL_PAUSE)
        else:
            return


def _in_transaction(db: SqliteDatabase, step: Callable[[SqliteDatabase], T]) -> T:
    with told(), db.atomic("IMMEDIATE"):
        return step(db)


def _in_snapshot(db: SqliteDatabase, query: Callable[[SqliteDatabase], T]) -> T:
    # One read transaction, so that several selects of one query agree with each other.
    with told(), db.atomic():
        return query(db)


def _data_version(db: SqliteDatabase) -> int:
    with told():
        return int(connection_of(db).execute("PRAGMA data_version").fetchone()[0])


def _until(enough: threading.Event, db: SqliteDatabase, query: Callable[[SqliteDatabase], T]) -> T:
    connection = connection_of(db)
    connection.set_progress_handler(enough.is_set, _STEPS_BETWEEN_LOOKS)
    try:
        return _in_snapshot(db, query)
    finally:
        connection.set_progress_handler(None, 0)


def _connect(path: Path, *, read_only: bool) -> SqliteDatabase:
    pragmas: dict[str, Any] = {"query_only": 1, "temp_store": "memory"} if read_only else dict(_PRAGMAS)
    db = SqliteDatabase(str(path), pragmas=pragmas, timeout=int(BUSY_TIMEOUT), thread_safe=False)
    with told():
        db.connect()
    return db


def _identity(db: SqliteDatabase, environment: str) -> tuple[str, str]:
    with told(), db.atomic("IMMEDIATE"):
        for name, value in (("database_id", uuid4().hex), ("environment", environment)):
            Setting.insert(name=name, value=value).on_conflict_ignore().execute(db)
        have_sums(connection_of(db))
        stored = {row.name: row.value for row in Setting.select().execute(db)}
    if stored["environment"] != environment:
        message = f"This data folder holds {stored['environment']} data, not {environment} data."
        raise UsageError(message, action="Choose another data folder with --data-dir.")
    return stored["database_id"], stored["environment"]


def _make_private(path: Path) -> None:
    """Make folder and file before SQLite does, so that nobody else can read them at any moment."""
    try:
        if not path.parent.is_dir():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # another process may be as quick
        if any(path.parent.glob(f"{path.stem}.restoring-*{path.suffix}")):
            message = "A restore of this ledger is under way, or was interrupted."
            action = (
                "Close every BudgetSync that has this folder open, then start one: it finishes the restore."
            )
            raise StoreBusy(message, action=action)
        if path.is_dir():
            message = "A folder stands where the database should be."
            raise StoreError(message, action="Choose another data folder.")
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        message = "The data folder cannot be made or written."
        raise StoreReadOnly(message) from error


__all__ = ["FILE_NAME", "Database", "translate"]
