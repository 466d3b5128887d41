"""Calls that providers count, and what they said about when to come back: across restarts."""

from datetime import datetime, timedelta
from typing import NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.ids import ItemId
from budgetsync.store.convert import to_instant, to_millis
from budgetsync.store.raw import connection_of

_LONGEST_HOLD = timedelta(hours=1)


class CountedCall(NamedTuple):
    """One call as it is kept."""

    provider: str
    endpoint: str
    item_id: ItemId
    at: datetime


def save_call(db: SqliteDatabase, provider: str, endpoint: str, item_id: ItemId, now: datetime) -> None:
    """Count a call, before it is made."""
    connection_of(db).execute(
        "INSERT INTO quota_call (provider, endpoint, item_id, called_at) VALUES (?, ?, ?, ?)",
        (provider, endpoint, item_id, to_millis(now)),
    )


def load_calls(db: SqliteDatabase, since: datetime) -> list[CountedCall]:
    """Load what was counted since an instant, oldest first. Calls from the future stand at the end."""
    rows = connection_of(db).execute(
        "SELECT provider, endpoint, item_id, called_at FROM quota_call WHERE called_at > ? ORDER BY called_at",
        (to_millis(since),),
    )
    return [CountedCall(one, two, ItemId(item), to_instant(at)) for one, two, item, at in rows.fetchall()]


def forget_calls(db: SqliteDatabase, before: datetime) -> None:
    """Let go of calls that no limit looks back to."""
    connection_of(db).execute("DELETE FROM quota_call WHERE called_at <= ?", (to_millis(before),))


def save_hold(db: SqliteDatabase, item_id: ItemId, now: datetime, until: datetime) -> None:
    """Keep that a provider wants to be left alone about a connection."""
    connection_of(db).execute(
        "INSERT OR REPLACE INTO hold (item_id, told_at, until) VALUES (?, ?, ?)",
        (item_id, to_millis(now), to_millis(until)),
    )


def load_hold(db: SqliteDatabase, item_id: ItemId, now: datetime) -> datetime | None:
    """Tell until when a provider wants to be left alone about a connection; None when it may be asked."""
    row = (
        connection_of(db).execute("SELECT told_at, until FROM hold WHERE item_id = ?", (item_id,)).fetchone()
    )
    if row is None:
        return None
    told_at, until = to_instant(row[0]), to_instant(row[1])
    # What was told in the future was told before the clock was set back; nobody knows how long ago.
    return until if told_at <= now < until <= now + _LONGEST_HOLD else None
