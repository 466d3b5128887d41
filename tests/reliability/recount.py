"""Sums and search index of a ledger against a full recount, with SQL and rules of its own."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import NamedTuple

from budgetsync.domain.insights import Cadence
from budgetsync.domain.recurring import Occurrence, Rhythm, find_rhythm

_EPOCH = date(1970, 1, 1).toordinal()
_RHYTHM_DAYS = 400
_BOUGHT = (
    "BANK_FEES", "ENTERTAINMENT", "FOOD_AND_DRINK", "GENERAL_MERCHANDISE", "GENERAL_SERVICES",
    "GOVERNMENT_AND_NON_PROFIT", "HOME_IMPROVEMENT", "MEDICAL", "PERSONAL_CARE", "RENT_AND_UTILITIES",
    "TRANSPORTATION", "TRAVEL",
)  # fmt: skip


class Flow(NamedTuple):
    """A row that is income or spending."""

    account: int
    day: str
    currency: str
    name: str
    code: str
    minor: int


def differences(connection: sqlite3.Connection) -> Iterator[str]:
    """Name what a recount finds otherwise."""
    posted: Counter[tuple[int, str]] = Counter()
    pending: Counter[tuple[int, str]] = Counter()
    rows: Counter[tuple[int, str]] = Counter()
    categories: Counter[tuple[int, str, str, str, int]] = Counter()
    shown: set[tuple[int, str, str, str, int]] = set()
    flows: list[Flow] = []
    documents = []
    moved = {number for pair in connection.execute("SELECT out_id, in_id FROM transfer") for number in pair}
    parts: dict[int, list[tuple[int, str | None]]] = {}
    for number, minor, own in connection.execute("SELECT transaction_id, amount, category_id FROM split"):
        parts.setdefault(number, []).append((minor, own))
    for row in connection.execute(
        "SELECT id, account_id, transacted_on, state, amount, category_id, provider_category, payee, merchant, "
        "original_description, note, hidden, currency FROM \"transaction\" WHERE state <> 'REMOVED' "
        "ORDER BY transacted_on, id"
    ):
        place = row[1], row[2]
        (posted if row[3] == "POSTED" else pending)[place] += row[4]
        rows[place] += 1
        category = f"p:{row[6] or ''}" if row[5] is None else f"u:{row[5]}"
        aside = int(row[11] or row[0] in moved)
        if not aside:
            flows.append(Flow(*place, row[12], row[7] or row[8] or row[9], row[6] or "", row[4]))
        for minor, own in parts.get(row[0], [(row[4], None)]):
            named = (*place, category if own is None else f"u:{own}", row[12], aside)
            categories[named] += minor
            shown.add(named)
        rowid = (date.fromisoformat(row[2]).toordinal() - _EPOCH) << 32 | row[0]
        documents.append((rowid, *row[7:11]))
    kept = {
        (account, day): (one, other, count)
        for account, day, one, other, count in connection.execute("SELECT * FROM daily_sum")
    }
    if kept != {place: (posted[place], pending[place], rows[place]) for place in rows}:
        yield "the sums by day are not those of the rows"
    by_category = {
        tuple(named): amount
        for *named, amount in connection.execute(
            "SELECT account_id, day, category, currency, aside, amount FROM daily_category_sum"
        )
    }
    if by_category != {place: categories[place] for place in shown}:
        yield "the sums by category are not those of the rows"
    yield from _month_differences(connection)
    yield from _flow_differences(connection, flows)
    yield from _payee_differences(connection, flows)
    yield from _index_differences(connection, documents)


def _month_differences(connection: sqlite3.Connection) -> Iterator[str]:
    kept = (
        "SELECT account_id, month, category, currency, amount, rows FROM monthly_category_sum WHERE rows <> 0"
    )
    added = (
        "SELECT account_id, substr(day, 1, 7), category, currency, sum(amount), sum(rows) FROM daily_category_sum "
        "WHERE aside = 0 GROUP BY 1, 2, 3, 4"
    )
    if set(connection.execute(kept)) != set(connection.execute(added)):
        yield "the sums by category and month are not those of the days"


def _flow_differences(connection: sqlite3.Connection, flows: list[Flow]) -> Iterator[str]:
    income: Counter[tuple[int, str, str]] = Counter()
    spending: Counter[tuple[int, str, str]] = Counter()
    rows: Counter[tuple[int, str, str]] = Counter()
    for flow in flows:
        place = flow.account, flow.day, flow.currency
        (income if flow.minor > 0 and not flow.code.startswith(_BOUGHT) else spending)[place] += flow.minor
        rows[place] += 1
    kept = {tuple(row[:3]): tuple(row[3:]) for row in connection.execute("SELECT * FROM daily_flow")}
    if kept != {place: (income[place], spending[place], rows[place]) for place in rows}:
        yield "what came in and went out is not what the rows say"


def _payee_differences(connection: sqlite3.Connection, flows: list[Flow]) -> Iterator[str]:
    days: dict[tuple[int, str, str, str], list[int]] = {}
    sums: dict[tuple[int, int, str, str], list[int]] = {}
    for flow in flows:
        month = int(flow.day[:4]) * 100 + int(flow.day[5:7])
        for found in (
            days.setdefault((flow.account, flow.day, flow.name, flow.currency), [0, 0]),
            sums.setdefault((flow.account, month, flow.name, flow.currency), [0, 0]),
            sums.setdefault((flow.account, 0, flow.name, flow.currency), [0, 0]),
        ):
            found[0] += flow.minor
            found[1] += 1
    kept_days = {
        tuple(row[:4]): list(row[4:])
        for row in connection.execute(
            "SELECT d.account_id, date(d.day * 86400, 'unixepoch'), p.name, p.currency, d.amount, d.rows "
            "FROM payee_day d JOIN payee p ON p.id = d.payee_id"
        )
    }
    kept_sums = {
        tuple(row[:4]): list(row[4:])
        for row in connection.execute(
            "SELECT s.account_id, s.period, p.name, p.currency, s.amount, s.rows "
            "FROM payee_sum s JOIN payee p ON p.id = s.payee_id"
        )
    }
    if kept_days != days or kept_sums != sums:
        yield "the sums by payee are not those of the rows"
    yield from _rhythm_differences(connection)


def _rhythm_differences(connection: sqlite3.Connection) -> Iterator[str]:
    """Find the rhythms anew; the rule itself is the program's (`tests/unit/domain/test_recurring.py`)."""
    days: dict[tuple[int, int], list[Occurrence]] = {}
    select = "SELECT account_id, payee_id, day, amount FROM payee_day ORDER BY day DESC"
    for account, payee, day, minor in connection.execute(select):
        found = days.setdefault((account, payee), [])
        if len(found) < _RHYTHM_DAYS:
            found.append(Occurrence(date.fromordinal(_EPOCH + day), minor))
    wanted = {key: rhythm for key, found in days.items() if (rhythm := find_rhythm(found)) is not None}
    kept = {
        (account, payee): Rhythm(
            Cadence(cadence),
            amount,
            bool(varies),
            times,
            date.fromisoformat(last),
            date.fromisoformat(due),
            bool(exact),
        )
        for account, payee, cadence, amount, varies, times, last, due, exact in connection.execute(
            "SELECT * FROM rhythm"
        )
    }
    if kept != wanted:
        yield "what comes again is not what the rows say"


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
