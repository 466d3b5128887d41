"""What comes together shares a commit; what cannot be committed is told to everybody who waits for it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from budgetsync.relay.server.errors import StorageFailed, UnknownMailbox
from budgetsync.relay.server.group_commit import LARGEST, Answer, Job
from tests.contract.mailroom_bench import Bench, sqlite_url
from tests.contract.postgres_server import PostgresServer


class Commits:
    """Counts the jobs of each commit, and can hold one up."""

    def __init__(self, bench: Bench) -> None:
        group = bench.room._commits
        self._commit: Callable[[list[Job]], list[Answer]] = group._commit
        group._commit = self._do
        self.sizes: list[int] = []
        self.gate = threading.Event()
        self.gate.set()
        self.begun = threading.Event()
        self.error: Exception | None = None

    def _do(self, jobs: list[Job]) -> list[Answer]:
        self.sizes.append(len(jobs))
        self.begun.set()
        assert self.gate.wait(20)
        if self.error is not None:
            raise self.error
        return self._commit(jobs)


def test_what_comes_while_a_commit_is_under_way_shares_the_next_one(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    commits = Commits(bench)
    commits.gate.clear()

    async def post() -> None:
        first = asyncio.create_task(bench._post(pairing.address, ("first",)))
        await asyncio.to_thread(commits.begun.wait, 20)
        rest = asyncio.create_task(bench._post(pairing.address, tuple(map(str, range(50)))))
        for _ in range(5):  # until each of them waits
            await asyncio.sleep(0)
        commits.gate.set()
        await asyncio.gather(first, rest)

    bench.run(post())
    assert commits.sizes == [1, 50]
    assert desktop.read_all(bench.page(pairing)) == ["first", *map(str, range(50))]


def test_a_commit_has_a_size_of_its_own_however_many_come(bench: Bench) -> None:
    _, pairing = bench.pair()
    commits = Commits(bench)
    bench.post(pairing.address, *map(str, range(2 * LARGEST + 10)))
    assert max(commits.sizes) <= LARGEST
    assert sum(commits.sizes) == 2 * LARGEST + 10


def test_nobody_is_told_that_something_is_kept_that_was_not_committed(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    commits = Commits(bench)
    commits.error = StorageFailed("the disk is gone")

    async def post() -> list[object]:
        posts = [bench._post(pairing.address, (str(number),)) for number in range(5)]
        return list(await asyncio.gather(*posts, return_exceptions=True))

    assert all(isinstance(outcome, StorageFailed) for outcome in bench.run(post()))
    commits.error = None
    bench.post(pairing.address, "later")
    assert desktop.read_all(bench.page(pairing)) == ["later"]


def test_who_waits_no_longer_disturbs_nobody_and_what_he_posted_is_kept(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    commits = Commits(bench)
    commits.gate.clear()

    async def post() -> None:
        leaving = asyncio.create_task(bench._post(pairing.address, ("left",)))
        staying = asyncio.create_task(bench._post(pairing.address, ("stayed",)))
        await asyncio.to_thread(commits.begun.wait, 20)
        leaving.cancel()
        commits.gate.set()
        await staying
        with pytest.raises(asyncio.CancelledError):
            await leaving

    bench.run(post())
    assert sorted(desktop.read_all(bench.page(pairing))) == ["left", "stayed"]


def test_closing_finishes_what_waits(bench: Bench) -> None:
    _, pairing = bench.pair()

    async def post_and_close() -> object:
        posting = asyncio.create_task(bench._post(pairing.address, ("x",)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await bench.room.close()
        return await posting

    bench.run(post_and_close())
    bench.room = bench.open()
    assert bench.page(pairing).head == 1


def test_a_mistake_in_one_step_is_told_and_later_ones_go_on(bench: Bench) -> None:
    desktop, pairing = bench.pair()
    with pytest.raises(StorageFailed):
        bench.run(bench.room._change(lambda desk: desk.change("UPDATE nowhere SET x = 1")))
    with pytest.raises(UnknownMailbox):
        bench.post("nowhere", "x")
    bench.post(pairing.address, "x")
    assert desktop.read_all(bench.page(pairing)) == ["x"]


def test_sqlite_waits_for_the_disk_with_each_commit(tmp_path: Path) -> None:
    bench = Bench(sqlite_url(tmp_path))
    assert bench.run(bench.room._change(lambda desk: desk.rows("PRAGMA synchronous"))) == [(2,)]
    assert bench.run(bench.room._change(lambda desk: desk.rows("PRAGMA journal_mode"))) == [("wal",)]
    bench.close()


def test_postgres_waits_for_the_disk_even_where_its_settings_say_that_it_need_not(
    postgres: PostgresServer,
) -> None:
    url = postgres.database()
    name = url.partition("///")[2].partition("?")[0]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
    bench = Bench(url)
    assert bench.run(bench.room._change(lambda desk: desk.rows("SHOW synchronous_commit"))) == [("on",)]
    bench.close()


def test_a_folder_that_has_gone_is_told(tmp_path: Path) -> None:
    bench = Bench(sqlite_url(tmp_path / "relay"))
    _, pairing = bench.pair()
    (tmp_path / "relay").rename(tmp_path / "elsewhere")
    with pytest.raises(StorageFailed):
        bench.post(pairing.address, "x")
    bench.close()
