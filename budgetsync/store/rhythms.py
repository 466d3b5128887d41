"""How often accounts have posted rows, from their daily sums."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from peewee import SqliteDatabase

from budgetsync.domain.freshness import QUIET_AT_LEAST, RHYTHM_NEEDS, Rhythm
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.store.raw import connection_of

LOOKED_BACK = timedelta(days=180)
"""An account that has been silent for longer than this has no rhythm any more: it is closed, or no longer used."""

_LIVELY = QUIET_AT_LEAST / 2

# As `domain.freshness.longest_gap` counts, but in SQLite: the window does not wait while it counts. Only for an
# account that may be silent: no other is judged by its longest gap.
_RHYTHMS = """
WITH told AS (
    SELECT DISTINCT s.item_id, a.id, a.name FROM source_account s JOIN account a ON a.id = s.account_id
    WHERE s.item_id IS NOT NULL),
last AS MATERIALIZED (
    SELECT told.*, (SELECT day FROM daily_sum d WHERE d.account_id = told.id AND d.day >= ?1 AND d.posted <> 0
        ORDER BY day DESC LIMIT 1) AS day FROM told)
SELECT item_id, id, name, day, iif(day > ?2, NULL, (
    SELECT iif(count(*) >= ?3, CAST(round(max(days)) AS INTEGER), NULL) FROM (
        SELECT julianday(d.day) - julianday(lag(d.day) OVER (ORDER BY d.day)) AS days FROM daily_sum d
        WHERE d.account_id = last.id AND d.day >= ?1 AND d.posted <> 0)))
FROM last ORDER BY item_id, id
"""


def load_rhythms(db: SqliteDatabase, now: datetime) -> dict[ItemId, tuple[Rhythm, ...]]:
    """Load the rhythm of every account, by connection; one that had rows these days needs no longest gap.

    The cost does not grow with the history.
    """
    since, lively = ((now - span).date().isoformat() for span in (LOOKED_BACK, _LIVELY))
    by_item: dict[ItemId, list[Rhythm]] = defaultdict(list)
    for item, account, name, last, longest in connection_of(db).execute(
        _RHYTHMS, (since, lively, RHYTHM_NEEDS)
    ):
        day = date.fromisoformat(last) if last else None
        by_item[ItemId(item)].append(Rhythm(AccountId(account), name, day, longest))
    return {item: tuple(rhythms) for item, rhythms in by_item.items()}
