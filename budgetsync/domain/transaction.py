"""Transactions and what sources said about them.

One row of the ledger is a Transaction: what happened, as the user sees it. An Observation is what one source
said about it. Duplicates, pending to posted, relink, removal and undo are all questions about which
observations hang on which row.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from budgetsync.domain.ids import AccountId, ObservationId, TransactionId
from budgetsync.domain.money import Money


class TransactionState(StrEnum):
    """Where a row or an observation stands."""

    PENDING = "PENDING"
    POSTED = "POSTED"
    REMOVED = "REMOVED"


class FieldSource(StrEnum):
    """Who chose the value of a field, strongest first."""

    USER = "USER"
    RULE = "RULE"
    TRANSFER = "TRANSFER"
    HISTORY = "HISTORY"
    PROVIDER = "PROVIDER"
    AI = "AI"


class ObservationKey(NamedTuple):
    """Identity of an observation within its source. Both ids are case-sensitive."""

    source_account_id: str
    source_transaction_id: str


class Observation(NamedTuple):
    """What a provider said about one transaction in one answer; a tuple, since a first sync makes 100,000.

    Attributes:
        minor: Minor units, negative = money leaves the account.
        transacted_on: The day of the purchase where the source knows it, else the day it gives.
        posted_on: The day it was booked; None while pending. Calendar dates, no zone.
        merchant: The provider's name for the other side.
        original_description: The bank's own text.
        pending_id: The source's id of the pending transaction that became this one.
        provider_category: The provider's code as it came; codes are open-ended.
        payload: The rows of one answer as they came, packed for storage and shared by their observations.
        place: Which of them this one is, from 0.
    """

    source_account_id: str
    source_transaction_id: str
    state: TransactionState
    minor: int
    currency: str
    transacted_on: date
    posted_on: date | None
    merchant: str
    original_description: str
    pending_id: str | None
    provider_category: str | None
    category_confidence: str | None
    payload: bytes
    place: int = 0

    def __repr__(self) -> str:
        """Show everything but what came: it is long, and nothing that a log should hold."""
        return f"Observation({', '.join(map(repr, self[:-2]))})"

    @property
    def key(self) -> ObservationKey:
        """Identity within the source."""
        return ObservationKey(self.source_account_id, self.source_transaction_id)


class StoredObservation(NamedTuple):
    """An observation as the ledger already holds it, with the row that it hangs on.

    Attributes:
        row_state: State of the row, which another observation may have decided.
    """

    id: ObservationId
    transaction_id: TransactionId
    source_account_id: str
    source_transaction_id: str
    state: TransactionState
    minor: int
    currency: str
    transacted_on: date
    posted_on: date | None
    merchant: str
    original_description: str
    pending_id: str | None
    provider_category: str | None
    category_confidence: str | None
    row_state: TransactionState

    @property
    def key(self) -> ObservationKey:
        """Identity within the source."""
        return ObservationKey(self.source_account_id, self.source_transaction_id)


class Split(NamedTuple):
    """A part of a row, in minor units of its currency; negative = money leaves the account."""

    minor: int
    category: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Transaction:
    """One row of the ledger.

    Attributes:
        amount: Negative = money leaves the account.
        payee: The user's own name for the other side; None = the merchant is shown.
        category: The category's name as the user knows it, or the provider's code in words.
        hidden: The user's wish to leave it out of sums by category.
        bank_removed: The bank took back what the user had edited: in sight, but out of all totals.
        bank_says: What the bank says now, in words, by the field where the user said otherwise before.
        transfer: The other half, where the row is half of a transfer between own accounts.
    """

    id: TransactionId
    account_id: AccountId
    account_name: str
    state: TransactionState
    amount: Money
    transacted_on: date
    posted_on: date | None
    merchant: str
    payee: str | None
    original_description: str
    category: str | None
    category_source: FieldSource | None
    note: str | None
    tags: tuple[str, ...] = ()
    splits: tuple[Split, ...] = ()
    hidden: bool = False
    reviewed: bool = False
    bank_removed: bool = False
    bank_says: Mapping[str, str] = field(default_factory=dict)
    transfer: TransactionId | None = None

    @property
    def shown_payee(self) -> str:
        """The name to show: the user's, else the provider's, else the bank's text."""
        return self.payee or self.merchant or self.original_description


EDITABLE_FIELDS = ("payee", "category", "note")
"""Fields that are typed into a cell as one text; domain/edits.py has all that a user can change."""
