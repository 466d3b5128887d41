"""Which observations hang on which row: rows merged, taken apart, and what a row says after that."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from peewee import SqliteDatabase

from budgetsync.domain.edits import Done
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.reconcile import JoinReason
from budgetsync.domain.undo import Stored
from budgetsync.store import row_images
from budgetsync.store.journal import Journal
from budgetsync.store.row_images import COLUMN_OF, fit_splits, load_splits, put, put_splits, put_suggestion

_SAID = (
    "state",
    "amount",
    "currency",
    "transacted_on",
    "posted_on",
    "merchant",
    "original_description",
    "provider_category",
)
# What leads: a booking before a pending one before what was taken back; of each, the source in charge, then the newest.
_LEADING = f"""
SELECT {", ".join(f"o.{name}" for name in _SAID)} FROM observation o
JOIN source_account s ON s.id = o.source_account WHERE o.transaction_id = ?
ORDER BY CASE o.state WHEN 'POSTED' THEN 2 WHEN 'PENDING' THEN 1 ELSE 0 END DESC, o.posted_on IS NOT NULL DESC,
s.rank DESC, o.id DESC LIMIT 1
"""
_COUNTERPARTS = {"payee": "merchant", "category": "provider_category", "splits": "amount"}
_USERS_TEXTS = ("payee", "category", "note", "date", "hidden", "reviewed")


def settle(connection: sqlite3.Connection, number: int, *, tell: bool = False) -> None:
    """Let a row say what its leading observation says, under what the user chose.

    A row without observations has become part of another one: it stays as a tombstone, for its audit.

    Args:
        tell: Note beside the user's choices where the bank now says something else than before.
    """
    old = dict(
        zip(
            (*_SAID, "bank_removed"),
            connection.execute(
                f'SELECT {", ".join(_SAID)}, bank_removed FROM "transaction" WHERE id = ?', (number,)
            ).fetchone(),
            strict=True,
        )
    )
    leading = connection.execute(_LEADING, (number,)).fetchone()
    if leading is None:
        connection.execute(
            "UPDATE \"transaction\" SET state = 'REMOVED', bank_removed = 0 WHERE id = ?", (number,)
        )
        return
    said: dict[str, Stored] = dict(zip(_SAID, leading, strict=True))
    chosen = users_choices(connection, number)
    bank_removed: Stored = 0
    if "date" in chosen:
        said["transacted_on"] = old["transacted_on"]
    if "deleted" in chosen:
        said["state"] = "REMOVED"
    elif said["state"] == "REMOVED":
        if "state" in chosen:
            said["state"] = old["state"]
        elif old["state"] == "REMOVED":
            bank_removed = old["bank_removed"]
        else:
            bank_removed = int(bool(chosen))
    for field in chosen & _COUNTERPARTS.keys() if tell else ():
        column = _COUNTERPARTS[field]
        if said[column] != old[column]:
            put(connection, number, f"{field}:bank", said[column])
    assignments = ", ".join(f"{column} = ?" for column in _SAID)
    connection.execute(
        f'UPDATE "transaction" SET {assignments}, bank_removed = ? WHERE id = ?',
        (*said.values(), bank_removed, number),
    )
    fit_splits(connection, number)


def users_choices(connection: sqlite3.Connection, number: int) -> set[str]:
    """Name the fields of a row that the user chose."""
    rows = connection.execute(
        "SELECT field FROM field_choice WHERE transaction_id = ? AND source = 'USER'", (number,)
    )
    return {field for (field,) in rows}


def carry_choices(connection: sqlite3.Connection, source: int, target: int) -> None:
    """Give a row what the user chose on another one, where the user chose nothing on it."""
    for field in sorted(
        users_choices(connection, source) - users_choices(connection, target) - {"state", "deleted"}
    ):
        if field == "splits":
            put_splits(connection, target, json.loads(load_splits(connection, source) or "[]"))
            fit_splits(connection, target)
        elif field == "tags":
            put(connection, target, "tags", row_images.load_tags(connection, source))
        elif field in _USERS_TEXTS:
            column = COLUMN_OF.get(field, field)
            connection.execute(
                f'UPDATE "transaction" SET {column} = (SELECT {column} FROM "transaction" WHERE id = ?) WHERE id = ?',
                (source, target),
            )
        connection.execute(
            "INSERT OR REPLACE INTO field_choice (transaction_id, field, source, chosen_at, bank_value) "
            "SELECT ?, field, source, chosen_at, bank_value FROM field_choice WHERE transaction_id = ? AND field = ?",
            (target, source, field),
        )


def followers(connection: sqlite3.Connection, number: int, observation: int) -> list[int]:
    """List what goes with an observation when it leaves a row: itself, and what was later joined by itself."""
    rows = connection.execute(
        "SELECT id FROM observation WHERE transaction_id = ?1 AND (id = ?2 OR "
        "(id > ?2 AND joined_by IS NOT NULL AND joined_by <> ?3)) ORDER BY id",
        (number, observation, JoinReason.MERGED.value),
    )
    return [one for (one,) in rows]


def split_off(
    journal: Journal, number: TransactionId, observations: Iterable[int], reason: str
) -> TransactionId:
    """Give observations a row of their own, and remember that the two are not one.

    Returns:
        The new row.
    """
    journal.touch(number)
    new = journal.create_from(number)
    first, *rest = observations
    journal.connection.execute(
        "UPDATE observation SET transaction_id = ?, joined_by = NULL WHERE id = ?", (new, first)
    )
    journal.connection.executemany(
        "UPDATE observation SET transaction_id = ? WHERE id = ?", [(new, one) for one in rest]
    )
    for row in (number, new):
        settle(journal.connection, row)
    put_suggestion(journal.connection, "posted", number, new, ["rejected", reason, None, journal.now])
    return new


def join_rows(
    journal: Journal, kept: TransactionId, other: TransactionId, reason: JoinReason = JoinReason.MERGED
) -> None:
    """Make one row of two: the first stays, with the user's fields of both, its own before the other's.

    Raises:
        UsageError: They cannot be one.
    """
    connection = journal.connection
    first, second = journal.touch(kept), journal.touch(other)
    _check_mergeable(connection, kept, other, first, second)
    for (row,) in connection.execute(
        "SELECT first_id FROM suggestion WHERE state = 'open' AND (first_id IN (?1, ?2) OR second_id IN (?1, ?2))",
        (kept, other),
    ).fetchall():
        journal.touch(row)
    connection.execute(
        "UPDATE suggestion SET state = 'accepted' WHERE kind = 'posted' AND state = 'open' "
        "AND first_id IN (?1, ?2) AND second_id IN (?1, ?2)",
        (kept, other),
    )
    for column in ("first_id", "second_id"):  # what may be the other row may be the one that it is now
        connection.execute(
            f"UPDATE OR IGNORE suggestion SET {column} = ?1 "
            f"WHERE kind = 'posted' AND state = 'open' AND {column} = ?2",
            (kept, other),
        )
    connection.execute(
        "UPDATE suggestion SET state = 'obsolete' WHERE kind = 'posted' AND state = 'open' "
        "AND ?1 IN (first_id, second_id)",
        (other,),
    )
    connection.execute(
        "UPDATE observation SET transaction_id = ?, joined_by = ifnull(joined_by, ?) WHERE transaction_id = ?",
        (kept, reason.value, other),
    )
    for column in ("out_id", "in_id"):
        connection.execute(
            f"UPDATE transfer SET {column} = ?1 WHERE {column} = ?2 "
            "AND NOT EXISTS (SELECT 1 FROM transfer x WHERE ?1 IN (x.out_id, x.in_id))",
            (kept, other),
        )
    settle(connection, kept, tell=True)
    carry_choices(connection, other, kept)
    settle(connection, other)


def merge(db: SqliteDatabase, kept: TransactionId, other: TransactionId, now: datetime) -> Done:
    """Make one row of any two of one account, because the user says so.

    Raises:
        UsageError: They cannot be one.
    """
    journal = Journal(db, "merge", now)
    join_rows(journal, kept, other)
    return journal.write(f"Merge of {name_of(journal.connection, kept)}")


def name_of(connection: sqlite3.Connection, number: int) -> str:
    """What a row is called in a sentence."""
    found = connection.execute(
        "SELECT ifnull(payee, ifnull(nullif(merchant, ''), original_description)) "
        'FROM "transaction" WHERE id = ?',
        (number,),
    ).fetchone()
    return str(found[0]) if found and found[0] else f"transaction {number}"


def _check_mergeable(
    connection: sqlite3.Connection, kept: int, other: int, first: dict[str, Any], second: dict[str, Any]
) -> None:
    if kept == other:
        message = "A row cannot be merged with itself."
        raise UsageError(message, action="Name two rows.")
    accounts = connection.execute(
        'SELECT count(DISTINCT account_id), count(DISTINCT currency) FROM "transaction" WHERE id IN (?, ?)',
        (kept, other),
    ).fetchone()
    if accounts != (1, 1):
        message = "These two rows are in different accounts or currencies."
        raise UsageError(message, action="Pair them as a transfer, if they are one movement of money.")
    for number, image in ((kept, first), (other, second)):
        if image["observations"] is None:
            message = f"Transaction {number} has become part of another one."
            raise UsageError(message, action="Name the row that it became part of.")
