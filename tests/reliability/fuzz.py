"""Input that nobody sends by accident, in numbers: nothing forged gets through, nothing but our errors comes out.

python -m tests.reliability.fuzz webhook --runs 1000000 --seed 1

Each target is a module `fuzz_NAME` beside this one, with a function `make()` that gives a `Target`.
"""

from __future__ import annotations

import argparse
import importlib
import os
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from random import Random
from typing import Protocol

BATCH = 5_000
MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Tried:
    """What one input led to.

    Attributes:
        outcome: In a word: a reason, an error's class.
        wrong: What should not have happened; "" where it did not.
    """

    outcome: str
    wrong: str = ""


class Target(Protocol):
    """Something that takes input from strangers. The same random numbers give the same input."""

    def try_one(self, random: Random) -> Tried:
        """Make an input, hand it over and judge what came of it. Whatever it raises counts as untyped."""
        ...


@dataclass(slots=True)
class Tally:
    """What many inputs led to.

    Attributes:
        accepted: Inputs that should have been refused and were not, and other things that were wrong.
        untyped: Inputs that raised what nobody expects.
        slowest: Seconds of the slowest one.
        mebibytes: The most memory that the process ever had.
        told: The first failures, with their numbers.
    """

    runs: int = 0
    accepted: int = 0
    untyped: int = 0
    slowest: float = 0.0
    mebibytes: float = 0.0
    outcomes: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take another one in."""
        self.runs += other.runs
        self.accepted += other.accepted
        self.untyped += other.untyped
        self.slowest = max(self.slowest, other.slowest)
        self.mebibytes = max(self.mebibytes, other.mebibytes)
        self.outcomes += other.outcomes
        self.told = [*self.told, *other.told][:MOST_TOLD]


def try_batch(name: str, seed: int, numbers: range) -> Tally:
    """Try some inputs; each is made from the seed and its own number alone."""
    target = make(name)
    tally = Tally()
    for number in numbers:
        random = Random(seed << 40 | number)  # noqa: S311 - to be repeated
        begun = time.perf_counter()
        try:
            tried = target.try_one(random)
        except Exception:  # noqa: BLE001 - that anything at all comes out is what is looked for
            tally.untyped += 1
            tried = Tried("untyped", traceback.format_exc(limit=-3))
        else:
            tally.accepted += bool(tried.wrong)
        tally.slowest = max(tally.slowest, time.perf_counter() - begun)
        tally.runs += 1
        tally.outcomes[tried.outcome] += 1
        if tried.wrong and len(tally.told) < MOST_TOLD:
            tally.told.append(f"input {number}: {tried.wrong}")
    tally.mebibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return tally


def make(name: str) -> Target:
    """Make a target by its name."""
    build: Callable[[], Target] = importlib.import_module(f"tests.reliability.fuzz_{name}").make
    return build()


def run_all(name: str, seed: int, numbers: range, processes: int) -> Iterator[Tally]:
    """Try inputs in batches, as they come."""
    batches = [numbers[at : at + BATCH] for at in range(0, len(numbers), BATCH)]
    if processes == 1:
        yield from (try_batch(name, seed, batch) for batch in batches)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        count = len(batches)
        yield from pool.map(try_batch, [name] * count, [seed] * count, batches)


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print what came of it; 1 where something was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", help="what is tried: a module fuzz_NAME")
    parser.add_argument("--runs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="try the input of this number alone")
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    options = parser.parse_args(arguments)
    numbers = range(options.runs) if options.only is None else range(options.only, options.only + 1)
    begun, tally = time.monotonic(), Tally()
    for part in run_all(
        options.target, options.seed, numbers, options.processes if len(numbers) > BATCH else 1
    ):
        tally.add(part)
    for text in tally.told:
        say(text)
        number = text.partition(":")[0].removeprefix("input ")
        say(
            f"    again: python -m tests.reliability.fuzz {options.target} --seed {options.seed} --only {number}"
        )
    for outcome, count in tally.outcomes.most_common():
        say(f"  {count:9,} {outcome}")
    say(
        f"fuzz {options.target}: {tally.runs:,} inputs of seed {options.seed}, {tally.accepted} accepted wrongly, "
        f"{tally.untyped} untyped exceptions, {len(tally.outcomes)} outcomes; slowest "
        f"{tally.slowest * 1000:.1f} ms, {tally.mebibytes:.0f} MiB at most, {time.monotonic() - begun:.0f} s"
    )
    return 1 if tally.accepted or tally.untyped else 0


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
