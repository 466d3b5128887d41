"""What the end-to-end tests share."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from budgetsync.children import BankChild
from tests.e2e.programs import Program

# A shell ignores Ctrl+C in what it starts in the background, and a process hands that on to those that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def lonely(tmp_path: Path) -> Program:
    """The program without any bank."""
    (tmp_path / "home").mkdir()
    return Program(tmp_path)


@pytest.fixture
def program(lonely: Program) -> Iterator[Program]:
    """The program and a demo bank in a process of its own."""
    with BankChild.start(lonely.folder / "bank", seed=7) as bank:
        yield Program(lonely.folder, bank)
