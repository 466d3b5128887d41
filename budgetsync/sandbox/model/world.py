"""The whole world: the banks' books, their common clock, and the life that fills them."""

from datetime import date
from typing import Final

from budgetsync.sandbox import clock
from budgetsync.sandbox.catalog.institutions import INSTITUTIONS
from budgetsync.sandbox.model.book import Book
from budgetsync.sandbox.script.agenda import Agenda
from budgetsync.sandbox.script.crowd import resize
from budgetsync.sandbox.script.household import Household

HISTORY_DAYS: Final = 730
"""How far back the books go on the first day."""


class World:
    """Two years of banking up to a first day, and whatever happens after it.

    What happens depends on the seed alone: moving the clock by 24 hours once or by an hour 24 times comes
    to the same.

    Args:
        seed: chooses the world.
        start: the bank's first today.
        rows: live transactions on the first day; None for as many as the life makes.
    """

    __slots__ = ("_agenda", "_household", "_planned", "books", "now", "rows", "seed", "start")

    def __init__(self, *, seed: int, start: date, rows: int | None = None) -> None:
        self.seed = seed
        self.start = start
        self.rows = rows
        self.books = {spec.institution_id: Book(spec) for spec in INSTITUTIONS}
        accounts = {
            account.spec.key: (book, account) for book in self.books.values() for account in book.accounts
        }
        self._agenda = Agenda()
        self._household = Household(seed, accounts, self._agenda)
        self._planned = start.toordinal() - HISTORY_DAYS
        self.now = self._planned * clock.MINUTES_A_DAY
        self.run_until(clock.start_minute(start))
        if rows is not None:
            resize(accounts, rows, seed, start.toordinal() - HISTORY_DAYS, start.toordinal())
        else:
            for book in self.books.values():
                book.renumber(list(book.live()))

    @property
    def today(self) -> int:
        """The ordinal of the bank's day."""
        return self.now // clock.MINUTES_A_DAY

    def run_until(self, minute: int) -> None:
        """Let time pass up to an instant; nothing happens when that lies in the past."""
        while self._planned * clock.MINUTES_A_DAY <= minute:
            self._agenda.run(self._planned * clock.MINUTES_A_DAY - 1)
            self._household.plan(self._planned)
            self._planned += 1
        self._agenda.run(minute)
        self.now = max(self.now, minute)
