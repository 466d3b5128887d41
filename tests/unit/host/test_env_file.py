"""A `.env` that a person points to: names are shown, values are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from budgetsync.domain.errors import SettingsError
from budgetsync.domain.keys import Keys
from budgetsync.host.env_file import LARGEST, read_env_file


def test_the_usual_names_are_found_and_no_value_is_shown(tmp_path: Path) -> None:
    path = tmp_path / ".env"
    path.write_text(
        "\ufeff# keys\n"
        "NEXT_PUBLIC_PLAID_CLIENT_ID=other-id\n"
        "PLAID_CLIENT_ID = 'the-id'\n"
        'export PLAID_SECRET="the # secret"\n'
        "PLAID_ENV=production # real\n"
        "NEXT_PUBLIC_SYNC_SCHEDULE_INTERVAL=3600000\n"
        "PLAID_WEBHOOK_URL=\n"
        "OPENAI_API_KEY=${HOME}\n"
        "FAVOURITE_COLOUR=blue\n",
        "utf-8",
    )

    found = read_env_file(path)

    assert found.names == (
        "PLAID_CLIENT_ID",
        "PLAID_SECRET",
        "PLAID_ENV",
        "SYNC_SCHEDULE_INTERVAL",
        "OPENAI_API_KEY",
    )
    assert found.unknown == ("FAVOURITE_COLOUR",)
    assert found.keys == Keys("the-id", "the # secret")
    assert found.secrets == ("PLAID_CLIENT_ID", "PLAID_SECRET", "OPENAI_API_KEY")
    assert found.values["OPENAI_API_KEY"] == "${HOME}"
    assert found.values["PLAID_ENV"] == "production"
    shown = repr(found) + repr(found.keys)
    assert not any(value in shown for value in ("the-id", "the # secret", "3600000"))


def test_a_file_without_any_of_them_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("")

    found = read_env_file(path)

    assert (found.names, found.unknown, bool(found.keys)) == ((), (), False)


@pytest.mark.parametrize("content", [b"PLAID_SECRET=\xff\xfe", b"A=1\0", b"A=" + b"x" * LARGEST])
def test_what_is_no_file_of_settings_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(content)

    with pytest.raises(SettingsError, match="not a text file"):
        read_env_file(path)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        read_env_file(tmp_path / "nowhere.env")
    with pytest.raises(SettingsError, match="cannot be read"):
        read_env_file(tmp_path)
