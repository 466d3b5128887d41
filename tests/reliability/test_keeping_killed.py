"""kill -9 during a backup, a restore, an archive: what was there is there, whole, and the next try works."""

from __future__ import annotations

import signal
from datetime import timedelta
from pathlib import Path

import pytest

from budgetsync.domain.backups import FOLDER, Soundness
from budgetsync.store.archive import export_archive, import_archive
from budgetsync.store.backup import back_up, list_backups
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.payloads import pack
from budgetsync.store.raw import connection_of
from budgetsync.store.restore import examine_backups, find_staged, finish_restore, restore
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import NOW, LedgerFile, child

PRELUDE = """
import os, signal, sys
from datetime import UTC, date, datetime
from pathlib import Path
def die(*_args, **_more):
    os.kill(os.getpid(), signal.SIGKILL)
path, place, step = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
"""
BACK_UP = (
    PRELUDE
    + """
from budgetsync.store import backup, files
real = Path.replace
def replace(self, target):
    done = real(self, target)
    if step == "sum appeared" and str(target).endswith(".sha256") or step == "appeared" and target.suffix == ".sqlite":
        die()
    return done
if step == "copied":
    backup.check_file = die
if step == "checked":
    backup._write_sum = die
if step == "written":
    files.os.fsync = die
Path.replace = replace
backup.back_up(path, date(2026, 6, 15), daily=True)
"""
)
RESTORE = (
    PRELUDE
    + """
from budgetsync.store.restore import restore
restore(path, place, datetime(2026, 6, 15, tzinfo=UTC), on_step=lambda name: die() if name == step else None)
"""
)
IMPORT = (
    PRELUDE
    + """
from budgetsync.store.archive import import_archive, reading
from budgetsync.store.database import Database
if step == "index":
    reading.derived.rebuild_index = die
with Database(path, "demo") as database:
    database.run_now(lambda db: import_archive(
        db, place, "demo", on_progress=lambda rows: die() if rows >= int(step) else None
    ) if step.isdigit() else import_archive(db, place, "demo"))
"""
)
EXPORT = (
    PRELUDE
    + """
from budgetsync.store.archive import export_archive
from budgetsync.store.database import Database
with Database(path, "demo") as database:
    export_archive(path, place, datetime(2026, 6, 15, tzinfo=UTC), on_progress=die)
"""
)


def killed(script: str, *arguments: object) -> None:
    with child(script, *arguments) as running:
        assert running.wait(60) == -signal.SIGKILL


def counts(database: Database) -> list[int]:
    selects = [f'SELECT count(*) FROM "{name}"' for name in ("transaction", "item", "change")]  # noqa: S608
    return database.run_now(lambda db: [connection_of(db).execute(one).fetchone()[0] for one in selects])


def fill(ledger: LedgerFile, name: str = "t") -> None:
    block = pack([b'{"amount": %d}' % number for number in range(1_500)])
    ledger.sync(
        batch([observation(f"{name}{number}", payload=block, place=number) for number in range(1_500)])
    )


@pytest.mark.parametrize("step", ["copied", "checked", "written", "sum appeared", "appeared"])
def test_during_a_backup(tmp_path: Path, step: str) -> None:
    ledger = LedgerFile(tmp_path)
    fill(ledger)
    before = back_up(ledger.path, NOW.date() - timedelta(days=1), daily=True)
    contents = ledger.contents()

    killed(BACK_UP, ledger.path, "-", step)

    found = examine_backups(ledger.path, NOW)
    assert {one.soundness for one in found} == {Soundness.GOOD}
    assert len(found) == (2 if step == "appeared" else 1)
    assert found[-1].name == before.name
    assert ledger.contents() == contents
    if step != "appeared":
        assert back_up(ledger.path, NOW.date(), daily=True).soundness is Soundness.GOOD
        assert len(list_backups(tmp_path)) == 2
    ledger.close()


@pytest.mark.parametrize("step", ["looked", "staged", "moved", "moved-wal", "moved-shm", "in place"])
@pytest.mark.parametrize("damaged", [False, True])
def test_during_a_restore(tmp_path: Path, step: str, damaged: bool) -> None:  # noqa: FBT001
    ledger = LedgerFile(tmp_path)
    fill(ledger)
    backup = tmp_path / FOLDER / back_up(ledger.path, NOW.date(), daily=True).name
    of_backup = ledger.contents()
    fill(ledger, "later")
    of_ledger = ledger.contents()
    ledger.close()
    if damaged:
        with ledger.path.open("rb+") as file:
            file.seek(4096 * 10)
            file.write(b"\xff" * 4096 * 40)
        ledger.path.with_name(f"{FILE_NAME}-wal").write_bytes(b"a log")
    before = ledger.path.read_bytes()

    killed(RESTORE, ledger.path, backup, step)

    decided = find_staged(ledger.path) is not None
    assert decided is (step not in {"looked", "in place"})
    finish_restore(ledger.path)
    aside = [path for path in tmp_path.glob("ledger.*.sqlite") if path.name != FILE_NAME]
    if step == "looked":
        assert aside == []
        if damaged:
            assert ledger.path.read_bytes() == before
            restore(ledger.path, backup, NOW)
        again = LedgerFile(tmp_path)
        assert again.contents() == (of_backup if damaged else of_ledger)
    else:
        assert len(aside) == 1
        if damaged:
            assert aside[0].read_bytes() == before
            assert aside[0].with_name(f"{aside[0].name}-wal").read_bytes() == b"a log"
        again = LedgerFile(tmp_path)
        assert again.contents() == of_backup
    again.close()


@pytest.mark.parametrize("step", ["1", "1000", "2500", "index"])
def test_during_an_import(tmp_path: Path, step: str) -> None:
    ledger = LedgerFile(tmp_path / "old")
    fill(ledger)
    file = tmp_path / "all.zip"
    export_archive(ledger.path, file, NOW)
    ledger.close()
    path = tmp_path / "new" / FILE_NAME

    killed(IMPORT, path, file, step)

    with Database(path, "demo") as database:
        assert counts(database) == [0, 0, 0]
        database.run_now(lambda db: import_archive(db, file, "demo"))
        assert counts(database) == [1_500, 1, 1_500]


def test_during_an_export(tmp_path: Path) -> None:
    ledger = LedgerFile(tmp_path / "old")
    fill(ledger)
    ledger.close()
    file = tmp_path / "all.zip"

    killed(EXPORT, ledger.path, file, "-")

    assert not file.exists()
    assert export_archive(ledger.path, file, NOW).tables
