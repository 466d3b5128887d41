"""Connections: saving, loading, and where each stands."""

from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.errors import ItemGone, ReauthRequired, Trouble, UsageError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import (
    Connection,
    History,
    Institution,
    Item,
    ItemStanding,
    ItemStatus,
    status_after,
)
from budgetsync.store import tables
from budgetsync.store.convert import (
    to_millis,
    to_optional_instant,
    to_optional_millis,
    to_trouble,
    trouble_columns,
)
from budgetsync.store.raw import select_rows

_THERE = (
    "WHERE superseded_by IS NULL AND (removed_at IS NULL "
    "OR EXISTS (SELECT 1 FROM source_account s WHERE s.item_id = item.id)) ORDER BY id"
)


def save_connection(db: SqliteDatabase, provider: str, connection: Connection, now: datetime) -> ItemId:
    """Keep a new connection, without its secret.

    Returns:
        Its id; the id that it has already when the provider's id is known.
    """
    tables.Item.insert(
        provider=provider,
        source_item_id=connection.source_item_id,
        institution_id=connection.institution.id,
        institution_name=connection.institution.name,
        status=ItemStatus.WAITING.value,
        cursor="",
        history=History.UNKNOWN.value,
        created_at=to_millis(now),
    ).on_conflict_ignore().execute(db)
    row = (
        tables.Item.select(tables.Item.id)
        .where(
            tables.Item.provider == provider,
            tables.Item.source_item_id == connection.source_item_id,
        )
        .get(db)
    )
    return ItemId(row.id)


def load_items(db: SqliteDatabase) -> list[Item]:
    """Load every connection, oldest first, but for those that a newer one took over or that left no history."""
    return [_to_item(row) for row in select_rows(db, tables.Item, _THERE)]


def load_live_items(db: SqliteDatabase) -> list[Item]:
    """Load every connection that is to be synced, oldest first: neither removed ones nor what comes by hand."""
    return [item for item in load_items(db) if item.removed_at is None and item.is_synced]


def load_item(db: SqliteDatabase, item_id: ItemId) -> Item:
    """Load one connection.

    Raises:
        UsageError: There is none of this number.
    """
    for row in select_rows(db, tables.Item, "WHERE id = ?", (item_id,)):
        return _to_item(row)
    message = f"There is no connection {item_id}."
    raise UsageError(message, action="See `budgetsync status` for the connections and their numbers.")


def settle(
    db: SqliteDatabase,
    item_id: ItemId,
    status: ItemStatus,
    trouble: Trouble | None,
    *,
    contacted_at: datetime | None = None,
) -> None:
    """Write down where a connection stands.

    Args:
        contacted_at: When the provider answered, if it did; an older time stays otherwise.
    """
    columns: dict[str, object] = {"status": status.value, **trouble_columns(trouble)}
    if contacted_at is not None:
        columns["contacted_at"] = to_millis(contacted_at)
    tables.Item.update(columns).where(tables.Item.id == item_id).execute(db)


def advance(
    db: SqliteDatabase,
    item_id: ItemId,
    *,
    cursor: str,
    history: History,
    standing: ItemStanding | None,
    now: datetime,
) -> None:
    """Move a connection's bookmark after a run that succeeded; only `apply` calls this, beside the rows.

    Rows may still come from a connection whose login is over: then it is the login that the person is told of.

    Args:
        standing: What the provider says of the connection; None where it could not say, and all stays as it was.
    """
    columns: dict[str, object] = {
        "cursor": cursor,
        "history": history.value,
        "status": ItemStatus.HEALTHY.value,
        "contacted_at": to_millis(now),
        "succeeded_at": to_millis(now),
        **trouble_columns(None),
    }
    if standing is not None and isinstance(standing.error, ReauthRequired | ItemGone):
        columns |= {"status": status_after(standing.error).value, **trouble_columns(standing.error.trouble)}
    if standing is not None:
        columns |= {
            "bank_failed_at": to_optional_millis(standing.failed_at),
            "bank_code": standing.error.code if standing.error else None,
            "consent_expires_at": to_optional_millis(standing.consent_expires_at),
        }
        if standing.as_of is not None:
            columns["as_of"] = to_millis(standing.as_of)
    tables.Item.update(columns).where(tables.Item.id == item_id).execute(db)


def _to_item(row: tables.Item) -> Item:
    return Item(
        id=ItemId(row.id),
        provider=row.provider,
        source_item_id=row.source_item_id,
        institution=Institution(row.institution_id, row.institution_name),
        status=ItemStatus(row.status),
        cursor=row.cursor,
        history=History(row.history),
        contacted_at=to_optional_instant(row.contacted_at),
        succeeded_at=to_optional_instant(row.succeeded_at),
        as_of=to_optional_instant(row.as_of),
        trouble=to_trouble(row),
        consent_expires_at=to_optional_instant(row.consent_expires_at),
        bank_failed_at=to_optional_instant(row.bank_failed_at),
        bank_code=row.bank_code,
        removed_at=to_optional_instant(row.removed_at),
        disconnects_at=to_optional_instant(row.disconnects_at),
        new_accounts_at=to_optional_instant(row.new_accounts_at),
    )
