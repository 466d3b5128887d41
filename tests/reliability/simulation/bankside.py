"""The demo bank's own model, its true time, and what is done to it; requests are answered without a network."""

from __future__ import annotations

from collections import defaultdict, deque
from datetime import date
from random import Random

from starlette.requests import Request
from starlette.responses import Response

from budgetsync.sandbox.app import Counter as BankCounter
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.limits import Limiter
from budgetsync.sandbox.model.book import Row
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.options import BankOptions
from budgetsync.sandbox.script.custom import profile_for
from budgetsync.sandbox.wire.cursor import Cursor, open_cursor
from tests.reliability.simulation.clock import World

INSTITUTIONS = ("ins_109508", "ins_109509", "ins_109510")
SYNC = "/transactions/sync"
MOST_CALLS = 40
"""Sync calls for an item within a minute: the project's own bar, below the provider's."""
_MINUTE = 60.0


class BankSide:
    """A bank of the sandbox, kept at the true time.

    Attributes:
        bank: The model.
        over: What an item was asked more often than it should have been, in words.
        syncs: Sync calls that reached it.
        unread: Ids of rows that were told so that nobody could read them.
    """

    def __init__(self, seed: int, first_day: date, world: World, rng: Random) -> None:
        self.bank = Bank(
            BankOptions(
                seed=seed,
                start=first_day,
                past_days=rng.randint(35, 75),
                plaid_timing=rng.random() < 0.5,
                limits=True,
            )
        )
        self.bank.limiter = Limiter(lambda: world.seconds)
        self.over: list[str] = []
        self.syncs = 0
        self.unread: set[str] = set()
        self._counter = BankCounter(self.bank)
        self._world = world
        self._rng = rng
        self._told = 0
        self._calls: dict[int, deque[float]] = defaultdict(deque)

    def catch_up(self) -> None:
        """Bring the bank to the true time."""
        seconds = int(self._world.seconds) - self._told
        if seconds > 0:
            self._told += seconds
            self.bank.advance(0, seconds=seconds)

    def answer(self, path: str, headers: dict[str, str], body: bytes) -> Response:
        """Answer a request as the bank's server would."""
        self.catch_up()
        given = False

        async def receive() -> dict[str, object]:
            nonlocal given
            assert not given
            given = True
            return {"type": "http.request", "body": body, "more_body": False}

        scope = {
            "type": "http",
            "method": "POST",
            "path": path,
            "query_string": b"",
            "scheme": "http",
            "server": ("bank", 80),
            "headers": [(name.lower().encode(), str(text).encode()) for name, text in headers.items()],
        }
        serving = self._counter.serve(Request(scope, receive))
        try:
            serving.send(None)
        except StopIteration as done:
            response: Response = done.value
            return response
        message = "the bank waits for something"
        raise RuntimeError(message)

    def count_call(self, path: str, item: Item) -> None:
        """Count a call by true time, and take note where there were too many."""
        if path != SYNC:
            return
        self.syncs += 1
        now, calls = self._world.seconds, self._calls[item.number]
        calls.append(now)
        while calls[0] <= now - _MINUTE:
            calls.popleft()
        if len(calls) > MOST_CALLS:
            self.over.append(f"item {item.number} was asked {len(calls)} times within a minute")

    def items(self) -> list[Item]:
        """Every item that is connected."""
        return [item for item in self.bank.items if item.exchanged and not item.removed]

    def item_of(self, access_token: str) -> Item | None:
        """The item of a token."""
        return self.bank.items.by_access_token(access_token)

    def cursor(self, item: Item, text: str) -> Cursor | None:
        """Read a cursor of an item's."""
        return open_cursor(text, item.salt)

    def backlog(self, item: Item, cursor: str) -> int:
        """How many entries of the log lie ahead of a cursor."""
        opened = self.cursor(item, cursor)
        return len(item.book.log) - (opened.base if opened else 0)

    def freeze(self) -> None:
        """Let nothing new happen at the banks; they are still asked for news."""
        self.catch_up()
        self.bank.world._planners.clear()
        self.bank.world.agenda._events.clear()
        self.bank.estate.outages.clear()

    def buy(self, item: Item, count: int) -> None:
        """Let purchases appear."""
        self.catch_up()
        world, book = self.bank.world, item.book
        for _ in range(count):
            profile = profile_for(f"Shop {self._rng.randint(1, 99)}", incoming=False)
            book.add(
                self._rng.choice(book.accounts),
                profile,
                self._rng.randint(100, 9_000),
                stamp=world.now,
                date=world.today,
                authorized=world.today,
                pending=self._rng.random() < 0.5,
            )

    def settle_one(self, item: Item, *, posted_first: bool) -> None:
        """Post a pending purchase under a new id that names the old one, in one order or the other."""
        self.catch_up()
        book, world = item.book, self.bank.world
        pending = self._newest_pending(item)
        if not posted_first:
            book.remove(pending, stamp=world.now)
            self.buy(item, 2)
        book.add(
            book.accounts[pending.account],
            pending.profile,
            pending.amount,
            stamp=world.now,
            date=world.today,
            authorized=pending.authorized,
            replaces=pending.key,
        )
        if posted_first:
            self.buy(item, 2)
            book.remove(pending, stamp=world.now)

    def has_told_pending(self, item: Item, cursor: str) -> bool:
        """Tell whether a client at this cursor knows of a pending purchase."""
        opened = self.cursor(item, cursor)
        return opened is not None and any(
            row.pending and row.created < opened.base for row in self._seen(item)
        )

    def take_back(self, item: Item, count: int) -> list[Row]:
        """Remove some posted rows; the caller gives them again."""
        self.catch_up()
        rows = [row for row in self._seen(item) if not row.pending and row.profile.merchant is not None]
        gone = self._rng.sample(rows, min(count, len(rows)))
        for row in gone:
            item.book.remove(row, stamp=self.bank.world.now)
        return gone

    def give_again(self, item: Item, rows: list[Row]) -> None:
        """Add rows again under new ids."""
        self.catch_up()
        for row in rows:
            item.book.add(
                item.book.accounts[row.account],
                row.profile,
                row.amount,
                stamp=self.bank.world.now,
                date=row.date,
                authorized=row.authorized,
            )

    def tell_better(self, item: Item, name: str) -> None:
        """Tell a row again that could not be read, if it is still there."""
        self.catch_up()
        self.unread.discard(name)
        for row in self._seen(item):
            if item.row_ids.of(row.key).decode() == name:
                item.book.modify(row, stamp=self.bank.world.now, profile=row.profile.surer())
                return

    def _newest_pending(self, item: Item) -> Row:
        return [row for row in self._seen(item) if row.pending][-1]

    def _seen(self, item: Item) -> list[Row]:
        return [row for row in item.book.live() if item.sees(row)]
