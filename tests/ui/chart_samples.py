"""Graphs of any length, made up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from PySide6.QtCore import QLocale

from budgetsync.domain.insights import BalancePoint
from budgetsync.ui.charts.column_graph import ColumnGraph
from budgetsync.ui.charts.contents import Column, Columns, Line, Lines, Row, Rows
from budgetsync.ui.charts.figures import Figures
from budgetsync.ui.charts.line_graph import LineGraph
from budgetsync.ui.charts.row_graph import RowGraph
from budgetsync.ui.charts.scene import Graph

DOLLARS = Figures("USD", QLocale("en_US"))
FIRST = date(1999, 1, 1)


def balances(count: int, begin: int = 100_000, seed: int = 1) -> tuple[BalancePoint, ...]:
    dice, held, made = Random(seed), begin, []  # noqa: S311 - no secrets
    for number in range(count):
        held += dice.randint(-4_000, 4_000)
        made.append(BalancePoint(FIRST + timedelta(days=number), held))
    return tuple(made)


def line_graph(count: int, figures: Figures = DOLLARS) -> LineGraph:
    if count == 0:
        return LineGraph(Lines(), figures)
    lines = (
        Line("all", "All accounts", 0, balances(count)),
        Line("1", "Checking", 1, balances(count, 60_000, 2)),
        Line("2", "Card", 2, balances(count, -40_000, 3)),
    )
    return LineGraph(Lines(lines), figures)


def column_graph(count: int, figures: Figures = DOLLARS) -> ColumnGraph:
    columns = tuple(
        Column(
            f"m{number}",
            f"Month {number}",
            300_000 + number,
            -200_000,
            f"all:{number}",
            within=str(2000 + number // 12),
        )
        for number in range(count)
    )
    return ColumnGraph(Columns(columns, "Income", "Spending", "Left"), figures)


def row_graph(count: int, figures: Figures = DOLLARS) -> RowGraph:
    rows = tuple(
        Row(
            f"Category {number}",
            -100_000 // (number + 1) - 1,
            -50_000,
            f"category:{number}",
            "3 transactions",
        )
        for number in range(count)
    )
    return RowGraph(Rows(rows), figures, 8, "Category")


GRAPHS: dict[str, Callable[[int], Graph]] = {
    "lines": line_graph,
    "columns": column_graph,
    "rows": row_graph,
}
