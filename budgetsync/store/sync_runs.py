"""Runs: opened before anything is fetched, always closed, and taken up again after a crash."""

from collections.abc import Mapping
from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import AccountId, ItemId, RunId
from budgetsync.domain.sync import Counts, SyncRun, SyncRunState, Trigger
from budgetsync.store import tables
from budgetsync.store.convert import (
    to_instant,
    to_millis,
    to_optional_instant,
    to_trouble,
    trouble_columns,
)
from budgetsync.store.raw import connection_of, select_rows

_RUNNING = f"state = '{SyncRunState.RUNNING.value}'"
_NEWEST = "SELECT (SELECT max(r.id) FROM sync_run r WHERE r.item_id = i.id) FROM item i"
"""One look into the index for each connection, however many runs there were."""


def open_run(db: SqliteDatabase, item_id: ItemId, trigger: Trigger, cursor: str, now: datetime) -> RunId:
    """Write down that a run begins."""
    return RunId(
        tables.SyncRun.insert(
            item_id=item_id,
            trigger=trigger.value,
            state=SyncRunState.RUNNING.value,
            started_at=to_millis(now),
            cursor_before=cursor,
            pages=0,
            requests=0,
            added=0,
            modified=0,
            removed=0,
            problems=0,
        ).execute(db)
    )


def close_run(
    db: SqliteDatabase,
    run_id: RunId,
    state: SyncRunState,
    now: datetime,
    *,
    trouble: Trouble | None = None,
    requests: int = 0,
) -> None:
    """Write down how a run ended that changed nothing in the ledger."""
    tables.SyncRun.update(
        state=state.value, finished_at=to_millis(now), requests=requests, **trouble_columns(trouble)
    ).where(tables.SyncRun.id == run_id).execute(db)


def close_applied(
    db: SqliteDatabase,
    run_id: RunId,
    now: datetime,
    *,
    cursor_after: str,
    pages: int,
    requests: int,
    problems: int,
    by_account: Mapping[AccountId, Counts],
) -> Counts:
    """Write down what a run did; only `apply` calls this, beside the rows.

    Returns:
        The sum over all accounts.
    """
    total = sum(by_account.values(), Counts())
    tables.SyncRun.update(
        state=SyncRunState.SUCCEEDED.value,
        finished_at=to_millis(now),
        cursor_after=cursor_after,
        pages=pages,
        requests=requests,
        problems=problems,
        added=total.added,
        modified=total.modified,
        removed=total.removed,
    ).where(tables.SyncRun.id == run_id).execute(db)
    for account_id, counts in by_account.items():
        tables.SyncRunAccount.insert(
            run_id=run_id,
            account_id=account_id,
            added=counts.added,
            modified=counts.modified,
            removed=counts.removed,
        ).execute(db)
    return total


def interrupt_left_open(db: SqliteDatabase, item_id: ItemId, now: datetime) -> None:
    """Close a connection's run whose end could not be written, before the next one begins."""
    connection_of(db).execute(
        f"UPDATE sync_run SET state = ?, finished_at = ? WHERE {_RUNNING} AND item_id = ?",
        (SyncRunState.INTERRUPTED.value, to_millis(now), item_id),
    )


def failing_since(db: SqliteDatabase, item_id: ItemId) -> datetime | None:
    """Tell when the first run failed after a connection's last success; None when none has."""
    (at,) = (
        connection_of(db)
        .execute(
            "SELECT min(started_at) FROM sync_run WHERE item_id = ?1 AND state = ?2 AND id > "
            "(SELECT ifnull(max(id), 0) FROM sync_run WHERE item_id = ?1 AND state = ?3)",
            (item_id, SyncRunState.FAILED.value, SyncRunState.SUCCEEDED.value),
        )
        .fetchone()
    )
    return to_optional_instant(at)


def interrupt_stale(db: SqliteDatabase, now: datetime) -> list[ItemId]:
    """Close the runs that a killed program left open. Only the owner of the engine may call this.

    Returns:
        Their connections, to be queued again.
    """
    connection = connection_of(db)
    # The state as a constant: SQLite uses an index on some of the rows for no other.
    stale = connection.execute(f"SELECT item_id FROM sync_run WHERE {_RUNNING} ORDER BY id").fetchall()
    connection.execute(
        f"UPDATE sync_run SET state = ?, finished_at = ? WHERE {_RUNNING}",
        (SyncRunState.INTERRUPTED.value, to_millis(now)),
    )
    return [ItemId(item) for item in dict.fromkeys(item for (item,) in stale)]


def load_last_runs(db: SqliteDatabase) -> dict[ItemId, SyncRun]:
    """Load the newest run of each connection."""
    newest = select_rows(db, tables.SyncRun, f"WHERE id IN ({_NEWEST})")
    return {ItemId(row.item_id): to_run(row) for row in newest}


def to_run(row: tables.SyncRun) -> SyncRun:
    """Make a run of its row."""
    return SyncRun(
        id=RunId(row.id),
        item_id=ItemId(row.item_id),
        trigger=Trigger(row.trigger),
        state=SyncRunState(row.state),
        started_at=to_instant(row.started_at),
        finished_at=to_optional_instant(row.finished_at),
        pages=row.pages,
        requests=row.requests,
        counts=Counts(row.added, row.modified, row.removed),
        problems=row.problems,
        trouble=to_trouble(row),
    )
