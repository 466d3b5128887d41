"""Asking the bank itself for news, through its provider: what it costs, how often it may be, what came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from budgetsync.domain.ids import ItemId
from budgetsync.domain.sync import Counts

COST = "Asking the bank itself may be charged by your Plaid plan, for each time. Sync now is not."
"""What a person is told before."""
FOLLOW_UP = timedelta(seconds=45)
"""How long the bank is given before what it said is fetched, where no webhook comes."""
BETWEEN = timedelta(minutes=1)
"""Plaid takes two a minute for a connection; 80 % of that, in whole ones, is one."""


class RefreshState(StrEnum):
    """What came of asking the bank."""

    ASKED = "ASKED"
    NEWS = "NEWS"
    NOTHING = "NOTHING"
    UNKNOWN = "UNKNOWN"
    """The sync after it failed: whether the bank had news will be seen by the next one."""


@dataclass(frozen=True, slots=True)
class BankRefresh:
    """One time that the bank was asked. Instants are aware UTC.

    Attributes:
        follow_up_at: When what it said is fetched.
        counts: What came since it was asked.
        as_of: When the provider last had news from the bank, by now.
    """

    id: int
    item_id: ItemId
    asked_at: datetime
    follow_up_at: datetime
    state: RefreshState
    counts: Counts
    as_of: datetime | None
