"""What was selected before a list was shown anew, and is again."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from budgetsync.ui.transactions.columns import Column
from budgetsync.ui.transactions.model import TransactionsModel

_ONE_BY_ONE = 5_000
"""Up to so many selected rows are found again one by one; of more, their stretches are, by their ends."""
_Flag = QItemSelectionModel.SelectionFlag


def united(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Make stretches in order of such that overlap or touch."""
    made: list[tuple[int, int]] = []
    for first, last in ranges:
        if made and first <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(last, made[-1][1]))
        else:
            made.append((first, last))
    return made


@dataclass(frozen=True, slots=True)
class Kept:
    """The places of what was selected.

    Attributes:
        everything: Every row was, so every row is again.
        places: One by one, where they are not too many.
        ends: First and last of each stretch, where they are.
    """

    everything: bool
    places: tuple[int, ...] = ()
    ends: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, model: TransactionsModel, ranges: list[tuple[int, int]]) -> "Kept":
        """Note what is selected."""
        count = sum(last - first + 1 for first, last in ranges)
        if count and count == model.rowCount():
            return cls(everything=True)
        if count <= _ONE_BY_ONE:
            rows = (row for first, last in ranges for row in range(first, last + 1))
            places = tuple(place for row in rows if (place := model.place_at(row)) is not None)
            return cls(everything=False, places=places)
        ends = ((model.place_at(first), model.place_at(last)) for first, last in ranges)
        return cls(
            everything=False,
            ends=tuple((one, other) for one, other in ends if one is not None and other is not None),
        )

    def select(self, model: TransactionsModel, selection: QItemSelectionModel) -> None:
        """Select it again, as far as it is still listed."""
        if self.everything:
            ranges = [(0, model.rowCount() - 1)]
        elif self.places:
            rows = sorted(row for place in self.places if (row := model.row_of_place(place)) >= 0)
            ranges = united((row, row) for row in rows)
        else:
            ends = ((model.row_of_place(one), model.row_of_place(other)) for one, other in self.ends)
            ranges = [(first, last) for first, last in ends if 0 <= first <= last]
        made = QItemSelection()
        for first, last in ranges:
            made.select(model.index(first, 0), model.index(last, len(Column) - 1))
        if ranges:
            selection.select(made, _Flag.ClearAndSelect)
