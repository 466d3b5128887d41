"""Ours: the real Core with the real PlaidProvider, in a fresh process and a new data folder.

The clock runs from `request_sync` until the last of the three connections has told RunFinished: requests,
decoding, reconciliation, rows, observations, payloads, audit, balances, cursors, runs and the durable
queue are all in it, and each connection's commit with synchronous=FULL. Connecting is not.

Then the same program syncs without news. Its own work is the wall time less the time in which the
responder had a request in its hands (from the last byte of the request to the last byte of the answer sent);
the way through the loopback counts as ours.
"""

import asyncio
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from budgetsync.assembly import assemble
from budgetsync.core import Core
from budgetsync.domain.events import Event, RunFinished
from budgetsync.domain.ids import ItemId
from budgetsync.domain.settings import resolve
from budgetsync.domain.sync import SyncRunState
from budgetsync.host.collector import collect_seldom
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.store.database import FILE_NAME
from tests.bench.child import INSTITUTIONS, Told, command, peak_megabytes, say, told
from tests.bench.floor import ledger_digest

QUIET_SYNCS = 5


@contextmanager
def new_core(url: str, folder: Path) -> Iterator[Core]:
    """Put the program together on a new data folder; nothing of the user's settings or keyring is used."""
    settings = resolve(
        {
            "PLAID_URL": url,
            "PLAID_CLIENT_ID": DEMO_CLIENT_ID,
            "PLAID_SECRET": DEMO_SECRET,
            "BUDGETSYNC_VAULT": "memory",
        }
    )
    assembly = assemble(settings, folder, limits={})  # the program is measured, not its patience
    try:
        yield assembly.core
    finally:
        assembly.ownership.release()


async def connect_all(core: Core) -> dict[str, ItemId]:
    """Start the program and connect the three banks."""
    await core.start()
    return {name: await core.connect_sandbox(name) for name in INSTITUTIONS}


async def sync(core: Core, item_id: ItemId | None = None) -> float:
    """Sync one connection or all; returns the seconds until the last of them had ended.

    Raises:
        RuntimeError: A run did not succeed.
    """
    waiting: set[ItemId] = set()
    finished: dict[ItemId, RunFinished] = {}
    ended = asyncio.Event()

    def listen(event: Event) -> None:
        if isinstance(event, RunFinished):
            finished[event.item_id] = event
            if waiting and waiting <= finished.keys():
                ended.set()

    unsubscribe = core.subscribe(listen)
    begun = time.perf_counter()
    waiting.update(await core.request_sync(item_id))
    if not waiting <= finished.keys():
        await ended.wait()
    seconds = time.perf_counter() - begun
    unsubscribe()
    if any(run.state is not SyncRunState.SUCCEEDED for run in finished.values()):
        message = f"a run failed: {finished}"
        raise RuntimeError(message)
    return seconds


async def _sync_without_news(core: Core, url: str) -> Told:
    command(url, "stats")
    seconds = await sync(core)
    stats = command(url, "stats")
    return {"requests": stats["requests"], "own": seconds - stats["busy"], "wall": seconds}


async def measure(url: str, folder: Path) -> Told:
    """Measure one first sync and some without news."""
    with new_core(url, folder) as core:
        await connect_all(core)
        command(url, "stats")
        worked = time.process_time()
        seconds = await sync(core)
        cpu = time.process_time() - worked
        requests = command(url, "stats")["requests"]
        peak = peak_megabytes()
        quiet = [await _sync_without_news(core, url) for _ in range(QUIET_SYNCS)]
        await core.stop()
    return {
        "seconds": seconds,
        "cpu": cpu,
        "requests": requests,
        "peak": peak,
        "quiet": quiet,
        **inspect(folder),
    }


def inspect(folder: Path) -> Told:
    """Tell how many rows the ledger holds, and what they say."""
    connection = sqlite3.connect(folder / FILE_NAME)
    counts = {
        table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
        for table in ("transaction", "observation", "change")
    }
    digest = ledger_digest(connection)
    connection.close()
    return {
        "rows": counts["transaction"],
        "tables": counts,
        "digest": digest,
        "file": (folder / FILE_NAME).stat().st_size,
    }


if __name__ == "__main__":
    asked = told()
    collect_seldom()  # as the command line does
    say(asyncio.run(measure(asked["url"], Path(asked["folder"]))))
