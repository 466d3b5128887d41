"""On which days a category occurs: where it is rare, only those are looked at."""

import sqlite3
from collections.abc import Iterable

from budgetsync.domain.category import describe
from budgetsync.domain.query import Exact, Field, Named, OneOf, Query, Term
from budgetsync.store.conditions import find_categories, marks

_KEYS = "SELECT DISTINCT category FROM daily_category_sum"
# The sums have the parts of split rows in place of the rows.
_DAYS = """
SELECT DISTINCT day FROM daily_category_sum WHERE category IN ({keys})
UNION SELECT t.transacted_on FROM "transaction" t WHERE t.id IN (SELECT transaction_id FROM split)
ORDER BY 1 DESC
"""


def asks_category(query: Query) -> bool:
    """Tell whether a search asks for rows of a category."""
    return any(not term.negated and _categories(term) for term in query.terms)


def find_days(connection: sqlite3.Connection, query: Query) -> list[str] | None:
    """List the days that can have rows of the categories that are asked for, newest first; None where none is."""
    for term in query.terms:
        wanted = [] if term.negated else _categories(term)
        if not wanted:
            continue
        own = {f"u:{number}" for one in wanted for number in find_categories(connection, one)}
        codes = (str(key) for (key,) in connection.execute(_KEYS))
        keys = (*own, *(key for key in codes if key[:2] == "p:" and _mean(wanted, key[2:])))
        return [str(day) for (day,) in connection.execute(_DAYS.format(keys=marks(keys)), keys)]
    return None


def _categories(term: Term) -> list[Named | Exact]:
    terms: Iterable[Term] = term.terms if isinstance(term, OneOf) else (term,)
    return [one for one in terms if isinstance(one, Named | Exact) and one.field is Field.CATEGORY]


def _mean(wanted: list[Named | Exact], code: str) -> bool:
    shown = describe(code)
    return any(
        one.text.casefold() == shown.casefold()
        if isinstance(one, Exact)
        else one.phrase.found_in(f"{shown} {code}")
        for one in wanted
    )
