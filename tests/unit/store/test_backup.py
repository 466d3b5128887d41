"""Copies: whole, sound, private, under their name only then; the program deletes only what it made."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from budgetsync.domain.backups import FOLDER, BackupKind, Soundness, daily_name
from budgetsync.domain.errors import StoreCorrupt, StoreFull
from budgetsync.store.backup import back_up, daily_is_due, is_as_written, list_backups, prune, sum_of
from budgetsync.store.checks import Stopped, check_file
from budgetsync.store.restore import examine, examine_backups
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import NOW, LedgerFile, child, hear

DAY = NOW.date()


def fill(ledger: LedgerFile, rows: int = 300) -> None:
    ledger.sync(batch([observation(f"t{number}", on=number % 60) for number in range(rows)]))


def look(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_a_backup_is_the_ledger_as_one_plain_file(ledger: LedgerFile) -> None:
    fill(ledger)

    made = back_up(ledger.path, DAY, daily=True)

    folder = ledger.path.parent / FOLDER
    file = folder / made.name
    assert (made.name, made.kind, made.soundness) == (daily_name(DAY), BackupKind.DAILY, Soundness.GOOD)
    assert sorted(one.name for one in folder.iterdir()) == [made.name, f"{made.name}.sha256"]
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for name, rows in ledger.contents().items():
        assert look(file, f'SELECT * FROM "{name}"') == rows  # noqa: S608
    assert look(file, "PRAGMA journal_mode") == [("delete",)]
    assert sum_of(file).read_text() == f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {made.name}\n"


def test_it_holds_one_moment_although_the_ledger_is_being_written(ledger: LedgerFile) -> None:
    fill(ledger, 3_000)
    done = threading.Event()

    def write() -> None:
        number = 0
        while not done.is_set():
            number += 1
            ledger.sync(batch([observation(f"w{number}-{half}") for half in (1, 2)]))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [back_up(ledger.path, DAY, daily=False) for _ in range(5)]
    finally:
        done.set()
        writer.join()

    for one in made:
        file = ledger.path.parent / FOLDER / one.name
        assert check_file(file, NOW, full=True, immutable=True).sound
        counts = look(
            file,
            'SELECT (SELECT count(*) FROM "transaction"), (SELECT count(*) FROM observation), '
            "(SELECT sum(rows) FROM daily_sum), (SELECT sum(added) FROM sync_run)",
        )[0]
        assert len(set(counts)) == 1, counts
        assert int(str(counts[0])) % 2 == 0


def test_what_is_not_the_programs_own_is_never_deleted(ledger: LedgerFile, tmp_path: Path) -> None:
    folder = ledger.path.parent / FOLDER
    first = folder / back_up(ledger.path, DAY - timedelta(days=300), daily=True).name
    by_hand = back_up(ledger.path, DAY - timedelta(days=290), daily=False)
    stranger = LedgerFile(tmp_path / "other")
    other = back_up(stranger.path, DAY - timedelta(days=280), daily=True)
    stranger.close()
    (stranger.path.parent / FOLDER / other.name).rename(folder / other.name)
    (folder / daily_name(DAY - timedelta(days=270))).write_text("a text of the user's")
    (folder / "notes.sqlite").write_text("another")
    (folder / daily_name(DAY - timedelta(days=260))).symlink_to(first)
    days = [DAY - timedelta(days=number) for number in range(40)]
    for day in days:
        (folder / daily_name(day)).write_bytes(first.read_bytes())

    deleted = prune(ledger.path)

    left = {one.name for one in folder.iterdir()}
    assert by_hand.name in left
    assert other.name in left
    assert daily_name(DAY - timedelta(days=270)) in left
    assert "notes.sqlite" in left
    assert {daily_name(day) for day in days[:7]} <= left
    assert set(deleted) == {daily_name(day) for day in days} - left
    assert deleted
    assert sum_of(first).exists() == first.exists()


def test_leftovers_of_a_killed_program_go_after_a_day(ledger: LedgerFile) -> None:
    folder = ledger.path.parent / FOLDER
    folder.mkdir(mode=0o700)
    old, fresh, theirs = (
        folder / "daily-2026-06-14.sqlite.0a1b2c3d.partial",
        folder / "daily-2026-06-15.sqlite.0a1b2c3e.partial",
        folder / "film.mkv.partial",
    )
    for file in (old, fresh, theirs):
        file.write_bytes(b"x")
    for file in (old, theirs):
        os.utime(file, (0, 0))

    prune(ledger.path)

    assert [old.exists(), fresh.exists(), theirs.exists()] == [False, True, True]


def test_one_is_due_once_a_day(ledger: LedgerFile) -> None:
    assert daily_is_due(ledger.path, DAY)
    back_up(ledger.path, DAY, daily=False)
    assert daily_is_due(ledger.path, DAY)
    back_up(ledger.path, DAY, daily=True)
    assert not daily_is_due(ledger.path, DAY)
    assert daily_is_due(ledger.path, DAY + timedelta(days=1))


def test_several_by_hand_on_a_day_stay_beside_each_other(ledger: LedgerFile) -> None:
    names = [back_up(ledger.path, DAY, daily=False).name for _ in range(3)]

    assert names == [f"by-hand-{DAY}{number}.sqlite" for number in ("", "-2", "-3")]
    assert {one.name for one in list_backups(ledger.path.parent)} == set(names)


def test_newest_first_by_the_day_in_the_name(ledger: LedgerFile) -> None:
    for days in (3, 1, 2):
        back_up(ledger.path, DAY - timedelta(days=days), daily=True)

    assert [one.day for one in list_backups(ledger.path.parent)] == [
        DAY - timedelta(days=days) for days in (1, 2, 3)
    ]


def test_a_flipped_bit_and_a_cut_file_are_found(ledger: LedgerFile) -> None:
    fill(ledger)
    days = [DAY - timedelta(days=number) for number in range(4)]
    files = [ledger.path.parent / FOLDER / back_up(ledger.path, day, daily=True).name for day in days]
    content = bytearray(files[0].read_bytes())
    spot = content.rindex(b"COFFEE")  # a text in a row: no structure of SQLite's notices it
    content[spot] ^= 0x04
    files[0].write_bytes(content)
    files[1].write_bytes(files[1].read_bytes()[: -4096 * 3])
    sum_of(files[2]).unlink()

    found = examine_backups(ledger.path, NOW)

    assert [one.soundness for one in found] == [
        Soundness.CHANGED,
        Soundness.DAMAGED,
        Soundness.CHANGED,
        Soundness.GOOD,
    ]
    assert not is_as_written(files[0])


def test_another_environment_and_another_ledger_are_foreign(ledger: LedgerFile) -> None:
    file = ledger.path.parent / FOLDER / back_up(ledger.path, DAY, daily=True).name

    assert examine(file, NOW, environment="demo") is Soundness.GOOD
    assert examine(file, NOW, environment="production") is Soundness.FOREIGN
    assert examine(file, NOW, environment=None, own_id="another") is Soundness.FOREIGN


def test_a_damaged_ledger_makes_no_backup_and_pushes_none_out(ledger: LedgerFile) -> None:
    fill(ledger, 2_000)
    good = back_up(ledger.path, DAY - timedelta(days=1), daily=True)
    ledger.close()
    with ledger.path.open("rb+") as file:
        file.seek(4096 * 30)
        file.write(b"\xff" * 4096 * 10)

    with pytest.raises(StoreCorrupt):
        back_up(ledger.path, DAY, daily=True)

    assert [one.name for one in list_backups(ledger.path.parent)] == [good.name]
    assert not list((ledger.path.parent / FOLDER).glob("*.partial*"))


def test_it_stops_when_it_is_told_to(ledger: LedgerFile) -> None:
    fill(ledger)
    stop = threading.Event()
    stop.set()

    with pytest.raises(Stopped):
        back_up(ledger.path, DAY, daily=True, stop=stop)

    assert list((ledger.path.parent / FOLDER).iterdir()) == []


FULL_DISK = """
import resource, sys
from datetime import date
from pathlib import Path
from budgetsync.domain.errors import StoreFull
from budgetsync.store.backup import back_up
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    back_up(Path(sys.argv[1]), date(2026, 6, 15), daily=True)
except StoreFull as error:
    print(error.title, flush=True)
"""


def test_a_full_disk_is_told_and_leaves_nothing_half_written(ledger: LedgerFile) -> None:
    fill(ledger, 2_000)
    before = back_up(ledger.path, DAY - timedelta(days=1), daily=True)
    assert before.size > 200_000

    with child(FULL_DISK, ledger.path) as running:
        assert hear(running) == StoreFull.title
        assert running.wait(30) == 0

    folder = ledger.path.parent / FOLDER
    assert sorted(one.name for one in folder.iterdir()) == [before.name, f"{before.name}.sha256"]
