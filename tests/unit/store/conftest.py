"""Every test of the store leaves no thread behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.unit.store.ledger_file import LedgerFile


def lanes() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name.startswith("ledger-")}


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    before = lanes()
    yield
    assert lanes() - before == set()


@pytest.fixture
def open_ledger() -> Iterator[Callable[[Path], LedgerFile]]:
    """Opens ledgers that are closed whatever becomes of the test."""
    with ExitStack() as stack:

        def open_it(folder: Path) -> LedgerFile:
            ledger = LedgerFile(folder)
            stack.callback(ledger.close)
            return ledger

        yield open_it


@pytest.fixture
def ledger(tmp_path: Path, open_ledger: Callable[[Path], LedgerFile]) -> LedgerFile:
    return open_ledger(tmp_path / "folder")


@pytest.fixture
def another(tmp_path: Path) -> Iterator[LedgerFile]:
    """A second ledger, to be compared with the first."""
    opened = LedgerFile(tmp_path / "another")
    yield opened
    opened.close()
