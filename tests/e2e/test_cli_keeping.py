"""Backups, restore, check, archive and reconnect as a person types them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from budgetsync.cli.session import DONE, STORE, WRONG
from tests.e2e.programs import PROGRAM, Program

URL = {"PLAID_URL": "http://127.0.0.1:9"}


def rows(program: Program) -> list[object]:
    return list(program.told("transactions", "--limit", "0"))


def test_damaged_restored_synced(program: Program) -> None:
    program.run("connect", "--institution", "ins_109509", "--sync")
    first = rows(program)
    assert program.told("backup")["soundness"] == "good"
    program.let_days_pass(3)
    program.run("sync")
    assert program.told("status")["keeping"]["backups"] == 2
    path = program.ledger / "ledger.sqlite"
    shutil.copy(path, path.with_name("kept"))
    with path.open("rb+") as file:
        file.seek(4096 * 20)
        file.write(b"\xff" * 4096 * 40)
    damaged = path.read_bytes()

    checked = program.run("check")
    assert checked.returncode == STORE
    assert "damaged" in checked.stdout
    assert "budgetsync restore" in checked.stderr
    offered = program.run("restore")
    assert offered.returncode == DONE
    assert "`budgetsync restore newest`" in offered.stdout
    by_hand = next(one["name"] for one in program.told("backups") if one["kind"] == "by-hand")
    done = program.run("restore", by_hand)
    assert done.returncode == DONE, done.stderr
    assert "The damaged file is kept as ledger.corrupt-" in done.stdout
    assert (
        path.parent.joinpath(done.stdout.split("kept as ")[1].split()[0].rstrip(".")).read_bytes() == damaged
    )

    assert program.run("check").returncode == DONE
    assert rows(program) == first
    assert program.run("sync").returncode == DONE
    account = program.told("status")["connections"][0]["accounts"][0]
    world = {one["mask"]: one for one in program.world()["accounts"]}
    assert account["current_minor"] == world[account["mask"]]["balances"]["current"]["minor"]


def test_newest_passes_over_a_damaged_one(program: Program) -> None:
    program.run("connect", "--institution", "ins_109509", "--sync")
    good = program.told("backup")["name"]
    newer = program.told("backup")["name"]
    file = program.ledger / "backups" / newer
    file.write_bytes(file.read_bytes()[:40_000])

    listed = program.told("backups", "--check")
    verdicts = {one["name"]: one["soundness"] for one in listed}
    assert verdicts[good] == "good"
    assert verdicts[newer] == "damaged"
    refused = program.run("restore", newer)
    assert refused.returncode == WRONG
    assert "damaged itself" in refused.stderr
    done = program.run("restore", "newest")
    assert done.returncode == DONE, done.stderr
    newest_good = next(one["name"] for one in listed if one["soundness"] == "good")
    assert f"restored from {newest_good}" in done.stdout


@contextmanager
def window_open(program: Program) -> Iterator[None]:
    """A process that owns the data folder's engine."""
    code = (
        "import sys; from pathlib import Path; from budgetsync.host.ownership import Ownership; "
        f"mine = Ownership(Path({str(program.ledger)!r})); print(mine.claim(), flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [PROGRAM[0], "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline().strip() == "True"
        yield
        owner.communicate()


def test_while_another_process_owns_the_engine(program: Program) -> None:
    program.run("connect", "--institution", "ins_109509", "--sync")
    made = program.told("backup")["name"]
    before = (program.ledger / "ledger.sqlite").read_bytes()
    with window_open(program):
        refused = program.run("restore", made)
        assert refused.returncode == STORE
        assert "Close it" in refused.stderr
        assert program.run("backup").returncode == DONE
        assert program.run("check").returncode == DONE
    assert (program.ledger / "ledger.sqlite").read_bytes() == before


def test_an_archive_in_a_new_folder_and_the_way_back_to_the_bank(program: Program) -> None:
    program.run("connect", "--institution", "ins_109509", "--sync")
    first = rows(program)
    file = str(program.folder / "all.zip")
    assert "Secrets are not in it" in program.run("archive", "export", file).stdout
    assert program.run("archive", "export", file).returncode == WRONG
    program.ledger.rename(program.folder / "old")

    done = program.run("archive", "import", file)
    assert done.returncode == DONE, done.stderr
    assert "budgetsync reconnect" in done.stdout
    assert rows(program) == first
    again = program.run("archive", "import", file)
    assert again.returncode == WRONG
    assert "not empty" in again.stderr
    assert program.run("sync").returncode == 3
    connected = program.run("reconnect", "1", "--test-bank")
    assert connected.returncode == DONE, connected.stderr
    assert "took over every account of connection 1" in connected.stdout
    assert [row["id"] for row in rows(program)] == [row["id"] for row in first]  # type: ignore[index]
    assert program.run("reconnect", "2", "--test-bank").returncode == WRONG


def test_without_anything_each_command_says_so(lonely: Program) -> None:
    assert "no backups" in lonely.run("backups", **URL).stdout
    assert "no backups" in lonely.run("restore", **URL).stdout
    assert lonely.run("check", **URL).returncode == WRONG
    assert lonely.run("restore", "newest", **URL).returncode == WRONG
    assert lonely.run("restore", "nothing.sqlite", **URL).returncode == WRONG
    assert not (lonely.ledger / "ledger.sqlite").exists()
    assert lonely.run("archive", "import", "none.zip", **URL).returncode == WRONG


def test_a_folder_that_others_see_or_that_is_synced_is_told(lonely: Program) -> None:
    folder: Path = lonely.folder / "Dropbox" / "money"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    said = lonely.run_plain(*PROGRAM, "status", "--data-dir", str(folder), **URL)
    assert said.returncode == DONE
    assert "SYNCED_FOLDER" in said.stdout
    assert "FOLDER_NOT_PRIVATE" in said.stdout
    assert (folder / "ledger.sqlite").stat().st_mode & 0o777 == 0o600
