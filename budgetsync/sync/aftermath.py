"""What follows the end of a run for queue, breakers and dead letters: written in the transaction that closes it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from peewee import SqliteDatabase

from budgetsync.domain.breaker import Scope, weigh
from budgetsync.domain.errors import BudgetSyncError
from budgetsync.domain.ids import RunId
from budgetsync.domain.item import Item
from budgetsync.domain.request import SyncRequest, WaitsFor
from budgetsync.domain.retry import GiveUp, NextTimer, RetryAt, Verdict, decide
from budgetsync.store import breakers, dead_letters, facts, inbox, queue, quotas, sync_runs

DOWN_FOR_LONG = timedelta(hours=24)
"""A connection whose runs have failed for so long is a dead letter, whatever the reason."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A run that ended."""

    request: SyncRequest
    item: Item
    run_id: RunId
    now: datetime


def after_success(db: SqliteDatabase, ended: Ended) -> None:
    """Let bank and provider be known to work, and webhooks be acted on; the request itself is ended by `apply`."""
    inbox.act(db, ended.run_id, ended.now)
    facts.settle(db, ended.item.id, ended.now)
    _record(db, ended, None)


def after_failure(db: SqliteDatabase, ended: Ended, error: BudgetSyncError, random: Random) -> Verdict:
    """Decide what becomes of the request, and write it down. The run is closed already.

    Args:
        random: Where the jitter of a retry comes from.
    """
    now, number = ended.now, ended.request.id
    verdict = decide(error, attempts=ended.request.attempts, now=now, random=random)
    _record(db, ended, error)
    if isinstance(verdict, RetryAt):
        if verdict.told:
            quotas.save_hold(db, ended.item.id, now, verdict.at)
        why = WaitsFor.TOLD if verdict.told else WaitsFor.RETRY
        queue.retry(db, number, now, at=verdict.at, error=error.code, why=why)
    elif isinstance(verdict, GiveUp):
        queue.bury(db, number, now, error.code)
        inbox.bury(db, ended.item.id)
    else:
        if isinstance(verdict, NextTimer) and verdict.not_before is not None:
            quotas.save_hold(db, ended.item.id, now, verdict.not_before)
        queue.complete(db, number, now, error=error.code)
    since = sync_runs.failing_since(db, ended.item.id)
    if isinstance(verdict, GiveUp) or (since is not None and now - since >= DOWN_FOR_LONG):
        dead_letters.save_request(db, ended.item.id, ended.run_id, error.trouble, now)
    return verdict


def _record(db: SqliteDatabase, ended: Ended, error: BudgetSyncError | None) -> None:
    names = {Scope.PROVIDER: "", Scope.INSTITUTION: ended.item.institution.id}
    for scope, worked in weigh(error).items():
        before = breakers.record(db, ended.item.provider, names[scope], ended.now, worked=worked)
        if worked and before.probe_at is not None:
            queue.hurry_waiting(db, WaitsFor.BREAKER, ended.now)
