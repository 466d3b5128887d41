"""How the program is, printed: a page for people, JSON for programs."""

import sys
from datetime import datetime
from typing import Any

from budgetsync.cli.output import (
    describe_check,
    describe_staleness,
    format_age,
    format_turn,
    instant_text,
    keeping_fields,
    plain_text,
    print_table,
)
from budgetsync.domain.health import BreakerHealth, Flow, Health, ItemHealth, QuotaHealth


def print_health(health: Health) -> None:
    """Print everything on a page."""
    now, queue = health.at, health.queue
    print_table(
        ("connection", "status", "contacted", "bank's data as of", "next sync", "failed", ""),
        (_row(item, now) for item in health.items),
        right=(5,),
    )
    depth = ", ".join(f"{count} {state}" for state, count in queue.depth.items())
    oldest, retry = _seconds(queue.oldest_pending_age), format_turn(queue.next_retry_at, now)
    size, wal = health.file.bytes / 1e6, health.file.wal_bytes / 1e6
    lines = [
        f"{health.up_to_date}.",
        f"Queue: {depth}; oldest waits {oldest}; next retry {retry}.",
        f"Last hour: {_flow(queue.last_hour)}. Last day: {_flow(queue.last_day)}.",
        f"Kept aside: {_letters(health)}.",
        *(f"Breaker of {_breaker(one, now)}." for one in health.breakers),
        *(f"Calls left, {_quota(one)}." for one in health.quotas),
        f"Timer: {_timer(health)}.",
        f"Webhooks: {_webhooks(health)}.",
        f"File: {size:,.1f} MB, {wal:,.1f} MB not yet moved into it; {_kept(health)}.",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def health_fields(health: Health) -> dict[str, Any]:
    """Everything for a program: instants as ISO 8601 UTC, ages and windows in seconds."""
    queue, timer = health.queue, health.scheduler
    return {
        "at": instant_text(health.at),
        "up_to_date": {
            "fresh": health.up_to_date.fresh,
            "total": health.up_to_date.total,
            "behind": list(health.up_to_date.behind),
        },
        "queue": {
            "depth": dict(queue.depth),
            "oldest_pending_age": queue.oldest_pending_age,
            "next_retry_at": instant_text(queue.next_retry_at),
            "last_hour": _flow_fields(queue.last_hour),
            "last_day": _flow_fields(queue.last_day),
        },
        "dead_letters": {"row": 0, "event": 0, "request": 0, **health.dead_letters},
        "connections": [_item_fields(item, health.at) for item in health.items],
        "breakers": [
            {
                "scope": one.scope,
                "state": one.state,
                "failures": one.failures,
                "probe_at": instant_text(one.probe_at),
            }
            for one in health.breakers
        ],
        "quotas": [
            {"scope": one.scope, "used": one.used, "limit": one.limit, "left": one.left, "window": one.window}
            for one in health.quotas
        ],
        "scheduler": {
            "last_run_at": instant_text(timer.last_run_at),
            "next_run_at": instant_text(timer.next_run_at),
            "drift": timer.drift,
            "paused": timer.paused,
            "paused_until": instant_text(timer.paused_until),
        },
        "webhooks": {
            "count": health.webhooks.count,
            "p50": health.webhooks.p50,
            "p95": health.webhooks.p95,
            "p99": health.webhooks.p99,
            "relay_silence": health.webhooks.relay_silence,
            "waiting": health.webhooks.waiting,
            "rejected": health.webhooks.rejected,
        },
        "database": {
            "bytes": health.file.bytes,
            "wal_bytes": health.file.wal_bytes,
            **keeping_fields(health.file.keeping),
        },
    }


def _row(item: ItemHealth, now: datetime) -> tuple[str, ...]:
    return (
        f"{item.institution} ({item.item_id})",
        item.status.value.replace("_", " ").lower(),
        format_age(item.contacted_at, now),
        format_age(item.as_of, now),
        format_turn(item.next_sync_at, now),
        str(item.failures),
        describe_staleness(item.staleness),
    )


def _item_fields(item: ItemHealth, now: datetime) -> dict[str, Any]:
    return {
        "id": item.item_id,
        "institution": item.institution,
        "status": item.status.value,
        "contacted_at": instant_text(item.contacted_at),
        "succeeded_at": instant_text(item.succeeded_at),
        "as_of": instant_text(item.as_of),
        "as_of_age": None if item.as_of is None else round((now - item.as_of).total_seconds(), 3),
        "consent_expires_at": instant_text(item.consent_expires_at),
        "freshness": item.staleness.freshness.value,
        "stale_since": instant_text(item.staleness.since),
        "failures": item.failures,
        "next_sync_at": instant_text(item.next_sync_at),
    }


def _breaker(breaker: BreakerHealth, now: datetime) -> str:
    scope, tried = plain_text(breaker.scope), format_turn(breaker.probe_at, now)
    return f"{scope}: {breaker.state} after {breaker.failures} failures, next try {tried}"


def _quota(quota: QuotaHealth) -> str:
    return f"{plain_text(quota.scope)}: {quota.left:,} of {quota.limit:,} in {quota.window:,.0f} s"


def _flow_fields(flow: Flow) -> dict[str, Any]:
    return {"in": flow.came, "out": flow.done, "succeeded": flow.succeeded, "success_rate": flow.success_rate}


def _flow(flow: Flow) -> str:
    rate = "" if flow.success_rate is None else f", {flow.success_rate:.0%} well"
    return f"{flow.came:,} asked for, {flow.done:,} done{rate}"


def _letters(health: Health) -> str:
    known = [
        f"{count:,} {kind}{'s' if count > 1 else ''}" for kind, count in sorted(health.dead_letters.items())
    ]
    return ", ".join(known) or "nothing"


def _timer(health: Health) -> str:
    timer, now = health.scheduler, health.at
    if timer.paused:
        until = format_turn(timer.paused_until, now) if timer.paused_until else "you resume it"
        return f"paused until {until}"
    drift = "" if timer.drift is None else f", {timer.drift:.1f} s late then"
    return f"last {format_age(timer.last_run_at, now)}{drift}, next {format_turn(timer.next_run_at, now)}"


def _webhooks(health: Health) -> str:
    told = health.webhooks
    if not told.count:
        came = "none came today; the timer fetches what is new"
    else:
        came = f"{told.count:,}, p50 {told.p50:.2f} s, p99 {told.p99:.2f} s from call to row"
    waits = f", {told.waiting:,} wait" if told.waiting else ""
    rejected = f", {told.rejected:,} turned away" if told.rejected else ""
    heard = "" if told.relay_silence is None else f", relay heard {_seconds(told.relay_silence)} ago"
    return came + waits + rejected + heard


def _kept(health: Health) -> str:
    kept, now = health.file.keeping, health.at
    saved = format_age(kept.newest_backup.made_at, now) if kept.newest_backup else "never"
    return f"{describe_check(kept, now)}, backed up {saved}"


def _seconds(age: float | None) -> str:
    return "—" if age is None else f"{age:,.0f} s"
