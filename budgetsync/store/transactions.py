"""Rows of the ledger as the user sees and edits them."""

from collections.abc import Iterator
from datetime import date, datetime

from peewee import SqliteDatabase

from budgetsync.domain.category import describe
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import EDITABLE_FIELDS, FieldSource, Transaction, TransactionState
from budgetsync.store import tables
from budgetsync.store.changes import FieldChange, record
from budgetsync.store.convert import to_millis
from budgetsync.store.derived import Derived
from budgetsync.store.raw import connection_of

_SELECT = """
SELECT t.id, t.account_id, a.name, t.state, t.amount, t.currency, t.transacted_on, t.posted_on, t.merchant,
       t.payee, t.original_description, c.name, f.source, t.provider_category, t.note
FROM "transaction" t
JOIN account a ON a.id = t.account_id
LEFT JOIN category c ON c.id = t.category_id
LEFT JOIN field_choice f ON f.transaction_id = t.id AND f.field = 'category'
WHERE t.state <> 'REMOVED'
"""


def load_newest(
    db: SqliteDatabase, limit: int | None, account_id: AccountId | None = None
) -> list[Transaction]:
    """Load the newest rows that count, newest first; None as limit means all of them."""
    where, parameters = "", []
    if account_id is not None:
        where = "AND t.account_id = ? "
        parameters.append(int(account_id))
    sql = f"{_SELECT} {where}ORDER BY t.transacted_on DESC, t.id DESC LIMIT ?"
    rows: Iterator[tuple[object, ...]] = connection_of(db).execute(
        sql, [*parameters, -1 if limit is None else limit]
    )
    return [_to_transaction(row) for row in rows]


def edit(
    db: SqliteDatabase, transaction_id: TransactionId, field: str, value: str | None, now: datetime
) -> AccountId:
    """Write what the user typed: the value, that it is the user's choice, and the audit row.

    Args:
        value: None takes the user's word back: the provider's value is shown again.

    Returns:
        The account of the row.

    Raises:
        UsageError: No such row, or not a field that a user can type into.
    """
    if field not in EDITABLE_FIELDS:
        message = f"{field!r} is not a field that can be edited."
        raise UsageError(message, action=f"Edit one of {', '.join(EDITABLE_FIELDS)}.")
    row = tables.Transaction.select().where(tables.Transaction.id == transaction_id).first(db)
    if row is None:
        message = f"There is no transaction {transaction_id}."
        raise UsageError(message, action="Sync, and look for it again.")
    column = "category_id" if field == "category" else field
    new = _category_id(db, value) if field == "category" and value is not None else value
    old = getattr(row, column)
    if old == new:
        return AccountId(row.account_id)
    derived = Derived(db)
    derived.touch(transaction_id)
    tables.Transaction.update({column: new}).where(tables.Transaction.id == transaction_id).execute(db)
    _remember_choice(db, transaction_id, field, now, chosen=value is not None)
    derived.refresh()
    command = tables.Command.insert(kind=f"edit {field}", done_at=to_millis(now)).execute(db)
    change = FieldChange(transaction_id, column, old, new, FieldSource.USER)
    record(db, [change], at=to_millis(now), command_id=command)
    return AccountId(row.account_id)


def _remember_choice(
    db: SqliteDatabase, transaction_id: TransactionId, field: str, now: datetime, *, chosen: bool
) -> None:
    choice = tables.FieldChoice
    if chosen:
        choice.insert(
            transaction_id=transaction_id,
            field=field,
            source=FieldSource.USER.value,
            chosen_at=to_millis(now),
        ).on_conflict_replace().execute(db)
    else:
        choice.delete().where(choice.transaction_id == transaction_id, choice.field == field).execute(db)


def _category_id(db: SqliteDatabase, name: str) -> int:
    """Find the user's category of this name, or make it."""
    tables.Category.insert(name=name).on_conflict_ignore().execute(db)
    return int(tables.Category.select(tables.Category.id).where(tables.Category.name == name).get(db).id)


def _to_transaction(row: tuple[object, ...]) -> Transaction:
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
    )
