"""Rows of the ledger as the user sees them."""

from collections.abc import Iterable, Sequence
from datetime import date

from peewee import SqliteDatabase

from budgetsync.domain.category import describe
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import FieldSource, Transaction, TransactionState
from budgetsync.store.attachments import Attachments, load_attachments, say
from budgetsync.store.raw import connection_of

_SELECT = """
SELECT t.id, t.account_id, a.name, t.state, t.amount, t.currency, t.transacted_on, t.posted_on, t.merchant,
       t.payee, t.original_description, c.name, f.source, t.provider_category, t.note,
       t.hidden, t.reviewed, t.bank_removed
FROM "transaction" t
JOIN account a ON a.id = t.account_id
LEFT JOIN category c ON c.id = t.category_id
LEFT JOIN field_choice f ON f.transaction_id = t.id AND f.field = 'category'
"""
# Each is on an index of its own. One that is on both would not hold the state, which searches need it for.
_IN_SIGHT = ("t.state <> 'REMOVED'", "t.bank_removed = 1")
_CHUNK = 500


def load_newest(
    db: SqliteDatabase, limit: int | None, account_id: AccountId | None = None
) -> list[Transaction]:
    """Load the newest rows that are in sight, newest first; None as limit means all of them.

    In sight is what counts, and what the bank took back after the user had edited it.
    """
    found: list[Transaction] = []
    for where in _IN_SIGHT:
        of_account = "" if account_id is None else "AND t.account_id = ? "
        values = [] if account_id is None else [int(account_id)]
        sql = f"{_SELECT} WHERE {where} {of_account}ORDER BY t.transacted_on DESC, t.id DESC LIMIT ?"
        rows = connection_of(db).execute(sql, [*values, -1 if limit is None else limit])
        found += _to_transactions(db, rows)
    found.sort(key=lambda row: (row.transacted_on, row.id), reverse=True)
    return found if limit is None else found[:limit]


def load_some(db: SqliteDatabase, transaction_ids: Sequence[TransactionId]) -> list[Transaction]:
    """Load rows by their numbers, removed ones too, in the order asked for; those that do not exist are left out."""
    found: dict[int, Transaction] = {}
    for start in range(0, len(transaction_ids), _CHUNK):
        chunk = list(transaction_ids[start : start + _CHUNK])
        sql = f"{_SELECT} WHERE t.id IN ({','.join('?' * len(chunk))})"
        found |= {row.id: row for row in _to_transactions(db, connection_of(db).execute(sql, chunk))}
    return [found[number] for number in transaction_ids if number in found]


def _to_transactions(db: SqliteDatabase, rows: Iterable[tuple[object, ...]]) -> list[Transaction]:
    listed = list(rows)
    attached = load_attachments(db, [int(str(row[0])) for row in listed])
    return [_to_transaction(row, attached.get(int(str(row[0])))) for row in listed]


def _to_transaction(row: tuple[object, ...], attached: Attachments | None) -> Transaction:
    (
        number,
        account_id,
        account_name,
        state,
        amount,
        currency,
        transacted_on,
        posted_on,
        merchant,
        payee,
        original_description,
        category,
        category_source,
        provider_category,
        note,
        hidden,
        reviewed,
        bank_removed,
    ) = row
    assert isinstance(number, int)
    assert isinstance(account_id, int)
    assert isinstance(amount, int)
    if category is None and provider_category is not None:
        category, category_source = describe(str(provider_category)), FieldSource.PROVIDER.value
    return Transaction(
        id=TransactionId(number),
        account_id=AccountId(account_id),
        account_name=str(account_name),
        state=TransactionState(str(state)),
        amount=Money(amount, str(currency)),
        transacted_on=date.fromisoformat(str(transacted_on)),
        posted_on=None if posted_on is None else date.fromisoformat(str(posted_on)),
        merchant=str(merchant),
        payee=None if payee is None else str(payee),
        original_description=str(original_description),
        category=None if category is None else str(category),
        category_source=None if category_source is None else FieldSource(str(category_source)),
        note=None if note is None else str(note),
        tags=tuple(attached.tags) if attached else (),
        splits=tuple(attached.splits) if attached else (),
        hidden=bool(hidden),
        reviewed=bool(reviewed),
        bank_removed=bool(bank_removed),
        bank_says={name: say(name, value, str(currency)) for name, value in attached.bank_values.items()}
        if attached
        else {},
        transfer=attached.transfer if attached else None,
    )
