"""Worlds of a chosen size: rows enough for a benchmark, written without a life behind them."""

from heapq import nlargest
from itertools import pairwise
from operator import attrgetter
from random import Random
from typing import Final

from budgetsync.sandbox.catalog import brands
from budgetsync.sandbox.catalog.profile import Profile
from budgetsync.sandbox.clock import MINUTES_A_DAY
from budgetsync.sandbox.model.book import Account, Book, Row

_SHARES: Final = (
    ("card", (*brands.EATING_OUT, *brands.GETTING_ABOUT, *brands.SHOPPING), 34),
    ("checking", (*brands.EATING_OUT, *brands.GROCERIES), 18),
    ("household", (*brands.GROCERIES, *brands.CARE), 18),
    ("euro", brands.EURO_SHOPS, 15),
    ("yen", brands.YEN_SHOPS, 15),
)
_POOL: Final = 509
"""Distinct purchases that are dealt out again and again; a prime, so that no rhythm shows."""

_ROUND: Final = 60
"""Every so many rows one entry pays the others back, and the balance stays believable."""


def resize(
    books: dict[str, tuple[Book, Account]], rows: int, seed: int, first_day: int, last_day: int
) -> None:
    """Bring the live transactions of the whole world to exactly ``rows``.

    Surplus rows are dropped oldest first (pending ones last); missing ones are added evenly over the days.
    Every account keeps its current balance: its opening balance gives way.

    Args:
        books: each account by key, with its book.
        rows: live transactions wanted, pending ones included.
        seed: the world's seed.
        first_day: ordinal of the first day to fill.
        last_day: ordinal of the last one.
    """
    unique = list({id(book): book for book, _ in books.values()}.values())
    currents = [(account, account.current) for book in unique for account in book.accounts]
    live = [row for book in unique for row in book.live()]
    missing = rows - len(live)
    if missing < 0:
        _keep_newest(unique, rows)
    elif missing:
        _fill(books, missing, seed, first_day, last_day)
    for account, current in currents:
        account.rebase(current)


def _keep_newest(books: list[Book], rows: int) -> None:
    ranked = [
        ((row.pending, row.stamp), number, row)
        for number, row in enumerate(row for b in books for row in b.live())
    ]
    kept = {id(row) for _, _, row in nlargest(rows, ranked)}
    for book in books:
        survivors = []
        for row in book.live():
            if id(row) in kept:
                survivors.append(row)
            else:
                row.gone = True
                book.accounts[row.account].count(row.amount, pending=row.pending, sign=-1)
        book.renumber(survivors)


def _fill(
    books: dict[str, tuple[Book, Account]], missing: int, seed: int, first_day: int, last_day: int
) -> None:
    whole = sum(share for *_, share in _SHARES)
    bounds = [0]
    for *_, share in _SHARES:
        bounds.append(bounds[-1] + share)
    fresh: dict[int, tuple[Book, list[Row]]] = {}
    for (key, group, _), (low, high) in zip(_SHARES, pairwise(bounds), strict=True):
        book, account = books[key]
        wanted = missing * high // whole - missing * low // whole
        added = _purchases(book, account, group, wanted, Random(f"{seed}/{key}"), first_day, last_day)  # noqa: S311
        fresh.setdefault(id(book), (book, []))[1].extend(added)
    for book, added in fresh.values():
        book.renumber(sorted([*book.live(), *added], key=attrgetter("stamp")))


def _purchases(
    book: Book,
    account: Account,
    group: tuple[brands.Brand, ...],
    wanted: int,
    rng: Random,
    first_day: int,
    last_day: int,
) -> list[Row]:
    """Posted rows, oldest first, that add up to nothing much."""
    pool = _pool(group, rng)
    days = last_day - first_day
    index, key, owed, made = account.index, book.next_key, 0, []
    for number in range(wanted):
        day = first_day + days * number // wanted
        profile, amount = pool[number % _POOL]
        if number % _ROUND == _ROUND - 1:
            amount, owed = -owed, 0
        else:
            amount += number % 97
            owed += amount
        made.append(
            Row(key + number, index, profile, amount, day, day - 1, False, 0, 0, day * MINUTES_A_DAY + 300)
        )
    book.next_key += wanted
    account.posted_sum += owed
    account.posted_count += wanted
    return made


def _pool(group: tuple[brands.Brand, ...], rng: Random) -> list[tuple[Profile, int]]:
    made = []
    for _ in range(_POOL):
        brand = rng.choice(group)
        made.append(
            (
                rng.choice(brand.profiles),
                rng.randrange(brand.low, brand.low + (brand.high - brand.low) // 4 + 1),
            )
        )
    return made
