"""One household's life, day by day: a pure function of the seed and the day, apart from what it owes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from random import Random
from typing import Final

from budgetsync.sandbox.catalog import brands, standing
from budgetsync.sandbox.catalog.brands import Brand
from budgetsync.sandbox.catalog.profile import Profile
from budgetsync.sandbox.clock import MINUTES_A_DAY
from budgetsync.sandbox.model.book import Account, Book
from budgetsync.sandbox.script.agenda import Agenda
from budgetsync.sandbox.script.lifecycle import Counter

_FRIDAY: Final = 4
_DAYTIME: Final = (420, 1320)


@dataclass(frozen=True, slots=True)
class _Rhythm:
    """How often, in thousandths of a day, an account buys from a group of brands."""

    account: str
    brands: tuple[Brand, ...]
    permille: int


RHYTHMS: Final = (
    _Rhythm("card", brands.EATING_OUT, 820),
    _Rhythm("card", brands.GROCERIES, 330),
    _Rhythm("card", brands.GETTING_ABOUT, 420),
    _Rhythm("card", brands.SHOPPING, 210),
    _Rhythm("card", brands.CARE, 90),
    _Rhythm("card", brands.FUN, 110),
    _Rhythm("checking", brands.EATING_OUT, 190),
    _Rhythm("checking", brands.GETTING_ABOUT, 140),
    _Rhythm("household", brands.GROCERIES, 380),
    _Rhythm("household", brands.CARE, 70),
    _Rhythm("household", brands.SHOPPING, 60),
    _Rhythm("euro", brands.EURO_SHOPS, 880),
    _Rhythm("yen", brands.YEN_SHOPS, 1150),
)
"""Everyday spending."""


class Household:
    """Plans each day of the people whose accounts these are.

    Args:
        seed: the world's seed.
        accounts: each account by key, with the book that it is in.
        agenda: where plans are put.
    """

    __slots__ = ("_accounts", "_agenda", "_counters", "_seed")

    def __init__(self, seed: int, accounts: Mapping[str, tuple[Book, Account]], agenda: Agenda) -> None:
        self._seed = seed
        self._agenda = agenda
        self._accounts = {key: account for key, (_, account) in accounts.items()}
        self._counters = {key: Counter(book, agenda) for key, (book, _) in accounts.items()}

    def plan(self, ordinal: int) -> None:
        """Put everything on the agenda that the household begins on a day."""
        rng = Random(f"{self._seed}/{ordinal}")  # noqa: S311 - believable, not secret
        day = date.fromordinal(ordinal)
        for rhythm in RHYTHMS:
            self._spend(rng, ordinal, rhythm)
        self._pay_and_bills(rng, ordinal, day)
        self._transfers(ordinal, day)
        self._debts(ordinal, day)
        self._abroad(rng, ordinal, day)
        self._journeys(rng, ordinal)
        self._oddments(rng, ordinal, day)

    def _enter(self, key: str, profile: Profile, amount: int, ordinal: int, minute: int) -> None:
        self._counters[key].enter(self._accounts[key], profile, amount, ordinal * MINUTES_A_DAY + minute)

    def _buy(self, rng: Random, key: str, brand: Brand, ordinal: int) -> None:
        span = brand.high - brand.low + 1
        amount = brand.low + min(rng.randrange(span), rng.randrange(span), rng.randrange(span))
        minute = ordinal * MINUTES_A_DAY + rng.randrange(*_DAYTIME)
        self._counters[key].buy(self._accounts[key], brand, amount, minute, rng)

    def _spend(self, rng: Random, ordinal: int, rhythm: _Rhythm) -> None:
        times, rest = divmod(rhythm.permille, 1000)
        for _ in range(times + (rng.randrange(1000) < rest)):
            self._buy(rng, rhythm.account, rng.choice(rhythm.brands), ordinal)

    def _pay_and_bills(self, rng: Random, ordinal: int, day: date) -> None:
        if day.weekday() == _FRIDAY and (ordinal // 7) % 2:
            self._enter("checking", standing.SALARY, -(304_420 + 9_180 * (day.year - 2024)), ordinal, 480)
        bills = {
            1: (("checking", standing.RENT, 185_000),),
            12: (("checking", standing.ELECTRICITY, 6_200 + rng.randrange(5_400)),),
            18: (("checking", standing.INTERNET, 5_999),),
            20: (("household", standing.WATER, 3_150 + rng.randrange(2_100)),),
            22: (("checking", standing.TELEPHONE, 4_500), ("checking", standing.DONATION, 2_500)),
            24: (("household", standing.INSURANCE, 13_840),),
        }
        for key, profile, amount in bills.get(day.day, ()):
            self._enter(key, profile, amount, ordinal, 390)
        for due, brand in brands.SUBSCRIPTIONS:
            if day.day == due:
                self._buy(rng, "card", brand, ordinal)

    def _transfers(self, ordinal: int, day: date) -> None:
        if day.day == 2:  # noqa: PLR2004 - a day of the month
            self._enter("checking", standing.TO_SAVINGS, 40_000, ordinal, 540)
            self._enter("savings", standing.FROM_CHECKING, -40_000, ordinal, 541)
        if day.day == 3:  # noqa: PLR2004
            self._enter("checking", standing.TO_HOUSEHOLD, 123_500, ordinal, 545)
            self._enter("household", standing.AT_HOUSEHOLD, -123_500, ordinal + 2, 330)
        if day.day == 6 and day.month % 3 == 0:  # noqa: PLR2004
            self._enter("checking", standing.WIRE_OUT, 54_325, ordinal, 600)
            self._enter("euro", standing.WIRE_IN, -50_000, ordinal + 1, 610)

    def _debts(self, ordinal: int, day: date) -> None:
        start = ordinal * MINUTES_A_DAY
        if day.day == 15:  # noqa: PLR2004
            self._enter("household", standing.LOAN_PAYMENT, 41_540, ordinal, 360)
            self._enter("car_loan", standing.LOAN_RECEIPT, -41_540, ordinal, 361)
        if day.day == 14:  # noqa: PLR2004
            self._agenda.put(start + 355, self._charge_loan)
        if day.day == 25:  # noqa: PLR2004
            self._agenda.put(start + 400, self._pay_card)
        if (date.fromordinal(ordinal + 1)).day == 1:
            self._agenda.put(start + 1400, self._credit_savings)

    def _charge_loan(self, minute: int) -> None:
        """A month of interest at 5.9 % a year."""
        owed = self._accounts["car_loan"].current
        if owed > 0:
            self._counters["car_loan"].enter(
                self._accounts["car_loan"], standing.LOAN_INTEREST, owed * 59 // 12_000, minute
            )

    def _pay_card(self, minute: int) -> None:
        """Pay what the card owes; the two sides are a day apart."""
        owed = self._accounts["card"].current
        if owed > 0:
            pay = partial(self._counters["card"].enter, self._accounts["card"], standing.CARD_RECEIPT, -owed)
            self._counters["checking"].enter(self._accounts["checking"], standing.CARD_PAYMENT, owed, minute)
            pay(minute + MINUTES_A_DAY)

    def _credit_savings(self, minute: int) -> None:
        """A month of interest at 3.6 % a year."""
        held = self._accounts["savings"].current
        self._counters["savings"].enter(
            self._accounts["savings"], standing.SAVINGS_INTEREST, -(held * 36 // 12_000), minute
        )

    def _abroad(self, rng: Random, ordinal: int, day: date) -> None:
        fee = rng.randrange(-9_000, 9_000)
        entries = {
            1: (("euro", standing.EURO_RENT, 8_900),),
            10: (
                ("euro", standing.EURO_INCOME, -(64_500 + fee)),
                ("yen", standing.YEN_INCOME, -(39_200 + fee)),
            ),
            16: (("euro", standing.EURO_INSURANCE, 3_412),),
            26: (("yen", standing.YEN_PHONE, 2_980),),
        }
        for key, profile, amount in entries.get(day.day, ()):
            self._enter(key, profile, amount, ordinal, 420)

    def _journeys(self, rng: Random, ordinal: int) -> None:
        """Twice a year the household flies away for five days, having booked three weeks before."""
        place = (ordinal + self._seed) % 182
        if place == 100:  # noqa: PLR2004
            self._buy(rng, "card", brands.FLIGHT, ordinal)
        if 121 <= place < 126:  # noqa: PLR2004
            for brand in brands.TRIP:
                self._buy(rng, "card", brand, ordinal)
            self._enter("card", standing.FOREIGN_FEE, 180 + rng.randrange(300), ordinal + 1, 305)

    def _oddments(self, rng: Random, ordinal: int, day: date) -> None:
        cash, fee, cheque = rng.randrange(1000), rng.randrange(1000), rng.randrange(1000)
        amount = 2_000 * rng.randrange(1, 6)
        if cash < 85:  # noqa: PLR2004
            self._enter("checking", standing.CASH, amount, ordinal, 800)
            if fee < 350:  # noqa: PLR2004
                self._enter("checking", standing.ATM_FEE, 300, ordinal, 801)
        if cheque < 9:  # noqa: PLR2004
            self._enter("checking", standing.CHEQUE, 4 * amount, ordinal, 370)
        if (day.month, day.day) == (3, 20):
            self._enter("checking", standing.TAX_REFUND, -(61_300 + amount), ordinal, 380)
        if (day.month, day.day) == (9, 8):
            self._enter("card", standing.ANNUAL_FEE, 9_500, ordinal, 310)
