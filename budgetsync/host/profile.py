"""The file that says what a double-click opens: environment and, where chosen, the data folder. Nothing secret."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from budgetsync.domain.errors import SettingsError
from budgetsync.domain.profile import ENVIRONMENTS, VAULTS, Profile
from budgetsync.host.paths import config_folder

FILE_NAME = "profile.json"
_WRITE_ACCESS = "Make room and give yourself write access to it, then try again."


def profile_path() -> Path:
    """Where the profile lies: in the config folder, which is not that of any ledger."""
    return config_folder() / FILE_NAME


def load_profile(path: Path) -> Profile | None:
    """Read the profile; None where nobody has chosen anything yet.

    Raises:
        SettingsError: The file is there and says nothing that can be used. It is left as it is.
    """
    try:
        told = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        raise _unreadable(path) from None
    return _profile_of(told, path)


def save_profile(profile: Profile, path: Path) -> None:
    """Write the profile so that a crash leaves the old or the new one, for the owner's eyes only.

    Raises:
        SettingsError: It cannot be written.
    """
    told = {"environment": profile.environment, "vault": profile.vault}
    if profile.folder is not None:
        told["folder"] = str(profile.folder)
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(json.dumps(told, indent=1).encode())
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        message = f"What you chose cannot be written to {path}."
        raise SettingsError(message, title="Your choice is not remembered", action=_WRITE_ACCESS) from None


def _profile_of(told: Any, path: Path) -> Profile:  # noqa: ANN401 - as JSON gives it
    if not isinstance(told, dict):
        raise _unreadable(path)
    environment, vault, folder = told.get("environment"), told.get("vault", "auto"), told.get("folder")
    if environment not in ENVIRONMENTS or vault not in VAULTS or not isinstance(folder, str | None):
        raise _unreadable(path)
    return Profile(environment, Path(folder) if folder else None, vault)


def _unreadable(path: Path) -> SettingsError:
    message = (
        f"The file {path} cannot be read, so what you chose before is not known. Your ledgers are untouched."
    )
    return SettingsError(
        message, title="Your choice cannot be read", action="Choose again; the file is then written anew."
    )
