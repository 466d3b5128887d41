"""Lists in every order, pending rows apart: what is listed, how it follows changes, how one becomes another."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.listed import NEWEST_FIRST, Listed, Order, SortKey, differences
from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.query import parse_query
from budgetsync.domain.sync import SyncBatch
from budgetsync.store import edits
from budgetsync.store.ordering import bring_up_to_date, load_listed
from budgetsync.store.totals import load_total, load_total_of
from tests.unit.domain.builders import TODAY, key, observation, page, pending
from tests.unit.store.ledger_file import NOW, LedgerFile
from tests.unit.store.test_search import (
    Row,
    expected,
    full,  # noqa: F401 - a fixture
    holds,
    naive_rows,
)

ORDERS = tuple(Order(by, descending) for by in SortKey for descending in (True, False))
TEXTS = ("", "coffee", "account:joint >5", "is:pending", "is:removed", "-is:pending", "run:1", "is:doubtful")
NAMES = {"Café Müller": "cafe muller", "ŻABKA 0417": "zabka 0417"}


def sort_key(order: Order, row: Row) -> tuple[object, ...]:
    """What a row is sorted by, said plainly."""
    payee, merchant, original, _ = row.texts
    shown = payee or merchant or original or ""
    keys: dict[SortKey, object] = {
        SortKey.DATE: 0,
        SortKey.AMOUNT: row.amount * 10 ** (4 - EXPONENTS[row.currency]),
        SortKey.PAYEE: NAMES.get(shown, shown.lower()),
    }
    return keys[order.key], row.day, row.id


def ids(listed: Listed) -> list[int]:
    return list(listed.ids(0, len(listed)))


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: f"{order.key}-{order.descending}")
@pytest.mark.parametrize("text", TEXTS)
def test_a_list_has_the_rows_of_its_search_in_order_with_pending_ones_first(
    full: LedgerFile,  # noqa: F811
    text: str,
    order: Order,
) -> None:
    rows = naive_rows(full)
    query = parse_query(text, TODAY)
    wanted = set(expected(rows, query))
    if text in {"", "coffee", "account:joint >5"}:  # taken back, kept in sight
        wanted |= {row.id for row in rows if row.id == 205 and all(holds(term, row) for term in query.terms)}
    found = sorted(
        (row for row in rows if row.id in wanted),
        key=lambda row: sort_key(order, row),
        reverse=order.descending,
    )
    apart = [row.id for row in found if row.state == "PENDING"]
    listed = full.database.run_now(partial(load_listed, query=query, order=order))
    assert ids(listed) == apart + [row.id for row in found if row.state != "PENDING"]
    assert len(listed.pending) == len(apart)
    assert listed.ids(len(apart) - 1, 2) == ids(listed)[len(apart) - 1 : len(apart) + 1] or not apart


def test_the_first_rows_are_listed_before_all_are_found(full: LedgerFile) -> None:  # noqa: F811
    load = partial(load_listed, query=parse_query("", TODAY), order=NEWEST_FIRST)
    whole = full.database.run_now(load)
    head = full.database.run_now(partial(load, head=20))
    assert (head.pending, list(head.others)) == (whole.pending, list(whole.others[:20]))
    assert not head.is_whole
    assert full.database.run_now(partial(load, head=1_000)) == whole


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: f"{order.key}-{order.descending}")
def test_a_list_follows_what_changed_at_the_cost_of_that(ledger: LedgerFile, order: Order) -> None:
    rows = [
        observation(f"t{number}", on=-(number % 9), minor=-100 * (number % 5), merchant=f"Shop {number % 4}")
        for number in range(60)
    ]
    ledger.sync(SyncBatch("", [page([*rows, pending("p1"), pending("p2", minor=-7)])]))
    query = parse_query("shop", TODAY)
    load = partial(load_listed, query=query, order=order)
    listed = ledger.database.run_now(load)
    changes: list[Callable[[], object]] = [
        lambda: ledger.sync(
            SyncBatch("c", [page([observation("n", merchant="shop 2"), pending("p3", merchant="Shop")])])
        ),
        lambda: ledger.sync(SyncBatch("d", [page(removed=[key("t3"), key("t4"), key("p3")])])),
        lambda: ledger.database.run_now(
            lambda db: edits.edit(db, [TransactionId(9)], Edit(payee="Ähre shop", date=TODAY), NOW)
        ),
        lambda: ledger.database.run_now(
            lambda db: edits.edit(db, [TransactionId(9)], Edit(payee="elsewhere", note="x"), NOW)
        ),
    ]
    for change in changes:
        change()
        every = {TransactionId(int(str(row))) for (row,) in ledger.rows('SELECT id FROM "transaction"')}
        taken_in = listed
        for changed in (every, {TransactionId(each) for each in (4, 5, 9, 63, 64)}):
            taken_in = ledger.database.run_now(
                partial(bring_up_to_date, query=query, order=order, listed=listed, changed=changed)
            )
            assert taken_in == ledger.database.run_now(load)
        listed = taken_in


places = st.lists(st.integers(0, 40), unique=True, max_size=30).map(
    lambda numbers: array("q", [1 << 32 | number for number in numbers])
)


@given(places, places)
def test_differences_make_one_list_of_another(old: array[int], new: array[int]) -> None:
    made = list(old)
    splices = differences(old, new)
    for splice in reversed(splices):
        made[splice.first : splice.first + splice.removed] = new[
            splice.begin : splice.begin + splice.inserted
        ]
    assert made == list(new)
    assert (splices == ()) == (old == new)


def test_of_long_lists_only_what_differs_is_told() -> None:
    old = array("q", range(100_000, 0, -1))
    new = old[:500] + array("q", [200_000, 200_001]) + old[500:70_000] + old[70_001:]
    assert [(each.first, each.removed, each.inserted) for each in differences(old, new)] == [
        (500, 69_501, 69_502)
    ]
    new = old[:500] + array("q", [200_000]) + old[500:600] + old[601:]
    assert [(each.first, each.removed, each.inserted) for each in differences(old, new)] == [
        (500, 0, 1),
        (600, 1, 0),
    ]


def test_totals_are_by_currency_and_only_of_what_counts(full: LedgerFile) -> None:  # noqa: F811
    rows = [row for row in naive_rows(full) if row.state != "REMOVED"]
    wanted = {currency: sum(row.amount for row in rows if row.currency == currency) for currency in EXPONENTS}
    every = [TransactionId(row.id) for row in naive_rows(full)]
    for total in (
        full.database.run_now(partial(load_total, query=parse_query("", TODAY))),
        full.database.run_now(partial(load_total_of, transaction_ids=every)),
    ):
        assert total.rows == len(rows)
        assert {each.currency: each.minor for each in total.sums} == {
            currency: minor for currency, minor in wanted.items() if currency in {"USD", "JPY", "KWD"}
        }
        assert total.sums[0].currency == "USD"
    words = full.database.run_now(partial(load_total, query=parse_query("coffee", TODAY)))
    assert words.rows == len(expected(naive_rows(full), parse_query("coffee", TODAY)))
