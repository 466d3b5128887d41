"""What a double-click opens: remembered in a small file that is never lost in silence."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from budgetsync.domain.errors import SettingsError
from budgetsync.domain.profile import Profile
from budgetsync.host.profile import load_profile, profile_path, save_profile


def test_what_was_chosen_is_found_again_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "config" / "profile.json"
    assert load_profile(path) is None

    save_profile(Profile("sandbox"), path)
    save_profile(Profile("production", tmp_path / "données", "file"), path)

    assert load_profile(path) == Profile("production", tmp_path / "données", "file")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_nothing_of_a_session_is_written(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    profile = Profile("sandbox", vault="memory", session={"BUDGETSYNC_PASSPHRASE": "correct horse"})
    assert "horse" not in repr(profile)

    save_profile(profile, path)

    assert b"horse" not in path.read_bytes()
    assert profile.layer()["BUDGETSYNC_PASSPHRASE"] == "correct horse"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"environment": "moon"}',
        b'{"environment": ["demo"]}',
        b'{"environment": "demo", "vault": "plain"}',
        b'{"environment": "demo", "folder": 7}',
    ],
)
def test_a_file_that_says_nothing_is_told_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "profile.json"
    path.write_bytes(content)

    with pytest.raises(SettingsError) as told:
        load_profile(path)

    assert "untouched" in told.value.message
    assert path.read_bytes() == content


def test_a_choice_that_cannot_be_written_leaves_the_older_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "profile.json"
    save_profile(Profile("demo"), path)

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsError, match="cannot be written"):
        save_profile(Profile("sandbox"), path)

    assert load_profile(path) == Profile("demo")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_file_of_an_older_version_needs_the_environment_only(tmp_path: Path) -> None:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps({"environment": "demo", "later": 1}))

    assert load_profile(path) == Profile("demo")


def test_it_lies_beside_no_ledger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    assert profile_path() == tmp_path / "budgetsync" / "profile.json"
