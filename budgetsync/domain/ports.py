"""Where the engine ends and the world begins. Each port has at least two implementations.

Provider: Plaid, a scripted one in the tests. Vault: keyring, sealed file, memory. Clock: system, set by hand.
Surroundings: the Linux system bus, none. Ownership: a lock on the data folder, one that the tests hold.
Relay: a mailbox over HTTP, one that the tests hold. Receiver: an HTTP server, one that the tests hold.
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol, runtime_checkable

from budgetsync.domain.item import Connection, ItemStanding
from budgetsync.domain.link import LinkPage, LinkRequest, LinkVisit
from budgetsync.domain.notices import Notice
from budgetsync.domain.realtime import Device, Light, Mailbox, MailboxEvent, TestResult
from budgetsync.domain.situation import Signal, Situation
from budgetsync.domain.statement import StatementFile
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.domain.sync import SyncPage
from budgetsync.domain.webhook import Delivery, WebhookEvent


class Clock(Protocol):
    """The time, so that tests and simulations can bring their own."""

    def now(self) -> datetime:
        """The wall clock, aware UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds since some moment, on a clock that nobody sets; it may stand still while the computer sleeps."""
        ...


class Surroundings(Protocol):
    """Network, power and sleep, as the system tells them. Everything is called on the loop's thread."""

    def situation(self) -> Situation:
        """How things stand now, as far as it is known."""
        ...

    def watch(self, listener: Callable[[Signal], None], /) -> Callable[[], None]:
        """Have a function called with every signal; what is returned ends that. Listeners return at once."""
        ...

    async def follow(self) -> None:
        """Keep the situation current until cancelled; returns where there is nothing to follow."""
        ...


class Ownership(Protocol):
    """The right to run the engine of a data folder, which one process has at a time. Blocking."""

    def claim(self) -> bool:
        """Try to get it; False when another process has it.

        Raises:
            OSError: The folder cannot be used.
        """
        ...

    def release(self) -> None:
        """Give it up; nothing happens where it is not held."""
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

    async def fetch_standing(self, access_token: str) -> ItemStanding:
        """Ask how the connection itself stands: how fresh the bank's news are, consent, errors."""
        ...

    def read_row(self, raw: bytes) -> SyncPage:
        """Read a row that was kept aside, as it came, by the rules of today. Quick; asks nobody.

        Returns:
            A page with that row, or with its problem.
        """
        ...

    def show_row(self, raw: bytes) -> str:
        """Show a row as it came for a person or a report: without ids, names and texts."""
        ...

    async def connect_sandbox(self, institution_id: str, webhook: str = "") -> Connection:
        """Connect a test bank without a person signing in (the provider's sandbox or the demo bank).

        Args:
            webhook: Where the provider tells news to; "" for nowhere.
        """
        ...

    def close(self) -> None:
        """Let go of threads and sockets. Calls under way end with an error."""
        ...

    @property
    def webhooks(self) -> "Webhooks | None":
        """How its news are told from forged ones; None where this provider sends none."""
        ...

    @property
    def links(self) -> "Links | None":
        """How a person connects banks; None where this provider has no page for it."""
        ...


@runtime_checkable
class Claims(Protocol):
    """A provider whose connections begin with a token that a person brings."""

    async def claim(self, setup_token: str) -> Connection:
        """Turn a setup token into a connection, once: what is returned is the only copy of its key.

        Raises:
            ReauthRequired: It was claimed before, or never was one: it may be compromised.
            ProviderError: Any other reason, by what happens next.
        """
        ...


class Webhooks(Protocol):
    """The provider's news: whether they are genuine, and where they go. Safe to cancel."""

    async def verify(self, delivery: Delivery, now: datetime) -> WebhookEvent:
        """Make sure that a webhook is the provider's, and read it.

        Args:
            now: What its age is measured by; where it waited here for its key, when it came.

        Raises:
            WebhookRejected: It is not, or it is not for this environment. For good.
            TransientError: Its key could not be asked for now; to be tried again. `RateLimited` where so many keys
                were asked for already that it has to wait.
        """
        ...

    async def set_address(self, access_token: str, url: str) -> None:
        """Tell the provider where a connection's news go from now on; "" for nowhere.

        Raises:
            ProviderError: It did not take it, by what happens next.
        """
        ...


class RelayInbox(Protocol):
    """Where a relay's entries go. Both return when everything is committed, and raise StoreError only."""

    async def take(self, epoch: str, events: Sequence[MailboxEvent], /) -> None:
        """Commit entries, oldest first, and the cursor with them, so that they can be acknowledged."""
        ...

    async def begin_epoch(self, epoch: str, /) -> None:
        """The relay's database is a new or an older one: have everything synced, and begin at 0."""
        ...


class Relay(Protocol):
    """Our end of a relay. Its keys are in the vault. Safe to cancel; raises RelayError, VaultError only."""

    @property
    def light(self) -> Light:
        """How it stands now."""
        ...

    def watch(self, listener: Callable[[], None], /) -> Callable[[], None]:
        """Have a function called when the light changed; what is returned ends that. On the loop's thread."""
        ...

    async def follow(self, mailbox: Mailbox, inbox: RelayInbox, /) -> None:
        """Take in what comes until cancelled; returns where a person has to pair anew. Reconnects by itself."""
        ...

    def wake(self) -> None:
        """The network is back or the computer woke up: connect anew now."""
        ...

    async def pair(self, relay: str, name: str, invite: str, /) -> Mailbox:
        """Get a mailbox; keys are in the vault before the relay hears of them, so that asking again is safe."""
        ...

    async def test(self, mailbox: Mailbox, /) -> TestResult:
        """Post a webhook of our own to the public address, and see whether `follow` gets it."""
        ...

    async def rotate(self, mailbox: Mailbox, /) -> str:
        """Get another address that the provider posts to; the older one still works until `retire`."""
        ...

    async def retire(self, mailbox: Mailbox, address: str, /) -> None:
        """Have an older address closed."""
        ...

    async def list_devices(self, mailbox: Mailbox, /) -> tuple[Device, ...]:
        """Every device that reads the mailbox, oldest first."""
        ...

    async def revoke_device(self, mailbox: Mailbox, device: str, /) -> None:
        """Shut a device out at once."""
        ...

    async def make_request(self, relay: str, name: str, /) -> str:
        """What is typed at a device of the mailbox, so that it lets this computer in. Text without secrets."""
        ...

    async def approve(self, mailbox: Mailbox, request: str, /) -> str:
        """Let another computer in.

        Returns:
            What is typed there, for `join`. Text without secrets.
        """
        ...

    async def join(self, approval: str, now: datetime, /) -> Mailbox:
        """Become another device of a mailbox."""
        ...

    async def leave(self, mailbox: Mailbox, /) -> None:
        """Take this device off the mailbox, close it where no other reads it, and forget the keys."""
        ...


class Receiver(Protocol):
    """Takes webhooks straight from the provider."""

    @property
    def listens_at(self) -> str:
        """Where it listens, as `http://HOST:PORT/PATH`, secret part included; "" while it does not."""
        ...

    def watch(self, listener: Callable[[], None], /) -> Callable[[], None]:
        """Have a function called when it began or ended to listen; what is returned ends that. On the loop's thread."""
        ...

    async def follow(self, take: Callable[[Delivery], Awaitable[None]], /) -> None:
        """Listen until cancelled; each is answered 200 after `take` has returned, 503 where it raised.

        Raises:
            RelayError: It cannot listen there.
            VaultError: The secret part of the path is in a vault that does not open.
        """
        ...


class Links(Protocol):
    """Connecting, repairing and removing connections. Safe to cancel; raises ProviderError only."""

    async def open_page(self, wanted: LinkRequest) -> LinkPage:
        """Have a page made on which a person signs in at a bank."""
        ...

    async def look(self, page: LinkPage) -> LinkVisit:
        """Ask how far the person came. To be asked every few seconds."""
        ...

    async def exchange(self, visit: LinkVisit) -> Connection:
        """Turn a visit that is done into a connection, once: what is returned is the only copy of its key."""
        ...

    async def remove(self, access_token: str) -> None:
        """End a connection at the provider; its key is worth nothing afterwards.

        Raises:
            ItemGone: It had ended before.
        """
        ...

    async def refresh(self, access_token: str) -> None:
        """Have the bank itself asked for news. It may cost money; what comes is told by a later sync."""
        ...

    async def check_keys(self) -> None:
        """Make sure that the provider accepts our keys for this environment, by a call that is free.

        Raises:
            ProviderRejected: It does not.
        """
        ...


StatementReader = Callable[[Path, ReadOptions], StatementFile]
"""Reads a statement file, whatever its format; blocking, and raises StatementError only."""


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
