"""The plain connection under Peewee's: for bulk writes and for selects that read better as SQL."""

import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import cast

from peewee import SqliteDatabase


def connection_of(db: SqliteDatabase) -> sqlite3.Connection:
    """Hand out the connection, inside the transaction that Peewee opened on it."""
    return cast("sqlite3.Connection", db.connection())  # type: ignore[no-untyped-call]


GROUP = 500
"""Rows for each statement of `insert_many`: with 18 columns far below SQLite's least limit of variables, 32,766."""


def insert_many(connection: sqlite3.Connection, insert: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows, many with each statement: Python's lock is taken and let go once for all of them.

    Row by row, a writer beside busy threads waits for that lock 100,000 times.

    Args:
        insert: A statement that ends in the placeholders of one row.
        rows: All of the same length.
    """
    whole = len(rows) - len(rows) % GROUP
    if whole:
        place = insert[insert.rindex("(") :]
        many = insert + f", {place}" * (GROUP - 1)
        groups = (list(chain.from_iterable(rows[at : at + GROUP])) for at in range(0, whole, GROUP))
        connection.executemany(many, groups)
    connection.executemany(insert, rows[whole:])
