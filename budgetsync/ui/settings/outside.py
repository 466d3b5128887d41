"""What settings and other pages ask of the program around the core; None where there is none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from budgetsync.domain.env_file import EnvFile
from budgetsync.domain.log_line import LogLine


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
    """What pages need beside the core.

    Attributes:
        login_start: Starts the program at login.
        has_tray: Tells whether there is a tray to go on in.
        read_env: Reads a `.env` file; blocking, raises SettingsError.
        read_log: Gives the lines of the log that came after the one with a number.
    """

    login_start: LoginStart | None = None
    has_tray: Callable[[], bool] = lambda: False
    read_env: Callable[[Path], EnvFile] | None = None
    read_log: Callable[[int], Sequence[LogLine]] = lambda _after: ()
