"""Syncing in the background as real processes: started, ended, paused, killed, taken over."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import pytest

from tests.e2e.programs import PROGRAM, Program

SECOND = "1000"  # milliseconds


@contextmanager
def daemon(program: Program, *words: str, **env: str) -> Iterator[subprocess.Popen[str]]:
    """The daemon, running until the test is over."""
    running = subprocess.Popen(
        (*PROGRAM, "daemon", "--data-dir", str(program.ledger), "--plaid-url", program.url, *words),
        cwd=program.folder,
        env={**program.environment, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={program.folder}/none", **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield running
    finally:
        if running.poll() is None:
            running.kill()
        running.communicate()


def until(stream: IO[str] | None, text: str) -> str:
    """Read until a line has a text in it; returns that line."""
    assert stream is not None
    for line in stream:
        if text in line:
            return line
    pytest.fail(f"it never said {text!r}")


def end(running: subprocess.Popen[str], number: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
    """Ask a daemon to end; returns its exit code and what it said on stderr meanwhile."""
    running.send_signal(number)
    _, errors = running.communicate(timeout=60)
    return running.returncode, errors


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_syncs_by_itself_until_it_is_told_to_end(program: Program, number: signal.Signals) -> None:
    program.run("connect", "--institution", "ins_109510")
    with daemon(program, SYNC_SCHEDULE_INTERVAL=SECOND) as running:
        until(running.stdout, "1 connections, each synced every 1s")
        until(running.stdout, " added, 0 modified")
        program.let_days_pass(3)
        until(running.stdout, ": 0 added, 0 modified, 0 removed")
        told = program.told("schedule")
        assert told["background"] is True
        assert told["connections"][0]["last_run_at"] is not None
        assert end(running, number) == (0, "")
    assert len(program.told("transactions", "--limit", "0")) == sum(
        account["visible_posted"] + account["visible_pending"] for account in program.world()["accounts"]
    )
    assert program.told("schedule")["background"] is False


def test_a_pause_by_another_process_holds_and_its_end_is_noticed(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    with daemon(program, SYNC_SCHEDULE_INTERVAL=SECOND) as running:
        until(running.stdout, " added, 0 modified")
        done = program.run("pause", "--for", "1h")
        assert "Syncing by itself is paused until" in done.stdout, done.stderr
        assert "PAUSED" in program.run("status").stdout.upper()
        told = program.told("schedule")
        assert told["paused"] is True
        # A click is no sync by itself.
        assert program.told("sync")["runs"][0]["state"] == "SUCCEEDED"
        program.run("resume")
        until(running.stdout, ": 0 added, 0 modified, 0 removed")
        assert program.told("schedule")["paused"] is False
        assert end(running) == (0, "")


def test_a_second_one_waits_and_takes_over_when_the_first_is_killed(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    with daemon(program) as first:
        until(first.stdout, " added, 0 modified")
        refused = program.run("daemon", "--no-standby")
        assert refused.returncode == 4
        assert "Another BudgetSync syncs this data folder already." in refused.stderr
        with daemon(program, SYNC_SCHEDULE_INTERVAL=SECOND) as second:
            until(second.stdout, "takes over when that ends")
            first.kill()
            until(second.stdout, "this one syncs now")
            until(second.stdout, ": 0 added, 0 modified, 0 removed")
            assert end(second) == (0, "")


def test_a_trouble_is_told_once_and_not_at_every_attempt(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    with daemon(program, "--quiet", PLAID_SECRET="wrong") as running:
        told = until(running.stderr, "INVALID_API_KEYS")
        assert "Check PLAID_CLIENT_ID" in told
        assert end(running) == (0, "")


def test_what_the_schedule_shall_be_is_chosen_and_shown(program: Program) -> None:
    program.run("connect", "--institution", "ins_109510")
    done = program.run(
        "schedule", "--every", "30m", "--quiet", "22:00-07:00", "--metered", "hold", "--battery", "4"
    )
    assert done.returncode == 0, done.stderr
    assert (
        "Every 30m; not at 22:00-07:00; not on a metered network; 4 times as long on battery." in done.stdout
    )
    assert "budgetsync daemon" in done.stdout
    program.run("schedule", "--every", "6h", "--item", "1")
    told = program.told("schedule")
    assert (told["interval_seconds"], told["connections"][0]["interval_seconds"]) == (1_800, 21_600)
    assert (told["quiet"], told["on_metered"], told["battery_stretch"]) == ("22:00-07:00", "hold", 4)
    program.run("schedule", "--every", "default", "--quiet", "off", "--metered", "sync", "--battery", "keep")
    assert "Every 1h." in program.run("schedule").stdout
    told_by_environment = program.run("schedule", "--json", SYNC_SCHEDULE_INTERVAL="60000")
    assert json.loads(told_by_environment.stdout)["interval_from"] == "environment"


@pytest.mark.parametrize(
    ("words", "says", "action"),
    [
        (("schedule", "--every", "5s"), "not a useful time", "Choose from 1m"),
        (("schedule", "--every", "soon"), "not a length of time", "Write it like 30m"),
        (("schedule", "--quiet", "night"), "not quiet hours", "22:00-07:00"),
        (("schedule", "--battery", "99"), "on battery", "from 1"),
        (("schedule", "--item", "1"), "--every is missing", "Add --every"),
        (("pause", "--until", "2020-01-01"), "is over already", "still to come"),
        (("pause", "--item", "77"), "There is no connection 77.", "budgetsync status"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_way_out(
    lonely: Program, words: tuple[str, ...], says: str, action: str
) -> None:
    done = lonely.run(*words)
    assert done.returncode == 2
    assert says in done.stderr
    assert action in done.stderr


def test_a_bad_interval_in_the_environment_is_refused_with_a_way_out(lonely: Program) -> None:
    for bad in ("hourly", "0", "999", "99999999999999", "-5"):
        done = lonely.run("status", SYNC_SCHEDULE_INTERVAL=bad)
        assert done.returncode == 2
        assert "SYNC_SCHEDULE_INTERVAL" in done.stderr
        assert "3600000 = hourly" in done.stderr


def test_a_clock_that_runs_faster_is_for_the_demo_bank_alone(program: Program, lonely: Program) -> None:
    keys = {"PLAID_CLIENT_ID": "id", "PLAID_SECRET": "secret", "PLAID_ENV": "sandbox"}
    for words in (("--plaid-url", "https://sandbox.plaid.com"), ()):
        folder = str(lonely.folder / "other")
        done = lonely.run_plain(
            *PROGRAM, "daemon", "--clock-factor", "3600", "--data-dir", folder, *words, **keys
        )
        assert done.returncode == 2, done.stderr
        assert "demo bank on this computer only" in done.stderr or "loopback" in done.stderr
    program.run("connect", "--institution", "ins_109510")
    with daemon(program) as first:
        until(first.stdout, " added, 0 modified")
        refused = program.run("daemon", "--clock-factor", "3600")
        assert refused.returncode == 4
    with daemon(program, "--clock-factor", "3600") as fast:
        for _ in range(3):
            until(fast.stdout, ": 0 added, 0 modified, 0 removed")
        assert end(fast) == (0, "")
