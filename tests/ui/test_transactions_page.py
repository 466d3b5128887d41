"""The Transactions page on the real core: searched, sorted, added up, copied; what is said where nothing is."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from budgetsync.domain.listed import Order, SortKey
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.formats import money
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Theme
from budgetsync.ui.transactions.page import TransactionsPage
from tests.ui.program import BANKS, Program, open_program
from tests.ui.samples import until

Run = Callable[[Coroutine[Any, Any, None]], None]
_Flag = QItemSelectionModel.SelectionFlag


async def settle(page: TransactionsPage, done: Callable[[], bool]) -> None:
    """Wait until the page shows something."""
    lister, model, totals = page.lister, page.model, page.totals
    table = page.table.selection_changed
    await until(
        done, lister.listed, lister.stage_changed, model.loaded, model.dataChanged, totals.shown, table
    )


async def opened(program: Program, *banks: str) -> tuple[TransactionsPage, list[Transaction]]:
    """Sync banks, and list their rows."""
    await program.connect(*banks)
    await program.sync()
    program.window.show_page(Page.TRANSACTIONS)
    page = program.window.transactions
    everything = await program.core.newest_transactions(None)
    await settle(page, lambda: page.lister.is_whole and len(page.model.listed) == len(everything))
    return page, everything


def figures(rows: list[Transaction], page: TransactionsPage) -> set[str]:
    """What rows add up to, by currency, as it is written."""
    sums: dict[str, int] = {}
    for row in rows:
        sums[row.amount.currency] = sums.get(row.amount.currency, 0) + row.amount.minor
    return {money(Money(minor, currency), page.totals._reading.locale) for currency, minor in sums.items()}


def test_without_transactions_it_says_what_to_do(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            asked: list[bool] = []
            program.window.acts.connect_requested.connect(lambda: asked.append(True))
            program.window.show_page(Page.TRANSACTIONS)
            page = program.window.transactions
            await settle(page, lambda: page.lister.is_whole)
            assert page.empty.words[0] == "No transactions yet"
            assert page.empty.button.text() == "Connect a bank"
            assert page.details.isHidden()
            page.empty.button.click()
            assert asked == [True]

    run(scenario())


def test_a_search_lists_counts_and_adds_up_and_nothing_found_is_said(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            page, everything = await opened(program, *BANKS)
            await settle(page, lambda: set(page.totals.words[1].split("   ")) == figures(everything, page))
            assert page.totals.words[0] == f"{len(everything)} transactions"
            word = next(row.merchant.split()[0] for row in everything if row.merchant[:4].isalpha())
            page.show_query(word)
            found = (await program.core.search(word, limit=5_000)).rows
            assert 0 < len(found) < len(everything)
            await settle(page, lambda: page.lister.is_whole and len(page.model.listed) == len(found))
            await settle(page, lambda: set(page.totals.words[1].split("   ")) == figures(list(found), page))
            page.show_query("nothing-like-this")
            await settle(page, lambda: page.lister.is_whole and not len(page.model.listed))
            assert page.empty.words[0] == "Nothing is found"
            assert page.empty.isVisible()
            page.empty.button.click()
            await settle(page, lambda: len(page.model.listed) == len(everything))
            assert page.table.isVisible()

    run(scenario())


def test_what_is_selected_is_added_up_and_copied(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            page, everything = await opened(program, BANKS[0])
            first = page.model.first_other
            page.table.go_to(first)
            for row in (first + 1, first + 2):
                index = page.model.index(row, 0)
                page.table.selectionModel().select(index, _Flag.Select | _Flag.Rows)
            await settle(page, lambda: page.table.selection.count == 3)
            rows = [row for row in everything if row.id in page.table.selection.ids]
            await settle(page, lambda: set(page.totals.words[1].split("   ")) == figures(rows, page))
            assert page.totals.words[0] == "3 selected"
            assert page.bulk.isVisible()
            page.table.copy_requested.emit()
            clipboard = QGuiApplication.clipboard()
            await until(lambda: clipboard.text().startswith("Date\tPayee\t"), clipboard.dataChanged)
            lines = clipboard.text().splitlines()
            assert len(lines) == 4
            assert [row.shown_payee in line for row, line in zip(rows, lines[1:], strict=True)] == [True] * 3
            page.table.selectAll()
            await settle(page, lambda: page.table.selection.count == len(everything))
            assert await page.selected_ids() == page.model.listed.ids(0, len(everything))

    run(scenario())


def test_the_list_is_sorted_by_a_click_on_a_title(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            page, everything = await opened(program, BANKS[0])
            rows = {row.id: row for row in everything}
            for order in (Order(SortKey.AMOUNT), Order(SortKey.PAYEE, descending=False)):
                page.table.header.order_requested.emit(order)
                await settle(page, lambda order=order: page.lister.is_whole and page.model.order == order)  # type: ignore[misc]
                listed = [
                    rows[each] for each in page.model.listed.ids(len(page.model.listed.pending), 10_000)
                ]
                for one, other in pairwise(listed):
                    if order.key is SortKey.AMOUNT:
                        assert one.amount.minor >= other.amount.minor
                    else:
                        assert one.shown_payee.casefold() <= other.shown_payee.casefold()

    run(scenario())


def test_a_page_that_is_not_seen_loads_nothing_and_catches_up(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            page, everything = await opened(program, BANKS[0])
            program.window.show_page(Page.OVERVIEW)
            before = page.model.listed
            program.bank.advance(days=3)
            await program.sync()
            assert page.model.listed is before
            now = await program.core.newest_transactions(None)
            assert len(now) > len(everything)
            program.window.show_page(Page.TRANSACTIONS)
            await settle(page, lambda: len(page.model.listed) == len(now))

    run(scenario())


def test_the_keyboard_goes_from_table_to_details_and_search(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            page, _ = await opened(program, BANKS[0])
            program.window.activateWindow()
            page.focus_table()
            await settle(page, lambda: page.table.selection.current is not None)
            assert page.details.row == page.table.selection.current
            page.table.opened.emit()
            assert page.details.isAncestorOf(program.window.focusWidget())
            page.details.left.emit()
            assert program.window.focusWidget() is page.table
            page.table.left.emit()
            assert program.window.focusWidget() is page.search.field

    run(scenario())


def test_where_there_is_little_room_the_details_stand_below(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            page, _ = await opened(program, BANKS[0])
            program.window.resize(1280, 820)
            assert page.parted.orientation() is Qt.Orientation.Horizontal
            program.window.resize(640, 820)
            assert page.parted.orientation() is Qt.Orientation.Vertical
            assert page.table.horizontalScrollBar().maximum() == 0

    run(scenario())


def test_another_row_is_gone_to_where_it_is_listed_and_else_listed_alone(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            page, everything = await opened(program, BANKS[0])
            oldest, before = everything[-1], everything[0]
            page.details.transaction_requested.emit(oldest.id)
            await settle(page, lambda: page.table.selection.ids == (oldest.id,))
            assert page.query == ""
            page.show_query(f"id:{before.id}")
            await settle(page, lambda: page.lister.is_whole and len(page.model.listed) == 1)
            page.details.transaction_requested.emit(oldest.id)
            await settle(page, lambda: page.model.listed.ids(0, 9) == [oldest.id])
            assert page.query == f"id:{oldest.id}"

    run(scenario())
