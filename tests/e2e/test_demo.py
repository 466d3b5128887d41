"""The demo with its bank and its relay: news come by themselves, in the terminal, in the window, and apart."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

from budgetsync.children import RelayChild
from tests.e2e.programs import PROGRAM, Program

DONE = 0
PATIENCE = 120.0  # seconds
_BY_WEBHOOK = """
SELECT count(*) FROM sync_run r JOIN inbox i ON i.run_id = r.id
WHERE r.state = 'SUCCEEDED' AND i.state = 'done' AND i.code = 'SYNC_UPDATES_AVAILABLE' AND r.added > 0
"""


def wait_until(done: Callable[[], object], what: str) -> None:
    """Ask a few times a second: nothing tells this process of what another one does."""
    pause = Event()
    for _ in range(int(PATIENCE / 0.2)):
        if done():
            return
        pause.wait(0.2)
    raise AssertionError(what)


def count(ledger: Path, sql: str) -> int:
    """Ask a ledger's file for a number; 0 while there is none."""
    file = ledger / "ledger.sqlite"
    if not file.is_file():
        return 0
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=30)) as connection:
        try:
            return int(connection.execute(sql).fetchone()[0])
        except sqlite3.OperationalError:  # its tables are being made
            return 0


def test_in_the_terminal_a_days_news_come_by_themselves(lonely: Program) -> None:
    first = lonely.run("demo", "--headless", "--seed", "3")

    assert first.returncode == DONE, first.stderr
    assert "SYNC_UPDATES_AVAILABLE, in the ledger after" in first.stdout
    assert "Not all of them came" not in first.stdout
    assert "equal the bank's own books" in first.stdout


def test_in_the_window_news_come_by_themselves(lonely: Program) -> None:
    runtime = lonely.folder / "run"
    runtime.mkdir(mode=0o700)
    program = subprocess.Popen(
        [*PROGRAM, "demo", "--seed", "3", "--data-dir", str(lonely.ledger)],
        env={
            **lonely.environment,
            "WAYLAND_DISPLAY": "none",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": str(runtime),
            "PYTHONWARNINGS": "default",
        },
        cwd=lonely.folder,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_until(lambda: count(lonely.ledger, _BY_WEBHOOK), "a purchase that the bank told of")
        program.send_signal(signal.SIGTERM)
        _, said = program.communicate(timeout=60)
    finally:
        program.kill()
        program.communicate()
    assert program.returncode == DONE, said
    assert "Traceback" not in said


def test_apart_the_three_are_processes_of_their_own(lonely: Program) -> None:
    words = [*PROGRAM, "demo", "--apart", "--headless", "--seed", "3", "--data-dir", str(lonely.ledger)]
    with subprocess.Popen(
        words,
        env=lonely.environment,
        cwd=lonely.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as apart:
        assert apart.stdout is not None
        said = ""
        for line in apart.stdout:
            said += line
            if "Ctrl+C" in line:
                break
        numbers = [int(number) for number in re.findall(r"process (\d+)", said)]
        told = re.search(r"bank happen (shopping .*)", said)
        assert told is not None
        wait_until(
            lambda: count(lonely.ledger, "SELECT count(*) FROM sync_run WHERE state = 'SUCCEEDED'") >= 3,
            "three connections",
        )
        assert lonely.run("bank", "happen", *told[1].split()).returncode == DONE
        wait_until(lambda: count(lonely.ledger, _BY_WEBHOOK), "a purchase that the bank told of")

        apart.send_signal(signal.SIGTERM)
        assert apart.wait(PATIENCE) == DONE

    assert len(numbers) == 3
    assert not [number for number in numbers if Path(f"/proc/{number}").exists()]


def test_the_demos_relay_is_at_the_same_address_again_unless_somebody_else_is_there(tmp_path: Path) -> None:
    with RelayChild.start(tmp_path) as first:
        url = first.url
        with RelayChild.start(tmp_path) as beside:
            assert beside.url != url
            moved = beside.url
    with RelayChild.start(tmp_path) as again:
        assert again.url == moved
