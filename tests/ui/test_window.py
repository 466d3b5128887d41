"""The whole window on the real core: it syncs, edits, cancels, remembers and ends."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit

from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import TransactionState
from budgetsync.ui.memory import FILE
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Appearance, Theme
from budgetsync.ui.transactions.columns import Column
from tests.ui.program import BANKS, Program, open_program
from tests.ui.stalls import unhurried

Run = Callable[[Coroutine[Any, Any, None]], None]


def action(program: Program, text: str) -> QAction:
    found = [each for each in program.window.findChildren(QAction) if each.text().replace("&", "") == text]
    assert len(found) == 1, text
    return found[0]


def payees(program: Program) -> list[str]:
    """What is listed and loaded, from the first row on."""
    model = program.window.transactions.model
    return [model.index(row, Column.PAYEE).data() or "" for row in range(model.rowCount())]


def first_row(program: Program) -> int:
    """The first row that is no heading and can be typed into; -1 while none is loaded."""
    model = program.window.transactions.model
    rows = range(min(20, model.rowCount()))
    return next((row for row in rows if model.transaction(model.index(row, 0)) is not None), -1)


def test_sync_all_fills_the_window(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            await program.settle(lambda: window.connections.is_loaded)
            assert window.summary.words == "No connections yet"
            assert not window.summary.sync_button.isEnabled()
            await program.connect(*BANKS)
            await program.sync()
            assert window.summary.words == "All 3 connections up to date"
            await program.settle(lambda: [len(card.rows) for card in window.monitor.cards] == [3, 2, 2])
            window.show_page(Page.TRANSACTIONS)
            everything = await program.core.newest_transactions(None)
            model = window.transactions.model
            await program.settle(lambda: len(model.listed) == len(everything) and first_row(program) >= 0)
            listed = model.listed.ids(0, len(everything))
            everything.sort(key=lambda row: row.state is not TransactionState.PENDING)
            assert listed == [row.id for row in everything]
            assert not window.message.isVisible()

    run(scenario())


def test_an_account_syncs_its_own_connection_only(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            await program.connect(*BANKS[:2])
            await program.sync()
            runs = [shown.last_run for shown in program.window.connections.overview.items]
            await program.settle(lambda: len(program.window.monitor.cards[0].rows) > 1)
            row = program.window.monitor.cards[0].rows[1]
            assert "all accounts at" in row.sync_button.toolTip()
            row.sync_button.click()
            await program.settle(lambda: not row.sync_button.isEnabled())
            await program.settle(row.sync_button.isEnabled)
            now = [shown.last_run for shown in program.window.connections.overview.items]
            assert now[0] != runs[0]
            assert now[1] == runs[1]

    run(scenario())


def test_a_day_passes_and_the_news_come_in(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            await program.connect(*BANKS)
            await program.sync()
            program.window.show_page(Page.TRANSACTIONS)
            model = program.window.transactions.model
            await program.settle(lambda: len(model.listed) > 0)
            before = model.listed
            program.window.banner.day_button.click()
            assert not program.window.banner.day_button.isEnabled()
            await program.settle(lambda: model.listed != before)
            await program.settle(program.window.banner.day_button.isEnabled)

    run(scenario())


def test_an_edit_is_painted_saved_and_kept_over_the_next_sync(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            await program.connect(BANKS[0])
            await program.sync()
            program.window.show_page(Page.TRANSACTIONS)
            await program.settle(lambda: first_row(program) >= 0)
            table, at = program.window.transactions.table, first_row(program)
            row = program.window.transactions.model.id_at(at)
            assert row is not None
            table.setCurrentIndex(table.model().index(at, Column.PAYEE))
            QTest.keyClick(table, Qt.Key.Key_Return)
            editor = table.findChild(QLineEdit)
            assert editor is not None
            editor.setText("Ana's shop")
            QTest.keyClick(editor, Qt.Key.Key_Return)
            await program.settle(lambda: payees(program)[at] == "Ana's shop")
            program.bank.advance(days=1)
            await program.sync()
            saved = {each.id: each for each in await program.core.newest_transactions(None)}
            assert saved[row].payee == "Ana's shop"
            assert "Ana's shop" in payees(program)

    run(scenario())


def test_a_refused_edit_is_turned_back_and_told(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            await program.connect(BANKS[0])
            await program.sync()
            program.window.show_page(Page.TRANSACTIONS)
            await program.settle(lambda: first_row(program) >= 0)
            page, at = program.window.transactions, first_row(program)
            before = payees(program)[at]
            number = page.model.id_at(at)
            assert number is not None
            refused = [number, TransactionId(999_999)]  # a row that the ledger does not have
            page.desk.apply(refused, Edit(payee="Ana's shop"))
            assert payees(program)[at] == "Ana's shop"
            await program.settle(program.window.message.isVisible)
            assert payees(program)[at] == before
            program.window.message.close_button.click()
            assert not program.window.message.isVisible()

    run(scenario())


def test_what_is_being_typed_is_saved_when_the_window_closes(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            await program.connect(BANKS[0])
            await program.sync()
            program.window.show_page(Page.TRANSACTIONS)
            await program.settle(lambda: first_row(program) >= 0)
            table, at = program.window.transactions.table, first_row(program)
            table.setCurrentIndex(table.model().index(at, Column.NOTE))
            QTest.keyClick(table, Qt.Key.Key_F2)
            editor = table.findChild(QLineEdit)
            assert editor is not None
            editor.setText("half a thought")
            row = program.window.transactions.model.id_at(at)
            assert row is not None
            program.window.close()
            await program.window.wait_closed()
            saved = {each.id: each for each in await program.core.newest_transactions(None)}
            assert saved[row].note == "half a thought"

    run(scenario())


def test_an_unreachable_bank_is_said_in_place(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            await program.connect(*BANKS[:2])
            await program.sync()
            program.server.stop()
            await program.sync()
            assert program.window.summary.words == "0 of 2 connections up to date"
            for card in program.window.monitor.cards:
                assert card.trouble is not None
                assert card.trouble.isVisible()
                assert "Code: " in card.trouble.details
            program.window.show_page(Page.TRANSACTIONS)
            await program.settle(lambda: first_row(program) >= 0)

    run(scenario())


def test_cancel_stops_and_keeps_what_was_there(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed, rows=20_000) as program:
            await program.connect(BANKS[0])
            window = program.window
            window.summary.sync_button.click()
            await program.settle(window.summary.cancel_button.isVisible)
            assert action(program, "Cancel").isEnabled()
            action(program, "Cancel").trigger()
            await program.settle(lambda: not window.summary.cancel_button.isVisible())
            assert not action(program, "Cancel").isEnabled()
            assert not await program.core.newest_transactions(1)

    run(scenario())


def test_transactions_of_one_account_are_shown_on_request(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            await program.connect(BANKS[0])
            await program.sync()
            program.window.show_page(Page.TRANSACTIONS)
            (shown,) = program.window.connections.overview.items
            program.window.acts.account_requested.emit(shown.accounts[1].id)
            model = program.window.transactions.model
            everything = await program.core.newest_transactions(None)
            wanted = {row.id for row in everything if row.account_id == shown.accounts[1].id}
            await program.settle(lambda: set(model.listed.ids(0, len(everything))) == wanted)

    run(scenario())


def test_pending_rows_are_set_apart(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            await program.connect(*BANKS)
            await program.sync()
            program.window.show_page(Page.TRANSACTIONS)
            model = program.window.transactions.model
            await program.settle(lambda: first_row(program) == 1 and len(model.pending_total.sums) > 0)
            apart = len(model.listed.pending)
            assert [model.heading(row) is not None for row in range(apart + 2)] == [
                True,
                *[False] * apart,
                True,
            ]
            assert model.index(1, Column.STATE).data() == "Pending"
            assert model.heading_text(0).startswith(f"Pending: {apart}")
            total = model.pending_total
            everything = await program.core.newest_transactions(None)
            for each in total.sums:
                assert each.minor == sum(
                    row.amount.minor
                    for row in everything
                    if row.state is TransactionState.PENDING and row.amount.currency == each.currency
                )

    run(scenario())


def test_size_places_and_appearance_are_remembered_in_the_data_folder(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            await program.connect(BANKS[0])
            await program.sync()
            program.window.show_page(Page.TRANSACTIONS)
            await program.settle(program.window.transactions.table.isVisible)
            program.window.resize(720, 560)
            program.window.transactions.table.setColumnWidth(Column.PAYEE, 221)
            with unhurried("every colour of the window changes at once"):
                action(program, "Dark").trigger()
        assert (tmp_path / FILE).is_file()
        async with open_program(tmp_path, dressed) as program:
            assert (program.window.width(), program.window.height()) == (720, 560)
            assert program.window.stack.current is Page.TRANSACTIONS
            assert program.window.transactions.table.columnWidth(Column.PAYEE) == 221
            assert dressed.appearance is Appearance.DARK
            assert action(program, "Dark").isChecked()

    run(scenario())


@pytest.mark.parametrize("keys", ["F5", "Ctrl+R"])
def test_sync_all_has_the_usual_keys(run: Run, dressed: Theme, tmp_path: Path, keys: str) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            assert keys in [shortcut.toString() for shortcut in action(program, "Sync all").shortcuts()]
            assert not action(program, "Sync all").isEnabled()
            await program.connect(BANKS[1])
            action(program, "Sync all").trigger()
            await program.settle(lambda: program.window.summary.words == "Your connection is up to date")

    run(scenario())


def test_the_keyboard_reaches_both_halves(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            await program.connect(BANKS[0])
            await program.sync()
            program.window.show_page(Page.TRANSACTIONS)
            await program.settle(lambda: first_row(program) >= 0)
            program.window.activateWindow()
            action(program, "Transactions").trigger()
            assert program.window.focusWidget() is program.window.transactions.table
            assert program.window.transactions.table.currentIndex().row() == first_row(program)
            action(program, "Overview").trigger()
            assert program.window.focusWidget() is program.window.summary.sync_button

    run(scenario())


def test_about_opens_beside_the_loop(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            action(program, "About BudgetSync").trigger()
            dialog = program.window.findChild(QDialog)
            assert dialog is not None
            assert dialog.isVisible()
            await program.connect(BANKS[0])
            buttons = dialog.findChild(QDialogButtonBox)
            assert buttons is not None
            buttons.button(QDialogButtonBox.StandardButton.Close).click()
            assert not dialog.isVisible()

    run(scenario())


def test_quit_closes_the_window_and_says_so_once(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            said: list[bool] = []
            program.window.closed.connect(lambda: said.append(True))
            action(program, "Quit").trigger()
            await program.window.wait_closed()
            assert said == [True]
            assert not program.window.isVisible()

    run(scenario())


@pytest.mark.parametrize(
    "rubbish", ["[General]\nappearance=purple\n[window]\ngeometry=7\n", "\x00\x01 no settings"]
)
def test_what_was_remembered_wrongly_is_forgotten(
    run: Run, dressed: Theme, tmp_path: Path, rubbish: str
) -> None:
    async def scenario() -> None:
        (tmp_path / FILE).write_text(rubbish)
        async with open_program(tmp_path, dressed) as program:
            assert dressed.appearance is Appearance.SYSTEM
            assert program.window.isVisible()
        assert (tmp_path / FILE).stat().st_mode & 0o077 == 0

    run(scenario())


def test_the_window_fills_the_screen_and_comes_back(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            full_screen = action(program, "Full screen")
            full_screen.trigger()
            assert program.window.isFullScreen()
            program.window.showNormal()
            assert not full_screen.isChecked()
            full_screen.trigger()
            full_screen.trigger()
            assert not program.window.isFullScreen()

    run(scenario())
