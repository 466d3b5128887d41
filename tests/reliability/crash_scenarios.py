"""What is going on when the program dies: a first sync, a day of news, an undo, a migration.

Each scenario can be played again from wherever it was broken off, as a user would: what is done already is not done
twice. Words that are told are promises: what they say is stored.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from peewee import SqliteDatabase

from budgetsync.core import Core
from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import CommandId, ItemId, RunId, TransactionId
from budgetsync.store import items, queue
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.raw import connection_of
from budgetsync.sync.engine import secret_name
from budgetsync.vault.memory_vault import MemoryVault
from tests.reliability import crash_news
from tests.reliability.crash_bank import CONNECTION, NOW, CrashBank, StandingClock

Tell = Callable[[str], None]
T = TypeVar("T")
FIRST_SCHEMA = Path(__file__).parents[1] / "integration" / "files" / "ledger-schema-1.sql"
ITEM = ItemId(1)
PATIENCE = 30  # seconds until a sync is given up
_DAY = timedelta(days=1)


class User:
    """Gives commands and waits for what they do; another kind of user may have to give them twice."""

    def __init__(self, tell: Tell = lambda _word: None) -> None:
        """Prepare.

        Args:
            tell: Told each word that is a promise.
        """
        self.tell = tell

    async def give(self, command: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Give a command."""
        return await command()

    async def wait(self, core: Core, _cursor: str) -> None:
        """Wait for the sync that was asked for."""
        async with asyncio.timeout(PATIENCE):
            await core.wait_until_done([ITEM])


class Brief(Random):
    """Chance that always says "at once": no test waits for a retry."""

    def uniform(self, a: float, b: float) -> float:
        """The least wait that there is."""
        return min(a + 0.01, b)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One of them.

    Attributes:
        prepare: Makes the ledger that it begins with.
        play: Does it, or what is left of it.
    """

    name: str
    prepare: Callable[[Path, int], None]
    play: Callable[[Path, int, User], Coroutine[Any, Any, None]]


@asynccontextmanager
async def running(folder: Path, rows: int, days: int, user: User) -> AsyncIterator[Core]:
    """A started core on a folder, some days after the first one."""
    core = await user.give(lambda: _start(folder, rows, days))
    try:
        yield core
    finally:
        await core.stop()


async def _start(folder: Path, rows: int, days: int) -> Core:
    database = Database(folder / FILE_NAME, "demo")
    vault = MemoryVault()
    vault.save(secret_name(database, "plaid", CONNECTION.source_item_id), CONNECTION.access_token)
    clock = StandingClock(NOW + days * _DAY)
    core = Core(database, {"plaid": CrashBank(rows)}, vault, clock, random=Brief())
    try:
        await core.start()
    except BaseException:
        await core.stop()
        raise
    return core


async def follow(core: Core, cursor: str, user: User) -> None:
    """Have the ledger follow the bank up to a cursor, by one more sync where one is needed and none is asked for."""

    def is_needed(db: SqliteDatabase) -> bool:
        # In one snapshot: a sync that a start took up may end at any moment.
        return items.load_item(db, ITEM).cursor != cursor and ITEM not in queue.open_items(db)

    if await user.give(lambda: core._database.read(is_needed)):
        await user.give(lambda: core.request_sync(ITEM))
        user.tell("requested")
    await user.wait(core, cursor)
    if (await cursor_of(core)) == cursor:
        user.tell("synced")


async def cursor_of(core: Core) -> str:
    """How far the connection has come."""
    return (await core._database.read(lambda db: items.load_item(db, ITEM))).cursor


def connect(folder: Path, _rows: int) -> None:
    """A ledger with a connection that was never synced."""
    folder.mkdir(parents=True, exist_ok=True)
    with Database(folder / FILE_NAME, "demo") as database:
        database.run_now(lambda db: items.save_connection(db, "plaid", CONNECTION, NOW))


async def play_first(folder: Path, rows: int, user: User) -> None:
    """The first sync."""
    async with running(folder, rows, 0, user) as core:
        await follow(core, "c1", user)


def have_history(folder: Path, rows: int) -> None:
    """A ledger whose history is there, with words of the user on rows that the news will touch."""

    async def live() -> None:
        await play_first(folder, rows, User())
        async with running(folder, rows, 0, User()) as core:
            for number in (await _named(core, "row-3", "row-5", "hold-0", "hold-7")).values():
                await core.edit_transactions([number], Edit(payee=f"mine {number}", tags=("shared",)))

    connect(folder, rows)
    asyncio.run(live())


async def play_news(folder: Path, rows: int, user: User) -> None:
    """An edit, then a day of news: pendings that post, removals, other words, new rows, a transfer, an odd row."""
    async with running(folder, rows, 1, user) as core:
        number = (await _named(core, "row-6"))["row-6"]
        await user.give(lambda: core.edit_transactions([number], Edit(note="on the day itself")))
        user.tell("edited")
        await follow(core, "c2", user)


def have_news(folder: Path, rows: int) -> None:
    """A ledger with news that joined rows, and a command on several rows after it."""

    async def live() -> None:
        await play_news(folder, rows, User())
        async with running(folder, rows, 1, User()) as core:
            numbers = await _named(core, *(f"row-{number}" for number in range(20, 60)))
            await core.edit_transactions(list(numbers.values()), Edit(category="Household", hidden=True))

    have_history(folder, rows)
    asyncio.run(live())


async def play_undo(folder: Path, rows: int, user: User) -> None:
    """Undo of a command on forty rows, then of what a run decided."""
    async with running(folder, rows, 2, user) as core:
        number, undone = (
            await _look(core, "SELECT max(id), undone_by FROM command WHERE kind LIKE 'edit%'")
        )[0]
        if undone is None:
            await user.give(partial(core.undo_command, CommandId(number)))
        user.tell("command undone")
        number, undone = (await _look(core, "SELECT id, undone_by FROM sync_run WHERE cursor_after = 'c2'"))[
            0
        ]
        if undone is None:
            await user.give(partial(core.undo_run, RunId(number)))
        user.tell("run undone")


async def play_edits(folder: Path, rows: int, user: User) -> None:
    """Forty edits, a day of news between them; the log is brought into the file far more often than usual."""
    async with running(folder, rows, 1, user) as core:
        await core._database.run(lambda db: connection_of(db).execute("PRAGMA wal_autocheckpoint = 30"))
        numbers = await _named(core, *(f"row-{number}" for number in range(20, 60)))
        for at, number in enumerate(numbers.values()):
            if at == len(numbers) // 2:
                await follow(core, "c2", user)
            await core.edit_transactions([number], Edit(note=f"thought number {at}"))
            user.tell(f"edited {at}")


def have_mailbox(folder: Path, rows: int) -> None:
    """A ledger with history and a mailbox at a relay, in which the news of the day wait."""
    have_history(folder, rows)
    with Database(folder / FILE_NAME, "demo") as database:
        database.run_now(crash_news.pair)


async def play_webhooks(folder: Path, rows: int, user: User) -> None:
    """Webhooks are taken in, acted on by the sync that they ask for, and some come again."""
    async with running(folder, rows, 1, user) as core:
        await user.give(partial(core._intake.take, crash_news.EPOCH, crash_news.BEFORE))
        user.tell("taken in")
        await follow(core, "c2", user)
        await user.give(partial(core._intake.take, crash_news.EPOCH, crash_news.AFTER))
        user.tell("taken in again")


def have_first_schema(folder: Path, _rows: int) -> None:
    """A ledger that the program of the first schema wrote."""
    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.executescript(FIRST_SCHEMA.read_text(encoding="utf-8"))


async def play_migration(folder: Path, rows: int, user: User) -> None:
    """Open it with today's program."""
    async with running(folder, rows, 0, user):
        user.tell("opened")


async def _named(core: Core, *names: str) -> dict[str, TransactionId]:
    found = await _look(
        core, "SELECT source_transaction_id, transaction_id FROM observation ORDER BY transaction_id"
    )
    by_name: dict[str, int] = dict(found)
    return {name: TransactionId(by_name[name]) for name in names}


async def _look(core: Core, sql: str) -> list[Any]:
    return await core._database.read(lambda db: connection_of(db).execute(sql).fetchall())


SCENARIOS = {
    scenario.name: scenario
    for scenario in (
        Scenario("first sync", connect, play_first),
        Scenario("news", have_history, play_news),
        Scenario("undo", have_news, play_undo),
        Scenario("migration", have_first_schema, play_migration),
        Scenario("edits", have_history, play_edits),
        Scenario("webhooks", have_mailbox, play_webhooks),
    )
}
KILLED = ("first sync", "news", "undo", "migration", "webhooks")
"""Those of `make crash`."""
