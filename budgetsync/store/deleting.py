"""Rows that the user deletes: out of every total and list, and no source brings them back; they can be restored.

Their observations stay, so that what a bank or a file tells again is recognized and stays deleted.
"""

from collections.abc import Iterable
from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.edits import Done
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import FieldSource, Transaction
from budgetsync.store.journal import Journal
from budgetsync.store.merges import name_of, settle, users_choices
from budgetsync.store.raw import connection_of
from budgetsync.store.row_images import put_choice
from budgetsync.store.transactions import load_some

DELETED = "deleted"
"""The field whose choice says that the user deleted a row."""


def delete(db: SqliteDatabase, transaction_ids: Iterable[TransactionId], now: datetime) -> Done:
    """Delete rows; what is deleted already stays so.

    Raises:
        UsageError: No such row, or it has become part of another one.
    """
    journal = Journal(db, "delete", now)
    ids = list(dict.fromkeys(transaction_ids))
    for number in ids:
        if journal.touch(number)["observations"] is None:
            message = f"Transaction {number} has become part of another one."
            raise UsageError(message, action="Delete the row that it became part of.")
        put_choice(journal.connection, number, DELETED, {"source": FieldSource.USER.value, "at": journal.now})
        settle(journal.connection, number)
    return journal.write(f"Deletion of {_named(journal, ids)}")


def undelete(db: SqliteDatabase, transaction_ids: Iterable[TransactionId], now: datetime) -> Done:
    """Let deleted rows count again, with what their sources say of them now.

    Raises:
        UsageError: A row was not deleted by the user.
    """
    journal = Journal(db, "restore", now)
    ids = list(dict.fromkeys(transaction_ids))
    for number in ids:
        journal.touch(number)
        if DELETED not in users_choices(journal.connection, number):
            message = f"You did not delete transaction {number}."
            raise UsageError(message, action="See `budgetsync deleted` for what you did.")
        put_choice(journal.connection, number, DELETED, None)
        settle(journal.connection, number)
    return journal.write(f"Restoring {_named(journal, ids)}")


def load_deleted_rows(db: SqliteDatabase) -> list[Transaction]:
    """Load every row that the user deleted, the newest day first."""
    rows = connection_of(db).execute(
        'SELECT t.id FROM field_choice f CROSS JOIN "transaction" t ON t.id = f.transaction_id '
        "WHERE f.field = 'deleted' ORDER BY t.transacted_on DESC, t.id DESC"
    )
    return load_some(db, [TransactionId(number) for (number,) in rows])


def _named(journal: Journal, ids: list[TransactionId]) -> str:
    return name_of(journal.connection, ids[0]) if len(ids) == 1 else f"{len(ids):,} transactions"
