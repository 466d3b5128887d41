"""How the states of the list itself are reached: nothing yet, sorted, folded, typed into."""

from __future__ import annotations

from budgetsync.domain.listed import Order, SortKey
from budgetsync.ui.pages import Page
from budgetsync.ui.transactions.columns import Column
from tests.screenshots.stage import Stage
from tests.screenshots.studio import until
from tests.screenshots.ways import synced


async def listed(stage: Stage) -> None:
    """Every row, from the first on."""
    await synced(stage)
    stage.window.show_page(Page.TRANSACTIONS)
    page = stage.window.transactions
    await until(
        lambda: page.lister.is_whole and page.model.transaction(page.model.index(1, 0)) is not None,
        "rows are listed",
    )


async def none_yet(stage: Stage) -> None:
    """No bank, no row."""
    stage.window.show_page(Page.TRANSACTIONS)
    await until(stage.window.transactions.empty.isVisible, "it is said")


async def sorted_by_amount(stage: Stage) -> None:
    """The largest spending first, pending rows folded away."""
    await listed(stage)
    page = stage.window.transactions
    page.model.fold(folded=True)
    page.table.header.order_requested.emit(Order(SortKey.AMOUNT, descending=False))
    await until(lambda: page.lister.is_whole and page.model.order.key is SortKey.AMOUNT, "it is sorted")


async def typed_into(stage: Stage) -> None:
    """A category is typed where it stands."""
    await listed(stage)
    page = stage.window.transactions
    page.table.go_to(page.model.first_other + 2)
    await until(lambda: page.table.selection.current is not None, "a row is chosen")
    page.table.edit_field(Column.CATEGORY)
