"""A small bank for crashes: a first history of some hundred rows, one day of news, and a ledger's clock that stands.

Everything is fixed, so that two runs which nobody disturbs leave the same ledger to the last cell.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from budgetsync.domain.account import AccountSnapshot
from budgetsync.domain.errors import PayloadError
from budgetsync.domain.item import Connection, Institution, ItemStanding
from budgetsync.domain.ports import Webhooks
from budgetsync.domain.sync import RowProblem, SyncPage
from budgetsync.domain.transaction import Observation, ObservationKey, TransactionState
from tests.unit.domain.builders import key, observation, page, pending, snapshot
from tests.unit.sync.news import Gullible

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
CHECKING, CARD = "acc-1", "Acc-1"
CONNECTION = Connection("item-1", Institution("ins_1", "Bank"), "access-crash-0001")
SHOPS = ("Café Zürich", "Green Grocer", "Metro", "Bookshop", "Cinema", "Bakery", "Pharmacy")
HOLDS = 12
PAGE = 150


@dataclass(frozen=True, slots=True)
class StandingClock:
    """A wall clock that stands still."""

    at: datetime

    def now(self) -> datetime:
        """The time."""
        return self.at

    def monotonic(self) -> float:
        """What is waited for passes all the same."""
        return time.monotonic()


class CrashBank:
    """Implements the Provider port: "" tells the history up to "c1", "c1" the news up to "c2", "c2" nothing."""

    links = None

    def __init__(self, rows: int) -> None:
        self.webhooks: Webhooks | None = Gullible()
        self._past = [_past_row(number) for number in range(rows)]
        self._holds = [
            pending(f"hold-{k}", minor=-1_000 - k, on=-1, account=CHECKING, merchant=f"Bistro {k}")
            for k in range(HOLDS)
        ]

    async def fetch_page(self, access_token: str, cursor: str) -> SyncPage:
        """Tell the next page."""
        assert access_token == CONNECTION.access_token
        loop, _, number = cursor.partition("/")
        pages = {"": self._history, "h": self._history, "c1": self._news, "n": self._news}.get(
            loop, _nothing
        )()
        return pages[int(number or 0)]

    async def fetch_standing(self, access_token: str) -> ItemStanding:
        """The bank's news are of the first day."""
        assert access_token
        return ItemStanding(as_of=NOW)

    def read_row(self, raw: bytes) -> SyncPage:
        """Nobody tries again here what was kept aside."""
        raise AssertionError(raw)

    def show_row(self, raw: bytes) -> str:
        """Nobody looks here at what was kept aside."""
        raise AssertionError(raw)

    async def connect_sandbox(self, institution_id: str, webhook: str = "") -> Connection:
        """There is one login only."""
        assert institution_id == CONNECTION.institution.id
        assert not webhook
        return CONNECTION

    def close(self) -> None:
        """Nothing is held."""

    def _history(self) -> list[SyncPage]:
        rows = [*self._past, *self._holds]
        return _chain(
            "h", "c1", [page(rows[at : at + PAGE]) for at in range(0, len(rows), PAGE)], _told(rows)
        )

    def _news(self) -> list[SyncPage]:
        linked = [_posted(hold, link=hold.source_transaction_id) for hold in self._holds[:6]]
        vanished = [_posted(hold) for hold in self._holds[6:9]]
        tipped = _posted(self._holds[9])._replace(minor=self._holds[9].minor - 200)
        new = [_past_row(number, name="new") for number in range(30)]
        moved = [
            observation("move-out", minor=-50_000, on=1, account=CHECKING, merchant="Transfer to card"),
            observation("move-in", minor=50_000, on=1, account=CARD, merchant="Transfer from checking"),
        ]
        again = [row._replace(merchant="Renamed", minor=row.minor - 5) for row in self._past[5:10]]
        gone = {"row-3": self._past[3], "row-11": self._past[11], "row-12": self._past[12]}
        removed = [key(hold.source_transaction_id, CHECKING) for hold in self._holds[:10]]
        removed += [ObservationKey(row.source_account_id, name) for name, row in gone.items()]
        odd = RowProblem("odd-1", "currency XXX", PayloadError("A currency that is not known."), b"\x00{}")
        first = [*linked, *vanished, tipped]
        kept = [row for row in self._past if row.source_transaction_id not in gone]
        live = {row.source_transaction_id: row for row in (*kept, *again, *first, *new, *moved)}
        pages = [page(first, again), page([*new, *moved], removed=removed, problems=[odd])]
        return _chain("n", "c2", pages, _told(live.values()))


def _past_row(number: int, name: str = "row") -> Observation:
    return observation(
        f"{name}-{number}",
        minor=-(100 + number * 37 % 9_000),
        on=1 if name == "new" else -(number // 3) - 1,
        account=CARD if number % 3 == 0 else CHECKING,
        merchant=f"{SHOPS[number % len(SHOPS)]} {number % 31}",
    )


def _posted(hold: Observation, link: str | None = None) -> Observation:
    name = hold.source_transaction_id.replace("hold", "post")
    on = hold.transacted_on + timedelta(days=1)
    return hold._replace(
        source_transaction_id=name, state=TransactionState.POSTED, posted_on=on, pending_id=link
    )


def _told(rows: Iterable[Observation]) -> tuple[AccountSnapshot, ...]:
    """The accounts, with balances that the rows add up to."""
    sums = {CHECKING: 500_000, CARD: 100_000}
    for row in rows:
        if row.state is TransactionState.POSTED:
            sums[row.source_account_id] += row.minor
    return tuple(
        replace(snapshot(account, name=name, current=sums[account]), mask=mask)
        for account, name, mask in ((CHECKING, "Checking", "0417"), (CARD, "Savings", "0952"))
    )


def _chain(
    loop: str, end: str, pages: list[SyncPage], accounts: tuple[AccountSnapshot, ...]
) -> list[SyncPage]:
    last = len(pages) - 1
    return [
        replace(
            one,
            accounts=accounts,
            next_cursor=end if number == last else f"{loop}/{number + 1}",
            has_more=number < last,
        )
        for number, one in enumerate(pages)
    ]


def _nothing() -> list[SyncPage]:
    return [page(accounts=(), cursor="c2")]
