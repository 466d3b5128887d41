"""kill -9 at any moment of a sync: all of a batch or nothing of it, and the next sync equals the bank."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from budgetsync.assembly import Assembly, assemble
from budgetsync.configuration import load_settings
from budgetsync.domain.sync import Counts, SyncRunState
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
from budgetsync.store.database import FILE_NAME
from tests.integration.household import INSTITUTIONS, compare, sync
from tests.reliability.recount import differences

# The bank's server says so when a client dies in the middle of its request.
pytestmark = pytest.mark.expected_warnings(r"uvicorn\.error: Exception in ASGI application")

ROOT = Path(__file__).parents[2]
CHILD = Path(__file__).with_name("sync_child.py")
ROWS = 3000
RANDOM_MOMENTS = 15
INSIDE = (1, 2, 4, 7, 11, 16, 22, 27, 30)
INSIDE_NEWS = (1, 4, 9)
LONGEST_DELAY = 0.02  # seconds after a line of the child


@dataclass
class Site:
    """A bank, and a folder whose connections have not been synced yet."""

    bank: DemoBank
    template: Path
    world: dict[str, Any]

    def copy(self, target: Path) -> Path:
        """A ledger of one's own, with its secrets."""
        return Path(shutil.copytree(self.template, target / "ledger"))


def open_program(folder: Path, url: str | None = None) -> Assembly:
    settings, chosen = load_settings({"PLAID_URL": url}, lambda: (DEMO_CLIENT_ID, DEMO_SECRET), folder)
    return assemble(settings, chosen)


@contextmanager
def open_site(place: Path, *, synced: bool) -> Iterator[Site]:
    template, bank = place / "template", DemoBank(seed=23, rows=ROWS)

    async def connect(url: str) -> None:
        assembly = open_program(template, url)
        await assembly.core.start()
        for institution in INSTITUTIONS:
            await assembly.core.connect_sandbox(institution)
        if synced:
            await sync(assembly.core)
        await assembly.core.stop()
        assembly.ownership.release()

    with bank.serve() as server:
        asyncio.run(connect(server.url))
        if synced:
            bank.advance(days=20)
        yield Site(bank, template, bank.world())


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home of the tests' own, for both sites: the key of the sealed secrets lies there."""
    place = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(place))
        patch.setenv("XDG_CONFIG_HOME", str(place / "config"))
        patch.setenv("PYTHONPATH", str(ROOT))
        patch.chdir(place)
        yield


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with open_site(tmp_path_factory.mktemp("fresh"), synced=False) as site:
        yield site


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with open_site(tmp_path_factory.mktemp("followed"), synced=True) as site:
        yield site


@contextmanager
def child(folder: Path, *words: object) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(CHILD), str(folder), *map(str, words)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ)) as running:
        try:
            yield running
        finally:
            running.kill()


def lines_of(running: subprocess.Popen[str]) -> list[str]:
    assert running.stdout is not None
    return [line.strip() for line in running.stdout]


def whole_or_nothing(path: Path, world: dict[str, Any], before: dict[str, str]) -> dict[str, int]:
    """Look at what a killed process left; returns how many rows each connection has.

    Args:
        before: The cursors that the process began with, by connection.
    """
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        cursors = dict(connection.execute("SELECT source_item_id, cursor FROM item"))
        counts = {}
        for item, cursor in cursors.items():
            living = {
                name
                for (name,) in connection.execute(
                    "SELECT o.source_transaction_id FROM observation o JOIN source_account s "
                    "ON s.id = o.source_account JOIN item i ON i.id = s.item_id "
                    "WHERE i.source_item_id = ? AND o.state <> 'REMOVED'",
                    (item,),
                )
            }
            counts[item] = len(living)
            truth = {row["transaction_id"] for row in world["transactions"] if row["item_id"] == item}
            if cursor != before[item]:
                assert living == truth
            elif not cursor:
                assert living == set()
            else:
                assert living != truth
        ended = connection.execute("SELECT count(*) FROM sync_run WHERE state = 'SUCCEEDED'").fetchone()[0]
        assert list(differences(connection)) == []
        unfinished = (
            "SELECT count(*) FROM {0} x JOIN sync_run r ON r.id = x.run_id WHERE r.state <> 'SUCCEEDED'"
        )
        for table in ("proof", "anchor", "balance", "transfer", "change", "sync_run_account"):
            assert connection.execute(unfinished.format(table)).fetchone() == (0,)
        moved = sum(cursors[item] != before[item] for item in cursors)
        assert ended == moved + sum(bool(cursor) for cursor in before.values())
    return counts


def cursors_of(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT source_item_id, cursor FROM item"))


async def recover(folder: Path) -> None:
    """Start the program again, sync as a user would, and once more."""
    assembly = open_program(folder)
    core = assembly.core
    assert core.owns_engine
    await core.start()
    try:
        runs = await sync(core)
        again = await sync(core)
    finally:
        await core.stop()
        assembly.ownership.release()
    assert {run.state for run in runs.values()} == {SyncRunState.SUCCEEDED}
    assert [run.counts for run in again.values()] == [Counts()] * len(INSTITUTIONS)


def comes_back(site: Site, folder: Path) -> None:
    path = folder / FILE_NAME
    asyncio.run(recover(folder))
    compare(path, site.world)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM queue WHERE ended_at IS NULL").fetchone() == (0,)
        states = {state for (state,) in connection.execute("SELECT DISTINCT state FROM sync_run")}
        assert states <= {"SUCCEEDED", "INTERRUPTED"}
        created = connection.execute("SELECT count(*) FROM change WHERE field = '*'").fetchone()[0]
        assert created == connection.execute('SELECT count(*) FROM "transaction"').fetchone()[0]


@pytest.fixture(scope="module")
def undisturbed(fresh: Site, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How many lines a process says that nobody kills."""
    folder = fresh.copy(tmp_path_factory.mktemp("undisturbed"))
    with child(folder, "plain") as running:
        lines = lines_of(running)
    assert running.returncode == 0
    assert (lines[0], lines[-1]) == ("begun", "done")
    compare(folder / FILE_NAME, fresh.world)
    return len(lines)


@pytest.mark.parametrize("number", range(RANDOM_MOMENTS))
def test_killed_at_a_random_moment_of_the_first_sync(
    fresh: Site, undisturbed: int, tmp_path: Path, number: int
) -> None:
    chance = random.Random(number)  # noqa: S311 - a moment, not a secret
    code, folder = 0, tmp_path
    for attempt in range(20):  # a moment that comes too late is drawn again, earlier
        folder = fresh.copy(tmp_path / str(attempt))
        line = max(1, chance.randrange(1, undisturbed) - attempt)
        with child(folder, "plain") as running:
            assert running.stdout is not None
            for _ in range(line):
                running.stdout.readline()
            try:
                running.wait(chance.uniform(0, LONGEST_DELAY))
            except subprocess.TimeoutExpired:
                running.kill()
            code = running.wait(60)
        if code == -signal.SIGKILL:
            break

    assert code == -signal.SIGKILL
    path = folder / FILE_NAME
    whole_or_nothing(path, fresh.world, dict.fromkeys(cursors_of(path), ""))
    comes_back(fresh, folder)


@pytest.mark.parametrize("call", INSIDE)
def test_killed_inside_the_transaction_of_a_first_sync(fresh: Site, tmp_path: Path, call: int) -> None:
    folder = fresh.copy(tmp_path)
    with child(folder, "inside", call) as running:
        assert "APPLYING" in lines_of(running)

    assert running.returncode == -signal.SIGKILL
    in_transaction, written, changes = (folder / "marker").read_text(encoding="utf-8").split()
    assert in_transaction == "True"
    assert int(written) >= 1
    assert int(changes) > int(written)
    path = folder / FILE_NAME
    counts = whole_or_nothing(path, fresh.world, dict.fromkeys(cursors_of(path), ""))
    assert 0 in counts.values()  # the batch that was being written
    comes_back(fresh, folder)


@pytest.mark.parametrize("call", INSIDE_NEWS)
def test_killed_inside_the_transaction_of_news(followed: Site, tmp_path: Path, call: int) -> None:
    folder = followed.copy(tmp_path)
    before = cursors_of(folder / FILE_NAME)
    with child(folder, "inside", call) as running:
        lines_of(running)

    assert running.returncode == -signal.SIGKILL
    assert (folder / "marker").read_text(encoding="utf-8").startswith("True ")
    whole_or_nothing(folder / FILE_NAME, followed.world, before)
    comes_back(followed, folder)


@pytest.mark.parametrize("synced", [False, True], ids=["first sync", "news"])
def test_killed_between_the_commit_and_its_news(
    fresh: Site, followed: Site, tmp_path: Path, *, synced: bool
) -> None:
    site = followed if synced else fresh
    folder = site.copy(tmp_path)
    before = cursors_of(folder / FILE_NAME)
    with child(folder, "published") as running:
        lines_of(running)

    assert running.returncode == -signal.SIGKILL
    assert (folder / "marker").read_text(encoding="utf-8").startswith("committed ")
    path = folder / FILE_NAME
    whole_or_nothing(path, site.world, before)
    assert cursors_of(path) != before
    comes_back(site, folder)
