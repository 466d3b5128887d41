"""The whole world: the banks' books, their common clock, and the life that fills them."""

from collections.abc import Callable
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
        past: days of life before the first day.
    """

    __slots__ = ("_agenda", "_planned", "_planners", "books", "rows", "seed", "start")

    def __init__(self, *, seed: int, start: date, rows: int | None = None, past: int = HISTORY_DAYS) -> None:
        self.seed = seed
        self.start = start
        self.rows = rows
        self.books = {spec.institution_id: Book(spec) for spec in INSTITUTIONS}
        accounts = {
            account.spec.key: (book, account) for book in self.books.values() for account in book.accounts
        }
        self._agenda = Agenda()
        self._planners: list[Callable[[int], None]] = [Household(seed, accounts, self._agenda).plan]
        self._planned = start.toordinal() - past
        self._agenda.now = self._planned * clock.MINUTES_A_DAY
        self.run_until(clock.start_minute(start))
        if rows is not None:
            resize(accounts, rows, seed, start.toordinal() - past, start.toordinal())
        else:
            for book in self.books.values():
                book.renumber(list(book.live()))

    @property
    def now(self) -> int:
        """The minute that the world has reached."""
        return self._agenda.now

    @property
    def today(self) -> int:
        """The ordinal of the bank's day."""
        return self.now // clock.MINUTES_A_DAY

    @property
    def agenda(self) -> Agenda:
        """What will come to pass."""
        return self._agenda

    def add_planner(self, plan: Callable[[int], None]) -> None:
        """Let something else plan each day from the next one on, too."""
        self._planners.append(plan)

    def run_until(self, minute: int) -> None:
        """Let time pass up to an instant; nothing happens when that lies in the past."""
        while self._planned * clock.MINUTES_A_DAY <= minute:
            self._agenda.run(self._planned * clock.MINUTES_A_DAY - 1)
            for plan in self._planners:
                plan(self._planned)
            self._planned += 1
        self._agenda.run(minute)
        self._agenda.now = max(self._agenda.now, minute)
