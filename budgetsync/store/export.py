"""Writes rows into a file for other programs: from one snapshot, page by page, so that memory does not grow."""

import codecs
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from peewee import SqliteDatabase

from budgetsync.domain.export import Export, Format, Order
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.place import row_at
from budgetsync.domain.query import Query
from budgetsync.domain.transaction import Transaction
from budgetsync.store.accounts import load_accounts
from budgetsync.store.checks import Stopped
from budgetsync.store.export_order import income_categories, ordered, spans
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
    export: Export,
    on_progress: Callable[[int, int], None],
    stop: threading.Event,
) -> int:
    """Write rows in the order of the format; the file appears when it is complete.

    Args:
        export: What is told of the export besides the ledger.
        on_progress: Told how many rows are written, and of how many.
        stop: Set by whoever no longer wants it; then no file appears.

    Returns:
        The number of rows.

    Raises:
        StoreError: It could not be written; what was under its name is there as it was.
        Stopped: `stop` was set.
    """
    if isinstance(what, Query):
        places = load_places(db, what)
        total, id_at = len(places), lambda at: row_at(places[at])
    else:
        total, id_at = len(what), what.__getitem__
    chosen: Sequence[TransactionId] | None = None
    if form.order is not Order.AS_LISTED:
        chosen = ordered(db, map(id_at, range(total)), form.order)
        total, id_at = len(chosen), chosen.__getitem__
    pages = _Pages(db, total, id_at, form, on_progress, stop)
    export = replace(
        export,
        rows=pages,
        other_half=pages.other_half,
        accounts={one.id: one for listed in load_accounts(db).values() for one in listed},
        spans=spans(db, chosen) if chosen is not None and form.order is Order.BY_ACCOUNT else {},
        income=income_categories(db) if form.order is Order.BY_DAY else frozenset(),
    )
    encoder = codecs.getincrementalencoder(form.encoding)()
    with files_told(), appearing(file) as partial, partial.open("wb") as out:
        for piece in form.write(export):
            out.write(piece if isinstance(piece, bytes) else encoder.encode(piece))
    return pages.written


class _Pages:
    """The rows, loaded page by page as they are asked for, with the other halves of transfers beside them."""

    def __init__(
        self,
        db: SqliteDatabase,
        total: int,
        id_at: Callable[[int], TransactionId],
        form: Format,
        on_progress: Callable[[int, int], None],
        stop: threading.Event,
    ) -> None:
        self._db, self._total, self._id_at, self._form = db, total, id_at, form
        self._on_progress, self._stop = on_progress, stop
        self._halves: dict[TransactionId, Transaction] = {}
        self.written = 0

    def __iter__(self) -> Iterator[Transaction]:
        """Go through all of them once."""
        for at in range(0, self._total, PAGE):
            if self._stop.is_set():
                raise Stopped
            end = min(at + PAGE, self._total)
            rows = [
                row
                for row in load_some(self._db, list(map(self._id_at, range(at, end))))
                if self._form.takes(row)
            ]
            if self._form.order is not Order.AS_LISTED:
                halves = load_some(self._db, [row.transfer for row in rows if row.transfer is not None])
                self._halves = {row.id: row for row in halves}
            for row in rows:
                self.written += 1
                yield row
            self._on_progress(end, self._total)

    def other_half(self, row: TransactionId) -> Transaction | None:
        """Give the other half of a transfer that one of the rows of this page is half of."""
        return self._halves.get(row)
