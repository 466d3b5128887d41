"""By whose clock and whose formats rows are read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale


@dataclass(frozen=True, slots=True)
class Reading:
    """How the page writes what it shows.

    Attributes:
        locale: Whose formats are used.
        today: What "Today" is, at the moment that it is asked.
    """

    locale: QLocale
    today: Callable[[], date]
