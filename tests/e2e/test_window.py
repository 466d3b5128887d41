"""The window as a person meets it: the real program on a real X server with a window manager."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest

from tests.e2e.programs import PROGRAM, Program

PATIENCE = 120.0  # seconds


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of its own with a window manager; it picks a free number by itself."""
    read, write = os.pipe()
    with ExitStack() as stack:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        stack.callback(server.wait)
        stack.callback(server.terminate)
        os.close(write)
        with os.fdopen(read) as number:
            name = f":{number.readline().strip()}"
        manager = subprocess.Popen(
            ["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL
        )
        stack.callback(manager.wait)
        stack.callback(manager.terminate)
        yield name


def on(display: str, *words: str) -> str:
    """Run an X tool to its end and give back what it said."""
    done = subprocess.run(
        words,
        env={**os.environ, "DISPLAY": display},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def runs(ledger: Path, banks: int, after: int = 0) -> list[tuple[int, int, str, int]]:
    """Wait until a run of each of so many banks has ended, and list them: number, bank, state, rows added.

    Args:
        after: Runs that begin with this one are not meant.
    """
    until = time.monotonic() + PATIENCE
    found: list[tuple[int, int, str, int]] = []
    while len({bank for _, bank, _, _ in found}) < banks:
        assert time.monotonic() < until, found
        found = ended(ledger, after)
    return found


def ended(ledger: Path, after: int) -> list[tuple[int, int, str, int]]:
    """List the runs that have ended; none where the window is there before its ledger."""
    path = (ledger / "ledger.sqlite").as_uri() + "?mode=ro"
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(path, uri=True)) as connection:
        return connection.execute(
            "SELECT id, item_id, state, added FROM sync_run WHERE finished_at IS NOT NULL AND id > ? ORDER BY id",
            (after,),
        ).fetchall()
    return []


def test_three_banks_sync_on_the_screen_and_again_on_a_key(
    lonely: Program, display: str, tmp_path: Path
) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "demo", "--data-dir", str(lonely.ledger)],
        cwd=lonely.folder,
        env={**lonely.environment, "DISPLAY": display},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        window = on(display, "xdotool", "search", "--sync", "--onlyvisible", "--name", "^BudgetSync$")
        window = window.splitlines()[-1]
        first = runs(lonely.ledger, 3)
        assert {state for _, _, state, _ in first} == {"SUCCEEDED"}
        assert sum(added for *_, added in first) > 4_000

        picture = tmp_path / "window.png"
        on(display, "import", "-window", window, str(picture))
        colours = int(on(display, "identify", "-format", "%k", str(picture)))
        assert colours > 50  # words, icons and colours, not an empty frame

        on(display, "xdotool", "windowactivate", "--sync", window, "key", "--clearmodifiers", "F5")
        again = runs(lonely.ledger, 3, after=first[-1][0])
        assert {state for _, _, state, _ in again} == {"SUCCEEDED"}

        program.send_signal(signal.SIGTERM)
        _, said = program.communicate(timeout=30)
    finally:
        program.kill()
        program.wait()
    assert program.returncode == 0, said
    assert "Traceback" not in said
    assert lonely.run("demo", "--headless").returncode == 0


def test_a_ledger_that_cannot_be_opened_is_told_in_a_window(lonely: Program, display: str) -> None:
    lonely.ledger.mkdir()
    damaged = b"this is no database " * 400
    (lonely.ledger / "ledger.sqlite").write_bytes(damaged)
    program = subprocess.Popen(
        [*PROGRAM, "--data-dir", str(lonely.ledger), "--plaid-url", "http://127.0.0.1:9"],
        cwd=lonely.folder,
        env={**lonely.environment, "DISPLAY": display},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        box = on(
            display, "xdotool", "search", "--sync", "--onlyvisible", "--name", "BudgetSync cannot open"
        ).splitlines()[-1]
        on(display, "xdotool", "windowactivate", "--sync", box, "key", "Escape")
        _, said = program.communicate(timeout=30)
    finally:
        program.kill()
        program.wait()
    assert program.returncode == 4, said
    assert "Traceback" not in said
    assert (lonely.ledger / "ledger.sqlite").read_bytes() == damaged
