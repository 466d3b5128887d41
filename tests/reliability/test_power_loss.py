"""A sample of `make powerloss`, a program that syncs too little, and the disk that both are tried on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.reliability.disk_model import Disk, Event, Habit, read_events

ROOT = Path(__file__).parents[2]
SEEDS = range(60)


def powerloss(*options: str) -> tuple[int, list[str]]:
    command = [sys.executable, "-m", "tests.reliability.power_loss", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_no_acknowledged_commit_is_gone() -> None:
    code, lines = powerloss("--images", "600")

    assert (code, len(lines)) == (0, 1), lines
    assert lines[0].startswith("powerloss: 600 of 600 images right")


def test_a_program_that_syncs_less_is_found_out() -> None:
    code, lines = powerloss("--images", "100", "--synchronous", "normal")

    assert code == 1
    assert sum("an acknowledged commit is gone" in line for line in lines) >= 5


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    (tmp_path / "ledger").write_bytes(b"old " * 512)
    return Disk(tmp_path)


def left(disk: Disk, habit: Habit) -> set[bytes]:
    return {disk.cut(Random(seed), habit).get("ledger", b"gone") for seed in SEEDS}  # noqa: S311 - a seed


@pytest.mark.parametrize("habit", Habit)
def test_what_was_synced_stays(disk: Disk, habit: Habit) -> None:
    disk.take(Event("write", "ledger", 0, b"new " * 512))
    disk.take(Event("sync", "ledger"))

    assert left(disk, habit) == {b"new " * 512}


def test_what_was_not_synced_may_be_there_in_part(disk: Disk) -> None:
    disk.take(Event("write", "ledger", 0, b"new " * 512))

    assert left(disk, Habit.DROPS) == {b"old " * 512}
    assert left(disk, Habit.MIXES) == {b"old " * 512, b"new " * 512}
    torn = left(disk, Habit.TEARS)
    assert b"old " * 128 + b"new " * 128 + b"old " * 256 in torn
    assert left(disk, Habit.CUTS) == {b"new " * (128 * n) + b"old " * (128 * (4 - n)) for n in range(5)}


def test_a_later_write_may_be_there_without_an_earlier_one(disk: Disk) -> None:
    disk.take(Event("write", "ledger", 0, b"1" * 512))
    disk.take(Event("write", "ledger", 4096, b"2" * 512))

    assert b"old " * 512 + bytes(2048) + b"2" * 512 in left(disk, Habit.MIXES)
    assert b"old " * 512 + bytes(2048) + b"2" * 512 not in left(disk, Habit.CUTS)


def test_a_name_is_certain_once_its_folder_was_synced(disk: Disk) -> None:
    disk.take(Event("create", "new"))
    disk.take(Event("append", "new", content=b"a"))
    disk.take(Event("append", "new", content=b"b"))
    disk.take(Event("sync", "new"))
    disk.take(Event("rename", "new", to="ledger"))

    assert left(disk, Habit.MIXES) == {b"old " * 512, b"ab"}
    disk.take(Event("sync", "."))
    assert left(disk, Habit.MIXES) == {b"ab"}
    disk.take(Event("unlink", "ledger"))
    assert left(disk, Habit.CUTS) == {b"ab", b"gone"}


def test_calls_of_two_threads_are_read_in_the_order_of_their_ends() -> None:
    def code(text: str) -> str:
        return "".join(f"\\x{byte:02x}" for byte in text.encode())

    lines = [
        f'7 pwrite64(5<{code("/ledgers/a")}>, "{code("xy")}", 2, 40 <unfinished ...>',
        f'8 openat(AT_FDCWD<>, "{code("/ledgers/b")}", O_RDWR|O_CREAT, 0600) = 6<{code("/ledgers/b")}>',
        "7 <... pwrite64 resumed>) = 2",
        f'8 pwrite64(5<{code("/ledgers/a")}>, "{code("xy")}", 2, 40) = -1 ENOSPC (No space left on device)',
        f'7 sendto(3<{code("socket:[1]")}>, "{code("synced")}\\x0a", 7, 0, NULL, 0) = 7',
        f'7 sendto(3<{code("socket:[1]")}>, "{code("x")}", 1, 0, NULL, 0) = 1',
        f"8 fsync(6<{code('/ledgers')}>) = 0",
        f'8 rename("{code("/ledgers/b")}", "{code("/ledgers/c")}") = 0',
        f"8 fsync(6<{code('/elsewhere')}>) = 0",
    ]

    assert list(read_events(lines, Path("/ledgers"))) == [
        Event("create", "b"),
        Event("write", "a", 40, b"xy"),
        Event("told", "synced"),
        Event("sync", "."),
        Event("rename", "b", to="c"),
    ]
