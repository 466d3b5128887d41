"""What a start of the program asks for, also of one that runs already."""

import os
from dataclasses import dataclass
from typing import Final

_TOKENS: Final = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start asks for.

    Attributes:
        background: No window is asked for.
        page: The page that it is to show; "" for the one that it shows anyway.
        token: The desktop's permission to come to the front; "" where it gave none.
    """

    background: bool = False
    page: str = ""
    token: str = ""

    @classmethod
    def of_start(cls, *, background: bool = False, page: str = "") -> "Wish":
        """Make the wish of this very start, with the permission that its launcher gave it."""
        token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
        return cls(background, page, token)
