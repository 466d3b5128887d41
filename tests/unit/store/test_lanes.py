"""Two threads for one file: order, rollback, and readers that never wait for the writer."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest
from peewee import SqliteDatabase

from budgetsync.domain.errors import StoreError
from budgetsync.store.raw import connection_of
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import LedgerFile

PATIENCE = 20  # seconds until a test gives a thread up


def count(db: SqliteDatabase) -> int:
    return int(connection_of(db).execute("SELECT count(*) FROM command").fetchone()[0])


def write(db: SqliteDatabase) -> None:
    connection_of(db).execute("INSERT INTO command (kind, done_at) VALUES ('test', 0)")


class Boom(Exception):  # noqa: N818
    """What a step of a test raises."""


def test_urgent_steps_go_first_and_the_rest_in_order(ledger: LedgerFile) -> None:
    async def scene() -> list[str]:
        running, go_on = threading.Event(), threading.Event()
        done: list[str] = []

        def block(_db: SqliteDatabase) -> None:
            running.set()
            assert go_on.wait(PATIENCE)
            done.append("running")

        first = asyncio.create_task(ledger.database.run(block))
        await asyncio.to_thread(running.wait, PATIENCE)
        waiting = [
            asyncio.create_task(ledger.database.run(lambda _, name=name: done.append(name), urgent=urgent))  # type: ignore[misc]
            for name, urgent in [("a", False), ("b", False), ("user 1", True), ("c", False), ("user 2", True)]
        ]
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(first, *waiting)
        return done

    assert asyncio.run(scene()) == ["running", "user 1", "user 2", "a", "b", "c"]


def test_a_step_that_fails_takes_everything_back(ledger: LedgerFile) -> None:
    before = ledger.contents()

    def step(db: SqliteDatabase) -> None:
        write(db)
        raise Boom

    with pytest.raises(Boom):
        ledger.database.run_now(step)

    assert ledger.contents() == before
    ledger.database.run_now(write)
    assert ledger.database.run_now(count) == 1


def test_errors_of_sqlite_come_as_ours_and_show_no_sql(ledger: LedgerFile) -> None:
    def step(db: SqliteDatabase) -> None:
        write(db)
        connection_of(db).execute("INSERT INTO command (kind, done_at) VALUES (NULL, 'secret')")

    with pytest.raises(StoreError) as caught:
        ledger.database.run_now(step)

    assert isinstance(caught.value.__cause__, sqlite3.IntegrityError)
    assert "command" not in str(caught.value)
    assert ledger.database.run_now(count) == 0


def test_reading_does_not_wait_for_the_writer_and_sees_the_last_commit(ledger: LedgerFile) -> None:
    async def scene() -> list[int]:
        written, go_on = threading.Event(), threading.Event()

        def slow(db: SqliteDatabase) -> None:
            write(db)
            written.set()
            assert go_on.wait(PATIENCE)

        writing = asyncio.create_task(ledger.database.run(slow))
        await asyncio.to_thread(written.wait, PATIENCE)
        during = await asyncio.wait_for(ledger.database.read(count), PATIENCE)
        go_on.set()
        await writing
        return [during, await ledger.database.read(count)]

    assert asyncio.run(scene()) == [0, 1]


def test_the_selects_of_one_query_agree_with_each_other(ledger: LedgerFile) -> None:
    async def scene() -> list[int]:
        looked, go_on = threading.Event(), threading.Event()

        def query(db: SqliteDatabase) -> list[int]:
            first = count(db)
            looked.set()
            assert go_on.wait(PATIENCE)
            return [first, count(db)]

        reading = asyncio.create_task(ledger.database.read(query))
        await asyncio.to_thread(looked.wait, PATIENCE)
        await ledger.database.run(write)
        go_on.set()
        return [*await reading, await ledger.database.read(count)]

    assert asyncio.run(scene()) == [0, 0, 1]


def test_the_reader_cannot_write(ledger: LedgerFile) -> None:
    with pytest.raises(StoreError):
        asyncio.run(ledger.database.read(write))

    assert ledger.database.run_now(count) == 0


def test_a_cancelled_step_that_has_begun_is_finished_and_one_that_waits_is_dropped(
    ledger: LedgerFile,
) -> None:
    async def scene() -> None:
        running, go_on = threading.Event(), threading.Event()

        def slow(db: SqliteDatabase) -> None:
            running.set()
            assert go_on.wait(PATIENCE)
            write(db)

        begun = asyncio.create_task(ledger.database.run(slow))
        await asyncio.to_thread(running.wait, PATIENCE)
        waiting = asyncio.create_task(ledger.database.run(write))
        await asyncio.sleep(0)
        begun.cancel()
        waiting.cancel()
        await asyncio.gather(begun, waiting, return_exceptions=True)
        go_on.set()

    asyncio.run(scene())

    assert ledger.database.run_now(count) == 1


def test_closing_finishes_what_is_queued(tmp_path: Path) -> None:
    ledger = LedgerFile(tmp_path)
    running, go_on = threading.Event(), threading.Event()

    def block(_db: SqliteDatabase) -> None:
        running.set()
        assert go_on.wait(PATIENCE)

    first = ledger.database._write_lane.run(block)
    assert running.wait(PATIENCE)
    second = ledger.database._write_lane.run(count)
    closing = threading.Thread(target=ledger.close)
    closing.start()
    go_on.set()
    closing.join(PATIENCE)

    assert first.done()
    assert second.result(PATIENCE) == 0
    ledger.close()
    with pytest.raises(RuntimeError, match="closed"):
        ledger.database.run_now(count)


def test_a_user_s_step_is_done_before_a_long_batch_that_waits(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    run, request = ledger.begin()
    assert (run, request) != (0, 0)

    async def scene() -> list[str]:
        running, go_on = threading.Event(), threading.Event()
        done: list[str] = []

        def block(_db: SqliteDatabase) -> None:
            running.set()
            assert go_on.wait(PATIENCE)

        blocked = asyncio.create_task(ledger.database.run(block))
        await asyncio.to_thread(running.wait, PATIENCE)
        engine = asyncio.create_task(ledger.database.run(lambda _: done.append("engine")))
        await asyncio.sleep(0)
        user = asyncio.create_task(ledger.database.run(lambda _: done.append("user"), urgent=True))
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(blocked, engine, user)
        return done

    assert asyncio.run(scene()) == ["user", "engine"]
