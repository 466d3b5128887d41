"""What never changes about a kind of transaction: who it was with, where, and how Plaid describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from budgetsync.sandbox.catalog.categories import primary_of
from budgetsync.sandbox.ids import opaque_id

_LOGOS: Final = "https://logos.example"
_ICONS: Final = "https://icons.example"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was bought. Latitude and longitude are decimal text, so that no float is made."""

    address: str | None = None
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: str | None = None
    lat: str | None = None
    lon: str | None = None
    store_number: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """One of the parties that Plaid recognises in a transaction."""

    name: str
    type: str
    website: str | None
    confidence: str = "VERY_HIGH"

    @property
    def logo_url(self) -> str | None:
        """The address of a logo, for parties that have a web site."""
        return logo_of(self.name) if self.website else None


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The fixed part of a transaction's JSON; rows add ids, amount and dates.

    Two rows with the same profile differ in their ids, amounts, dates and in the reference number that
    stands at ``{ref}`` in `bank_text`. Profiles are compared by identity: they are looked up, not built, by
    those who write rows.
    """

    name: str
    detailed: str
    bank_text: str
    merchant: str | None = None
    website: str | None = None
    confidence: str | None = "HIGH"
    channel: str = "in store"
    kind: str = "place"
    code: str | None = None
    place: Place = Place()
    parties: tuple[Party, ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)
    pending_name: str | None = None
    check_number: str | None = None

    @property
    def primary(self) -> str:
        """The primary category that the detailed one belongs to."""
        return primary_of(self.detailed)

    @property
    def entity_id(self) -> str | None:
        """Plaid's id of the merchant; null where no merchant was recognised."""
        return opaque_id("entity", self.merchant) if self.merchant else None

    @property
    def logo_url(self) -> str | None:
        """The address of the merchant's logo; null without a web site."""
        return logo_of(self.merchant) if self.merchant and self.website else None

    @property
    def icon_url(self) -> str:
        """The address of the primary category's icon."""
        return f"{_ICONS}/PFC_{self.primary}.png"

    def unrecognised(self) -> "Profile":
        """The same transaction before Plaid knew the merchant: the bank's text, and little else."""
        text = self.bank_text.replace(" {ref}", "")
        return replace(
            self,
            name=text,
            pending_name=text,
            merchant=None,
            website=None,
            parties=(),
            detailed="OTHER_OTHER",
            confidence="LOW",
            kind="unresolved",
            place=Place(),
        )

    def surer(self) -> "Profile":
        """The same transaction after a second look: the name is spelled out, the confidence is full."""
        town = f" {self.place.city}" if self.place.city else ""
        return replace(self, name=f"{self.name}{town}", confidence="VERY_HIGH")


def logo_of(name: str) -> str:
    """The address of a party's logo."""
    slug = "".join(letter if letter.isalnum() else "_" for letter in name.lower())
    return f"{_LOGOS}/{slug}_{len(slug) * 37 % 900 + 100}.png"
