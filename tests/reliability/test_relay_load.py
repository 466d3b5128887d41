"""A small share of `make relay-load`: everything comes, once and in order. How quickly, the command itself judges."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reliability import relay_load


def test_what_is_posted_comes_once_and_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    code = relay_load.main(["--connections", "150", "--rate", "120", "--seconds", "3", "--no-bars"])

    line = capsys.readouterr().out
    assert line.startswith("relay-load: 150 streams")
    assert line.endswith(": ok\n")
    assert code == 0


def test_a_rate_that_is_out_of_reach_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert relay_load.main(["--connections", "10", "--rate", "20", "--seconds", "1"]) == 1
    assert capsys.readouterr().out.endswith(": FAILED\n")
