"""A world that is never quiet: bad days at banks, drawn day by day from the seed."""

from random import Random
from typing import Any, Final

from budgetsync.sandbox.clock import MINUTES_A_DAY
from budgetsync.sandbox.model.estate import Estate
from budgetsync.sandbox.script.events import EventError, play

# How many days in a thousand each bank sees one of these.
_OUTAGES: Final = 40
_LATE: Final = 120
_CORRECTIONS: Final = 60
_MASS_REMOVALS: Final = 6
_NEW_ACCOUNTS: Final = 4
_LOGINS: Final = 8
_CONSENTS: Final = 3
_ENOUGH_ACCOUNTS: Final = 6


class Rhythm:
    """Plans the bad days of every bank.

    Args:
        estate: what the days happen to.
    """

    def __init__(self, estate: Estate) -> None:
        self._estate = estate

    def plan(self, ordinal: int) -> None:
        """Put on the agenda what goes wrong on a day; the draws never depend on what was done to the bank."""
        for name, book in self._estate.world.books.items():
            rng = Random(f"{self._estate.world.seed}/{ordinal}/{name}/rhythm")  # noqa: S311 - chance only
            draws = [rng.randrange(1000) for _ in range(7)]
            minute, length = rng.randrange(MINUTES_A_DAY), rng.randrange(20, 400)
            kinds: list[tuple[bool, dict[str, Any]]] = [
                (draws[0] < _OUTAGES, {"kind": "outage", "minutes": length, "scope": "live"}),
                (
                    draws[1] < _LATE,
                    {"kind": "late_posting", "days": 2 + length % 10, "amount_minor": length * 7},
                ),
                (draws[2] < _CORRECTIONS, {"kind": "modification", "count": 1 + length % 4}),
                (draws[3] < _MASS_REMOVALS, {"kind": "mass_removal", "share": 0.1, "readd": length % 2 == 0}),
                (
                    draws[4] < _NEW_ACCOUNTS and len(book.accounts) < _ENOUGH_ACCOUNTS,
                    {"kind": "new_account", "currency": book.accounts[0].spec.currency},
                ),
                (draws[5] < _LOGINS, {"kind": "login_expiry"}),
                (draws[6] < _CONSENTS, {"kind": "consent_expiry", "days": 7}),
            ]
            for happens, detail in kinds:
                if happens:
                    self._put(ordinal * MINUTES_A_DAY + minute, {**detail, "institution_id": name})

    def _put(self, minute: int, detail: dict[str, Any]) -> None:
        def happen(_minute: int) -> None:
            try:
                play(self._estate, detail)
            except EventError:
                return  # nobody is connected to that bank: it happens to no one

        self._estate.world.agenda.put(minute, happen)
