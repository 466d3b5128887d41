"""The short way to the bank: a provider that tells the model's log as pages, with all the habits of a real one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from budgetsync.domain.account import AccountSnapshot, Balance
from budgetsync.domain.errors import ItemGone, PaginationMutated, PayloadError, ProviderError
from budgetsync.domain.item import Connection, History, Institution, ItemStanding
from budgetsync.domain.sync import RowProblem, SyncPage
from budgetsync.domain.transaction import Observation, ObservationKey, TransactionState
from tests.reliability.bank import Account, Bank, Version

INSTITUTION = Institution("ins_7", "First Bank of Habits")
_STATUS = {"N": History.NOT_READY, "I": History.INITIAL, "C": History.COMPLETE}
_INITIAL = timedelta(days=30)


@dataclass(slots=True)
class Login:
    """One connection: its own ids for everything, and how far its history has come.

    Attributes:
        calls: Loops begun; the first `waits` of them are answered with NOT_READY, the next `partial` with 30 days.
        window: Days of history that it tells.
    """

    generation: int
    window: int = 3650
    waits: int = 0
    partial: int = 0
    calls: int = 0
    gone: bool = False

    @property
    def token(self) -> str:
        """Its access token."""
        return f"access-{self.generation}"

    def account_id(self, number: int) -> str:
        """What it calls an account."""
        return f"acc{'Aa'[self.generation % 2]}{self.generation}-{number}"

    def row_id(self, serial: int) -> str:
        """What it calls a row; many differ from another in case alone."""
        word = "row" if serial % 2 else "ROW"
        return f"{self.generation}{word}{serial // 2:05d}"

    def serial(self, row_id: str) -> int:
        """Read one of its ids backwards."""
        return int(row_id[-5:]) * 2 + ("row" in row_id)

    def stage(self) -> str:
        """How far the history is: N, I or C."""
        if self.calls <= self.waits:
            return "N"
        return "I" if self.calls <= self.waits + self.partial else "C"


@dataclass(slots=True)
class _Loop:
    pages: list[SyncPage]
    at: int


class Stream:
    """Implements the Provider port over a bank.

    Attributes:
        faults: What each of the next calls raises, in order; None lets a call through.
        between: Called before each page: there the bank moves on, or the user edits, while a run is under way.
        late: How much older than now the bank's data are said to be.
    """

    links = None
    webhooks = None

    def __init__(self, bank: Bank, rng: Random) -> None:
        self.bank = bank
        self.logins: list[Login] = []
        self.faults: list[ProviderError | None] = []
        self.between: Callable[[], Awaitable[None]] | None = None
        self.late = timedelta(0)
        self._rng = rng
        self._loops: dict[str, _Loop] = {}

    @property
    def login(self) -> Login:
        """The newest connection."""
        return self.logins[-1]

    def read_row(self, raw: bytes) -> SyncPage:
        """Nothing is kept aside here."""
        raise AssertionError(raw)

    def show_row(self, raw: bytes) -> str:
        """Nothing is kept aside here."""
        raise AssertionError(raw)

    async def connect_sandbox(self, institution_id: str, webhook: str = "") -> Connection:
        """Make a new login."""
        assert institution_id == INSTITUTION.id
        assert not webhook
        rng = self._rng
        number = len(self.logins) + 1
        window = 3650 if number == 1 or rng.random() < 0.5 else 75
        login = Login(number, window, waits=rng.choice([0, 0, 1, 2]), partial=rng.choice([0, 0, 1, 2]))
        self.logins.append(login)
        return Connection(f"item-{login.generation}", INSTITUTION, login.token)

    async def fetch_standing(self, access_token: str) -> ItemStanding:
        """The bank's time, but for its late days."""
        assert self._login(access_token)
        return ItemStanding(as_of=self.bank.now - self.late)

    async def fetch_page(self, access_token: str, cursor: str) -> SyncPage:
        """Tell the next page of a loop."""
        login = self._login(access_token)
        fault = self.faults.pop(0) if self.faults else None
        if fault is not None:
            raise fault
        if self.between is not None:
            await self.between()
        if not cursor.startswith("loop"):
            cursor = self._begin(login, cursor)
        name, _, number = cursor.partition("/")
        loop = self._loops[name]
        if loop.at != len(self.bank.log) and int(number):
            message = "news came in between two pages"
            raise PaginationMutated(message, provider_code="TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION")
        return loop.pages[int(number)]

    def close(self) -> None:
        """Nothing is held."""

    def _login(self, token: str) -> Login:
        login = next(login for login in self.logins if login.token == token)
        if login.gone:
            message = "the bank has forgotten this connection"
            raise ItemGone(message, provider_code="ITEM_NOT_FOUND")
        return login

    def _begin(self, login: Login, cursor: str) -> str:
        login.calls += 1
        if cursor.startswith("I"):
            login.calls = max(login.calls, login.waits + 1)
        stage = "C" if cursor.startswith("C") else login.stage()
        pages = self._cut(login, stage, cursor)
        name = f"loop{len(self._loops)}"
        self._loops[name] = _Loop(pages, len(self.bank.log))
        last = len(pages) - 1
        end = "" if stage == "N" else f"{stage}{len(self.bank.log)}"
        for number, page in enumerate(pages):
            more = number < last
            cursor = f"{name}/{number + 1}" if more else end
            pages[number] = replace(page, next_cursor=cursor, has_more=more)
        return f"{name}/0"

    def _cut(self, login: Login, stage: str, cursor: str) -> list[SyncPage]:
        """Cut what is new since a cursor into pages: each list keeps its order, none is ordered to another."""
        added, modified, removed = self._news(login, stage, cursor)
        size = self._rng.choice([3, 20, 100, 500])
        number = max(1, *(-(-len(one) // size) for one in (added, modified, removed)))
        shift = self._rng.choice([0, 0, 1])
        pages = []
        for at in range(number + shift):
            mine = [version for version in added[at * size : (at + 1) * size] if version.readable]
            unread = [version for version in added[at * size : (at + 1) * size] if not version.readable]
            changed = modified[at * size : (at + 1) * size]
            behind = at - shift
            gone = removed[behind * size : (behind + 1) * size] if behind >= 0 else []
            pages.append(
                SyncPage(
                    accounts=tuple(self._snapshot(login, one) for one in range(len(self.bank.accounts))),
                    added=[self._row(login, version) for version in mine],
                    modified=[self._row(login, version) for version in changed if version.readable],
                    removed=gone,
                    problems=[
                        self._problem(login, version)
                        for version in (*unread, *(one for one in changed if not one.readable))
                    ],
                    next_cursor="",
                    has_more=False,
                    history=_STATUS[stage],
                )
            )
        return pages

    def _news(
        self, login: Login, stage: str, cursor: str
    ) -> tuple[list[Version], list[Version], list[ObservationKey]]:
        """What a loop tells: one word for each id, as Plaid collapses them, and now and then every word."""
        if stage == "N":
            return [], [], []
        bank = self.bank
        oldest = bank.today - (_INITIAL if stage == "I" else timedelta(days=login.window))
        if not cursor:
            return [row for row in bank.live.values() if row.bought >= oldest], [], []
        since = int(cursor[1:])
        before_log = {entry.serial for entry in bank.log[:since]}
        touched: dict[int, bool] = {}
        given: set[int] = set()
        for entry in bank.log[since:]:
            touched.setdefault(entry.serial, entry.serial in before_log)
            if entry.kind == "added":
                given.add(entry.serial)
        added = [row for row in bank.live.values() if row.serial in given]
        modified = [row for row in bank.live.values() if row.serial in touched and row.serial not in given]
        removed = [
            ObservationKey(login.account_id(bank.last[serial].account), login.row_id(serial))
            for serial in touched
            if serial not in bank.live and (touched[serial] or self._rng.random() < 0.3)
        ]
        if cursor.startswith("I") and stage == "C":
            told = {*(row.serial for row in added), *(row.serial for row in modified)}
            added += [row for row in bank.live.values() if row.serial not in told and row.bought >= oldest]
        return added, modified, removed

    def _row(self, login: Login, version: Version) -> Observation:
        link = None if version.link is None else login.row_id(version.link)
        return Observation(
            source_account_id=login.account_id(version.account),
            source_transaction_id=login.row_id(version.serial),
            state=TransactionState.PENDING if version.pending else TransactionState.POSTED,
            minor=version.minor,
            currency=self.bank.accounts[version.account].currency,
            transacted_on=version.bought,
            posted_on=version.posted,
            merchant=version.merchant,
            original_description=version.text,
            pending_id=link,
            provider_category=version.category,
            category_confidence="HIGH",
            payload=b"\x00{}",
        )

    def _problem(self, login: Login, version: Version) -> RowProblem:
        error = PayloadError("The row makes no sense.")
        return RowProblem(login.row_id(version.serial), "sense", error, b"\x00{}")

    def _snapshot(self, login: Login, number: int) -> AccountSnapshot:
        account: Account = self.bank.accounts[number]
        return AccountSnapshot(
            source_account_id=login.account_id(number),
            name=account.name,
            official_name=None,
            mask=account.mask,
            type=account.type,
            subtype=account.subtype,
            currency=account.currency,
            balance=Balance(self.bank.balance(number), None, None),
            persistent_id=f"persistent-{number}" if account.persists else None,
        )
