"""The rows of a search in any order, and where a row that changed belongs in it."""

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from heapq import merge
from itertools import islice
from operator import itemgetter, neg
from typing import Any
from unicodedata import combining, normalize

from peewee import SqliteDatabase

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.listed import Listed, Order, SortKey
from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.place import row_at
from budgetsync.domain.query import InState, Query
from budgetsync.domain.transaction import TransactionState
from budgetsync.store.raw import connection_of
from budgetsync.store.search import each_row, load_changed_places, load_kept_places, load_places

_PAYEE = "coalesce(nullif(t.payee, ''), nullif(t.merchant, ''), t.original_description)"
_NEWEST = "t.transacted_on DESC, t.id DESC"
_MOST_DECIMALS, _USUAL_DECIMALS = 4, 2
_AT_ONCE = 10_000  # names that are sorted in one go: it keeps the interpreter's lock


def load_listed(db: SqliteDatabase, query: Query, order: Order, head: int | None = None) -> Listed:
    """Load all rows of a search, pending ones apart.

    What the bank took back after the user had edited it is listed too, as it is in sight.

    Args:
        head: Only so many of those that are not pending; only where the newest come first.
    """
    pending = _load_pending(db, query, order)
    if order.key is not SortKey.DATE:
        apart = set(pending)
        others = array("q", (number for number in _load_sorted(db, query, order) if number not in apart))
        others = _put_in(connection_of(db), others, load_kept_places(db, query), order)
        return _turned(Listed(pending, others), order)
    limit = -1 if head is None else head + len(pending)
    everything = load_places(db, query, limit)
    others = merged(everything, set(pending), load_kept_places(db, query))
    if head is not None and len(everything) >= limit:
        return Listed(pending, others[:head], is_whole=False)
    return _turned(Listed(pending, others), order)


def bring_up_to_date(
    db: SqliteDatabase, query: Query, order: Order, listed: Listed, changed: set[TransactionId]
) -> Listed:
    """Take in rows that changed, at the cost of those rows."""
    pending = _load_pending(db, query, order)
    before, now = load_changed_places(db, query, changed)
    now |= load_kept_places(db, query, changed)
    apart = set(map(row_at, pending))
    now = {place for place in now if row_at(place) not in apart}
    others = listed.others if order.descending else listed.others[::-1]
    if order.key is SortKey.DATE:
        others = merged(others, before, now)
    else:
        others = array("q", [place for place in others if place not in changed])
        others = _put_in(connection_of(db), others, now, order)
    return _turned(Listed(pending, others), order)


def pending_of(query: Query) -> Query:
    """Search for what is pending among what a search finds."""
    return Query((*query.terms, InState(TransactionState.PENDING)))


def _load_pending(db: SqliteDatabase, query: Query, order: Order) -> "array[int]":
    pending = pending_of(query)
    return _load_sorted(db, pending, order) if order.key is not SortKey.DATE else load_places(db, pending)


def _turned(listed: Listed, order: Order) -> Listed:
    return listed if order.descending else Listed(listed.pending[::-1], listed.others[::-1])


def merged(places: "array[int]", gone: set[int], come: set[int]) -> "array[int]":
    """Make a list by date anew with some places taken out and others put in; the one given stays as it is."""
    made: array[int] = array("q")
    start = 0
    for place in sorted(gone | come, reverse=True):
        at = bisect_left(places, -place, lo=start, key=neg)
        made.extend(places[start:at])
        if place in come:
            made.append(place)
        start = at + (at < len(places) and places[at] == place)
    made.extend(places[start:])
    return made


def _load_sorted(db: SqliteDatabase, query: Query, order: Order) -> "array[int]":
    """Load the ids of rows by something else than their day, the largest first."""
    if order.key is SortKey.AMOUNT:
        figure = _figure(connection_of(db))
        more = f" ORDER BY {figure} DESC, {_NEWEST}"
        rows = each_row(db, query, f"t.id, {figure}, t.transacted_on", more, itemgetter(1, 2, 0))
        return array("q", map(itemgetter(0), rows))
    # Names are many times fewer than rows: sorting those beats SQLite's sorting of all rows.
    by_name: dict[str, array[int]] = {}
    by_key: dict[str, array[int]] = {}
    what = f"{_PAYEE}, t.id, t.transacted_on"
    for name, number, _ in each_row(db, query, what, f" ORDER BY {_NEWEST}", itemgetter(2, 1)):
        if (numbers := by_name.get(name)) is None:
            numbers = by_name[name] = by_key.setdefault(folded(name), array("q"))
        numbers.append(number)
    made: array[int] = array("q")
    for key in _sorted(by_key):
        made.extend(by_key[key])
    return made


def _figure(connection: sqlite3.Connection) -> str:
    """What amounts are sorted by: rows of several currencies by their figures, 100 yen beside 100 dollars."""
    known = [code for (code,) in connection.execute('SELECT DISTINCT currency FROM "transaction"')]
    decimals = {EXPONENTS.get(code, _USUAL_DECIMALS): code for code in known}
    if len(decimals) <= 1:
        return "t.amount"
    cases = " ".join(
        f"WHEN '{code}' THEN {10 ** (_MOST_DECIMALS - EXPONENTS[code])}"
        for code in known
        if code in EXPONENTS
    )
    return f"t.amount * CASE t.currency {cases} ELSE {10 ** (_MOST_DECIMALS - _USUAL_DECIMALS)} END"


def _sorted(names: Iterable[str]) -> Iterator[str]:
    """Sort names in descending order, never many at once: other threads want to go on."""
    left = iter(names)
    pieces = iter(lambda: sorted(islice(left, _AT_ONCE), reverse=True), [])
    return merge(*pieces, reverse=True)


def folded(name: str) -> str:
    """Write a name as it is sorted: without case and accents."""
    if name.isascii():
        return name.lower()
    return "".join(letter for letter in normalize("NFKD", name) if not combining(letter)).casefold()


def _put_in(
    connection: sqlite3.Connection, ids: "array[int]", come: Iterable[int], order: Order
) -> "array[int]":
    """Put rows where they belong in a list that is sorted by something else than the day."""
    what = _figure(connection) if order.key is SortKey.AMOUNT else _PAYEE
    sql = f'SELECT {what}, t.transacted_on FROM "transaction" t WHERE t.id = ?'

    @cache
    def place_of(number: int) -> tuple[Any, str, int]:
        value, day = connection.execute(sql, (number,)).fetchone()
        return value if order.key is SortKey.AMOUNT else folded(value), day, number

    made = array("q", ids)
    for place in come:
        number, low, high = row_at(place), 0, len(made)
        while low < high:
            middle = (low + high) // 2
            if place_of(made[middle]) > place_of(number):
                low = middle + 1
            else:
                high = middle
        made.insert(low, number)
    return made
