"""Fewer points than there are, of which a line is drawn that looks the same. Pure."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T", bound=tuple[object, int])


def thin(points: Sequence[T], buckets: int) -> Sequence[T]:
    """Keep the first, the lowest, the highest and the last point of each of so many equal stretches.

    Args:
        points: In order; the second part of each is its height.
        buckets: Of about so many pixels a line is made.
    """
    count = len(points)
    if count <= 4 * buckets:
        return points
    kept: list[T] = []
    for at in range(buckets):
        stretch = points[at * count // buckets : (at + 1) * count // buckets]
        heights = [point[1] for point in stretch]
        last = len(stretch) - 1
        places = {0, heights.index(min(heights)), heights.index(max(heights)), last}
        kept += [stretch[place] for place in sorted(places)]
    return kept
