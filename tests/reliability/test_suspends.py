"""A few of the suspends of `make suspends`, and that one that takes too long is a failure."""

from __future__ import annotations

import asyncio
from pathlib import Path
from random import Random

import pytest

from budgetsync.domain.realtime import SILENCE
from tests.reliability import suspends
from tests.reliability.simulation.life import without_polling
from tests.reliability.simulation.loop import VirtualLoop
from tests.reliability.suspends import Life, Outcome, Slept, conclude


def test_what_happened_meanwhile_is_there_within_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    assert suspends.main(["--first", "3", "--count", "20", "--processes", "1"]) == 0

    told = capsys.readouterr().out
    assert "suspends: 20 of 20 caught up within 5 s" in told
    assert " 0 differences from the bank" in told


def test_a_retry_that_waits_for_its_turn_is_not_what_the_network_comes_back_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # Two connections had used up the minute's retries when the network came: one of them waited for 38 s.
    assert suspends.main(["--first", "1", "--count", "3", "--processes", "1"]) == 0, capsys.readouterr().out


def test_a_line_that_dies_in_silence_is_noticed(tmp_path: Path) -> None:
    rng = Random(1)  # noqa: S311 - to be repeated

    async def live() -> float | None:
        return await Life(1, rng, tmp_path, Outcome(1)).fall_silent()

    with without_polling(keeps=False), asyncio.Runner(loop_factory=lambda: VirtualLoop(rng)) as runner:
        after = runner.run(live())

    assert after is not None
    assert after <= SILENCE.total_seconds() + suspends.WITHIN


@pytest.mark.parametrize("after", [5.1, None])
def test_one_that_comes_too_late_or_never_fails_the_campaign(
    after: float | None, capsys: pytest.CaptureFixture[str]
) -> None:
    slept = [Slept(1, 1.5, 2, overflowed=False), Slept(700, after, 900, overflowed=True)]

    assert conclude(slept, 2, 0, 1.0) == 1

    assert "suspends: 1 of 2 caught up" in capsys.readouterr().out
