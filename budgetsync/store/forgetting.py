"""Remove a connection: keep its history, or delete it for good.

Deleting is no command that can be undone. A row that a command takes out of sight is still in the file, with the
bank's own text and the raw payload, and in every archive; whoever asks for a bank's history to be deleted asks for
just that not to be so. What is left is one entry among the commands that says when it was done. The one way back is
a backup, which is why one is made before.
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.errors import StoreCorrupt, Trouble
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.transaction import FieldSource
from budgetsync.domain.undo import FINAL
from budgetsync.store import inbox, queue, tables
from budgetsync.store.changes import FieldChange, record
from budgetsync.store.convert import to_millis, trouble_columns
from budgetsync.store.derived import DOCUMENT, Derived
from budgetsync.store.payloads import pack, unpack
from budgetsync.store.raw import connection_of
from budgetsync.store.row_images import load_transfer

REMOVED = Trouble(
    "REMOVED",
    "Removed",
    "You removed this connection; its history stays here.",
    "Connect the bank again if you want to go on; the history is carried over.",
)
_LINE = """
WITH RECURSIVE line (id) AS (
    VALUES (?1) UNION SELECT i.id FROM item i JOIN line ON i.superseded_by = line.id
)
"""
_OWN_ACCOUNTS = f"""{_LINE}
SELECT DISTINCT s.account_id FROM source_account s WHERE s.item_id IN line
AND NOT EXISTS (SELECT 1 FROM source_account o WHERE o.account_id = s.account_id
    AND (o.item_id IS NULL OR o.item_id NOT IN line))
"""
_ROWS = 'SELECT t.id FROM "transaction" t JOIN gone ON gone.account_id = t.account_id'
_OBSERVATIONS = f"SELECT o.id FROM observation o WHERE o.transaction_id IN ({_ROWS})"
_BLOCKS = """
SELECT b.id, group_concat(o.payload_place) FROM payload_block b
LEFT JOIN observation o ON o.payload_block = b.id GROUP BY b.id
"""
_OUT_OF_INDEX = f"""
INSERT INTO search (search, rowid, payee, merchant, original_description, note)
SELECT 'delete', {DOCUMENT} FROM "transaction" t
WHERE t.state <> 'REMOVED' AND t.account_id IN gone ORDER BY t.transacted_on, t.id
"""
_DELETIONS = (
    f"DELETE FROM held_removal WHERE observation_id IN ({_OBSERVATIONS}) OR account_id IN gone",
    f"DELETE FROM observation WHERE transaction_id IN ({_ROWS})",
    f"DELETE FROM field_choice WHERE transaction_id IN ({_ROWS})",
    f"DELETE FROM tag WHERE transaction_id IN ({_ROWS})",
    f"DELETE FROM split WHERE transaction_id IN ({_ROWS})",
    f"DELETE FROM transfer WHERE out_id IN ({_ROWS}) OR in_id IN ({_ROWS})",
    f"DELETE FROM suggestion WHERE first_id IN ({_ROWS}) OR second_id IN ({_ROWS})",
    f"DELETE FROM change WHERE transaction_id IN ({_ROWS})",
    'DELETE FROM "transaction" WHERE account_id IN gone',
    "DELETE FROM proof WHERE account_id IN gone",
    "DELETE FROM anchor WHERE account_id IN gone",
    "DELETE FROM balance WHERE account_id IN gone",
    "DELETE FROM sync_run_account WHERE account_id IN gone",
    "DELETE FROM daily_sum WHERE account_id IN gone",
    "DELETE FROM daily_category_sum WHERE account_id IN gone",
    "DELETE FROM account_sum WHERE account_id IN gone",
    "DELETE FROM daily_flow WHERE account_id IN gone",
    "DELETE FROM monthly_category_sum WHERE account_id IN gone",
    "DELETE FROM rhythm WHERE account_id IN gone",
    "DELETE FROM payee_day WHERE account_id IN gone",
    "DELETE FROM payee_sum WHERE account_id IN gone",
    "DELETE FROM payee WHERE id NOT IN (SELECT payee_id FROM payee_sum)",
    "DELETE FROM account_link WHERE source_account IN (SELECT id FROM source_account WHERE account_id IN gone)",
    "DELETE FROM account_link WHERE old_account IN gone OR new_account IN gone",
    "DELETE FROM rank_change WHERE source_account IN (SELECT id FROM source_account WHERE account_id IN gone)",
    "DELETE FROM source_account WHERE account_id IN gone",
    "DELETE FROM account WHERE id IN gone",
)


def load_line(db: SqliteDatabase, item_id: ItemId) -> list[tuple[str, str]]:
    """Name a connection and those that it took over: provider and the provider's id of each."""
    return (
        connection_of(db)
        .execute(
            f"{_LINE} SELECT provider, source_item_id FROM item WHERE id IN line ORDER BY id", (item_id,)
        )
        .fetchall()
    )


def retire(db: SqliteDatabase, item_id: ItemId, now: datetime) -> bool:
    """Mark a connection as removed by the user, and withdraw what was to be done for it.

    Returns:
        False where it is being synced at this moment: then nothing was changed.
    """
    connection = connection_of(db)
    leased = "SELECT 1 FROM queue WHERE item_id = ? AND state = 'leased'"
    if connection.execute(leased, (item_id,)).fetchone() is not None:
        return False
    queue.cancel_pending(db, item_id, now)
    columns = {
        "status": ItemStatus.DISCONNECTED.value,
        "removed_at": to_millis(now),
        **trouble_columns(REMOVED),
    }
    tables.Item.update(columns).where(tables.Item.id == item_id).execute(db)
    inbox.part_from(db, item_id)
    return True


def delete_history(db: SqliteDatabase, item_id: ItemId, name: str, now: datetime) -> Sequence[AccountId]:
    """Delete every account of a connection with all that hangs on it, for good.

    An account that another connection or a file tells of too stays, with all its rows.

    Args:
        name: What the bank is called, for the entry among the commands.

    Returns:
        The accounts that are gone.
    """
    connection = connection_of(db)
    connection.execute("PRAGMA secure_delete = ON")  # what was deleted is overwritten, not only let go of
    connection.execute("CREATE TEMP TABLE gone (account_id INTEGER PRIMARY KEY)")
    try:
        connection.execute(f"INSERT INTO temp.gone {_OWN_ACCOUNTS}", (item_id,))
        accounts = [AccountId(row[0]) for row in connection.execute("SELECT account_id FROM gone")]
        command_id = tables.Command.insert(
            kind=FINAL, done_at=to_millis(now), description=f"Deleting the history of {name}"
        ).execute(db)
        derived = Derived(db)
        for row in _part_from_kept_rows(db, command_id, now):
            derived.touch(row)
        connection.execute(_OUT_OF_INDEX)
        for statement in _DELETIONS:
            connection.execute(statement)
        derived.refresh()
        _forget_raw_rows(connection)
        # The index only notes that an entry is out; its words are gone when its parts are made one.
        connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        connection.execute(f"{_LINE} DELETE FROM dead_letter WHERE item_id IN line", (item_id,))
        connection.execute(f"{_LINE} DELETE FROM inbox WHERE item_id IN line", (item_id,))
    finally:
        connection.execute("DROP TABLE IF EXISTS temp.gone")
        connection.execute("PRAGMA secure_delete = OFF")
    return accounts


def _forget_raw_rows(connection: sqlite3.Connection) -> None:
    """Forget the raw rows that no observation names: whole blocks of them, and single ones within a block.

    Raises:
        StoreCorrupt: A block that is still needed cannot be unpacked.
    """
    for number, named in connection.execute(_BLOCKS).fetchall():
        if named is None:
            connection.execute("DELETE FROM payload_block WHERE id = ?", (number,))
            continue
        (block,) = connection.execute("SELECT content FROM payload_block WHERE id = ?", (number,)).fetchone()
        kept = {int(place) for place in named.split(",")}
        try:
            rows = unpack(block)
        except ValueError as error:
            message = "A provider's raw rows cannot be unpacked, so that nothing can be deleted among them."
            raise StoreCorrupt(message) from error
        if len(kept) < len(rows):
            left = pack([row if place in kept else b"" for place, row in enumerate(rows)])
            connection.execute("UPDATE payload_block SET content = ? WHERE id = ?", (left, number))


def _part_from_kept_rows(db: SqliteDatabase, command_id: int, now: datetime) -> list[int]:
    """Say in the audit of rows that stay that the other half of their transfer is gone; returns them."""
    connection = connection_of(db)
    kept = connection.execute(
        f"SELECT in_id FROM transfer WHERE out_id IN ({_ROWS}) AND in_id NOT IN ({_ROWS}) "
        f"UNION ALL SELECT out_id FROM transfer WHERE in_id IN ({_ROWS}) AND out_id NOT IN ({_ROWS})"
    ).fetchall()
    record(
        db,
        [
            FieldChange(row, "transfer", load_transfer(connection, row), None, FieldSource.USER)
            for (row,) in kept
        ],
        at=to_millis(now),
        command_id=command_id,
    )
    return [int(row) for (row,) in kept]
