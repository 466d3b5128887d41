"""Epochs: how a client learns that the relay's database was put back to an older copy.

Three signs of that: on SQLite, a file beside the database that counts what was taken in, written after each
commit; on PostgreSQL, the server, its timeline and the database that it was last seen on; and on both, a client
that has seen more than there is. At any of them a new epoch begins, and clients sync everything.
"""

import os
from contextlib import suppress
from pathlib import Path

from budgetsync.relay.server.database import Desk
from budgetsync.relay.server.errors import StorageFailed
from budgetsync.relay.server.records import SECOND
from budgetsync.relay.server.secret_names import draw

MARKER = ".taken"
"""What the name of the file beside the database ends in."""
CLAIM_PAUSE = 60 * 60 * SECOND
"""Between two epochs for the whole relay that a client's word brought about: one that lies costs everybody a sync."""


def epoch_of(desk: Desk) -> str:
    """Give the relay's present epoch."""
    [(epoch,)] = desk.rows("SELECT value FROM relay WHERE name = 'epoch'")
    return str(epoch)


def begin_epoch(desk: Desk) -> str:
    """Begin a new epoch for every device: what waits for it is counted from 1 again."""
    epoch = draw(desk, 12)
    _put(desk, "epoch", epoch)
    # In a fixed order, as everybody takes them.
    desk.rows("SELECT id FROM device ORDER BY id FOR UPDATE")
    desk.change("UPDATE device SET epoch = ?, base = cursor", epoch)
    return epoch


def contradict(desk: Desk, device: str) -> None:
    """Begin a new epoch because a device has seen more than there is.

    For that device at once; for all others too, unless that happened within CLAIM_PAUSE.
    """
    drawn = _get(desk, "drawn_at")
    if drawn is None or not 0 <= desk.now - int(drawn) < CLAIM_PAUSE:
        _put(desk, "drawn_at", str(desk.now))
        begin_epoch(desk)
    else:
        desk.change("UPDATE device SET epoch = ?, base = cursor WHERE id = ?", draw(desk, 12), device)


def count_taken(desk: Desk, posts: int) -> None:
    """Count what was taken in, where one process does that alone: several would wait for each other."""
    if posts and not desk.is_postgres:
        desk.change("UPDATE relay SET value = CAST(value + ? AS TEXT) WHERE name = 'taken'", posts)


def taken_so_far(desk: Desk) -> str:
    """Give what the marker has to say: which database, and how much it has taken in."""
    return f"{_get(desk, 'id')} {_get(desk, 'taken')}"


def begin(desk: Desk, marked: str | None) -> bool:
    """Begin the database's first epoch, or a new one where it is not the one that was last used.

    Args:
        marked: What the marker says; None where there is none.

    Returns:
        Whether it had been put back to an older copy, or elsewhere.
    """
    desk.take_turns()
    if _get(desk, "id") is None:
        _put(desk, "id", draw(desk))
        _put(desk, "taken", "0")
        _put(desk, "home", _home(desk))
        begin_epoch(desk)
        return False
    home = _home(desk)
    if _get(desk, "home") == home and (desk.is_postgres or _fits(taken_so_far(desk), marked)):
        return False
    _put(desk, "home", home)
    begin_epoch(desk)
    return True


def _fits(stored: str, marked: str | None) -> bool:
    # After a power cut the marker may be older than the database, but never newer.
    if marked is None:
        return False
    name, _, count = marked.partition(" ")
    own_name, _, own_count = stored.partition(" ")
    return name == own_name and count.isdecimal() and int(count) <= int(own_count)


def _home(desk: Desk) -> str:
    if not desk.is_postgres:
        return ""
    [(system, timeline, database)] = desk.rows(
        "SELECT (SELECT system_identifier FROM pg_control_system()),"
        " (SELECT timeline_id FROM pg_control_checkpoint()),"
        " (SELECT oid FROM pg_database WHERE datname = current_database())"
    )
    return f"{system}/{timeline}/{database}"


def _get(desk: Desk, name: str) -> str | None:
    rows = desk.rows("SELECT value FROM relay WHERE name = ?", name)
    return str(rows[0][0]) if rows else None


def _put(desk: Desk, name: str, value: str) -> None:
    desk.change(
        "INSERT INTO relay (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value,
    )


class Marker:
    """The file beside an SQLite database. It is never waited for: a database is newer than its marker, or the same."""

    def __init__(self, database: Path) -> None:
        """Open it, making it where it is missing; `said` is what it said before, or None."""
        path = database.with_name(database.name + MARKER)
        self.said: str | None = None
        try:
            with suppress(FileNotFoundError, UnicodeDecodeError):
                self.said = path.read_text(encoding="ascii").strip() or None
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            message = f"the file beside it cannot be written ({error.strerror})"
            raise StorageFailed(message) from error

    def write(self, text: str) -> None:
        """Write what `taken_so_far` gave, after its commit. Where that fails it merely stays behind."""
        with suppress(OSError):
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, text.encode("ascii").ljust(64))

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)
