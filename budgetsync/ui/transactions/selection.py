"""What is selected on the Transactions page, as one value for everything that looks at it."""

from dataclasses import dataclass

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import Transaction

LISTED = 5_000
"""Up to so many selected rows are named one by one; of more, only their stretches are known at once."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows that are selected, and the one that the keyboard is on.

    Attributes:
        count: How many are selected.
        ids: All of them, newest first, where they are LISTED or fewer; else none.
        ranges: Stretches of the list, first and last row, both included; only where `ids` names none.
        current: The row that the keyboard is on, if it is selected and loaded; edits that are not saved yet are in it.
    """

    count: int = 0
    ids: tuple[TransactionId, ...] = ()
    ranges: tuple[tuple[int, int], ...] = ()
    current: Transaction | None = None


NOTHING = Selection()
