"""Writes rows into a file for other programs: from one snapshot, page by page, so that memory does not grow."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from peewee import SqliteDatabase

from budgetsync.domain.export import Format, Heading
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.place import row_at
from budgetsync.domain.query import Query
from budgetsync.store.checks import Stopped
from budgetsync.store.files import appearing, files_told
from budgetsync.store.search import load_places
from budgetsync.store.transactions import load_some

PAGE: Final = 500
"""Rows in memory at a time."""


def export_rows(
    db: SqliteDatabase,
    what: Query | Sequence[TransactionId],
    file: Path,
    form: Format,
    heading: Heading,
    on_progress: Callable[[int, int], None],
    stop: threading.Event,
) -> int:
    """Write rows, newest first or in the order in which they are named; the file appears when it is complete.

    Args:
        on_progress: Told how many rows are written, and of how many.
        stop: Set by whoever no longer wants it; then no file appears.

    Returns:
        The number of rows.

    Raises:
        StoreError: It could not be written; what was under its name is there as it was.
        Stopped: `stop` was set.
    """
    places = load_places(db, what) if isinstance(what, Query) else None
    chosen = () if isinstance(what, Query) else what
    total = len(chosen) if places is None else len(places)
    written = 0
    with (
        files_told(),
        appearing(file) as partial,
        partial.open("w", encoding=form.encoding, newline="") as out,
    ):
        out.write(form.begin(heading))
        for at in range(0, total, PAGE):
            if stop.is_set():
                raise Stopped
            ids = (
                chosen[at : at + PAGE] if places is None else [row_at(one) for one in places[at : at + PAGE]]
            )
            for row in load_some(db, ids):
                out.write(form.row(row, written == 0))
                written += 1
            on_progress(min(at + PAGE, total), total)
        out.write(form.end(written))
    return written
