"""Runs a search: rows newest first, page by page; how many there are; all their places.

What drives it is chosen by the query: a tag, a run or an exact amount names few rows; words go through the full-text
index, whose order is the order wanted; anything else walks the days backwards. Nothing that a user types
becomes SQL or the index's own syntax.
"""

import re
import sqlite3
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import merge
from itertools import chain, islice
from typing import Any

from peewee import SqliteDatabase

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.place import Place, day_at, first_place, row_at
from budgetsync.domain.query import (
    Amount,
    Days,
    Field,
    Flag,
    Flagged,
    InState,
    Kind,
    Named,
    Numbered,
    Phrase,
    Query,
    Term,
    Words,
)
from budgetsync.domain.transaction import TransactionState
from budgetsync.store.category_days import asks_category, find_days
from budgetsync.store.conditions import (
    COUNTED,
    NOWHERE,
    TEXTS,
    Checks,
    Value,
    allowed_states,
    conditions,
    exact_amounts,
    find_accounts,
    says,
)
from budgetsync.store.derived import PLACE
from budgetsync.store.members import Few, find_few
from budgetsync.store.needed import long_prefixes, match_all, needed
from budgetsync.store.raw import connection_of

_LOOKED_AT = 2_000
"""Rows in which a long prefix is looked for by its first letters, before the index has to merge."""
_COMMON = 0.2
"""Share of rows from which on a word stays looked for by its first letters."""
_FEW_ASKED = 50
_HINT = re.compile(r" INDEXED BY \w+")
_NEAR = 5_000
"""Newest rows that are looked at one by one, before what is rare is looked for in another way."""
_DAYS_FIRST = 50
_DAYS_MOST = 400
_BY_DAY, _BY_ACCOUNT = "transaction_by_day", "transaction_by_account"
_BY_DAY_AND_AMOUNT = "transaction_by_day_and_amount"
"""A size is compared in the index itself: where it is rare, a million rows need not be looked up."""


@dataclass(slots=True)
class _Selection:
    """A search in SQL: rows `t` by descending place.

    Attributes:
        driver: What stands behind FROM.
        place: The expression of a row's place.
        order: What puts newest rows first, in the driver's own terms.
    """

    driver: str
    place: str = PLACE
    order: str = "t.transacted_on DESC, t.id DESC"
    where: list[str] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    driver_values: tuple[Value, ...] = ()

    def require(self, sql: str, *values: Value) -> None:
        """Add a condition."""
        self.where.append(sql)
        self.values.extend(values)

    def begin_behind(self, place: Place) -> None:
        """Leave out a row that was listed already and all before it."""
        if self.place == PLACE:
            self.require("(t.transacted_on, t.id) < (?, ?)", day_at(place).isoformat(), row_at(place))
        else:
            self.require(f"{self.place} < ?", place)

    def run(
        self, connection: sqlite3.Connection, checks: Checks, what: str, more: str = ""
    ) -> sqlite3.Cursor:
        """Run the select."""
        checks.install(connection)
        # SQLite refuses an index that it is told to take where it knows that nothing can be found.
        driver = _HINT.sub("", self.driver) if NOWHERE in self.where else self.driver
        return connection.execute(
            f"SELECT {what} FROM {driver} WHERE {' AND '.join(self.where)}{more}",
            (*self.driver_values, *self.values),
        )

    def places(self, connection: sqlite3.Connection, checks: Checks, limit: int = -1) -> Iterator[int]:
        """Run it for the places, newest first."""
        cursor = self.run(connection, checks, self.place, f" ORDER BY {self.order} LIMIT {limit:d}")
        return (place for (place,) in cursor)


def find_places(db: SqliteDatabase, query: Query, limit: int, before: Place | None = None) -> list[Place]:
    """Find the newest rows of a search.

    Args:
        before: The last place of the page before; None = from the newest on.
    """
    connection = connection_of(db)
    parts = [_find(connection, part, limit, before) for part in _parts(query)]
    return parts[0] if len(parts) == 1 else list(islice(merge(*parts, reverse=True), limit))


def _find(connection: sqlite3.Connection, query: Query, limit: int, before: Place | None) -> list[Place]:
    checks = Checks()
    common: set[Phrase] = set()
    few = find_few(connection, query)
    if few is None and (long := long_prefixes(query)) and _goes_through_index(query):
        selection = _through_index(connection, query, checks, long)
        if before is not None:
            selection.begin_behind(before)
        match = match_all(query, long)
        horizon = connection.execute(_HORIZON, (match, _EVERYWHERE if before is None else before)).fetchone()
        if horizon is not None:
            selection.require("search.rowid > ?", horizon[0])
        found = list(map(Place, selection.places(connection, checks, limit)))
        if len(found) >= limit or horizon is None:
            return found
        common = checks.common(_COMMON, _FEW_ASKED) & long
    rare = few is None and _may_be_rare(connection, query)
    if rare or (few is not None and few.rows > _NEAR and TransactionState.REMOVED not in _states(query)):
        near, whole = _find_near(connection, query, limit, before)
        if whole or len(near) >= limit:
            return near
    days = find_days(connection, query) if rare else None
    if days is not None and (len(days) <= _DAYS_MOST or not _asks_size(query)):
        return _find_on(connection, query, limit, before, days)
    checks = Checks()
    selection = _select(connection, query, checks, few, common)
    if before is not None:
        selection.begin_behind(before)
    return list(map(Place, selection.places(connection, checks, limit)))


def _may_be_rare(connection: sqlite3.Connection, query: Query) -> bool:
    """Tell whether a search would walk the days, and for a category that may be on few of them."""
    walks = not _goes_through_index(query) and not any(map(_is_exact, query.terms)) and bool(_states(query))
    return (
        walks
        and asks_category(query)
        and TransactionState.REMOVED not in _states(query)
        and _index_of(connection, query) in {_BY_DAY, _BY_ACCOUNT}
    )


def _find_near(
    connection: sqlite3.Connection, query: Query, limit: int, before: Place | None
) -> tuple[list[Place], bool]:
    """Look at the newest rows only.

    Returns:
        What was found, and whether there are no other rows.
    """
    begin = (day_at(before).isoformat(), row_at(before)) if before is not None else ("9999-99", 0)
    horizon = connection.execute(_NEAREST, (*begin, _NEAR)).fetchone()
    checks = Checks()
    selection = _walk(connection, query, checks, f" INDEXED BY {_BY_DAY}")
    if horizon is not None:
        selection.require("t.transacted_on > ?", horizon[0])
    if before is not None:
        selection.begin_behind(before)
    return list(map(Place, selection.places(connection, checks, limit))), horizon is None


def _find_on(
    connection: sqlite3.Connection, query: Query, limit: int, before: Place | None, days: list[str]
) -> list[Place]:
    """Look at the rows of some days only, newest first, of more and more days at a time."""
    if before is not None:
        newest = day_at(before).isoformat()
        days = [day for day in days if day <= newest]
    found: list[Place] = []
    at, step = 0, _DAYS_FIRST
    while len(found) < limit and at < len(days):
        some, checks = days[at : at + step], Checks()
        selection = _walk(connection, query, checks, f" INDEXED BY {_BY_DAY}")
        selection.require(f"t.transacted_on IN ({','.join('?' * len(some))})", *some)
        if before is not None:
            selection.begin_behind(before)
        found += map(Place, selection.places(connection, checks, limit - len(found)))
        at, step = at + step, min(2 * step, _DAYS_MOST)
    return found


def count_rows(db: SqliteDatabase, query: Query) -> int:
    """Count the rows of a search; up to seconds over a million rows, where the index alone cannot tell."""
    connection = connection_of(db)
    counted = 0
    for part in _parts(query):
        checks = Checks()
        selection = _select_all(connection, part, checks)
        counted += int(selection.run(connection, checks, "count(*)").fetchone()[0])
    return counted


def load_places(db: SqliteDatabase, query: Query, limit: int = -1) -> "array[int]":
    """Load the places of the rows of a search, newest first: eight bytes a row."""
    if limit >= 0:
        return array("q", find_places(db, query, limit))
    connection = connection_of(db)
    parts = []
    for part in _parts(query):
        checks = Checks()
        selection = _select_all(connection, part, checks)
        parts.append(array("q", selection.places(connection, checks)))
    return parts[0] if len(parts) == 1 else array("q", merge(*parts, reverse=True))


def _select_all(connection: sqlite3.Connection, query: Query, checks: Checks) -> _Selection:
    """Choose what drives a search for all its rows."""
    few = find_few(connection, query)
    selection = _select(connection, query, checks, few)
    if few is None and _may_be_rare(connection, query):
        days = find_days(connection, query)
        if days is not None and len(days) <= _DAYS_MOST:
            selection.require(f"t.transacted_on IN ({','.join('?' * len(days))})" if days else NOWHERE, *days)
            selection.driver = f'"transaction" t INDEXED BY {_BY_DAY}'
    return selection


def load_kept_places(db: SqliteDatabase, query: Query, among: Collection[int] | None = None) -> set[int]:
    """Load the places of what a search would find among rows that the bank took back after the user had edited them.

    Args:
        among: Only rows of these ids.
    """
    if _states(query) != COUNTED:
        return set()
    connection, checks = connection_of(db), Checks()
    removed = Query((*query.terms, InState(TransactionState.REMOVED)))
    selection = _walk(connection, removed, checks, " INDEXED BY transaction_kept_in_sight")
    selection.require("t.bank_removed = 1")
    found = set(selection.places(connection, checks))
    return found if among is None else {place for place in found if row_at(place) in among}


Row = tuple[Any, ...]


def each_row(
    db: SqliteDatabase, query: Query, what: str, more: str, order: Callable[[Row], Any] | None = None
) -> Iterable[Row]:
    """Run a search for something else than places.

    Args:
        what: Pieces of SQL about the row `t`.
        more: What stands behind WHERE; of a search that looks at removed rows too, it holds for each of the two parts.
        order: By what rows stand in descending order, where they stand in an order by `more`.
    """
    connection = connection_of(db)
    found: list[Iterable[Row]] = []
    parts = _parts(query)
    for part in parts:
        checks = Checks()
        selection = _select_all(connection, part, checks)
        if selection.driver == _INDEX:
            selection.driver = _INDEX_AND_ROWS
        elif selection.driver == f'"transaction" t INDEXED BY {_BY_DAY}':
            selection.driver += "_and_amount"  # with the amounts in it, no row has to be looked up for them
        rows = selection.run(connection, checks, what, more)
        found.append(rows if len(parts) == 1 else rows.fetchall())  # checks are known to one select at a time
    if len(found) == 1:
        return found[0]
    return chain(*found) if order is None else merge(*found, key=order, reverse=True)


def _parts(query: Query) -> list[Query]:
    """Cut a search for rows that count and rows that were removed in two: no index has both."""
    allowed = _states(query)
    if TransactionState.REMOVED not in allowed or len(allowed) == 1:
        return [query]
    return [
        Query((*query.terms, InState(TransactionState.REMOVED, negated=True))),
        Query((*query.terms, InState(TransactionState.REMOVED))),
    ]


def load_changed_places(
    db: SqliteDatabase, query: Query, transaction_ids: Iterable[TransactionId]
) -> tuple[set[int], set[int]]:
    """Tell for rows that changed where they can have stood before, and where those that are found stand now."""
    connection = connection_of(db)
    before: set[int] = set()
    now: set[int] = set()
    checks = Checks()
    selection = _walk(connection, query, checks)
    selection.require("t.id = ?")
    for number in transaction_ids:
        before.update(place for (place,) in connection.execute(_EVER_AT, (number,) * 3))
        selection.values.append(number)
        now.update(selection.places(connection, checks))
        selection.values.pop()
    return before, now


_HORIZON = (
    "SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? "
    f"ORDER BY rowid DESC LIMIT 1 OFFSET {_LOOKED_AT}"
)
_NEAREST = (
    'SELECT transacted_on FROM "transaction" INDEXED BY transaction_by_day '
    "WHERE state <> 'REMOVED' AND (transacted_on, id) < (?, ?) "
    "ORDER BY transacted_on DESC, id DESC LIMIT 1 OFFSET ?"
)
_BY_AMOUNT = (
    "(SELECT DISTINCT day FROM daily_sum) d "
    'CROSS JOIN "transaction" t INDEXED BY transaction_by_day_and_amount ON t.transacted_on = d.day'
)
_EVERYWHERE = 2**63 - 1
_INDEX = "search"
_INDEX_AND_ROWS = 'search CROSS JOIN "transaction" t ON t.id = search.rowid & 4294967295'
_EVER_AT = f"""
SELECT {PLACE} FROM "transaction" t WHERE t.id = ?
UNION SELECT (CAST(julianday(c.old) - 2440587.5 AS INTEGER) << 32) | ?
FROM change c WHERE c.transaction_id = ? AND c.field = 'transacted_on'
"""


def _select(
    connection: sqlite3.Connection,
    query: Query,
    checks: Checks,
    few: Few | None,
    shortened: Collection[Phrase] = (),
) -> _Selection:
    """Choose what drives the search, and say the whole of it."""
    if few is not None:
        selection = _walk(connection, query, checks)
        selection.driver = (
            f'(SELECT DISTINCT id FROM ({few.members.sql})) m CROSS JOIN "transaction" t ON t.id = m.id'
        )
        selection.driver_values = few.members.values
    elif _goes_through_index(query):
        selection = _through_index(connection, query, checks, shortened)
    elif TransactionState.REMOVED in _states(query):
        selection = _walk(connection, query, checks, " INDEXED BY transaction_taken_back")
    elif (exact := next(filter(_is_exact, query.terms), None)) is not None:
        assert isinstance(exact, Amount)
        amounts = exact_amounts(exact)
        selection = _walk(connection, query, checks)
        selection.driver = _BY_AMOUNT
        selection.require(f"t.amount IN ({','.join('?' * len(amounts))})", *amounts)
    elif not _states(query):
        selection = _walk(connection, query, checks)
    else:
        index = _index_of(connection, query)
        if index == _BY_DAY and _asks_size(query):
            index = _BY_DAY_AND_AMOUNT
        selection = _walk(connection, query, checks, f" INDEXED BY {index}")
    return selection


def _goes_through_index(query: Query) -> bool:
    return (
        bool(needed(query))
        and not any(map(_is_exact, query.terms))
        and TransactionState.REMOVED not in _states(query)
        and _states(query) != {TransactionState.PENDING}  # those are few
    )


def _states(query: Query) -> Collection[TransactionState]:
    return allowed_states(query.terms)


def _asks_size(query: Query) -> bool:
    return any(isinstance(term, Amount) for term in query.terms)


def _is_exact(term: Term) -> bool:
    return isinstance(term, Amount) and not term.negated and bool(exact_amounts(term))


def _index_of(connection: sqlite3.Connection, query: Query) -> str:
    if Flagged(Flag.HIDDEN) in query.terms:
        return "transaction_hidden"
    if _states(query) == {TransactionState.PENDING}:
        return "transaction_pending"
    if Flagged(Flag.UNCATEGORIZED) in query.terms:
        return "transaction_uncategorized"
    if Flagged(Flag.REVIEWED) in query.terms:
        return "transaction_reviewed"
    # With one account, its own index has the order wanted; with several, the days have.
    accounts = (_accounts(connection, term) for term in query.terms if not term.negated)
    return _BY_ACCOUNT if any(len(one) == 1 for one in accounts) else _BY_DAY


def _accounts(connection: sqlite3.Connection, term: Term) -> tuple[int, ...]:
    """List the accounts that a term names; none for another term."""
    if isinstance(term, Numbered) and term.kind is Kind.ACCOUNT:
        return (term.number,)
    if isinstance(term, Named) and term.field is Field.ACCOUNT:
        return find_accounts(connection, term.phrase)
    return ()


def _walk(connection: sqlite3.Connection, query: Query, checks: Checks, hint: str = "") -> _Selection:
    selection = _Selection(f'"transaction" t{hint}')
    for sql, values in conditions(connection, query, checks):
        selection.require(sql, *values)
    for term in query.terms:
        if isinstance(term, Words) and not term.negated:
            selection.require(says(checks, term.phrase, TEXTS).sql)
    return selection


def _through_index(
    connection: sqlite3.Connection, query: Query, checks: Checks, shortened: Collection[Phrase]
) -> _Selection:
    rows = conditions(connection, query, checks)
    rows += [
        says(checks, term.phrase, TEXTS)
        for term in query.terms
        if isinstance(term, Words)
        and not term.negated
        and (len(term.phrase.words) > 1 or term.phrase in shortened)
    ]
    days = [term for term in query.terms if isinstance(term, Days) and not term.negated]
    alone = len(rows) == 1 + len(days) and _states(query) == COUNTED
    selection = _Selection(_INDEX if alone else _INDEX_AND_ROWS, "search.rowid", "search.rowid DESC")
    selection.require("search MATCH ?", match_all(query, shortened))
    for term in days:
        if term.first is not None:
            selection.require("search.rowid >= ?", first_place(term.first))
        if term.last is not None and term.last < date.max:
            selection.require("search.rowid < ?", first_place(term.last + timedelta(days=1)))
    for sql, values in () if alone else rows:
        selection.require(sql, *values)
    return selection
