"""How to get to each state of the Insights page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from budgetsync.ui.insights.page import InsightsPage
from budgetsync.ui.insights.parts import Part
from budgetsync.ui.insights.period import Period
from budgetsync.ui.pages import Page
from tests.screenshots.stage import Stage
from tests.screenshots.studio import until
from tests.screenshots.ways import synced


async def drawn(stage: Stage) -> None:
    """Three banks over a year and a half, of which twelve months are looked at."""
    await synced(stage)
    stage.window.show_page(Page.INSIGHTS)
    page = _page(stage)
    await until(
        lambda: len(page.panels) == len(Part) and page.balances.chart.isVisible(), "the charts are drawn"
    )


async def pointed(stage: Stage) -> None:
    """A month is pointed at by the keyboard."""
    await drawn(stage)
    page = _page(stage)
    stage.window.activateWindow()
    page.show_part(Part.MONTHS)
    await until(page.months.chart.hasFocus, "the months have the keyboard")
    for key in (Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(page.months.chart, key)


async def sums(stage: Stage) -> None:
    """Categories and merchants, compared with the time before; what comes again below."""
    await drawn(stage)
    page = _page(stage)
    page.choose_period(Period.SIX_MONTHS)
    page.show_part(Part.RECURRING)


async def listed(stage: Stage) -> None:
    """The tables behind the charts, and own dates."""
    await drawn(stage)
    page = _page(stage)
    page.choose_period(Period.OWN)
    page.balances.table_button.click()
    page.months.table_button.click()


def _page(stage: Stage) -> InsightsPage:
    page = stage.window.stack.page(Page.INSIGHTS)
    assert isinstance(page, InsightsPage)
    return page
