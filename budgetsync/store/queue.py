"""The durable queue: everything that asks for a sync is a row here until it is done."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from peewee import EXCLUDED, SqliteDatabase, fn

from budgetsync.domain.ids import ItemId
from budgetsync.domain.sync import PRIORITIES, Trigger
from budgetsync.store import tables
from budgetsync.store.convert import to_millis

LEASE = timedelta(minutes=30)
_PENDING, _LEASED = "pending", "leased"


@dataclass(frozen=True, slots=True)
class SyncRequest:
    """A request whose turn has come.

    Attributes:
        id: Number of its row, which is gone when the request is done.
    """

    id: int
    item_id: ItemId
    trigger: Trigger


def request_sync(db: SqliteDatabase, item_id: ItemId, trigger: Trigger, now: datetime) -> None:
    """Ask for a sync. A request that is still open is joined, and keeps the more urgent of both triggers."""
    priority = PRIORITIES[trigger]
    entry = tables.Queue
    entry.insert(
        kind="sync",
        item_id=item_id,
        dedupe_key=f"sync:{item_id}",
        trigger=trigger.value,
        priority=int(priority),
        state=_PENDING,
        requested_at=to_millis(now),
        next_attempt_at=to_millis(now),
    ).on_conflict(
        conflict_target=[entry.dedupe_key],
        update={entry.priority: EXCLUDED.priority, entry.trigger: EXCLUDED.trigger},
        where=(EXCLUDED.priority < entry.priority),
    ).execute(db)


def lease_next(db: SqliteDatabase, now: datetime, busy: Collection[ItemId]) -> SyncRequest | None:
    """Take the request whose turn it is, most urgent first, then oldest; None when nothing is waiting.

    Args:
        busy: Connections to leave out. The caller owns the engine, so an entry of any other connection that
            still looks leased is one whose end could not be written: its turn has come again.
    """
    entry = tables.Queue
    row = (
        entry.select()
        .where(entry.item_id.not_in(list(busy)), entry.next_attempt_at <= to_millis(now))
        .order_by(entry.priority, entry.id)
        .first(db)
    )
    if row is None:
        return None
    entry.update(state=_LEASED, attempts=entry.attempts + 1, lease_until=to_millis(now + LEASE)).where(
        entry.id == row.id
    ).execute(db)
    return SyncRequest(row.id, ItemId(row.item_id), Trigger(row.trigger))


def complete(db: SqliteDatabase, request_id: int) -> None:
    """A request was carried out: what became of it is in its run."""
    tables.Queue.delete().where(tables.Queue.id == request_id).execute(db)


def cancel_pending(db: SqliteDatabase, item_id: ItemId | None) -> list[ItemId]:
    """Withdraw requests that have not begun; None means those of every connection.

    Returns:
        The connections whose requests were withdrawn.
    """
    entry = tables.Queue
    waiting = entry.state == _PENDING
    if item_id is not None:
        waiting &= entry.item_id == item_id
    items = [ItemId(row.item_id) for row in entry.select(entry.item_id).where(waiting).execute(db)]
    entry.delete().where(waiting).execute(db)
    return items


def release_leases(db: SqliteDatabase) -> None:
    """Put back what a killed program was working on. Only the owner of the engine may call this."""
    tables.Queue.update(state=_PENDING, lease_until=None).where(tables.Queue.state == _LEASED).execute(db)


def open_items(db: SqliteDatabase) -> set[ItemId]:
    """Name the connections that have an open request."""
    return {ItemId(row.item_id) for row in tables.Queue.select(tables.Queue.item_id).execute(db)}


def depth(db: SqliteDatabase) -> int:
    """Count the open requests."""
    return int(tables.Queue.select(fn.COUNT(tables.Queue.id)).scalar(db))
