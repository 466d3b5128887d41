"""One account's two years as three sources tell them, with the truth beside: what the matcher is measured by.

Purchases are made at the brands of the demo bank. Each source has wording, ids, days and gaps of its own; which
purchase a row is of stands in `truth` only, which the program never sees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Final, NamedTuple

from budgetsync.sandbox.catalog.brands import EATING_OUT, GETTING_ABOUT, GROCERIES, SHOPPING
from tests.statement_writers import Line

YEARS: Final = 730
SIMPLEFIN: Final = 90
"""Days that a SimpleFIN bridge tells of."""
TIPS, TWINS, REWORDED, REUSED, MISSING = 0.15, 0.10, 0.20, 0.05, 0.01
"""Shares: of purchases at the end that are still pending and get a tip, of equal ones on one day, of rows without any
shared word, of ids that were used before, of rows that a source does not have."""
LAST: Final = date(2026, 6, 14)
_PENDING: Final = 4  # days until a purchase is booked, at the end
_BRANDS: Final = (*GROCERIES, *EATING_OUT, *GETTING_ABOUT, *SHOPPING)


class Purchase(NamedTuple):
    """What really happened. Twins are two of one day, shop and amount.

    Attributes:
        before_tip: What was held while it was pending, in cents, negative.
    """

    number: int
    on: date
    minor: int
    before_tip: int
    name: str
    text: str


class Told(NamedTuple):
    """A row of a source, and which purchase it is of."""

    id: str
    pending: bool
    minor: int
    on: date
    posted: date | None
    name: str
    text: str
    purchase: int
    pending_id: str = ""


@dataclass(slots=True)
class Sources:
    """What each source tells, at first and after the last purchases were booked.

    Attributes:
        truth: Purchases by their number.
    """

    truth: dict[int, Purchase]
    plaid: list[Told] = field(default_factory=list)
    plaid_later: list[Told] = field(default_factory=list)
    simplefin: list[Told] = field(default_factory=list)
    simplefin_later: list[Told] = field(default_factory=list)
    statement: list[Told] = field(default_factory=list)

    def lines(self) -> list[Line]:
        """The statement as its writer takes it."""
        return [Line(row.posted or row.on, row.minor, row.name, row.text, row.id) for row in self.statement]


def make_sources(seed: int) -> Sources:
    """Make a world."""
    random = Random(seed)  # noqa: S311 - to be repeated
    purchases = list(_purchases(random))
    made = Sources({one.number: one for one in purchases})
    made.plaid, made.plaid_later = _plaid(purchases, random)
    made.statement = _statement(purchases, random)
    made.simplefin, made.simplefin_later = _simplefin(purchases, random)
    return made


def _purchases(random: Random) -> Iterator[Purchase]:
    number = 0
    first = LAST - timedelta(days=YEARS)
    for offset in range(YEARS + 1):
        day = first + timedelta(days=offset)
        for _ in range(random.choice((0, 1, 1, 2, 2, 3))):
            brand = random.choice(_BRANDS)
            profile = random.choice(brand.profiles)
            minor = -random.randint(brand.low, brand.high)
            if random.random() < 0.1:
                minor = -max(100, -minor // 500 * 500)
            tip = random.random() < TIPS
            held = round(minor / 1.18) if tip else minor
            text = profile.bank_text.replace("{ref}", str(random.randrange(10**6, 10**7)))
            for _ in range(2 if random.random() < TWINS else 1):
                yield Purchase(number, day, minor, held, profile.name, text)
                number += 1


def _booked(day: date, lag: int) -> date:
    booked = day + timedelta(days=lag)
    while booked.weekday() >= 5:
        booked += timedelta(days=1)
    return booked


def _has(random: Random) -> bool:
    return random.random() >= MISSING


def _plaid(purchases: Sequence[Purchase], random: Random) -> tuple[list[Told], list[Told]]:
    at_first: list[Told] = []
    later: list[Told] = []
    for one in purchases:
        if not _has(random):
            continue
        name = f"plaid-{one.number}"
        booked = _booked(one.on, random.choice((0, 1, 1, 2)))
        if (LAST - one.on).days < _PENDING:
            at_first.append(
                Told(f"{name}-p", True, one.before_tip, one.on, None, one.name, one.text, one.number)
            )
            later.append(
                Told(name, False, one.minor, one.on, booked, one.name, one.text, one.number, f"{name}-p")
            )
        else:
            at_first.append(Told(name, False, one.minor, one.on, booked, one.name, one.text, one.number))
    return at_first, later


def _statement(purchases: Sequence[Purchase], random: Random) -> list[Told]:
    rows: list[Told] = []
    used: list[str] = []
    for one in purchases:
        if not _has(random) or (LAST - one.on).days < _PENDING:
            continue
        name = f"F{one.number:06}"
        if used and random.random() < REUSED:
            name = random.choice(used)
        used.append(name)
        booked = _booked(one.on, random.choice((1, 1, 1, 2)))
        text = f"KARTENZAHLUNG {one.name.upper()[:14]} {one.on:%d.%m} {random.randrange(1000, 9999)}"
        if random.random() < REWORDED:
            text = f"ZV {_gibberish(random)} {_gibberish(random)}"
        rows.append(Told(name, False, one.minor, booked, booked, "", text, one.number))
    return rows


def _simplefin(purchases: Sequence[Purchase], random: Random) -> tuple[list[Told], list[Told]]:
    at_first: list[Told] = []
    later: list[Told] = []
    for one in purchases:
        if not _has(random) or (LAST - one.on).days >= SIMPLEFIN:
            continue
        booked = _booked(one.on, random.choice((1, 2)))
        text = f"{one.name.upper()} CARD 4242"
        if random.random() < REWORDED:
            text = f"TXN {_gibberish(random)}"
        if (LAST - one.on).days < _PENDING:
            at_first.append(
                Told(f"sf-p-{one.number}", True, one.before_tip, one.on, None, "", text, one.number)
            )
            later.append(Told(f"sf-{one.number}", False, one.minor, booked, booked, "", text, one.number))
        else:
            at_first.append(Told(f"sf-{one.number}", False, one.minor, booked, booked, "", text, one.number))
    return at_first, later


def _gibberish(random: Random) -> str:
    return "".join(random.choice("BCDFGHJKLMNPQRSTVWXZ") for _ in range(7))
