"""Everything that can go wrong, by what happens next.

::

    BudgetSyncError(title, message, action)
    |- ProviderError(code, request_id)
    |  |- TransientError        tried again by itself
    |  |  |- Offline            no connection to the provider
    |  |  |- ProviderUnavailable   the provider or the bank is down, or answered nonsense
    |  |  |- RateLimited        too many requests; retry_after in seconds where it was told
    |  |  `- PaginationMutated  the pages of one loop no longer fit together: restart the loop
    |  |- ReauthRequired        the user signs in again
    |  |- ItemGone              the user connects the bank anew; history is kept
    |  `- ProviderRejected      keys or request are wrong; stops until the set-up is changed
    |- PayloadError             one row that cannot be read; the run goes on without it
    |- StoreError
    |  |- StoreBusy             another program holds the database; tried again
    |  |- StoreFull             no space left, or the medium is failing
    |  |- StoreReadOnly         the file or folder cannot be written
    |  |- StoreCorrupt          not a readable database; it is left untouched
    |  `- SchemaTooNew          written by a newer BudgetSync; it is left untouched
    |- VaultError
    |  |- VaultLocked           the keyring does not open
    |  `- SecretMissing         the ledger knows the connection, the vault does not
    |- RelayError
    |  |- WebhookRejected       not genuine, or not for us; counted and dropped
    |  |- RelayUnreachable      no connection, or it answered nonsense; tried again
    |  `- RelayRefused          it does not know the mailbox, the device or the invite
    |- StatementError           a file that cannot be imported as a whole
    |  |- UnknownFormat         it is none of the formats that are read
    |  |- StatementBroken       it is one of them, and cannot be read
    |  `- StatementRefused      too large, or made to do harm
    |- SettingsError            a setting that cannot be used
    `- UsageError               a command that cannot be carried out as it was given
       `- ArchiveRefused        a file that is not read into the ledger

Title, message and action are written here, never by an SDK. No token, account number or payload is in any of
them; a provider's own code is, since people search for it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a person is told: what happened, and what can be done about it.

    Attributes:
        code: The provider's error code or the name of our class; stable, fit for a search.
        action: One sentence that begins with a verb; there always is one.
    """

    code: str
    title: str
    message: str
    action: str


class BudgetSyncError(Exception):
    """Root of all errors that are told to a person.

    Attributes:
        title: A few words, no full stop.
        message: What happened, one or two sentences.
        action: What the person can do, one sentence that begins with a verb.
    """

    title = "Something went wrong"
    action = "Try again; if it stays, copy the details and report it."

    def __init__(self, message: str, *, title: str | None = None, action: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if title is not None:
            self.title = title
        if action is not None:
            self.action = action

    @property
    def code(self) -> str:
        """A stable name to search for."""
        return type(self).__name__

    @property
    def trouble(self) -> Trouble:
        """The same as a value, for rows and events."""
        return Trouble(self.code, self.title, self.message, self.action)


class ProviderError(BudgetSyncError):
    """The provider, or what stands between it and us, did not give what was asked for.

    Attributes:
        provider_code: The provider's own error code, or "" where there was none.
        request_id: The provider's name for the failed request; its support asks for it.
    """

    def __init__(
        self,
        message: str,
        *,
        provider_code: str = "",
        request_id: str = "",
        title: str | None = None,
        action: str | None = None,
    ) -> None:
        super().__init__(message, title=title, action=action)
        self.provider_code = provider_code
        self.request_id = request_id

    @property
    def code(self) -> str:
        """The provider's code where there is one, else the class."""
        return self.provider_code or type(self).__name__


class TransientError(ProviderError):
    """Passes by itself: the next sync tries again from the same place."""

    title = "Temporarily unavailable"
    action = "Wait for the next sync, which tries again by itself, or press Sync now."


class Offline(TransientError):
    """No connection to the provider."""

    title = "No connection"
    action = "Check the network; the next sync carries on where this one stopped."


class ProviderUnavailable(TransientError):
    """The provider or the bank is down, slow, or answered something unreadable."""

    title = "The bank's service is not available"


class RateLimited(TransientError):
    """Too many requests.

    Attributes:
        retry_after: Seconds to wait, where the provider said so.
    """

    title = "Too many requests"
    action = "Wait a minute; the next sync tries again by itself."

    def __init__(self, message: str, *, retry_after: float | None = None, provider_code: str = "") -> None:
        super().__init__(message, provider_code=provider_code)
        self.retry_after = retry_after


class PaginationMutated(TransientError):
    """News came in between the pages of one loop; the loop starts again at its first cursor."""

    title = "News arrived while fetching"


class ReauthRequired(ProviderError):
    """The bank wants the user to sign in again."""

    title = "Sign in again"
    action = "Reconnect this bank; nothing that was fetched is lost."


class ItemGone(ProviderError):
    """The provider no longer knows this connection. History stays in the ledger."""

    title = "Disconnected"
    action = "Connect the bank again; its history is kept and carried over."


class ProviderRejected(ProviderError):
    """Keys or request are wrong; trying again would not help."""

    title = "The set-up needs attention"
    action = "Check PLAID_CLIENT_ID, PLAID_SECRET and PLAID_ENV, then sync again."


class PayloadError(BudgetSyncError):
    """One row of an answer that cannot be read. It is kept aside; the rest of the answer goes on."""

    title = "A row could not be read"
    action = "Look at it under Problems, and report it if it stays; nothing is lost."


class StoreError(BudgetSyncError):
    """The database did not do what was asked; what was committed before is untouched."""

    title = "The database cannot be used"


class StoreBusy(StoreError):
    """Another program holds a lock on the database."""

    title = "The database is in use"
    action = "Close the other program that has the file open, then try again."


class StoreFull(StoreError):
    """No space left, or the medium is failing."""

    title = "The disk is full or failing"
    action = "Make room on the disk that holds the data folder, then sync again."


class StoreReadOnly(StoreError):
    """The file or its folder cannot be written."""

    title = "The database is read-only"
    action = "Give yourself write access to the data folder and its files, then try again."


class StoreCorrupt(StoreError):
    """The file is not a readable database. It is never deleted, moved or recreated by itself."""

    title = "The database is damaged"
    action = "Run `budgetsync restore`: it lists the backups; the damaged file was left as it is and stays."


class SchemaTooNew(StoreError):
    """A newer BudgetSync wrote this file."""

    title = "The database is newer than this program"
    action = "Update BudgetSync; the file was not touched."


class VaultError(BudgetSyncError):
    """The place for secrets did not do what was asked."""

    title = "The keyring cannot be used"
    action = "Unlock your system's keyring, then try again."


class VaultLocked(VaultError):
    """The keyring is there and does not open."""

    title = "The keyring is locked"


class SecretMissing(VaultError):
    """The ledger knows the connection, but its key is not in the vault on this computer."""

    title = "The key of this connection is missing"
    action = "Reconnect this bank (`budgetsync reconnect`); its history and your edits are kept."


class RelayError(BudgetSyncError):
    """Something about webhooks, or the relay that keeps them."""

    title = "Real time does not work"
    action = "See Settings, Real time; nothing is lost, since the sync by the clock goes on."


class WebhookRejected(RelayError):
    """A webhook that is not genuine, or not for us. It is counted, and nothing of it is kept.

    Attributes:
        reason: A name of `domain.webhook.Reason`.
    """

    title = "A webhook was turned away"

    def __init__(self, reason: str) -> None:
        super().__init__(f"A webhook was turned away: {reason}.")
        self.reason = reason


class RelayUnreachable(RelayError):
    """No connection to the relay, or it answered nonsense. It is tried again by itself.

    Attributes:
        retry_after: Seconds to wait, where the relay said so.
    """

    title = "The relay cannot be reached"
    action = "Wait a little: it is tried again by itself, and the sync by the clock goes on."

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class RelayRefused(RelayError):
    """The relay does not know the mailbox, the device or the invite; trying again would not help."""

    title = "The relay refuses this computer"
    action = "Pair with the relay anew, under Settings, Real time."


class StatementError(BudgetSyncError):
    """A file that cannot be imported as a whole; nothing of it was taken in."""

    title = "This file cannot be imported"
    action = "Download it from the bank again, or choose another format there."


class UnknownFormat(StatementError):
    """It is none of the formats that are read."""

    title = "This is no statement that BudgetSync knows"
    action = "Ask the bank for OFX, QIF, CSV, CAMT or MT940."


class StatementBroken(StatementError):
    """It is one of them, and cannot be read."""

    title = "This statement cannot be read"


class StatementRefused(StatementError):
    """Too large, or made to do harm: it was not read on."""

    title = "This file was refused"
    action = "Ask the bank for a shorter span of time."


class SettingsError(BudgetSyncError):
    """A setting that cannot be used."""

    title = "A setting cannot be used"
    action = "Correct it and start again."


class UsageError(BudgetSyncError):
    """A command that cannot be carried out as it was given."""

    title = "That cannot be done"
    action = "See --help for what this command takes."


class ArchiveRefused(UsageError):
    """A file that cannot be read into this ledger. Nothing of it was."""

    title = "The archive was not read"
    action = "Use another copy of it; the ledger was left as it was."
