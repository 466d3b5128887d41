"""kill -9 at write boundaries of five scenarios: `make crash POINTS=1000`, or `--first SEED` for other places.

Each point is a copy of a ledger, a child that strace kills before a chosen write, a look at what is left, and a second
run that nobody disturbs. What is left has to be a state that was committed, no older than what the child had told;
the second run has to come to the very ledger of a run that nobody ever disturbed.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

from budgetsync.store import database as database_module
from budgetsync.store.database import FILE_NAME
from tests.reliability import crash_tracer as tracer
from tests.reliability.crash_judge import fingerprint, holds_request, open_file, unsettled, unsound
from tests.reliability.crash_scenarios import KILLED, SCENARIOS, User
from tests.reliability.crash_tracer import Boundary, Words
from tests.reliability.histories import MEMORY, say

ROWS = 700
ENOUGH = 10
"""After so many points that fell short, no more are tried."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A scenario as it goes when nobody disturbs it.

    Attributes:
        states: What the ledger held after each commit, in order.
        told: For each word told, how many states there were then.
        boundaries: Where it can be killed.
    """

    scenario: str
    rows: int
    template: Path
    states: list[str]
    told: dict[str, int]
    boundaries: list[Boundary]

    @property
    def final(self) -> str:
        """What the ledger holds at the end."""
        return self.states[-1]

    def play(self, folder: Path) -> Callable[[Words], None]:
        """The work of a child."""

        def work(words: Words) -> None:
            asyncio.run(_play(self.scenario, folder, self.rows, words))

        return work


@dataclass(frozen=True, slots=True)
class Point:
    """One kill."""

    reference: Reference
    place: Boundary


@dataclass(slots=True)
class Outcome:
    """What became of a point.

    Attributes:
        reached: Whether the child was killed at all.
        state: How many commits were in the file; -1 = none of the states known.
        failures: What was wrong, empty when all was well.
    """

    scenario: str
    place: Boundary
    reached: bool
    state: int = -1
    failures: list[str] = field(default_factory=list)


async def _play(scenario: str, folder: Path, rows: int, words: Words) -> None:
    logging.basicConfig(level=logging.WARNING, handlers=[_Told(words)], force=True)
    await SCENARIOS[scenario].play(folder, rows, User(words.tell))


class _Told(logging.Handler):
    """Tells the log by words, since writing to stderr would be counted as a write."""

    def __init__(self, words: Words) -> None:
        super().__init__(logging.WARNING)
        self._words = words

    def emit(self, record: logging.LogRecord) -> None:
        self._words.tell(f"log: {record.name}: {record.getMessage()}")


def prepare(scenario: str, room: Path, rows: int, calls: Collection[str] = ()) -> Reference:
    """Make a scenario's ledger, play it undisturbed, and count its boundaries.

    Args:
        calls: Only boundaries of these; none = of all.
    """
    template = room / scenario.replace(" ", "-") / "template"
    made = tracer.run(lambda _words: SCENARIOS[scenario].prepare(template, rows))
    if not made.well:
        raise AssertionError(made)
    watched = Path(shutil.copytree(template, template.with_name("watched")))
    ended = tracer.run(lambda words: _watch(scenario, watched, rows, words))
    if not ended.well:
        raise AssertionError(ended)
    states, told = _states_of(ended.words)
    counted = Path(shutil.copytree(template, template.with_name("counted")))
    empty = Reference(scenario, rows, template, states, told, [])
    found = [one for one in tracer.count(empty.play(counted)) if not calls or one.call in calls]
    return Reference(scenario, rows, template, states, told, found)


def _watch(scenario: str, folder: Path, rows: int, words: Words) -> None:
    """Play it, and tell what the ledger holds after each transaction."""
    path = folder / FILE_NAME
    inner = database_module._in_transaction

    def look() -> None:
        with open_file(path) as connection:
            words.tell(f"state {fingerprint(connection)}")

    def watched(*arguments: Any) -> Any:  # noqa: ANN401
        result = inner(*arguments)
        look()
        return result

    vars(database_module)["_in_transaction"] = watched
    look()
    asyncio.run(_play(scenario, folder, rows, words))
    look()


def _states_of(words: Iterable[str]) -> tuple[list[str], dict[str, int]]:
    states: list[str] = []
    told: dict[str, int] = {}
    for word in words:
        kind, _, rest = word.partition(" ")
        if kind != "state":
            told[word] = len(states)
        elif rest not in states:
            states.append(rest)
        elif rest != states[-1]:
            message = "the ledger went back to an older state"
            raise AssertionError(message)
    return states, told


def choose(references: list[Reference], number: int, seed: int) -> Iterator[Point]:
    """Choose points: scenarios have equal shares, and no place comes a second time before all have been chosen."""
    chance = Random(seed)  # noqa: S311 - places, not secrets
    while number > 0:
        points: list[Point] = []
        by_size = sorted(references, key=lambda one: len(one.boundaries))
        for at, reference in enumerate(by_size):  # what a short one leaves over, the longer ones share
            share = -(-(number - len(points)) // (len(by_size) - at))
            places = _spread(reference.boundaries, min(share, number - len(points)), chance)
            points += [Point(reference, place) for place in places]
        chance.shuffle(points)
        number -= len(points)
        yield from points


def _spread(places: list[Boundary], wanted: int, chance: Random) -> list[Boundary]:
    """Draw one place out of each of so many equal stretches, so that no part of a scenario is left out."""
    if wanted >= len(places):
        return chance.sample(places, len(places))
    cuts = [len(places) * number // wanted for number in range(wanted + 1)]
    chosen = [places[chance.randrange(begin, end)] for begin, end in pairwise(cuts)]
    chance.shuffle(chosen)
    return chosen


def run(point: Point) -> Outcome:
    """Kill one child, and look."""
    reference = point.reference
    room = Path(tempfile.mkdtemp(prefix="point-", dir=reference.template.parent))
    try:
        folder = Path(shutil.copytree(reference.template, room / "ledger"))
        ended = tracer.run(reference.play(folder), tracer.killing(point.place))
        outcome = Outcome(reference.scenario, point.place, ended.killed)
        if not ended.killed and not ended.well:
            outcome.failures.append(f"the child ended by itself: {ended.words}")
            return outcome
        judged = tracer.run(lambda words: judge(reference, folder, ended.words, words))
        for word in judged.words:
            kind, _, rest = word.partition(" ")
            if kind == "at":
                outcome.state = int(rest)
            else:
                outcome.failures.append(word)
        if not judged.well:
            outcome.failures.append("the judge did not come to an end")
        return outcome
    finally:
        shutil.rmtree(room, ignore_errors=True)


def judge(reference: Reference, folder: Path, told: list[str], words: Words) -> None:
    """Look at a copy of what a killed child left, then have the program carry on, and look again."""
    copy = Path(shutil.copytree(folder, folder.with_name("copy")))
    with open_file(copy / FILE_NAME) as connection:
        for finding in unsound(connection):
            words.tell(f"after the kill: {finding}")
        state = fingerprint(connection)
        if state not in reference.states:
            words.tell("after the kill: the ledger holds what was never committed")
        else:
            at = reference.states.index(state)
            words.tell(f"at {at}")
            promised = max((reference.told.get(word, 1) - 1 for word in told), default=0)
            if at < promised:
                words.tell(f"after the kill: state {at} of {promised} that were acknowledged ({told})")
        if "requested" in told and not holds_request(connection):
            words.tell("after the kill: a request that was acknowledged is gone")
    asyncio.run(SCENARIOS[reference.scenario].play(folder, reference.rows, User()))
    with open_file(folder / FILE_NAME) as connection:
        for finding in (*unsound(connection), *unsettled(connection)):
            words.tell(f"after the second run: {finding}")
        if fingerprint(connection) != reference.final:
            words.tell("after the second run: the ledger is not that of an undisturbed run")
    for backup in (folder / "backups").glob("*.sqlite"):
        with open_file(backup) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                words.tell(f"{backup.name} is not sound")


def run_all(points: Iterable[Point], processes: int) -> Iterator[Outcome]:
    """Run points, as they come."""
    if processes == 1:
        yield from map(run, points)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        try:
            yield from pool.map(run, points, chunksize=4)
        finally:
            pool.shutdown(cancel_futures=True)


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print one closing line; 1 where it falls short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=1000)
    parser.add_argument("--first", type=int, default=1, help="the seed that chooses the places")
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    where = MEMORY if os.access(MEMORY, os.W_OK) else None
    room = Path(tempfile.mkdtemp(prefix="crash-", dir=where))
    try:
        references = [prepare(name, room, options.rows) for name in KILLED]
        outcomes = []
        for outcome in run_all(choose(references, options.points, options.first), options.processes):
            outcomes.append(outcome)
            if outcome.failures:
                place = outcome.place
                say(f"{outcome.scenario}, killed at {place.call} {place.number}: {outcome.failures}")
                say(f"    replay: make crash POINTS={options.points} FIRST={options.first}")
            if sum(bool(one.failures) for one in outcomes) == ENOUGH:
                say(f"{ENOUGH} points fell short: that is enough")
                break
    finally:
        shutil.rmtree(room, ignore_errors=True)
    failed = sum(bool(outcome.failures) for outcome in outcomes)
    reached = sum(outcome.reached for outcome in outcomes)
    say(_closing_line(references, outcomes, failed, time.monotonic() - begun))
    return 1 if failed or reached < options.points * 0.95 else 0


def _closing_line(references: list[Reference], outcomes: list[Outcome], failed: int, seconds: float) -> str:
    def of(reference: Reference) -> str:
        mine = [outcome for outcome in outcomes if outcome.scenario == reference.scenario]
        places = len({outcome.place for outcome in mine if outcome.reached})
        found = len({outcome.state for outcome in mine})
        return (
            f"{reference.scenario} {places} of {len(reference.boundaries)} places, "
            f"{found} of {len(reference.states)} states"
        )

    reached = sum(outcome.reached for outcome in outcomes)
    return (
        f"crash: {len(outcomes) - failed} of {len(outcomes)} points right, {reached} killed "
        f"({'; '.join(map(of, references))}); {seconds:.0f} s"
    )


if __name__ == "__main__":
    sys.exit(main())
