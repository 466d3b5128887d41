"""What the ledger adds up to, read in one snapshot: balances, months, categories, merchants, what comes again."""

from collections import Counter
from datetime import date

from peewee import SqliteDatabase

from budgetsync.domain.insights import Insights, Scope
from budgetsync.store.insights.balances import load_balances, total_balances
from budgetsync.store.insights.categories import load_categories
from budgetsync.store.insights.merchants import load_merchants
from budgetsync.store.insights.months import load_months
from budgetsync.store.insights.recurring import load_recurring
from budgetsync.store.insights.scopes import Ledger
from budgetsync.store.raw import connection_of

__all__ = ["load_first_day", "load_insights"]


def load_insights(db: SqliteDatabase, scope: Scope, today: date) -> Insights:
    """Add up what lies in a scope.

    Args:
        today: Of the user; no balance is known beyond it.
    """
    ledger = Ledger(connection_of(db), scope, today)
    balances = load_balances(ledger)
    months = load_months(ledger)
    rows: Counter[str] = Counter()
    for month in months:
        rows[month.currency] += month.rows
    rows.update({one.currency: 0 for one in balances})
    return Insights(
        ledger.scope,
        tuple(sorted(rows, key=lambda currency: (-rows[currency], currency))),
        tuple(one.shown for one in balances),
        total_balances(balances),
        months,
        load_categories(ledger),
        load_merchants(ledger),
        load_recurring(ledger),
    )


def load_first_day(db: SqliteDatabase) -> date | None:
    """Tell the day of the oldest row that counts; None without rows."""
    sql = "SELECT (SELECT min(day) FROM daily_sum WHERE account_id = a.id) FROM account a"
    days = [day for (day,) in connection_of(db).execute(sql) if day is not None]
    return date.fromisoformat(min(days)) if days else None
