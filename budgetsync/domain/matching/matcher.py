"""The passes of matching, from the certain to the likely, over rows of equal amount.

1 A number that both give, and nobody else of that amount. 2 Alike texts: equal rows are brought side by side in the
order of their days; a day that a text names counts before the day of the booking. 3 What is left without a like text:
each the other's only candidate, at a distance that pairs of alike texts have, or one of several that are equal.

What is as near to another row that may be it, by its text or since that says nothing, is a doubt; so is a booking that
may be a pending row with a tip. A row that is asked about is no longer taken for its day alone. No pass depends on the
order in which rows come.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import accumulate
from typing import Final

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.matching.alignment import Pair, align, cut, walk
from budgetsync.domain.matching.days import day_made
from budgetsync.domain.matching.texts import ALIKE, Stems, Wording, numbers, stems
from budgetsync.domain.matching.values import Doubt, FreshRow, KnownRow, Match, Matching, Signal
from budgetsync.domain.transaction import TransactionState

BOOKED_APART: Final = 5
"""Days between two sources' days of one booking."""
PENDING_APART: Final = 14
"""Days between a pending row of one source and the booking that another tells."""
_TIP: Final = 25  # percent that a tip adds
_OFFERS: Final = 3
_USUAL_DISTANCE: Final = 0.01
"""A distance that at least this share of sure pairs have is one that the two sources have between them."""
_SURE_FROM: Final = 8
"""So many sure pairs tell the usual distances; before, only the same day and the one beside it are usual."""
NEAR: Final = 1


def match(known: Sequence[KnownRow], fresh: Sequence[FreshRow], near: int = NEAR) -> Matching:
    """Decide which fresh rows are rows that the ledger has.

    Args:
        known: Rows that the new source has not told of, in any order.
        fresh: Rows of one source that are new from it, in any order.
        near: Days that the two sources may be apart before sure pairs have told more: 0 for files of one bank.

    Returns:
        Matches and doubts, in the order of the fresh rows' places.
    """
    matcher = _Matcher(sorted(known, key=_known_order), sorted(fresh, key=_fresh_order), near)
    matcher.by_reference()
    matcher.by_text()
    matcher.by_day()
    matcher.by_tip()
    found = matcher.found
    found.matches.sort(key=lambda one: one.place)
    found.doubts.sort(key=lambda one: one.place)
    return found


def _known_order(row: KnownRow) -> tuple[date, int]:
    return row.days[0], row.id


def _fresh_order(row: FreshRow) -> tuple[date, int]:
    return row.days[0], row.place


_MOST: Final = 1_000_000
"""So many pairs of one amount are weighed against each other; where thousands are alike, the first of each day go."""


class _Days:
    """Places of rows sorted by day, of which those near a day are found without a look at the others.

    Args:
        places: Sorted by their first day.
        days_of: The days of each place.
        limit: So many days apart may two rows be.
    """

    def __init__(self, places: Sequence[int], days_of: Sequence[Sequence[int]], limit: int) -> None:
        self._places = places
        self._days = [days_of[place][0] for place in places]
        self._reach = limit + max(
            (abs(day - days_of[one][0]) for one in places for day in days_of[one]), default=0
        )

    def span(self, days: Sequence[int]) -> tuple[int, int]:
        """Give where those begin and end that have a day near enough to one of these; it may hold others."""
        begin = bisect_left(self._days, min(days) - self._reach)
        return begin, bisect_right(self._days, max(days) + self._reach, lo=begin)

    def near(self, days: Sequence[int]) -> Sequence[int]:
        """Give their places."""
        begin, end = self.span(days)
        return self._places[begin:end]


class _Matcher:
    def __init__(self, known: list[KnownRow], fresh: list[FreshRow], near: int) -> None:
        self._near = near
        self.found = Matching()
        self._known, self._fresh = known, fresh
        self._known_days = [[day.toordinal() for day in row.days] for row in known]
        self._fresh_days = [[day.toordinal() for day in row.days] for row in fresh]
        self._known_made = [day_made(row.days, row.texts, row.minor) for row in known]
        self._fresh_made = [day_made(row.days, row.texts, row.minor) for row in fresh]
        self._known_words = [stems(row.texts) for row in known]
        self._fresh_words = [stems(row.texts) for row in fresh]
        self._wording = Wording(self._known_words, self._fresh_words)
        self._known_left = set(range(len(known)))
        self._fresh_left = set(range(len(fresh)))
        self._asked_about: set[int] = (
            set()
        )  # known rows that a question is open about: no mere day may take them
        self._alike: dict[tuple[Stems, Stems], bool] = {}
        self._distances: Counter[int] = Counter()
        self._groups = self._group()
        self._learn()

    def _group(self) -> list[tuple[list[int], list[int]]]:
        """Put rows of one amount together that are near enough to each other: (known, fresh), sorted by day."""
        by_amount: dict[tuple[int, str], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for place, row in enumerate(self._known):
            by_amount[row.minor, row.currency][0].append(place)
        for place, other in enumerate(self._fresh):
            by_amount[other.minor, other.currency][1].append(place)
        groups: list[tuple[list[int], list[int]]] = []
        for ours, theirs in by_amount.values():
            if not ours or not theirs:
                continue
            tagged = [2 * place for place in ours] + [2 * place + 1 for place in theirs]
            tagged.sort(key=lambda tag: (self._first_day(tag), tag))
            for piece in cut(tagged, self._first_day, PENDING_APART):
                group = [tag // 2 for tag in piece if not tag % 2], [tag // 2 for tag in piece if tag % 2]
                if group[0] and group[1]:
                    groups.append(group)
        return groups

    def _first_day(self, tag: int) -> int:
        return (self._fresh_days if tag % 2 else self._known_days)[tag // 2][0]

    def _learn(self) -> None:
        """Learn wordings and distances from rows that are alone with their amount."""
        pairs: list[tuple[Stems, Stems]] = []
        for ours, theirs in self._groups:
            if len(ours) == len(theirs) == 1 and (apart := self._apart(ours[0], theirs[0])) is not None:
                one, other = self._known_words[ours[0]], self._fresh_words[theirs[0]]
                if abs(apart) <= BOOKED_APART:
                    pairs.append((one, other))
                if self._wording.likeness(one, other) >= ALIKE:
                    self._distances[apart] += 1
        self._wording.learn(pairs)

    def _apart(self, ours: int, theirs: int) -> int | None:
        """Days from a known row to a fresh one, by the nearest of their days; None where they are too far apart."""
        here, there = self._known_days[ours], self._fresh_days[theirs]
        apart = there[0] - here[0]
        if len(here) > 1 or len(there) > 1:
            apart = min((other - one for one in here for other in there), key=lambda days: (abs(days), days))
        one, other = self._known[ours].state, self._fresh[theirs].state
        limit = BOOKED_APART if one is other is TransactionState.POSTED else PENDING_APART
        if abs(apart) > limit:
            return None
        # A pending row is booked later, or a day before in another zone.
        if one is not other and (apart if one is TransactionState.PENDING else -apart) < -NEAR:
            return None
        return apart

    def _is_alike(self, ours: int, theirs: int) -> bool:
        words = self._known_words[ours], self._fresh_words[theirs]
        alike = self._alike.get(words)
        if alike is None:
            alike = self._alike[words] = self._wording.likeness(*words) >= ALIKE
        return alike

    def _is_usual(self, apart: int) -> bool:
        sure = self._distances.total()
        if sure < _SURE_FROM:
            return abs(apart) <= self._near
        return self._distances[apart] >= max(1, _USUAL_DISTANCE * sure)

    def by_reference(self) -> None:
        """Join what a number names on both sides, once on each."""
        for ours, theirs in self._groups:
            here = self._by_number(ours, self._known)
            there = self._by_number(theirs, self._fresh)
            for number in sorted(here.keys() & there.keys()):
                if len(here[number]) == len(there[number]) == 1:
                    one, other = here[number][0], there[number][0]
                    if self._are_left(one, other) and self._apart(one, other) is not None:
                        self._join(one, other, Signal.AMOUNT, Signal.REFERENCE)

    @staticmethod
    def _by_number(
        places: Iterable[int], rows: Sequence[KnownRow] | Sequence[FreshRow]
    ) -> dict[str, list[int]]:
        named: dict[str, list[int]] = defaultdict(list)
        for place in places:
            for number in numbers(rows[place].texts, rows[place].references):
                named[number].append(place)
        return named

    def by_text(self) -> None:
        """Bring equal rows of like text side by side."""
        for group in self._groups:
            ours, theirs = self._left_of(group)
            if ours and theirs:
                cost, spans = self._cost(alike=True), self._spans(ours, theirs)
                few = sum(end - begin for begin, end in spans) <= _MOST
                pairs = (
                    align(ours, theirs, cost, spans) if few else walk(ours, theirs, cost, self._is_earlier)
                )
                self._decide(pairs, ours, theirs, (Signal.AMOUNT, Signal.TEXT, Signal.DAY))

    def _is_earlier(self, ours: int, theirs: int) -> bool:
        return self._known_days[ours][0] < self._fresh_days[theirs][0]

    def by_day(self) -> None:
        """Bring what is left side by side without a like text: each the other's only candidate, or equal ones."""
        for group in self._groups:
            ours, theirs = self._left_of(group)
            if not ours or not theirs:
                continue
            if len(ours) * len(theirs) > _MOST:
                self._ask_about_many(ours, theirs)
                continue
            if self._asked_about.isdisjoint(ours) and self._are_equal(ours, theirs):
                for one, other in zip(ours, theirs, strict=False):
                    self._join(one, other, Signal.AMOUNT, Signal.DAY, Signal.SAME_COUNT)
                continue
            self._decide_alone(ours, theirs)

    def _ask_about_many(self, ours: Sequence[int], theirs: Sequence[int]) -> None:
        days = _Days(ours, self._known_days, self._limit(ours, theirs))
        for other in theirs:
            near = days.near(self._fresh_days[other])[: 2 * _OFFERS]
            candidates = [one for one in near if self._apart(one, other) is not None]
            if candidates:
                self._doubt(other, candidates, Signal.AMOUNT)

    def by_tip(self) -> None:
        """Ask about bookings that may be a pending row of another amount, at the same place."""
        doubted = {doubt.place for doubt in self.found.doubts}
        pendings = [
            place
            for place in sorted(self._known_left)
            if self._known[place].state is TransactionState.PENDING
        ]
        for theirs in sorted(self._fresh_left) if pendings else ():
            row = self._fresh[theirs]
            if row.state is TransactionState.PENDING or row.place in doubted:
                continue
            near = [
                ours
                for ours in pendings
                if ours in self._known_left
                and self._is_tip(self._known[ours], row)
                and self._apart(ours, theirs) is not None
                and self._is_alike(ours, theirs)
            ]
            if near:
                self._doubt(theirs, near, Signal.SETTLED, Signal.TEXT)

    @staticmethod
    def _is_tip(known: KnownRow, fresh: FreshRow) -> bool:
        more = abs(fresh.minor) - abs(known.minor)
        same_way = (known.minor < 0) is (fresh.minor < 0) and known.currency == fresh.currency
        return same_way and 0 < more * 100 <= _TIP * abs(known.minor)

    def _left_of(self, group: tuple[list[int], list[int]]) -> tuple[list[int], list[int]]:
        ours, theirs = group
        return [one for one in ours if one in self._known_left], [
            one for one in theirs if one in self._fresh_left
        ]

    def _are_left(self, ours: int, theirs: int) -> bool:
        return ours in self._known_left and theirs in self._fresh_left

    def _spans(self, ours: Sequence[int], theirs: Sequence[int]) -> list[tuple[int, int]]:
        """For each known row the fresh ones that are near enough, as a span of their list; spans move on only."""
        others = _Days(theirs, self._fresh_days, self._limit(ours, theirs))
        spans = [others.span(self._known_days[place]) for place in ours]
        ends = list(accumulate((end for _, end in spans), max))
        begins = list(accumulate((begin for begin, _ in reversed(spans)), min))[::-1]
        return list(zip(begins, ends, strict=True))

    def _limit(self, ours: Sequence[int], theirs: Sequence[int]) -> int:
        waiting = TransactionState.PENDING
        if any(self._known[one].state is waiting for one in ours):
            return PENDING_APART
        return PENDING_APART if any(self._fresh[one].state is waiting for one in theirs) else BOOKED_APART

    def _cost(self, *, alike: bool) -> Callable[[int, int], int | None]:
        def cost(ours: int, theirs: int) -> int | None:
            apart = self._apart(ours, theirs)
            if apart is None or (alike and not self._is_alike(ours, theirs)):
                return None
            if self._known_made[ours] == self._fresh_made[theirs]:
                return 0
            return 2 * abs(apart) + (not self._is_usual(apart))

        return cost

    def _decide(
        self, pairs: Sequence[Pair], ours: Sequence[int], theirs: Sequence[int], signals: tuple[Signal, ...]
    ) -> None:
        """Join pairs; where rows are left over that are as near and as like, and not equal, a person decides."""
        cost = self._cost(alike=True)
        paired_known, paired_fresh = {pair.known for pair in pairs}, {pair.fresh for pair in pairs}
        limit = self._limit(ours, theirs)
        spare_known = _Days([one for one in ours if one not in paired_known], self._known_days, limit)
        spare_fresh = _Days([one for one in theirs if one not in paired_fresh], self._fresh_days, limit)
        for pair in pairs:
            price = cost(pair.known, pair.fresh)
            assert price is not None
            near_known = spare_known.near(self._fresh_days[pair.fresh])
            near_fresh = spare_fresh.near(self._known_days[pair.known])
            if (len(near_known) + len(near_fresh)) * len(pairs) > _MOST:
                self._doubt(pair.fresh, [pair.known], *signals)
                continue
            # A row that says nothing takes an equal row, where one is left.
            opaque_known = not any(self._is_same_fresh(one, pair.fresh) for one in near_fresh)
            opaque_fresh = not any(self._is_same_known(one, pair.known) for one in near_known)
            rivals = [
                one
                for one in near_known
                if not self._is_same_known(one, pair.known)
                and self._may_be_instead(
                    one, pair.fresh, pair, is_opaque=opaque_known and self._is_opaque_known(one)
                )
            ]
            asked = [
                one
                for one in near_fresh
                if not self._is_same_fresh(one, pair.fresh)
                and self._may_be_instead(
                    pair.known, one, pair, is_opaque=opaque_fresh and self._is_opaque_fresh(one)
                )
            ]
            apart = self._apart(pair.known, pair.fresh) or 0
            # How long a pending row takes to be booked, no pair of booked ones tells.
            waits = self._known[pair.known].state is not self._fresh[pair.fresh].state
            is_far = price and not waits and not self._is_usual(apart) and abs(apart) > self._near
            if rivals or is_far:
                self._doubt(pair.fresh, [pair.known, *rivals], *signals)
            elif asked:
                self._doubt(pair.fresh, [pair.known], *signals)
                for one in asked:
                    if one in self._fresh_left and self._is_alike(pair.known, one):
                        self._doubt(one, [pair.known], *signals)
            else:
                self._join(pair.known, pair.fresh, *signals)

    def _may_be_instead(self, ours: int, theirs: int, pair: Pair, *, is_opaque: bool) -> bool:
        """Tell whether two rows could be one as well as a pair: their texts are alike, or say nothing."""
        apart = self._apart(ours, theirs)
        if apart is None:
            return False
        if self._is_alike(ours, theirs):
            if self._is_dated(*pair) and self._known_made[ours] != self._fresh_made[theirs]:
                return False
            return self._is_usual(apart) or abs(apart) <= self._near
        return is_opaque and (
            abs(apart) <= abs(self._apart(*pair) or 0) or self._lag(ours, theirs) <= self._lag(*pair)
        )

    def _is_dated(self, ours: int, theirs: int) -> bool:
        """Whether the text of one names the day of the other."""
        made = self._known_made[ours]
        told = (self._known_days[ours][0], self._fresh_days[theirs][0])
        return made == self._fresh_made[theirs] and told != (made, made)

    def _lag(self, ours: int, theirs: int) -> int:
        """Days from when the one row was made, as far as its text tells, to the nearest day of the other."""
        made, booked = self._fresh_made[theirs], self._known_days[ours]
        if made == self._fresh_days[theirs][0]:
            made, booked = self._known_made[ours], self._fresh_days[theirs]
        return min(abs(day - made) for day in booked)

    def _is_opaque_known(self, ours: int) -> bool:
        return self._wording.is_opaque_known(self._known_words[ours])

    def _is_opaque_fresh(self, theirs: int) -> bool:
        return self._wording.is_opaque_fresh(self._fresh_words[theirs])

    def _decide_alone(self, ours: Sequence[int], theirs: Sequence[int]) -> None:
        """Join each to its only candidate, or to one of several equal ones; else a person decides."""
        near = {other: [one for one in ours if self._apart(one, other) is not None] for other in theirs}
        wanted = Counter(one for candidates in near.values() for one in candidates)
        for other, candidates in near.items():
            if not candidates:
                continue
            only = len(candidates) == 1 and wanted[candidates[0]] == 1
            apart = self._apart(candidates[0], other)
            if (
                only
                and apart is not None
                and self._is_usual(apart)
                and candidates[0] not in self._asked_about
            ):
                self._join(candidates[0], other, Signal.AMOUNT, Signal.DAY, Signal.ONLY_ONE)
            else:
                self._doubt(other, candidates, Signal.AMOUNT)

    def _are_equal(self, ours: Sequence[int], theirs: Sequence[int]) -> bool:
        """Whether all rows of the side that has as many or more are equal: it does not matter which is which."""
        if not all(self._is_usual_pair(one, other) for one in ours for other in theirs):
            return False
        if len(ours) >= len(theirs) and all(self._is_same_known(place, ours[0]) for place in ours):
            return True
        return len(theirs) >= len(ours) and all(self._is_same_fresh(place, theirs[0]) for place in theirs)

    def _is_usual_pair(self, ours: int, theirs: int) -> bool:
        apart = self._apart(ours, theirs)
        return apart is not None and self._is_usual(apart)

    def _is_same_known(self, one: int, other: int) -> bool:
        """Whether two rows are of one day and shop, as far as the other source can tell."""
        return self._known_made[one] == self._known_made[other] and self._wording.are_same_known(
            self._known_words[one], self._known_words[other]
        )

    def _is_same_fresh(self, one: int, other: int) -> bool:
        return self._fresh_made[one] == self._fresh_made[other] and self._wording.are_same_fresh(
            self._fresh_words[one], self._fresh_words[other]
        )

    def _join(self, ours: int, theirs: int, *signals: Signal) -> None:
        self._known_left.discard(ours)
        self._fresh_left.discard(theirs)
        self.found.matches.append(Match(self._fresh[theirs].place, self._known[ours].id, signals))

    def _doubt(self, theirs: int, candidates: Sequence[int], *signals: Signal) -> None:
        self._fresh_left.discard(theirs)
        self._asked_about.update(candidates)
        ranked = sorted(candidates, key=lambda one: (abs(self._apart(one, theirs) or 0), self._known[one].id))
        rows = tuple(TransactionId(self._known[one].id) for one in ranked[:_OFFERS])
        self.found.doubts.append(Doubt(self._fresh[theirs].place, rows, signals))
