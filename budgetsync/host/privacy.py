"""Files of the ledger are for their owner's eyes: looked at, and repaired, each time that a folder is opened."""

import os
import stat
from pathlib import Path

from budgetsync.domain.errors import Trouble

_OURS = ("ledger*.sqlite*", "engine.lock", "secrets.sealed*", "checks.json", "logs/budgetsync.jsonl*")
_BACKUPS = "backups"
_OTHERS = 0o077


def keep_private(folder: Path, *, own: bool) -> tuple[Trouble, ...]:
    """Take from a data folder and the program's files in it what others may do with them.

    Args:
        own: Whether it is the program's default folder. One of the user's choice may hold other things that
            others are meant to see: it is left as it is, and told.

    Returns:
        What stays readable by others.
    """
    if os.name == "nt" or not folder.is_dir():
        return ()
    backups = folder / _BACKUPS
    files = [file for pattern in _OURS for file in folder.glob(pattern)]
    if backups.is_dir():
        files += [file for file in backups.iterdir() if ".sqlite" in file.name]
    open_files = sorted(file.name for file in files if file.is_file() and not _close(file, 0o600))
    warnings = []
    if open_files:
        warnings.append(
            Trouble(
                "FILES_NOT_PRIVATE",
                "Others can read files of the ledger",
                f"Their access could not be taken away: {', '.join(open_files[:5])}.",
                "Give yourself the files of the data folder, or move the folder to a disk that knows owners.",
            )
        )
    if backups.is_dir():
        _close(backups, 0o700)
    closed = _close(folder, 0o700) if own else not folder.stat().st_mode & _OTHERS
    if not closed:
        warnings.append(
            Trouble(
                "FOLDER_NOT_PRIVATE",
                "Others can look into the data folder",
                f"They see the names in {folder}; the ledger's own files are closed to them.",
                "Take their access away (chmod 700), or choose a folder of its own with --data-dir.",
            )
        )
    return tuple(warnings)


def _close(path: Path, mode: int) -> bool:
    """Leave to the owner alone; True when it is so."""
    try:
        found = stat.S_IMODE(path.stat().st_mode)
        if found & _OTHERS:
            path.chmod(mode)
            # A disk without owners takes the command and changes nothing.
            found = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return False
    return not found & _OTHERS
