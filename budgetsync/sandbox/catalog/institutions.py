"""The banks of the world and the accounts that the household keeps with them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class AccountSpec:
    """What is fixed about an account; `opening` and `limit` are in minor units.

    For depository accounts `opening` is money held, for credit and loan accounts money owed.
    """

    key: str
    name: str
    official_name: str | None
    type: str
    subtype: str
    mask: str
    currency: str
    opening: int
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class InstitutionSpec:
    """What is fixed about an institution.

    Attributes:
        persistent_ids: whether its accounts keep one id through every new connection.
        asks_code: whether it wants a code after the password.
    """

    institution_id: str
    name: str
    country_codes: tuple[str, ...]
    url: str
    primary_color: str
    routing_numbers: tuple[str, ...]
    oauth: bool
    accounts: tuple[AccountSpec, ...]
    persistent_ids: bool = False
    asks_code: bool = False


INSTITUTIONS: Final = (
    InstitutionSpec(
        institution_id="ins_109508",
        name="First Platypus Bank",
        country_codes=("US",),
        url="https://platypus.example",
        primary_color="#1f6f78",
        routing_numbers=("990012345",),
        oauth=False,
        persistent_ids=True,
        accounts=(
            AccountSpec(
                key="checking",
                name="Platypus Everyday Checking",
                official_name="Platypus Everyday Checking with River Overdraft",
                type="depository",
                subtype="checking",
                mask="0417",
                currency="USD",
                opening=612_480,
            ),
            AccountSpec(
                key="savings",
                name="Platypus Rainy Day Savings",
                official_name="Platypus Rainy Day High Water Savings",
                type="depository",
                subtype="savings",
                mask="2206",
                currency="USD",
                opening=1_850_000,
            ),
            AccountSpec(
                key="card",
                name="Platypus Burrow Rewards Card",
                official_name="Platypus Burrow Rewards Signature Credit Card",
                type="credit",
                subtype="credit card",
                mask="7734",
                currency="USD",
                opening=96_415,
                limit=1_200_000,
            ),
        ),
    ),
    InstitutionSpec(
        institution_id="ins_109509",
        name="First Gingham Credit Union",
        country_codes=("US",),
        url="https://gingham.example",
        primary_color="#a3333d",
        routing_numbers=("990067890",),
        oauth=False,
        accounts=(
            AccountSpec(
                key="household",
                name="Gingham Household Checking",
                official_name=None,
                type="depository",
                subtype="checking",
                mask="5150",
                currency="USD",
                opening=238_055,
            ),
            AccountSpec(
                key="car_loan",
                name="Gingham Car Loan",
                official_name="Gingham New Vehicle Loan 60 Months",
                type="loan",
                subtype="auto",
                mask="8861",
                currency="USD",
                opening=2_140_000,
            ),
        ),
    ),
    InstitutionSpec(
        institution_id="ins_109510",
        name="Tattersall Overseas Bank",
        country_codes=("US", "DE"),
        url="https://tattersall.example",
        primary_color="#2b3a67",
        routing_numbers=(),
        oauth=True,
        accounts=(
            AccountSpec(
                key="euro",
                name="Tattersall Girokonto",
                official_name="Tattersall Girokonto Reise",
                type="depository",
                subtype="checking",
                mask="9034",
                currency="EUR",
                opening=284_075,
            ),
            AccountSpec(
                key="yen",
                name="Tattersall Futsu Yokin",
                official_name="Tattersall Futsu Yokin Ordinary Deposit",
                type="depository",
                subtype="checking",
                mask="3381",
                currency="JPY",
                opening=418_250,
            ),
        ),
    ),
)
"""The banks of the household, in the order in which they are listed."""

OTHERS: Final = (
    InstitutionSpec(
        institution_id="ins_109511",
        name="Tartan Bank",
        country_codes=("US", "CA"),
        url="https://tartan.example",
        primary_color="#7a4a12",
        routing_numbers=("990024680",),
        oauth=False,
        accounts=(
            AccountSpec(
                "tartan_checking", "Tartan Checking", None, "depository", "checking", "6102", "USD", 0
            ),
            AccountSpec("tartan_savings", "Tartan Savings", None, "depository", "savings", "6119", "USD", 0),
        ),
    ),
    InstitutionSpec(
        institution_id="ins_109512",
        name="Houndstooth Bank",
        country_codes=("US", "GB"),
        url="https://houndstooth.example",
        primary_color="#4a4458",
        routing_numbers=("990013579",),
        oauth=False,
        asks_code=True,
        accounts=(
            AccountSpec(
                "hound_checking", "Houndstooth Current", None, "depository", "checking", "7420", "USD", 0
            ),
            AccountSpec(
                "hound_card", "Houndstooth Card", None, "credit", "credit card", "7437", "USD", 0, 300_000
            ),
        ),
    ),
)
"""Banks where the household has nothing: whoever connects there gets a small book of an own."""

ALL_INSTITUTIONS: Final = (*INSTITUTIONS, *OTHERS)
"""Every institution that can be connected."""


def find_institution(institution_id: str) -> InstitutionSpec | None:
    """The institution with an id; None for an id that none has."""
    return next((spec for spec in ALL_INSTITUTIONS if spec.institution_id == institution_id), None)
