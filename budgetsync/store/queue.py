"""The durable queue: everything that asks for a sync is a row here until it ended, and a week longer.

A connection has at most one open request of a kind; later ones join it. Its states: pending, leased by a worker,
and the two ends, done and dead. A lease has an end of its own: a row whose worker vanished has its turn again.
"""

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from peewee import SqliteDatabase

from budgetsync.domain.ids import ItemId
from budgetsync.domain.request import SYNC, RequestState, SyncRequest, WaitsFor
from budgetsync.domain.sync import PRIORITIES, Priority, Trigger
from budgetsync.store.convert import to_instant, to_millis
from budgetsync.store.hints import load_hint_due
from budgetsync.store.raw import connection_of

LEASE = timedelta(minutes=10)
"""How long a worker has a request to itself; it renews its leases well before."""
KEPT = timedelta(days=7)
"""How long requests that ended are kept, for the figures."""
KEPT_FAILURES = 10
CANCELLED = "Cancelled"
"""Stands for an error's code where a person withdrew the request."""

_CLOCK_SLACK = 60_000  # milliseconds; a row from further ahead shows that the clock was set back
_HURRIES = frozenset({Trigger.USER, Trigger.RECONNECT})
_NEWS = frozenset({Trigger.WEBHOOK, Trigger.RECONNECT})
_OPEN = "state IN ('pending', 'leased')"

_REQUEST = f"""
INSERT INTO queue (kind, item_id, dedupe_key, trigger, priority, state, requested_at, next_attempt_at,
    asked, changed_at)
SELECT :kind, id, :key, :trigger, :priority, 'pending', :now, :due, :asked, :now
FROM item WHERE id = :item AND removed_at IS NULL
ON CONFLICT (dedupe_key) WHERE {_OPEN} DO UPDATE SET
    trigger = iif(excluded.priority < priority, excluded.trigger, trigger),
    priority = min(excluded.priority, priority),
    asked = max(excluded.asked, asked),
    next_attempt_at = CASE WHEN state <> 'pending' THEN next_attempt_at
        WHEN :hurries THEN min(next_attempt_at, :now)
        WHEN :news AND waits_for IS NULL THEN min(next_attempt_at, :due) ELSE next_attempt_at END,
    waits_for = iif(:hurries AND state = 'pending', NULL, waits_for),
    again = iif(:news AND state = 'leased' AND again IS NOT 'WEBHOOK', :trigger, again),
    changed_at = iif(:hurries AND state = 'pending', :now, changed_at)
"""
_TURN = f"""
SELECT id, item_id, trigger, attempts, asked FROM queue
WHERE {_OPEN} AND kind = :kind AND (
    state = 'pending' AND next_attempt_at <= :now OR state = 'leased' AND (lease_until <= :now OR leased_by = :worker)
    OR changed_at > :now + {_CLOCK_SLACK})
ORDER BY priority, id
"""


@dataclass(frozen=True, slots=True)
class Wait:
    """Why a request whose turn it is has to wait, and until when."""

    until: datetime
    why: WaitsFor


Gate = Callable[[SqliteDatabase, SyncRequest], Wait | None]
"""Tells whether a request has to wait; its `attempts` are those made before."""


def request(
    db: SqliteDatabase,
    item_id: ItemId,
    trigger: Trigger,
    now: datetime,
    *,
    kind: str = SYNC,
    due: datetime | None = None,
) -> None:
    """Ask for something, durably. A request that is still open is joined and keeps the more urgent trigger.

    A person's click, or a network or login that is back, makes a waiting retry due at once. News of the bank
    that come in during an attempt are fetched by another one after it; a request that waits for nothing but its
    turn has it when they are due. Nothing is asked for a connection that the user removed.

    Args:
        due: When its turn comes at the earliest; None for now, or for a webhook as `domain.hints` has it. One that
            is joined keeps its own turn otherwise.
    """
    if due is None:
        due = load_hint_due(db, item_id, now) if trigger is Trigger.WEBHOOK else now
    connection_of(db).execute(
        _REQUEST,
        {
            "kind": kind,
            "item": item_id,
            "key": f"{kind}:{item_id}",
            "trigger": trigger.value,
            "priority": int(PRIORITIES[trigger]),
            "asked": trigger is Trigger.USER,
            "hurries": trigger in _HURRIES,
            "news": trigger in _NEWS,
            "now": to_millis(now),
            "due": to_millis(due),
        },
    )


def lease_next(
    db: SqliteDatabase,
    now: datetime,
    busy: Collection[ItemId],
    *,
    worker: str = "",
    gate: Gate | None = None,
    kind: str = SYNC,
) -> SyncRequest | None:
    """Take the request whose turn it is, most urgent first, then oldest; None when nothing is due.

    Args:
        busy: Connections to leave out: those that this worker has in hand.
        worker: Who leases. A row that is leased by the same worker and not busy is one whose end could not be
            written: its turn has come again. Another worker's lease counts until it runs out.
        gate: Asked about each request in turn; one that has to wait is put off, with the reason in its row.
    """
    connection = connection_of(db)
    at = to_millis(now)
    turns = connection.execute(_TURN, {"kind": kind, "now": at, "worker": worker}).fetchall()
    for number, item, trigger, attempts, asked in turns:
        if item in busy:
            continue
        found = SyncRequest(number, ItemId(item), Trigger(trigger), attempts, bool(asked))
        wait = gate(db, found) if gate else None
        if wait is None:
            connection.execute(
                "UPDATE queue SET state = 'leased', attempts = attempts + 1, lease_until = ?, leased_by = ?, "
                "next_attempt_at = min(next_attempt_at, ?3), waits_for = NULL, asked = 0, changed_at = ?3 "
                "WHERE id = ?4",
                (to_millis(now + LEASE), worker, at, number),
            )
            return SyncRequest(number, found.item_id, found.trigger, attempts + 1, found.asked)
        connection.execute(
            "UPDATE queue SET state = 'pending', lease_until = NULL, leased_by = NULL, next_attempt_at = ?, "
            "waits_for = ?, changed_at = ? WHERE id = ?",
            (to_millis(wait.until), wait.why.value, at, number),
        )
    return None


def renew_leases(db: SqliteDatabase, worker: str, now: datetime) -> None:
    """Say that a worker is still there."""
    connection_of(db).execute(
        "UPDATE queue SET lease_until = ? WHERE state = 'leased' AND leased_by = ?",
        (to_millis(now + LEASE), worker),
    )


def complete(db: SqliteDatabase, request_id: int, now: datetime, *, error: str | None = None) -> None:
    """End a request; what became of it is in its run. News that came in meanwhile are a request of their own.

    Args:
        error: Code of what ended it, where it did not succeed.
    """
    _end(db, request_id, RequestState.DONE, now, error)


def bury(db: SqliteDatabase, request_id: int, now: datetime, error: str) -> None:
    """End a request that trying again would not help; the caller keeps it as a dead letter."""
    _end(db, request_id, RequestState.DEAD, now, error)


def retry(
    db: SqliteDatabase, request_id: int, now: datetime, *, at: datetime, error: str, why: WaitsFor
) -> None:
    """Put a request back whose attempt failed; it keeps its row, its attempts and its history."""
    connection = connection_of(db)
    again = _note_failure(db, request_id, now, error)
    connection.execute(
        "UPDATE queue SET state = 'pending', lease_until = NULL, leased_by = NULL, again = NULL, trigger = ?, "
        "priority = ?, next_attempt_at = ?, waits_for = ?, changed_at = ? WHERE id = ?",
        (Trigger.RETRY.value, int(Priority.RETRY), to_millis(at), why.value, to_millis(now), request_id),
    )
    if again:
        _ask_again(db, request_id, Trigger(again), now)


def release(db: SqliteDatabase, request_id: int, now: datetime) -> None:
    """Put a request back whose attempt was broken off by the program's end: it is as if it had not begun."""
    connection_of(db).execute(
        "UPDATE queue SET state = 'pending', lease_until = NULL, leased_by = NULL, attempts = attempts - 1, "
        "next_attempt_at = min(next_attempt_at, ?1), changed_at = ?1 WHERE id = ?2 AND state = 'leased'",
        (to_millis(now), request_id),
    )


def withdraw_automatic(db: SqliteDatabase, item_id: ItemId | None, now: datetime) -> list[ItemId]:
    """Withdraw what waits and no person asked for, retries included; None means every connection's.

    Returns:
        The connections whose requests were withdrawn.
    """
    return _withdraw(db, item_id, now, "AND trigger <> 'USER' AND NOT asked")


def release_leases(db: SqliteDatabase) -> None:
    """Put back what a killed program was working on. Only the owner of the engine may call this."""
    connection_of(db).execute(
        "UPDATE queue SET state = 'pending', lease_until = NULL, leased_by = NULL WHERE state = 'leased'"
    )


def cancel_pending(db: SqliteDatabase, item_id: ItemId | None, now: datetime) -> list[ItemId]:
    """Withdraw requests that are not being carried out, retries included; None means every connection's.

    Returns:
        The connections whose requests were withdrawn.
    """
    return _withdraw(db, item_id, now, "")


def hurry_waiting(db: SqliteDatabase, why: WaitsFor, now: datetime) -> None:
    """Have everything that waits for one reason looked at again now; what still has to wait is put off anew."""
    connection_of(db).execute(
        "UPDATE queue SET next_attempt_at = min(next_attempt_at, ?1), changed_at = ?1 "
        "WHERE state = 'pending' AND waits_for = ?2",
        (to_millis(now), why.value),
    )


def next_turn(
    db: SqliteDatabase, now: datetime, busy: Collection[ItemId], *, worker: str = "", kind: str = SYNC
) -> datetime | None:
    """Tell when the next open request is due, those in hand aside; None when there is no other.

    The instant may have passed. Who is what is as for `lease_next`.
    """
    rows = connection_of(db).execute(
        f"SELECT item_id, iif(changed_at > ? + {_CLOCK_SLACK} OR state = 'leased' AND leased_by = ?, 0, "
        f"iif(state = 'leased', lease_until, next_attempt_at)) FROM queue WHERE {_OPEN} AND kind = ?",
        (to_millis(now), worker, kind),
    )
    turns = [at for item, at in rows.fetchall() if item not in busy]
    return to_instant(min(turns)) if turns else None


def open_items(db: SqliteDatabase) -> set[ItemId]:
    """Name the connections that have an open request, one that waits for a retry included."""
    rows = connection_of(db).execute(f"SELECT item_id FROM queue WHERE {_OPEN}")
    return {ItemId(item) for (item,) in rows.fetchall()}


def unattempted(db: SqliteDatabase) -> set[ItemId]:
    """Name the connections whose request has to wait before its first attempt, or since a person asked."""
    rows = connection_of(db).execute(
        f"SELECT item_id FROM queue WHERE {_OPEN} AND waits_for IS NOT NULL AND (asked OR attempts = 0)"
    )
    return {ItemId(item) for (item,) in rows.fetchall()}


def waiting_hints(db: SqliteDatabase) -> list[ItemId]:
    """Name the connections whose next sync webhooks asked for, and that waits for nothing but its turn."""
    rows = connection_of(db).execute(
        "SELECT item_id FROM queue WHERE state = 'pending' AND trigger = ? AND waits_for IS NULL",
        (Trigger.WEBHOOK.value,),
    )
    return [ItemId(item) for (item,) in rows.fetchall()]


def move_hint(db: SqliteDatabase, item_id: ItemId, now: datetime, due: datetime) -> None:
    """Give the sync that webhooks asked for another turn."""
    connection_of(db).execute(
        "UPDATE queue SET next_attempt_at = ?, changed_at = ? WHERE state = 'pending' AND trigger = ? "
        "AND waits_for IS NULL AND item_id = ?",
        (to_millis(due), to_millis(now), Trigger.WEBHOOK.value, item_id),
    )


def under_way(db: SqliteDatabase, now: datetime) -> set[ItemId]:
    """Name the connections whose request is being carried out or waits for nothing but its turn.

    What webhooks ask for later, when others have joined it or a quiet time is over, is not under way yet.
    """
    rows = connection_of(db).execute(
        f"SELECT item_id FROM queue WHERE {_OPEN} AND waits_for IS NULL "
        f"AND NOT (state = 'pending' AND trigger = '{Trigger.WEBHOOK.value}' AND next_attempt_at > ?)",
        (to_millis(now),),
    )
    return {ItemId(item) for (item,) in rows.fetchall()}


def _end(db: SqliteDatabase, request_id: int, state: RequestState, now: datetime, error: str | None) -> None:
    connection = connection_of(db)
    again = _note_failure(db, request_id, now, error)
    connection.execute(
        "UPDATE queue SET state = ?1, lease_until = NULL, leased_by = NULL, waits_for = NULL, again = NULL, "
        f"changed_at = ?2, ended_at = ?2 WHERE id = ?3 AND {_OPEN}",
        (state.value, to_millis(now), request_id),
    )
    if again and error != CANCELLED:
        _ask_again(db, request_id, Trigger(again), now)
    connection.execute("DELETE FROM queue WHERE ended_at < ?", (to_millis(now - KEPT),))


def _note_failure(db: SqliteDatabase, request_id: int, now: datetime, error: str | None) -> str | None:
    """Add a failure to a request's history.

    Returns:
        The trigger of news that came in during the attempt, if any did.
    """
    connection = connection_of(db)
    row = connection.execute("SELECT again, history FROM queue WHERE id = ?", (request_id,)).fetchone()
    if row is None:
        return None
    again, history = row
    if error is not None:
        kept = [*json.loads(history), [to_millis(now), error]][-KEPT_FAILURES:]
        connection.execute(
            "UPDATE queue SET last_error = ?, history = ? WHERE id = ?",
            (error, json.dumps(kept), request_id),
        )
    return None if again is None else str(again)


def _ask_again(db: SqliteDatabase, request_id: int, trigger: Trigger, now: datetime) -> None:
    kind, item = (
        connection_of(db).execute("SELECT kind, item_id FROM queue WHERE id = ?", (request_id,)).fetchone()
    )
    request(db, ItemId(item), trigger, now, kind=kind)


def _withdraw(db: SqliteDatabase, item_id: ItemId | None, now: datetime, which: str) -> list[ItemId]:
    rows = connection_of(db).execute(
        "UPDATE queue SET state = 'done', last_error = ?, waits_for = NULL, changed_at = ?2, ended_at = ?2 "
        f"WHERE state = 'pending' AND (?3 IS NULL OR item_id = ?3) {which} RETURNING item_id",
        (CANCELLED, to_millis(now), item_id),
    )
    return [ItemId(item) for (item,) in rows.fetchall()]
