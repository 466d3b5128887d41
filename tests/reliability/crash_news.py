"""The mailbox of the crashes: what comes out of it, and whether what the program acknowledged is there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from peewee import SqliteDatabase

from budgetsync.domain.webhook import Ask
from budgetsync.store import mailboxes
from tests.reliability.crash_bank import NOW
from tests.unit.sync.news import MAILBOX, entries, forged, hint

EPOCH = "a"
_REPAIRED = hint(4, "LOGIN_REPAIRED", ask=Ask.LOGIN_REPAIRED)
BEFORE = entries(hint(1), hint(2, "DEFAULT_UPDATE"), forged(3), _REPAIRED)
"""Lies there when the program starts."""
AFTER = entries(
    hint(1), hint(6, "FROM_NEXT_YEAR", ask=Ask.NOTE), hint(7, item="of somebody else"), hint(2), first=5
)
"""Comes when those were acted on: repeated ones, too."""
_GENUINE = {
    one.delivery.digest: one.seq
    for one in reversed((*BEFORE, *AFTER))
    if one.delivery is not None and one.delivery.body != b"forged"
}


def pair(db: SqliteDatabase) -> None:
    """Have a mailbox."""
    mailboxes.save_mailbox(db, replace(MAILBOX, paired_at=NOW))


def lost(connection: sqlite3.Connection) -> Iterator[str]:
    """Name the webhooks that were acknowledged and are not here."""
    place = connection.execute("SELECT cursor FROM mailbox").fetchone()
    if place is None:
        return
    kept = {digest for (digest,) in connection.execute("SELECT event_digest FROM inbox")}
    for digest, seq in sorted(_GENUINE.items(), key=lambda one: one[1]):
        if seq <= place[0] and digest not in kept:
            yield f"webhook {seq} was acknowledged and is not here"
        if seq > place[0] and digest in kept:
            yield f"webhook {seq} is here, and its place in the mailbox is not"


def waiting(connection: sqlite3.Connection) -> Iterator[str]:
    """Name what nobody acted on though the program has come to rest."""
    for code, state in connection.execute(
        "SELECT code, state FROM inbox WHERE state IN ('queued', 'unverified')"
    ):
        yield f"a webhook ({code}) is still {state}"
