"""The overview: everything that the SyncMonitor shows, read in one transaction.

What it costs grows with the number of connections and accounts and with the runs of one day, not with the history.
"""

from collections import defaultdict
from datetime import datetime, timedelta

from peewee import SqliteDatabase

from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.item import Item
from budgetsync.domain.overview import (
    AccountFigures,
    Hour,
    ItemOverview,
    NextSync,
    Overview,
    QueueGlance,
)
from budgetsync.domain.request import RequestState, WaitsFor
from budgetsync.domain.schedule_settings import ScheduleSettings
from budgetsync.domain.sync import Counts, Progress, Stage
from budgetsync.store import accounts, proofs, queue, rhythms, schedules, sync_runs
from budgetsync.store.convert import to_instant, to_millis
from budgetsync.store.raw import connection_of

HOURS = 24
_HOUR = timedelta(hours=1)
_TODAY = """
SELECT r.item_id, a.account_id, a.added, a.modified, a.removed
FROM sync_run r JOIN sync_run_account a ON a.run_id = r.id WHERE r.started_at >= ?
"""
_HELD = "SELECT account_id, count(*) FROM held_removal WHERE state = 'open' AND state <> 'applied' GROUP BY account_id"
_OPEN = """
SELECT item_id, state, requested_at, next_attempt_at, waits_for FROM queue
WHERE state IN ('pending', 'leased')
"""
_LETTERS = "SELECT count(*) FROM dead_letter WHERE state = 'open'"
_BY_HOUR = """
SELECT (started_at - ?1) / ?2, sum(state = 'SUCCEEDED'), sum(state IN ('FAILED', 'INTERRUPTED')),
    sum(added + modified + removed)
FROM sync_run WHERE started_at >= ?1 AND state NOT IN ('RUNNING', 'CANCELLED') GROUP BY 1
"""


def load_overview(
    db: SqliteDatabase, shown: list[Item], settings: ScheduleSettings, now: datetime, midnight: datetime
) -> Overview:
    """Load what the ledger knows of connections, without what this process is doing with them just now.

    Args:
        shown: The connections, as they are to be shown.
        settings: Of syncs by the clock, as they hold now.
        midnight: When the user's calendar day began, with their zone.
    """
    by_item = accounts.load_accounts(db)
    runs = sync_runs.load_last_runs(db)
    often = rhythms.load_rhythms(db, now)
    planned = schedules.load_planned(db)
    glance, waits = _load_queue(db, now)
    waiting = dict.fromkeys(queue.under_way(db, now), Progress(Stage.QUEUED))
    figures, today = _load_figures(db, midnight)
    return Overview(
        tuple(
            ItemOverview(
                item,
                tuple(by_item.get(item.id, [])),
                runs.get(item.id),
                waiting.get(item.id),
                often.get(item.id, ()),
                settings.interval_of(item.id),
                {one.id: figures[one.id] for one in by_item.get(item.id, []) if one.id in figures},
                today.get(item.id, Counts()),
                NextSync(
                    planned.get(item.id), settings.pause_of(item.id, now), *waits.get(item.id, (None, None))
                ),
            )
            for item in shown
        ),
        queue=glance,
        hours=_load_hours(db, now),
        day=midnight.date(),
    )


def _load_figures(
    db: SqliteDatabase, midnight: datetime
) -> tuple[dict[AccountId, AccountFigures], dict[ItemId, Counts]]:
    by_account: dict[AccountId, Counts] = defaultdict(Counts)
    by_item: dict[ItemId, Counts] = defaultdict(Counts)
    for item, account, *counts in connection_of(db).execute(_TODAY, (to_millis(midnight),)):
        by_account[AccountId(account)] += Counts(*counts)
        by_item[ItemId(item)] += Counts(*counts)
    held = {AccountId(account): count for account, count in connection_of(db).execute(_HELD)}
    proved = proofs.load_proofs(db)
    figures: dict[AccountId, AccountFigures] = {}
    for account_id in by_account.keys() | held.keys() | proved.keys():
        proof, proved_at = proved.get(account_id, (None, None))
        today = by_account.get(account_id, Counts())
        figures[account_id] = AccountFigures(today, proof, proved_at, held.get(account_id, 0))
    return figures, by_item


def _load_queue(
    db: SqliteDatabase, now: datetime
) -> tuple[QueueGlance, dict[ItemId, tuple[datetime, WaitsFor | None]]]:
    connection = connection_of(db)
    made: list[datetime] = []
    waits: dict[ItemId, tuple[datetime, WaitsFor | None]] = {}
    running = 0
    for item, state, requested, due, waits_for in connection.execute(_OPEN):
        if state == RequestState.LEASED.value:
            running += 1
            continue
        made.append(to_instant(requested))
        if waits_for is not None or to_instant(due) > now:
            waits[ItemId(item)] = to_instant(due), WaitsFor(waits_for) if waits_for else None
    retries = [at for at, waits_for in waits.values() if waits_for is not None]
    (kept_aside,) = connection.execute(_LETTERS).fetchone()
    oldest = min(made, default=None)
    return QueueGlance(len(made), running, oldest, min(retries, default=None), kept_aside), waits


def _load_hours(db: SqliteDatabase, now: datetime) -> tuple[Hour, ...]:
    first = now.replace(minute=0, second=0, microsecond=0) - (HOURS - 1) * _HOUR
    counted = {
        place: counts
        for place, *counts in connection_of(db).execute(
            _BY_HOUR, (to_millis(first), _HOUR // timedelta(milliseconds=1))
        )
    }
    return tuple(Hour(first + place * _HOUR, *counted.get(place, ())) for place in range(HOURS))
