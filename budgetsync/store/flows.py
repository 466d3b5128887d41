"""Which rows come in and go out, what they are called, and their sums by day: in SQL, about the row `t`."""

import sqlite3

from budgetsync.domain.category import GOODS

ASIDE = (
    "(t.hidden <> 0 OR EXISTS (SELECT 1 FROM transfer x WHERE x.out_id = t.id) "
    "OR EXISTS (SELECT 1 FROM transfer x WHERE x.in_id = t.id))"
)
"""What is neither income nor spending: hidden by the user, or moved between own accounts."""

FLOWS = f"t.state <> 'REMOVED' AND NOT {ASIDE}"
"""What counts as income or spending."""

CATEGORY = "ifnull('u:' || t.category_id, 'p:' || ifnull(t.provider_category, ''))"
"""The key of a row's category in daily_category_sum: the user's own, else the provider's code."""

_IS_REFUND = " OR ".join(f"code GLOB '{primary}*'" for primary in GOODS)
_IS_SPENT = f"came > 0 AND ({_IS_REFUND})"
_TABLE = """
CREATE TEMP TABLE IF NOT EXISTS flow (account_id, day, own, code, currency, split, aside, posted, pending, came, rows)
"""
_LOOK = f"""
INSERT INTO temp.flow SELECT t.account_id, t.transacted_on, t.category_id, ifnull(t.provider_category, ''), t.currency,
    EXISTS (SELECT 1 FROM split s WHERE s.transaction_id = t.id) AS split, {ASIDE} AS aside,
    sum(CASE WHEN t.state = 'POSTED' THEN t.amount ELSE 0 END),
    sum(CASE WHEN t.state = 'PENDING' THEN t.amount ELSE 0 END), sum(max(t.amount, 0)), count(*)
FROM "transaction" t WHERE t.state <> 'REMOVED' AND {{where}}
GROUP BY t.account_id, t.transacted_on, t.category_id, t.provider_category, t.currency, split, aside
"""
_DAYS = """
INSERT INTO daily_sum (account_id, day, posted, pending, rows)
SELECT account_id, day, sum(posted), sum(pending), sum(rows) FROM temp.flow GROUP BY account_id, day
"""
_FLOWS = f"""
INSERT INTO daily_flow (account_id, day, currency, income, spending, rows)
SELECT account_id, day, currency, sum(CASE WHEN {_IS_SPENT} THEN 0 ELSE came END),
       sum(posted + pending - CASE WHEN {_IS_SPENT} THEN 0 ELSE came END), sum(rows)
FROM temp.flow WHERE aside = 0 GROUP BY account_id, day, currency
"""
_CATEGORIES = f"""
INSERT INTO daily_category_sum (account_id, day, category, currency, aside, amount, rows)
SELECT account_id, day, category, currency, aside, sum(amount), sum(rows) FROM (
    SELECT account_id, day, ifnull('u:' || own, 'p:' || code) AS category, currency, aside,
        posted + pending AS amount, rows
    FROM temp.flow WHERE split = 0
    UNION ALL
    SELECT t.account_id, t.transacted_on, ifnull('u:' || s.category_id, {CATEGORY}), t.currency, {ASIDE},
        sum(s.amount), count(DISTINCT t.id)
    FROM "transaction" t CROSS JOIN split s ON s.transaction_id = t.id
    WHERE {{where}} AND t.state <> 'REMOVED' AND EXISTS (SELECT 1 FROM temp.flow WHERE split = 1)
    GROUP BY 1, 2, 3, 4, 5
) GROUP BY account_id, day, category, currency, aside
"""


def add_up_days(connection: sqlite3.Connection, where: str, parameters: tuple[object, ...]) -> None:
    """Add up the rows of an account or of one of its days, each once; the sums that were there are deleted already.

    Args:
        where: Which rows `t`.
    """
    connection.execute(_TABLE)
    connection.execute(_LOOK.format(where=where), parameters)
    connection.execute(_DAYS)
    connection.execute(_FLOWS)
    connection.execute(_CATEGORIES.format(where=where), parameters)
    connection.execute("DELETE FROM temp.flow")
