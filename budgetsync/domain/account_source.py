"""Who tells of an account: Plaid since May, statements before, SimpleFIN beside it."""

from dataclasses import dataclass
from datetime import date

from budgetsync.domain.ids import AccountId, ItemId, SourceAccountId


@dataclass(frozen=True, slots=True)
class AccountSource:
    """One of the sources that feed an account.

    Attributes:
        source: What kind it is: plaid, simplefin, ofx, csv ...
        institution: The name of the connection.
        rank: Who is in charge: of several that told a row, the highest one says what it says.
        rows: Rows of the account that it tells of.
        first_day, last_day: The days of these; None where there are none.
        is_live: Whether more comes by itself: a connection that syncs, and was not replaced.
    """

    id: SourceAccountId
    account_id: AccountId
    item_id: ItemId
    source: str
    institution: str
    rank: int
    rows: int
    first_day: date | None
    last_day: date | None
    is_live: bool


@dataclass(frozen=True, slots=True)
class AlikeAccounts:
    """Two accounts that seem to be one at the bank, which only a person can say.

    Attributes:
        kept: The one that stays when they are linked: the one whose source is in charge, else the older one.
        share: How many of the other's rows, on days that both tell of, the first has too; None where such days are few.
        same_number: Whether their numbers end alike.
    """

    kept: AccountId
    other: AccountId
    share: float | None
    same_number: bool
