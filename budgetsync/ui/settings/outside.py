"""What the settings ask of the program around the core; None where there is none."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from budgetsync.domain.env_file import EnvFile


class LoginStart(Protocol):
    """Whether the program starts when the person logs in. Blocking."""

    @property
    def is_offered(self) -> bool:
        """Whether this system has a way to do it that the program knows."""
        ...

    def is_enabled(self) -> bool:
        """Tell whether a login starts the program."""
        ...

    def enable(self) -> None:
        """Have a login start it.

        Raises:
            OSError: It cannot be written down.
        """
        ...

    def disable(self) -> None:
        """Have no login start it.

        Raises:
            OSError: It cannot be written down.
        """
        ...


@dataclass(frozen=True, slots=True)
class Outside:
    """What the settings need beside the core.

    Attributes:
        login_start: Starts the program at login.
        has_tray: Tells whether there is a tray to go on in.
        read_env: Reads a `.env` file; blocking, raises SettingsError.
    """

    login_start: LoginStart | None = None
    has_tray: Callable[[], bool] = lambda: False
    read_env: Callable[[Path], EnvFile] | None = None
