"""Observations: what the ledger already holds of a batch."""

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from peewee import SqliteDatabase

from budgetsync.domain.ids import AccountId, ItemId, ObservationId, TransactionId
from budgetsync.domain.transaction import Observation, ObservationKey, StoredObservation, TransactionState
from budgetsync.store.raw import connection_of

_STATES = {state.value: state for state in TransactionState}

_COLUMNS = """
o.id, o.transaction_id, s.source_account_id, o.source_transaction_id, o.state, o.amount, o.currency,
o.transacted_on, o.posted_on, o.merchant, o.original_description, o.pending_id, o.provider_category,
o.category_confidence, t.state
"""
_BY_KEY = f"""
SELECT {_COLUMNS}
FROM temp.needed n
JOIN source_account s ON s.source = ? AND s.source_account_id = n.source_account_id
JOIN observation o ON o.source_account = s.id AND o.source_transaction_id = n.source_transaction_id
JOIN "transaction" t ON t.id = o.transaction_id
"""
_OF_ROWS = f"""
SELECT {_COLUMNS}
FROM "transaction" t
JOIN observation o ON o.transaction_id = t.id
JOIN source_account s ON s.id = o.source_account
"""
# A row that was told apart from its posted one, by the user or by an undo, is not to be joined again.
# The order of joins is said: SQLite would rather go through every observation, since that is the order wanted.
_GONE = (
    f"SELECT {_COLUMNS} "
    'FROM "transaction" t INDEXED BY transaction_taken_back '
    "CROSS JOIN observation o ON o.transaction_id = t.id "
    "JOIN source_account s ON s.id = o.source_account AND s.source <> 'manual' "  # the user took that back, no bank
    "WHERE t.account_id = ? AND t.state = 'REMOVED' AND NOT EXISTS ("
    "SELECT 1 FROM suggestion g WHERE g.kind = 'posted' AND g.first_id = t.id AND g.state = 'rejected') "
    "AND NOT EXISTS (SELECT 1 FROM field_choice d WHERE d.transaction_id = t.id AND d.field = 'deleted')"
)
_ANY_GONE = "SELECT EXISTS (SELECT 1 FROM \"transaction\" WHERE account_id = ? AND state = 'REMOVED')"
_RESTORED = f"""
SELECT {_COLUMNS}
FROM field_choice f
CROSS JOIN "transaction" t ON t.id = f.transaction_id
CROSS JOIN observation o ON o.transaction_id = t.id
JOIN source_account s ON s.id = o.source_account
WHERE f.field = 'state' AND t.account_id = ? AND t.state <> 'REMOVED'
ORDER BY o.posted_on IS NOT NULL, o.id
"""
_HELD = (
    f"{_OF_ROWS} JOIN held_removal h ON h.observation_id = o.id AND h.state <> 'applied' "
    "WHERE h.account_id = ? ORDER BY o.id"
)
_BESIDE = """
SELECT s.source_account_id, o.source_transaction_id
FROM observation o
JOIN source_account s ON s.id = o.source_account
WHERE o.transaction_id = ? AND o.id <> ? AND o.state <> 'REMOVED'
"""


def has_observations(db: SqliteDatabase, item_id: ItemId) -> bool:
    """Tell whether anything of a connection is stored: a first sync need not look up 100,000 ids."""
    found = (
        connection_of(db)
        .execute(
            "SELECT EXISTS (SELECT 1 FROM observation o JOIN source_account s ON s.id = o.source_account "
            "WHERE s.item_id = ?)",
            (item_id,),
        )
        .fetchone()
    )
    return bool(found[0])


def load_stored(
    db: SqliteDatabase, source: str, keys: Collection[ObservationKey]
) -> dict[ObservationKey, StoredObservation]:
    """Load what is stored of these keys; the cost grows with the keys, not with the history."""
    connection = connection_of(db)
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS needed (source_account_id TEXT, source_transaction_id TEXT)"
    )
    connection.execute("DELETE FROM temp.needed")
    connection.executemany("INSERT INTO temp.needed VALUES (?, ?)", keys)
    stored = {found.key: found for found in map(_to_stored, connection.execute(_BY_KEY, (source,)))}
    connection.execute("DELETE FROM temp.needed")
    return stored


def load_told(
    db: SqliteDatabase, source: str, account: str, ids: Iterable[str]
) -> dict[ObservationKey, StoredObservation]:
    """Load what is stored of these ids of a source's account, also on a connection that cannot write."""
    sql = (
        f"SELECT {_COLUMNS} FROM json_each(?) n "
        "CROSS JOIN source_account s ON s.source = ? AND s.source_account_id = ? "
        "CROSS JOIN observation o ON o.source_account = s.id AND o.source_transaction_id = n.value "
        'JOIN "transaction" t ON t.id = o.transaction_id'
    )
    rows = connection_of(db).execute(sql, (json.dumps(list(ids)), source, account))
    return {found.key: found for found in map(_to_stored, rows)}


def load_taken_back(
    db: SqliteDatabase, account_id: AccountId, name: str, amounts: Collection[int]
) -> list[StoredObservation]:
    """Load what the bank no longer has of rows of an account, the newest posted observation of each, else the newest.

    Those are rows that it took back, those that the user restored, and those whose removal is held or was
    dismissed.

    Args:
        name: What the source calls the account now; what is found bears it, whoever told it.
        amounts: Amounts of the account's new rows; only rows of such an amount can be given again.
    """
    connection = connection_of(db)
    found: dict[TransactionId, StoredObservation] = {}
    for sql in (_RESTORED, _HELD):
        for row in map(_to_stored, connection.execute(sql, (account_id,))):
            if row.minor in amounts:
                found[row.transaction_id] = row
    if connection.execute(_ANY_GONE, (account_id,)).fetchone()[0]:
        for chunk in _chunks(amounts, 500):
            gone = f"{_GONE} AND t.amount IN ({','.join('?' * len(chunk))}) ORDER BY o.posted_on IS NOT NULL, o.id"
            for row in map(_to_stored, connection.execute(gone, (account_id, *chunk))):
                found[row.transaction_id] = row
    return [row._replace(source_account_id=name) for row in found.values()]


def load_relinked(db: SqliteDatabase, account_id: AccountId, name: str) -> list[StoredObservation]:
    """Load the live observations of an account's rows that came from its other connections of the same provider.

    Args:
        name: The source's id of the account in the newest connection; what is found bears it.
    """
    sql = (
        f"{_OF_ROWS} WHERE t.account_id = ?1 AND o.state <> 'REMOVED' AND s.source_account_id <> ?2 AND s.source = "
        "(SELECT x.source FROM source_account x WHERE x.account_id = t.account_id AND x.source_account_id = ?2) "
        "ORDER BY o.id"
    )
    return [
        found._replace(source_account_id=name)
        for found in map(_to_stored, connection_of(db).execute(sql, (account_id, name)))
    ]


def load_first_day(db: SqliteDatabase, item_id: ItemId) -> date | None:
    """Tell the first day that a connection has told rows of."""
    (day,) = (
        connection_of(db)
        .execute(
            "SELECT min(o.transacted_on) FROM source_account s JOIN observation o ON o.source_account = s.id "
            "WHERE s.item_id = ?",
            (item_id,),
        )
        .fetchone()
    )
    return None if day is None else date.fromisoformat(day)


def load_occupied(
    db: SqliteDatabase, stored: Iterable[StoredObservation]
) -> dict[ObservationId, ObservationKey]:
    """Name what lives on the row of each observation that was taken back, but is not tied to it by a link."""
    return {
        known.id: ObservationKey(*other)
        for known in stored
        if known.state is TransactionState.REMOVED and known.row_state is not TransactionState.REMOVED
        if (
            other := connection_of(db)
            .execute(
                f"{_BESIDE} AND o.pending_id IS NOT ? AND o.source_transaction_id IS NOT ?",
                (known.transaction_id, known.id, known.source_transaction_id, known.pending_id),
            )
            .fetchone()
        )
        is not None
    }


def load_pendings(
    db: SqliteDatabase, posted: Iterable[StoredObservation]
) -> dict[ObservationId, ObservationKey]:
    """Name the pending observation that still lives on the row of each posted one that had a link."""
    return {
        known.id: ObservationKey(*other)
        for known in posted
        if known.state is TransactionState.POSTED and known.pending_id is not None
        if (
            other := connection_of(db)
            .execute(
                f"{_BESIDE} AND o.source_transaction_id = ?",
                (known.transaction_id, known.id, known.pending_id),
            )
            .fetchone()
        )
        is not None
    }


def load_held(db: SqliteDatabase) -> set[ObservationId]:
    """Name the observations that the bank no longer has, whose removal waits for the user or was dismissed."""
    rows = connection_of(db).execute("SELECT observation_id FROM held_removal WHERE state <> 'applied'")
    return {ObservationId(number) for (number,) in rows}


def load_leading(db: SqliteDatabase, transaction_id: TransactionId) -> Observation | None:
    """Load what leads a row now: a posted observation that lives, else a pending one; the source in charge, the newest.

    Its payload is left where it is.
    """
    row = (
        connection_of(db)
        .execute(
            "SELECT s.source_account_id, o.source_transaction_id, o.state, o.amount, o.currency, o.transacted_on, "
            "o.posted_on, o.merchant, o.original_description, o.pending_id, o.provider_category, "
            "o.category_confidence FROM observation o JOIN source_account s ON s.id = o.source_account "
            "WHERE o.transaction_id = ? AND o.state <> 'REMOVED' "
            "ORDER BY o.state = 'POSTED' DESC, s.rank DESC, o.id DESC LIMIT 1",
            (transaction_id,),
        )
        .fetchone()
    )
    if row is None:
        return None
    return Observation(
        row[0],
        row[1],
        _STATES[row[2]],
        row[3],
        row[4],
        date.fromisoformat(row[5]),
        row[6] and date.fromisoformat(row[6]),
        row[7],
        row[8],
        row[9],
        row[10],
        row[11],
        b"",
    )


def load_leaders(db: SqliteDatabase, rows: Iterable[TransactionId]) -> dict[TransactionId, StoredObservation]:
    """Load what leads each row, or what led it last where nothing of it lives, so that another one can be joined."""
    connection = connection_of(db)
    found: dict[TransactionId, StoredObservation] = {}
    for chunk in _chunks(sorted(set(rows)), 500):
        sql = (
            f"{_OF_ROWS} WHERE t.id IN ({','.join('?' * len(chunk))}) "
            "ORDER BY CASE o.state WHEN 'POSTED' THEN 2 WHEN 'PENDING' THEN 1 ELSE 0 END, s.rank, o.id"
        )
        for row in map(_to_stored, connection.execute(sql, chunk)):
            found[row.transaction_id] = row
    return found


def load_accounts_of(db: SqliteDatabase, rows: Iterable[TransactionId]) -> dict[TransactionId, AccountId]:
    """Tell which account each row is in."""
    found: dict[TransactionId, AccountId] = {}
    for chunk in _chunks(sorted(set(rows)), 500):
        sql = f'SELECT id, account_id FROM "transaction" WHERE id IN ({",".join("?" * len(chunk))})'
        found.update(
            (TransactionId(row), AccountId(account)) for row, account in connection_of(db).execute(sql, chunk)
        )
    return found


def count_live(db: SqliteDatabase, account_id: AccountId) -> int:
    """Count the rows of an account that count."""
    sql = "SELECT rows FROM account_sum WHERE account_id = ?"
    found = connection_of(db).execute(sql, (account_id,)).fetchone()
    return int(found[0]) if found else 0


def _to_stored(row: tuple[Any, ...]) -> StoredObservation:
    return StoredObservation(
        ObservationId(row[0]),
        TransactionId(row[1]),
        row[2],
        row[3],
        _STATES[row[4]],
        row[5],
        row[6],
        date.fromisoformat(row[7]),
        row[8] and date.fromisoformat(row[8]),
        row[9],
        row[10],
        row[11],
        row[12],
        row[13],
        _STATES[row[14]],
    )


def _chunks(values: Iterable[int], size: int) -> Iterator[list[int]]:
    iterator = iter(values)
    while chunk := list(islice(iterator, size)):
        yield chunk
