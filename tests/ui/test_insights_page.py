"""The Insights page on the real core and the demo bank: followed, narrowed down, remembered, drilled into."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from budgetsync.domain.edits import Edit
from budgetsync.domain.insights import Insights, Scope
from budgetsync.ui.charts.column_graph import ColumnGraph
from budgetsync.ui.charts.line_graph import LineGraph
from budgetsync.ui.insights.page import InsightsPage
from budgetsync.ui.insights.parts import Part
from budgetsync.ui.insights.period import Period
from budgetsync.ui.pages import Page
from budgetsync.ui.palette import find
from budgetsync.ui.palette_entries import entries_of_insights
from budgetsync.ui.theme import Theme
from tests.ui.program import BANKS, Program, open_program
from tests.ui.samples import until
from tests.ui.stalls import unhurried

import_module("budgetsync.ui.insights.page")  # once in a program's life, and not what a test of it measures
Run = Callable[[Coroutine[Any, Any, None]], None]


@dataclass(frozen=True)
class Look:
    """A person on the Insights page.

    Attributes:
        asked: Searches whose rows were to be seen.
    """

    program: Program
    page: InsightsPage
    asked: list[str]

    async def settle(self, done: Callable[[], bool]) -> None:
        """Wait until the page shows something."""
        await until(done, self.page.shown, self.program.window.connections.loaded)

    @property
    def months(self) -> ColumnGraph:
        """What the months show."""
        graph = self.page.months.chart.graph
        assert isinstance(graph, ColumnGraph)
        return graph

    @property
    def lines(self) -> list[str]:
        """The lines that are drawn."""
        graph = self.page.balances.chart.graph
        return [line.name for line in graph.shown] if isinstance(graph, LineGraph) else []

    def is_drawn(self) -> bool:
        """Whether every card shows something."""
        return len(self.page.panels) == len(Part) and self.page.months.chart.isVisible() and bool(self.lines)


@asynccontextmanager
async def look(folder: Path, theme: Theme, *banks: str, rows: int = 600) -> AsyncIterator[Look]:
    async with open_program(folder, theme, rows=rows) as program:
        with unhurried("the window is as large as its cards before anybody looks"):
            program.window.resize(1_280, 1_600)
        for bank in banks:
            await program.core.connect_sandbox(bank)
        if banks:
            await program.core.wait_until_done(await program.core.request_sync())
        window, asked = program.window, list[str]()
        window.show_page(Page.INSIGHTS)
        page = window.stack.page(Page.INSIGHTS)
        assert isinstance(page, InsightsPage)
        page._actions.transactions_requested.connect(asked.append)
        seen = Look(program, page, asked)
        if banks:
            await seen.settle(seen.is_drawn)
        yield seen


def test_without_a_connection_it_says_what_to_do(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with look(tmp_path, dressed) as seen:
            await seen.settle(seen.page._empty.isVisible)
            assert not seen.page.bar.isVisible()
            asked: list[bool] = []
            seen.page._actions.connect_requested.connect(lambda: asked.append(True))
            seen.page._empty.connect_button.click()
            assert asked == [True]

    run(scenario())


def test_every_card_is_drawn_and_each_leads_to_its_rows(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with look(tmp_path, dressed, *BANKS) as seen:
            page, core = seen.page, seen.program.core
            assert seen.lines[0] == "All accounts"
            assert "came in" in page.months.summary.text()
            page.show_part(Part.MONTHS)
            chart = page.months.chart
            QTest.keyClick(chart, Qt.Key.Key_End)
            QTest.keyClick(chart, Qt.Key.Key_Left)
            QTest.keyClick(chart, Qt.Key.Key_Return)
            shown = seen.months.content.columns[-2]
            assert seen.asked == [shown.query]
            listed = await core.search(shown.query, limit=5_000)
            assert sum(row.amount.minor for row in listed.rows) == shown.net
            page.show_part(Part.CATEGORIES)
            QTest.keyClick(page.categories.chart, Qt.Key.Key_Down)
            QTest.keyClick(page.categories.chart, Qt.Key.Key_Return)
            assert len(seen.asked) == 2
            assert await core.count(seen.asked[-1]) > 0

    run(scenario())


def test_it_follows_the_ledger_while_it_is_seen(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with look(tmp_path, dressed, BANKS[0]) as seen:
            core, chart = seen.program.core, seen.page.months.chart
            chart.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(chart, Qt.Key.Key_Home)
            spot, before = chart.spot, seen.months.content
            month = before.columns[-1]
            rows = (await core.search("-is:transfer", limit=50)).rows
            row = next(row for row in rows if row.amount.minor < 0 and row.amount.currency == "USD")
            await core.edit_transactions([row.id], Edit(hidden=True))
            await seen.settle(lambda: seen.months.content != before)
            assert seen.months.content.columns[-1].down == month.down - row.amount.minor
            assert chart.spot == spot

    run(scenario())


def test_what_is_not_seen_loads_nothing_until_the_command_palette_leads_there(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with look(tmp_path, dressed, BANKS[0]) as seen:
            core, asked = seen.program.core, list[Scope]()
            real = core.insights

            async def insights(scope: Scope) -> Insights:
                asked.append(scope)
                return await real(scope)

            core.insights = insights  # type: ignore[method-assign]
            seen.program.window.show_page(Page.OVERVIEW)
            await seen.program.sync()
            assert asked == []
            entries = list(entries_of_insights(seen.program.window._insights))
            find(entries, "insights merchants")[0].call()
            assert seen.program.window.stack.current is Page.INSIGHTS
            await seen.settle(lambda: bool(asked))
            find(entries, "insights 6 months")[0].call()
            assert seen.page.choices.period is Period.SIX_MONTHS

    run(scenario())


def test_time_accounts_and_lines_are_chosen_and_remembered(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with look(tmp_path, dressed, *BANKS[:2]) as seen:
            page = seen.page
            many = len(seen.lines)
            page.balances.legend.buttons[1].click()
            await seen.settle(lambda: len(seen.lines) == many - 1)
            page.bar.period.activated.emit(page.bar.period.findText("3 months"))
            await seen.settle(lambda: len(seen.months.content.columns) <= 3)
            page.bar.accounts._fill()
            first = page.bar.accounts.menu.actions()[3]
            first.trigger()
            await seen.settle(lambda: len(seen.lines) == 1)
            assert page.bar.accounts.button.text() != "All accounts"
            page.categories.table_button.click()
            chosen = page.choices
            assert chosen.period is Period.THREE_MONTHS
            assert len(chosen.accounts) == 1
            seen.program.window.remember()
        async with look(tmp_path, dressed) as again:
            assert again.page.choices == chosen
            await again.settle(lambda: len(again.page.panels) == len(Part))
            assert again.page.categories.is_table
            assert not again.page.merchants.is_table

    run(scenario())


def test_own_dates_are_typed_and_currencies_chosen_apart(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with look(tmp_path, dressed, *BANKS) as seen:
            page, bar = seen.page, seen.page.bar
            assert not bar.first.isVisible()
            page.choose_period(Period.OWN)
            assert bar.first.isVisible()
            last = page._today()
            bar.first.setDate(QDate(last.year, last.month, 1))
            await seen.settle(lambda: len(seen.months.content.columns) == 1)
            assert page.choices.own[0] == date(last.year, last.month, 1)
            assert bar.currency.count() > 1
            bar.currency.setCurrentIndex(1)
            bar.currency.activated.emit(1)
            await seen.settle(lambda: seen.months.figures.currency == bar.currency.itemText(1))
            assert all("$" not in text for text in (page.months.summary.text(), page.balances.summary.text()))

    run(scenario())
