"""Reads a `.env` file that a person points to."""

from io import StringIO
from pathlib import Path

from dotenv import dotenv_values

from budgetsync.domain.env_file import EnvFile, read_names
from budgetsync.domain.errors import SettingsError

LARGEST = 64 * 1024  # bytes; a file of settings is a page or two


def read_env_file(path: Path) -> EnvFile:
    """Read a file, and nothing beside it: values are taken as they are written, `${...}` is not filled in.

    Raises:
        SettingsError: It cannot be read, or is no such file.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError:
        message = f"The file {path.name} cannot be read."
        raise SettingsError(message, action="Choose another file, or give yourself access to it.") from None
    text = _decode(content)
    if text is None:
        message = f"{path.name} is not a text file of settings."
        raise SettingsError(message, action="Choose a file with lines such as PLAID_CLIENT_ID=...")
    return read_names(dotenv_values(stream=StringIO(text), interpolate=False))


def _decode(content: bytes) -> str | None:
    if len(content) > LARGEST or b"\0" in content:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
