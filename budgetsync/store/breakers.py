"""Circuit breakers, across restarts."""

import json
from datetime import datetime, timedelta

from peewee import SqliteDatabase

from budgetsync.domain.breaker import Breaker, Outcome
from budgetsync.store.convert import to_instant, to_millis, to_optional_instant, to_optional_millis
from budgetsync.store.raw import connection_of

_COLUMNS = "in_a_row, recent, opened_at, probe_at, pause"


def load_breaker(db: SqliteDatabase, provider: str, institution_id: str = "") -> Breaker:
    """Load the breaker of a bank, or of the provider itself; a closed one where nothing is known."""
    row = (
        connection_of(db)
        .execute(
            f"SELECT {_COLUMNS} FROM breaker WHERE provider = ? AND institution_id = ?",
            (provider, institution_id),
        )
        .fetchone()
    )
    return Breaker() if row is None else _to_breaker(*row)


def load_breakers(db: SqliteDatabase) -> dict[tuple[str, str], Breaker]:
    """Load every breaker that ever counted, by provider and institution; "" is the provider itself."""
    rows = connection_of(db).execute(f"SELECT provider, institution_id, {_COLUMNS} FROM breaker")
    return {(provider, institution): _to_breaker(*rest) for provider, institution, *rest in rows.fetchall()}


def save_breaker(db: SqliteDatabase, provider: str, institution_id: str, breaker: Breaker) -> None:
    """Keep a breaker."""
    recent = json.dumps([[to_millis(one.at), int(one.worked)] for one in breaker.recent])
    connection_of(db).execute(
        f"INSERT OR REPLACE INTO breaker (provider, institution_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            provider,
            institution_id,
            breaker.in_a_row,
            recent,
            to_optional_millis(breaker.opened_at),
            to_optional_millis(breaker.probe_at),
            breaker.pause // timedelta(milliseconds=1),
        ),
    )


def record(db: SqliteDatabase, provider: str, institution_id: str, now: datetime, *, worked: bool) -> Breaker:
    """Note how a run ended.

    Returns:
        The breaker as it was before.
    """
    before = load_breaker(db, provider, institution_id)
    save_breaker(db, provider, institution_id, before.record(now, worked=worked))
    return before


def _to_breaker(
    in_a_row: int, recent: str, opened_at: int | None, probe_at: int | None, pause: int
) -> Breaker:
    return Breaker(
        in_a_row,
        tuple(Outcome(to_instant(at), bool(worked)) for at, worked in json.loads(recent)),
        to_optional_instant(opened_at),
        to_optional_instant(probe_at),
        timedelta(milliseconds=pause),
    )
