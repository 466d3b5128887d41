"""How the program is, read in one transaction: every figure is of the same moment."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from peewee import SqliteDatabase

from budgetsync.domain.backups import Keeping
from budgetsync.domain.breaker import BreakerState
from budgetsync.domain.freshness import count_up_to_date
from budgetsync.domain.health import (
    BreakerHealth,
    FileHealth,
    Flow,
    Health,
    ItemHealth,
    Latencies,
    QueueHealth,
    QuotaHealth,
    SchedulerHealth,
)
from budgetsync.domain.item import Item
from budgetsync.domain.needs import ConnectionStanding
from budgetsync.domain.quota import Limits
from budgetsync.domain.realtime import percentile
from budgetsync.domain.schedule_settings import Pause, ScheduleSettings
from budgetsync.domain.timetable import Planned
from budgetsync.store import backup, breakers, checks, inbox, mailboxes, quotas, schedules
from budgetsync.store.convert import to_millis
from budgetsync.store.queue_figures import load_figures
from budgetsync.store.raw import connection_of
from budgetsync.store.standing import load_standing

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_RUNS = """
SELECT count(*), ifnull(sum(state = 'SUCCEEDED'), 0)
FROM sync_run WHERE started_at >= ? AND state NOT IN ('RUNNING', 'CANCELLED')
"""


def load_health(
    db: SqliteDatabase, path: Path, now: datetime, limits: Limits, settings: ScheduleSettings
) -> Health:
    """Answer everything at once.

    Args:
        path: The ledger's file; its folder has the reports of checks, and the backups.
        limits: How often each provider may be called.
        settings: Of syncs by the clock, as they hold now.
    """
    standing = load_standing(db, now, settings)
    planned = schedules.load_planned(db)
    return Health(
        at=now,
        queue=_queue(db, now),
        dead_letters=dict(
            connection_of(db)
            .execute("SELECT kind, count(*) FROM dead_letter WHERE state = 'open' GROUP BY kind")
            .fetchall()
        ),
        items=tuple(_item(one, planned.get(one.item.id)) for one in standing.items),
        up_to_date=count_up_to_date((one.item, one.staleness) for one in standing.items),
        breakers=tuple(_breakers(db, [one.item for one in standing.items], now)),
        quotas=tuple(_quotas(db, [one.item for one in standing.items], limits, now)),
        scheduler=_scheduler(list(planned.values()), settings.pause, now),
        webhooks=_webhooks(db, now),
        file=_file(path),
    )


def load_keeping(folder: Path) -> Keeping:
    """Tell how well the ledger in a data folder is kept; reads files beside it."""
    found = backup.list_backups(folder)
    return Keeping(
        quick=checks.load_report(folder, full=False),
        full=checks.load_report(folder, full=True),
        newest_backup=found[0] if found else None,
        backups=len(found),
    )


def _queue(db: SqliteDatabase, now: datetime) -> QueueHealth:
    figures = load_figures(db, now)
    oldest = figures.oldest_pending_at
    return QueueHealth(
        depth={state.value: count for state, count in figures.depth.items()},
        oldest_pending_age=None if oldest is None else max(0.0, (now - oldest).total_seconds()),
        next_retry_at=figures.next_attempt_at,
        last_hour=_flow(db, figures.came_1h, now - _HOUR),
        last_day=_flow(db, figures.came_24h, now - _DAY),
    )


def _flow(db: SqliteDatabase, came: int, since: datetime) -> Flow:
    return Flow(came, *connection_of(db).execute(_RUNS, (to_millis(since),)).fetchone())


def _item(one: ConnectionStanding, planned: Planned | None) -> ItemHealth:
    item = one.item
    return ItemHealth(
        item_id=item.id,
        institution=item.institution.name,
        status=item.status,
        contacted_at=item.contacted_at,
        succeeded_at=item.succeeded_at,
        as_of=item.as_of,
        consent_expires_at=item.consent_expires_at,
        staleness=one.staleness,
        failures=one.failures,
        next_sync_at=planned.due_at if planned else None,
    )


def _breakers(db: SqliteDatabase, items: Iterable[Item], now: datetime) -> Iterator[BreakerHealth]:
    names = {(item.provider, item.institution.id): item.institution.name for item in items}
    for (provider, institution), breaker in sorted(breakers.load_breakers(db).items()):
        state = breaker.state(now)
        if state is not BreakerState.CLOSED or breaker.in_a_row:
            bank = names.get((provider, institution), institution)
            scope = f"{provider}, {bank}" if institution else provider
            yield BreakerHealth(scope, state.value, breaker.in_a_row, breaker.probe_at)


def _quotas(
    db: SqliteDatabase, items: Iterable[Item], limits: Limits, now: datetime
) -> Iterator[QuotaHealth]:
    known = list(items)
    for provider, of_provider in sorted(limits.items()):
        own = {item.id: item.institution.name for item in known if item.provider == provider}
        for limit in of_provider if own else ():
            calls = [
                call.item_id
                for call in quotas.load_calls(db, now - timedelta(seconds=limit.span))
                if (call.provider, call.endpoint) == (provider, limit.endpoint)
            ]
            scope = f"{provider} {limit.endpoint}"
            if limit.in_all is not None:
                yield QuotaHealth(scope, len(calls), limit.in_all, limit.span)
            for item_id, used in Counter(calls).items():
                if limit.per_item is not None and item_id in own:
                    yield QuotaHealth(f"{scope}, {own[item_id]}", used, limit.per_item, limit.span)


def _scheduler(planned: list[Planned], pause: Pause | None, now: datetime) -> SchedulerHealth:
    asked = [one for one in planned if one.requested_at is not None]
    last = max(asked, key=lambda one: one.requested_at or now, default=None)
    paused = pause is not None and pause.holds(now)
    return SchedulerHealth(
        last_run_at=last.requested_at if last else None,
        next_run_at=min((one.due_at for one in planned if one.due_at is not None), default=None),
        drift=last.drift.total_seconds() if last else None,
        paused_until=pause.until if pause and paused else None,
        paused=paused,
    )


def _webhooks(db: SqliteDatabase, now: datetime) -> Latencies:
    waits = inbox.load_latencies(db, now - _DAY)
    mailbox = mailboxes.load_mailbox(db)
    heard = mailbox.last_byte_at if mailbox is not None else None
    return Latencies(
        count=len(waits),
        p50=percentile(waits, 50),
        p95=percentile(waits, 95),
        p99=percentile(waits, 99),
        relay_silence=None if heard is None else max(0.0, (now - heard).total_seconds()),
        waiting=inbox.count_open(db),
        rejected=sum(inbox.load_rejections(db).values()),
    )


def _file(path: Path) -> FileHealth:
    wal = path.with_name(f"{path.name}-wal")
    return FileHealth(
        bytes=path.stat().st_size,
        wal_bytes=wal.stat().st_size if wal.exists() else 0,
        keeping=load_keeping(path.parent),
    )
