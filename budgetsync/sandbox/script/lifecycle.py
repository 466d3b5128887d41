"""What becomes of a purchase: it is pending, settles under a new id, and sometimes comes to a strange end.

All chance is drawn when the purchase is planned, from the generator that is passed in, so that what
happens depends on the seed alone and never on how time was moved.
"""

from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Final

from budgetsync.sandbox.catalog.brands import Brand
from budgetsync.sandbox.catalog.profile import Profile
from budgetsync.sandbox.clock import MINUTES_A_DAY
from budgetsync.sandbox.model.book import Account, Book, Row
from budgetsync.sandbox.script.agenda import Agenda

_SETTLE_DAYS: Final = (1,) * 35 + (2,) * 40 + (3,) * 15 + (4,) * 6 + (5, 6, 8, 11)
_NIGHTLY: Final = 300
"""Banks post at five in the morning."""

# How many purchases in a thousand meet a fate.
_VANISH: Final = 12
_HELD_VANISH: Final = 45
_UNLINKED: Final = 60
_HELD_UNLINKED: Final = 300
_ANONYMOUS: Final = 80
_REFINED: Final = 30
_REMOVED: Final = 5
_REISSUED: Final = 6
_REFUNDED: Final = 20


@dataclass(frozen=True, slots=True)
class Fate:
    """How a purchase goes on, as drawn. Days are counted from the purchase; 0 means that it never happens."""

    settles: int
    amount: int
    vanishes: bool
    linked: bool
    anonymous: bool
    refined: int
    removed: int
    reissued: int
    refunded: int
    refund: int


def draw_fate(rng: Random, brand: Brand, amount: int) -> Fate:
    """Draw the fate of a purchase; the same number of draws whatever comes out."""
    settles = rng.choice(_SETTLE_DAYS)
    tip = rng.randrange(12, 23)
    vanish, link, anonymous, refined, removed, reissued, refunded = (rng.randrange(1000) for _ in range(7))
    later = rng.randrange(1, 5)
    partial_refund = rng.randrange(4)
    final = amount * (100 + tip) // 100 if brand.tipped else amount
    return Fate(
        settles=settles,
        amount=final,
        vanishes=vanish < (_HELD_VANISH if brand.hold else _VANISH),
        linked=link >= (_HELD_UNLINKED if brand.hold else _UNLINKED),
        anonymous=anonymous < _ANONYMOUS,
        refined=settles + later if refined < _REFINED or anonymous < _ANONYMOUS else 0,
        removed=settles + later + 1 if removed < _REMOVED else 0,
        reissued=settles + later if reissued < _REISSUED else 0,
        refunded=settles + 3 * later if refunded < _REFUNDED else 0,
        refund=final // 2 if partial_refund == 0 else final,
    )


class Counter:
    """The till of one book: it writes purchases and single entries, and puts what follows on the agenda."""

    __slots__ = ("_agenda", "_book", "_plain", "_surer")

    def __init__(self, book: Book, agenda: Agenda) -> None:
        self._book = book
        self._agenda = agenda
        self._plain: dict[Profile, Profile] = {}
        self._surer: dict[Profile, Profile] = {}

    def enter(self, account: Account, profile: Profile, amount: int, minute: int) -> None:
        """Let an entry without a pending stage (pay, a transfer, a fee) appear at an instant."""
        self._agenda.put(minute, partial(self._enter, account, profile, amount))

    def _enter(self, account: Account, profile: Profile, amount: int, minute: int) -> None:
        day = minute // MINUTES_A_DAY
        self._book.add(account, profile, amount, stamp=minute, date=day, authorized=day)

    def buy(self, account: Account, brand: Brand, amount: int, minute: int, rng: Random) -> None:
        """Let a purchase be made at an instant, with a fate drawn from ``rng``."""
        profile = rng.choice(brand.profiles)
        fate = draw_fate(rng, brand, amount)
        self._agenda.put(minute, partial(self._hold, account, profile, brand.hold or amount, fate))

    def _hold(self, account: Account, profile: Profile, amount: int, fate: Fate, minute: int) -> None:
        day = minute // MINUTES_A_DAY
        row = self._book.add(account, profile, amount, stamp=minute, date=day, authorized=day, pending=True)
        settle = partial(self._vanish, row) if fate.vanishes else partial(self._settle, row, fate)
        self._agenda.put((day + fate.settles) * MINUTES_A_DAY + _NIGHTLY, settle)

    def _vanish(self, row: Row, minute: int) -> None:
        if not row.gone:
            self._book.remove(row, stamp=minute)

    def _settle(self, pending: Row, fate: Fate, minute: int) -> None:
        """Post a pending purchase: the pending row goes and a row with a new id comes."""
        if pending.gone:
            return
        book, account = self._book, self._book.accounts[pending.account]
        book.remove(pending, stamp=minute)
        profile = pending.profile
        posted = book.add(
            account,
            self._plain.setdefault(profile, profile.unrecognised()) if fate.anonymous else profile,
            fate.amount,
            stamp=minute,
            date=minute // MINUTES_A_DAY,
            authorized=pending.authorized,
            replaces=pending.key if fate.linked else 0,
        )
        start = pending.authorized * MINUTES_A_DAY + _NIGHTLY
        if fate.refined:
            self._agenda.put(start + fate.refined * MINUTES_A_DAY, partial(self._refine, posted, profile))
        if fate.reissued:
            self._agenda.put(start + fate.reissued * MINUTES_A_DAY, partial(self._reissue, posted))
        elif fate.removed:
            self._agenda.put(start + fate.removed * MINUTES_A_DAY, partial(self._vanish, posted))
        elif fate.refunded:
            self.enter(account, profile, -fate.refund, start + fate.refunded * MINUTES_A_DAY)

    def _refine(self, row: Row, profile: Profile, minute: int) -> None:
        """Recognise the merchant after all; where it was known already, correct the category's confidence."""
        if not row.gone:
            better = (
                profile if row.profile is not profile else self._surer.setdefault(profile, profile.surer())
            )
            self._book.modify(row, stamp=minute, profile=better)

    def _reissue(self, row: Row, minute: int) -> None:
        """Remove a posted row and add it again under another id, as banks do now and then."""
        if row.gone:
            return
        self._book.remove(row, stamp=minute)
        self._book.add(
            self._book.accounts[row.account],
            row.profile,
            row.amount,
            stamp=minute,
            date=row.date,
            authorized=row.authorized,
        )
