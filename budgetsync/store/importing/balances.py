"""What statements say that an account held, for accounts that nobody else tells the balance of."""

from datetime import UTC, datetime, time

from peewee import SqliteDatabase

from budgetsync.domain.balance import OWED_TYPES
from budgetsync.domain.ids import AccountId, RunId
from budgetsync.domain.item import BY_HAND
from budgetsync.domain.statement import Statement
from budgetsync.store.convert import to_millis
from budgetsync.store.raw import connection_of


def save_stated(
    db: SqliteDatabase, run_id: RunId, account_id: AccountId, statement: Statement, now: datetime
) -> None:
    """Keep a statement's closing balance, where it is newer than what is known and no connection tells a newer one."""
    closing = statement.closing
    if closing is None or _is_connected(db, account_id):
        return
    connection = connection_of(db)
    as_of = to_millis(datetime.combine(closing.on, time(12), UTC))  # noon: the same day in nearly every zone
    newest = connection.execute(
        "SELECT as_of FROM balance WHERE account_id = ? ORDER BY id DESC LIMIT 1", (account_id,)
    ).fetchone()
    if newest is not None and newest[0] is not None and newest[0] >= as_of:
        return
    (kind,) = connection.execute("SELECT type FROM account WHERE id = ?", (account_id,)).fetchone()
    held = -closing.minor if kind in OWED_TYPES else closing.minor
    connection.execute(
        "INSERT INTO balance (account_id, run_id, current, as_of, read_at) VALUES (?, ?, ?, ?, ?)",
        (account_id, run_id, held, as_of, to_millis(now)),
    )


def _is_connected(db: SqliteDatabase, account_id: AccountId) -> bool:
    marks = ",".join("?" * len(BY_HAND))
    found = connection_of(db).execute(
        "SELECT EXISTS (SELECT 1 FROM source_account s JOIN item i ON i.id = s.item_id "
        f"WHERE s.account_id = ? AND i.provider NOT IN ({marks}))",
        (account_id, *sorted(BY_HAND)),
    )
    return bool(found.fetchone()[0])
