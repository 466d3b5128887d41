"""How to get to the details of rows, and to rows that may be one."""

from __future__ import annotations

from peewee import SqliteDatabase

from budgetsync.domain.edits import Edit
from budgetsync.domain.transaction import Split, Transaction
from budgetsync.store.convert import to_millis
from budgetsync.store.raw import connection_of
from budgetsync.ui.pages import Page
from budgetsync.ui.problems.page import ProblemsPage
from budgetsync.ui.transactions.details.pane import DetailsPane, Tab
from budgetsync.ui.transactions.details.row_tab import RowTab
from budgetsync.ui.transactions.page import TransactionsPage
from tests.screenshots.stage import Stage
from tests.screenshots.studio import until
from tests.screenshots.ways import synced


async def match(stage: Stage) -> None:
    """A suggested match among the problems, its two rows beside each other."""
    await synced(stage)
    rows = [
        row for row in await stage.core.newest_transactions(120) if row.amount.minor < 0 and not row.transfer
    ]
    first = rows[0]
    second = next(row for row in rows[1:] if row.account_id == first.account_id)

    def suggest(db: SqliteDatabase) -> None:
        connection_of(db).execute(
            "INSERT INTO suggestion (kind, first_id, second_id, state, reason, suggested_at) "
            "VALUES ('posted', ?, ?, 'open', 'CHANGED_AMOUNT', ?)",
            (first.id, second.id, to_millis(stage.core.now())),
        )

    await stage.core._database.run(suggest)
    stage.window.show_page(Page.PROBLEMS)
    page = stage.window.stack.page(Page.PROBLEMS)
    assert isinstance(page, ProblemsPage)
    page.watch.refresh()
    await until(lambda: page.open.entries.choose_key("suggestion:1"), "the match is listed")


async def row(stage: Stage) -> None:
    """A row that the user changed, with its details."""
    await _edited(stage)


async def sources(stage: Stage) -> None:
    """Where a row comes from, with the raw data."""
    details = await _edited(stage)
    details.tabs.setCurrentIndex(Tab.SOURCES)


async def history(stage: Stage) -> None:
    """What became of a row."""
    details = await _edited(stage)
    details.tabs.setCurrentIndex(Tab.HISTORY)


async def splitting(stage: Stage) -> None:
    """A row whose parts are being typed."""
    details = await _edited(stage)
    tab = details.tab(Tab.ROW)
    assert isinstance(tab, RowTab)
    tab.split.begin()
    tab.split.lines.add()
    await until(tab.split.isVisible, "the parts are there")


async def merging(stage: Stage) -> None:
    """A row for which another one is chosen to be merged with."""
    details = await _edited(stage)
    tab = details.tab(Tab.ROW)
    assert isinstance(tab, RowTab)
    tab.merge.begin()
    await until(tab.merge.isVisible, "there is something to choose")


async def two(stage: Stage) -> None:
    """Two rows that are selected, beside each other."""
    await _edited(stage)
    table = _page(stage).table
    table.selectAll()
    await until(lambda: table.selectionModel().hasSelection(), "all are selected")


async def _edited(stage: Stage) -> DetailsPane:
    await synced(stage)
    rows = [one for one in await stage.core.newest_transactions(120) if _is_usual(one)]
    chosen = rows[0]
    third = chosen.amount.minor // 3
    wanted = Edit(
        payee="The corner shop",
        category="Household",
        note="for the party",
        tags=("family", "party"),
        splits=(Split(third, "Household"), Split(chosen.amount.minor - third, "Gifts", "for Ann")),
        reviewed=True,
    )
    await stage.core.edit_transactions([chosen.id], wanted)
    stage.window.show_page(Page.TRANSACTIONS)
    page = _page(stage)
    await until(lambda: page.table.show_row(chosen), "the row is listed")
    details = page.details
    await until(
        lambda: details.details is not None and bool(details.details.row.splits), "its details are there"
    )
    return details


def _page(stage: Stage) -> TransactionsPage:
    page = stage.window.stack.page(Page.TRANSACTIONS)
    assert isinstance(page, TransactionsPage)
    return page


def _is_usual(one: Transaction) -> bool:
    return (
        one.amount.minor < 0
        and not one.transfer
        and one.posted_on is not None
        and one.amount.currency == "USD"
    )
