"""What the ledger adds up to."""

from __future__ import annotations

from datetime import date

from budgetsync.domain.insights import BalancePoint, Insights, MonthSums, Scope
from budgetsync.store.insights import load_first_day, load_insights
from tests.unit.domain.builders import TODAY, batch, day, observation, pending
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
