"""The window as a person meets it: the real program on a real X server with a window manager."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tests.e2e.desktop import Screen, wait_until
from tests.e2e.programs import PROGRAM, Program

PATIENCE = 120.0  # seconds


def runs(
    ledger: Path, banks: int, after: int = 0, press: Callable[[], None] = lambda: None
) -> list[tuple[int, int, str, int]]:
    """Wait until a run of each of so many banks has ended, and list them: number, bank, state, rows added.

    Args:
        after: This run and those before it are not meant.
        press: What to do until then, again and again: a key is lost where the window manager is still at work.
    """
    until = time.monotonic() + PATIENCE
    found: list[tuple[int, int, str, int]] = []
    while len({bank for _, bank, _, _ in found}) < banks:
        assert time.monotonic() < until, found
        press()
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


def test_three_banks_sync_on_the_screen_and_again_on_a_key(lonely: Program, tmp_path: Path) -> None:
    with (
        Screen.on(tray=False) as screen,
        shown(lonely, screen, "demo", "--data-dir", str(lonely.ledger)) as program,
    ):
        window = wait_until(lambda: screen.search("--onlyvisible", "--name", "^BudgetSync$"), "a window")[-1]
        first = runs(lonely.ledger, 3)
        assert {state for _, _, state, _ in first} == {"SUCCEEDED"}
        assert sum(added for *_, added in first) > 4_000

        picture = tmp_path / "window.png"
        screen.tool("import", "-window", window, str(picture))
        colours = int(screen.tool("identify", "-format", "%k", str(picture)))
        assert colours > 50  # words, icons and colours, not an empty frame

        def sync() -> None:
            screen.tool("xdotool", "windowactivate", "--sync", window, "key", "--clearmodifiers", "F5")

        again = runs(lonely.ledger, 3, after=first[-1][0], press=sync)
        assert {state for _, _, state, _ in again} == {"SUCCEEDED"}

        program.send_signal(signal.SIGTERM)
        _, said = program.communicate(timeout=30)
    assert program.returncode == 0, said
    assert "Traceback" not in said
    assert lonely.run("demo", "--headless").returncode == 0


def test_a_ledger_that_cannot_be_opened_is_told_in_a_window(lonely: Program) -> None:
    lonely.ledger.mkdir()
    damaged = b"this is no database " * 400
    (lonely.ledger / "ledger.sqlite").write_bytes(damaged)
    words = ("--data-dir", str(lonely.ledger), "--plaid-url", "http://127.0.0.1:9")
    with Screen.on(tray=False) as screen, shown(lonely, screen, *words) as program:
        name = "BudgetSync cannot open"
        box = wait_until(
            lambda: screen.search("--onlyvisible", "--name", name), "a box that says so", program
        )[-1]

        def close() -> bool:
            screen.tool("xdotool", "windowactivate", box, "key", "--window", box, "Escape")
            return program.poll() is not None

        wait_until(close, "the end of the program with its box")
        _, said = program.communicate(timeout=30)
    assert program.returncode == 4, said
    assert "Traceback" not in said
    assert (lonely.ledger / "ledger.sqlite").read_bytes() == damaged


@contextmanager
def shown(lonely: Program, screen: Screen, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Start the program on a screen without a bank that it is told of."""
    child = subprocess.Popen(
        [*PROGRAM, *words],
        cwd=lonely.folder,
        env={**lonely.environment, "DISPLAY": screen.name},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()
