"""A list of rows at one moment: their places in the order wanted, pending ones apart; how one becomes another."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.place import row_at

_STRIDE = 4_096  # places that are compared at once
_EXACT = 4_000  # a stretch of so many rows is compared row by row


class SortKey(StrEnum):
    """What a list can be sorted by. Rows that are alike in it stand newest first."""

    DATE = "date"
    AMOUNT = "amount"
    PAYEE = "payee"


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a list.

    Attributes:
        descending: Newest first, largest first, Z to A; else the other way round.
    """

    key: SortKey = SortKey.DATE
    descending: bool = True


NEWEST_FIRST = Order()


def _no_places() -> "array[int]":
    return array("q")


@dataclass(frozen=True, slots=True)
class Listed:
    """The places (`domain.place`) of all rows of a list, eight bytes a row. Never changed in place.

    Attributes:
        pending: Of rows that are pending; they stand apart, before the others. In lists that are sorted by
            something else than the day, a row's place is its id alone.
        others: Of all others.
        is_whole: False where only the first of `others` are known so far.
    """

    pending: "array[int]" = field(default_factory=_no_places)
    others: "array[int]" = field(default_factory=_no_places)
    is_whole: bool = True

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.pending) + len(self.others)

    def ids(self, first: int, count: int) -> list[TransactionId]:
        """Name rows by their numbers in the list; fewer at its end."""
        apart = len(self.pending)
        found = self.pending[first : first + count] if first < apart else array("q")
        begin, end = max(0, first - apart), max(0, first + count - apart)
        return [row_at(place) for place in (*found, *self.others[begin:end])]


class Splice(NamedTuple):
    """A stretch of a list that gives way to another one.

    Attributes:
        first: The row of the older list before which new rows come.
        removed: How many rows of the older list go from there on.
        begin: The first of the newer list's rows that come.
        inserted: How many of them come.
    """

    first: int
    removed: int
    begin: int
    inserted: int


def differences(old: "array[int]", new: "array[int]") -> tuple[Splice, ...]:
    """Tell which rows go and come, in the order of the list.

    Rows that stay are found one by one where no more than a few thousand differ, else that stretch goes as a whole.
    """
    first = _common(old, new)
    last = _common_end(old, new, min(len(old), len(new)) - first)
    old_end, new_end = len(old) - last, len(new) - last
    if first == old_end and first == new_end:
        return ()
    if max(old_end, new_end) - first > _EXACT:
        return (Splice(first, old_end - first, first, new_end - first),)
    places = {row_at(place): at for at, place in enumerate(new[first:new_end])}
    staying = longest_in_order([places.get(row_at(place), -1) for place in old[first:old_end]])
    stays = [(first + at, first + places[row_at(old[first + at])]) for at in sorted(staying)]
    return tuple(_between([*stays, (old_end, new_end)], first))


def _between(stays: list[tuple[int, int]], first: int) -> Iterator[Splice]:
    at_old = at_new = first
    for stays_old, stays_new in stays:
        if stays_old > at_old or stays_new > at_new:
            yield Splice(at_old, stays_old - at_old, at_new, stays_new - at_new)
        at_old, at_new = stays_old + 1, stays_new + 1


def _common(one: "array[int]", other: "array[int]") -> int:
    """Count the rows that two lists begin with."""
    at, end = 0, min(len(one), len(other))
    while at < end and one[at : at + _STRIDE] == other[at : at + _STRIDE]:
        at += _STRIDE
    at = min(at, end)
    while at < end and one[at] == other[at]:
        at += 1
    return at


def _common_end(one: "array[int]", other: "array[int]", most: int) -> int:
    """Count the rows that two lists end with, up to so many."""
    count, ends = 0, (len(one), len(other))
    while count < most and _piece(one, ends[0] - count) == _piece(other, ends[1] - count):
        count += _STRIDE
    count = min(count, most)
    while count < most and one[ends[0] - count - 1] == other[ends[1] - count - 1]:
        count += 1
    return count


def _piece(places: "array[int]", end: int) -> "array[int]":
    return places[max(0, end - _STRIDE) : max(0, end)]


def longest_in_order(places: Sequence[int]) -> set[int]:
    """Find the longest run of rows that are in the wanted order already, by their numbers; -1 marks a row that goes."""
    tails: list[int] = []
    tail_rows: list[int] = []
    before: dict[int, int] = {}
    for row, place in enumerate(places):
        if place < 0:
            continue
        at = bisect_left(tails, place)
        if at:
            before[row] = tail_rows[at - 1]
        if at == len(tails):
            tails.append(place)
            tail_rows.append(row)
        else:
            tails[at] = place
            tail_rows[at] = row
    kept: set[int] = set()
    row = tail_rows[-1] if tail_rows else -1
    while row >= 0:
        kept.add(row)
        row = before.get(row, -1)
    return kept
