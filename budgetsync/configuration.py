"""Settles what is opened: settings from every place that may name them, and the data folder.

Light to import: the window has to know its folder before anything else is loaded.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from budgetsync.domain.errors import SettingsError
from budgetsync.domain.profile import DEMO, Profile
from budgetsync.domain.settings import Settings, names_told, pick, resolve
from budgetsync.host.paths import data_folder

_KEYS = ("PLAID_CLIENT_ID", "PLAID_SECRET")


def load_settings(
    command_line: Mapping[str, str | None],
    demo_keys: Callable[[], tuple[str, str]],
    folder: Path | None = None,
    profile: Profile | None = None,
) -> tuple[Settings, Path]:
    """Settle settings and data folder: command line > environment > .env in the working folder > stored.

    Args:
        command_line: By the names of `domain.settings.NAMES`.
        demo_keys: Gives client id and secret of the demo bank, used where the address is on the loopback
            and none were typed or are in the environment: a .env holds real keys, which never go there.
        folder: The data folder where nothing names one; None = the environment's own.
        profile: What a person chose to be opened; goes before what a ledger remembers. A demo's is the caller's:
            its folder and address are given, so nothing of it is needed here.

    Raises:
        SettingsError: A value that cannot be used.
    """
    from budgetsync.store.database import FILE_NAME  # noqa: PLC0415 - the store is large
    from budgetsync.store.settings import REMEMBERED, peek_settings  # noqa: PLC0415

    dotenv = read_dotenv()
    given: tuple[Mapping[str, str | None], ...] = (command_line, os.environ)
    chosen = _layer(profile, *given, dotenv)
    named = pick("BUDGETSYNC_DATA_DIR", *given, dotenv, chosen)
    folder = Path(named).expanduser() if named else folder
    layers = [*given, dotenv, chosen]
    if folder is not None and not any(pick(name, *layers) for name in REMEMBERED):
        layers.append(peek_settings(folder / FILE_NAME))
    settings = resolve(*layers)
    if settings.plaid_env == "demo":
        client_id, secret = demo_keys()
        fallback = {"PLAID_CLIENT_ID": client_id, "PLAID_SECRET": secret}
        without_keys = {name: value for name, value in dotenv.items() if "PLAID_" not in name}
        settings = resolve(*given, fallback, {"PLAID_URL": settings.plaid_url}, without_keys, chosen)
    settings = replace(settings, told=names_told(*given, dotenv))
    return settings, folder or data_folder(settings.plaid_env)


def _layer(profile: Profile | None, *stronger: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """A profile says what is opened where nobody names something else; then nothing of it counts."""
    named = pick("BUDGETSYNC_DATA_DIR", *stronger) or pick("PLAID_URL", *stronger)
    if profile is None or named:
        return {}
    environment = pick("PLAID_ENV", *stronger).lower() or profile.environment
    return profile.layer() if environment == profile.environment else {}


def find_folder(
    command_line: Mapping[str, str | None], folder: Path | None = None, profile: Profile | None = None
) -> Path:
    """Find the data folder as `load_settings` does, without opening what lies in it.

    A damaged ledger is what `restore` is there for.

    Raises:
        SettingsError: As `load_settings`.
    """
    given: tuple[Mapping[str, str | None], ...] = (command_line, os.environ, read_dotenv())
    layers = (*given, _layer(profile, *given))
    named = pick("BUDGETSYNC_DATA_DIR", *layers)
    if named:
        return Path(named).expanduser()
    return folder or data_folder(resolve(*layers).plaid_env)


def read_dotenv() -> dict[str, str | None]:
    """Read the `.env` of the working folder; nothing where there is none.

    Raises:
        SettingsError: It is there and cannot be read.
    """
    path = Path(".env")
    try:
        if not path.is_file():
            return {}
        from dotenv import dotenv_values  # noqa: PLC0415 - seldom there

        return dotenv_values(path)
    except (OSError, UnicodeDecodeError):
        message = "The file .env in this folder cannot be read."
        raise SettingsError(message, action="Make it readable UTF-8, or move it away.") from None


def needs_guide(profile: Profile | None, command_line: Mapping[str, str | None]) -> bool:
    """Tell whether a person has to choose, or to type a passphrase, before anything can be opened.

    Args:
        profile: What was chosen before.
        command_line: What was typed, by the names of settings.

    Raises:
        SettingsError: The `.env` of the working folder cannot be read.
    """
    layers = command_line, os.environ, read_dotenv()
    named = pick("PLAID_URL", *layers) or pick("BUDGETSYNC_DATA_DIR", *layers)
    if named or all(pick(name, *layers) for name in _KEYS):
        return False
    if profile is None:
        return True
    if profile.environment == DEMO:
        return False
    asks = profile.vault == "file" and not pick("BUDGETSYNC_PASSPHRASE", *layers)
    return asks or profile.vault == "memory"
