"""Every test of the store leaves no thread behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.store.ledger_file import LedgerFile


@pytest.fixture(autouse=True)
def no_thread_stays() -> Iterator[None]:
    yield
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("ledger-")] == []


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[LedgerFile]:
    opened = LedgerFile(tmp_path / "folder")
    yield opened
    opened.close()
