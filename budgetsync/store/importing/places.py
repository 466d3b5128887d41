"""Where a statement's entries go: its account in the ledger, and what its source calls that account."""

from datetime import datetime
from typing import Final, NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, ItemId, SourceAccountId
from budgetsync.domain.importing import ChosenAccount, NewAccount
from budgetsync.domain.item import FILES, OWN_ENTRIES, History, ItemStatus
from budgetsync.domain.statement import Statement, StatementFormat
from budgetsync.store import tables
from budgetsync.store.accounts import RANKS, AccountRef
from budgetsync.store.convert import to_millis
from budgetsync.store.importing.own import find_own_account
from budgetsync.store.raw import connection_of

FILE_RANK: Final = 10
"""Of every format of statement files."""
_NAMES = {FILES: "Statement files", OWN_ENTRIES: "Your own entries"}


class Place(NamedTuple):
    """An account of the ledger as a statement's source knows it.

    Attributes:
        chosen: The account; None where a person has to say which.
        name: What it is called.
        currency: ISO 4217 code; "" where neither file nor account says.
        source_account: What the source calls it; "" for an account that is still to be made or chosen.
    """

    chosen: ChosenAccount | None
    name: str
    currency: str
    source_account: str


def find_place(
    db: SqliteDatabase, source: StatementFormat, statement: Statement, wanted: ChosenAccount | None
) -> Place:
    """Find the account of a statement: the one that its source had before, the wanted one, or one that is surely it.

    Raises:
        UsageError: There is no such account, or it is kept in another currency.
    """
    said = statement.account
    before = _find_before(db, source, said.id) if said.id else None
    if before is not None and (wanted in {None, before} or _tells(db, source, said.id)):
        if wanted not in {None, before}:
            message = (
                "This account's files went to another account before, and what they told is still there."
            )
            raise UsageError(message, action="Undo that import, or link the two accounts.")
        return _place_of(db, statement, before)
    if isinstance(wanted, NewAccount):
        _check_currency(statement.currency, wanted.currency, wanted.name)
        return Place(wanted, wanted.name, wanted.currency, said.id if before is not None else "")
    found = wanted
    if found is None:
        found = find_own_account(db, statement) or _find_alike(db, statement)
    if found is None:
        return Place(None, said.name, statement.currency, "")
    return _place_of(db, statement, found)


def item_by_hand(db: SqliteDatabase, provider: str, now: datetime) -> ItemId:
    """Find the item of statement files or of own entries; it is made when it is first needed."""
    connection = connection_of(db)
    connection.execute(
        "INSERT INTO item (provider, source_item_id, institution_id, institution_name, status, cursor, history, "
        "created_at) VALUES (?1, ?1, ?1, ?2, ?3, '', ?4, ?5) ON CONFLICT DO NOTHING",
        (provider, _NAMES[provider], ItemStatus.HEALTHY.value, History.COMPLETE.value, to_millis(now)),
    )
    return ItemId(connection.execute("SELECT id FROM item WHERE provider = ?", (provider,)).fetchone()[0])


def have_account(db: SqliteDatabase, place: Place, mask: str | None, now: datetime) -> AccountId:
    """Give the account of a place, which is made now if it is a new one."""
    if not isinstance(place.chosen, NewAccount):
        assert place.chosen is not None
        return place.chosen
    return AccountId(
        tables.Account.insert(
            name=place.chosen.name,
            official_name=None,
            mask=mask,
            type=place.chosen.type,
            subtype=None,
            currency=place.chosen.currency,
            created_at=to_millis(now),
        ).execute(db)
    )


def have_source_account(
    db: SqliteDatabase, item_id: ItemId, account_id: AccountId, source: str, name: str
) -> AccountRef:
    """Give what a source calls an account, which is written down if it is new."""
    connection = connection_of(db)
    connection.execute(
        "INSERT INTO source_account (account_id, item_id, source, source_account_id, rank) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET account_id = excluded.account_id",  # only where nothing is left of it elsewhere
        (account_id, item_id, source, name, RANKS.get(source, FILE_RANK)),
    )
    number, account = connection.execute(
        "SELECT id, account_id FROM source_account WHERE source = ? AND source_account_id = ?", (source, name)
    ).fetchone()
    return AccountRef(SourceAccountId(number), AccountId(account))


def source_name(statement: Statement, account_id: AccountId) -> str:
    """What a source calls an account: the digest that it gives, else ours, for files that name no account."""
    return statement.account.id or f"account:{account_id}"


def _find_before(db: SqliteDatabase, source: str, name: str) -> AccountId | None:
    found = (
        connection_of(db)
        .execute(
            "SELECT account_id FROM source_account WHERE source = ? AND source_account_id = ?", (source, name)
        )
        .fetchone()
    )
    return AccountId(found[0]) if found else None


def _tells(db: SqliteDatabase, source: str, name: str) -> bool:
    """Whether anything is left of what a source told of an account."""
    found = connection_of(db).execute(
        "SELECT EXISTS (SELECT 1 FROM source_account s JOIN observation o ON o.source_account = s.id "
        "WHERE s.source = ? AND s.source_account_id = ? AND o.state <> 'REMOVED')",
        (source, name),
    )
    return bool(found.fetchone()[0])


def _find_alike(db: SqliteDatabase, statement: Statement) -> AccountId | None:
    """Find the only account that has the statement's last digits, currency and kind."""
    said = statement.account
    if not said.mask or len(said.mask) < 4:  # noqa: PLR2004 - fewer digits are shared by chance
        return None
    found = (
        connection_of(db)
        .execute(
            "SELECT id FROM account WHERE substr(mask, -4) = ? AND currency = ? AND type = ?",
            (said.mask[-4:], statement.currency, said.type),
        )
        .fetchall()
    )
    return AccountId(found[0][0]) if len(found) == 1 else None


def _place_of(db: SqliteDatabase, statement: Statement, account_id: AccountId) -> Place:
    row = (
        connection_of(db).execute("SELECT name, currency FROM account WHERE id = ?", (account_id,)).fetchone()
    )
    if row is None:
        message = f"There is no account {account_id}."
        raise UsageError(message, action="See `budgetsync status` for the accounts and their numbers.")
    name, currency = row
    _check_currency(statement.currency, currency, name)
    return Place(account_id, name, statement.currency or currency or "", source_name(statement, account_id))


def _check_currency(told: str, kept: str | None, name: str) -> None:
    if told and kept and told != kept:
        message = f"The statement is in {told}, the account {name} in {kept}."
        raise UsageError(message, action="Choose an account of that currency, or make a new one.")
