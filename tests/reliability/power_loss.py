"""Power cuts: `make powerloss IMAGES=2000`. Every acknowledged commit has to be there, in a file that is sound.

The program itself is recorded, with the SQLite that it runs on: strace writes down each write, sync, truncation, rename
and removal in its folder and each word that it tells. A recording VFS of another SQLite (APSW brings its own) would
not be under the program's connections, and would show what another version does.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

from budgetsync.store import database as database_module
from budgetsync.store.database import FILE_NAME
from tests.reliability import crash_tracer as tracer
from tests.reliability.crash_judge import fingerprint, open_file, unsettled, unsound
from tests.reliability.crash_points import Reference, prepare
from tests.reliability.crash_scenarios import SCENARIOS
from tests.reliability.crash_tracer import Words
from tests.reliability.disk_model import CALLS, RECORDED, Disk, Event, Habit, read_events
from tests.reliability.histories import MEMORY, say

CARRIES_ON = 20
"""Of so many images, one is given to the program, which has to carry on to the end."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A scenario with everything that it did to the disk."""

    reference: Reference
    events: list[Event]


@dataclass(slots=True)
class Image:
    """What became of one power cut.

    Attributes:
        unsynced: How many writes were not synced then.
        promised: How many commits had been acknowledged.
        failures: What was wrong, empty when all was well.
    """

    number: int
    scenario: str
    moment: int
    unsynced: int = 0
    promised: int = 0
    failures: list[str] = field(default_factory=list)


def record(reference: Reference) -> Recording:
    """Play a scenario once and keep what it did."""
    folder = Path(shutil.copytree(reference.template, reference.template.with_name("recorded")))
    with tempfile.NamedTemporaryFile("r", encoding="ascii") as report:
        ended = tracer.run(reference.play(folder), (*RECORDED, f"trace={CALLS}", "-o", report.name))
        if not ended.well:
            raise AssertionError(ended)
        events = list(read_events(report, folder))
    words = [event.name for event in events if event.kind == "told"]
    if words != ended.words or not any(event.kind == "write" for event in events):
        raise AssertionError(words)
    return Recording(reference, events)


def look(asked: tuple[int, int, Recording]) -> Image:
    """Cut the power at a moment that the seed chooses, and look."""
    seed, number, recording = asked
    rng = Random(f"{seed} {number}")  # noqa: S311 - a power cut that can be had again
    reference, events = recording.reference, recording.events
    image = Image(number, reference.scenario, rng.randrange(len(events) + 1))
    disk = Disk(reference.template)
    for event in events[: image.moment]:
        disk.take(event)
        if event.kind == "told":
            image.promised = max(image.promised, reference.told.get(event.name, 1) - 1)
    image.unsynced = disk.pending()
    room = Path(tempfile.mkdtemp(prefix="image-", dir=reference.template.parent))
    try:
        for name, content in disk.cut(rng, rng.choice(list(Habit))).items():
            path = room / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        image.failures += _judge(reference, room, image.promised, carry_on=number % CARRIES_ON == 0)
    finally:
        shutil.rmtree(room)
    return image


def _judge(reference: Reference, folder: Path, promised: int, *, carry_on: bool) -> Iterator[str]:
    whole = Path(shutil.copytree(folder, folder / "copy")) if carry_on else folder
    with open_file(whole / FILE_NAME) as connection:
        yield from unsound(connection)
        state = fingerprint(connection)
        if state not in reference.states:
            yield "the ledger holds what was never committed"
        elif reference.states.index(state) < promised:
            yield f"an acknowledged commit is gone: state {reference.states.index(state)} of {promised}"
    for backup in (folder / "backups").glob("*.sqlite"):
        with open_file(backup) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                yield f"{backup.name} is not sound"
    if carry_on:
        yield from tracer.run(lambda words: _carry_on(reference, folder, words)).words


def _carry_on(reference: Reference, folder: Path, words: Words) -> None:
    reference.play(folder)(Words(words.line, quiet=True))
    with open_file(folder / FILE_NAME) as connection:
        for finding in (*unsound(connection), *unsettled(connection)):
            words.tell(f"after the second run: {finding}")
        if fingerprint(connection) != reference.final:
            words.tell("after the second run: the ledger is not that of an undisturbed run")


def look_at_all(recordings: list[Recording], images: int, seed: int, processes: int) -> Iterable[Image]:
    """Make images of every recording in turn, as they come."""
    asked = [(seed, number, recordings[number % len(recordings)]) for number in range(images)]
    if processes == 1:
        yield from map(look, asked)
        return
    # The recordings are large: forked, they are there already, and only numbers go over.
    _SHARED[:] = asked
    with ProcessPoolExecutor(processes, mp_context=get_context("fork")) as pool:
        yield from pool.map(_look_at_shared, range(images), chunksize=8)


_SHARED: list[tuple[int, int, Recording]] = []


def _look_at_shared(number: int) -> Image:
    return look(_SHARED[number])


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print one closing line; 1 where it falls short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=2000)
    parser.add_argument("--first", type=int, default=1, help="the seed that chooses moments and what is left")
    parser.add_argument("--rows", type=int, default=300)
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--synchronous", default="full", help="what a program would lose that syncs less")
    options = parser.parse_args(arguments)
    pragmas: dict[str, Any] = vars(database_module)["_PRAGMAS"]
    if options.synchronous != "full":
        pragmas["synchronous"] = options.synchronous
    begun = time.monotonic()
    room = Path(tempfile.mkdtemp(prefix="power-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None))
    images = []
    try:
        recordings = [record(prepare(name, room, options.rows)) for name in SCENARIOS]
        for image in look_at_all(recordings, options.images, options.first, options.processes):
            images.append(image)
            if image.failures:
                say(f"image {image.number} ({image.scenario}, after event {image.moment}): {image.failures}")
    finally:
        shutil.rmtree(room)
    failed = sum(bool(image.failures) for image in images)
    writes = sum(event.kind in {"write", "append"} for one in recordings for event in one.events)
    syncs = sum(event.kind == "sync" for one in recordings for event in one.events)
    say(
        f"powerloss: {len(images) - failed} of {len(images)} images right; of {len(recordings)} recordings with "
        f"{writes} writes and {syncs} syncs; {sum(bool(image.unsynced) for image in images)} with writes in "
        f"the air, {sum(image.promised for image in images)} acknowledged commits looked for; "
        f"{time.monotonic() - begun:.0f} s"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
