"""Where each connection's news go, what of them came, and addresses that are no longer wanted."""

import json
from collections.abc import Iterable
from dataclasses import astuple
from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.addresses import Addressed
from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStanding
from budgetsync.store import tables
from budgetsync.store.convert import to_optional_instant, to_optional_millis
from budgetsync.store.raw import connection_of

_TOLD = "webhook.told"
_RETIRED = "webhook.retired"
_CAME = 50
"""Webhooks that are looked back at: the newest one signed may not be the newest one that came."""

_LIVE = "removed_at IS NULL AND superseded_by IS NULL AND status <> 'DISCONNECTED'"
_MOVE = "webhook_elsewhere_until = iif(webhook_url = ?1, webhook_elsewhere_until, webhook_sent_at), webhook_url = ?1"
_LOAD = f"""
SELECT id, provider, source_item_id, institution_name, webhook_url, webhook_sent_at, webhook_elsewhere_until,
    (SELECT max(signed_at) FROM (SELECT signed_at FROM inbox WHERE item_id = item.id ORDER BY id DESC LIMIT {_CAME})),
    (SELECT max(arrived_at) FROM (SELECT arrived_at FROM inbox WHERE item_id = item.id ORDER BY id DESC LIMIT {_CAME})),
    webhook_signed_at, webhook_arrived_at, webhook_missed, webhook_trouble
FROM item WHERE {_LIVE} ORDER BY id
"""


def load_addressed(db: SqliteDatabase) -> list[Addressed]:
    """Load the webhooks of every connection that is to be synced, oldest first."""
    return [
        Addressed(
            ItemId(item_id),
            provider,
            source_item_id,
            institution,
            url,
            to_optional_instant(sent_at),
            to_optional_instant(elsewhere_until),
            to_optional_instant(_later(signed_at, signed_before)),
            to_optional_instant(_later(arrived_at, arrived_before)),
            missed,
            Trouble(*json.loads(trouble)) if trouble else None,
        )
        for (
            item_id,
            provider,
            source_item_id,
            institution,
            url,
            sent_at,
            elsewhere_until,
            signed_at,
            arrived_at,
            signed_before,
            arrived_before,
            missed,
            trouble,
        ) in connection_of(db).execute(_LOAD)
    ]


def _later(one: int | None, other: int | None) -> int | None:
    return max((moment for moment in (one, other) if moment is not None), default=None)


def note_standing(db: SqliteDatabase, item_id: ItemId, standing: ItemStanding | None) -> None:
    """Write down what the provider says of a connection's webhooks; only `apply` calls this, beside the rows.

    Args:
        standing: None where the provider could not say, and all stays as it was.
    """
    if standing is not None:
        connection_of(db).execute(
            f"UPDATE item SET {_MOVE}, webhook_sent_at = ?2 WHERE id = ?3",
            (standing.webhook, to_optional_millis(standing.webhook_sent_at), item_id),
        )


def save_address(db: SqliteDatabase, item_id: ItemId, url: str) -> None:
    """The provider was told where a connection's news go; what it had sent by then went elsewhere."""
    connection_of(db).execute(
        f"UPDATE item SET {_MOVE}, webhook_trouble = NULL, webhook_missed = 0 WHERE id = ?2",
        (url, item_id),
    )


def save_refused(db: SqliteDatabase, item_id: ItemId, trouble: Trouble) -> None:
    """The provider could not be told."""
    connection_of(db).execute(
        "UPDATE item SET webhook_trouble = ? WHERE id = ?", (json.dumps(astuple(trouble)), item_id)
    )


def save_missed(db: SqliteDatabase, looked_at: Iterable[Addressed], now: datetime) -> None:
    """Count one more run for connections whose webhooks are missing, and begin anew for the others.

    What came is kept beside, since the inbox forgets in time.
    """
    for one in looked_at:
        connection_of(db).execute(
            "UPDATE item SET webhook_missed = iif(?, webhook_missed + 1, 0), webhook_signed_at = ?, "
            "webhook_arrived_at = ? WHERE id = ?",
            (
                one.is_missing(now),
                to_optional_millis(one.signed_at),
                to_optional_millis(one.arrived_at),
                one.item_id,
            ),
        )


def missed_runs(db: SqliteDatabase) -> dict[ItemId, int]:
    """Tell for how many runs in a row webhooks were missing, for the connections of which some are."""
    rows = connection_of(db).execute(
        f"SELECT id, webhook_missed FROM item WHERE webhook_missed > 0 AND {_LIVE}"
    )
    return {ItemId(item_id): missed for item_id, missed in rows}


def load_told(db: SqliteDatabase) -> tuple[str, ...]:
    """Load the addresses that the provider was told here and may still have, the newest last."""
    return _load(db, _TOLD)


def save_told(db: SqliteDatabase, urls: Iterable[str]) -> None:
    """Remember what the provider is told, so that it can be taken back."""
    _save(db, _TOLD, urls)


def load_retired(db: SqliteDatabase) -> tuple[str, ...]:
    """Load addresses of the mailbox that are to be closed once no connection tells news there."""
    return _load(db, _RETIRED)


def save_retired(db: SqliteDatabase, urls: Iterable[str]) -> None:
    """Keep the addresses that are to be closed, in place of those that were kept."""
    _save(db, _RETIRED, urls)


def retire(db: SqliteDatabase, address: str) -> None:
    """Have an address closed once no connection tells news there; beside the mailbox's new one."""
    save_retired(db, (*load_retired(db), address))


def _load(db: SqliteDatabase, name: str) -> tuple[str, ...]:
    row = connection_of(db).execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return tuple(json.loads(row[0])) if row is not None else ()


def _save(db: SqliteDatabase, name: str, urls: Iterable[str]) -> None:
    value = json.dumps(list(dict.fromkeys(reversed(list(urls))))[::-1])  # of two alike the later one stays
    tables.Setting.insert(name=name, value=value).on_conflict_replace().execute(db)
