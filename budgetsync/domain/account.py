"""Accounts: what a provider says of one, and what the ledger keeps."""

from dataclasses import dataclass
from datetime import datetime

from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.money import Money


@dataclass(frozen=True, slots=True)
class Balance:
    """What the bank says an account holds, in minor units of the account's currency.

    Attributes:
        current: Booked balance. For credit cards and loans it is what is owed, positive (as Plaid tells it).
        available: What can be spent, where the bank tells it.
        limit: Credit limit or overdraft, where the bank tells it.
        as_of: When the bank itself last updated it; None where it does not say. Aware UTC.
    """

    current: int | None
    available: int | None
    limit: int | None
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class AccountSnapshot:
    """One account as a provider described it in one answer.

    Attributes:
        source_account_id: The provider's id; a relink changes it.
        persistent_id: An id that survives a relink, at the few institutions that give one.
        mask: Last two to four characters of the account's number.
        type: depository, credit, loan, investment or other, as the provider says.
        currency: ISO 4217, or None where the provider's code is not known.
    """

    source_account_id: str
    name: str
    official_name: str | None
    mask: str | None
    type: str
    subtype: str | None
    currency: str | None
    balance: Balance
    persistent_id: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the ledger with the newest that is known about it.

    Attributes:
        current: The bank's booked balance; for credit and loan accounts what is owed, positive.
        balance_as_of: When the balance was true at the bank, or was read where the bank does not say.
        transactions: Number of rows that count (pending and posted, not removed).
    """

    id: AccountId
    item_id: ItemId
    name: str
    official_name: str | None
    mask: str | None
    type: str
    subtype: str | None
    currency: str | None
    current: Money | None
    available: Money | None
    limit: Money | None
    balance_as_of: datetime | None
    transactions: int
    added: int = 0
    modified: int = 0
    removed: int = 0
