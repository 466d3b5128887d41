"""A place for secrets that is opened when the first secret is needed, and can be changed for another one."""

import threading
from collections.abc import Callable
from contextlib import suppress

from budgetsync.domain.errors import SecretMissing, VaultError
from budgetsync.domain.ports import Vault


class LazyVault:
    """Stands for a vault until that is needed: looking at the ledger needs none. Safe on several threads."""

    def __init__(self, place: str, open_vault: Callable[[], Vault]) -> None:
        """Prepare.

        Args:
            place: Where secrets are kept, in words, before it was opened.
            open_vault: Opens it; what it raises is raised at each use, until it opens.
        """
        self._place = place
        self._open_vault = open_vault
        self._vault: Vault | None = None
        self._newer: Vault | None = None
        self._lock = threading.Lock()

    @property
    def place(self) -> str:
        """Where secrets are kept; more exactly once it was opened, such as which keyring."""
        vault = self._newer or self._vault
        return self._place if vault is None else vault.place

    def turn_to(self, vault: Vault | None) -> None:
        """Keep secrets in another vault from now on; what the first one has is still found there.

        Args:
            vault: None for the first one again.
        """
        self._newer = vault

    def check(self) -> None:
        """Open the vault now."""
        (self._newer or self._opened()).check()

    def load(self, name: str) -> str:
        """Read a secret."""
        newer = self._newer
        if newer is not None:
            with suppress(SecretMissing):
                return newer.load(name)
        return self._opened().load(name)

    def save(self, name: str, secret: str) -> None:
        """Write a secret."""
        (self._newer or self._opened()).save(name, secret)

    def delete(self, name: str) -> None:
        """Forget a secret."""
        newer = self._newer
        if newer is None:
            self._opened().delete(name)
            return
        newer.delete(name)
        with suppress(
            VaultError
        ):  # the reason why there is a newer one; what it still has is worth nothing now
            self._opened().delete(name)

    def _opened(self) -> Vault:
        with self._lock:
            if self._vault is None:
                self._vault = self._open_vault()
            return self._vault
