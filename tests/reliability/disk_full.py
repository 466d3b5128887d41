"""A disk that is full or failing, at write boundaries of five scenarios: `make diskfull FULL=200`.

From a chosen write on, that call fails with ENOSPC or EIO in every thread of the program, until the user has been told
so; then there is room again. The user has to be told in our words what to do, nothing that was acknowledged may be
missing meanwhile, and the same process has to carry on to the ledger of a run that nobody disturbed: what was asked for
already, by itself; what failed as a command, by being given again.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

from budgetsync.core import Core
from budgetsync.domain.errors import StoreError, Trouble
from budgetsync.store.database import FILE_NAME
from tests.reliability import crash_tracer as tracer
from tests.reliability.crash_judge import fingerprint, holds_request, open_file, unsettled, unsound
from tests.reliability.crash_points import ROWS, Point, Reference, choose, prepare
from tests.reliability.crash_scenarios import KILLED, SCENARIOS, T, User, cursor_of
from tests.reliability.crash_tracer import Words
from tests.reliability.histories import MEMORY, say

ERRORS = ("ENOSPC", "EIO")
FAILING = frozenset(
    {"pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2"}
)
"""What a full or failing disk refuses; a removal makes room."""
_TOLD = "told "
_PATIENCE = 150  # seconds; a queue that cannot be written is looked at once a minute at the least
_LOOK = 0.1  # seconds between two looks where nothing is told


@dataclass(slots=True)
class Outcome:
    """What became of a point.

    Attributes:
        told: Codes of what the user was told.
        struck: Whether the user noticed at all: what fails when the file is closed is made good at the next start.
    """

    scenario: str
    place: str
    told: Counter[str] = field(default_factory=Counter)
    struck: bool = False
    failures: list[str] = field(default_factory=list)


def run(asked: tuple[Point, str]) -> Outcome:
    """Fill the disk at one place, and look."""
    point, error = asked
    reference, place = point.reference, point.place
    outcome = Outcome(reference.scenario, f"{error} from {place.call} {place.number} on")
    room = Path(tempfile.mkdtemp(prefix="full-", dir=reference.template.parent))
    try:
        folder = Path(shutil.copytree(reference.template, room / "ledger"))
        options = tracer.failing((place.call,), error, place.number)
        asked_for: list[str] = []

        def hear(word: str, line: socket.socket, strace: subprocess.Popen[str] | None) -> None:
            if not word.startswith(_TOLD):
                asked_for.append(word)
                return
            outcome.struck = True
            outcome.told[word.split(" ")[1]] += 1
            outcome.failures += look_meanwhile(reference, folder, asked_for)
            if strace is not None:
                tracer.let_go(strace)  # and there is room again
            line.sendall(b"room\n")

        ended = tracer.run(lambda words: suffer(reference, folder, words), options, hear)
        if not ended.well:
            outcome.failures.append(f"the program did not carry on: {ended.words[-3:]}")
        outcome.failures += look_afterwards(reference, folder, carried_on=ended.well)
        return outcome
    finally:
        shutil.rmtree(room, ignore_errors=True)


class Sufferer(User):
    """Is told what is wrong, makes room, gives a command that failed again, and asks for nothing twice."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.tell)
        self._words = words

    async def give(self, command: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Give a command until it is done."""
        while True:
            try:
                return await command()
            except StoreError as error:
                await self._hear(error.trouble)

    async def wait(self, core: Core, cursor: str) -> None:
        """Look at what is shown until the sync is done or a trouble is shown; then make room and only wait."""
        news = asyncio.Event()
        unsubscribe = core.subscribe(lambda _event: news.set())
        heard = False
        try:
            async with asyncio.timeout(_PATIENCE):
                while await self.give(lambda: cursor_of(core)) != cursor:
                    news.clear()
                    trouble = None if heard else await self.give(lambda: _shown(core))
                    if trouble is not None:
                        heard = True
                        await self._hear(trouble)
                        continue
                    with suppress(TimeoutError):
                        async with asyncio.timeout(_LOOK):
                            await news.wait()
        finally:
            unsubscribe()

    async def _hear(self, trouble: Trouble) -> None:
        """Say what was told, and wait until there is room."""
        self.tell(f"{_TOLD}{trouble.code} {trouble.action}")
        await asyncio.to_thread(self._words.line.recv, 100)


async def _shown(core: Core) -> Trouble | None:
    """What a person sees: of the last run, of the connection, of the ledger."""
    overview = await core.overview()
    of_item = overview.items[0]
    run = of_item.last_run
    shown = [run.trouble if run else None, of_item.item.trouble, *overview.troubles]
    return next((trouble for trouble in shown if trouble is not None), None)


def suffer(reference: Reference, folder: Path, words: Words) -> None:
    """Be the program: play a scenario on a disk that may be full."""
    logging.basicConfig(level=logging.CRITICAL, handlers=[logging.NullHandler()], force=True)
    asyncio.run(SCENARIOS[reference.scenario].play(folder, reference.rows, Sufferer(words)))


def look_meanwhile(reference: Reference, folder: Path, told: list[str]) -> Iterator[str]:
    """Look at a copy while the disk is full: sound, a state that was committed, none older than was told."""
    copy = Path(shutil.copytree(folder, folder.with_name(f"copy-{time.monotonic_ns()}")))
    with open_file(copy / FILE_NAME) as connection:
        yield from (f"while it is full: {finding}" for finding in unsound(connection))
        state = fingerprint(connection)
        promised = max((reference.told.get(word, 1) - 1 for word in told), default=0)
        if state not in reference.states:
            yield "while it is full: the ledger holds what was never committed"
        elif reference.states.index(state) < promised:
            yield f"while it is full: state {reference.states.index(state)} of {promised} acknowledged"
        if "requested" in told and not holds_request(connection):
            yield "while it is full: a request that was acknowledged is gone"


def look_afterwards(reference: Reference, folder: Path, *, carried_on: bool) -> Iterator[str]:
    """Look at what the program came to."""
    if not carried_on:
        return
    with open_file(folder / FILE_NAME) as connection:
        yield from (f"afterwards: {finding}" for finding in (*unsound(connection), *unsettled(connection)))
        if fingerprint(connection) != reference.final:
            yield "afterwards: the ledger is not that of an undisturbed run"


def run_all(points: Iterable[tuple[Point, str]], processes: int) -> Iterator[Outcome]:
    """Run points, as they come."""
    if processes == 1:
        yield from map(run, points)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        yield from pool.map(run, points, chunksize=2)


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print one closing line; 1 where it falls short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=200)
    parser.add_argument("--first", type=int, default=1, help="the seed that chooses the places")
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    room = Path(tempfile.mkdtemp(prefix="full-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None))
    outcomes: list[Outcome] = []
    try:
        references = [prepare(name, room, options.rows, calls=FAILING) for name in KILLED]
        chance = Random(options.first)  # noqa: S311 - places, not secrets
        points = [
            (point, chance.choice(ERRORS)) for point in choose(references, options.points, options.first)
        ]
        for outcome in run_all(points, options.processes):
            outcomes.append(outcome)
            for failure in outcome.failures:
                say(f"{outcome.scenario}, {outcome.place}: {failure}")
    finally:
        shutil.rmtree(room, ignore_errors=True)
    failed = sum(bool(outcome.failures) for outcome in outcomes)
    told: Counter[str] = sum((outcome.told for outcome in outcomes), Counter())
    struck = sum(outcome.struck for outcome in outcomes)
    say(
        f"diskfull: {len(outcomes) - failed} of {len(outcomes)} points right; {struck} told to the user "
        f"({', '.join(f'{code} {number}' for code, number in told.most_common())}), "
        f"{len(outcomes) - struck} made good without a word; {time.monotonic() - begun:.0f} s"
    )
    return 1 if failed or struck < options.points // 2 else 0


if __name__ == "__main__":
    sys.exit(main())
