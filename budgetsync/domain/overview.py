"""What the SyncMonitor shows: every connection with its accounts, its last run and what it is doing now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from budgetsync.domain.account import Account
from budgetsync.domain.balance import OWED_TYPES, Proof
from budgetsync.domain.errors import Trouble
from budgetsync.domain.freshness import Rhythm, Staleness, UpToDate, count_up_to_date, judge, silent_since
from budgetsync.domain.ids import AccountId
from budgetsync.domain.item import Item
from budgetsync.domain.money import Money
from budgetsync.domain.realtime import ConnectionWebhooks
from budgetsync.domain.request import WaitsFor
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.sync import Counts, Progress, SyncRun
from budgetsync.domain.timetable import Planned

_NO_COUNTS = Counts()


@dataclass(frozen=True, slots=True)
class AccountFigures:
    """What is known of an account beside what the bank says of it.

    Attributes:
        today: What the runs of this calendar day changed.
        proof: The newest proof of its balance; None before the first.
        proved_at: When that was made. Aware UTC.
        held: Removals that wait for a decision.
    """

    today: Counts = _NO_COUNTS
    proof: Proof | None = None
    proved_at: datetime | None = None
    held: int = 0


NO_FIGURES = AccountFigures()


@dataclass(frozen=True, slots=True)
class NextSync:
    """When a connection is synced next, and what it waits for.

    Attributes:
        planned: What the scheduler planned; None where no scheduler has seen the connection.
        pause: What pauses it now.
        retry_at: When its open request is carried out, where that is not at once. Aware UTC.
        waits_for: Why it is not carried out at once.
    """

    planned: Planned | None = None
    pause: Pause | None = None
    retry_at: datetime | None = None
    waits_for: WaitsFor | None = None


_NOT_PLANNED = NextSync()


@dataclass(frozen=True, slots=True)
class ItemOverview:
    """One connection.

    Attributes:
        accounts: In the order of their first appearance; their counts are those of the last run.
        last_run: The newest run, whatever became of it; None before the first.
        progress: None unless a sync is queued or running now.
        rhythms: How often each of its accounts has posted rows.
        interval: How often it is synced by the clock.
        figures: What is known of each account beside what the bank says.
        today: What the runs of this calendar day changed, all accounts together.
        webhooks: Whether its news come by themselves; None where that is not known yet.
    """

    item: Item
    accounts: tuple[Account, ...]
    last_run: SyncRun | None
    progress: Progress | None
    rhythms: tuple[Rhythm, ...] = ()
    interval: timedelta = timedelta(0)
    figures: Mapping[AccountId, AccountFigures] = field(default_factory=dict)
    today: Counts = _NO_COUNTS
    next_sync: NextSync = _NOT_PLANNED
    webhooks: ConnectionWebhooks | None = None

    def staleness(self, now: datetime) -> Staleness:
        """Tell how fresh it is, also when every call succeeds."""
        return judge(self.item, self.rhythms, now, interval=self.interval)

    def figures_of(self, account_id: AccountId) -> AccountFigures:
        """Tell what is known of an account."""
        return self.figures.get(account_id, NO_FIGURES)

    def silent_accounts(self, now: datetime) -> dict[AccountId, date]:
        """Find the accounts that have been silent for far too long, each with the day of its last row."""
        found = {rhythm.account_id: silent_since(rhythm, now) for rhythm in self.rhythms}
        own = {account.id for account in self.accounts}
        return {account: day for account, day in found.items() if day is not None and account in own}


@dataclass(frozen=True, slots=True)
class QueueGlance:
    """The queue in one line.

    Attributes:
        waiting: Open requests whose turn has not come.
        running: Those that are carried out now.
        oldest_at: When the oldest of the waiting was made. Aware UTC.
        next_retry_at: When the first of those is tried again that wait for something. Aware UTC.
        kept_aside: Open dead letters.
    """

    waiting: int = 0
    running: int = 0
    oldest_at: datetime | None = None
    next_retry_at: datetime | None = None
    kept_aside: int = 0


_EMPTY_QUEUE = QueueGlance()


@dataclass(frozen=True, slots=True)
class Hour:
    """The syncs that began within one hour.

    Attributes:
        begins_at: Aware UTC.
        rows: Rows that they added, modified and removed.
    """

    begins_at: datetime
    succeeded: int = 0
    failed: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Total:
    """What all accounts of one currency hold and owe together; two currencies are never added.

    Attributes:
        held: Of accounts that hold money, overdrawn ones included.
        owed: Of cards and loans, positive; negative where they are in the user's favour.
        accounts: How many are in it.
    """

    currency: str
    held: Money
    owed: Money
    accounts: int

    @property
    def net(self) -> Money:
        """What is left when what is owed is paid."""
        return self.held + -self.owed


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything at a glance.

    Attributes:
        items: Every connection, in the order in which they were connected.
        troubles: Of the ledger itself: where its folder lies, what a check found, a backup that failed.
        hours: The last 24 hours, oldest first.
        day: The calendar day that "today" is; None where nothing was counted.
    """

    items: tuple[ItemOverview, ...]
    troubles: tuple[Trouble, ...] = ()
    queue: QueueGlance = _EMPTY_QUEUE
    hours: tuple[Hour, ...] = ()
    day: date | None = None

    @property
    def live(self) -> tuple[ItemOverview, ...]:
        """The connections that are synced: no removed ones, whose history stays, and nothing that comes by hand."""
        return tuple(one for one in self.items if one.item.removed_at is None and one.item.is_synced)

    def up_to_date(self, now: datetime) -> UpToDate:
        """Count the connections that are up to date; those that the user removed are none any more."""
        return count_up_to_date((one.item, one.staleness(now)) for one in self.live)

    @property
    def totals(self) -> tuple[Total, ...]:
        """Sums of all accounts but those of removed connections, by currency, the one with the most accounts first."""
        kept = (one for one in self.items if one.item.removed_at is None)
        return add_up(account for one in kept for account in one.accounts)


def add_up(accounts: Iterable[Account]) -> tuple[Total, ...]:
    """Add balances up, each currency by itself; accounts whose balance is not known are in none."""
    by_currency: dict[str, list[Account]] = {}
    for account in accounts:
        if account.current is not None:
            by_currency.setdefault(account.current.currency, []).append(account)
    totals = [_total(currency, known) for currency, known in by_currency.items()]
    return tuple(sorted(totals, key=lambda total: (-total.accounts, total.currency)))


def _total(currency: str, accounts: list[Account]) -> Total:
    def sum_of(*, owed: bool) -> Money:
        minor = sum(
            one.current.minor
            for one in accounts
            if one.current is not None and (one.type in OWED_TYPES) is owed
        )
        return Money(minor, currency)

    return Total(currency, sum_of(owed=False), sum_of(owed=True), len(accounts))
