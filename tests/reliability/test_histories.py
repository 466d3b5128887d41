"""A few of the histories of `make histories`, and that a failure is one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.reliability.histories import main, run
from tests.reliability.life import Life

# Among them those that found something: relinks in parts, posted rows taken back, rows that came back, late balances.
SEEDS = (4, 5, 11, 24, 28, 44, 105, 116, 132, 181, 226, 500)
KILLED = r"budgetsync\.sync\.worker: item \d+ rests for \d+ s: Killed"


@pytest.mark.expected_warnings(KILLED)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_history_ends_where_the_bank_is(seed: int) -> None:
    outcome = run(seed)

    assert outcome.failures == []
    assert outcome.syncs > 20
    assert outcome.edits > 10


@pytest.mark.expected_warnings(KILLED)
def test_a_lost_row_is_found(tmp_path: Path) -> None:
    life = Life(1, tmp_path)
    life.judge.remember(1, "note", "never written")

    outcome = asyncio.run(life.live())

    assert "the user wrote 'never written'" in outcome.failures[0]


def test_the_closing_line_has_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--first", "2", "--count", "0"]) == 0

    assert capsys.readouterr().out.startswith("histories: 0 of 0 right; 0 rows, 0 syncs")
