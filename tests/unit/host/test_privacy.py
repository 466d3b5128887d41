"""Files of the ledger are closed to others whenever a folder is opened."""

from __future__ import annotations

import stat
from pathlib import Path

from budgetsync.host.privacy import keep_private


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def open_to_all(folder: Path) -> list[Path]:
    (folder / "backups").mkdir(parents=True)
    names = (
        *("ledger.sqlite", "ledger.sqlite-wal", "ledger.corrupt-20260615T120000Z.sqlite", "engine.lock"),
        *("secrets.sealed", "checks.json", "backups/daily-2026-06-15.sqlite"),
        "backups/daily-2026-06-15.sqlite.sha256",
    )
    files = [folder / name for name in names]
    for file in files:
        file.write_bytes(b"x")
        file.chmod(0o644)
    (folder / "backups").chmod(0o755)
    folder.chmod(0o755)
    return files


def test_everything_of_an_own_folder_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    files = open_to_all(folder)

    assert keep_private(folder, own=True) == ()

    assert {mode(file) for file in files} == {0o600}
    assert mode(folder) == mode(folder / "backups") == 0o700


def test_a_folder_of_the_users_choice_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "chosen"
    files = open_to_all(folder)
    theirs = folder / "holiday.jpg"
    theirs.write_bytes(b"x")
    theirs.chmod(0o644)

    (warning,) = keep_private(folder, own=False)

    assert warning.code == "FOLDER_NOT_PRIVATE"
    assert "chmod 700" in warning.action
    assert mode(folder) == 0o755
    assert mode(theirs) == 0o644
    assert {mode(file) for file in files} == {0o600}


def test_what_is_closed_already_is_not_touched(tmp_path: Path) -> None:
    folder = tmp_path / "private"
    folder.mkdir(mode=0o700)
    ledger = folder / "ledger.sqlite"
    ledger.touch(mode=0o400)
    ledger.chmod(0o400)

    assert keep_private(folder, own=False) == ()

    assert mode(ledger) == 0o400


def test_a_folder_that_is_not_there_is_nobodys(tmp_path: Path) -> None:
    assert keep_private(tmp_path / "none", own=True) == ()
