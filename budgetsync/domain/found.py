"""What a search found."""

from dataclasses import dataclass

from budgetsync.domain.money import Money
from budgetsync.domain.place import Place
from budgetsync.domain.query import Query
from budgetsync.domain.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Found:
    """A page of what a search found.

    Attributes:
        query: What was understood; its hints tell what was not.
        rows: Newest first.
        last: Where the next page goes on; None = this was the last.
    """

    query: Query
    rows: tuple[Transaction, ...]
    last: Place | None


@dataclass(frozen=True, slots=True)
class Total:
    """What rows add up to.

    Attributes:
        rows: How many count; those that the bank took back do not.
        sums: By currency, never added across; the one of most rows first.
    """

    rows: int = 0
    sums: tuple[Money, ...] = ()
