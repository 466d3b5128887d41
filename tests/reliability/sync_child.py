"""The real program in a process of its own: syncs everything once, or kills itself at a chosen moment.

Usage: sync_child.py FOLDER plain | inside N | published

`inside N` kills the process at the N-th report of written rows, which comes from within the open transaction.
`published` kills it after the commit of a batch and before anybody is told.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from peewee import SqliteDatabase

from budgetsync.assembly import assemble
from budgetsync.configuration import load_settings
from budgetsync.domain.events import Event, RunProgressed
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.store import writer as writer_module
from budgetsync.store.apply import Finished, apply_batch
from budgetsync.store.raw import connection_of
from budgetsync.sync import engine as engine_module
from budgetsync.sync.engine import Engine

FOLDER = Path(sys.argv[1])


def die(words: str) -> None:
    """Leave a mark that reaches the disk, and go without another word."""
    with (FOLDER / "marker").open("w", encoding="utf-8") as marker:
        marker.write(words)
        marker.flush()
        os.fsync(marker.fileno())
    os.kill(os.getpid(), signal.SIGKILL)


def die_inside(number: int) -> None:
    """Have the process killed within the transaction that writes a batch."""
    writer_module.CHUNK = 100  # more moments to choose from
    calls = 0

    def watched(db: SqliteDatabase, *, on_progress: Callable[[int], None], **rest: Any) -> Finished:  # noqa: ANN401
        def report(written: int) -> None:
            nonlocal calls
            calls += 1
            on_progress(written)
            if calls == number:
                changes = connection_of(db).total_changes
                die(f"{connection_of(db).in_transaction} {written} {changes}")

        return apply_batch(db, on_progress=report, **rest)

    vars(engine_module)["apply_batch"] = watched


def die_before_telling() -> None:
    """Have the process killed between a commit and its news."""

    def publish(_engine: Engine, _attempt: object, finished: Finished) -> None:
        die(f"committed {finished.change.counts.added}")

    Engine._publish_success = publish  # type: ignore[method-assign, assignment]


def tell(word: str) -> None:
    """Say a line that the parent waits for."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def listen(event: Event) -> None:
    """Tell each step of a run."""
    if isinstance(event, RunProgressed):
        tell(event.progress.stage)


async def main() -> None:
    """Sync every connection once."""
    settings, folder = load_settings({}, lambda: (DEMO_CLIENT_ID, DEMO_SECRET), FOLDER)
    core = assemble(settings, folder).core
    core.subscribe(listen)
    await core.start()
    tell("begun")
    asked = await core.request_sync()
    await core.wait_until_done(asked)
    await core.stop()
    tell("done")


if sys.argv[2] == "inside":
    die_inside(int(sys.argv[3]))
elif sys.argv[2] == "published":
    die_before_telling()
asyncio.run(main())
