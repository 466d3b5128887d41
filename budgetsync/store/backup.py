"""Copies of the database: whole, consistent, readable by the user only, and proved sound when they are written."""

import hashlib
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from budgetsync.domain.backups import (
    FOLDER,
    Backup,
    Soundness,
    by_hand_name,
    daily_days,
    daily_name,
    day_of,
    is_due,
    kept_days,
    kind_of,
)
from budgetsync.domain.errors import StoreCorrupt
from budgetsync.store.checks import Stopped, check_file, connect_aside
from budgetsync.store.faults import told
from budgetsync.store.files import PARTIAL, appearing, files_told

SUMS = ".sha256"
"""Beside each backup lies a file of this ending, in the form that `sha256sum -c` reads."""
_PAGES = 2_000  # copied between two looks at `stop`: about 8 MB
_STALE = timedelta(days=1)  # from this age on, a file half-written is nobody's any more


def copy_database(
    source: sqlite3.Connection,
    target: Path,
    *,
    with_sum: bool = True,
    stop: threading.Event | None = None,
) -> Path:
    """Copy a database, also while it is in use, to a new file; what is committed meanwhile is not in it.

    Args:
        source: A connection to it, in autocommit mode.
        target: Where the copy goes. An older file of that name is kept: the copy gets a number.
        with_sum: Whether a checksum is written beside it.
        stop: Ends the copy when it is set.

    Returns:
        The file written. It appears under its name only when it is whole, sound and on the disk.

    Raises:
        StoreCorrupt: The copy is not sound, so the database is not. The copy was dropped.
        StoreError: It could not be written.
        Stopped: `stop` was set.
    """
    number = 1
    final = target
    while final.exists():
        number += 1
        final = target.with_stem(f"{target.stem}-{number}")

    def look(_status: int, _left: int, _total: int) -> None:
        if stop is not None and stop.is_set():
            raise Stopped

    with files_told(), appearing(final) as partial:
        with told(), closing(sqlite3.connect(partial, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = off")  # it is brought to the disk when it is whole
            source.execute("BEGIN")  # one snapshot for all pages: a commit meanwhile does not start it anew
            try:
                source.execute("SELECT 1 FROM sqlite_master").fetchone()
                source.backup(copy, pages=_PAGES, progress=look)
            finally:
                source.execute("ROLLBACK")
            # One plain file, which can be read where none can be written beside it.
            copy.execute("PRAGMA locking_mode = exclusive")
            copy.execute("PRAGMA journal_mode = delete")
        report = check_file(partial, datetime.now(UTC), full=False, immutable=True, stop=stop)
        if not report.sound:
            message = (
                "The copy of the database is not sound, so the database may not be; the copy was dropped."
            )
            raise StoreCorrupt(message)
        if with_sum:
            _write_sum(partial, final)
    return final


def back_up(path: Path, day: date, *, daily: bool, stop: threading.Event | None = None) -> Backup:
    """Copy a ledger into its backups folder. Blocking, on a connection of its own.

    Raises:
        StoreError, Stopped: As `copy_database`.
    """
    folder = path.parent / FOLDER
    name = daily_name(day) if daily else by_hand_name(day)
    with told(), closing(connect_aside(path)) as source:
        final = copy_database(source, folder / name, stop=stop)
    found = describe(final)
    assert found is not None
    return replace(found, soundness=Soundness.GOOD)


def daily_is_due(path: Path, today: date) -> bool:
    """Tell whether today's backup of a ledger is still to be made."""
    return is_due(today, _days(path.parent / FOLDER))


def prune(path: Path) -> list[str]:
    """Delete the daily backups of this ledger that are no longer kept, and what a killed program left half-written.

    A file whose name is not a daily backup's, or that is not a backup of this very ledger, is never deleted.

    Returns:
        The names of the backups deleted.
    """
    folder = path.parent / FOLDER
    with files_told():
        made = _days(folder)
        own = ledger_id(path)
        deleted = []
        for day in sorted(made - kept_days(made)):
            old = folder / daily_name(day)
            if own is not None and ledger_id(old, immutable=True) == own:
                old.unlink()
                sum_of(old).unlink(missing_ok=True)
                deleted.append(old.name)
        now = datetime.now(UTC)
        for leftover in folder.glob(f"*.sqlite*{PARTIAL}*"):
            known = kind_of(leftover.name.partition(".sqlite")[0] + ".sqlite") is not None
            if known and now - _written_at(leftover) > _STALE:
                leftover.unlink(missing_ok=True)
    return deleted


def list_backups(folder: Path) -> list[Backup]:
    """List the backups of a data folder, newest first. Files that the program did not make are left out."""
    with files_told():
        files = list((folder / FOLDER).iterdir()) if (folder / FOLDER).is_dir() else []
        found = [backup for file in files if (backup := describe(file)) is not None]
    return sorted(found, key=lambda backup: (backup.day, backup.made_at, backup.name), reverse=True)


def describe(file: Path) -> Backup | None:
    """Tell what a file of a backups folder is; None for one that the program did not make."""
    kind = kind_of(file.name)
    if kind is None or not file.is_file() or file.is_symlink():
        return None
    written_at = _written_at(file)
    return Backup(file.name, kind, day_of(file.name) or written_at.date(), written_at, file.stat().st_size)


def sum_of(file: Path) -> Path:
    """Name the file that holds a backup's checksum."""
    return file.with_name(file.name + SUMS)


def is_as_written(file: Path) -> bool:
    """Tell whether a backup is the very bytes that were written; False also where nobody knows."""
    try:
        wanted = sum_of(file).read_text(encoding="ascii").split()[0]
    except (OSError, ValueError, IndexError):
        return False
    return wanted == _digest(file)


def ledger_id(path: Path, *, immutable: bool = False) -> str | None:
    """Read which ledger a file holds; None where that cannot be told."""
    return setting_of(path, "database_id", immutable=immutable)


def setting_of(path: Path, name: str, *, immutable: bool = False) -> str | None:
    """Read a setting of a ledger that is not open here; None where that cannot be done."""
    try:
        with closing(connect_aside(path, immutable=immutable)) as connection:
            row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None


def _days(folder: Path) -> set[date]:
    if not folder.is_dir():
        return set()
    with files_told():
        return daily_days(file.name for file in folder.iterdir())


def _write_sum(partial: Path, final: Path) -> None:
    with appearing(sum_of(final)) as written:
        written.write_text(f"{_digest(partial)}  {final.name}\n", encoding="ascii")


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _written_at(file: Path) -> datetime:
    return datetime.fromtimestamp(file.stat().st_mtime, UTC)
