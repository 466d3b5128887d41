"""Does the suite notice? `make sabotage`: each mistake of `sabotage_list` is made in a copy, and its tests must fail.

The tree itself is never touched. All of those tests pass on a copy without a mistake; a mistake whose place is no
longer there is an error, since nobody would know that it is not tried any more.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.reliability.histories import MEMORY, say
from tests.reliability.sabotage_kind import Sabotage
from tests.reliability.sabotage_list import SABOTAGES

ROOT = Path(__file__).parents[2]
FAILED = 1
"""What pytest ends with where tests ran and failed; anything else but 0 means that it could not try."""
_TIMEOUT = 600


def place_of(sabotage: Sabotage, root: Path = ROOT) -> str:
    """Tell why a mistake cannot be made; "" where it can."""
    path = root / sabotage.file
    found = path.read_text(encoding="utf-8").count(sabotage.old) if path.is_file() else 0
    if found != 1:
        return f"its place is {found} times in {sabotage.file}"
    missing = [test for test in sabotage.tests if not (root / test.partition("::")[0]).is_file()]
    return f"there is no {missing[0]}" if missing else ""


def copy_tree(target: Path) -> Path:
    """Copy what the tests need."""
    target.mkdir()
    for name in ("budgetsync", "tests", "resources", "packaging"):
        shutil.copytree(
            ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
        )
    for name in ("pyproject.toml", "README.md", "Makefile", "LICENSE"):
        shutil.copy(ROOT / name, target)
    return target


def run_tests(root: Path, tests: Sequence[str]) -> tuple[int, str]:
    """Run tests in a copy; returns pytest's exit code and what it said last."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--tb=no", *tests]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, timeout=_TIMEOUT, check=False
    )
    lines = (done.stdout + done.stderr).strip().splitlines()
    named = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    return done.returncode, (named or lines or ["nothing"])[-1][:160]


def commit(sabotage: Sabotage, root: Path) -> str:
    """Make a mistake in a copy and run its tests.

    Returns:
        "caught by" the first test that failed, or why it was not.
    """
    path = root / sabotage.file
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace(sabotage.old, sabotage.new), encoding="utf-8")
    try:
        code, last = run_tests(root, sabotage.tests)
    finally:
        path.write_text(good, encoding="utf-8")
    if code == FAILED:
        return f"caught by {last.removeprefix('FAILED ').partition(' - ')[0]}"
    return "MISSED" if code == 0 else f"could not be tried: {last}"


def chosen(words: Sequence[str]) -> list[Sabotage]:
    """Choose the mistakes whose name has one of some words in it; all of them without words."""
    return [one for one in SABOTAGES if not words or any(word in one.name for word in words)]


def try_all(wanted: Sequence[Sabotage], room: Path, processes: int) -> Iterator[tuple[Sabotage, str]]:
    """Try some, each process in a copy of its own, in their order."""
    copies = [copy_tree(room / str(number)) for number in range(processes)]

    def attempt(sabotage: Sabotage) -> str:
        root = copies.pop()
        try:
            return commit(sabotage, root)
        finally:
            copies.append(root)

    with ThreadPoolExecutor(processes) as pool:
        yield from zip(wanted, pool.map(attempt, wanted), strict=True)


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print one closing line; 1 where it falls short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", metavar="WORD", help="only mistakes with this word in their name")
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    options = parser.parse_args(arguments)
    begun, wanted = time.monotonic(), chosen(options.words)
    gone = [f"{one.name}: {place}" for one in wanted if (place := place_of(one))]
    for line in gone:
        say(f"cannot be made any more  {line}")
    if gone or not wanted:
        say(f"sabotage: {len(gone)} of {len(wanted)} mistakes cannot be made: nothing was tried")
        return 1
    room = Path(tempfile.mkdtemp(prefix="sabotage-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None))
    caught = 0
    try:
        control = copy_tree(room / "control")
        tests = list(dict.fromkeys(test for one in wanted for test in one.tests))
        code, last = run_tests(control, tests)
        say(f"{'passes' if code == 0 else 'FAILS '}  without a mistake: {last}")
        if code == 0:
            for sabotage, result in try_all(wanted, room, options.processes):
                caught += result.startswith("caught")
                say(f"{sabotage.name}: {result}")
    finally:
        shutil.rmtree(room)
    say(
        f"sabotage: {caught} of {len(wanted)} mistakes caught; the tests "
        f"{'pass' if code == 0 else 'FAIL'} without one; {time.monotonic() - begun:.0f} s"
    )
    return 0 if caught == len(wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
