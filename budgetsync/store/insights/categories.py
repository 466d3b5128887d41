"""Sums by category, beside those of the stretch before."""

from collections import defaultdict

from budgetsync.domain.category import describe
from budgetsync.domain.insights import NamedSum
from budgetsync.domain.query import Exact, Field, Flag, Flagged, Term
from budgetsync.store.insights.scopes import Ledger, Span

_MONTHS = """
SELECT category, currency, sum(amount), sum(rows) FROM monthly_category_sum
WHERE {accounts} AND month BETWEEN ? AND ? GROUP BY 1, 2
"""
_DAYS = """
SELECT category, currency, sum(amount), sum(rows) FROM daily_category_sum
WHERE {accounts} AND day BETWEEN ? AND ? AND aside = 0 GROUP BY 1, 2
"""
_Sums = dict[tuple[str, str], list[int]]


def load_categories(ledger: Ledger) -> tuple[NamedSum, ...]:
    """Load the sums of all categories, by the name that is shown; one with rows that make nothing is there, too."""
    names = {
        f"u:{number}": name for number, name in ledger.connection.execute("SELECT id, name FROM category")
    }
    now, before = _load(ledger, ledger.span, names), _load(ledger, ledger.before, names)
    made = [
        NamedSum(
            name,
            currency,
            minor,
            before.get((name, currency), [0])[0],
            rows,
            ledger.query(_term(name), currency=currency),
        )
        for (name, currency), (minor, rows) in now.items()
        if rows
    ]
    return tuple(sorted(made, key=lambda one: (one.currency, -abs(one.minor), one.name)))


def _load(ledger: Ledger, span: Span, names: dict[str, str]) -> _Sums:
    asked = [(_DAYS, first.isoformat(), last.isoformat()) for first, last in span.edges]
    if span.months is not None:
        begin, end = span.months
        asked.append((_MONTHS, begin.isoformat()[:7], end.isoformat()[:7]))
    sums: _Sums = defaultdict(lambda: [0, 0])
    shown = dict[str, str]()  # the user's category and the provider's may have one name, whatever its case
    for sql, first, last in asked:
        for key, currency, minor, rows in ledger.connection.execute(
            sql.format(accounts=ledger.accounts), (first, last)
        ):
            name = names.get(key) or (describe(key[2:]) if key[2:] and key.startswith("p:") else "")
            found = sums[shown.setdefault(name.casefold(), name), currency]
            found[0] += minor
            found[1] += rows
    return sums


def _term(name: str) -> Term:
    return Exact(Field.CATEGORY, name) if name else Flagged(Flag.UNCATEGORIZED)
