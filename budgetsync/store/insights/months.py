"""Income and spending by month."""

from collections import defaultdict
from datetime import date, timedelta

from budgetsync.domain.insights import MonthSums
from budgetsync.store.insights.scopes import COUNTED, Ledger

_SUMS = f"""
SELECT substr(t.transacted_on, 1, 7), t.currency, sum(max(t.amount, 0)), sum(min(t.amount, 0)), count(*)
FROM "transaction" t WHERE {COUNTED} AND t.transacted_on BETWEEN ? AND ? AND t.{{accounts}} GROUP BY 1, 2
"""


def load_months(ledger: Ledger) -> tuple[MonthSums, ...]:
    """Load every month of the scope, from the first that has rows on, for each currency."""
    scope = ledger.scope
    found: dict[str, dict[date, MonthSums]] = defaultdict(dict)
    sql = _SUMS.format(accounts=ledger.accounts)
    for text, currency, *sums in ledger.connection.execute(
        sql, (scope.first.isoformat(), scope.last.isoformat())
    ):
        month = date.fromisoformat(f"{text}-01")
        found[currency][month] = MonthSums(month, currency, *sums)
    if not found:
        return ()
    every = months_between(min(map(min, found.values())), max(map(max, found.values())))
    return tuple(
        sums.get(month) or MonthSums(month, currency, 0, 0, 0)
        for currency, sums in sorted(found.items())
        for month in every
    )


def months_between(first: date, last: date) -> list[date]:
    """List the first days of months from that of one day to that of another."""
    made = [first.replace(day=1)]
    while (following := (made[-1] + timedelta(days=31)).replace(day=1)) <= last:
        made.append(following)
    return made
