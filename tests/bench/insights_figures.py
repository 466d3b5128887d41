"""What was measured of the Insights page (insights.py), as figures with their targets. Imports no Qt."""

import math
from statistics import median
from typing import Final

from tests.bench.child import Told
from tests.bench.report import Figure

ROUNDS: Final = 15


def judge(found: Told) -> list[Figure]:
    """Turn measurements into figures with their targets."""
    figures = [Figure("Insights, first look", 1000 * found["first"], "ms")]
    for name, words, asked in (("year", "12 months", 100), ("all", "all time", 150)):
        drawing = found["drawing"][name]
        figures += [
            Figure(f"Insights asked, {words}, median", 1000 * median(found["asking"][name]), "ms", asked),
            Figure(f"Insights drawn, {words}, median", 1000 * median(drawing), "ms", 200),
            Figure(
                f"Insights drawn, {words}, p95",
                1000 * sorted(drawing)[math.ceil(0.95 * len(drawing)) - 1],
                "ms",
            ),
        ]
    return [*figures, Figure("Insights, longest gap of the GUI thread", found["gaps"]["max"], "ms", 50)]
