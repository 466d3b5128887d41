"""What stands between a request whose turn it is and its run: the provider's word, quotas, budget, breakers."""

from datetime import timedelta

from peewee import SqliteDatabase

from budgetsync.domain.item import Item
from budgetsync.domain.ports import Clock
from budgetsync.domain.quota import SYNC_CALL
from budgetsync.domain.request import SyncRequest, WaitsFor
from budgetsync.domain.sync import Trigger
from budgetsync.store import breakers, items, quotas
from budgetsync.store.queue import Wait
from budgetsync.sync.calls import Calls


class Gate:
    """Asked about each request before it is leased, within the same transaction."""

    def __init__(self, calls: Calls, clock: Clock) -> None:
        self._calls = calls
        self._clock = clock

    def look(self, db: SqliteDatabase, request: SyncRequest) -> Wait | None:
        """Tell why a request has to wait; None lets it through, as the probe of a breaker where one is open."""
        now = self._clock.now()
        item = items.load_item(db, request.item_id)
        hold = quotas.load_hold(db, item.id, now)
        if hold is not None:
            return Wait(hold, WaitsFor.TOLD)
        seconds = self._calls.seconds_until(item.provider, SYNC_CALL, item.id, asked=request.asked)
        if seconds:
            return Wait(now + _ceil(seconds), WaitsFor.QUOTA)
        if request.asked:
            return None
        # What failed for want of a network says nothing about the provider: the network is back, so it is asked.
        retries = request.attempts and request.trigger is not Trigger.RECONNECT
        if retries and (seconds := self._calls.seconds_until_retry(item.id)):
            return Wait(now + _ceil(seconds), WaitsFor.BUDGET)
        return self._look_at_breakers(db, item)

    def _look_at_breakers(self, db: SqliteDatabase, item: Item) -> Wait | None:
        now = self._clock.now()
        found = {
            name: breakers.load_breaker(db, item.provider, name)
            for name in dict.fromkeys(("", item.institution.id))
        }
        blocked = [until for one in found.values() if (until := one.blocked_until(now))]
        if blocked:
            return Wait(max(blocked), WaitsFor.BREAKER)
        for name, breaker in found.items():
            passed = breaker.let_through(now)
            if passed != breaker:
                breakers.save_breaker(db, item.provider, name, passed)
        return None


def _ceil(seconds: float) -> timedelta:
    """Round up to what the queue can keep, so that no request is due again a moment too early."""
    return timedelta(milliseconds=int(seconds * 1_000) + 1)
