"""How often accounts have posted rows, from their daily sums."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from peewee import SqliteDatabase

from budgetsync.domain.freshness import Rhythm, longest_gap
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.store.raw import connection_of

LOOKED_BACK = timedelta(days=180)
"""An account that has been silent for longer than this has no rhythm any more: it is closed, or no longer used."""

_DAYS = """
SELECT DISTINCT s.item_id, a.id, a.name, d.day FROM source_account s
JOIN account a ON a.id = s.account_id
LEFT JOIN daily_sum d ON d.account_id = a.id AND d.day >= ? AND d.posted <> 0
WHERE s.item_id IS NOT NULL ORDER BY s.item_id, a.id, d.day
"""


def load_rhythms(db: SqliteDatabase, now: datetime) -> dict[ItemId, tuple[Rhythm, ...]]:
    """Load the rhythm of every account, by connection. The cost does not grow with the history."""
    since = (now - LOOKED_BACK).date().isoformat()
    days: dict[tuple[int, int, str], list[date]] = defaultdict(list)
    for item, account, name, day in connection_of(db).execute(_DAYS, (since,)):
        known = days[item, account, name]
        if day is not None:
            known.append(date.fromisoformat(day))
    by_item: dict[ItemId, list[Rhythm]] = defaultdict(list)
    for (item, account, name), of_account in days.items():
        last = of_account[-1] if of_account else None
        by_item[ItemId(item)].append(Rhythm(AccountId(account), name, last, longest_gap(of_account)))
    return {item: tuple(rhythms) for item, rhythms in by_item.items()}
