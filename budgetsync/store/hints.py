"""When the sync is due that a webhook asks for, by the runs that there were."""

from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.hints import hint_due
from budgetsync.domain.ids import ItemId
from budgetsync.domain.sync import SyncRunState, Trigger
from budgetsync.store.convert import to_instant
from budgetsync.store.raw import connection_of

_RUNS_BACK = 32
"""Runs of a connection that are looked at: more than a minute's."""
_UNENDED = frozenset({SyncRunState.RUNNING.value, SyncRunState.INTERRUPTED.value})
"""Runs that brought no news of their own: one that was killed is closed at the next start, and done again at once."""


def load_hint_due(db: SqliteDatabase, item_id: ItemId, now: datetime) -> datetime:
    """Tell when the sync is due that a webhook about a connection asks for now."""
    runs = (
        connection_of(db)
        .execute(
            "SELECT trigger, state, started_at, finished_at FROM sync_run WHERE item_id = ? ORDER BY id DESC LIMIT ?",
            (item_id, _RUNS_BACK),
        )
        .fetchall()
    )
    ended = [finished for _, state, _, finished in runs if state not in _UNENDED and finished]
    starts = [to_instant(started) for trigger, _, started, _ in runs if trigger == Trigger.WEBHOOK.value]
    return hint_due(now, to_instant(max(ended)) if ended else None, starts)
