"""Bring a database file to today's schema: each step and its record in one commit, a copy of the file before.

The idea that a migration and the row that records it commit together is sqlite-utils'.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from budgetsync.domain.errors import SchemaTooNew, StoreError
from budgetsync.store.backup import copy_database
from budgetsync.store.derived import have_sums

_NAME = re.compile(r"(\d{4})_(\w+)\.sql")
APPLICATION_ID = 0x42534C31  # "BSL1": lets `file` and us tell a ledger from any other SQLite file


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema."""

    version: int
    name: str
    sql: str


def load_migrations() -> tuple[Migration, ...]:
    """Read the steps that this program knows, in order."""
    folder = resources.files("budgetsync.store.migrations")
    found = [
        Migration(int(match[1]), match[2], entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if (match := _NAME.fullmatch(entry.name))
    ]
    return tuple(sorted(found, key=lambda migration: migration.version))


def migrate(connection: sqlite3.Connection, backups: Path, migrations: tuple[Migration, ...]) -> list[Path]:
    """Apply what is missing.

    Args:
        connection: In autocommit mode (isolation_level None), on the file to migrate.
        backups: Folder that a copy of a non-empty file goes to before the first step.
        migrations: All steps known, in order.

    Returns:
        The copies made: one before an upgrade, none for a new file or one that is up to date.

    Raises:
        SchemaTooNew: The file has a step that is not known here. It was not touched.
        StoreError: The file is a database of another program. It was not touched.
    """
    _refuse_foreign(connection)
    at = current_version(connection)
    newest = migrations[-1].version
    if at > newest:
        message = f"The database has schema {at}; this program knows schemas up to {newest}."
        raise SchemaTooNew(message)
    missing = [migration for migration in migrations if migration.version > at]
    if not missing:
        return []
    copies = [copy_database(connection, backups / f"before-schema-{newest:04}.sqlite")] if at else []
    _apply_all(connection, missing)
    return copies


def current_version(connection: sqlite3.Connection) -> int:
    """Tell the schema of a file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _refuse_foreign(connection: sqlite3.Connection) -> None:
    # Asked in one statement, since another process may be making the file's first tables now.
    foreign = connection.execute(
        "SELECT application_id <> ? AND EXISTS (SELECT 1 FROM sqlite_master) FROM pragma_application_id",
        (APPLICATION_ID,),
    ).fetchone()
    if foreign[0]:
        message = "The file is a database of another program."
        raise StoreError(
            message, action="Choose another data folder with --data-dir; the file was not touched."
        )


def _apply_all(connection: sqlite3.Connection, missing: list[Migration]) -> None:
    """Apply the steps in one commit: nobody ever sees a file that is halfway between two programs."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in missing:
            # Another process may have been quicker between our look and our lock.
            if current_version(connection) < migration.version:
                _apply(connection, migration)
        have_sums(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk has rolled it back already
            connection.execute("ROLLBACK")
        raise


def _apply(connection: sqlite3.Connection, migration: Migration) -> None:
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migration "
        "(version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)"
    )
    for statement in statements(migration.sql):
        connection.execute(statement)
    connection.execute(
        "INSERT INTO migration VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
        (migration.version, migration.name),
    )
    connection.execute(f"PRAGMA user_version = {migration.version:d}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")


def statements(sql: str) -> Iterator[str]:
    """Split a script: `executescript` would commit the transaction that the step has to be part of."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
