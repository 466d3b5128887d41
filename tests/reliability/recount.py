"""Sums and search index of a ledger against a full recount, with SQL of its own."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date

_EPOCH = date(1970, 1, 1).toordinal()


def differences(connection: sqlite3.Connection) -> Iterator[str]:
    """Name what a recount finds otherwise."""
    posted: Counter[tuple[int, str]] = Counter()
    pending: Counter[tuple[int, str]] = Counter()
    number: Counter[tuple[int, str]] = Counter()
    categories: Counter[tuple[int, str, str]] = Counter()
    shown: set[tuple[int, str, str]] = set()
    documents = []
    for row in connection.execute(
        "SELECT id, account_id, transacted_on, state, amount, category_id, provider_category, payee, merchant, "
        "original_description, note, hidden FROM \"transaction\" WHERE state <> 'REMOVED' ORDER BY transacted_on, id"
    ):
        place = row[1], row[2]
        (posted if row[3] == "POSTED" else pending)[place] += row[4]
        number[place] += 1
        category = f"p:{row[6] or ''}" if row[5] is None else f"u:{row[5]}"
        if not row[11]:
            categories[(*place, category)] += row[4]
            shown.add((*place, category))
        rowid = (date.fromisoformat(row[2]).toordinal() - _EPOCH) << 32 | row[0]
        documents.append((rowid, *row[7:11]))
    kept = {
        (account, day): (one, other, rows)
        for account, day, one, other, rows in connection.execute("SELECT * FROM daily_sum")
    }
    if kept != {place: (posted[place], pending[place], number[place]) for place in number}:
        yield "the sums by day are not those of the rows"
    by_category = {
        (account, day, category): amount
        for account, day, category, amount in connection.execute(
            "SELECT account_id, day, category, amount FROM daily_category_sum"
        )
    }
    if by_category != {place: categories[place] for place in shown}:
        yield "the sums by category are not those of the rows"
    yield from _index_differences(connection, documents)


def _index_differences(connection: sqlite3.Connection, documents: list[tuple[object, ...]]) -> Iterator[str]:
    (schema,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'search'").fetchone()
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.execute(schema)
        fresh.executemany(
            "INSERT INTO search (rowid, payee, merchant, original_description, note) VALUES (?, ?, ?, ?, ?)",
            documents,
        )
        vocabulary = "CREATE VIRTUAL TABLE temp.{0} USING fts5vocab({1}, search, row)"
        fresh.execute(vocabulary.format("words", "main"))
        connection.execute("DROP TABLE IF EXISTS temp.words")
        connection.execute(vocabulary.format("words", "main"))
        wanted = fresh.execute("SELECT term, doc FROM words").fetchall()
        if connection.execute("SELECT term, doc FROM temp.words").fetchall() != wanted:
            yield "the search index has other words than the rows"
        for term, _ in wanted[:: max(1, len(wanted) // 12)]:
            asked = ("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", (f'"{term}"',))
            if connection.execute(*asked).fetchall() != fresh.execute(*asked).fetchall():
                yield f"the search for {term!r} finds other rows than it should"
