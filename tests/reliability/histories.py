"""Many seeded histories, each compared with the bank's truth after every sync: `make histories FIRST=1 COUNT=500`."""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.reliability.life import Life, Outcome
from tests.reliability.wire_life import WireLife

OVER_HTTP = 25
"""Every so many seeds, one goes through real HTTP and the real provider."""
MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, where there is one


def run(seed: int) -> Outcome:
    """Live one history in a folder of its own."""
    room = MEMORY if os.access(MEMORY, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix=f"history-{seed}-", dir=room))
    try:
        return asyncio.run(_live(seed, folder))
    finally:
        shutil.rmtree(folder)


async def _live(seed: int, folder: Path) -> Outcome:
    life = Life(seed, folder) if seed % OVER_HTTP else WireLife(seed, folder)
    with watching(life.fail):
        return await life.live()


@contextmanager
def watching(fail: Callable[[str], None]) -> Iterator[None]:
    """Have a function told of each log record of WARNING or above: nothing that is planned here leaves one."""

    class Watch(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.args and "Killed" in record.args:
                return  # the last words of a program that dies as planned
            cause = record.exc_info[1] if record.exc_info else None
            fail(f"{record.name}: {record.getMessage()} {cause!r}")

    watch = Watch(logging.WARNING)
    logging.getLogger().addHandler(watch)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(watch)


def run_all(seeds: Iterable[int], processes: int) -> Iterable[Outcome]:
    """Live several, as they come."""
    if processes == 1:
        yield from map(run, seeds)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(run, seeds)


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print one closing line; 1 where a history fell short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    outcomes = []
    for outcome in run_all(range(options.first, options.first + options.count), options.processes):
        outcomes.append(outcome)
        if outcome.failures:
            say(f"seed {outcome.seed}: {outcome.failures[0]}")
            say(f"    replay: make histories FIRST={outcome.seed} COUNT=1")
    failed = sum(bool(outcome.failures) for outcome in outcomes)
    seconds = time.monotonic() - begun
    say(_closing_line(outcomes, failed, seconds))
    return 1 if failed else 0


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _closing_line(outcomes: list[Outcome], failed: int, seconds: float) -> str:
    def total(name: str) -> int:
        return sum(getattr(outcome, name) for outcome in outcomes)

    return (
        f"histories: {len(outcomes) - failed} of {len(outcomes)} right; {total('rows')} rows, "
        f"{total('syncs')} syncs ({total('failed')} failed, {total('crashes')} crashes, {total('relinks')} relinks), "
        f"{total('edits')} edits ({total('offered')} kept beside a suggestion), {total('undone')} undone, "
        f"{total('proved')} accounts proved, {total('drifts')} planted drifts found; {seconds:.0f} s"
    )


if __name__ == "__main__":
    sys.exit(main())
