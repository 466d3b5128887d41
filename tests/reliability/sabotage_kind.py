"""What a seeded mistake is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sabotage:
    """One seeded mistake.

    Attributes:
        name: What somebody did.
        file: Relative to the repository.
        old: What stands there.
        new: What would stand there instead.
        tests: At least one of them fails then.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
