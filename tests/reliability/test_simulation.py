"""Some of the seeds of `make simulate`, and that the simulation itself can be trusted."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from tests.reliability import simulate
from tests.reliability.simulation import life
from tests.reliability.simulation.faults import FEWEST, REAL_TIME, Kind, draw_faults
from tests.reliability.simulation.life import Outcome
from tests.reliability.simulation.loop import VirtualLoop
from tests.reliability.simulation.realtime import RealTimeScene
from tests.reliability.simulation.truth import Truth

SEEDS = 60
# A few with a relay, among them deaths around its commit, older copies, lies and lost acknowledgements.
SEEDS_OF_THE_RELAY = (2, 6, 10, 14, 30)
BAR = 3 * simulate.MOST_CPU  # where other tests run on the same cores
DICE = Random(1)  # noqa: S311 - chance that can be had again
ROOT = Path(__file__).parents[2]
# What a full disk, a lock of another program and a death leave in the log.
PLANNED = r"(rests for \d+ s|the queue rests|syncing by the clock): (Store(Full|Busy)|Killed)"


def test_every_seed_comes_right_again(capfd: pytest.CaptureFixture[str]) -> None:
    status = simulate.main(["--seeds", f"1..{SEEDS}", "--bar", str(BAR)])

    shown = capfd.readouterr().out
    with capfd.disabled():
        sys.stdout.write(f"\n{shown.splitlines()[-1]}\n")
    assert status == 0, shown
    assert f"simulation: {SEEDS} of {SEEDS} seeds right; " in shown


@pytest.mark.expected_warnings(PLANNED)
@pytest.mark.parametrize("seed", SEEDS_OF_THE_RELAY)
def test_what_goes_wrong_between_bank_and_inbox_loses_nothing(tmp_path: Path, seed: int) -> None:
    outcome = life.simulate(seed, tmp_path)

    assert outcome.failures == []
    assert outcome.events > 0


def test_a_seed_gives_the_same_history_in_every_process() -> None:
    found = set()
    for hashes in ("1", "2"):
        lines = subprocess.run(
            [sys.executable, "-m", "tests.reliability.simulate", "--seeds", "6", "--digest"],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": hashes, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        found.add(re.search(r"^digest \w{64}$", lines, re.MULTILINE)[0])  # type: ignore[index]

    assert len(found) == 1


@pytest.mark.expected_warnings(PLANNED)
@pytest.mark.parametrize(
    ("lie", "found"),
    [("lost", "is lost"), ("doubled", "stands for"), ("edit", "the user wrote 'never written'")],
)
def test_what_is_wrong_in_the_ledger_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lie: str, found: str
) -> None:
    before = Truth.check_end

    def spoil(truth: Truth, now: datetime) -> None:
        rows = truth.newest_rows(2)
        if lie == "lost":
            truth.ask("UPDATE observation SET state = 'REMOVED' WHERE transaction_id = ?", rows[0])
        elif lie == "doubled":
            pair = "SELECT max(transaction_id), min(transaction_id) FROM observation WHERE state = 'POSTED'"
            truth.ask(
                "UPDATE observation SET transaction_id = ? WHERE transaction_id = ?", *truth.ask(pair)[0]
            )
        else:
            truth.remember(rows[0], "note", "never written")
        before(truth, now)

    monkeypatch.setattr(Truth, "check_end", spoil)

    outcome = life.simulate(3, tmp_path)

    assert any(found in failure for failure in outcome.failures)


@pytest.mark.expected_warnings(PLANNED)
@pytest.mark.parametrize(
    ("lie", "found"),
    [
        ("UPDATE inbox SET state = 'queued' WHERE id = (SELECT min(id) FROM inbox)", "ends queued"),
        ("UPDATE inbox SET event_digest = 'made up' WHERE id = (SELECT min(id) FROM inbox)", "is forged"),
    ],
)
def test_what_is_wrong_in_the_inbox_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lie: str, found: str
) -> None:
    before = RealTimeScene.check_inbox

    def spoil(scene: RealTimeScene) -> None:
        scene.stage.truth.ask(lie)
        before(scene)

    monkeypatch.setattr(RealTimeScene, "check_inbox", spoil)

    outcome = life.simulate(2, tmp_path)

    assert any(found in failure for failure in outcome.failures)


@pytest.mark.expected_warnings(PLANNED)
def test_a_program_that_never_listens_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def rest(_follower: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("budgetsync.relay.client.following.Follower.run", rest)

    outcome = life.simulate(6, tmp_path)

    assert any("real time did not come back" in failure for failure in outcome.failures)


@pytest.mark.expected_warnings(PLANNED)
def test_a_program_that_never_syncs_again_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def rest(_worker: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("budgetsync.sync.worker.Worker.work", rest)

    outcome = life.simulate(3, tmp_path)

    assert outcome.failures


def test_a_seed_draws_enough_and_all_seeds_draw_everything() -> None:
    drawn = [
        draw_faults(Random(seed), 0, 1_000, relay=bool(seed % 2)).kinds  # noqa: S311
        for seed in range(400)
    ]

    assert min(map(len, drawn)) == FEWEST
    assert set().union(*drawn) == set(Kind)
    assert all(bool(seed % 2) == bool(kinds & REAL_TIME) for seed, kinds in enumerate(drawn))


def test_a_kind_that_never_struck_fails_the_campaign(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = [Outcome(seed) for seed in range(simulate.FEW)]

    assert simulate.conclude(outcomes, 1.0) == 1

    assert "never fired: rate limited" in capsys.readouterr().out


def test_time_jumps_to_the_next_timer_and_a_program_that_hangs_is_found() -> None:
    async def sleep_for_a_year() -> float:
        future = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(31_536_000, future.set_result, None)
        await future
        return asyncio.get_running_loop().time()

    with asyncio.Runner(loop_factory=lambda: VirtualLoop(DICE)) as runner:
        assert runner.run(sleep_for_a_year()) == 31_536_000
    with (
        pytest.raises(RuntimeError, match="waits for ever"),
        asyncio.Runner(loop_factory=lambda: VirtualLoop(DICE)) as runner,
    ):
        runner.get_loop().run_until_complete(runner.get_loop().create_future())
