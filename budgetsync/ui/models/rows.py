"""How a list becomes another one with the fewest changes, row by row."""

from collections.abc import Callable, Hashable, Sequence
from typing import Protocol, TypeVar

from budgetsync.domain.listed import longest_in_order

T = TypeVar("T")


class RowSink(Protocol[T]):
    """A list that is changed in place and tells its views of each change."""

    def row_values(self) -> Sequence[T]:
        """The rows as they are now."""
        ...

    def remove_rows(self, first: int, last: int) -> None:
        """Take rows out, both ends included."""
        ...

    def insert_rows(self, at: int, values: Sequence[T]) -> None:
        """Put rows in before a place."""
        ...

    def replace_row(self, at: int, value: T) -> None:
        """Put another value in the place of a row of the same id."""
        ...


def update_rows(sink: RowSink[T], wanted: Sequence[T], key: Callable[[T], Hashable]) -> None:
    """Make the rows of a sink what is wanted; a row that stays is never removed, so it keeps its selection.

    Rows whose order among the staying ones changed are taken out and put in anew, as few as possible.
    """
    places = {key(value): place for place, value in enumerate(wanted)}
    staying = longest_in_order([places.get(key(value), -1) for value in sink.row_values()])
    _remove(sink, staying)
    at = 0
    while at < len(wanted):
        current = sink.row_values()
        if at < len(current) and key(current[at]) == key(wanted[at]):
            if current[at] != wanted[at]:
                sink.replace_row(at, wanted[at])
            at += 1
            continue
        end = at + 1
        following = key(current[at]) if at < len(current) else None
        while end < len(wanted) and key(wanted[end]) != following:
            end += 1
        sink.insert_rows(at, wanted[at:end])
        at = end


def _remove(sink: RowSink[T], staying: set[int]) -> None:
    last = len(sink.row_values()) - 1
    while last >= 0:
        if last in staying:
            last -= 1
            continue
        first = last
        while first > 0 and first - 1 not in staying:
            first -= 1
        sink.remove_rows(first, last)
        last = first - 1
