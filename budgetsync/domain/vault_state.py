"""What a try of the place for secrets found."""

from dataclasses import dataclass
from enum import StrEnum

from budgetsync.domain.errors import SecretMissing, Trouble, VaultError, VaultLocked


class VaultStanding(StrEnum):
    """Whether a secret can be kept now.

    OPEN: one was written, read and deleted. LOCKED: it is there and does not open. FAILED: there is none that is
    safe, or it did not do what was asked.
    """

    OPEN = "open"
    LOCKED = "locked"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class VaultState:
    """The place for secrets.

    Attributes:
        place: Which it is, in words.
        trouble: Why no secret can be kept, and what to do; None where one can.
        before: The place that this ledger's secrets were kept in last, where it was another one.
    """

    place: str
    standing: VaultStanding
    trouble: Trouble | None = None
    before: str | None = None


def standing_of(error: VaultError | None) -> VaultStanding:
    """Tell how a place stands from what it answered to a try."""
    if error is None or isinstance(error, SecretMissing):
        return VaultStanding.OPEN
    return VaultStanding.LOCKED if isinstance(error, VaultLocked) else VaultStanding.FAILED
