"""Loads runs with what came of them, for whoever looks at what the program did."""

from peewee import SqliteDatabase

from budgetsync.domain.activity import (
    AccountCounts,
    Decided,
    Narrowing,
    Outcome,
    RunDetails,
    RunFilter,
    RunLine,
    RunPage,
)
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, CommandId, ItemId, RunId
from budgetsync.domain.sync import Counts, SyncRunState
from budgetsync.domain.transaction import FieldSource
from budgetsync.store import inbox
from budgetsync.store.changes import JOINED
from budgetsync.store.raw import connection_of, select_rows
from budgetsync.store.sync_runs import to_run
from budgetsync.store.tables import SyncRun as Row

MOST_EVENTS = 50
"""Webhooks that a run's details name."""
_WHERE = {
    Outcome.ALL: "1",
    Outcome.NEWS: "(r.added > 0 OR r.modified > 0 OR r.removed > 0)",
    Outcome.TROUBLE: f"(r.problems > 0 OR r.state NOT IN ('{SyncRunState.SUCCEEDED}', '{SyncRunState.RUNNING}'))",
}


def load_runs(db: SqliteDatabase, wanted: RunFilter, limit: int, before: RunId | None = None) -> RunPage:
    """Load the newest runs, or those before one; each is found by its number, however many there are."""
    conditions, values = [_WHERE[wanted.outcome]], []
    if before is not None:
        conditions.append("r.id < ?")
        values.append(int(before))
    if wanted.item_id is not None:
        conditions.append("r.item_id = ?")
        values.append(int(wanted.item_id))
    names = dict(load_narrowing(db).banks)
    rows = select_rows(
        db, Row, f"r WHERE {' AND '.join(conditions)} ORDER BY r.id DESC LIMIT ?", [*values, limit]
    )
    lines = tuple(_to_line(row, names) for row in rows)
    (newest,) = connection_of(db).execute("SELECT ifnull(max(id), 0) FROM sync_run").fetchone()
    return RunPage(lines, lines[-1].run.id if len(lines) == limit else None, RunId(newest))


def load_run(db: SqliteDatabase, run_id: RunId) -> RunDetails:
    """Load everything about one run.

    Raises:
        UsageError: There is no such run.
    """
    rows = select_rows(db, Row, "WHERE id = ?", [run_id])
    if not rows:
        message = f"There is no run {run_id}."
        raise UsageError(message, action="See the newest runs for those that there are.")
    accounts = tuple(
        AccountCounts(title_of(name, mask), Counts(*counts))
        for name, mask, *counts in connection_of(db).execute(
            "SELECT a.name, a.mask, s.added, s.modified, s.removed FROM sync_run_account s "
            "JOIN account a ON a.id = s.account_id WHERE s.run_id = ? AND s.added + s.modified + s.removed > 0 "
            "ORDER BY a.name, a.id",
            (run_id,),
        )
    )
    events = tuple(inbox.load_entries(db, MOST_EVENTS, run_id=run_id))
    line = _to_line(rows[0], dict(load_narrowing(db).banks))
    return RunDetails(line, accounts, events, _decided(db, run_id))


def load_narrowing(db: SqliteDatabase) -> Narrowing:
    """Load what a list of activity can be narrowed to."""
    connection = connection_of(db)
    banks = connection.execute("SELECT id, institution_name FROM item ORDER BY institution_name, id")
    accounts = connection.execute("SELECT id, name, mask FROM account ORDER BY name, id")
    return Narrowing(
        tuple((ItemId(number), str(name)) for number, name in banks),
        tuple((AccountId(number), title_of(name, mask)) for number, name, mask in accounts),
    )


def title_of(name: str, mask: str | None) -> str:
    """Name an account with the end of its number."""
    return f"{name}  ••{mask}" if mask else name


def _decided(db: SqliteDatabase, run_id: RunId) -> Decided:
    """Count what a run decided; by the index, which has no creations in it: a first run has 100,000 of those."""
    joined, halves, choices = (
        connection_of(db)
        .execute(
            "SELECT ifnull(sum(field = ?1), 0), "
            "ifnull(sum(field = 'transfer' AND source = ?2 AND new IS NOT NULL), 0), "
            "ifnull(sum(source NOT IN (?2, ?3) AND field NOT GLOB '*:*'), 0) "
            "FROM change WHERE run_id = ?4 AND field <> '*'",
            (JOINED, FieldSource.TRANSFER.value, FieldSource.PROVIDER.value, run_id),
        )
        .fetchone()
    )
    return Decided(joined, halves // 2, choices)


def _to_line(row: Row, names: dict[ItemId, str]) -> RunLine:
    run = to_run(row)
    return RunLine(
        run,
        names.get(run.item_id, ""),
        None if row.undone_by is None else CommandId(row.undone_by),
    )
