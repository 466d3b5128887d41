"""What a ledger holds, as one word; and whether a file that a dead program left is sound, whole and told truly."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.reliability import crash_news
from tests.reliability.recount import differences

OPERATIONAL = {
    "queue",
    "sync_run",
    "setting",
    "migration",
    "inbox",
    "notice",
    "breaker",
    "hold",
    "quota_call",
    "schedule",
    "schedule_state",
}
"""Tables that say how the program works, not what the ledger holds. Runs that succeeded are looked at by themselves."""
_STANDING = {"status", "contacted_at", "trouble_code", "trouble_title", "trouble_message", "trouble_action"}
"""Columns of a connection that say how its last run went; `unsettled` looks at them."""
_RUN_COLUMNS = {"run_id", "first_run", "last_run", "undoes_run"}
_OPEN = "state IN ('pending', 'leased')"
_RUNS = (
    "SELECT id, cursor_before, cursor_after, pages, added, modified, removed, problems FROM sync_run "
    "WHERE state = 'SUCCEEDED' ORDER BY id"
)
_OF_UNFINISHED_RUNS = (
    "SELECT count(*) FROM {} x JOIN sync_run r ON r.id = x.run_id WHERE r.state <> 'SUCCEEDED'"
)


def open_file(path: Path) -> closing[sqlite3.Connection]:
    """Open a ledger by a connection of one's own; what a dead program left is recovered by SQLite."""
    return closing(sqlite3.connect(path, isolation_level=None))


def fingerprint(connection: sqlite3.Connection) -> str:
    """Name what a ledger holds: every cell, but runs by their order among those that succeeded.

    The search index is left to `recount`.
    """
    digest = hashlib.sha256()
    runs = connection.execute(_RUNS).fetchall()
    order = {run[0]: number for number, run in enumerate(runs)}
    digest.update(repr([run[1:] for run in runs]).encode())
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'search%' ORDER BY name"
    ).fetchall()
    for (name,) in names:
        if name in OPERATIONAL:
            continue
        columns = [
            column for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (name,))
        ]
        if name == "item":
            columns = [column for column in columns if column not in _STANDING]
        wanted = ", ".join(f'"{column}"' for column in columns)
        selected = connection.execute(f'SELECT {wanted} FROM "{name}" ORDER BY 1, 2')  # noqa: S608
        places = [at for at, column in enumerate(columns) if column in _RUN_COLUMNS]
        digest.update(repr((name, columns)).encode())
        for row in selected:
            if places:
                changed = list(row)
                for at in places:
                    changed[at] = order.get(row[at], row[at] and -1)
                digest.update(repr(changed).encode())
            else:
                digest.update(repr(row).encode())
    return digest.hexdigest()[:16]


def unsound(connection: sqlite3.Connection) -> Iterator[str]:
    """Name what is wrong with a file whatever it should hold."""
    if (found := connection.execute("PRAGMA integrity_check").fetchall()) != [("ok",)]:
        yield f"integrity_check: {found[0][0]}"
    if found := connection.execute("PRAGMA foreign_key_check").fetchall():
        yield f"foreign_key_check: {found[0]}"
    if connection.execute("PRAGMA user_version").fetchone() == (1,):
        return
    yield from differences(connection)
    yield from crash_news.lost(connection)
    for table in ("proof", "anchor", "balance", "transfer", "change", "sync_run_account"):
        if connection.execute(_OF_UNFINISHED_RUNS.format(table)).fetchone() != (0,):
            yield f"{table} has rows of a run that did not succeed"
    for column in ("first_run", "last_run"):
        unfinished = f"SELECT count(*) FROM observation o JOIN sync_run r ON r.id = o.{column}"  # noqa: S608
        if connection.execute(f"{unfinished} WHERE r.state <> 'SUCCEEDED'").fetchone() != (0,):
            yield "an observation is of a run that did not succeed"


def unsettled(connection: sqlite3.Connection) -> Iterator[str]:
    """Name what a program that has come to rest must not leave."""
    if connection.execute("SELECT count(*) FROM queue WHERE state IN ('pending', 'leased')").fetchone() != (
        0,
    ):
        yield "a request is still open"
    if connection.execute("SELECT count(*) FROM sync_run WHERE state = 'RUNNING'").fetchone() != (0,):
        yield "a run still looks as if it were running"
    if connection.execute("SELECT count(*) FROM item WHERE trouble_code IS NOT NULL").fetchone() != (0,):
        yield "a connection is still in trouble"
    yield from crash_news.waiting(connection)


def holds_request(connection: sqlite3.Connection) -> bool:
    """Tell whether a request that was acknowledged is still there, or was carried out."""
    (open_ones,) = connection.execute(f"SELECT count(*) FROM queue WHERE {_OPEN}").fetchone()  # noqa: S608
    cursor = connection.execute(
        "SELECT max(id), cursor_after FROM sync_run WHERE state = 'SUCCEEDED'"
    ).fetchone()
    kept = connection.execute("SELECT cursor FROM item").fetchone()
    return bool(open_ones) or (cursor[1] is not None and cursor[1] == kept[0])
