"""Secrets for this session only."""

from budgetsync.domain.errors import SecretMissing


class MemoryVault:
    """Forgets everything when the program ends, and says so."""

    place = "memory, for this session only"

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def check(self) -> None:
        """Memory is always there."""

    def load(self, name: str) -> str:
        """Read a secret of this session."""
        try:
            return self._secrets[name]
        except KeyError:
            message = "Secrets were kept for one session only, and that session is over."
            raise SecretMissing(message) from None

    def save(self, name: str, secret: str) -> None:
        """Keep a secret until the program ends."""
        self._secrets[name] = secret

    def delete(self, name: str) -> None:
        """Forget a secret."""
        self._secrets.pop(name, None)
