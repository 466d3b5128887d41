"""The program on virtual time against the demo bank's model, with everything that goes wrong: see `simulation`.

python -m tests.reliability.simulate --seeds 1..500
"""

from __future__ import annotations

import argparse
import logging
import os
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.reliability.simulation.faults import Kind
from tests.reliability.simulation.life import Outcome, simulate
from tests.reliability.simulation.loop import CREW

MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, where there is one
MOST_CPU = 0.5
"""Seconds of processor for each seed, on average."""
FEW = 100
"""With fewer seeds than that, not every kind need have been drawn."""
EXPECTED = re.compile(r"(rests for \d+ s|the queue rests|syncing by the clock): Store(Full|Busy)")


def run(seed: int) -> Outcome:
    """Live through one seed."""
    room = MEMORY if os.access(MEMORY, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix=f"simulation-{seed}-", dir=room))
    unexpected: list[str] = []
    try:
        with _watching(unexpected):
            outcome = simulate(seed, folder)
    finally:
        shutil.rmtree(folder)
    outcome.failures += unexpected
    return outcome


@contextmanager
def _watching(found: list[str]) -> Iterator[None]:
    """Collect log records of WARNING or above that nothing planned explains."""

    class Watch(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            crew, text = CREW.get(), record.getMessage()
            if (crew is None or not crew.dead) and "Killed" not in text and not EXPECTED.search(text):
                cause = record.exc_info[1] if record.exc_info else None
                found.append(f"{record.name}: {text} {cause!r}")

    watch = Watch(logging.WARNING)
    root = logging.getLogger()
    root.addHandler(watch)
    try:
        yield
    finally:
        root.removeHandler(watch)


def run_all(seeds: Iterable[int], processes: int) -> Iterable[Outcome]:
    """Live through several, as they come."""
    if processes == 1:
        yield from map(run, seeds)
        return
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(run, seeds, chunksize=4)


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print what came of it; 1 where a seed fell short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="1..200", help="one number, or the first and the last as 1..200")
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--digest", action="store_true", help="print what is the same for the same seed")
    parser.add_argument("--bar", type=float, default=MOST_CPU, help="seconds of processor for each seed")
    options = parser.parse_args(arguments)
    first, _, last = options.seeds.partition("..")
    begun = time.monotonic()
    outcomes = []
    for outcome in run_all(range(int(first), int(last or first) + 1), options.processes):
        outcomes.append(outcome)
        if options.digest:
            say(f"digest {outcome.digest}")
        if outcome.failures:
            say(f"seed {outcome.seed}: {outcome.failures[0]}")
            say(f"    replay: python -m tests.reliability.simulate --seeds {outcome.seed}")
    return 1 if conclude(outcomes, time.monotonic() - begun, options.bar) else 0


def conclude(outcomes: list[Outcome], seconds: float, bar: float = MOST_CPU) -> int:
    """Print the histogram and the closing line.

    Returns:
        How many seeds, and how many demands on all of them together, fell short.
    """
    fired: Counter[str] = sum((outcome.fired for outcome in outcomes), Counter())
    for kind in Kind:
        say(f"  {fired[kind.value]:7} {kind.value}")
    failed = sum(bool(outcome.failures) for outcome in outcomes)
    short = failed
    if len(outcomes) >= FEW and (missing := [kind.value for kind in Kind if not fired[kind.value]]):
        say(f"never fired: {', '.join(missing)}")
        short += 1
    cpu = sum(outcome.cpu for outcome in outcomes) / max(1, len(outcomes))
    if cpu > bar and len(outcomes) >= FEW:
        say(f"a seed takes {cpu:.2f} s of processor; the bar is {bar} s")
        short += 1

    def total(name: str) -> float:
        return sum(float(getattr(outcome, name)) for outcome in outcomes)

    slowest = max((outcome.healed for outcome in outcomes), default=0.0)
    say(
        f"simulation: {len(outcomes) - failed} of {len(outcomes)} seeds right; {sum(fired.values())} faults of "
        f"{sum(map(bool, fired.values()))} kinds, {total('days'):.0f} virtual days, {total('runs'):.0f} runs, "
        f"{total('syncs'):.0f} sync calls, {total('deaths'):.0f} deaths, {total('edits'):.0f} edits "
        f"({total('undone'):.0f} undone), {total('rows'):.0f} rows, {total('proved'):.0f} accounts proved, "
        f"{total('notices'):.0f} notices, {total('events'):.0f} webhooks over a relay that died "
        f"{total('relay_deaths'):.0f} times ({total('acked'):.0f} acknowledgements); "
        f"healed after {slowest / 3600:.1f} h at most; CPU {cpu:.2f} s a seed, {seconds:.0f} s in all"
    )
    return short


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
