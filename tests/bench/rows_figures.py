"""What was measured of the Transactions page (rows.py), as figures with their targets. Imports no Qt."""

import math
from statistics import median
from typing import Final

from tests.bench.child import Told
from tests.bench.report import Figure

FRAMES: Final = 400


def judge(found: Told) -> list[Figure]:
    """Turn measurements into figures with their targets."""
    frames = sorted(found["frames"])
    before, after = found["memory"]
    return [
        Figure("Transactions, rows listed", found["rows"], "rows"),
        Figure("Transactions, first rows painted", 1000 * found["first"], "ms"),
        Figure("Transactions, all rows listed", 1000 * found["whole"], "ms"),
        Figure("frame at a random position, p50", 1000 * median(frames), "ms"),
        Figure("frame at a random position, p99", 1000 * frames[math.ceil(0.99 * len(frames)) - 1], "ms", 16),
        Figure("memory that scrolling goes on taking", after - before, "MB", 16),
        Figure("search to first rows painted, median", 1000 * median(found["search"].values()), "ms"),
        Figure("search to first rows painted, worst", 1000 * max(found["search"].values()), "ms"),
        *(
            Figure(f"sorted by {name}", found["sorting"][name], "s", 1.5)
            for name in ("amount", "payee", "oldest")
        ),
        Figure("Transactions, longest gap of the GUI thread", found["gaps"]["max"], "ms", 50),
    ]
