"""Sums by payee: the largest ones, beside those of the stretch before."""

from collections import defaultdict

from budgetsync.domain.insights import NamedSum
from budgetsync.domain.query import Exact, Field
from budgetsync.store.conditions import SHOWN_PAYEE
from budgetsync.store.flows import FLOWS
from budgetsync.store.insights.scopes import Ledger, Span
from budgetsync.store.payees import number_of

MOST = 100
"""So many of each currency are told."""

_MONTHS = """
SELECT payee_id, sum(amount), sum(rows) FROM payee_sum WHERE {accounts} AND period BETWEEN ? AND ? GROUP BY 1
"""
_EDGE = f"""
SELECT (SELECT p.id FROM payee p WHERE p.name = {SHOWN_PAYEE} AND p.currency = t.currency), sum(t.amount), count(*)
FROM "transaction" t INDEXED BY transaction_by_day
WHERE {FLOWS} AND t.transacted_on BETWEEN ? AND ? AND {{accounts}} GROUP BY 1
"""
_Sums = dict[int, tuple[int, int]]
_NAME = "SELECT name, currency FROM payee WHERE id = ?"
_DAYS = """
SELECT ifnull(sum(amount), 0) FROM payee_day WHERE {accounts} AND payee_id = ? AND day BETWEEN ? AND ?
"""


def load_merchants(ledger: Ledger) -> tuple[NamedSum, ...]:
    """Load the sums of the payees with the largest ones, of each currency; rows without any name are nobody's."""
    sums = _load(ledger, ledger.span)
    kept: dict[str, list[NamedSum]] = defaultdict(list)
    largest = sorted(
        (payee for payee, (_, rows) in sums.items() if rows), key=lambda payee: -abs(sums[payee][0])
    )
    for payee in largest:
        name, currency = ledger.connection.execute(_NAME, (payee,)).fetchone()
        if not name:
            continue
        if len(kept[currency]) < MOST:
            query = ledger.query(Exact(Field.PAYEE, name), currency=currency)
            kept[currency].append(
                NamedSum(name, currency, sums[payee][0], _load_before(ledger, payee), sums[payee][1], query)
            )
        elif len(ledger.currencies) == 1:
            break
    return tuple(
        one
        for currency in sorted(kept)
        for one in sorted(kept[currency], key=lambda one: (-abs(one.minor), one.name))
    )


def _load(ledger: Ledger, span: Span) -> _Sums:
    """Add up the months and edges of a span, or take what lies outside off the sums of all time: the fewer of both."""
    sums: _Sums = {}
    outside = ledger.outside(span)
    if sum(one.length for one in outside) < span.length:
        _add(ledger, sums, _MONTHS, (0, 0), 1)
        for one in outside:
            _add_span(ledger, sums, one, -1)
    else:
        _add_span(ledger, sums, span, 1)
    return sums


def _add_span(ledger: Ledger, sums: _Sums, span: Span, sign: int) -> None:
    for first, last in span.edges:
        _add(ledger, sums, _EDGE, (first.isoformat(), last.isoformat()), sign)
    if span.months is not None:
        begin, end = (month.year * 100 + month.month for month in span.months)
        _add(ledger, sums, _MONTHS, (begin, end), sign)


def _add(ledger: Ledger, sums: _Sums, sql: str, values: tuple[str, str] | tuple[int, int], sign: int) -> None:
    for payee, minor, rows in ledger.connection.execute(sql.format(accounts=ledger.accounts), values):
        old = sums.get(payee, (0, 0))
        sums[payee] = old[0] + sign * minor, old[1] + sign * rows


def _load_before(ledger: Ledger, payee: int) -> int:
    asked = (payee, number_of(ledger.before.first), number_of(ledger.before.last))
    return int(ledger.connection.execute(_DAYS.format(accounts=ledger.accounts), asked).fetchone()[0])
