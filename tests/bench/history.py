"""What a long history costs: opening, searching as one types, paging anywhere, a delta. Each in a fresh process.

    .venv/bin/python -m tests.bench.history '{"what": "search", "path": "build/big/ledger.sqlite"}'

Imports are not in any figure. `open` goes from the path to the first page of a hundred rows: migration check, what a
killed program left, overview, rows. `search` types words letter by letter, one to twelve of them, and asks for the
first hundred hits each time, rows included, and then asks for those of filters. `delta` applies batches of 500 rows,
from the plan to the durable commit.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from budgetsync.core import Core
from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import ItemId
from budgetsync.host.clock import SystemClock
from budgetsync.store.database import Database
from budgetsync.store.raw import connection_of
from budgetsync.vault.memory_vault import MemoryVault
from tests.bench.big_ledger import apply, delta_of
from tests.bench.child import Told, say, told

TYPED: Final = (
    "coffee", "purchase", "purchase oak", "harbor dental", "smörgås", "zabka garage", "telecom", "insurance wes",
    "garcia coffee", "us 4321", "purchase zzz", "juniper",
)  # fmt: skip
"""Common and rare words, one that is in most rows, and one that is nowhere."""

FILTERED: Final = (
    "is:new", "is:edited", "is:uncategorized", "is:doubtful", "is:reviewed", "is:hidden", "is:pending", "is:split",
    "run:1", "run:10", "command:1", "source:plaid", "source:file", "-source:plaid", 'payee:"Blue Coffee"',
    'payee:"Coffee Zzz"', "payee:blue", 'category:"Groceries"', 'category:"Rare one"', "category:nowhere",
    "tag:rare", "account:#1", 'account:#1 category:"Rare one"', "=12.50", "20..21", ">199.99",
    "on:2020-05", "until:2018",
)  # fmt: skip
"""Filters with many rows, few and none; "Rare one" is the category of some rows of long ago."""

_RUNS = "SELECT count(*) FROM sync_run"
_LETTERS = 12
_DELTAS = 16
_PAGES = 200


@asynccontextmanager
async def opened(path: Path, *, started: bool = True) -> AsyncIterator[Core]:
    """Open a ledger as the program does; not started, it makes no backup of the ledger meanwhile."""
    core = Core(Database(path, "demo"), {}, MemoryVault(), SystemClock())
    if started:
        await core.start()
    try:
        yield core
    finally:
        await core.stop()


async def measure_open(path: Path) -> Told:
    """Open once."""
    begun = time.perf_counter()
    async with opened(path) as core:
        await core.overview()
        rows = await core.newest_transactions(100)
        return {"seconds": time.perf_counter() - begun, "rows": len(rows)}


async def measure_search(path: Path) -> Told:
    """Type, count and scroll."""
    dice = random.Random(1)  # noqa: S311 - positions in a list
    async with opened(path, started=False) as core:
        texts = sorted({word[: length + 1] for word in TYPED for length in range(_LETTERS)})
        await core.search("warm")
        found = [await _timed(lambda text=text: core.search(text)) for text in texts]  # type: ignore[misc]
        rows = (await core.search("until:2019", limit=400)).rows[::80]
        rare = Edit(category="Rare one", tags=("rare",), reviewed=True, hidden=True)
        await core.edit_transactions([row.id for row in rows], rare)
        filtered = [await _timed(lambda text=text: core.search(text)) for text in FILTERED]  # type: ignore[misc]
        counted = [await _timed(lambda text=text: core.count(text)) for text in TYPED]  # type: ignore[misc]
        begun = time.perf_counter()
        listed = await core.open_list()
        built = time.perf_counter() - begun
        pages = [await _timed(lambda: listed.page(dice.randrange(len(listed)), 100)) for _ in range(_PAGES)]
        return {
            "search": found,
            "filters": filtered,
            "slowest filter": FILTERED[filtered.index(max(filtered))],
            "slowest": texts[found.index(max(found))],
            "count": counted,
            "list": built,
            "rows": len(listed),
            "page": pages,
        }


async def _timed(work: Callable[[], Awaitable[object]]) -> float:
    begun = time.perf_counter()
    await work()
    return time.perf_counter() - begun


def measure_delta(path: Path) -> Told:
    """Apply deltas to a ledger, one after the other."""
    seconds = []
    with Database(path, "demo") as database:
        # Other rows than any delta before brought: runs are numbered through.
        first = int(database.run_now(lambda db: connection_of(db).execute(_RUNS).fetchone())[0])
        for number in range(first, first + _DELTAS):
            batch = delta_of(database, number)
            begun = time.perf_counter()
            apply(database, ItemId(1), batch)
            seconds.append(time.perf_counter() - begun)
    return {"seconds": seconds[1:]}


if __name__ == "__main__":
    asked = told()
    where = Path(asked["path"])
    if asked["what"] == "delta":
        say(measure_delta(where))
    else:
        say(asyncio.run({"open": measure_open, "search": measure_search}[asked["what"]](where)))
