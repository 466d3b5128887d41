"""Observations: what the ledger already holds of a batch."""

from collections.abc import Collection
from datetime import date

from peewee import SqliteDatabase

from budgetsync.domain.ids import ItemId, ObservationId, TransactionId
from budgetsync.domain.transaction import ObservationKey, StoredObservation, TransactionState
from budgetsync.store.raw import connection_of

_STATES = {state.value: state for state in TransactionState}

_SELECT = """
SELECT o.id, o.transaction_id, s.source_account_id, o.source_transaction_id, o.state, o.amount, o.currency,
       o.transacted_on, o.posted_on, o.merchant, o.original_description, o.pending_id, o.provider_category,
       o.category_confidence, t.state
FROM temp.needed n
JOIN source_account s ON s.source = ? AND s.source_account_id = n.source_account_id
JOIN observation o ON o.source_account = s.id AND o.source_transaction_id = n.source_transaction_id
JOIN "transaction" t ON t.id = o.transaction_id
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
    stored = {}
    for row in connection.execute(_SELECT, (source,)):
        observation = StoredObservation(
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
        stored[observation.key] = observation
    connection.execute("DELETE FROM temp.needed")
    return stored
