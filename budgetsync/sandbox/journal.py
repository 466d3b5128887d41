"""What was asked of the bank, for ``/control/requests``; without a single secret."""

from collections import deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

_KEPT: Final = 10_000
_SECRETS: Final = frozenset(
    {"client_id", "secret", "access_token", "public_token", "link_token", "override_password", "user_auth"}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One request and its answer.

    Attributes:
        number: its place among all requests, from 1.
        at: the bank's second.
        body: what was asked, with every secret blanked.
        error_code: what was answered, where it was an error.
        fault: the kind of fault that struck.
    """

    number: int
    at: int
    path: str
    item_id: str | None
    request_id: str
    status: int
    error_code: str | None
    fault: str | None
    body: dict[str, Any]


class Journal:
    """The latest ten thousand requests."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=_KEPT)
        self.count = 0
        """How many there were in all."""

    def write(
        self,
        *,
        at: int,
        path: str,
        item_id: str | None,
        request_id: str,
        status: int,
        error_code: str | None,
        fault: str | None,
        body: Mapping[str, Any],
    ) -> None:
        """Note a request."""
        self.count += 1
        safe = _blanked(body)
        entry = Entry(self.count, at, path, item_id, request_id, status, error_code, fault, safe)
        self._entries.append(entry)

    def entries(self, *, after: int = 0, path: str | None = None) -> list[dict[str, Any]]:
        """The requests after a number, of one path only where given; oldest first."""
        return [
            asdict(entry) for entry in self._entries if entry.number > after and path in {None, entry.path}
        ]


def _blanked(body: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: "..." if name in _SECRETS and value else _blanked(value) if isinstance(value, dict) else value
        for name, value in body.items()
    }
