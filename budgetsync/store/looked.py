"""What came since the user last looked at the transactions."""

from peewee import SqliteDatabase

from budgetsync.domain.query import Flag, Flagged, Query
from budgetsync.store import tables
from budgetsync.store.conditions import LOOKED, Checks, conditions
from budgetsync.store.raw import connection_of

MOST = 1_000
"""More new rows than this are not counted."""

_NEWEST = 'SELECT ifnull(max(id), 0) FROM "transaction"'


def mark_looked(db: SqliteDatabase) -> None:
    """Note that every row that is there now was looked at."""
    (newest,) = connection_of(db).execute(_NEWEST).fetchone()
    marked = tables.Setting.select().where(tables.Setting.name == LOOKED).first(db)
    if marked is not None and marked.value == str(newest):
        return  # a commit is news to other processes
    tables.Setting.insert(name=LOOKED, value=str(newest)).on_conflict_replace().execute(db)


def count_new(db: SqliteDatabase) -> int:
    """Count the rows that came by syncs since the user last looked, up to MOST; none before the first look."""
    connection = connection_of(db)
    said = conditions(connection, Query((Flagged(Flag.NEW),)), Checks())
    where = " AND ".join(one.sql for one in said)
    # Rows that a run adds have the largest ids: from the mark on, no other row is looked at.
    counted = connection.execute(
        f'SELECT count(*) FROM (SELECT 1 FROM "transaction" t NOT INDEXED WHERE {where} LIMIT {MOST:d})',
        tuple(value for one in said for value in one.values),
    ).fetchone()
    return int(counted[0])
