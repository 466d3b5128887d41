"""Settings that a ledger remembers, weakest of all: command line and environment go before."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from peewee import SqliteDatabase

from budgetsync.store import tables
from budgetsync.store.convert import to_instant, to_millis
from budgetsync.store.faults import told

REMEMBERED = ("PLAID_ENV", "PLAID_URL")
"""What is kept; the environment is that of the file for good. Keys and secrets never are."""

_CONNECTING = "connecting"
_VAULT_PLACE = "vault.place"
_LISTENED = "receiver.listened_at"


def peek_settings(path: Path) -> dict[str, str | None]:
    """Read what a ledger remembers before it is opened; nothing where there is no ledger yet.

    Raises:
        StoreError: The file is there and cannot be read.
    """
    if not path.is_file() or not path.stat().st_size:
        return {}
    with told(), closing(sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True)) as connection:
        tables_there = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'setting'").fetchone()
        if tables_there is None:
            return {}
        rows = dict(connection.execute("SELECT name, value FROM setting"))
        return {"PLAID_ENV": rows.get("environment"), "PLAID_URL": rows.get("PLAID_URL")}


def save_url(db: SqliteDatabase, url: str) -> None:
    """Remember where this ledger's provider answers."""
    tables.Setting.insert(name="PLAID_URL", value=url).on_conflict_replace().execute(db)


def save_webhook_url(db: SqliteDatabase, url: str) -> None:
    """Remember where the provider sends its webhooks to."""
    tables.Setting.insert(name="PLAID_WEBHOOK_URL", value=url).on_conflict_replace().execute(db)


def load_webhook_url(db: SqliteDatabase) -> str:
    """Load where the provider is to send its webhooks to, as a `.env` file said that was taken over; "" for nowhere."""
    row = tables.Setting.select().where(tables.Setting.name == "PLAID_WEBHOOK_URL").first(db)
    return row.value if row is not None else ""


def load_vault_place(db: SqliteDatabase) -> str | None:
    """Load which place for secrets this ledger was last used with; None before the first."""
    row = tables.Setting.select().where(tables.Setting.name == _VAULT_PLACE).first(db)
    return row.value if row is not None else None


def save_vault_place(db: SqliteDatabase, place: str) -> None:
    """Remember which place for secrets this ledger is used with."""
    tables.Setting.insert(name=_VAULT_PLACE, value=place).on_conflict_replace().execute(db)


def note_connecting(db: SqliteDatabase, provider: str) -> None:
    """Note that a connection is being made whose key is on its way to the vault."""
    tables.Setting.insert(name=_CONNECTING, value=provider).on_conflict_replace().execute(db)


def forget_connecting(db: SqliteDatabase) -> None:
    """The connection is made, or will not be."""
    tables.Setting.delete().where(tables.Setting.name == _CONNECTING).execute(db)


def load_connecting(db: SqliteDatabase) -> str | None:
    """The provider at which a connection was being made when the program ended; None where none was."""
    row = tables.Setting.select().where(tables.Setting.name == _CONNECTING).first(db)
    return row.value if row is not None else None


def save_listened(db: SqliteDatabase, at: datetime) -> None:
    """Note that a receiver listened, for processes that do not listen themselves."""
    tables.Setting.insert(name=_LISTENED, value=str(to_millis(at))).on_conflict_replace().execute(db)


def load_listened(db: SqliteDatabase) -> datetime | None:
    """Tell when a receiver last listened, as far as it was written down."""
    row = tables.Setting.select().where(tables.Setting.name == _LISTENED).first(db)
    return to_instant(int(row.value)) if row is not None else None
