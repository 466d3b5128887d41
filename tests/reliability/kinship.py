"""Purchases that nobody could tell apart, put together: equal ones whose ids changed without a word."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from tests.reliability.bank import Bank, Chain

_FORTNIGHT = 14
_RETOLD = 4


@dataclass(slots=True)
class Family:
    """Purchases of which any may be taken for another.

    Attributes:
        guess: Whether one of them changed in a way that cannot be followed for certain.
    """

    number: int
    chains: set[int] = field(default_factory=set)
    guess: bool = False


@dataclass(slots=True)
class Kin:
    """Every purchase's family."""

    of: dict[int, Family]
    families: dict[int, Family]


def gather(bank: Bank) -> Kin:
    """Put purchases together that share account and amount within days of each other, one of them being loose.

    What a bank links through its whole life is a family of its own.
    """
    parent = {number: number for number in bank.chains}

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for likeness, chains in _alike(bank).items():
        reach_of = _by_merchant if isinstance(likeness[1], str) else _by_amount
        ordered = sorted(chains)
        for at, (day, number) in enumerate(ordered):
            for other_day, other in ordered[at + 1 :]:
                reach = max(reach_of(bank.chains[number]), reach_of(bank.chains[other]))
                if other_day - day > _FORTNIGHT:
                    break
                if other_day - day <= reach:
                    parent[root(other)] = root(number)
    families: dict[int, Family] = {}
    of: dict[int, Family] = {}
    for number, chain in bank.chains.items():
        family = families.setdefault(root(number), Family(root(number)))
        family.chains.add(number)
        family.guess |= chain.guess
        of[number] = family
    return Kin(of, families)


def _by_amount(chain: Chain) -> int:
    if chain.loose:
        return _FORTNIGHT
    return _RETOLD if chain.retold else -1


def _by_merchant(chain: Chain) -> int:
    return _FORTNIGHT if chain.adrift else -1


def _alike(bank: Bank) -> dict[tuple[int, int | str], set[tuple[int, int]]]:
    """Purchases by what they share, each with its day."""
    alike: dict[tuple[int, int | str], set[tuple[int, int]]] = defaultdict(set)
    for chain in bank.chains.values():
        for serial in chain.serials:
            for version in bank.versions[serial]:
                entry = (version.bought.toordinal(), chain.number)
                alike[version.account, version.minor].add(entry)
                alike[version.account, version.merchant].add(entry)
    return alike
