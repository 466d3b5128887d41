"""What the user enters by hand: rows that no bank told of yet, and accounts that no bank keeps."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId
from budgetsync.domain.money import EXPONENTS, Money, MoneyError, minor_units

ACCOUNT_TYPES: Final = ("cash", "depository", "credit", "loan", "investment", "other")
"""What an account may be that is made by hand."""
OPENING: Final = "Opening balance"
"""What the row is called by which an account begins with money in it."""
_AMOUNT: Final = re.compile(r"([+\-\u2212]?)\s*([0-9]*)(?:[.,]([0-9]+))?")


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """A row that the user enters.

    Attributes:
        amount: Negative = money leaves the account.
        payee: The other side.
        category: Its name; None lets it be chosen as for other rows.
    """

    account_id: AccountId
    amount: Money
    on: date
    payee: str
    category: str | None = None
    note: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """An account that the user makes: its balance is its opening balance and all of its rows.

    Attributes:
        opening: What it holds at first, in minor units; negative = owed.
        opened_on: The day of that.
    """

    name: str
    currency: str
    opened_on: date
    type: str = "cash"
    opening: int = 0


def check_account(account: OwnAccount) -> None:
    """See that an account can be made.

    Raises:
        UsageError: It has no name, or a type or currency that there is not.
    """
    if not account.name.strip():
        message = "The account has no name."
        raise UsageError(message, action="Give it one, such as Wallet.")
    if account.type not in ACCOUNT_TYPES:
        message = f"There is no type of account {account.type!r}."
        raise UsageError(message, action=f"Choose one of {', '.join(ACCOUNT_TYPES)}.")
    if account.currency not in EXPONENTS:
        message = f"There is no currency {account.currency[:8]!r}."
        raise UsageError(message, action="Give its code of three letters, such as EUR.")


def check_entry(entry: OwnEntry) -> None:
    """See that a row can be entered.

    Raises:
        UsageError: It has no amount, or nobody on the other side.
    """
    if not entry.amount.minor:
        message = "The amount is nothing."
        raise UsageError(message, action="Give an amount; with a minus it leaves the account.")
    if not entry.payee.strip():
        message = "Nobody is named that it was with."
        raise UsageError(message, action="Give a payee, such as Bakery.")


def read_amount(text: str, currency: str) -> Money:
    """Read what somebody types as an amount: without a sign or with a minus it is spent, with a plus it comes in.

    A comma and a point both stand before decimals: nothing parts thousands, so that 1,000 is never taken for 1.

    Raises:
        UsageError: It is no amount of that currency.
    """
    typed = _AMOUNT.fullmatch(text.strip())
    decimals = (typed[3] or "") if typed else ""
    if typed and (typed[2] or decimals) and len(decimals) <= EXPONENTS.get(currency, 0):
        with suppress(MoneyError):
            minor = minor_units(Decimal(f"{typed[2] or 0}.{decimals or 0}"), currency)
            return Money(minor if typed[1] == "+" else -minor, currency)
    message = f"{text.strip()[:20]!r} is no amount in {currency}."
    raise UsageError(
        message, action="Write it such as 12.50, or +12.50 for what comes in, without thousands marks."
    )
