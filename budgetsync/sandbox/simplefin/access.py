"""Setup tokens, each claimed once, and what they give: access that is disabled where it asks too often."""

import base64
from dataclasses import dataclass
from typing import Final

from budgetsync.sandbox.ids import opaque_id

REQUESTS_A_DAY: Final = 24
_DAY: Final = 86_400


@dataclass(slots=True)
class Grant:
    """What a claimed token gives.

    Attributes:
        day: The day whose requests are counted, and how many there were.
        disabled: It asked too often.
    """

    user: str
    password: str
    day: int = 0
    requests: int = 0
    disabled: bool = False

    def admit(self, second: int) -> bool:
        """Count a request; False where there were too many, for ever after."""
        if second // _DAY != self.day:
            self.day, self.requests = second // _DAY, 0
        self.requests += 1
        self.disabled = self.disabled or self.requests > REQUESTS_A_DAY
        return not self.disabled


class Grants:
    """Every token of a bank and every grant. They last as long as the bank runs.

    Args:
        seed: the world's.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._open: dict[str, int] = {}
        self._made = 0
        self._grants: dict[str, Grant] = {}

    def create(self) -> str:
        """The code of a new setup token."""
        self._made += 1
        code = opaque_id("simplefin", str(self._seed), "claim", str(self._made))
        self._open[code] = self._made
        return code

    def claim(self, code: str) -> Grant | None:
        """What a code gives, once; None for one that is unknown or was claimed."""
        number = self._open.pop(code, None)
        if number is None:
            return None
        grant = Grant(
            opaque_id("simplefin", str(self._seed), "user", str(number)),
            opaque_id("simplefin", str(self._seed), "password", str(number)),
        )
        self._grants[grant.user] = grant
        return grant

    def find(self, header: str) -> Grant | None:
        """The grant that an Authorization header names; None for a wrong one."""
        kind, _, packed = header.partition(" ")
        try:
            user, _, password = base64.b64decode(packed, validate=True).decode().partition(":")
        except ValueError:
            return None
        grant = self._grants.get(user)
        return grant if kind == "Basic" and grant is not None and grant.password == password else None
