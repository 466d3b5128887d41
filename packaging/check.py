"""Runs every check of `make check`, reports each with its time, and fails if any failed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
# The rules read files only: without Qt's plugin, and so without the project's own settings for it, they
# also run where the system libraries of a window are missing.
WITHOUT_QT = ["-p", "no:pytest-qt", "-c", os.devnull, "--rootdir", str(ROOT), "--import-mode=importlib"]
STEPS: tuple[tuple[str, list[str]], ...] = (
    ("ruff check", [str(BIN / "ruff"), "check", "."]),
    ("ruff format", [str(BIN / "ruff"), "format", "--check", "."]),
    ("mypy", [str(BIN / "mypy")]),
    ("lint-imports", [str(BIN / "lint-imports"), "--no-cache", "--no-logo"]),
    ("house rules", [sys.executable, "-m", "pytest", "-q", *WITHOUT_QT, "tests/unit/test_house_rules.py"]),
    ("translations", [sys.executable, "packaging/translations.py", "check"]),
    ("lock files", [sys.executable, "packaging/locks.py", "check"]),
)


def main() -> int:
    """Runs all steps, also after one has failed."""
    results: list[tuple[str, bool, float]] = []
    for name, command in STEPS:
        sys.stdout.write(f"-- {name}\n")
        sys.stdout.flush()
        begun = time.monotonic()
        passed = subprocess.run(command, cwd=ROOT, check=False).returncode == 0
        results.append((name, passed, time.monotonic() - begun))
    sys.stdout.write("\n")
    for name, passed, seconds in results:
        sys.stdout.write(f"{'ok    ' if passed else 'FAILED'}  {name:<14} {seconds:5.1f} s\n")
    failed = sum(1 for _, passed, _ in results if not passed)
    sys.stdout.write(f"{len(results) - failed} checks passed, {failed} failed\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
