"""Counts every call of a provider, waits before one too many, and remembers across restarts.

The spans of limits are measured on the monotonic clock, so that a wall clock that is set forward makes no room;
longer ones than an hour on the wall clock, since the other one may stand still during sleep.
"""

import asyncio
import threading
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from peewee import SqliteDatabase

from budgetsync.domain.errors import RateLimited
from budgetsync.domain.ids import ItemId
from budgetsync.domain.ports import Clock
from budgetsync.domain.quota import MINUTE, RETRY, RETRY_BUDGET, Call, Limit, Limits, seconds_until_possible
from budgetsync.store import quotas
from budgetsync.store.database import Database

PATIENCE = 300.0
"""Seconds that a call waits for its turn; a longer wait ends the run, which is then tried again later."""
_LEAST_WAIT = 0.001  # seconds; what is left of a span may be too little to move a clock
_ON_ITS_WAY = timedelta(seconds=10)
"""So much later than it was counted a call of an earlier program may have come to the provider."""
_HOUR = 3_600.0
_EVERY = ""  # stands for all providers together

Pause = Callable[[float], Awaitable[None]]


@dataclass(slots=True)
class _Made:
    """One call, by both clocks. Its end counts, since nobody knows when in between the provider saw it."""

    item_id: ItemId
    monotonic: float
    wall: datetime


class Calls:
    """What was called lately. One for each process that owns the engine."""

    def __init__(
        self, database: Database, clock: Clock, limits: Limits, pause: Pause = asyncio.sleep
    ) -> None:
        """Prepare; `load` comes before the first call.

        Args:
            pause: Waits for so many seconds.
        """
        self._database = database
        self._clock = clock
        self._pause = pause
        self._limits: dict[tuple[str, str], list[Limit]] = {(_EVERY, RETRY): [RETRY_BUDGET]}
        for provider, of_provider in limits.items():
            for limit in of_provider:
                self._limits.setdefault((provider, limit.endpoint), []).append(limit)
        self._longest = max(limit.span for group in self._limits.values() for limit in group)
        self._made: dict[tuple[str, str], deque[_Made]] = {key: deque() for key in self._limits}
        self._lock = threading.Lock()  # the gate looks from the writer's thread

    async def load(self) -> None:
        """Take over what was counted before this process; calls from the future were made just now."""
        now, ticks = self._clock.now(), self._clock.monotonic()
        since = now - timedelta(seconds=self._longest)
        known = await self._database.read(lambda db: quotas.load_calls(db, since))
        with self._lock:
            for made in self._made.values():
                made.clear()
            for call in known:
                made_then = self._made.get((call.provider, call.endpoint))
                if made_then is not None:
                    at = min(call.at + _ON_ITS_WAY, now)
                    made_then.append(_Made(call.item_id, ticks - (now - at).total_seconds(), at))

    def seconds_until(self, provider: str, endpoint: str, item_id: ItemId, *, asked: bool = False) -> float:
        """Tell how long one more call has to wait; 0.0 when it may be made now. Any thread may ask.

        Args:
            asked: A person asked for it, so a reserve is open.
        """
        limits = self._limits.get((provider, endpoint), ())
        with self._lock:
            made = list(self._made.get((provider, endpoint), ()))
        return max((self._wait(limit, made, item_id, asked=asked) for limit in limits), default=0.0)

    def used(self, provider: str, endpoint: str, item_id: ItemId | None = None) -> int:
        """Count the calls of the last minute, of one connection or of all."""
        since = self._clock.monotonic() - MINUTE
        with self._lock:
            made = list(self._made.get((provider, endpoint), ()))
        return sum(one.monotonic > since and item_id in {None, one.item_id} for one in made)

    @asynccontextmanager
    async def call(
        self, provider: str, endpoint: str, item_id: ItemId, *, asked: bool = False
    ) -> AsyncIterator[None]:
        """Wait until a call may be made, count it durably, and have it made inside.

        Raises:
            RateLimited: The wait would be longer than PATIENCE; nothing was called.
            StoreError: It could not be counted; nothing was called.
        """
        if (provider, endpoint) not in self._limits:
            yield
            return
        while wait := self.seconds_until(provider, endpoint, item_id, asked=asked):
            if wait > PATIENCE:
                message = "The calls that the provider allows are used up for now."
                raise RateLimited(message, retry_after=wait)
            await self._pause(max(wait, _LEAST_WAIT))
        made = self._note(provider, endpoint, item_id)
        await self._database.run(lambda db: self._save(db, provider, endpoint, item_id), urgent=True)
        try:
            yield
        finally:
            made.monotonic, made.wall = self._clock.monotonic(), self._clock.now()

    async def hold(self, item_id: ItemId, seconds: float) -> None:
        """Make no call for a connection for so long, since the provider said so; kept across restarts."""
        now = self._clock.now()
        until = now + timedelta(seconds=seconds)
        await self._database.run(lambda db: quotas.save_hold(db, item_id, now, until))
        await self._pause(seconds)

    def count_retry(self, db: SqliteDatabase, item_id: ItemId) -> None:
        """Count a retry, beside its lease. On the writer's thread."""
        self._note(_EVERY, RETRY, item_id)
        self._save(db, _EVERY, RETRY, item_id)

    def seconds_until_retry(self, item_id: ItemId) -> float:
        """Tell how long one more retry has to wait."""
        return self.seconds_until(_EVERY, RETRY, item_id)

    def _save(self, db: SqliteDatabase, provider: str, endpoint: str, item_id: ItemId) -> None:
        """Keep a call, and let go of those that no limit looks back to."""
        now = self._clock.now()
        quotas.forget_calls(db, now - timedelta(seconds=self._longest))
        quotas.save_call(db, provider, endpoint, item_id, now)

    def _note(self, provider: str, endpoint: str, item_id: ItemId) -> _Made:
        made = _Made(item_id, self._clock.monotonic(), self._clock.now())
        span = max(limit.span for limit in self._limits[provider, endpoint])
        with self._lock:
            calls = self._made[provider, endpoint]
            while calls and self._is_past(calls[0], span):
                calls.popleft()
            calls.append(made)
        return made

    def _is_past(self, made: _Made, span: float) -> bool:
        if span > _HOUR:
            return (self._clock.now() - made.wall).total_seconds() >= span
        return self._clock.monotonic() - made.monotonic >= span

    def _wait(self, limit: Limit, made: list[_Made], item_id: ItemId, *, asked: bool) -> float:
        by_wall = limit.span > _HOUR
        calls = [Call(one.item_id, one.wall.timestamp() if by_wall else one.monotonic) for one in made]
        calls.sort(key=lambda call: call.at)
        now = self._clock.now().timestamp() if by_wall else self._clock.monotonic()
        return seconds_until_possible(limit, calls, item_id, now, asked=asked)


class ItemCalls:
    """The calls of one run: what `Fetch` gets."""

    def __init__(self, calls: Calls, provider: str, item_id: ItemId, *, asked: bool) -> None:
        """Prepare.

        Args:
            asked: A person asked for this run, so a reserve is open to it.
        """
        self._calls = calls
        self._provider = provider
        self._item_id = item_id
        self._asked = asked

    def is_possible(self, endpoint: str) -> bool:
        """Whether a call would not have to wait."""
        return not self._calls.seconds_until(self._provider, endpoint, self._item_id, asked=self._asked)

    def call(self, endpoint: str) -> AbstractAsyncContextManager[None]:
        """Wait for the turn of a call and count it, as `Calls.call` does."""
        return self._calls.call(self._provider, endpoint, self._item_id, asked=self._asked)

    async def hold(self, seconds: float) -> None:
        """Leave the provider alone for so long, as it asked; kept, should the program end meanwhile."""
        await self._calls.hold(self._item_id, seconds)
