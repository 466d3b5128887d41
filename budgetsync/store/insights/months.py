"""Income and spending by month."""

from collections import defaultdict
from datetime import date, timedelta

from budgetsync.domain.insights import MonthSums
from budgetsync.store.insights.scopes import Ledger

_SUMS = """
SELECT substr(day, 1, 7), currency, sum(income), sum(spending), sum(rows) FROM daily_flow
WHERE {accounts} AND day BETWEEN ? AND ? GROUP BY 1, 2
"""


def load_months(ledger: Ledger) -> tuple[MonthSums, ...]:
    """Load every month of the scope, from the first that has rows to the last that has, for each currency."""
    scope = ledger.scope
    found: dict[str, dict[date, tuple[int, int, int]]] = defaultdict(dict)
    sql = _SUMS.format(accounts=ledger.accounts)
    for text, currency, *sums in ledger.connection.execute(
        sql, (scope.first.isoformat(), scope.last.isoformat())
    ):
        found[currency][date.fromisoformat(f"{text}-01")] = _apart(*sums)
    if not found:
        return ()
    every = months_between(min(map(min, found.values())), max(map(max, found.values())))
    return tuple(
        MonthSums(
            month,
            currency,
            *sums.get(month, (0, 0, 0)),
            ledger.query(currency=currency, days=_days(ledger, month)),
        )
        for currency, sums in sorted(found.items())
        for month in every
    )


def months_between(first: date, last: date) -> list[date]:
    """List the first days of months from that of one day to that of another."""
    made = [first.replace(day=1)]
    while (following := _following(made[-1])) <= last:
        made.append(following)
    return made


def _apart(income: int, spending: int, rows: int) -> tuple[int, int, int]:
    """Count it as income where more came back than was spent."""
    return (income, spending, rows) if spending <= 0 else (income + spending, 0, rows)


def _days(ledger: Ledger, month: date) -> tuple[date, date]:
    last = _following(month) - timedelta(days=1)
    return max(month, ledger.scope.first), min(last, ledger.scope.last)


def _following(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
