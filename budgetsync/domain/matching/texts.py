"""How like two rows' texts are, whatever each source wraps around a name: words without numbers and usual ones."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_NUMBER: Final = re.compile(r"(?<!\d)\d{6,}(?!\d)")
_STEM: Final = 6
"""Letters of a word that count: sources cut names off, and write them in full."""
_USUAL: Final = 0.5
"""A word in more than this share of all rows ("card purchase") tells nothing."""
_FEW: Final = 6
"""Among fewer rows no word is a usual one."""
ALIKE: Final = 0.5
"""From this likeness on, texts speak for one transaction."""
_LEARNED_FROM: Final = 2

Stems = frozenset[str]


@cache
def _stems_of(text: str) -> Stems:
    return frozenset(word[:_STEM].casefold() for word in _WORD.findall(text))


def stems(texts: Iterable[str]) -> Stems:
    """Cut texts into the beginnings of their words."""
    return frozenset().union(*map(_stems_of, texts))


def numbers(texts: Iterable[str], references: Iterable[str]) -> frozenset[str]:
    """Find what may be a reference that both sources give: long numbers, and what is given as one."""
    found = {number.lstrip("0") for text in texts for number in _NUMBER.findall(text)}
    found.update(reference.casefold().lstrip("0") for reference in references)
    return frozenset(found - {""})


class Wording:
    """The words of two sources beside each other.

    Args:
        known, fresh: The stems of every row's texts, of either source.
    """

    def __init__(self, known: Sequence[Stems], fresh: Sequence[Stems]) -> None:
        self._usual: set[str] = set()
        for side in (known, fresh):
            counted = Counter(word for words in side for word in words)
            if len(side) >= _FEW:
                self._usual.update(word for word, count in counted.items() if count > _USUAL * len(side))
        self._of_either = tuple(frozenset().union(*side) - self._usual for side in (known, fresh))
        self._pairs: Counter[tuple[Stems, Stems]] = Counter()
        self._of_known: Counter[Stems] = Counter()
        self._of_fresh: Counter[Stems] = Counter()

    def learn(self, pairs: Iterable[tuple[Stems, Stems]]) -> None:
        """Take in pairs that are one for other reasons: what one source always calls so, the other calls so."""
        for known, fresh in pairs:
            one, other = self._telling(known), self._telling(fresh)
            self._pairs[one, other] += 1
            self._of_known[one] += 1
            self._of_fresh[other] += 1

    def is_opaque_known(self, words: Stems) -> bool:
        """Whether the fresh side never uses a word of these: then they tell nothing, for or against."""
        return not words & self._of_either[1]

    def is_opaque_fresh(self, words: Stems) -> bool:
        """Whether the known side never uses a word of these."""
        return not words & self._of_either[0]

    def are_same_known(self, one: Stems, other: Stems) -> bool:
        """Whether the fresh side could not tell two known texts apart, which are of one shop."""
        return _are_same(one, other, self._of_either[1])

    def are_same_fresh(self, one: Stems, other: Stems) -> bool:
        """Whether the known side could not tell two fresh texts apart."""
        return _are_same(one, other, self._of_either[0])

    def likeness(self, known: Stems, fresh: Stems) -> float:
        """Tell how alike they are, from 0 to 1."""
        one, other = self._telling(known), self._telling(fresh)
        if not one or not other:
            return 0.0
        shared = len(one & other) / min(len(one), len(other))
        return max(shared, self._learned(one, other))

    def _telling(self, words: Stems) -> Stems:
        """Leave usual words out, unless there are no others: on a card for the underground every row is a fare."""
        return words - self._usual or words

    def _learned(self, one: Stems, other: Stems) -> float:
        told = self._pairs[one, other]
        if told < _LEARNED_FROM:
            return 0.0
        return told / max(self._of_known[one], self._of_fresh[other])


def _are_same(one: Stems, other: Stems, heard: Stems) -> bool:
    if one == other:
        return True
    shared = one & other
    return (
        bool(shared & heard) and one & heard == other & heard and 2 * len(shared) > min(len(one), len(other))
    )
