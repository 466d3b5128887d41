"""Rows of an account as the matcher looks at them: those that one source has not told of, from days near its own."""

from collections.abc import Collection
from datetime import date, timedelta

from peewee import SqliteDatabase

from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.item import FILES
from budgetsync.domain.matching import KnownRow
from budgetsync.domain.transaction import TransactionState
from budgetsync.store.raw import connection_of

AROUND = timedelta(days=14)
"""So far apart may two sources' days of one transaction be: a pending one takes that long to be booked."""
_ROWS = """
SELECT t.id, t.state, t.amount, t.currency, t.transacted_on, t.posted_on, t.payee, t.merchant, t.original_description
FROM "transaction" t INDEXED BY transaction_by_account
WHERE t.account_id = ?1 AND t.state <> 'REMOVED' AND t.transacted_on BETWEEN ?2 AND ?3
"""
_DELETED = """
SELECT t.id, 'POSTED', t.amount, t.currency, t.transacted_on, t.posted_on, t.payee, t.merchant, t.original_description
FROM field_choice f CROSS JOIN "transaction" t ON t.id = f.transaction_id
WHERE f.field = 'deleted' AND t.account_id = ?1 AND t.transacted_on BETWEEN ?2 AND ?3
"""
_TOLD = """
SELECT o.transaction_id FROM source_account s JOIN observation o ON o.source_account = s.id
WHERE s.source = ?1 AND s.source_account_id = ?2 AND o.state <> 'REMOVED'
AND o.transacted_on BETWEEN ?3 AND ?4
"""
_SAID = """
SELECT o.transaction_id, o.transacted_on, o.posted_on, o.merchant, o.original_description
FROM "transaction" t INDEXED BY transaction_by_account JOIN observation o ON o.transaction_id = t.id
WHERE t.account_id = ?1 AND t.state <> 'REMOVED' AND t.transacted_on BETWEEN ?2 AND ?3 AND o.state <> 'REMOVED'
"""


def load_known(
    db: SqliteDatabase,
    account_id: AccountId,
    source: tuple[str, str],
    first: date,
    last: date,
    leaving: Collection[int] = (),
) -> list[KnownRow]:
    """Load the rows of an account that a source has not told of, deleted ones included, in the order of their ids.

    Args:
        source: Its name and what it calls the account.
        first, last: The span of what it tells now.
        leaving: Rows of which it takes back what it told: what comes in its place may be them.
    """
    connection = connection_of(db)
    begin, end = (first - AROUND).isoformat(), (last + AROUND).isoformat()
    wide = ((first - 2 * AROUND).isoformat(), (last + 2 * AROUND).isoformat())
    told = {number for (number,) in connection.execute(_TOLD, (*source, *wide))} - set(leaving)
    span = (account_id, begin, end)
    said: dict[int, list[tuple[str | None, ...]]] = {}
    for number, *what in connection.execute(_SAID, span):
        said.setdefault(number, []).append(tuple(what))
    found = [
        _to_known(row, said.get(row[0], ()))
        for sql in (_ROWS, _DELETED)
        for row in connection.execute(sql, span)
        if row[0] not in told
    ]
    return sorted(found, key=lambda one: one.id)


def only_files(db: SqliteDatabase, account_id: AccountId) -> bool:
    """Whether nothing but statement files tells of an account: files of one bank agree on its days."""
    found = connection_of(db).execute(
        "SELECT NOT EXISTS (SELECT 1 FROM source_account s JOIN item i ON i.id = s.item_id "
        "WHERE s.account_id = ? AND i.provider <> ?)",
        (account_id, FILES),
    )
    return bool(found.fetchone()[0])


def load_deleted(db: SqliteDatabase, account_id: AccountId) -> frozenset[TransactionId]:
    """Name the rows of an account that the user deleted."""
    rows = connection_of(db).execute(
        'SELECT t.id FROM field_choice f CROSS JOIN "transaction" t ON t.id = f.transaction_id '
        "WHERE f.field = 'deleted' AND t.account_id = ?",
        (account_id,),
    )
    return frozenset(TransactionId(number) for (number,) in rows)


def _to_known(row: tuple[object, ...], said: "list[tuple[str | None, ...]] | tuple[()]") -> KnownRow:
    number, state, minor, currency, made, booked, *texts = row
    days = {str(made): None}
    if booked:
        days[str(booked)] = None
    words = {str(text): None for text in texts if text}
    for transacted, posted, merchant, description in said:
        days.update({day: None for day in (transacted, posted) if day})
        words.update({text: None for text in (merchant, description) if text})
    return KnownRow(
        TransactionId(int(str(number))),
        TransactionState(str(state)),
        int(str(minor)),
        str(currency),
        tuple(date.fromisoformat(day) for day in days),
        tuple(words),
    )
