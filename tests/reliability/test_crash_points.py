"""A sample of `make crash`: killed at places spread over five scenarios, the program is whole and carries on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

from tests.reliability.crash_points import Reference, choose
from tests.reliability.crash_tracer import Boundary

ROOT = Path(__file__).parents[2]


def test_killed_at_places_spread_over_every_scenario() -> None:
    command = [sys.executable, "-m", "tests.reliability.crash_points", "--points", "48", "--rows", "300"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "crash: 48 of 48 points right" in done.stdout


def test_a_full_or_failing_disk_is_told_and_made_good_when_there_is_room() -> None:
    command = [sys.executable, "-m", "tests.reliability.disk_full", "--points", "48", "--rows", "300"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "diskfull: 48 of 48 points right" in done.stdout


def test_every_place_is_chosen_once_before_one_comes_again() -> None:
    short = Reference("short", 1, Path(), [], {}, [Boundary("fsync", number) for number in range(4)])
    long = Reference("long", 1, Path(), [], {}, [Boundary("fsync", number) for number in range(20)])

    chosen = list(choose([long, short], 30, seed=3))

    assert len(chosen) == 30
    assert len({(point.reference.scenario, point.place) for point in chosen[:24]}) == 24
    assert sum(point.reference is short for point in choose([long, short], 6, seed=3)) == 3


def test_a_sample_leaves_no_stretch_out() -> None:
    places = [Boundary("pwrite64", number) for number in range(1000)]
    (reference,) = [Reference("a", 1, Path(), [], {}, places)]
    seed = Random(5).randrange(100)  # noqa: S311 - any seed will do

    chosen = sorted(point.place.number for point in choose([reference], 10, seed))

    assert [number // 100 for number in chosen] == list(range(10))
