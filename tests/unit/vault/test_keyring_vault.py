"""A real keyring: gnome-keyring-daemon on a session bus of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CHILD = Path(__file__).with_name("keyring_child.py")
ROOT = Path(__file__).parents[3]
START = 'printf "a password" | gnome-keyring-daemon --unlock --components=secrets > /dev/null; exec "$0" "$@"'


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("DBUS_", "XDG_", "PYTHON"))
    }
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    places = {"XDG_RUNTIME_DIR": runtime, "XDG_DATA_HOME": home / "data", "XDG_CONFIG_HOME": home / "config"}
    return {
        **kept,
        "HOME": str(home),
        "PYTHONPATH": str(ROOT),
        **{name: str(path) for name, path in places.items()},
        **more,
    }


def beside_a_keyring(home: Path, step: str) -> dict[str, Any]:
    command = ["dbus-run-session", "--", "sh", "-c", START, sys.executable, str(CHILD), step]
    done = subprocess.run(
        command, env=environment(home), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_secrets_are_kept_found_and_forgotten(tmp_path: Path) -> None:
    told = beside_a_keyring(tmp_path, "keep")

    assert "keyring" in told["place"]
    assert told["loaded"]
    assert told["other"] == "x"
    assert "Reconnect" in told["missing"]
    assert told["entries"] == ["db/demo/plaid/item-2"]


def test_a_locked_keyring_is_told_within_its_time(tmp_path: Path) -> None:
    told = beside_a_keyring(tmp_path, "lock")

    assert told["codes"] == ["VaultLocked"] * 3
    assert told["seconds"] < 15
    assert not told["shown"]


def test_a_persons_own_keys_lie_in_the_keyring_alone_and_are_used_from_there(tmp_path: Path) -> None:
    told = beside_a_keyring(tmp_path, "keys")

    assert told["profile"]
    assert told["entries"] == ["keys/sandbox/plaid"]
    assert told["settings"] == ["sandbox", "keyring", ""]
    assert "keyring" in told["place"]
    assert not told["readable"]


def test_a_locked_keyring_takes_no_keys_and_nothing_is_remembered(tmp_path: Path) -> None:
    told = beside_a_keyring(tmp_path, "lock_keys")

    assert told == {"code": "VaultLocked", "profile": False}


@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", ""])
def test_without_a_keyring_it_is_told_what_to_do(tmp_path: Path, backend: str) -> None:
    """The last one looks for itself, on a machine without a session bus."""
    chosen = (
        {"PYTHON_KEYRING_BACKEND": backend} if backend else {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}
    )
    done = subprocess.run(
        [sys.executable, str(CHILD), "none"],
        env=environment(tmp_path, **chosen),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    told = json.loads(done.stdout)
    assert told["code"] == "VaultError"
    assert told["title"] == "No keyring"
    assert "BUDGETSYNC_PASSPHRASE" in told["action"]
