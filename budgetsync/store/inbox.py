"""The inbox: webhooks that were taken in, what became of each, and how many were turned away.

A row is written before its webhook is acknowledged. It is one webhook, by the digest of what its provider signed;
what nobody could verify yet is known by all that came, so that a forged one takes nobody's place.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.ids import ItemId, RunId
from budgetsync.domain.webhook import Ask, Delivery, EventState, InboxEntry, Reason, Route, WebhookEvent
from budgetsync.store.convert import to_instant, to_millis, to_optional_instant
from budgetsync.store.raw import connection_of

KEPT = timedelta(days=30)
KEPT_EVENTS = 10_000
"""Webhooks that nothing is to be done for go after so long, and the oldest of them beyond so many."""
MOST_UNVERIFIED = 200
"""Webhooks that wait for their key at most; each may be forged, and each takes its body's room."""

# As the index has it: SQLite takes an index on some of the rows only for the very same words.
_OPEN = "state IN ('unverified', 'queued', 'dead')"
_COLUMNS = """
b.id, b.event_digest, b.item_id, ifnull(i.institution_name, ''), b.type, b.code, b.ask, b.route, b.state,
b.arrived_at, b.received_at, b.acted_at, b.run_id
"""
_FROM = "FROM inbox b LEFT JOIN item i ON i.id = b.item_id"


class _Row(NamedTuple):
    """A row of _COLUMNS, column by column."""

    id: int
    digest: str
    item_id: int | None
    institution: str
    type: str
    code: str
    ask: str | None
    route: str
    state: str
    arrived_at: int
    received_at: int
    acted_at: int | None
    run_id: int | None


@dataclass(frozen=True, slots=True)
class Unverified:
    """A webhook whose key nobody could be asked for when it came.

    Attributes:
        received_at: When it was committed; how old it may be is counted to that moment.
    """

    id: int
    delivery: Delivery
    received_at: datetime


def save_event(
    db: SqliteDatabase,
    event: WebhookEvent,
    route: Route,
    item_id: ItemId | None,
    state: EventState,
    *,
    arrived_at: datetime,
    received_at: datetime,
) -> bool:
    """Keep a webhook that is genuine.

    Returns:
        False where it is here already: then nothing was changed.
    """
    written = connection_of(db).execute(
        "INSERT INTO inbox (event_digest, item_id, source_item_id, type, code, ask, facts, route, state, "
        "signed_at, arrived_at, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (event_digest) DO NOTHING",
        (
            event.digest,
            item_id,
            event.source_item_id,
            event.type,
            event.code,
            event.ask.value,
            json.dumps(dict(event.facts)),
            route.value,
            state.value,
            to_millis(event.signed_at),
            to_millis(arrived_at),
            to_millis(received_at),
        ),
    )
    return bool(written.rowcount)


def save_unverified(db: SqliteDatabase, delivery: Delivery, now: datetime) -> bool:
    """Keep a webhook whose key nobody could be asked for.

    Returns:
        False where there is no room for it.
    """
    connection = connection_of(db)
    token = delivery.token.encode("utf-8", "surrogateescape")
    whole = sha256(sha256(token).digest() + delivery.body).hexdigest()
    known = connection.execute("SELECT 1 FROM inbox WHERE event_digest = ?", (whole,)).fetchone()
    if known is None and count_unverified(db) >= MOST_UNVERIFIED:
        return False
    connection.execute(
        "INSERT INTO inbox (event_digest, route, state, body, token, arrived_at, received_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (event_digest) DO NOTHING",
        (
            whole,
            delivery.route.value,
            EventState.UNVERIFIED.value,
            delivery.body,
            delivery.token,
            to_millis(delivery.arrived_at),
            to_millis(now),
        ),
    )
    return True


def count_unverified(db: SqliteDatabase) -> int:
    """Count the webhooks that wait for their key."""
    (count,) = (
        connection_of(db)
        .execute(
            f"SELECT count(*) FROM inbox WHERE item_id IS NULL AND {_OPEN} AND state = ?",
            (EventState.UNVERIFIED.value,),
        )
        .fetchone()
    )
    return int(count)


def count_open(db: SqliteDatabase) -> int:
    """Count the webhooks that were taken in and not acted on yet, those that wait for their key included."""
    (count,) = (
        connection_of(db)
        .execute(
            f"SELECT count(*) FROM inbox WHERE {_OPEN} AND state IN (?, ?)",
            (EventState.UNVERIFIED.value, EventState.QUEUED.value),
        )
        .fetchone()
    )
    return int(count)


def load_unverified(db: SqliteDatabase, limit: int = MOST_UNVERIFIED) -> list[Unverified]:
    """Load the webhooks that wait for their key, oldest first."""
    rows = connection_of(db).execute(
        f"SELECT id, body, token, route, arrived_at, received_at FROM inbox "
        f"WHERE item_id IS NULL AND {_OPEN} AND state = ? ORDER BY id LIMIT ?",
        (EventState.UNVERIFIED.value, limit),
    )
    return [
        Unverified(
            number, Delivery(body, token, Route(route), to_instant(arrived)), received_at=to_instant(received)
        )
        for number, body, token, route, arrived, received in rows
    ]


def drop(db: SqliteDatabase, number: int) -> bool:
    """Let go of a webhook that waited for its key.

    Returns:
        False where it is gone already.
    """
    gone = connection_of(db).execute(
        "DELETE FROM inbox WHERE id = ? AND state = ?", (number, EventState.UNVERIFIED.value)
    )
    return bool(gone.rowcount)


def give_up(db: SqliteDatabase, number: int) -> None:
    """Say that a webhook's key could never be asked for."""
    connection_of(db).execute(
        "UPDATE inbox SET state = ?, body = x'', token = '' WHERE id = ? AND state = ?",
        (EventState.DEAD.value, number, EventState.UNVERIFIED.value),
    )


def find_item(db: SqliteDatabase, provider: str, source_item_id: str) -> ItemId | None:
    """Find the connection that a webhook is about; None where there is none, or nothing is synced of it."""
    row = (
        connection_of(db)
        .execute(
            "SELECT id FROM item WHERE provider = ? AND source_item_id = ? "
            "AND removed_at IS NULL AND superseded_by IS NULL",
            (provider, source_item_id),
        )
        .fetchone()
    )
    return ItemId(row[0]) if row else None


def was_repaired_since(db: SqliteDatabase, item_id: ItemId, signed_at: datetime) -> bool:
    """Tell whether a login was repaired after a webhook was signed, so that what it says of it is past."""
    row = (
        connection_of(db)
        .execute(
            "SELECT 1 FROM inbox WHERE item_id = ? AND ask = ? AND signed_at > ? LIMIT 1",
            (item_id, Ask.LOGIN_REPAIRED.value, to_millis(signed_at)),
        )
        .fetchone()
    )
    return row is not None


def take_up(db: SqliteDatabase, item_id: ItemId, run_id: RunId) -> str | None:
    """Tie what a connection's webhooks ask for to the run that begins: what it fetches is their news, too.

    Returns:
        Digest of the oldest of them; None where there is none.
    """
    rows = connection_of(db).execute(
        f"UPDATE inbox SET run_id = ? WHERE item_id = ? AND {_OPEN} RETURNING id, event_digest",
        (run_id, item_id),
    )
    return min(rows.fetchall(), default=(0, None))[1]


def act(db: SqliteDatabase, run_id: RunId, now: datetime) -> None:
    """Say that the rows which webhooks told of are here: in the commit that brings them."""
    connection_of(db).execute(
        "UPDATE inbox SET state = ?, acted_at = ? WHERE run_id = ? AND state IN ('queued', 'dead')",
        (EventState.DONE.value, to_millis(now), run_id),
    )


def bury(db: SqliteDatabase, item_id: ItemId) -> None:
    """Say that what a connection's webhooks ask for was given up; a letter about its syncs tells why."""
    connection_of(db).execute(
        f"UPDATE inbox SET state = ? WHERE item_id = ? AND {_OPEN} AND state = ?",
        (EventState.DEAD.value, item_id, EventState.QUEUED.value),
    )


def part_from(db: SqliteDatabase, item_id: ItemId) -> None:
    """The user removed a connection: what its webhooks ask for is not done any more."""
    connection_of(db).execute(
        f"UPDATE inbox SET state = ? WHERE item_id = ? AND {_OPEN}", (EventState.STRANGER.value, item_id)
    )


def waiting_items(db: SqliteDatabase) -> list[ItemId]:
    """Name the connections with webhooks that no run has acted on, and that no open request will."""
    rows = connection_of(db).execute(
        f"SELECT DISTINCT item_id FROM inbox WHERE item_id IS NOT NULL AND {_OPEN} AND state = ? AND item_id "
        "NOT IN (SELECT item_id FROM queue WHERE state IN ('pending', 'leased')) ORDER BY item_id",
        (EventState.QUEUED.value,),
    )
    return [ItemId(item) for (item,) in rows]


def count_rejections(db: SqliteDatabase, counts: Mapping[Reason, int], now: datetime) -> None:
    """Count webhooks that were turned away."""
    connection_of(db).executemany(
        "INSERT INTO rejection (reason, count, last_at) VALUES (?, ?, ?) ON CONFLICT (reason) DO UPDATE SET "
        "count = count + excluded.count, last_at = excluded.last_at",
        [(reason.value, count, to_millis(now)) for reason, count in counts.items()],
    )


def load_rejections(db: SqliteDatabase) -> dict[Reason, int]:
    """Tell how many were turned away so far, by reason."""
    rows = connection_of(db).execute("SELECT reason, count FROM rejection ORDER BY reason")
    return {Reason(reason): count for reason, count in rows if reason in Reason.__members__}


def load_entries(db: SqliteDatabase, limit: int, *, run_id: RunId | None = None) -> list[InboxEntry]:
    """Load webhooks, newest first.

    Args:
        run_id: Only those whose news this run fetched.
    """
    where, values = ("", ()) if run_id is None else ("WHERE b.run_id = ?", (run_id,))
    rows = connection_of(db).execute(
        f"SELECT {_COLUMNS} {_FROM} {where} ORDER BY b.id DESC LIMIT ?", (*values, limit)
    )
    return [_to_entry(_Row(*row)) for row in rows]


def load_latencies(db: SqliteDatabase, since: datetime) -> list[float]:
    """Load the seconds from arrival to rows of the webhooks acted on since then, in ascending order."""
    rows = connection_of(db).execute(
        "SELECT max(acted_at - arrived_at, 0) AS wait FROM inbox WHERE acted_at >= ? ORDER BY wait",
        (to_millis(since),),
    )
    return [wait / 1_000 for (wait,) in rows]


def prune(db: SqliteDatabase, now: datetime) -> int:
    """Let go of webhooks that nothing is to be done for: old ones, and the oldest beyond the number that is kept.

    Returns:
        How many went.
    """
    connection = connection_of(db)
    over = "state NOT IN ('unverified', 'queued')"
    old = connection.execute(
        f"DELETE FROM inbox WHERE {over} AND received_at < ?", (to_millis(now - KEPT),)
    ).rowcount
    (count,) = connection.execute("SELECT count(*) FROM inbox").fetchone()
    if count <= KEPT_EVENTS:
        return int(old)
    many = connection.execute(
        f"DELETE FROM inbox WHERE id IN (SELECT id FROM inbox WHERE {over} ORDER BY id LIMIT ?)",
        (count - KEPT_EVENTS,),
    ).rowcount
    return int(old + many)


def _to_entry(row: _Row) -> InboxEntry:
    return InboxEntry(
        id=row.id,
        digest=row.digest,
        item_id=None if row.item_id is None else ItemId(row.item_id),
        institution=row.institution,
        type=row.type,
        code=row.code,
        ask=None if row.ask is None else Ask(row.ask),
        route=Route(row.route),
        state=EventState(row.state),
        arrived_at=to_instant(row.arrived_at),
        received_at=to_instant(row.received_at),
        acted_at=to_optional_instant(row.acted_at),
        run_id=None if row.run_id is None else RunId(row.run_id),
    )
