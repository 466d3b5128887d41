"""Whether what is shown is still true: silence of a bank is told, also when every call succeeds.

"Contacted" is when the provider last answered us; "as of" is when it last had news from the bank. The second can
stand still while the first goes on, and rows can stay away while both go on. Pure; instants are aware UTC.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.item import Item, ItemStatus

SYNC_EXPECTED = timedelta(hours=26)
"""Every connection succeeds once a day at least, unless a longer interval was chosen for it."""
LATE = 1.25
"""So many intervals without a success are late, where an interval is longer than a day."""
BANK_EXPECTED = timedelta(hours=36)
"""A provider looks at a bank one to four times a day; a day and a half without is late."""
RHYTHM_FACTOR = 1.5
"""Of the longest gap, not of the median one: rows often come in pairs, such as a transfer and the interest."""
QUIET_AT_LEAST = timedelta(days=10)
"""No account is called silent sooner: holidays, and accounts that are used seldom."""
RHYTHM_NEEDS = 5
"""Days with posted rows from which a rhythm can be told."""


class Freshness(StrEnum):
    """How far what is shown can be relied on."""

    FRESH = "FRESH"
    NEVER = "NEVER"
    """Nothing was fetched yet."""
    NOT_SYNCED = "NOT_SYNCED"
    """We have not asked, or not got through, for longer than expected."""
    BANK_SILENT = "BANK_SILENT"
    """Calls succeed, and the provider has had no news from the bank for longer than expected."""
    ACCOUNT_SILENT = "ACCOUNT_SILENT"
    """Calls succeed, and an account has had no posted row for far longer than ever lately."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often an account has posted rows.

    Attributes:
        last_posted_on: Day of the newest posted row, by the bank's calendar; None where there is none.
        longest_gap: Days between two days with posted rows, at the most lately; None where too few are known.
    """

    account_id: AccountId
    account_name: str
    last_posted_on: date | None
    longest_gap: int | None


@dataclass(frozen=True, slots=True)
class Staleness:
    """How fresh a connection is, and since when it is not.

    Attributes:
        since: The last moment at which it was up to date; None when fresh or never fetched.
        account: The silent account's name, or "".
    """

    freshness: Freshness
    since: datetime | None = None
    account: str = ""

    @property
    def is_stale(self) -> bool:
        """Whether it is to be shown in amber although its calls succeed."""
        return self.freshness in {Freshness.BANK_SILENT, Freshness.ACCOUNT_SILENT, Freshness.NOT_SYNCED}


FRESH = Staleness(Freshness.FRESH)


def longest_gap(days: Sequence[date]) -> int | None:
    """Tell how many days lie between two days with posted rows at the most.

    Args:
        days: Ascending, each once.
    """
    if len(days) < RHYTHM_NEEDS:
        return None
    return max((later - earlier).days for earlier, later in pairwise(days))


def longest_silence(rhythm: Rhythm) -> timedelta | None:
    """Tell for how long an account may be without posted rows; None where no rhythm is known."""
    if rhythm.longest_gap is None:
        return None
    return max(QUIET_AT_LEAST, timedelta(days=RHYTHM_FACTOR * rhythm.longest_gap))


def silent_since(rhythm: Rhythm, now: datetime) -> date | None:
    """Tell the day of an account's last posted row, where it has been silent for far longer than ever lately.

    Days are the bank's own, without a zone: told a day late rather than a day early.
    """
    longest, last = longest_silence(rhythm), rhythm.last_posted_on
    silent = longest is not None and last is not None and now.date() - last > longest
    return last if silent else None


def judge(
    item: Item,
    rhythms: Iterable[Rhythm],
    now: datetime,
    *,
    interval: timedelta = timedelta(0),
) -> Staleness:
    """Tell how fresh a connection's rows are, by what is known most surely first.

    Args:
        rhythms: Of the connection's accounts.
        interval: How often it is synced by the clock.
    """
    if not item.is_synced:  # nobody can be asked for more than the user brought
        return FRESH
    if item.succeeded_at is None:
        return Staleness(Freshness.NEVER)
    if now - item.succeeded_at > max(SYNC_EXPECTED, interval * LATE):
        return Staleness(Freshness.NOT_SYNCED, item.succeeded_at)
    if item.as_of is not None and now - item.as_of > max(BANK_EXPECTED, interval * LATE):
        return Staleness(Freshness.BANK_SILENT, item.as_of)
    for rhythm in rhythms:
        if (last := silent_since(rhythm, now)) is not None:
            since = datetime.combine(last, datetime.min.time(), now.tzinfo)
            return Staleness(Freshness.ACCOUNT_SILENT, since, rhythm.account_name)
    return FRESH


def is_up_to_date(item: Item, staleness: Staleness) -> bool:
    """Tell whether a connection counts as up to date. A run under way takes nothing away from it."""
    well = item.status is ItemStatus.HEALTHY or (item.status is ItemStatus.SYNCING and item.trouble is None)
    return well and staleness.freshness is Freshness.FRESH


@dataclass(frozen=True, slots=True)
class UpToDate:
    """How many connections are up to date.

    Attributes:
        behind: Those that are not, in order.
    """

    fresh: int
    total: int
    behind: tuple[ItemId, ...]

    def __str__(self) -> str:
        """Say it in a sentence, without a full stop."""
        if not self.total:
            return "No bank is connected yet"
        if self.total == 1:
            return f"Your connection is {'' if self.fresh else 'not '}up to date"
        if self.fresh == self.total:
            return f"All {self.total} connections are up to date"
        are = "is" if self.fresh == 1 else "are"
        return f"{self.fresh or 'None'} of {self.total} connections {are} up to date"


def count_up_to_date(judged: Iterable[tuple[Item, Staleness]]) -> UpToDate:
    """Count the connections that are up to date."""
    known = list(judged)
    behind = tuple(item.id for item, staleness in known if not is_up_to_date(item, staleness))
    return UpToDate(len(known) - len(behind), len(known), behind)
