"""From insights to graphs, their sentences and legends. Made beside the window's thread."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from budgetsync.domain.insights import (
    AccountBalances,
    BalancePoint,
    Insights,
    MonthSums,
    NamedSum,
    Recurring,
)
from budgetsync.ui.charts.column_graph import ColumnGraph
from budgetsync.ui.charts.contents import Column, Columns, Line, Lines, Row, Rows
from budgetsync.ui.charts.figures import Figures, month_name, short_month
from budgetsync.ui.charts.legend import Entry, Sample
from budgetsync.ui.charts.line_graph import LineGraph
from budgetsync.ui.charts.row_graph import RowGraph
from budgetsync.ui.charts.scene import Graph
from budgetsync.ui.formats import calendar_day, number
from budgetsync.ui.insights.choices import Choices
from budgetsync.ui.insights.period import translate
from budgetsync.ui.language import engine_text

TOTAL = "total"
_AT_FIRST = 5
"""So many accounts are drawn by themselves; the others are shown when they are asked for."""
_MOST_LINES = 12
_MOST_ROWS = 8
_KNOWN = 0.97
"""So much of a stretch has to lie in the ledger's time to be compared with."""


@dataclass(frozen=True)
class Drawn:
    """A graph with its words."""

    graph: Graph
    summary: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Shown:
    """All that the page shows of one moment, in one currency.

    Attributes:
        rows: What was spent and earned, by the name of the panel.
        rows_up: The same for what came in.
    """

    currency: str
    currencies: tuple[str, ...]
    balances: Drawn
    months: Drawn
    categories: Drawn
    categories_up: Drawn
    merchants: Drawn
    merchants_up: Drawn
    recurring: tuple[Recurring, ...]


def draw_all(insights: Insights, choices: Choices, today: date, locale: QLocale, begin: date | None) -> Shown:
    """Make everything that is shown.

    Args:
        begin: The ledger's first day: sums are not compared with a stretch of which it knows a part only.
    """
    known = insights.currencies
    currency = choices.currency if choices.currency in known else next(iter(known), choices.currency or "USD")
    figures = Figures(currency, locale)
    before = _before(insights, begin, locale)
    categories = [each for each in insights.categories if each.currency == currency]
    merchants = [each for each in insights.merchants if each.currency == currency]
    category, merchant = translate("Insights", "Category"), translate("Insights", "Merchant")
    nameless = translate("Insights", "No category"), translate("Insights", "No name")
    return Shown(
        currency,
        known,
        draw_balances(insights, choices, figures),
        draw_months(insights.months, figures, today),
        draw_rows(_part(categories, -1), figures, category, nameless[0], before),
        draw_rows(_part(categories, 1), figures, category, nameless[0], before),
        draw_rows(_part(merchants, -1), figures, merchant, nameless[1], before),
        draw_rows(_part(merchants, 1), figures, merchant, nameless[1], before),
        tuple(each for each in insights.recurring if each.amount.currency == currency),
    )


def draw_balances(insights: Insights, choices: Choices, figures: Figures) -> Drawn:
    """Make the lines: the total first where there are several accounts, then the largest."""
    accounts = [each for each in insights.accounts if each.currency == figures.currency]
    known = sorted((each for each in accounts if each.points), key=lambda each: -abs(each.points[-1].minor))
    total = next((each for each in insights.totals if each.currency == figures.currency), None)
    lines: list[Line] = []
    if total is not None and total.points and len(known) > 1:
        name = translate("Insights", "All accounts")
        if choices.accounts:
            name = translate("Insights", "Together")
        apart = choices.accounts or len(insights.currencies) > 1
        mine = tuple(each.account_id for each in accounts) if apart else ()
        lines.append(Line(TOTAL, name, 0, total.points, mine))
    names = [each.name for each in known]
    for each in known[: _MOST_LINES - len(lines)]:
        name = _account(each, names)
        lines.append(Line(str(each.account_id), name, len(lines), each.points, (each.account_id,)))
    for line in lines:
        line.prepare()
    by_itself = {line.key for line in lines[: _AT_FIRST + 1]}
    hidden = frozenset(line.key for line in lines if (line.key in by_itself) is (line.key in choices.turned))
    shown = LineGraph(Lines(tuple(lines)), figures, hidden)
    drawn = {line.key for line in shown.shown}
    entries = tuple(
        Entry(line.name, Sample.LINE, line.place, line.key, hidden=line.key not in drawn) for line in lines
    )
    summary = _went(lines[0].points, figures) if lines else ""
    return Drawn(
        shown,
        " ".join(part for part in (summary, _unknown(len(accounts) - len(known), figures)) if part),
        entries,
    )


def draw_months(months: tuple[MonthSums, ...], figures: Figures, today: date) -> Drawn:
    """Make the columns."""
    some = [each for each in months if each.currency == figures.currency]
    columns = tuple(
        Column(
            short_month(each.month, figures.locale),
            month_name(each.month, figures.locale),
            each.income,
            each.spending,
            each.query,
            is_open=(each.month.year, each.month.month) == (today.year, today.month),
            within=str(each.month.year),
        )
        for each in some
    )
    names = (
        translate("Insights", "Income"),
        translate("Insights", "Spending"),
        translate("Insights", "Left"),
    )
    up, down = sum(each.income for each in some), sum(each.spending for each in some)
    exact = figures.exact
    if up + down >= 0:
        text = translate("Insights", "{income} came in, {spending} went out, {rest} was left.")
    else:
        text = translate("Insights", "{income} came in, {spending} went out: {rest} more than came in.")
    summary = text.format(income=exact(up), spending=exact(-down), rest=exact(abs(up + down)))
    entries = tuple(
        Entry(name, sample) for name, sample in zip(names, (Sample.UP, Sample.DOWN, Sample.NET), strict=True)
    )
    return Drawn(ColumnGraph(Columns(columns, *names), figures), summary, entries)


def draw_rows(sums: list[NamedSum], figures: Figures, name: str, nameless: str, before: str) -> Drawn:
    """Make the bars; `before` says which stretch they are compared with, "" where there is none."""
    rows = tuple(
        Row(
            engine_text(each.name) if each.name else nameless,
            each.minor,
            each.before if before else None,
            each.query,
            transactions(each.rows, figures.locale),
        )
        for each in sums
    )
    compared = any(row.before for row in rows[:_MOST_ROWS])
    entries = (Entry(before, Sample.BEFORE),) if compared else ()
    return Drawn(RowGraph(Rows(rows), figures, _MOST_ROWS, name), _rest(len(rows), figures), entries)


def transactions(count: int, locale: QLocale) -> str:
    """Count transactions in words."""
    if count == 1:
        return translate("Insights", "1 transaction")
    return translate("Insights", "{n} transactions", None, count).format(n=number(count, locale))


def _part(sums: list[NamedSum], sign: int) -> list[NamedSum]:
    return [each for each in sums if each.minor * sign > 0]


def _account(account: AccountBalances, names: list[str]) -> str:
    if names.count(account.name) > 1 and account.bank:
        return f"{account.name}, {account.bank}"
    return account.name


def _went(points: tuple[BalancePoint, ...], figures: Figures) -> str:
    """Say what it is, and what it was at the beginning."""
    first, last = points[0], points[-1]
    change, exact = last.minor - first.minor, figures.exact
    if len(points) == 1 or change == 0:
        text = translate("Insights", "{amount} on {day}.")
    elif change > 0:
        text = translate("Insights", "{amount} on {day}, {change} more than on {before}.")
    else:
        text = translate("Insights", "{amount} on {day}, {change} less than on {before}.")
    return text.format(
        amount=exact(last.minor),
        day=calendar_day(last.day, figures.locale),
        change=exact(abs(change)),
        before=calendar_day(first.day, figures.locale),
    )


def _unknown(count: int, figures: Figures) -> str:
    if count == 0:
        return ""
    if count == 1:
        return translate("Insights", "1 account is not drawn: its bank tells no balance.")
    text = translate("Insights", "{n} accounts are not drawn: their banks tell no balance.", None, count)
    return text.format(n=number(count, figures.locale))


def _rest(count: int, figures: Figures) -> str:
    if count <= _MOST_ROWS:
        return ""
    text = translate("Insights", "The {shown} largest of {n}; the table has all of them.", None, count)
    return text.format(shown=number(_MOST_ROWS, figures.locale), n=number(count, figures.locale))


def _before(insights: Insights, begin: date | None, locale: QLocale) -> str:
    """Name the stretch of equal length before; "" where the ledger does not know it."""
    scope = insights.scope
    length = scope.last - scope.first + timedelta(days=1)
    if begin is None or scope.first - begin < length * _KNOWN:
        return ""
    text = translate("Insights", "Before: {first} to {last}")
    first, last = scope.first - length, scope.first - timedelta(days=1)
    return text.format(first=calendar_day(first, locale), last=calendar_day(last, locale))
