"""What was measured of the Activity page (activity.py), as figures with their targets. Imports no Qt."""

from statistics import median
from typing import Final

from tests.bench.child import Told
from tests.bench.report import Figure

ROUNDS: Final = 5
_WORDS: Final = (
    ("all", "Changes, the newest", 100),
    ("words", "Changes, by words", 200),
    ("rare", "Changes, a field that is rare, the whole history", 2_000),
    ("runs", "Syncs, the newest", 100),
    ("back", "Activity, a page further back", 50),
)


def judge(found: Told) -> list[Figure]:
    """Turn measurements into figures with their targets."""
    figures = [
        Figure(f"{words}, median", 1000 * median(found["found"][name]), "ms", target)
        for name, words, target in _WORDS
    ]
    return [*figures, Figure("Activity, longest gap of the GUI thread", found["gaps"]["max"], "ms", 50)]
