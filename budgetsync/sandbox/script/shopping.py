"""A purchase of everyday life, now: what the household's rhythm would have brought at some moment of its own."""

from random import Random
from typing import Final

from budgetsync.sandbox.model.estate import Estate, book_of_items
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.script.household import RHYTHMS
from budgetsync.sandbox.script.lifecycle import Counter

_BUSIEST: Final = 3
"""Prices near the lower end are the usual ones."""


def go_shopping(estate: Estate, items: list[Item]) -> bool:
    """Let somebody of the household buy something with one of these items' accounts; False where none is fit for it.

    What is bought follows from the world's seed and from what happened before.
    """
    world = estate.world
    books = book_of_items(items)
    accounts = {account.spec.key: (book, account) for book in books for account in book.accounts}
    rhythms = [rhythm for rhythm in RHYTHMS if rhythm.account in accounts]
    if not rhythms:
        return False
    written = sum(len(book.log) for book in books)
    rng = Random(f"{world.seed}/shopping/{world.now}/{written}")  # noqa: S311 - believable, not secret
    rhythm = rng.choices(rhythms, [rhythm.permille for rhythm in rhythms])[0]
    book, account = accounts[rhythm.account]
    brand = rng.choice(rhythm.brands)
    amount = brand.low + min(rng.randrange(brand.high - brand.low + 1) for _ in range(_BUSIEST))
    Counter(book, world.agenda).buy(account, brand, amount, world.now, rng)
    world.agenda.run(world.now)
    return True
