"""What the ledger adds up to: balances over time, income and spending, categories, merchants, what comes again.

Amounts are minor units of one currency each and are never added across currencies. Days are calendar dates. Transfers
between own accounts and rows that the user hid are neither income nor spending; balances count every row.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from budgetsync.domain.ids import AccountId
from budgetsync.domain.money import Money


@dataclass(frozen=True, slots=True)
class Scope:
    """What insights are asked of.

    Attributes:
        first: Both ends are included.
        account_ids: Empty = all accounts.
    """

    first: date
    last: date
    account_ids: frozenset[AccountId] = frozenset()


class BalancePoint(NamedTuple):
    """A balance at the end of a day, in minor units."""

    day: date
    minor: int


@dataclass(frozen=True, slots=True)
class AccountBalances:
    """How an account's balance went.

    Attributes:
        points: Oldest first: the first day of the scope, or the day before the account's first row where that is
            later; each day on which it changed; the last day of the scope, or today. Empty where no balance is known.
            What is owed (credit cards, loans) is negative.
        proved: Whether the ledger's rows explain what the bank says today.
    """

    account_id: AccountId
    name: str
    bank: str
    currency: str
    points: tuple[BalancePoint, ...]
    proved: bool


@dataclass(frozen=True, slots=True)
class TotalBalances:
    """The sum of all accounts of one currency, day by day as `AccountBalances.points`.

    What an account held before its first row counts on the days before that too: a line that leaps would tell of
    money that came, where only a history began. Accounts of removed connections are in no total.

    Attributes:
        accounts: How many accounts are in it.
    """

    currency: str
    points: tuple[BalancePoint, ...]
    accounts: int


@dataclass(frozen=True, slots=True)
class MonthSums:
    """What came in and went out in a month.

    Attributes:
        month: Its first day.
        income: Not negative. No refunds: those make spending less.
        spending: Not positive.
        rows: How many transactions.
        query: The search that lists exactly these rows (`domain.query`).
    """

    month: date
    currency: str
    income: int
    spending: int
    rows: int
    query: str = ""


@dataclass(frozen=True, slots=True)
class NamedSum:
    """What one category or one merchant adds up to.

    Attributes:
        name: As it is shown; "" = none (no category).
        minor: Negative = money went out.
        before: The same for the stretch of equal length before the scope.
        rows: How many; of a category, a split one counts for each way in which a part of it has it.
        query: The search that lists exactly these rows (`domain.query`).
    """

    name: str
    currency: str
    minor: int
    before: int
    rows: int
    query: str


class Cadence(StrEnum):
    """How often something comes again."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class Recurring:
    """A payment, in or out, that comes again and again.

    Attributes:
        amount: What it is as a rule: the median of the last ones.
        varies: Whether amounts differ by more than a few percent.
        next_on: When it is expected next; before today where it is late.
        ended: Whether it has not come for so long that it is taken to be over.
        query: The search that lists its rows.
    """

    name: str
    account_id: AccountId
    account_name: str
    amount: Money
    varies: bool
    cadence: Cadence
    times: int
    last_on: date
    next_on: date
    ended: bool
    query: str


@dataclass(frozen=True, slots=True)
class Insights:
    """All that the Insights page shows, of one moment of the ledger.

    Attributes:
        currencies: Those that occur, the one with the most rows first.
        months: Oldest first, by currency; a month without rows is there with zeros.
        categories: Largest size first within each currency; spending and income of one category are one sum.
        merchants: As categories.
        recurring: By the next expected day; those that ended last.
    """

    scope: Scope
    currencies: tuple[str, ...]
    accounts: tuple[AccountBalances, ...]
    totals: tuple[TotalBalances, ...]
    months: tuple[MonthSums, ...]
    categories: tuple[NamedSum, ...]
    merchants: tuple[NamedSum, ...]
    recurring: tuple[Recurring, ...]
