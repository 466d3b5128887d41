"""The mailbox at a relay: where it is, how far it was read, when it was last heard of. One or none."""

from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.realtime import Mailbox
from budgetsync.store.convert import to_instant, to_millis, to_optional_instant
from budgetsync.store.raw import connection_of

_SAVE = """
INSERT INTO mailbox (id, relay, mailbox, device, address, epoch, cursor, paired_at) VALUES (1, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET relay = excluded.relay, mailbox = excluded.mailbox, device = excluded.device,
    address = excluded.address, epoch = excluded.epoch, cursor = excluded.cursor, paired_at = excluded.paired_at,
    last_byte_at = NULL, synced_all_at = NULL
"""


def save_mailbox(db: SqliteDatabase, mailbox: Mailbox) -> None:
    """Keep a mailbox, in the place of an older one."""
    connection_of(db).execute(
        _SAVE,
        (
            mailbox.relay,
            mailbox.id,
            mailbox.device,
            mailbox.address,
            mailbox.epoch,
            mailbox.cursor,
            to_millis(mailbox.paired_at),
        ),
    )


def load_mailbox(db: SqliteDatabase) -> Mailbox | None:
    """Load the mailbox; None where no relay is paired."""
    row = (
        connection_of(db)
        .execute(
            "SELECT relay, mailbox, device, address, epoch, cursor, paired_at, last_byte_at FROM mailbox"
        )
        .fetchone()
    )
    if row is None:
        return None
    relay, mailbox, device, address, epoch, cursor, paired_at, heard_at = row
    return Mailbox(
        relay, mailbox, device, address, epoch, cursor, to_instant(paired_at), to_optional_instant(heard_at)
    )


def forget_mailbox(db: SqliteDatabase) -> None:
    """Have no mailbox any more."""
    connection_of(db).execute("DELETE FROM mailbox")


def save_address(db: SqliteDatabase, address: str) -> None:
    """Keep another address that the provider posts to."""
    connection_of(db).execute("UPDATE mailbox SET address = ?", (address,))


def save_place(db: SqliteDatabase, epoch: str, cursor: int) -> None:
    """Write down how far the mailbox was read; beside what was read, in one commit."""
    connection_of(db).execute("UPDATE mailbox SET epoch = ?, cursor = ?", (epoch, cursor))


def save_synced_all(db: SqliteDatabase, now: datetime) -> None:
    """Write down that everything was asked for, since the relay lost something."""
    connection_of(db).execute("UPDATE mailbox SET synced_all_at = ?", (to_millis(now),))


def save_last_byte(db: SqliteDatabase, at: datetime | None) -> None:
    """Write down when the relay last sent anything, for processes that do not listen themselves."""
    if at is not None:
        connection_of(db).execute("UPDATE mailbox SET last_byte_at = ?", (to_millis(at),))
