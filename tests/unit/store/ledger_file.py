"""A real ledger file with one connection in it, and short ways to sync and to look."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from peewee import SqliteDatabase

from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import ItemId, RunId, TransactionId
from budgetsync.domain.item import Connection, Institution
from budgetsync.domain.sync import SyncBatch, Trigger
from budgetsync.store import edits, items, queue, sync_runs
from budgetsync.store.apply import Finished, apply_batch
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.raw import connection_of
from tests.empty_ledgers import lay

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
Cell = str | int | bytes | None


def nothing(_written: int) -> None:
    """Progress that nobody follows."""


class LedgerFile:
    """One open ledger with one connection."""

    def __init__(self, folder: Path, environment: str = "demo") -> None:
        self.path = folder / FILE_NAME
        self.database = Database(lay(self.path), environment)
        self.hours = 0
        connection = Connection("item-1", Institution("ins_1", "Bank"), "access-token")
        self.item: ItemId = self.database.run_now(
            lambda db: items.save_connection(db, "plaid", connection, NOW)
        )

    @property
    def now(self) -> datetime:
        """A clock that moves an hour with each sync."""
        return NOW + timedelta(hours=self.hours)

    def begin(self) -> tuple[RunId, int]:
        """Open a run for a request."""

        def step(db: SqliteDatabase) -> tuple[RunId, int]:
            queue.request(db, self.item, Trigger.USER, self.now)
            request = queue.lease_next(db, self.now, ())
            assert request is not None
            cursor = items.load_item(db, self.item).cursor
            run = sync_runs.open_run(db, self.item, Trigger.USER, cursor, self.now)
            return run, request.id

        return self.database.run_now(step)

    def sync(self, batch: SyncBatch, on_progress: Callable[[int], None] = nothing) -> Finished:
        """Apply a batch as a run does."""
        self.hours += 1
        run, request = self.begin()
        return self.database.run_now(
            lambda db: apply_batch(
                db,
                item_id=self.item,
                run_id=run,
                request_id=request,
                batch=batch,
                requests=len(batch.pages),
                now=self.now,
                on_progress=on_progress,
            )
        )

    def edit(self, transaction: int, field: str, value: str | None) -> None:
        """Type something into a row."""
        self.database.run_now(
            lambda db: edits.edit(db, [TransactionId(transaction)], Edit.of_text(field, value), self.now)
        )

    def rows(self, sql: str, *values: Cell) -> list[tuple[Cell, ...]]:
        """Look into the file."""
        return self.database.run_now(lambda db: connection_of(db).execute(sql, values).fetchall())

    def cell(self, sql: str, *values: Cell) -> Cell:
        """Look one value up."""
        return self.rows(sql, *values)[0][0]

    @property
    def ledger(self) -> list[tuple[Cell, ...]]:
        """Rows that count: amount, state, merchant."""
        return self.rows(
            "SELECT amount, state, merchant FROM \"transaction\" WHERE state <> 'REMOVED' ORDER BY id"
        )

    def contents(self, *, numbered: bool = True) -> dict[str, list[tuple[Cell, ...]]]:
        """Everything that is stored, table by table.

        Args:
            numbered: With the numbers of payees, which come and go with their rows; else by their names.
        """
        kept = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        names = [str(name) for (name,) in self.rows(kept)]
        found = {name: self.rows(f'SELECT * FROM "{name}"') for name in sorted(names)}  # noqa: S608
        if not numbered:
            payees = {row[0]: row[1] for row in found["payee"]}
            found["payee"] = sorted(row[1:] for row in found["payee"])
            for name, at in (("payee_day", 1), ("payee_sum", 2), ("rhythm", 1)):
                found[name] = sorted((*row[:at], payees[row[at]], *row[at + 1 :]) for row in found[name])
        return found

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


@contextmanager
def child(script: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Run Python code in a process of its own, with pipes; it is ended at the end of the block."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def tell(running: subprocess.Popen[str], line: str = "go") -> None:
    """Give a child the word that it waits for."""
    assert running.stdin is not None
    running.stdin.write(f"{line}\n")
    running.stdin.flush()


def hear(running: subprocess.Popen[str]) -> str:
    """Wait for the child's next line."""
    assert running.stdout is not None
    return running.stdout.readline().strip()
