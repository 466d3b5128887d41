"""Each sum names the search that lists its rows: they are listed and added up."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from peewee import SqliteDatabase

from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.insights import Insights, Scope
from budgetsync.domain.place import row_at
from budgetsync.domain.query import parse_query
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import Split, Transaction
from budgetsync.store import decisions, edits, search, transactions
from budgetsync.store.insights import load_insights
from tests.unit.domain.builders import TODAY, observation, page, snapshot
from tests.unit.store.ledger_file import LedgerFile

SHOPS = ("Café Müller", "Coffee", "coffee", 'The "Grill"', "Gas & Go", "Coffee Republic")
CODES = ("FOOD_AND_DRINK_COFFEE", "INCOME_WAGES", "GENERAL_MERCHANDISE_OTHER", None, "TRANSFER_IN_DEPOSIT")
ACCOUNTS = ("acc-1", "acc-2", "acc-3")
ROWS = 300


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LedgerFile]:
    """Rows of a year and a half in two currencies, with all that a user does to them."""
    opened = LedgerFile(tmp_path_factory.mktemp("sums"))
    dice = random.Random(7)  # noqa: S311 - made-up rows
    rows = [
        observation(
            f"r{number}",
            minor=dice.choice([-1, -1, -1, 1]) * dice.randint(1, 9_000),
            on=-dice.randrange(540),
            account=(account := dice.choice(ACCOUNTS)),
            currency="EUR" if account == "acc-3" else "USD",
            merchant=dice.choice(SHOPS),
        )._replace(provider_category=dice.choice(CODES))
        for number in range(ROWS)
    ]
    accounts = tuple(
        snapshot(name, name=name.title(), currency="EUR" if name == "acc-3" else "USD") for name in ACCOUNTS
    )
    opened.sync(SyncBatch("", [page(rows, accounts=accounts)]))

    def step(db: SqliteDatabase) -> None:
        for number in range(1, ROWS, 9):
            row = TransactionId(number)
            (found,) = transactions.load_some(db, [row])
            wanted = (
                Edit(payee="Corner shop"),
                Edit(category="Coffee"),
                Edit(category="Kids' things"),
                Edit(hidden=True),
                Edit(splits=(Split(1, "Coffee"), Split(found.amount.minor - 1, None))),
            )[number % 5]
            edits.edit(db, [row], wanted, opened.now)
        rows = {
            row.id: row for row in transactions.load_some(db, [TransactionId(n) for n in range(1, ROWS + 1)])
        }
        out = next(row for row in rows.values() if row.amount.minor < 0 and not row.splits and not row.hidden)
        into = next(
            row
            for row in rows.values()
            if row.amount.minor > 0
            and row.account_id != out.account_id
            and row.amount.currency != out.amount.currency
        )
        decisions.pair(db, out.id, into.id, opened.now)

    opened.database.run_now(step)
    yield opened
    opened.close()


def listed(ledger: LedgerFile, text: str) -> list[Transaction]:
    query = parse_query(text, TODAY)
    assert not query.hints
    assert str(query) == text

    def step(db: SqliteDatabase) -> list[Transaction]:
        places = search.find_places(db, query, 10_000)
        return transactions.load_some(db, [row_at(place) for place in places])

    return ledger.database.run_now(step)


def added_up(ledger: LedgerFile, first: date, last: date, *accounts: int) -> Insights:
    scope = Scope(first, last, frozenset(map(AccountId, accounts)))
    return ledger.database.run_now(lambda db: load_insights(db, scope, TODAY))


def part_of(row: Transaction, category: str) -> int:
    """What a row adds to a category."""
    if not row.splits:
        return row.amount.minor
    shown = row.category or ""
    return sum(part.minor for part in row.splits if (part.category or shown) == category)


SCOPES = [
    (date.min, date.max, ()),
    (date(2025, 1, 3), TODAY - timedelta(days=2), (1, 2)),
    (TODAY - timedelta(days=900), TODAY, ()),
    (TODAY - timedelta(days=365), TODAY, ()),
    (date(2026, 1, 1), date(2026, 3, 31), ()),
    (date(2025, 11, 7), date(2026, 2, 13), (1, 3)),
    (date(2026, 2, 3), date(2026, 2, 20), (2,)),
    (date(2030, 1, 1), date(2030, 12, 31), ()),
]


@pytest.mark.parametrize(("first", "last", "accounts"), SCOPES)
def test_rows_that_are_listed_make_the_sum(
    ledger: LedgerFile, first: date, last: date, accounts: tuple[int, ...]
) -> None:
    found = added_up(ledger, first, last, *accounts)

    for month in found.months:
        rows = listed(ledger, month.query)
        assert len(rows) == month.rows
        assert sum(row.amount.minor for row in rows) == month.income + month.spending
        assert {row.amount.currency for row in rows} <= {month.currency}
        assert month.income >= 0 >= month.spending
    for one in found.categories:
        rows = listed(ledger, one.query)
        # One with parts in it both by the user's category and by the bank's of the same name counts for both.
        assert one.rows - sum(bool(row.splits) for row in rows) <= len(rows) <= one.rows
        assert sum(part_of(row, one.name) for row in rows) == one.minor, one
    for one in found.merchants:
        rows = listed(ledger, one.query)
        assert len(rows) == one.rows
        assert sum(row.amount.minor for row in rows) == one.minor
        assert {row.shown_payee for row in rows} == {one.name}
    for sums in (found.categories, found.merchants):
        for currency in found.currencies:
            in_all = sum(
                month.income + month.spending for month in found.months if month.currency == currency
            )
            assert sum(one.minor for one in sums if one.currency == currency) == in_all


@pytest.mark.parametrize(("first", "last", "accounts"), SCOPES[1:])
def test_what_was_before_is_what_the_stretch_before_says(
    ledger: LedgerFile, first: date, last: date, accounts: tuple[int, ...]
) -> None:
    found = added_up(ledger, first, last, *accounts)
    before = added_up(
        ledger, first - (last - first) - timedelta(days=1), first - timedelta(days=1), *accounts
    )

    for now, then in ((found.categories, before.categories), (found.merchants, before.merchants)):
        known = {(one.name, one.currency): one.minor for one in then}
        assert [one.before for one in now] == [known.get((one.name, one.currency), 0) for one in now]
