"""Put a backup in the ledger's place. The file that stood there is moved aside, never deleted.

The copy of the backup appears under a name that says where the present file goes; from then on the restore is
decided. What a killed program left of it is done by the next one that owns the folder (`finish_restore`).
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from budgetsync.domain.backups import FOLDER, Backup, Soundness
from budgetsync.domain.errors import StoreBusy, UsageError
from budgetsync.store import checks
from budgetsync.store.backup import copy_database, is_as_written, ledger_id, list_backups, setting_of
from budgetsync.store.faults import told
from budgetsync.store.files import PARTIAL, files_told, sync_folder
from budgetsync.store.migrator import APPLICATION_ID, load_migrations

_STAGED = ".restoring-"
_BESIDE = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes:
        backup: Where the ledger comes from.
        aside: Name of the file that stood in its place; None where there was none.
        findings: What was wrong with that file; () for a sound one.
    """

    backup: Path
    aside: str | None
    findings: tuple[str, ...]


def examine(file: Path, now: datetime, *, environment: str | None, own_id: str | None = None) -> Soundness:
    """Look into a backup, in full. Blocking: seconds for a large one.

    Args:
        environment: What it has to hold; None for any.
        own_id: The ledger that it has to be of; None for any.
    """
    if not checks.check_file(file, now, full=True, immutable=True).sound:
        return Soundness.DAMAGED
    newest = load_migrations()[-1].version
    with told(), closing(checks.connect_aside(file, immutable=True)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID or not 0 < schema <= newest:
            return Soundness.FOREIGN
        settings = dict(connection.execute("SELECT name, value FROM setting"))
    if environment not in {None, settings.get("environment")}:
        return Soundness.FOREIGN
    if own_id not in {None, settings.get("database_id")}:
        return Soundness.FOREIGN
    return Soundness.GOOD if is_as_written(file) else Soundness.CHANGED


def examine_backups(path: Path, now: datetime) -> list[Backup]:
    """List the backups beside a ledger, newest first, each looked into."""
    own_id = ledger_id(path)
    folder = path.parent / FOLDER
    return [
        replace(backup, soundness=examine(folder / backup.name, now, environment=None, own_id=own_id))
        for backup in list_backups(path.parent)
    ]


def find_newest_good(path: Path, now: datetime) -> Path | None:
    """Find the newest good backup of a ledger, passing over damaged, changed and foreign ones."""
    own_id = ledger_id(path)
    for backup in list_backups(path.parent):
        file = path.parent / FOLDER / backup.name
        if examine(file, now, environment=None, own_id=own_id) is Soundness.GOOD:
            return file
    return None


def restore(
    path: Path,
    backup: Path,
    now: datetime,
    *,
    environment: str | None = None,
    on_step: Callable[[str], None] = lambda _step: None,
) -> Restored:
    """Put a backup in a ledger's place. The caller owns the data folder's engine and has no database open.

    Args:
        environment: What the backup has to hold; None for what the present file holds, as far as it tells.
        on_step: Told the name of each step when it is done.

    Raises:
        UsageError: There is no such backup, or it cannot be used.
        StoreBusy: Another program has the ledger open.
        StoreError: It could not be copied; the ledger is as it was.
    """
    finish_restore(path)
    _refuse_unusable(backup, now, environment or setting_of(path, "environment"))
    findings = _look_at_present(path, now)
    on_step("looked")
    aside = _stage(path, backup, now, is_sound=not findings)
    on_step("staged")
    had_one = path.exists()
    finish_restore(path, on_step)
    return Restored(backup, aside if had_one else None, findings)


def stage_restore(path: Path, backup: Path, now: datetime) -> str:
    """Decide on a restore while this process, which owns the engine, has the ledger open.

    Nothing happens to the present file before its next start: until then it is written as ever, and no other
    process opens it.

    Returns:
        The name under which the present file will be kept.

    Raises:
        UsageError: There is no such backup, it cannot be used, or a restore is decided already.
        StoreError: It could not be copied; nothing is decided.
    """
    if find_staged(path) is not None:
        message = "Another backup is about to be restored; nothing was changed."
        raise UsageError(message, action="Close BudgetSync and start it again: that restores it.")
    _refuse_unusable(backup, now, setting_of(path, "environment"))
    sound = checks.check_file(path, now, full=True).sound
    return _stage(path, backup, now, is_sound=sound)


def finish_restore(path: Path, on_step: Callable[[str], None] = lambda _step: None) -> bool:
    """Do what is left of a restore that was decided. The caller owns the data folder's engine.

    Returns:
        Whether there was one.
    """
    for leftover in path.parent.glob(f"{path.stem}{_STAGED}*{path.suffix}.*{PARTIAL}*"):
        leftover.unlink(missing_ok=True)  # a copy that was never whole
    staged = find_staged(path)
    if staged is None:
        return False
    aside = staged.name.removeprefix(f"{path.stem}{_STAGED}").removesuffix(path.suffix)
    kept = path.with_name(f"{path.stem}.{aside}{path.suffix}")
    with files_told():
        for ending in _BESIDE:
            present, target = path.with_name(path.name + ending), kept.with_name(kept.name + ending)
            if present.exists():
                present.rename(target)
            on_step(f"moved{ending}")
        staged.rename(path)
        on_step("in place")
        sync_folder(path.parent)
    checks.forget_reports(path.parent)
    return True


def find_staged(path: Path) -> Path | None:
    """Find what a restore that is decided and not done yet will put in the ledger's place."""
    staged = path.parent.glob(f"{path.stem}{_STAGED}*{path.suffix}")
    return next(iter(sorted(staged)), None)


def _stage(path: Path, backup: Path, now: datetime, *, is_sound: bool) -> str:
    """Copy a backup to where it waits for its place; returns the name that the present file will have."""
    verdict = "replaced" if is_sound else "corrupt"
    aside = _free_name(path, f"{verdict}-{now:%Y%m%dT%H%M%SZ}")
    with told(), closing(checks.connect_aside(backup, immutable=True)) as source:
        copy_database(source, path.with_name(f"{path.stem}{_STAGED}{aside}{path.suffix}"), with_sum=False)
    return f"{path.stem}.{aside}{path.suffix}"


def _refuse_unusable(backup: Path, now: datetime, environment: str | None) -> None:
    if not backup.is_file():
        message = f"There is no backup {backup.name}."
        raise UsageError(message, action="See `budgetsync backups` for those that there are.")
    reasons = {
        Soundness.DAMAGED: "is damaged itself",
        Soundness.FOREIGN: "is of another environment or program, or a newer version wrote it",
    }
    reason = reasons.get(examine(backup, now, environment=environment))
    if reason:
        message = f"The backup {backup.name} {reason}; the ledger was left as it is."
        raise UsageError(message, action="Choose another: `budgetsync backups --check` looks into each.")


def _look_at_present(path: Path, now: datetime) -> tuple[str, ...]:
    """Look at the file that is to go, and make sure that nobody has it open, as far as it is sound.

    Nothing is written to a damaged file: its log is moved beside it as it is.
    """
    if not path.exists() or not path.stat().st_size:
        return ()
    report = checks.check_file(path, now, full=True)
    if not report.sound:
        return report.findings
    with told(), closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        try:
            # Only a program that is alone with a file may turn it back from WAL.
            connection.execute("PRAGMA journal_mode = delete")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
                raise
            message = "Another program has the ledger open; nothing was changed."
            raise StoreBusy(message) from error
    return ()


def _free_name(path: Path, name: str) -> str:
    number, free = 1, name
    while path.with_name(f"{path.stem}.{free}{path.suffix}").exists():
        number += 1
        free = f"{name}-{number}"
    return free
