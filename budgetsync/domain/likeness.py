"""How like two rows are: what agrees and what differs, for whoever decides whether they are one. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import Transaction, TransactionState

NEAR_DAYS = 5
"""Days between two bookings of one purchase, or two halves of one transfer."""
_TIP = 25  # percent that a tip or a deposit changes an amount by
_WORD = re.compile(r"[^\W\d_]{3,}")


class Aspect(StrEnum):
    """What is compared."""

    AMOUNT = "amount"
    DAY = "day"
    NAME = "name"
    ACCOUNT = "account"
    STATE = "state"
    CATEGORY = "category"
    NOTE = "note"


class Agreement(StrEnum):
    """How it compares."""

    SAME = "same"
    NEAR = "near"
    """Not the same, but as it would be of one thing."""
    OTHER = "other"


class Trait(NamedTuple):
    """One aspect of two rows."""

    aspect: Aspect
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two rows beside each other.

    Attributes:
        apart: What the second amount is more than the first, by size; None across currencies.
        days: Days from the first to the second.
    """

    traits: tuple[Trait, ...]
    apart: Money | None
    days: int

    def of(self, aspect: Aspect) -> Agreement:
        """Tell how an aspect compares; what is not compared differs."""
        return next((one.agreement for one in self.traits if one.aspect is aspect), Agreement.OTHER)


def compare(first: Transaction, second: Transaction, *, as_transfer: bool = False) -> Likeness:
    """Compare two rows.

    Args:
        as_transfer: Whether they may be the two halves of a transfer: then amounts of opposite sign agree, and so
            do two different accounts.
    """
    days = (second.transacted_on - first.transacted_on).days
    same_currency = first.amount.currency == second.amount.currency
    apart = (
        Money(abs(second.amount.minor) - abs(first.amount.minor), first.amount.currency)
        if same_currency
        else None
    )
    same_account = first.account_id == second.account_id
    traits = [
        Trait(Aspect.AMOUNT, _amounts(first.amount, second.amount, opposite=as_transfer)),
        Trait(Aspect.DAY, _days(days)),
        Trait(Aspect.NAME, _names(first, second)),
        Trait(Aspect.ACCOUNT, _same(same_account is not as_transfer)),
        Trait(Aspect.STATE, _states(first.state, second.state)),
    ]
    if not as_transfer:
        traits += [
            Trait(Aspect.CATEGORY, _same(first.category == second.category)),
            Trait(Aspect.NOTE, _same(first.note == second.note)),
        ]
    return Likeness(tuple(traits), apart, days)


class Sketch(NamedTuple):
    """As much of a row as it takes to see whether it may be the same as another one."""

    id: TransactionId
    minor: int
    day: date


def likeliest(row: Sketch, others: Iterable[Sketch], limit: int) -> list[TransactionId]:
    """Choose the rows of an account that may be the same purchase as one of them, the likeliest first.

    The exact amount goes before a near one, the nearest day before others; money has to go the same way.
    """
    ranked = sorted(
        (
            other.minor != row.minor,
            abs((other.day - row.day).days),
            abs(other.minor - row.minor),
            other.id,
        )
        for other in others
        if other.id != row.id
        and (other.minor < 0) is (row.minor < 0)
        and abs(other.minor - row.minor) * 100 <= _TIP * abs(row.minor)
    )
    return [number for *_, number in ranked[:limit]]


def _amounts(first: Money, second: Money, *, opposite: bool) -> Agreement:
    other = -second.minor if opposite else second.minor
    if first.currency != second.currency:
        return Agreement.NEAR if opposite and (first.minor < 0) is (other < 0) else Agreement.OTHER
    if first.minor == other:
        return Agreement.SAME
    is_near = (first.minor < 0) is (other < 0) and abs(first.minor - other) * 100 <= _TIP * abs(first.minor)
    return Agreement.NEAR if is_near else Agreement.OTHER


def _days(days: int) -> Agreement:
    if not days:
        return Agreement.SAME
    return Agreement.NEAR if abs(days) <= NEAR_DAYS else Agreement.OTHER


def _names(first: Transaction, second: Transaction) -> Agreement:
    if first.shown_payee.casefold() == second.shown_payee.casefold():
        return Agreement.SAME
    return Agreement.NEAR if _words(first) & _words(second) else Agreement.OTHER


def _words(row: Transaction) -> set[str]:
    texts = (row.payee or "", row.merchant, row.original_description)
    return {word.casefold() for text in texts for word in _WORD.findall(text)}


def _states(first: TransactionState, second: TransactionState) -> Agreement:
    if first is second:
        return Agreement.SAME
    # A pending row, or one that vanished, and a booked one: the usual way of one purchase.
    return Agreement.NEAR if TransactionState.POSTED in {first, second} else Agreement.OTHER


def _same(same: bool) -> Agreement:  # noqa: FBT001
    return Agreement.SAME if same else Agreement.OTHER
