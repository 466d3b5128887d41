"""The program as a screen reader and a keyboard meet it; `make a11y` walks through all of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_program_is_heard_and_gone_through_by_the_keyboard() -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.a11y", "troubled", "search"],
        cwd=ROOT,
        env=kept,
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-2_000:]
    assert ", 0 without a name" in done.stdout.splitlines()[-1]
