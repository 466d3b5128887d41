"""Two lists of days brought side by side, each in its order, at the least distance in all: rows of equal amounts."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

_SKIP = 1_000
"""What it costs to leave a row alone: more than any distance."""
_LEAVE_KNOWN, _LEAVE_FRESH, _PAIR = 1, 2, 3


class Pair(NamedTuple):
    """Two rows side by side, by their places in the lists."""

    known: int
    fresh: int


def align(
    known: Sequence[int],
    fresh: Sequence[int],
    cost: Callable[[int, int], int | None],
    near: Sequence[tuple[int, int]],
) -> list[Pair]:
    """Pair two lists in their order so that as many as possible are paired, at the least cost.

    Args:
        known, fresh: Places, sorted by day.
        cost: Of pairing two places, below `_SKIP`; None where they cannot be one.
        near: For each known place the span of the fresh list, from and up to, outside of which none can be it; the
            spans move on only. Work grows with what is in them.

    Returns:
        The pairs in order. Among several ways of equal cost, the earlier of the list stand together.
    """
    before, ways = _Costs(0, [0]), []
    for one, (begin, end) in zip(known, near, strict=True):
        way = bytearray(end - begin)
        now = [before.at(begin) + _SKIP]  # at `begin` columns, this row is left alone
        for column in range(begin, end):
            best, choice = before.at(column + 1) + _SKIP, _LEAVE_KNOWN
            if now[-1] + _SKIP < best:
                best, choice = now[-1] + _SKIP, _LEAVE_FRESH
            price = cost(one, fresh[column])
            if price is not None and before.at(column) + price <= best:
                best, choice = before.at(column) + price, _PAIR
            now.append(best)
            way[column - begin] = choice
        ways.append((begin, way))
        before = _Costs(begin, now)
    return _walk_back(known, fresh, ways)


def walk(
    known: Sequence[int],
    fresh: Sequence[int],
    cost: Callable[[int, int], int | None],
    is_earlier: Callable[[int, int], bool],
) -> list[Pair]:
    """Pair two lists in their order in one walk, each with the next that it can be: for lists too long to weigh."""
    row = column = 0
    pairs: list[Pair] = []
    while row < len(known) and column < len(fresh):
        if cost(known[row], fresh[column]) is not None:
            pairs.append(Pair(known[row], fresh[column]))
            row, column = row + 1, column + 1
        elif is_earlier(known[row], fresh[column]):
            row += 1
        else:
            column += 1
    return pairs


class _Costs(NamedTuple):
    """The least cost of a number of known rows with each number of fresh ones, from `begin` on."""

    begin: int
    costs: list[int]

    def at(self, column: int) -> int:
        place = column - self.begin
        last = len(self.costs) - 1
        # Before the span nothing is asked; behind it, every further fresh row is left alone.
        return self.costs[place] if place <= last else self.costs[last] + _SKIP * (place - last)


def _walk_back(known: Sequence[int], fresh: Sequence[int], ways: list[tuple[int, bytearray]]) -> list[Pair]:
    row, column = len(known), len(fresh)
    pairs: list[Pair] = []
    while row and column:
        begin, way = ways[row - 1]
        if column > begin + len(way):
            column -= 1
            continue
        choice = way[column - 1 - begin] if column > begin else _LEAVE_KNOWN
        if choice == _PAIR:
            pairs.append(Pair(known[row - 1], fresh[column - 1]))
        row -= choice != _LEAVE_FRESH
        column -= choice != _LEAVE_KNOWN
    return pairs[::-1]


def cut(places: Sequence[int], day_of: Callable[[int], int], gap: int) -> list[list[int]]:
    """Cut places that are sorted by day wherever more than `gap` days lie between two."""
    if not places:
        return []
    pieces = [[places[0]]]
    for one, other in pairwise(places):
        if day_of(other) - day_of(one) > gap:
            pieces.append([])
        pieces[-1].append(other)
    return pieces
