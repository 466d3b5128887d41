"""The figures of a long history against a short one: what `make bench` says beside the first sync."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.child import Told, ask
from tests.bench.report import Figure

SHORT: Final = 10_000
DAYS: Final = 3_650
"""Both histories go over as many days: the long one has more rows on each, too."""

_OPENINGS = 20
_DELTA_TURNS = 2


def run(rows: int, folder: Path, note: Callable[[str], None]) -> Told:
    """Make the ledgers and take the measurements, short and long in turns."""
    paths = {name: folder / name / "ledger.sqlite" for name in ("empty", "short", "long")}
    sizes = {"empty": 0, "short": SHORT, "long": rows}
    for name, path in paths.items():
        note(f"making a ledger of {sizes[name]:,} rows")
        ask("big_ledger", {"path": str(path), "rows": sizes[name], "days": DAYS})
    note("opening, in turns")
    openings: dict[str, list[float]] = {"empty": [], "long": []}
    for _ in range(_OPENINGS):
        for name, times in openings.items():
            times.append(ask("history", {"what": "open", "path": str(paths[name])})["seconds"])
    note("searching")
    searched = ask("history", {"what": "search", "path": str(paths["long"])})
    note("deltas, in turns")
    deltas: dict[str, list[float]] = {"short": [], "long": []}
    for _ in range(_DELTA_TURNS):
        for name, times in deltas.items():
            times.extend(ask("history", {"what": "delta", "path": str(paths[name])})["seconds"])
    return {"rows": rows, "open": openings, "delta": deltas, **searched}


def judge(found: Told) -> list[Figure]:
    """Turn measurements into figures with their targets."""
    opening = {name: 1000 * median(times) for name, times in found["open"].items()}
    delta = {name: 1000 * median(times) for name, times in found["delta"].items()}
    return [
        Figure("history", found["rows"], "rows"),
        Figure("open to first page, empty, median of 20", opening["empty"], "ms"),
        Figure("open to first page, whole history, median of 20", opening["long"], "ms"),
        Figure("open, whole history / empty", opening["long"] / opening["empty"], "x", 1.5),
        Figure("delta of 500 rows into 10,000", delta["short"], "ms"),
        Figure("delta of 500 rows into the whole history", delta["long"], "ms"),
        Figure("delta, whole history / 10,000", delta["long"] / delta["short"], "x", 1.5),
        Figure("search as you type, p50", 1000 * median(found["search"]), "ms"),
        Figure("search as you type, p95", 1000 * _rank(found["search"], 0.95), "ms", 50),
        Figure("search as you type, worst", 1000 * max(found["search"]), "ms"),
        Figure("search by a filter, p50", 1000 * median(found["filters"]), "ms"),
        Figure("search by a filter, worst", 1000 * max(found["filters"]), "ms", 150),
        Figure("count of a search, worst", 1000 * max(found["count"]), "ms"),
        Figure("list of all rows, made", 1000 * found["list"], "ms"),
        Figure("page at a random position, p50", 1000 * median(found["page"]), "ms"),
        Figure("page at a random position, p95", 1000 * _rank(found["page"], 0.95), "ms", 10),
    ]


def _rank(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
