"""The figures of a run, their targets and the machine they were taken on; as a table and as JSON."""

import os
import platform
import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.bench.child import ROOT


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes:
        target: The most that is allowed, or for `at_least` the least; None for a figure that is only told.
    """

    name: str
    value: float
    unit: str
    target: float | None = None
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the target, if there is one, is met."""
        if self.target is None:
            return True
        return self.value >= self.target if self.at_least else self.value <= self.target

    def cells(self) -> tuple[str, str, str]:
        """Spell value, target and verdict."""
        value = f"{self.value:,.{_digits(self.value, self.unit)}f} {self.unit}".rstrip()
        if self.target is None:
            return value, "", ""
        sign = ">=" if self.at_least else "<="
        return value, f"{sign} {self.target:,g}", "ok" if self.met else "MISSED"


def _digits(value: float, unit: str) -> int:
    if unit in {"rows", "requests", "rows/s", "ledgers"}:
        return 0
    return 2 if abs(value) < 100 else 0


def table(figures: list[Figure]) -> str:
    """Write the figures as lines of equal columns."""
    rows = [("figure", "value", "target", "verdict"), *((f.name, *f.cells()) for f in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        f"{name:<{widths[0]}}  {value:>{widths[1]}}  {target:>{widths[2]}}  {verdict}".rstrip()
        for name, value, target, verdict in rows
    ]
    return "\n".join([lines[0], "-" * (sum(widths) + 6), *lines[1:]])


def machine() -> dict[str, Any]:
    """Name what the figures were taken on."""
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "load_before": round(os.getloadavg()[0], 2),
    }


def describe(found: dict[str, Any]) -> str:
    """Say the machine in two lines."""
    return (
        f"{found['cpu']}, {found['cores']} cores, {found['memory_gb']} GB; {found['system']}\n"
        f"Python {found['python']}, SQLite {found['sqlite']}; load average before: {found['load_before']}"
    )


def as_json(figures: list[Figure], found: dict[str, Any], details: dict[str, Any]) -> dict[str, Any]:
    """Gather everything that is saved."""
    return {
        "machine": found,
        "figures": [{**asdict(figure), "met": figure.met} for figure in figures],
        "details": details,
    }


def shown(path: Path) -> str:
    """Name a file as the reader of the checkout sees it."""
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
