"""Rows and accounts that the user enters. Each is a command of its own, which undo takes back.

What is entered is an observation of the source "manual": so a bank's row that comes later is matched with it as with
any other source's, and leads, since this source has the lowest rank.
"""

import json
from datetime import date, datetime
from typing import Final
from uuid import uuid4

from peewee import SqliteDatabase

from budgetsync.domain.edits import Done, clean
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, ItemId, RunId, TransactionId
from budgetsync.domain.item import OWN_ENTRIES
from budgetsync.domain.money import Money
from budgetsync.domain.own_entry import OPENING, OwnAccount, OwnEntry, check_account, check_entry
from budgetsync.domain.sync import SyncRunState, Trigger
from budgetsync.domain.transaction import FieldSource
from budgetsync.store import sync_runs, tables
from budgetsync.store.accounts import RANKS
from budgetsync.store.convert import to_millis
from budgetsync.store.importing.places import item_by_hand
from budgetsync.store.journal import Journal
from budgetsync.store.merges import settle
from budgetsync.store.payloads import pack
from budgetsync.store.raw import connection_of
from budgetsync.store.row_images import put, put_choice, put_tags

_INSERT: Final = """
INSERT INTO observation (transaction_id, source_account, source_transaction_id, state, amount, currency,
    transacted_on, posted_on, merchant, original_description, first_run, last_run, payload_block, payload_place)
VALUES (?, ?, ?, 'REMOVED', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
"""
_OWN: Final = """
SELECT o.id, s.source FROM observation o JOIN source_account s ON s.id = o.source_account
WHERE o.transaction_id = ? AND o.state <> 'REMOVED' ORDER BY o.id
"""


def add_account(db: SqliteDatabase, wanted: OwnAccount, now: datetime) -> AccountId:
    """Make an account that no bank keeps; what it holds at first is its first row.

    Raises:
        UsageError: It cannot be made so.
    """
    check_account(wanted)
    account_id = AccountId(
        tables.Account.insert(
            name=wanted.name.strip(), type=wanted.type, currency=wanted.currency, created_at=to_millis(now)
        ).execute(db)
    )
    _own_account(db, account_id, now)
    if wanted.opening:
        amount = Money(wanted.opening, wanted.currency)
        opening = OwnEntry(account_id, amount, wanted.opened_on, OPENING)
        journal = Journal(db, "add", now)
        row = _create(journal, opening, now)
        put(journal.connection, row, "hidden", 1)  # it is neither spent nor earned
        put_choice(journal.connection, row, "hidden", {"source": FieldSource.USER.value, "at": journal.now})
        journal.write(f"{OPENING} of {wanted.name.strip()}")
    return account_id


def add_entry(db: SqliteDatabase, entry: OwnEntry, now: datetime) -> Done:
    """Enter a row.

    Raises:
        UsageError: There is no such account, it has another currency, or something is missing.
    """
    check_entry(entry)
    _check_account(db, entry)
    journal = Journal(db, "add", now)
    row = _create(journal, entry, now)
    users: dict[str, str | int] = {"source": FieldSource.USER.value, "at": journal.now}
    if category := clean(entry.category):
        tables.Category.insert(name=category).on_conflict_ignore().execute(db)
        found = tables.Category.select(tables.Category.id).where(tables.Category.name == category).get(db)
        put(journal.connection, row, "category_id", int(found.id))
        put_choice(journal.connection, row, "category", users)
    if note := clean(entry.note):
        put(journal.connection, row, "note", note)
        put_choice(journal.connection, row, "note", users)
    if tags := list(dict.fromkeys(filter(None, map(clean, entry.tags)))):
        put_tags(journal.connection, row, tags)
        put_choice(journal.connection, row, "tags", users)
    return journal.write(f"Entry of {entry.payee.strip()}")


def change_entry(
    db: SqliteDatabase,
    row: TransactionId,
    now: datetime,
    *,
    amount: Money | None = None,
    on: date | None = None,
    payee: str | None = None,
) -> Done:
    """Change what the user entered: what is told before is kept as taken back, so that undo finds it.

    Raises:
        UsageError: There is no such row, or it is not only the user who told of it.
    """
    journal = Journal(db, "change entry", now)
    image = journal.touch(row)
    told = journal.connection.execute(_OWN, (row,)).fetchall()
    if [source for _, source in told] != [OWN_ENTRIES]:
        message = f"Transaction {row} is not yours alone: a bank or a file tells its amount."
        raise UsageError(message, action="Split it, or change its date, payee, category or note instead.")
    account, currency, merchant, day, minor = journal.connection.execute(
        'SELECT account_id, currency, merchant, transacted_on, amount FROM "transaction" WHERE id = ?', (row,)
    ).fetchone()
    entry = OwnEntry(
        AccountId(account),
        amount or Money(minor, currency),
        on or date.fromisoformat(day),
        payee if payee is not None else merchant,
    )
    check_entry(entry)
    _check_account(db, entry)
    if (entry.amount.minor, entry.on.isoformat(), entry.payee.strip()) == (minor, day, merchant):
        return journal.write("")
    new = _observe(db, row, entry, now)
    image[f"observation:{new}"] = "REMOVED"  # it came after the first look, and undo is to know it
    put(journal.connection, row, f"observation:{told[0][0]}", "REMOVED")
    put(journal.connection, row, f"observation:{new}", "POSTED")
    settle(journal.connection, row)
    return journal.write(f"Change of {entry.payee.strip()}")


def _create(journal: Journal, entry: OwnEntry, now: datetime) -> TransactionId:
    """Make a row: at first as one that is taken back, which is what undo brings it to."""
    row = journal.create_in(entry.account_id, entry.amount.currency, entry.on)
    observation = _observe(journal.db, row, entry, now)
    settle(journal.connection, row)
    journal.look_at_new(row)
    put(journal.connection, row, f"observation:{observation}", "POSTED")
    settle(journal.connection, row)
    return row


def _observe(db: SqliteDatabase, row: TransactionId, entry: OwnEntry, now: datetime) -> int:
    connection = connection_of(db)
    source_account, run = _own_account(db, entry.account_id, now)
    payee, day = entry.payee.strip(), entry.on.isoformat()
    told = {"entered_at": now.isoformat(), "amount": f"{entry.amount.decimal:f}", "date": day, "payee": payee}
    block = connection.execute(
        "INSERT INTO payload_block (content) VALUES (?)", (pack([json.dumps(told).encode()]),)
    ).lastrowid
    found = connection.execute(
        _INSERT,
        (
            row,
            source_account,
            uuid4().hex,
            entry.amount.minor,
            entry.amount.currency,
            day,
            day,
            payee,
            payee,
            run,
            run,
            block,
        ),
    )
    return int(found.lastrowid or 0)


def _check_account(db: SqliteDatabase, entry: OwnEntry) -> None:
    found = (
        connection_of(db).execute("SELECT currency FROM account WHERE id = ?", (entry.account_id,)).fetchone()
    )
    if found is None:
        message = f"There is no account {entry.account_id}."
        raise UsageError(message, action="See `budgetsync status` for the accounts and their numbers.")
    if found[0] != entry.amount.currency:
        message = f"The account is in {found[0] or 'no known currency'}, not in {entry.amount.currency}."
        raise UsageError(message, action="Give the amount in the account's currency.")


def _own_account(db: SqliteDatabase, account_id: AccountId, now: datetime) -> tuple[int, RunId]:
    """Find what the user's own source calls an account, and its run; both are made when first needed."""
    connection = connection_of(db)
    item, run = _own_item(db, now)
    name = f"account-{account_id}"
    connection.execute(
        "INSERT INTO source_account (account_id, item_id, source, source_account_id, rank) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        (account_id, item, OWN_ENTRIES, name, RANKS[OWN_ENTRIES]),
    )
    found = connection.execute(
        "SELECT id FROM source_account WHERE source = ? AND source_account_id = ?", (OWN_ENTRIES, name)
    ).fetchone()
    return int(found[0]), run


def _own_item(db: SqliteDatabase, now: datetime) -> tuple[ItemId, RunId]:
    connection = connection_of(db)
    item = item_by_hand(db, OWN_ENTRIES, now)
    found = connection.execute("SELECT min(id) FROM sync_run WHERE item_id = ?", (item,)).fetchone()[0]
    if found is not None:
        return item, RunId(found)
    run = sync_runs.open_run(db, item, Trigger.IMPORT, "", now)
    sync_runs.close_run(db, run, SyncRunState.SUCCEEDED, now)
    return item, run
