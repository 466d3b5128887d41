"""What only webhooks tell of a connection: when its access ends, new accounts, and accounts that were taken back."""

from datetime import UTC, datetime

from peewee import SqliteDatabase

from budgetsync.domain.ids import ItemId
from budgetsync.domain.webhook import WebhookEvent
from budgetsync.store.convert import to_millis
from budgetsync.store.raw import connection_of

TOLD = frozenset(
    {"PENDING_EXPIRATION", "PENDING_DISCONNECT", "NEW_ACCOUNTS_AVAILABLE", "USER_ACCOUNT_REVOKED"}
)
"""The codes that tell such a thing."""


def note(db: SqliteDatabase, item_id: ItemId, event: WebhookEvent, ends_at: datetime) -> None:
    """Write down what a webhook tells.

    Args:
        ends_at: When access ends, where the webhook does not say so itself.
    """
    connection = connection_of(db)
    ends = to_millis(_instant(event.facts.get("ends_at", "")) or ends_at)
    if event.code == "PENDING_EXPIRATION":
        connection.execute("UPDATE item SET consent_expires_at = ? WHERE id = ?", (ends, item_id))
    elif event.code == "PENDING_DISCONNECT":
        connection.execute("UPDATE item SET disconnects_at = ? WHERE id = ?", (ends, item_id))
    elif event.code == "NEW_ACCOUNTS_AVAILABLE":
        connection.execute(
            "UPDATE item SET new_accounts_at = ? WHERE id = ?", (to_millis(event.signed_at), item_id)
        )
    elif event.code == "USER_ACCOUNT_REVOKED":
        connection.execute(
            "UPDATE source_account SET revoked_at = ? WHERE item_id = ? AND source_account_id = ?",
            (to_millis(event.signed_at), item_id, event.facts.get("account", "")),
        )


def clear(db: SqliteDatabase, item_id: ItemId) -> None:
    """Forget all of it: a person signed in anew, and chose what is shared."""
    connection = connection_of(db)
    connection.execute(
        "UPDATE item SET disconnects_at = NULL, new_accounts_at = NULL WHERE id = ?", (item_id,)
    )
    connection.execute("UPDATE source_account SET revoked_at = NULL WHERE item_id = ?", (item_id,))


def settle(db: SqliteDatabase, item_id: ItemId, now: datetime) -> None:
    """A sync succeeded: an end of the connection that was told for earlier has not come."""
    connection_of(db).execute(
        "UPDATE item SET disconnects_at = NULL WHERE id = ? AND disconnects_at < ?", (item_id, to_millis(now))
    )


def load_revoked(db: SqliteDatabase, since: datetime) -> dict[ItemId, tuple[str, ...]]:
    """Name the accounts that the user took back from us at the bank since then, by connection."""
    rows = connection_of(db).execute(
        "SELECT s.item_id, a.name FROM source_account s JOIN account a ON a.id = s.account_id "
        "WHERE s.revoked_at > ? AND s.item_id IS NOT NULL ORDER BY a.id",
        (to_millis(since),),
    )
    revoked: dict[ItemId, tuple[str, ...]] = {}
    for item, name in rows:
        revoked[ItemId(item)] = (*revoked.get(ItemId(item), ()), name)
    return revoked


def _instant(text: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read if read.tzinfo is not None else read.replace(tzinfo=UTC)
