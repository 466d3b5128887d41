"""What a person was told: kept, so that each cause is told once, by whichever process and after any restart."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from peewee import SqliteDatabase

from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.notices import (
    CHOOSABLE,
    Decision,
    Notice,
    NoticeAction,
    NoticeEntry,
    NoticeKind,
    NoticeMemory,
    Offer,
    Withdraw,
)
from budgetsync.store import tables
from budgetsync.store.convert import to_instant, to_millis, to_optional_instant
from budgetsync.store.raw import connection_of, select_rows

_SILENT = "notices.silent"
KEPT = timedelta(days=180)
"""Solved notices go after this time."""


def load_memory(db: SqliteDatabase) -> dict[str, NoticeMemory]:
    """Load what is remembered of each cause: its newest notice."""
    newest = connection_of(db).execute("SELECT max(id), max(told_at) FROM notice GROUP BY cause")
    last_told = dict(newest.fetchall())
    rows = select_rows(db, tables.Notice, "WHERE id IN (SELECT max(id) FROM notice GROUP BY cause)")
    return {one.cause: _to_memory(one, last_told[one.id]) for one in rows}


def save_decisions(db: SqliteDatabase, decisions: Iterable[Decision], now: datetime) -> None:
    """Write down what is told and taken back."""
    row = tables.Notice
    at = to_millis(now)
    for decision in decisions:
        if isinstance(decision, Withdraw):
            row.update(solved_at=at).where(row.cause == decision.cause, row.solved_at.is_null()).execute(db)
            continue
        notice = decision.notice
        columns: dict[str, Any] = {
            "kind": notice.kind.value,
            "item_id": notice.item_id,
            "step": notice.step,
            "title": notice.title,
            "message": notice.message,
            "action": notice.action,
            "actions": _from_actions(notice.actions),
        }
        if decision.aloud:
            columns |= {"told_at": at, "snoozed_until": None, "read_at": None}
        known = row.update(columns).where(row.cause == notice.cause, row.solved_at.is_null()).execute(db)
        if not known:
            row.insert(cause=notice.cause, noted_at=at, **columns).execute(db)
    row.delete().where(row.solved_at < to_millis(now - KEPT)).execute(db)


def load_entries(db: SqliteDatabase, limit: int, *, open_only: bool = False) -> list[NoticeEntry]:
    """Load notices, newest first."""
    row = tables.Notice
    wanted = row.select().order_by(row.id.desc()).limit(limit)
    if open_only:
        wanted = wanted.where(row.solved_at.is_null())
    return [_to_entry(one) for one in wanted.execute(db)]


def mark_read(db: SqliteDatabase, numbers: Collection[int] | None, now: datetime) -> None:
    """Remember that notices were read; None means all of them."""
    row = tables.Notice
    unread = row.read_at.is_null()
    if numbers is not None:
        unread &= row.id.in_(list(numbers))
    row.update(read_at=to_millis(now)).where(unread).execute(db)


def snooze(db: SqliteDatabase, number: int, until: datetime) -> str:
    """Say a notice again at a later time, if it still is so then.

    Returns:
        Its cause.

    Raises:
        UsageError: There is no such notice, or it is solved.
    """
    row = tables.Notice
    found = row.select().where(row.id == number, row.solved_at.is_null()).first(db)
    if found is None:
        message = f"There is no open notice {number}."
        raise UsageError(message, action="Look at the list of notices anew; it may have solved itself.")
    row.update(snoozed_until=to_millis(until)).where(row.id == number).execute(db)
    return str(found.cause)


def load_silent(db: SqliteDatabase) -> frozenset[NoticeKind]:
    """Load the kinds that are not said aloud; one that this program does not know is left out."""
    row = tables.Setting.select().where(tables.Setting.name == _SILENT).first(db)
    words = row.value.split(",") if row is not None else ()
    return frozenset(kind for kind in CHOOSABLE if kind.value in words)


def save_silent(db: SqliteDatabase, kinds: Collection[NoticeKind]) -> None:
    """Choose the kinds that are not said aloud."""
    setting = tables.Setting
    if kinds:
        words = ",".join(sorted(kind.value for kind in kinds))
        setting.insert(name=_SILENT, value=words).on_conflict_replace().execute(db)
    else:
        setting.delete().where(setting.name == _SILENT).execute(db)


def _to_memory(row: tables.Notice, last_told: int | None = None) -> NoticeMemory:
    return NoticeMemory(
        row.cause,
        row.step,
        to_optional_instant(row.told_at),
        to_optional_instant(row.read_at),
        to_optional_instant(row.solved_at),
        to_optional_instant(row.snoozed_until),
        to_optional_instant(last_told),
    )


def _to_entry(row: tables.Notice) -> NoticeEntry:
    notice = Notice(
        row.cause,
        NoticeKind(row.kind),
        row.title,
        row.message,
        row.action,
        tuple(_to_actions(row.actions)),
        row.step,
        None if row.item_id is None else ItemId(row.item_id),
    )
    return NoticeEntry(row.id, notice, to_instant(row.noted_at), _to_memory(row))


def _from_actions(actions: Iterable[NoticeAction]) -> str:
    return json.dumps([[one.offer.value, one.item_id, one.account_id] for one in actions])


def _to_actions(text: str) -> Iterable[NoticeAction]:
    for offer, item, account in json.loads(text):
        yield NoticeAction(
            Offer(offer),
            None if item is None else ItemId(item),
            None if account is None else AccountId(account),
        )
