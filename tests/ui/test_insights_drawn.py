"""What insights are turned into: lines, columns, bars, and sentences that are true."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from budgetsync.domain.ids import AccountId
from budgetsync.domain.insights import (
    AccountBalances,
    BalancePoint,
    Cadence,
    Insights,
    MonthSums,
    NamedSum,
    Recurring,
    Scope,
    TotalBalances,
)
from budgetsync.domain.money import Money
from budgetsync.ui.charts.column_graph import ColumnGraph
from budgetsync.ui.charts.line_graph import LineGraph, day_query
from budgetsync.ui.charts.row_graph import RowGraph
from budgetsync.ui.insights.choices import Choices
from budgetsync.ui.insights.drawn import Shown, draw_all
from budgetsync.ui.insights.period import Period, days_of
from budgetsync.ui.insights.recurring import RecurringBehind, summary_of

TODAY = date(2026, 6, 15)
FIRST = date(2026, 4, 1)
ENGLISH = QLocale("en_US")
CHOICES = Choices(Period.THREE_MONTHS, (FIRST, TODAY))


def account(number: int, *minor: int, currency: str = "USD", name: str = "") -> AccountBalances:
    points = tuple(BalancePoint(FIRST + timedelta(days=30 * at), held) for at, held in enumerate(minor))
    return AccountBalances(
        AccountId(number), name or f"Account {number}", "Harbor Bank", currency, points, proved=True
    )


def insights(
    *accounts: AccountBalances, months: tuple[MonthSums, ...] = (), categories: tuple[NamedSum, ...] = ()
) -> Insights:
    currencies = tuple(
        dict.fromkeys([each.currency for each in accounts] + [each.currency for each in months])
    )
    totals = tuple(
        TotalBalances(
            currency, next(each.points for each in accounts if each.currency == currency and each.points), 2
        )
        for currency in currencies
        if any(each.points for each in accounts if each.currency == currency)
    )
    return Insights(Scope(FIRST, TODAY), currencies, accounts, totals, months, categories, (), ())


def drawn(made: Insights, choices: Choices = CHOICES, begin: date | None = None) -> Shown:
    return draw_all(made, choices, TODAY, ENGLISH, begin)


def lines(shown: Shown) -> list[str]:
    assert isinstance(shown.balances.graph, LineGraph)
    return [line.name for line in shown.balances.graph.shown]


def test_currencies_are_never_drawn_together() -> None:
    made = insights(account(1, 10, 20), account(2, 5, 6, currency="EUR"), account(3, 7, currency="EUR"))
    assert (drawn(made).currency, drawn(made).currencies) == ("USD", ("USD", "EUR"))
    assert lines(drawn(made)) == ["Account 1"]
    euros = drawn(made, replace(CHOICES, currency="EUR"))
    assert lines(euros) == ["All accounts", "Account 3", "Account 2"]
    gone = drawn(made, replace(CHOICES, currency="GBP"))
    assert gone.currency == "USD"


def test_the_balance_is_said_with_how_it_went() -> None:
    assert drawn(insights(account(1, 10_000, 12_550))).balances.summary == (
        "$125.50 on May 1, 2026, $25.50 more than on Apr 1, 2026."
    )
    assert drawn(insights(account(1, 12_550, 10_000))).balances.summary == (
        "$100.00 on May 1, 2026, $25.50 less than on Apr 1, 2026."
    )
    unknown = insights(account(1, 10_000), account(2))
    assert drawn(unknown).balances.summary == (
        "$100.00 on Apr 1, 2026. 1 account is not drawn: its bank tells no balance."
    )
    assert drawn(insights()).balances.graph.is_empty


def test_the_largest_accounts_are_drawn_and_others_when_they_are_asked_for() -> None:
    many = insights(*(account(number, 100 * number) for number in range(1, 21)))
    assert lines(drawn(many)) == ["All accounts", *(f"Account {number}" for number in range(20, 15, -1))]
    turned = drawn(many, replace(CHOICES, turned=frozenset({"total", "20", "10"})))
    assert lines(turned) == ["Account 19", "Account 18", "Account 17", "Account 16", "Account 10"]
    hidden = {entry.key for entry in turned.balances.entries if entry.hidden}
    assert {"total", "20"} <= hidden
    assert "10" not in hidden


def test_a_day_of_a_line_leads_to_the_rows_of_its_accounts() -> None:
    made = insights(account(1, 10, 20), account(2, 30, 40), account(3, 7, currency="EUR"))
    graph = drawn(made).balances.graph
    assert [graph.behind.query(row) for row in range(2)] == [
        "account:#1,#2 on:2026-05-01",
        "account:#1,#2 on:2026-04-01",
    ]
    assert isinstance(graph, LineGraph)
    assert day_query(FIRST, graph.shown[1]) == "account:#2 on:2026-04-01"
    alone = insights(account(1, 10), account(2, 30))
    assert drawn(alone).balances.graph.behind.query(0) == "on:2026-04-01"


def test_accounts_of_one_name_are_told_apart_by_their_bank() -> None:
    twice = insights(account(1, 20, name="Checking"), account(2, 10, name="Checking"))
    assert lines(twice_drawn := drawn(twice))[1:] == ["Checking, Harbor Bank"] * 2
    assert len(twice_drawn.balances.entries) == 3


def test_months_say_what_came_in_went_out_and_was_left() -> None:
    months = tuple(
        MonthSums(date(2026, month, 1), "USD", 300_000, -spent, 10, f"on:2026-{month:02}")
        for month, spent in ((4, 200_000), (5, 250_000), (6, 100_000))
    )
    shown = drawn(insights(months=months)).months
    assert shown.summary == "$9,000.00 came in, $5,500.00 went out, $3,500.00 was left."
    assert isinstance(shown.graph, ColumnGraph)
    columns = shown.graph.content.columns
    assert [column.title for column in columns] == ["April 2026", "May 2026", "June 2026"]
    assert [column.is_open for column in columns] == [False, False, True]
    assert columns[0].query == "on:2026-04"
    lost = tuple(replace(month, income=0) for month in months)
    assert drawn(insights(months=lost)).months.summary == (
        "$0.00 came in, $5,500.00 went out: $5,500.00 more than came in."
    )
    assert drawn(insights(months=(MonthSums(FIRST, "USD", 0, 0, 0),))).months.graph.is_empty


def test_sums_are_compared_only_with_a_time_that_the_ledger_knows() -> None:
    sums = (
        NamedSum("Rent", "USD", -200_000, -100_000, 3, "category:rent"),
        NamedSum("", "USD", -5_000, 0, 1, "is:uncategorized"),
        NamedSum("Wages", "USD", 900_000, 900_000, 3, "category:wages"),
        NamedSum("Miete", "EUR", -1, -1, 1, ""),
    )
    made = insights(account(1, 1), categories=sums)
    known, unknown = drawn(made, begin=date(2025, 1, 1)), drawn(made, begin=date(2026, 3, 1))
    graph = known.categories.graph
    assert isinstance(graph, RowGraph)
    assert [(row.name, row.before, row.count) for row in graph.content.rows] == [
        ("Rent", -100_000, "3 transactions"),
        ("No category", 0, "1 transaction"),
    ]
    assert [entry.name for entry in known.categories.entries] == ["Before: Jan 15, 2026 to Mar 31, 2026"]
    assert list(graph.behind.headings) == ["Category", "Amount", "Before", "Change", "Transactions"]
    other = unknown.categories.graph
    assert list(other.behind.headings) == ["Category", "Amount", "Transactions"]
    assert unknown.categories.entries == ()
    income = known.categories_up.graph
    assert [income.behind.cells(0)[0], income.behind.count] == ["Wages", 1]


@pytest.mark.parametrize(
    ("period", "first"),
    [
        (Period.THREE_MONTHS, date(2026, 4, 1)),
        (Period.SIX_MONTHS, date(2026, 1, 1)),
        (Period.TWELVE_MONTHS, date(2025, 7, 1)),
        (Period.THIS_YEAR, date(2026, 1, 1)),
        (Period.ALL, date(2020, 2, 2)),
    ],
)
def test_a_time_is_made_of_whole_months(period: Period, first: date) -> None:
    own = (date(2026, 5, 5), date(2026, 3, 3))
    assert days_of(period, TODAY, own, date(2020, 2, 2)) == (first, TODAY)
    assert days_of(Period.OWN, TODAY, own, None) == (own[1], own[0])
    assert days_of(Period.ALL, TODAY, own, None) == (TODAY, TODAY)


def recurring(name: str, next_on: date, *, ended: bool = False, varies: bool = False) -> Recurring:
    return Recurring(
        name,
        AccountId(1),
        "Checking",
        Money(-1_299, "USD"),
        varies,
        Cadence.MONTHLY,
        7,
        TODAY,
        next_on,
        ended,
        f"payee:{name}",
    )


def test_what_comes_again_is_expected_late_or_over() -> None:
    some = (
        recurring("Gym", TODAY - timedelta(days=3)),
        recurring("Rent", TODAY),
        recurring("Phone", TODAY + timedelta(days=1), varies=True),
        recurring("Power", TODAY + timedelta(days=20)),
        recurring("Paper", TODAY - timedelta(days=300), ended=True),
    )
    behind = RecurringBehind(some, TODAY, ENGLISH)
    assert [behind.cells(row)[0] for row in range(behind.count)] == [
        "3 days late",
        "Today",
        "Tomorrow",
        "In 20 days",
        "Ended",
    ]
    assert behind.cells(2) == (
        "Tomorrow",
        "Phone",
        "about \N{MINUS SIGN}$12.99",
        "Every month",
        "Jun 16, 2026",
        "Checking",
        "7",
    )
    assert behind.query(0) == "payee:Gym"
    assert summary_of(some, TODAY, ENGLISH) == "4 payments come again and again. 1 is late. 1 has ended."
