"""Connecting a bank: the page that a person goes through, what came of it, and who is connected already."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Institution

LONGEST_HISTORY = 730
"""Days of history that are asked for; Plaid gives no more, and cannot be asked again later."""
HISTORIES = (30, 90, 365, LONGEST_HISTORY)
"""Days of history that a person chooses from."""
COUNTRIES = (
    *("US", "CA", "GB", "AT", "BE", "DE", "DK", "EE", "ES", "FI", "FR"),
    *("IE", "IT", "LT", "LV", "NL", "NO", "PL", "PT", "SE"),
)
"""Whose banks can be connected, as ISO 3166 codes."""
LANGUAGES = frozenset(
    ("da", "nl", "en", "et", "fr", "de", "hi", "it", "lv", "lt", "no", "pl", "pt", "ro", "es", "sv", "vi")
)
"""What the page can be shown in, as ISO 639 codes."""
LIFETIME = timedelta(minutes=30)
"""How long the page of a link can be opened."""


@dataclass(frozen=True, slots=True)
class LinkRequest:
    """What a page is to be made for.

    Attributes:
        user: A name of the person that means nothing elsewhere and stays the same.
        access_token: Secret. Of the connection that is to be signed in anew; "" for a new connection.
        choose_accounts: Whether accounts can be added and taken away while signing in anew.
        countries: ISO 3166 codes of the countries whose banks are offered.
        webhook: Where the provider tells news to; "" for nowhere.
    """

    user: str
    access_token: str = field(default="", repr=False)
    choose_accounts: bool = False
    days: int = LONGEST_HISTORY
    lifetime: timedelta = LIFETIME
    countries: tuple[str, ...] = ("US",)
    language: str = "en"
    webhook: str = ""

    def with_key(self, access_token: str) -> "LinkRequest":
        """The same for signing in anew at a connection."""
        return replace(self, access_token=access_token)


@dataclass(frozen=True, slots=True)
class LinkPage:
    """A page on which a person signs in at a bank.

    Attributes:
        url: To be opened in the person's own browser; whoever has it can sign in for them.
        token: Secret. The provider's name for the page, to ask what came of it.
    """

    url: str
    token: str = field(repr=False)


class LinkState(StrEnum):
    """How far a person came."""

    WAITING = "WAITING"  # nobody opened the page yet
    UNDER_WAY = "UNDER_WAY"
    DONE = "DONE"
    LEFT = "LEFT"
    GONE = "GONE"  # the provider no longer knows the page


@dataclass(frozen=True, slots=True)
class LinkedAccount:
    """An account that a person shared, as far as the page tells of it."""

    name: str
    mask: str | None
    type: str
    subtype: str | None


@dataclass(frozen=True, slots=True)
class LinkVisit:
    """What is known of a page at one moment.

    Attributes:
        public_token: Secret. To be exchanged for the connection's key; "" after signing in anew, where the key stays.
        institution: None where the page does not tell.
        trouble: Why the person left, where the bank or the provider was the reason.
    """

    state: LinkState
    public_token: str = field(default="", repr=False)
    institution: Institution | None = None
    accounts: tuple[LinkedAccount, ...] = ()
    trouble: Trouble | None = None


class LinkEnd(StrEnum):
    """What came of a link as a whole."""

    CONNECTED = "CONNECTED"
    REPAIRED = "REPAIRED"
    DUPLICATE = "DUPLICATE"
    LEFT = "LEFT"
    EXPIRED = "EXPIRED"


@dataclass(frozen=True, slots=True)
class LinkSession:
    """A page that waits for a person.

    Attributes:
        expires_at: Until when it can be opened, by this computer's clock. Aware UTC.
        item_id: The connection that is signed in anew; None where a new one is made.
        replaces: The connection whose accounts the new one is to take over, where it is made in its place.
    """

    provider: str
    page: LinkPage
    expires_at: datetime
    item_id: ItemId | None = None
    replaces: ItemId | None = None

    @property
    def url(self) -> str:
        """The address for the person's browser."""
        return self.page.url


@dataclass(frozen=True, slots=True)
class LinkResult:
    """What came of a session.

    Attributes:
        item_id: The connection that was made or repaired; of a duplicate, the one that is there already.
        institution: The bank that the person chose; None where they left before.
        accounts: Those that were shared; of a duplicate, the ones that are connected already.
        trouble: Why the person left, where there was a reason.
    """

    end: LinkEnd
    item_id: ItemId | None = None
    institution: Institution | None = None
    accounts: tuple[LinkedAccount, ...] = ()
    trouble: Trouble | None = None


class Described(Protocol):
    """An account as far as a page could tell of it."""

    @property
    def name(self) -> str:
        """The bank's name of it."""
        ...

    @property
    def mask(self) -> str | None:
        """Last characters of its number."""
        ...

    @property
    def type(self) -> str:
        """Its kind."""
        ...

    @property
    def subtype(self) -> str | None:
        """Its kind, more closely."""
        ...


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection that opens, with what it shows: what a new one is compared with."""

    item_id: ItemId
    institution: Institution
    accounts: tuple[Described, ...]


def find_duplicate(
    institution: Institution | None, shared: Collection[LinkedAccount], connected: Iterable[Connected]
) -> tuple[ItemId, tuple[LinkedAccount, ...]] | None:
    """Find a connection that shows one of these accounts already: a second one would double their rows.

    Two logins at one bank are no duplicates as long as they share no account.

    Returns:
        The connection with most accounts in common, and those accounts.
    """
    best: tuple[ItemId, tuple[LinkedAccount, ...]] | None = None
    for one in connected:
        if institution is None or one.institution.id != institution.id:
            continue
        common = tuple(new for new in shared if any(_is_same(new, old) for old in one.accounts))
        if common and (best is None or len(common) > len(best[1])):
            best = (one.item_id, common)
    return best


def _is_same(new: LinkedAccount, old: Described) -> bool:
    same_kind = (new.type, new.subtype) == (old.type, old.subtype)
    if new.mask and old.mask:
        return new.mask == old.mask and (same_kind or new.name == old.name)
    return same_kind and new.name == old.name
