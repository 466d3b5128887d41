"""One owner for each data folder, folders apart, and a clock that knows its zone."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from budgetsync.host.clock import SystemClock
from budgetsync.host.ownership import FILE_NAME, Ownership
from budgetsync.host.paths import data_folder, demo_key_path, resources_folder
from tests.unit.store.ledger_file import child, hear

CLAIM = """
import sys
from pathlib import Path
from budgetsync.host.ownership import Ownership
claim = Ownership(Path(sys.argv[1]))
print(claim.claim(), flush=True)
sys.stdin.readline()
"""


def test_one_process_owns_a_folder_until_it_ends_however_that_comes(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    own = Ownership(folder)
    with child(CLAIM, folder) as other:
        assert hear(other) == "True"
        assert own.claim() is False
        with child(CLAIM, folder) as third:
            assert hear(third) == "False"
        other.kill()
        other.wait(20)

        assert own.claim() is True
    with child(CLAIM, folder) as late:
        assert hear(late) == "False"
    own.release()


def test_a_folder_given_up_is_free_and_giving_up_twice_is_no_error(tmp_path: Path) -> None:
    first, second = Ownership(tmp_path), Ownership(tmp_path)
    assert (first.claim(), second.claim()) == (True, False)

    first.release()
    first.release()

    assert second.claim() is True
    second.release()
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_two_folders_have_two_owners(tmp_path: Path) -> None:
    one, two = Ownership(tmp_path / "a"), Ownership(tmp_path / "b")

    assert (one.claim(), two.claim()) == (True, True)
    one.release()
    two.release()


def test_environments_never_share_a_folder_and_the_key_is_in_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home-of-a-test")
    folders = {data_folder(name) for name in ("demo", "sandbox", "production")}

    assert len(folders) == 3
    assert not [folder for folder in folders if demo_key_path().is_relative_to(folder)]


def test_resources_are_there() -> None:
    assert resources_folder().is_dir()


def test_the_clock_is_aware_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()

    assert now.tzinfo is UTC
    assert now >= before
