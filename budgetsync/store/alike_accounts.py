"""Accounts that seem to be one at the bank, found by the ends of their numbers and by rows that both have."""

import sqlite3
from typing import Final, NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.account_source import AlikeAccounts
from budgetsync.domain.ids import AccountId
from budgetsync.domain.relink import ENOUGH_OVERLAP
from budgetsync.store.raw import connection_of

_MASK: Final = 4
_ENOUGH_ROWS: Final = 6
"""Fewer rows than that are alike by chance."""
_ACCOUNTS: Final = """
SELECT a.id, a.type, a.currency, a.mask, max(s.rank), group_concat(s.item_id || ':' || s.source)
FROM account a JOIN source_account s ON s.account_id = a.id
WHERE a.currency IS NOT NULL AND s.source <> 'manual' GROUP BY a.id ORDER BY max(s.rank) DESC, a.id
"""
_OVERLAP: Final = """
WITH days AS (
    SELECT max(a.first, b.first) AS first, min(a.last, b.last) AS last
    FROM (SELECT min(day) AS first, max(day) AS last FROM daily_sum WHERE account_id = ?1) a,
         (SELECT min(day) AS first, max(day) AS last FROM daily_sum WHERE account_id = ?2) b),
kept AS (
    SELECT transacted_on, amount, count(*) AS rows FROM "transaction", days
    WHERE account_id = ?1 AND state <> 'REMOVED' AND transacted_on BETWEEN days.first AND days.last
    GROUP BY transacted_on, amount),
other AS (
    SELECT transacted_on, amount, count(*) AS rows FROM "transaction", days
    WHERE account_id = ?2 AND state <> 'REMOVED' AND transacted_on BETWEEN days.first AND days.last
    GROUP BY transacted_on, amount)
SELECT ifnull(sum(o.rows), 0), ifnull(sum(min(o.rows, ifnull(k.rows, 0))), 0)
FROM other o LEFT JOIN kept k ON k.transacted_on = o.transacted_on AND k.amount = o.amount
"""


class _Account(NamedTuple):
    id: int
    type: str
    currency: str
    mask: str | None
    rank: int
    told_by: str

    @property
    def connections(self) -> set[str]:
        """Connections that tell of more than one account apart; all files are one item, and tell nothing by that."""
        return {one for one in self.told_by.split(",") if one.partition(":")[2] in {"plaid", "simplefin"}}

    @property
    def end(self) -> str | None:
        return self.mask[-_MASK:] if self.mask and len(self.mask) >= _MASK else None


def find_alike(db: SqliteDatabase) -> tuple[AlikeAccounts, ...]:
    """Find pairs of accounts that may be one: of one kind and currency, told by different sources."""
    connection = connection_of(db)
    accounts = [_Account(*row) for row in connection.execute(_ACCOUNTS)]
    found: list[AlikeAccounts] = []
    for place, kept in enumerate(accounts):
        for other in accounts[place + 1 :]:
            if (kept.type, kept.currency) != (
                other.type,
                other.currency,
            ) or kept.connections & other.connections:
                continue
            if kept.end is not None and other.end is not None and kept.end != other.end:
                continue
            same_number = kept.end is not None and kept.end == other.end
            share = _share(connection, kept.id, other.id)
            if share >= ENOUGH_OVERLAP if share is not None else same_number:
                found.append(AlikeAccounts(AccountId(kept.id), AccountId(other.id), share, same_number))
    return tuple(found)


def _share(connection: sqlite3.Connection, kept: int, other: int) -> float | None:
    rows, common = connection.execute(_OVERLAP, (kept, other)).fetchone()
    return common / rows if rows >= _ENOUGH_ROWS else None
