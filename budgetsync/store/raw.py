"""The plain connection under Peewee's: for bulk writes and for selects that read better as SQL."""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain
from typing import Any, TypeVar, cast

from peewee import Model, SqliteDatabase

TModel = TypeVar("TModel", bound=Model)


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


def select_rows(
    db: SqliteDatabase, table: type[TModel], rest: str = "", values: Sequence[object] = ()
) -> list[TModel]:
    """Read whole rows of a table, for what is asked at every turn: Peewee writes its SQL anew each time.

    Args:
        rest: What follows the table's name: WHERE, ORDER BY.

    Returns:
        Rows with the attributes of the table's class, to be read only.
    """
    select, make = _shape(table)
    return [make(row) for row in connection_of(db).execute(f"{select} {rest}", values)]


@cache
def _shape(table: type[TModel]) -> tuple[str, Callable[[tuple[Any, ...]], TModel]]:
    meta = table._meta  # noqa: SLF001 - Peewee's own name for what is public in it
    names = [field.column_name for field in meta.sorted_fields]
    row = namedtuple(table.__name__, names)  # type: ignore[misc]  # noqa: PYI024 - its fields are the table's
    return f'SELECT {", ".join(names)} FROM "{meta.table_name}"', cast("Any", row._make)
