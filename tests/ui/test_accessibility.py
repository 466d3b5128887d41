"""Every control has a name that can be heard, and the keyboard reaches it."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QProgressBar,
    QWidget,
)

from budgetsync.domain.item import ItemStatus
from budgetsync.domain.listed import NEWEST_FIRST, Listed
from budgetsync.domain.overview import Overview
from budgetsync.domain.sync import Progress, Stage
from budgetsync.ui.pages import Page
from budgetsync.ui.sidebar import SidebarButton
from budgetsync.ui.theme import Theme
from budgetsync.ui.transactions.columns import Column
from budgetsync.ui.transactions.model import place_of
from budgetsync.ui.transactions.page import TransactionsPage
from tests.ui.program import open_program
from tests.ui.samples import EXPIRED, connection, three, transaction

Run = Callable[[Coroutine[Any, Any, None]], None]
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QProgressBar)


def controls(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        inner = isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_")
        of_a_list = isinstance(widget.window(), QWidget) and widget.window() is not window
        if isinstance(widget, CONTROLS) and not inner and not of_a_list and widget.isVisibleTo(window):
            yield widget


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def list_one(page: TransactionsPage) -> None:
    """List a row that no bank told of."""
    row = transaction(1)
    page.rows._put(row, 1, is_stale=False)
    page.model.show_list(Listed(others=array("q", [place_of(row, NEWEST_FIRST)])), NEWEST_FIRST)


def every_state() -> Overview:
    busy = replace(three().items[0], progress=Progress(Stage.FETCHING, 1, 10))
    troubled = [
        connection(number, status.value, status, trouble=EXPIRED)
        for number, status in enumerate(ItemStatus, 10)
    ]
    return Overview((busy, *troubled))


@pytest.mark.unhurried("nine connections appear at once, as no program's do")
def test_every_control_has_a_name_of_its_own_and_is_reached_by_tab(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            await program.settle(lambda: window.connections.is_loaded)
            window.connections.load(every_state(), window.connections.begin_load())
            await program.settle(lambda: window.monitor.is_settled)
            list_one(window.transactions)
            window.message.show_trouble(EXPIRED)
            window.message.show()
            window.transactions.table.edit(window.transactions.model.index(0, Column.PAYEE))
            found = list(controls(window))
            assert len(found) > 40
            assert [type(each).__name__ for each in found if not spoken(each).strip()] == []
            buttons = [spoken(each) for each in found if isinstance(each, QAbstractButton)]
            assert len(buttons) == len(set(buttons))
            unreachable = [
                spoken(each)
                for each in found
                if not isinstance(each, QProgressBar) and not each.focusPolicy() & Qt.FocusPolicy.TabFocus
            ]
            others = [button for page, button in window.sidebar.buttons.items() if page is not Page.OVERVIEW]
            assert unreachable == [spoken(each) for each in others]  # the arrow keys go to those

    run(scenario())


def test_tab_goes_through_every_button_that_can_be_pressed(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            await program.settle(lambda: window.connections.is_loaded)
            window.connections.load(three(), window.connections.begin_load())
            await program.settle(lambda: window.monitor.is_settled)
            window.activateWindow()
            wanted = {
                each
                for each in controls(window)
                if isinstance(each, QAbstractButton)
                and each.isEnabled()
                and not (
                    isinstance(each, SidebarButton) and not each.isChecked()
                )  # the arrow keys reach these
            }
            reached: list[QWidget] = []
            start: QWidget = window.banner.day_button
            start.setFocus()
            while (now := window.focusWidget()) not in reached:
                reached.append(now)
                window.focusNextChild()
            assert wanted <= set(reached)
            order = [each for each in reached if each in wanted]
            cards = window.monitor.cards

            def place(each: QWidget) -> tuple[int, int, int]:
                """Card after card, and within each from top to bottom; then what stands at the foot."""
                if window.status.isAncestorOf(each):
                    return len(cards) + 1, 0, 0
                card = [at for at, one in enumerate(cards, 1) if one.isAncestorOf(each)]
                corner = each.mapTo(window, QPoint())
                return sum(card), corner.y(), corner.x()

            places = [place(each) for each in order]
            assert order[:2] == [window.banner.day_button, window.summary.sync_button]
            assert order[-1] is window.sidebar.buttons[Page.OVERVIEW]  # begun behind it, it comes last
            assert places[1:-1] == sorted(places[1:-1])

    run(scenario())


def test_every_command_of_the_menus_has_a_word_and_a_mnemonic(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            menus = program.window.menuBar().findChildren(QMenu)
            actions = [each for menu in menus for each in menu.actions() if not each.isSeparator()]
            assert len(actions) >= 10
            assert [each.text() for each in actions if "&" not in each.text()] == []
            for menu in menus:
                letters = [_letter(each) for each in menu.actions() if not each.isSeparator()]
                assert len(letters) == len(set(letters)), letters

    run(scenario())


def test_a_row_of_the_table_is_read_out_with_its_columns(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            model = program.window.transactions.model
            await program.settle(lambda: program.window.connections.is_loaded)
            list_one(program.window.transactions)
            assert model.rowCount(QModelIndex()) == 1
            heard = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in Column]
            assert heard[Column.AMOUNT] == "Amount: \u2212$84.12"
            assert heard[Column.PAYEE] == "Payee: Green Market"

    run(scenario())


def _letter(action: QAction) -> str:
    text = action.text()
    return text[text.index("&") + 1].lower()
