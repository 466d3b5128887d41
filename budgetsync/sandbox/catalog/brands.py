"""Invented shops and services, each with its branches and the range of what it charges."""

from dataclasses import dataclass
from typing import Final

from budgetsync.sandbox.catalog.places import AWAY, GERMANY, HOME, JAPAN
from budgetsync.sandbox.catalog.profile import Party, Place, Profile

_TERMINAL: Final = Party("Pebblepay", "payment_terminal", "pebblepay.example", "HIGH")
_MARKET: Final = Party("Doorstep Dash", "marketplace", "doorstepdash.example", "HIGH")


@dataclass(frozen=True, slots=True, eq=False)
class Brand:
    """A merchant that the household buys from.

    Attributes:
        profiles: one for each branch; a brand that sells online has one.
        low: the least that a purchase costs, in minor units.
        high: the most, in minor units; equal to `low` for a fixed price.
        tipped: whether a tip is added when the purchase posts.
        hold: the amount that is held first instead of the price, in minor units; 0 for none.
    """

    profiles: tuple[Profile, ...]
    low: int
    high: int
    tipped: bool = False
    hold: int = 0


def _shop(
    name: str,
    site: str | None,
    detailed: str,
    low: int,
    high: int,
    *,
    places: tuple[Place, ...] = HOME,
    confidence: str = "VERY_HIGH",
    via: Party | None = _TERMINAL,
    tipped: bool = False,
    hold: int = 0,
) -> Brand:
    own = Party(name, "merchant", site)
    return Brand(
        profiles=tuple(
            Profile(
                name=name,
                pending_name=f"PENDING {name.upper()} {place.store_number}",
                bank_text=f"POS {name.upper()} #{place.store_number} {place.city} {place.region} {{ref}}",
                detailed=detailed,
                merchant=name,
                website=site,
                confidence=confidence,
                place=place,
                # Some branches take cards at a terminal that Plaid recognises as a party of its own.
                parties=(own, via) if via and number == 0 else (own,),
            )
            for number, place in enumerate(places)
        ),
        low=low,
        high=high,
        tipped=tipped,
        hold=hold,
    )


def _online(
    name: str,
    site: str,
    detailed: str,
    low: int,
    high: int,
    *,
    via: Party | None = None,
    confidence: str = "VERY_HIGH",
) -> Brand:
    text = f"{name.upper()} {site.upper()} {{ref}}"
    parties = (Party(name, "merchant", site), *((via,) if via else ()))
    profile = Profile(
        name=name,
        pending_name=f"{name.upper()} PREAUTH",
        bank_text=text,
        detailed=detailed,
        merchant=name,
        website=site,
        confidence=confidence,
        channel="online",
        kind="digital",
        parties=parties,
    )
    return Brand(profiles=(profile,), low=low, high=high)


GROCERIES: Final = (
    _shop("Juniper Market", "junipermarket.example", "FOOD_AND_DRINK_GROCERIES", 1_240, 14_880),
    _shop("Saltmarsh Co-op", "saltmarshcoop.example", "FOOD_AND_DRINK_GROCERIES", 860, 9_730),
)
EATING_OUT: Final = (
    _shop("Copper Kettle Coffee", "copperkettle.example", "FOOD_AND_DRINK_COFFEE", 375, 1_180),
    _shop("Otter & Oak", "otterandoak.example", "FOOD_AND_DRINK_RESTAURANT", 2_450, 11_200, tipped=True),
    _shop("Noodle Ferry", "noodleferry.example", "FOOD_AND_DRINK_FAST_FOOD", 980, 3_460),
    _shop("The Lantern Room", None, "FOOD_AND_DRINK_BEER_WINE_AND_LIQUOR", 1_400, 7_900, tipped=True),
    _online(
        "Basil Republic", "basilrepublic.example", "FOOD_AND_DRINK_RESTAURANT", 1_850, 6_240, via=_MARKET
    ),
)
GETTING_ABOUT: Final = (
    _shop("Kestrel Fuel", "kestrelfuel.example", "TRANSPORTATION_GAS", 2_890, 7_420, hold=10_000),
    _shop("Larkin Transit", "larkintransit.example", "TRANSPORTATION_PUBLIC_TRANSIT", 275, 1_100, via=None),
    _shop("Quay Street Parking", None, "TRANSPORTATION_PARKING", 400, 2_200, confidence="HIGH"),
    _online("Hopalong Rides", "hopalong.example", "TRANSPORTATION_TAXIS_AND_RIDE_SHARES", 820, 4_350),
)
SHOPPING: Final = (
    _online(
        "Pinecone Bazaar", "pineconebazaar.example", "GENERAL_MERCHANDISE_ONLINE_MARKETPLACES", 890, 18_400
    ),
    _shop(
        "Thimble & Thread",
        "thimblethread.example",
        "GENERAL_MERCHANDISE_CLOTHING_AND_ACCESSORIES",
        1_990,
        16_500,
    ),
    _shop("Volt Corner", "voltcorner.example", "GENERAL_MERCHANDISE_ELECTRONICS", 1_499, 64_900),
    _shop(
        "Dog-Eared Books",
        "dogearedbooks.example",
        "GENERAL_MERCHANDISE_BOOKSTORES_AND_NEWSSTANDS",
        899,
        5_650,
    ),
    _shop("Hammer & Hinge", "hammerandhinge.example", "HOME_IMPROVEMENT_HARDWARE", 640, 21_300),
    _shop("Whisker Wharf", "whiskerwharf.example", "GENERAL_MERCHANDISE_PET_SUPPLIES", 1_120, 8_840),
)
CARE: Final = (
    _shop("Foxglove Pharmacy", "foxglovepharmacy.example", "MEDICAL_PHARMACIES_AND_SUPPLEMENTS", 520, 7_310),
    _shop("Brightwater Dental", "brightwaterdental.example", "MEDICAL_DENTAL_CARE", 6_500, 38_000),
    _shop("Comb & Clipper", None, "PERSONAL_CARE_HAIR_AND_BEAUTY", 3_200, 9_400, tipped=True),
    _shop("Sunday Suds", None, "PERSONAL_CARE_LAUNDRY_AND_DRY_CLEANING", 850, 4_120, confidence="HIGH"),
)
FUN: Final = (
    _shop("Rialto Picture House", "rialtopictures.example", "ENTERTAINMENT_TV_AND_MOVIES", 1_350, 5_200),
    _online("Pixel Burrow", "pixelburrow.example", "ENTERTAINMENT_VIDEO_GAMES", 499, 6_999),
)
TRIP: Final = (
    _shop(
        "Harbour Lights Hotel",
        "harbourlights.example",
        "TRAVEL_LODGING",
        14_900,
        58_200,
        places=AWAY,
        hold=20_000,
    ),
    _shop(
        "Wander Car Hire",
        "wandercarhire.example",
        "TRAVEL_RENTAL_CARS",
        8_900,
        31_000,
        places=AWAY,
        hold=30_000,
    ),
    _shop("Pier Nine Grill", None, "FOOD_AND_DRINK_RESTAURANT", 2_900, 12_400, places=AWAY, tipped=True),
)
FLIGHT: Final = _online("Aerolark Airways", "aerolark.example", "TRAVEL_FLIGHTS", 16_800, 74_300)

SUBSCRIPTIONS: Final = (
    (3, _online("Treble Clef Music", "trebleclef.example", "ENTERTAINMENT_MUSIC_AND_AUDIO", 1_099, 1_099)),
    (5, _online("Granite Gym", "granitegym.example", "PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS", 3_900, 3_900)),
    (9, _online("Marquee Stream", "marqueestream.example", "ENTERTAINMENT_TV_AND_MOVIES", 1_549, 1_549)),
    (14, _online("Cumulus Vault", "cumulusvault.example", "GENERAL_SERVICES_STORAGE", 299, 299)),
    (
        27,
        _online(
            "The Larkin Ledger",
            "larkinledger.example",
            "GENERAL_MERCHANDISE_BOOKSTORES_AND_NEWSSTANDS",
            800,
            800,
        ),
    ),
)
"""Day of the month and brand of what the card pays every month."""

EURO_SHOPS: Final = (
    _shop("Kornblume Markt", "kornblume.example", "FOOD_AND_DRINK_GROCERIES", 640, 7_480, places=GERMANY),
    _shop("Bäckerei Morgenrot", None, "FOOD_AND_DRINK_COFFEE", 240, 1_260, places=GERMANY),
    _shop(
        "Stadtlinie Verkehr", "stadtlinie.example", "TRANSPORTATION_PUBLIC_TRANSIT", 320, 990, places=GERMANY
    ),
    _shop("Gasthaus Zur Weide", None, "FOOD_AND_DRINK_RESTAURANT", 1_650, 6_940, places=GERMANY, tipped=True),
    _shop(
        "Federkiel Papier",
        "federkiel.example",
        "GENERAL_MERCHANDISE_OFFICE_SUPPLIES",
        480,
        5_200,
        places=GERMANY,
    ),
)
YEN_SHOPS: Final = (
    _shop(
        "Hoshizora Mart",
        "hoshizoramart.example",
        "GENERAL_MERCHANDISE_CONVENIENCE_STORES",
        138,
        1_640,
        places=JAPAN,
    ),
    _shop("Midori Densha", "midoridensha.example", "TRANSPORTATION_PUBLIC_TRANSIT", 170, 860, places=JAPAN),
    _shop("Ramen Tanuki", None, "FOOD_AND_DRINK_RESTAURANT", 780, 2_650, places=JAPAN),
    _shop(
        "Kumo Books",
        "kumobooks.example",
        "GENERAL_MERCHANDISE_BOOKSTORES_AND_NEWSSTANDS",
        550,
        4_180,
        places=JAPAN,
    ),
)
