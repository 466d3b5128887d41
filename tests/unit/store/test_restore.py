"""A backup in the ledger's place: the file that was there is kept, and nobody is taken by surprise."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from budgetsync.domain.backups import FOLDER
from budgetsync.domain.errors import StoreBusy, StoreCorrupt, UsageError
from budgetsync.store import checks
from budgetsync.store.backup import back_up, sum_of
from budgetsync.store.checks import check_file, load_report, save_report
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.restore import find_newest_good, find_staged, finish_restore, restore, stage_restore
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import NOW, LedgerFile

DAY = NOW.date()


def backed_up(folder: Path) -> tuple[Path, Path, dict[str, object]]:
    """A closed ledger with a backup of an earlier moment; its path, the backup's, and what that holds."""
    ledger = LedgerFile(folder)
    ledger.sync(batch([observation(f"t{number}", on=number % 60) for number in range(1_000)]))
    ledger.edit(1, "note", "mine")
    contents: dict[str, object] = dict(ledger.contents())
    backup = folder / FOLDER / back_up(ledger.path, DAY, daily=True).name
    ledger.sync(batch([observation("late")]))
    ledger.close()
    return ledger.path, backup, contents


def contents_of(folder: Path) -> dict[str, object]:
    again = LedgerFile(folder)
    try:
        return dict(again.contents())
    finally:
        again.close()


def damage(path: Path) -> bytes:
    with path.open("rb+") as file:
        file.seek(4096 * 20)
        file.write(b"\xff" * 4096 * 20)
    return path.read_bytes()


def test_the_ledger_is_as_it_was_and_the_newer_file_is_kept(tmp_path: Path) -> None:
    path, backup, contents = backed_up(tmp_path)
    save_report(tmp_path, check_file(path, NOW, full=True))

    done = restore(path, backup, NOW)

    assert done.aside == "ledger.replaced-20260615T120000Z.sqlite"
    assert done.findings == ()
    assert contents_of(tmp_path) == contents
    with closing(sqlite3.connect(tmp_path / done.aside)) as kept:
        assert kept.execute('SELECT count(*) FROM "transaction"').fetchone() == (1_001,)
    assert load_report(tmp_path, full=True) is None
    assert backup.exists()


def test_a_damaged_file_is_moved_aside_as_it_is(tmp_path: Path) -> None:
    path, backup, contents = backed_up(tmp_path)
    damaged = damage(path)

    done = restore(path, backup, NOW)

    assert done.findings
    assert done.aside == "ledger.corrupt-20260615T120000Z.sqlite"
    assert (tmp_path / done.aside).read_bytes() == damaged
    assert contents_of(tmp_path) == contents


def test_a_file_that_is_no_database_goes_with_its_log(tmp_path: Path) -> None:
    path, backup, contents = backed_up(tmp_path)
    path.write_bytes(b"no database " * 1_000)
    path.with_name(f"{FILE_NAME}-wal").write_bytes(b"its log")
    path.with_name(f"{FILE_NAME}-shm").write_bytes(b"its index")

    done = restore(path, backup, NOW)

    assert done.aside is not None
    aside = tmp_path / done.aside
    assert aside.read_bytes().startswith(b"no database")
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"its log"
    assert aside.with_name(f"{aside.name}-shm").exists()
    assert contents_of(tmp_path) == contents


def test_what_is_in_the_log_of_a_sound_file_is_kept_with_it(tmp_path: Path) -> None:
    path, backup, _ = backed_up(tmp_path)
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA wal_autocheckpoint = 0")
    writer.execute("UPDATE \"transaction\" SET note = 'in the log' WHERE id = 2")
    writer.commit()
    copies = {ending: path.with_name(FILE_NAME + ending).read_bytes() for ending in ("", "-wal")}
    writer.close()
    for ending, content in copies.items():  # as a killed program leaves it
        path.with_name(FILE_NAME + ending).write_bytes(content)

    done = restore(path, backup, NOW)

    assert done.aside is not None
    with closing(sqlite3.connect(tmp_path / done.aside)) as kept:
        assert kept.execute('SELECT note FROM "transaction" WHERE id = 2').fetchone() == ("in the log",)


def test_without_a_ledger_there_is_nothing_to_move(tmp_path: Path) -> None:
    _, backup, contents = backed_up(tmp_path / "old")
    new = tmp_path / "new" / FILE_NAME
    new.parent.mkdir(mode=0o700)

    assert restore(new, backup, NOW).aside is None

    assert contents_of(new.parent) == contents


def test_twice_in_one_second_keeps_both(tmp_path: Path) -> None:
    path, backup, _ = backed_up(tmp_path)

    names = [restore(path, backup, NOW).aside for _ in range(2)]

    assert len(set(names)) == 2
    assert all(name and (tmp_path / name).exists() for name in names)


def test_a_ledger_that_is_open_is_not_moved(tmp_path: Path) -> None:
    path, backup, _ = backed_up(tmp_path)
    with Database(path, "demo"):
        before = path.read_bytes()
        with pytest.raises(StoreBusy):
            restore(path, backup, NOW)
        assert path.read_bytes() == before

    assert find_staged(path) is None
    assert list(tmp_path.glob("*replaced*")) == []


def test_a_damaged_or_foreign_backup_is_refused(tmp_path: Path) -> None:
    path, backup, _ = backed_up(tmp_path)
    before = path.read_bytes()
    damage(backup)
    for file, environment in ((backup, None), (path, "production"), (tmp_path / "none", None)):
        with pytest.raises(UsageError):
            restore(path, file, NOW, environment=environment)

    assert path.read_bytes() == before


def test_the_newest_good_one_is_chosen(tmp_path: Path) -> None:
    ledger = LedgerFile(tmp_path)
    ledger.sync(batch([observation(f"t{number}") for number in range(500)]))
    days = [DAY - timedelta(days=number) for number in range(4)]
    files = [tmp_path / FOLDER / back_up(ledger.path, day, daily=True).name for day in days]
    ledger.close()
    damage(files[0])
    content = bytearray(files[1].read_bytes())
    content[content.rindex(b"COFFEE")] ^= 0x04
    files[1].write_bytes(content)
    damage(ledger.path)

    assert find_newest_good(ledger.path, NOW) == files[2]

    sum_of(files[2]).unlink()
    assert find_newest_good(ledger.path, NOW) == files[3]


def test_a_backup_of_another_environment_does_not_replace_a_ledger(tmp_path: Path) -> None:
    path, _, _ = backed_up(tmp_path / "demo")
    other = LedgerFile(tmp_path / "real", "production")
    foreign = tmp_path / "real" / FOLDER / back_up(other.path, DAY, daily=True).name
    other.close()
    before = path.read_bytes()

    with pytest.raises(UsageError, match="another environment"):
        restore(path, foreign, NOW)

    assert path.read_bytes() == before


def test_a_copy_that_was_never_whole_is_cleared_away(tmp_path: Path) -> None:
    path, _, _ = backed_up(tmp_path)
    leftover = tmp_path / "ledger.restoring-replaced-20260615T120000Z.sqlite.0a1b2c3d.partial"
    leftover.write_bytes(b"half")
    LedgerFile(tmp_path).close()

    assert not finish_restore(path)

    assert not leftover.exists()


def test_an_interrupted_restore_is_finished_before_anything_opens(tmp_path: Path) -> None:
    path, backup, contents = backed_up(tmp_path)

    class Killed(BaseException):
        pass

    def die(step: str) -> None:
        if step == "moved":
            raise Killed

    with pytest.raises(Killed):
        restore(path, backup, NOW, on_step=die)
    assert not path.exists()
    with pytest.raises(StoreBusy), Database(path, "demo"):
        pytest.fail("an empty ledger was made")
    assert not path.exists()

    assert finish_restore(path)

    assert not finish_restore(path)
    assert contents_of(tmp_path) == contents
    assert len(list(tmp_path.glob("ledger.replaced-*.sqlite"))) == 1


def test_a_check_tells_what_it_found_and_changes_nothing(tmp_path: Path) -> None:
    path, _, _ = backed_up(tmp_path)
    assert check_file(path, NOW, full=True).sound
    damaged = damage(path)

    for full in (False, True):
        report = check_file(path, NOW, full=full)
        assert not report.sound
        save_report(tmp_path, report)
        assert load_report(tmp_path, full=full) == report.__class__(
            full, report.findings, NOW, round(report.seconds, 3)
        )

    assert path.read_bytes() == damaged
    with pytest.raises(StoreCorrupt):
        LedgerFile(tmp_path).close()
    assert path.read_bytes()[: 4096 * 60] == damaged[: 4096 * 60]


def test_broken_references_are_found_in_full_only(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    with closing(sqlite3.connect(ledger.path)) as connection:
        connection.execute('DELETE FROM "transaction"')
        connection.commit()

    assert check_file(ledger.path, NOW, full=False).sound
    findings = check_file(ledger.path, NOW, full=True).findings
    assert "2 rows of change refer" in " ".join(findings) or "rows of observation refer" in " ".join(findings)


def test_a_report_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    for text in ("{", "[]", '{"full": 3}', '{"full": {"at": "x", "findings": [], "seconds": 1}}'):
        (tmp_path / checks.FILE_NAME).write_text(text)
        assert load_report(tmp_path, full=True) is None


def test_a_restore_is_decided_while_the_ledger_is_open_and_done_at_the_next_start(tmp_path: Path) -> None:
    path, backup, contents = backed_up(tmp_path)
    open_ledger = LedgerFile(tmp_path)
    save_report(tmp_path, check_file(path, NOW, full=True))

    aside = stage_restore(path, backup, NOW)

    assert aside == "ledger.replaced-20260615T120000Z.sqlite"
    open_ledger.edit(2, "note", "written meanwhile")
    with pytest.raises(UsageError):
        stage_restore(path, backup, NOW)
    open_ledger.close()
    assert finish_restore(path)
    assert contents_of(tmp_path) == contents
    assert load_report(tmp_path, full=True) is None
    with closing(sqlite3.connect(tmp_path / aside)) as kept:
        assert kept.execute('SELECT note FROM "transaction" WHERE id = 2').fetchone() == (
            "written meanwhile",
        )


def test_a_restore_of_what_is_no_backup_is_not_decided(tmp_path: Path) -> None:
    path, backup, _ = backed_up(tmp_path)
    damage(backup)
    for wrong in (backup, tmp_path / FOLDER / "daily-2020-01-01.sqlite"):
        with pytest.raises(UsageError):
            stage_restore(path, wrong, NOW)
    assert find_staged(path) is None
