"""The queue for those who look: open requests, and its figures for health."""

import json
from datetime import datetime, timedelta

from peewee import SqliteDatabase

from budgetsync.domain.ids import ItemId
from budgetsync.domain.request import Failure, QueueEntry, QueueFigures, RequestState, WaitsFor
from budgetsync.domain.sync import Trigger
from budgetsync.store.convert import to_instant, to_millis, to_optional_instant
from budgetsync.store.raw import connection_of

_OPEN_ENTRIES = """
SELECT id, kind, item_id, trigger, state, attempts, requested_at, next_attempt_at, waits_for, last_error, history
FROM queue WHERE state IN ('pending', 'leased') ORDER BY state = 'pending', waits_for IS NOT NULL, priority, id
"""
_FIGURES = """
SELECT min(iif(state = 'pending', requested_at, NULL)), min(iif(waits_for IS NOT NULL, next_attempt_at, NULL)),
    sum(requested_at > ?1), sum(requested_at > ?2),
    sum(ifnull(ended_at > ?1, 0)), sum(ifnull(ended_at > ?2, 0))
FROM queue
"""


def load_open(db: SqliteDatabase) -> tuple[QueueEntry, ...]:
    """Load every open request: what runs, what waits for its turn, then what waits for something."""
    return tuple(_to_entry(row) for row in connection_of(db).execute(_OPEN_ENTRIES).fetchall())


def load_figures(db: SqliteDatabase, now: datetime) -> QueueFigures:
    """Count the queue."""
    connection = connection_of(db)
    depth = dict.fromkeys(RequestState, 0)
    for state, count in connection.execute("SELECT state, count(*) FROM queue GROUP BY state"):
        depth[RequestState(state)] = count
    hour, day = to_millis(now - timedelta(hours=1)), to_millis(now - timedelta(hours=24))
    oldest, waiting, *flow = connection.execute(_FIGURES, (hour, day)).fetchone()
    came_1h, came_24h, went_1h, went_24h = (count or 0 for count in flow)
    return QueueFigures(
        depth=depth,
        oldest_pending_at=to_optional_instant(oldest),
        next_attempt_at=to_optional_instant(waiting),
        came_1h=came_1h,
        came_24h=came_24h,
        went_1h=went_1h,
        went_24h=went_24h,
    )


def _to_entry(row: tuple[int, str, int, str, str, int, int, int, str | None, str | None, str]) -> QueueEntry:
    number, kind, item, trigger, state, attempts, requested, due, waits_for, error, history = row
    return QueueEntry(
        id=number,
        kind=kind,
        item_id=ItemId(item),
        trigger=Trigger(trigger),
        state=RequestState(state),
        attempts=attempts,
        requested_at=to_instant(requested),
        next_attempt_at=to_instant(due),
        waits_for=WaitsFor(waits_for) if waits_for else None,
        last_error=error,
        history=tuple(Failure(to_instant(at), code) for at, code in json.loads(history)),
    )
