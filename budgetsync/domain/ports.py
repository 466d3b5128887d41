"""Where the engine ends and the world begins. Each port has at least two implementations.

Provider: Plaid, a scripted one in the tests. Vault: keyring, sealed file, memory. Clock: system, set by hand.
"""

from datetime import datetime
from typing import Protocol

from budgetsync.domain.item import Connection
from budgetsync.domain.notices import Notice
from budgetsync.domain.sync import SyncPage


class Clock(Protocol):
    """The time, so that tests and simulations can bring their own."""

    def now(self) -> datetime:
        """The wall clock, aware UTC."""
        ...


class Provider(Protocol):
    """A service that transactions come from. All methods are safe to cancel and raise ProviderError only."""

    async def fetch_page(self, access_token: str, cursor: str) -> SyncPage:
        """Fetch one page of what changed after a cursor; "" is the whole history.

        Raises:
            PaginationMutated: The loop has to begin again at its first cursor.
            ProviderError: Any other reason, by what happens next.
        """
        ...

    async def fetch_as_of(self, access_token: str) -> datetime | None:
        """Ask when the provider last had news from the bank; None where it does not say. Aware UTC."""
        ...

    async def connect_sandbox(self, institution_id: str) -> Connection:
        """Connect a test bank without a person signing in (the provider's sandbox or the demo bank)."""
        ...

    def close(self) -> None:
        """Let go of threads and sockets. Calls under way end with an error."""
        ...


class Notifier(Protocol):
    """Where notices are said aloud: the desktop's own service, the tray, a log. On the loop's thread, at once."""

    def show(self, notice: Notice) -> None:
        """Say a notice; one of the same cause that is still shown is replaced."""
        ...

    def withdraw(self, cause: str) -> None:
        """Take a notice away that is still shown; one that is not is no error."""
        ...


class Vault(Protocol):
    """The place for secrets. Blocking: callers use a worker thread."""

    @property
    def place(self) -> str:
        """Where secrets are kept, in words for the user."""
        ...

    def check(self) -> None:
        """Make sure that a secret could be kept now.

        Raises:
            VaultError: It could not.
        """
        ...

    def load(self, name: str) -> str:
        """Read a secret.

        Raises:
            SecretMissing: There is none of this name.
            VaultError: The store does not open.
        """
        ...

    def save(self, name: str, secret: str) -> None:
        """Write a secret durably, over an older one.

        Raises:
            VaultError: It was not stored.
        """
        ...

    def delete(self, name: str) -> None:
        """Forget a secret; one that is not there is no error."""
        ...
