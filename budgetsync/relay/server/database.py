"""The mailroom's database by its URL: SQLite for one process, PostgreSQL for several.

What differs between the two is here and nowhere else.
"""

import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from peewee import Database, PeeweeException, PostgresqlDatabase, SqliteDatabase

from budgetsync.relay.server.errors import StorageFailed, StorageFull
from budgetsync.relay.server.records import SECOND, Clock, Limits, Randomness
from budgetsync.relay.server.tables import TABLES, VERSION

T = TypeVar("T")

BUSY_TIMEOUT = 5.0
"""Seconds that a statement waits for another program's lock."""
TRIES = 5
"""How often a transaction is begun anew that another one got in the way of."""
_LOCK = 0x6D61696C
# PostgreSQL: serialization failure, deadlock, and a row that another process was the first to insert.
_TRY_AGAIN = {"40001", "40P01", "23505"}
_NO_ROOM = {"53100"}
_DURABLE = """SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') = 'off'"""
_PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "synchronous": "full",  # whoever posted is told 200 afterwards
    "cache_size": -16_000,
    "temp_store": "memory",
    "journal_size_limit": 64 * 1024 * 1024,
}


@dataclass(frozen=True, slots=True)
class Desk:
    """A transaction under way: what every function of the mailroom works on.

    Attributes:
        now: Milliseconds of Unix time.
    """

    db: Database
    now: int
    randomness: Randomness
    limits: Limits

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Run a select that is written with question marks, and IN ?? for what `among` made.

        FOR UPDATE keeps other processes from the rows; SQLite, which has one writer at a time, does not know it.
        """
        return list(self._execute(sql, values).fetchall())

    def change(self, sql: str, *values: object) -> int:
        """Run a statement that is written with question marks; returns how many rows it changed."""
        return int(self._execute(sql, values).rowcount)

    def change_many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run one statement for each row of values."""
        self.db.cursor().executemany(self._spell(sql), rows)  # type: ignore[no-untyped-call]

    def among(self, values: Iterable[str]) -> object:
        """Turn a list into the one value that `IN ??` takes."""
        if self.is_postgres:
            return list(values)
        return json.dumps(list(values))

    @property
    def is_postgres(self) -> bool:
        """Whether other processes may work on the same rows at the same time."""
        return isinstance(self.db, PostgresqlDatabase)

    def take_turns(self) -> None:
        """Wait until no other process is in here: for what is done once in a database's life."""
        if self.is_postgres:
            self.rows("SELECT pg_advisory_xact_lock(?)", _LOCK)

    def _execute(self, sql: str, values: tuple[object, ...]) -> Any:  # noqa: ANN401 - either driver's cursor
        return self.db.execute_sql(self._spell(sql), values)  # type: ignore[no-untyped-call]

    def _spell(self, sql: str) -> str:
        if self.is_postgres:
            sql = sql.replace("IN ??", "= ANY(?)").replace("FOR UPDATE", "FOR NO KEY UPDATE")
            return sql.replace("?", "%s")
        return sql.replace("IN ??", "IN (SELECT value FROM json_each(?))").replace(" FOR UPDATE", "")


class RelayDatabase:
    """One connection to the mailroom's database. One thread at a time may use it."""

    def __init__(self, url: str, *, clock: Clock, randomness: Randomness, limits: Limits) -> None:
        """Open the database, making its tables where there are none.

        Args:
            url: `sqlite:///relative.sqlite`, `sqlite:////absolute.sqlite` or `postgresql://...`.

        Raises:
            StorageFailed: It cannot be opened, or is of another version.
        """
        self.path = sqlite_path(url)
        self._clock = clock
        self._desk = Desk(_database(url, self.path), 0, randomness, limits)
        try:
            self.run(_make_tables)
        except BaseException:
            self.close()
            raise

    @property
    def is_postgres(self) -> bool:
        """Whether other processes may share it."""
        return self.path is None

    def run(self, step: Callable[[Desk], T]) -> T:
        """Run a function in a transaction of its own; again where another transaction got in its way.

        Raises:
            StorageFailed: Nothing of it is committed, as far as is known.
        """
        for _ in range(TRIES - 1):
            try:
                return self._once(step)
            except _Again:
                continue
        return self._once(step)

    def _once(self, step: Callable[[Desk], T]) -> T:
        db = self._desk.db
        desk = replace(self._desk, now=int(self._clock() * SECOND))
        with told():
            self._connect()
            with db.atomic(*([] if self.is_postgres else ["IMMEDIATE"])):
                return step(desk)

    def _connect(self) -> None:
        db = self._desk.db
        if db.is_connection_usable():
            return
        db.close()
        db.connect()
        if self.is_postgres:
            # Whatever the server's own settings are, whoever posted is told 200 afterwards.
            db.execute_sql(_DURABLE)  # type: ignore[no-untyped-call]

    def read(self, query: Callable[[Desk], T]) -> T:
        """Run a query that sees the last commit, all its selects the same one.

        Raises:
            StorageFailed: The database did not answer.
        """
        db = self._desk.db
        desk = replace(self._desk, now=int(self._clock() * SECOND))
        with told():
            self._connect()
            with db.atomic():
                if self.is_postgres:
                    db.execute_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")  # type: ignore[no-untyped-call]
                return query(desk)

    def leave_log_alone(self) -> None:
        """Leave SQLite's log to whoever calls `move_log`."""
        self._desk.db.execute_sql("PRAGMA wal_autocheckpoint = 0")  # type: ignore[no-untyped-call]

    def move_log(self) -> None:
        """Move what is in SQLite's log into the database. Where that fails it is still there the next time."""
        with suppress(StorageFailed), told():
            self._desk.db.execute_sql("PRAGMA wal_checkpoint(PASSIVE)").fetchone()  # type: ignore[no-untyped-call]

    def close(self) -> None:
        """Let go of the database."""
        with told():
            self._desk.db.close()


class _Again(StorageFailed):
    """Another transaction got in the way of this one; the same may well work now."""


@contextmanager
def told() -> Iterator[None]:
    """Turn the errors of either driver into ours. Their texts stay behind: they may hold values.

    Raises:
        StorageFailed: In place of them.
    """
    try:
        yield
    except _driver_errors() as error:
        raise _translate(error) from error


def _driver_errors() -> tuple[type[Exception], ...]:
    # PostgreSQL's driver is an extra: where nobody opened such a database, it may not be there.
    driver = sys.modules.get("psycopg")
    return (PeeweeException, sqlite3.Error, *([driver.Error] if driver is not None else []))


def _translate(error: Exception) -> StorageFailed:
    root: BaseException = error
    while root.__cause__ is not None or root.__context__ is not None:
        root = root.__cause__ or root.__context__ or root
    code = getattr(root, "sqlstate", None) or getattr(root, "sqlite_errorname", None) or type(root).__name__
    if code in _TRY_AGAIN:
        return _Again(f"another transaction was in the way ({code})")
    if code in _NO_ROOM or code == "SQLITE_FULL":
        return StorageFull(f"no room is left ({code})")
    return StorageFailed(f"the database did not do it ({code})")


def sqlite_path(url: str) -> Path | None:
    """Read the file's path from a URL; None for PostgreSQL.

    Raises:
        StorageFailed: It is the URL of neither.
    """
    if url.startswith("sqlite:///") and len(url) > len("sqlite:///"):
        return Path(url.removeprefix("sqlite:///"))
    if url.startswith(("postgresql://", "postgres://")):
        return None
    message = "The database is named by sqlite:///PATH or postgresql://USER@HOST/NAME."
    raise StorageFailed(message)


def _database(url: str, path: Path | None) -> Database:
    if path is None:
        plain = "postgresql://" + url.partition("://")[2]
        return PostgresqlDatabase(plain, prefer_psycopg3=True, thread_safe=False)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)  # before SQLite does, which would let others read it
    except OSError as error:
        message = f"its folder cannot be made or written ({error.strerror})"
        raise StorageFailed(message) from error
    # The connection goes from thread to thread, never used by two at once.
    options: dict[str, Any] = {"timeout": BUSY_TIMEOUT, "thread_safe": False, "check_same_thread": False}
    return SqliteDatabase(str(path), pragmas=_PRAGMAS, **options)


def _make_tables(desk: Desk) -> None:
    desk.take_turns()
    for statement in TABLES:
        desk.change(statement.replace("BLOB", "BYTEA") if desk.is_postgres else _clustered(statement))
    desk.change("INSERT INTO relay (name, value) VALUES ('version', ?) ON CONFLICT DO NOTHING", VERSION)
    [(version,)] = desk.rows("SELECT value FROM relay WHERE name = 'version'")
    if version != VERSION:
        message = f"The database is of version {version}; this program knows version {VERSION}."
        raise StorageFailed(message)


def _clustered(statement: str) -> str:
    # One tree instead of two: a packet lies in the order in which it is read.
    return f"{statement} WITHOUT ROWID" if " packet " in statement else statement
