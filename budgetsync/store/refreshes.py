"""When the bank itself was asked for news, so that it is not asked too often, and what came of it can be told."""

from datetime import datetime, timedelta

from peewee import SqliteDatabase

from budgetsync.domain.ids import ItemId
from budgetsync.domain.refresh import BankRefresh, RefreshState
from budgetsync.domain.sync import Counts, SyncRunState
from budgetsync.store.convert import to_instant, to_millis, to_optional_instant
from budgetsync.store.raw import connection_of

KEPT = timedelta(days=90)
"""How long a row is kept: it is what a bill of the provider can be held against."""


def save(db: SqliteDatabase, item_id: ItemId, now: datetime, follow_up_at: datetime) -> BankRefresh:
    """Write down that the bank is asked now."""
    connection = connection_of(db)
    connection.execute("DELETE FROM bank_refresh WHERE asked_at < ?", (to_millis(now - KEPT),))
    number = connection.execute(
        "INSERT INTO bank_refresh (item_id, asked_at, follow_up_at, as_of_before, run_before) "
        "SELECT i.id, ?, ?, i.as_of, ifnull((SELECT max(r.id) FROM sync_run r WHERE r.item_id = i.id), 0) "
        "FROM item i WHERE i.id = ?",
        (to_millis(now), to_millis(follow_up_at), item_id),
    ).lastrowid
    found = load(db, number or 0)
    assert found is not None
    return found


def forget(db: SqliteDatabase, number: int) -> None:
    """The provider did not take the request: it does not count."""
    connection_of(db).execute("DELETE FROM bank_refresh WHERE id = ?", (number,))


def last_asked(db: SqliteDatabase, item_id: ItemId) -> datetime | None:
    """When the bank of a connection was last asked. Aware UTC."""
    row = (
        connection_of(db)
        .execute("SELECT max(asked_at) FROM bank_refresh WHERE item_id = ?", (item_id,))
        .fetchone()
    )
    return to_optional_instant(row[0])


def load(db: SqliteDatabase, number: int) -> BankRefresh | None:
    """Load one, with what came of it by now: the runs that began after it tell."""
    connection = connection_of(db)
    row = connection.execute(
        "SELECT r.item_id, r.asked_at, r.follow_up_at, r.as_of_before, r.run_before, i.as_of FROM bank_refresh r "
        "JOIN item i ON i.id = r.item_id WHERE r.id = ?",
        (number,),
    ).fetchone()
    if row is None:
        return None
    item_id, asked_at, follow_up_at, before, run_before, as_of = row
    runs = connection.execute(
        "SELECT state, started_at, added, modified, removed FROM sync_run "
        "WHERE item_id = ? AND id > ? AND finished_at IS NOT NULL ORDER BY id",
        (item_id, run_before),
    ).fetchall()
    counts, followed = Counts(), False
    for state, started_at, *figures in runs:
        if state == SyncRunState.SUCCEEDED.value:
            counts += Counts(*figures)
            followed |= started_at >= follow_up_at
    state = RefreshState.ASKED
    if counts != Counts() or (as_of or 0) > (before or 0):
        state = RefreshState.NEWS
    elif followed:
        state = RefreshState.NOTHING
    elif runs and runs[-1][1] >= follow_up_at:
        state = RefreshState.UNKNOWN
    return BankRefresh(
        number,
        ItemId(item_id),
        to_instant(asked_at),
        to_instant(follow_up_at),
        state,
        counts,
        to_optional_instant(as_of),
    )
