"""How to get to the states of a search on the Transactions page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from budgetsync.ui.pages import Page
from budgetsync.ui.transactions.page import TransactionsPage
from tests.screenshots.stage import Stage
from tests.screenshots.studio import until
from tests.screenshots.ways import synced

_NARROWED = 'coffee >2 -category:"General merchandise" on:this-year since:soon is:posted'


async def narrowed(stage: Stage) -> None:
    """A search with every kind of filter, one of which makes no sense."""
    await stage.core.mark_looked()
    await synced(stage)
    page = await _page(stage)
    page.show_query(_NARROWED)
    page.focus_search()
    QTest.keyClick(page.search.field, Qt.Key.Key_Return)
    await until(lambda: page.search.hint.isVisible() and len(page.search.chips) >= 4, "its filters are seen")


async def offered(stage: Stage) -> None:
    """What can be typed on, offered below what was typed."""
    await synced(stage)
    page = await _page(stage)
    page.focus_search()
    QTest.keyClicks(page.search.field, "co")
    QTest.keyClick(page.search.field, Qt.Key.Key_Down)
    await until(page.search.offers.isVisible, "it is offered")


async def nothing_found(stage: Stage) -> None:
    """A search that finds nothing."""
    await synced(stage)
    page = await _page(stage)
    page.show_query('payee:"Nobody at all" >1000000')
    await until(lambda: page.model.rowCount() == 0, "nothing is listed")


async def _page(stage: Stage) -> TransactionsPage:
    stage.window.show_page(Page.TRANSACTIONS)
    page = stage.window.stack.page(Page.TRANSACTIONS)
    assert isinstance(page, TransactionsPage)
    await until(lambda: page.model.rowCount() > 0 and bool(page.search.vocabulary.payees), "rows are listed")
    return page
