"""The plain connection under Peewee's: for bulk writes and for selects that read better as SQL."""

import sqlite3
from typing import cast

from peewee import SqliteDatabase


def connection_of(db: SqliteDatabase) -> sqlite3.Connection:
    """Hand out the connection, inside the transaction that Peewee opened on it."""
    return cast("sqlite3.Connection", db.connection())  # type: ignore[no-untyped-call]
