"""Secrets in the operating system's keyring."""

import secrets
import threading
from collections.abc import Callable
from typing import TypeVar

from budgetsync.domain.errors import SecretMissing, VaultError, VaultLocked

T = TypeVar("T")
SERVICE = "BudgetSync"
PROBE_TIMEOUT = 10.0  # seconds; a keyring that waits for a password nobody is asked for never answers


class KeyringVault:
    """The keyring that the package `keyring` finds on this system.

    Opening it writes, reads and deletes a probe: a locked keyring looks fine until something is written.
    """

    def __init__(self, *, timeout: float = PROBE_TIMEOUT) -> None:
        """Find the keyring and try it.

        Args:
            timeout: Seconds that any one step may take before the keyring counts as locked.

        Raises:
            VaultLocked: It is there and does not open.
            VaultError: There is none that keeps secrets safely.
        """
        import keyring  # noqa: PLC0415 - 50 ms that a program without a keyring need not spend
        from keyring.backends import fail  # noqa: PLC0415

        self._keyring = keyring.get_keyring()
        self._errors = keyring.errors
        self._timeout = timeout
        if isinstance(self._keyring, fail.Keyring) or self._keyring.priority <= 0:
            message = "This system has no keyring for secrets."
            raise VaultError(
                message,
                title="No keyring",
                action="Start a keyring service, or set BUDGETSYNC_PASSPHRASE to use a sealed file.",
            )
        self.place = f"the system keyring ({self._keyring.name})"
        self._probe()

    def check(self) -> None:
        """Write, read and delete a probe."""
        self._probe()

    def load(self, name: str) -> str:
        """Read a secret from the keyring."""
        secret = self._patiently(lambda: self._keyring.get_password(SERVICE, name))
        if secret is None:
            message = "The keyring of this computer has no key for this connection."
            raise SecretMissing(message)
        return secret

    def save(self, name: str, secret: str) -> None:
        """Write a secret to the keyring."""
        self._patiently(lambda: self._keyring.set_password(SERVICE, name, secret))

    def delete(self, name: str) -> None:
        """Forget a secret; one that is not there is no error."""

        def forget() -> None:
            if self._keyring.get_password(SERVICE, name) is not None:
                self._keyring.delete_password(SERVICE, name)

        self._patiently(forget)

    def _probe(self) -> None:
        name, secret = f"probe/{secrets.token_hex(4)}", secrets.token_hex(8)
        self.save(name, secret)
        if self.load(name) != secret:
            message = "The keyring did not give back what was written to it."
            raise VaultError(message)
        self.delete(name)

    def _patiently(self, step: Callable[[], T]) -> T:
        """Run a step of the keyring, which may block for ever, for a limited time."""
        results: list[T] = []
        failures: list[Exception] = []

        def work() -> None:
            try:
                results.append(step())
            except (self._errors.KeyringError, OSError, RuntimeError) as error:
                failures.append(error)

        thread = threading.Thread(target=work, name="keyring", daemon=True)
        thread.start()
        thread.join(self._timeout)
        if results:
            return results[0]
        if thread.is_alive() or isinstance(failures[0], self._errors.KeyringLocked):
            message = "The keyring is locked, or waits for a password."
            raise VaultLocked(message)
        message = "The keyring did not accept a step."
        raise VaultError(message) from failures[0]
