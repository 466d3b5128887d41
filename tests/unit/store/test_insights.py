"""What the ledger adds up to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

from budgetsync.domain.insights import BalancePoint, Insights, MonthSums, Scope
from budgetsync.domain.sync import SyncBatch
from budgetsync.store.insights import load_first_day, load_insights
from tests.reliability.recount import differences
from tests.unit.domain.builders import TODAY, batch, day, observation, page, pending, snapshot
from tests.unit.store.ledger_file import LedgerFile


def added_up(ledger: LedgerFile, first: date, last: date = TODAY) -> Insights:
    return ledger.database.run_now(lambda db: load_insights(db, Scope(first, last), TODAY))


def test_a_balance_goes_backwards_from_what_the_bank_says(ledger: LedgerFile) -> None:
    rows = [observation("a", minor=-1_000, on=-3), observation("b", minor=250, on=-1), pending("c", on=0)]
    ledger.sync(batch(rows))
    (line,) = added_up(ledger, day(-10)).accounts
    assert line.points == (
        BalancePoint(day(-4), 107_50),
        BalancePoint(day(-3), 97_50),
        BalancePoint(day(-1), 100_00),
        BalancePoint(day(0), 100_00),
    )


def test_months_stand_side_by_side(ledger: LedgerFile) -> None:
    rows = [observation("a", minor=-1_000, on=-70), observation("b", minor=250, on=0)]
    ledger.sync(batch(rows))
    kept = "-is:transfer -is:hidden"
    assert added_up(ledger, day(-365)).months == (
        MonthSums(date(2026, 4, 1), "USD", 0, -1_000, 1, f"on:2026-04-01..2026-04-30 {kept}"),
        MonthSums(date(2026, 5, 1), "USD", 0, 0, 0, f"on:2026-05-01..2026-05-31 {kept}"),
        MonthSums(date(2026, 6, 1), "USD", 250, 0, 1, f"on:2026-06-01..2026-06-15 {kept}"),
    )
    assert ledger.database.run_now(load_first_day) == day(-70)


def test_a_transfer_that_a_later_run_pairs_is_no_spending_any_more(ledger: LedgerFile) -> None:
    out = observation("out", minor=-5_000, on=-2)._replace(provider_category="TRANSFER_OUT_ACCOUNT_TRANSFER")
    into = observation("in", minor=5_000, on=-1, account="acc-2")
    accounts = (snapshot(), snapshot("acc-2", name="Savings"))
    ledger.sync(SyncBatch("", [page([out, observation("coffee")], accounts=accounts)]))
    assert added_up(ledger, day(-10)).months[0].spending == -5_450
    ledger.sync(
        SyncBatch("", [page([into._replace(provider_category="TRANSFER_IN_DEPOSIT")], accounts=accounts)])
    )

    (month,) = added_up(ledger, day(-10)).months
    assert (month.income, month.spending, month.rows) == (0, -450, 1)
    assert recounted(ledger) == []


def test_sums_follow_what_the_user_says(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a"), observation("b", minor=300), observation("c", on=-40)]))
    ledger.edit(1, "payee", "Corner shop")
    ledger.edit(3, "category", "Treats")

    found = added_up(ledger, day(-100))
    assert [(one.name, one.minor) for one in found.merchants] == [("Corner shop", -450), ("Coffee", -150)]
    assert {(one.name, one.minor) for one in found.categories} == {("Coffee", -150), ("Treats", -450)}
    # What comes back of what is bought is no income.
    assert [(month.income, month.spending) for month in found.months] == [(0, -450), (0, -150)]
    assert recounted(ledger) == []


def recounted(ledger: LedgerFile) -> list[str]:
    with closing(sqlite3.connect(ledger.path)) as connection:
        return list(differences(connection))
