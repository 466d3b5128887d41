"""How to get to rows that are told something together, and to what was done to them."""

from __future__ import annotations

from budgetsync.ui.pages import Page
from budgetsync.ui.transactions.bulk_fields import BulkField
from budgetsync.ui.transactions.page import TransactionsPage
from tests.screenshots.stage import Stage
from tests.screenshots.studio import until
from tests.screenshots.ways import synced

_SELECTED = 12


async def selected(stage: Stage) -> TransactionsPage:
    """A dozen rows are selected."""
    await synced(stage)
    stage.window.show_page(Page.TRANSACTIONS)
    page = stage.window.transactions
    await until(lambda: page.model.rowCount() > 2 * _SELECTED, "rows are listed")
    first = page.model.first_other
    page.table.setCurrentIndex(page.model.index(first, 0))
    for row in range(first, first + _SELECTED):
        page.table.selectionModel().select(
            page.model.index(row, 0),
            page.table.selectionModel().SelectionFlag.Select | page.table.selectionModel().SelectionFlag.Rows,
        )
    await until(
        lambda: page.bulk.isVisible() and page.table.selection.count == _SELECTED, "they are selected"
    )
    return page


async def several(stage: Stage) -> None:
    """A dozen rows are selected."""
    await selected(stage)


async def typing(stage: Stage) -> None:
    """Their category is being typed."""
    page = await selected(stage)
    page.bulk.begin(BulkField.CATEGORY)
    page.bulk.line.setText("Evenings out")


async def changed(stage: Stage) -> None:
    """Their category was changed, which is said with the way back."""
    page = await selected(stage)
    page.bulk.begin(BulkField.CATEGORY)
    page.bulk.line.setText("Evenings out")
    page.bulk.set_button.click()
    await until(lambda: bool(stage.window.undo_note.words), "it is said")
