"""A day of the daemon's beside a hostile bank, and that `make daemon` and `make idle` notice what they look for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability import daemon_days
from tests.reliability.daemon_processes import Sample, cpu_seconds, middle


def test_a_day_with_a_hostile_bank_ends_up_to_date(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    outcome = daemon_days.live(1.0, 3_600.0, tmp_path, flat=False)

    with capfd.disabled():
        sys.stdout.write(f"\n{daemon_days.conclude(outcome, 0.0)}\n")
    assert outcome.failures == []
    assert outcome.days >= 1.0
    assert outcome.runs > 24
    assert outcome.failed_runs > 0
    assert outcome.accounts > 0
    assert len(+outcome.struck) >= 8


def test_what_grows_is_noticed_and_what_swings_is_not() -> None:
    assert daemon_days.swelling(Sample(100_000, 9, 20), Sample(109_000, 11, 21)) == []
    assert daemon_days.swelling(Sample(100_000, 9, 20), Sample(111_000, 12, 23)) == [
        "threads grew from 9 to 12",
        "files grew from 20 to 23",
        "memory grew from 100,000 to 111,000 KiB",
    ]


def test_the_quarters_are_the_second_and_the_last() -> None:
    outcome = daemon_days.Days(samples=[Sample(number, number, number) for number in range(8)])

    assert outcome.quarters() == (Sample(2, 2, 2), Sample(6, 6, 6))
    assert middle([Sample(1, 2, 3), Sample(3, 4, 5), Sample(50, 60, 70)]) == Sample(3, 4, 5)


def test_a_process_is_measured_with_all_of_its_threads() -> None:
    found = Sample.take(os.getpid())

    assert found.rss > 10_000
    assert found.threads >= 1
    assert found.files >= 3
    busy = subprocess.Popen(
        [sys.executable, "-c", "sum(range(10 ** 7)); print(flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert busy.stdout is not None
    busy.stdout.readline()
    assert 0.02 < cpu_seconds(busy.pid) < 30
    busy.communicate(b"\n")
