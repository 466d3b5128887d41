"""The file itself: who may read it, whose data it holds, and what is told when it cannot be used."""

from __future__ import annotations

import asyncio
import json
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from budgetsync.domain.errors import (
    StoreBusy,
    StoreCorrupt,
    StoreError,
    StoreFull,
    StoreReadOnly,
    UsageError,
)
from budgetsync.store import database as database_module
from budgetsync.store import transactions
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.raw import connection_of
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import ROOT, LedgerFile, child, hear, tell

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement)
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
connection.close()
print("let go", flush=True)
sys.stdin.readline()
"""


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT", 0.05)


def test_everything_is_for_the_user_only(tmp_path: Path) -> None:
    folder = tmp_path / "one" / "two"
    with umask(0):
        ledger = LedgerFile(folder)
        ledger.sync(batch([observation("a")]))
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
        ledger.close()

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert modes.keys() >= {FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"}
    assert set(modes.values()) == {0o600}


def test_another_environment_is_refused(tmp_path: Path) -> None:
    first = LedgerFile(tmp_path, "demo")
    first.sync(batch([observation("a")]))
    first.close()
    before = first.path.read_bytes()

    with pytest.raises(UsageError) as caught, Database(first.path, "production"):
        pytest.fail("it was opened")

    assert "demo" in caught.value.message
    assert "--data-dir" in caught.value.action
    assert first.path.read_bytes() == before
    with Database(first.path, "demo") as again:
        assert again.environment == "demo"


def test_two_ledgers_have_two_ids(tmp_path: Path) -> None:
    with (
        Database(tmp_path / "a" / FILE_NAME, "demo") as one,
        Database(tmp_path / "b" / FILE_NAME, "demo") as two,
    ):
        assert one.id != two.id


def test_a_folder_in_the_file_s_place_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()

    with pytest.raises(StoreError, match="folder stands"):
        Database(tmp_path / FILE_NAME, "demo")


@pytest.mark.usefixtures("impatient")
def test_a_ledger_that_another_program_writes_is_busy_and_then_free(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    with child(HOLD, ledger.path, "BEGIN IMMEDIATE") as other:
        assert hear(other) == "held"
        with pytest.raises(StoreBusy) as caught:
            ledger.sync(batch([observation("b")]))
        rows = asyncio.run(ledger.database.read(lambda db: transactions.load_newest(db, None)))
        tell(other)
        assert hear(other) == "let go"

        ledger.sync(batch([observation("b")]))

    assert caught.value.action.startswith("Close the other program")
    assert len(rows) == 1
    assert len(ledger.ledger) == 2


@pytest.mark.usefixtures("impatient")
def test_a_ledger_that_another_program_holds_whole_is_busy(tmp_path: Path) -> None:
    LedgerFile(tmp_path).close()
    path = tmp_path / FILE_NAME
    exclusive = "PRAGMA locking_mode = EXCLUSIVE"
    with child(HOLD, path, exclusive, "BEGIN IMMEDIATE", "CREATE TABLE x (y)") as other:
        assert hear(other) == "held"
        with pytest.raises(StoreBusy), Database(path, "demo"):
            pytest.fail("it was opened")

    Database(path, "demo").close()


def garbage_header(content: bytes) -> bytes:
    return b"garbage!" * 12 + content[96:]


def cut_in_half(content: bytes) -> bytes:
    return content[: len(content) // 2 + 100]


def another_kind(_content: bytes) -> bytes:
    return b"date,amount,payee\n2026-06-15,-4.50,Coffee\n" * 200


@pytest.mark.parametrize("damage", [garbage_header, cut_in_half, another_kind])
def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    ledger = LedgerFile(tmp_path)
    ledger.sync(batch([observation(f"a{number}", payload=os.urandom(300)) for number in range(300)]))
    ledger.close()
    damaged = damage(ledger.path.read_bytes())
    ledger.path.write_bytes(damaged)

    with pytest.raises(StoreCorrupt), Database(ledger.path, "demo"):
        pytest.fail("it was opened")
    with pytest.raises(StoreCorrupt) as caught, Database(ledger.path, "demo"):
        pytest.fail("it was opened the second time")

    assert ledger.path.read_bytes() == damaged
    assert [
        path.name for path in tmp_path.iterdir() if path.suffix not in {".sqlite-wal", ".sqlite-shm"}
    ] == [FILE_NAME]
    assert "left as it is" in caught.value.action or "left as it was" in caught.value.action


def test_damaged_pages_are_told_when_they_are_read(tmp_path: Path) -> None:
    ledger = LedgerFile(tmp_path)
    ledger.sync(batch([observation(f"a{number}") for number in range(300)]))
    ledger.close()
    page = 4096
    content = bytearray(ledger.path.read_bytes())
    kept = 4 * page  # the schema
    content[kept:] = b"\xa5" * (len(content) - kept)
    ledger.path.write_bytes(content)

    def use() -> None:
        again = LedgerFile(tmp_path)
        try:
            asyncio.run(again.database.read(lambda db: transactions.load_newest(db, None)))
        finally:
            again.close()

    with pytest.raises(StoreCorrupt):
        use()

    assert ledger.path.read_bytes() == content


def test_a_full_file_takes_nothing_and_goes_on_when_there_is_room(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    before = {name: rows for name, rows in ledger.contents().items() if name not in {"sync_run", "queue"}}
    pages = ledger.cell("PRAGMA page_count")
    assert isinstance(pages, int)
    ledger.cell(f"PRAGMA max_page_count = {pages + 20}")
    news = batch([observation(f"b{number}", payload=os.urandom(900)) for number in range(2500)])

    with pytest.raises(StoreFull) as caught:
        ledger.sync(news)

    contents = ledger.contents()
    assert {name: contents[name] for name in before} == before
    assert "Make room" in caught.value.action
    ledger.cell("PRAGMA max_page_count = 1000000")
    ledger.sync(news)
    assert len(ledger.ledger) == 2501


FILL = """
import json, os, resource, sys
from pathlib import Path
from budgetsync.domain.errors import StoreError
from budgetsync.store.raw import connection_of
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import LedgerFile
from budgetsync.store.database import Database

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))

folder, told = Path(sys.argv[1]), []
limit(8192)
try:
    Database(folder / "ledger.sqlite", "demo").close()
except StoreError as error:
    told.append(error.code)
limit(resource.RLIM_INFINITY)
ledger = LedgerFile(folder)
ledger.sync(batch([observation("a")]))
news = batch([observation(f"b{number}", payload=os.urandom(900)) for number in range(2500)])
limit(max(path.stat().st_size for path in folder.iterdir()) + 100_000)
try:
    ledger.sync(news)
except StoreError as error:
    told.append(error.code)
counts = [len(ledger.ledger)]
limit(resource.RLIM_INFINITY)
ledger.sync(news)
counts.append(len(ledger.ledger))
told.append(ledger.cell("PRAGMA integrity_check"))
ledger.close()
print(json.dumps([told, counts]))
"""


def test_a_disk_without_room_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(tmp_path / "new")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == [["StoreFull", "StoreFull", "ok"], [1, 2501]]


TRY = """
import json, os, sys
from pathlib import Path
from budgetsync.domain.errors import StoreError
from budgetsync.store.database import Database
from budgetsync.store.migrator import load_migrations
migrations = load_migrations()  # while the program's own files can be read
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
told = []
for path in sys.argv[1:]:
    try:
        Database(Path(path), "demo", migrations=migrations).close()
        told.append("opened")
    except StoreError as error:
        told.append([error.code, error.action])
print(json.dumps(told))
"""


def test_what_cannot_be_written_is_told_as_read_only() -> None:
    """Run as nobody, since no mode stops root."""
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        LedgerFile(top / "shown").close()
        LedgerFile(top / "hidden").close()
        shown, hidden = top / "shown" / FILE_NAME, top / "hidden" / FILE_NAME
        before = shown.read_bytes()
        shown.chmod(0o444)
        hidden.chmod(0)
        for folder in (top, shown.parent, hidden.parent):
            folder.chmod(0o555)
        try:
            done = subprocess.run(
                [sys.executable, "-c", TRY, str(shown), str(hidden), str(top / "new" / FILE_NAME)],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
            )
        finally:
            for folder in (top, shown.parent, hidden.parent):
                folder.chmod(0o755)
        told = json.loads(done.stdout)

        assert [code for code, _ in told] == ["StoreReadOnly"] * 3
        assert all("write access" in action for _, action in told)
        assert shown.read_bytes() == before
        assert not (top / "new").exists()


def test_a_ledger_that_becomes_read_only_is_told_and_goes_on_when_it_is_not(ledger: LedgerFile) -> None:
    def pragma(value: int) -> None:
        lane = ledger.database._write_lane
        lane.run(lambda db: connection_of(db).execute(f"PRAGMA query_only = {value}")).result()

    pragma(1)

    with pytest.raises(StoreReadOnly):
        ledger.sync(batch([observation("a")]))

    pragma(0)
    ledger.sync(batch([observation("a")]))
    assert len(ledger.ledger) == 1
