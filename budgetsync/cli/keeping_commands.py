"""Commands that keep the ledger: backups, restore, check, archive."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from budgetsync.cli import output
from budgetsync.cli.session import DONE, STORE, own_profile
from budgetsync.cli.window import typed_settings
from budgetsync.configuration import find_folder
from budgetsync.core import Core
from budgetsync.domain.backups import FOLDER, Backup, IntegrityReport, Soundness
from budgetsync.domain.errors import StoreBusy, UsageError
from budgetsync.host.ownership import Ownership
from budgetsync.store import checks, restore
from budgetsync.store.backup import list_backups
from budgetsync.store.database import FILE_NAME

NEWEST = "newest"


async def back_up(core: Core, chosen: argparse.Namespace) -> int:
    """`backup`: one more backup, now."""
    made = await core.keeper.back_up_now()
    if chosen.json:
        output.print_json(_backup_fields(made))
    else:
        sys.stdout.write(f"{core.data_folder / FOLDER / made.name}: {_size(made.size)}, whole and checked.\n")
    return DONE


def backups(chosen: argparse.Namespace) -> int:
    """`backups`: those that there are, newest first; needs no ledger that opens."""
    path = find_folder(typed_settings(chosen), profile=own_profile()) / FILE_NAME
    found = _list(path, examine=chosen.check)
    if chosen.json:
        output.print_json([_backup_fields(one) for one in found])
    elif not found:
        sys.stdout.write(f"There are no backups in {path.parent / FOLDER} yet.\n")
    else:
        _print_backups(found)
    return DONE


def restore_backup(chosen: argparse.Namespace) -> int:
    """`restore`: a backup in the ledger's place; without a name, what there is to choose from."""
    path = find_folder(typed_settings(chosen), profile=own_profile()) / FILE_NAME
    now = datetime.now(UTC)
    if chosen.backup is None:
        return _offer(path)
    ownership = Ownership(path.parent)
    if not ownership.claim():
        message = "Another BudgetSync has this data folder open; nothing was changed."
        raise StoreBusy(message, action="Close it (its window, or its icon in the tray), then try again.")
    try:
        backup = _choose(path, chosen.backup, now)
        done = restore.restore(path, backup, now)
    finally:
        ownership.release()
    sys.stdout.write(f"The ledger was restored from {backup.name}.\n")
    if done.aside:
        state = "damaged file" if done.findings else "file that was there"
        sys.stdout.write(f"The {state} is kept as {done.aside}.\n")
    sys.stdout.write("`budgetsync sync` now fetches what came since.\n")
    return DONE


def check(chosen: argparse.Namespace) -> int:
    """`check`: whether the ledger's file is sound; needs no ledger that opens."""
    path = find_folder(typed_settings(chosen), profile=own_profile()) / FILE_NAME
    if not path.is_file():
        message = f"There is no ledger in {path.parent}."
        raise UsageError(message, action="Choose its folder with --data-dir.")
    report = checks.check_file(path, datetime.now(UTC), full=not chosen.quick)
    checks.save_report(path.parent, report)
    if chosen.json:
        output.print_json(_report_fields(report))
    else:
        kind = "looked at in full" if report.full else "looked at quickly"
        verdict = "nothing wrong" if report.sound else "damaged"
        sys.stdout.write(f"{path}: {kind} in {report.seconds:.1f} s, {verdict}.\n")
        for finding in report.findings:
            sys.stdout.write(f"  {finding}\n")
        if not report.sound:
            sys.stderr.write("Run `budgetsync restore`; the damaged file is kept beside the new one.\n")
    return DONE if report.sound else STORE


async def archive(core: Core, chosen: argparse.Namespace) -> int:
    """`archive`: everything in one file of text, and back."""
    file: Path = chosen.file.expanduser()
    if chosen.archive_command == "export":
        rows = await core.keeper.export_archive(file)
        sys.stdout.write(f"{file}: {rows:,} rows. Secrets are not in it.\n")
        return DONE
    rows = await core.keeper.import_archive(file)
    sys.stdout.write(f"{rows:,} rows were read.\n")
    sys.stdout.write("Sign in at each bank with `budgetsync reconnect`: keys are not part of an archive.\n")
    return DONE


def _offer(path: Path) -> int:
    found = _list(path, examine=True)
    if not found:
        sys.stdout.write(f"There are no backups in {path.parent / FOLDER}.\n")
        return DONE
    _print_backups(found)
    good = next((one for one in found if one.soundness is Soundness.GOOD), None)
    if good is None:
        sys.stdout.write("None of them is good; one that is only changed can be restored by its name.\n")
    else:
        sys.stdout.write(
            f"`budgetsync restore {NEWEST}` restores {good.name}; another one by its name. "
            "The present file is moved aside, never deleted.\n"
        )
    return DONE


def _choose(path: Path, word: str, now: datetime) -> Path:
    if word != NEWEST:
        beside = path.parent / FOLDER / word
        return beside if beside.is_file() else Path(word).expanduser()
    backup = restore.find_newest_good(path, now)
    if backup is None:
        message = "There is no good backup; nothing was changed."
        raise UsageError(message, action="`budgetsync restore` without a name says what is there.")
    return backup


def _list(path: Path, *, examine: bool) -> list[Backup]:
    if examine:
        return restore.examine_backups(path, datetime.now(UTC))
    return list_backups(path.parent)


def _print_backups(found: list[Backup]) -> None:
    output.print_table(
        ("backup", "made", "size", ""),
        (
            (
                one.name,
                output.format_local(one.made_at),
                _size(one.size),
                one.soundness.value if one.soundness else "",
            )
            for one in found
        ),
        right=(2,),
    )


def _backup_fields(backup: Backup) -> dict[str, Any]:
    return {
        "name": backup.name,
        "kind": backup.kind.value,
        "day": backup.day.isoformat(),
        "made_at": output.instant_text(backup.made_at),
        "bytes": backup.size,
        "soundness": backup.soundness.value if backup.soundness else None,
    }


def _report_fields(report: IntegrityReport) -> dict[str, Any]:
    return {
        "sound": report.sound,
        "full": report.full,
        "at": output.instant_text(report.at),
        "seconds": round(report.seconds, 3),
        "findings": list(report.findings),
    }


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
