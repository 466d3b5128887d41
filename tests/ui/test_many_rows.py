"""Several rows of the real table, told one thing at once, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from budgetsync.ui.pages import Page
from budgetsync.ui.palette import entries_of
from budgetsync.ui.theme import Theme
from tests.ui.program import BANKS, open_program
from tests.ui.samples import until

Run = Callable[[Coroutine[Any, Any, None]], None]


@pytest.mark.unhurried("a page is built and a ledger is synced beside it")
def test_a_dozen_rows_get_a_category_from_the_palette_and_back(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            await program.connect(BANKS[0])
            await program.sync()
            window.show_page(Page.TRANSACTIONS)
            page = window.transactions
            await program.settle(lambda: page.model.rowCount() > 40)
            entries = {entry.text for entry in entries_of(window.menuBar())}
            assert "Selected transactions: Set category" not in entries  # nothing is selected
            page.focus_table()
            table = page.table
            at = next(row for row in range(20) if page.model.heading(row) is None)
            table.setCurrentIndex(page.model.index(at, 1))
            for _ in range(12):  # over the heading between pending rows and the others, if it lies there
                QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
            await until(lambda: table.selection.count >= 12, table.selection_changed)
            assert page.bulk.isVisible()
            ids = await page.selected_ids()

            window.edit_menu.refresh()
            offered = {entry.text: entry for entry in entries_of(window.menuBar())}
            offered["Selected transactions: Set category"].call()
            QTest.keyClicks(page.bulk.line, "Evenings out")
            QTest.keyClick(page.bulk.line, Qt.Key.Key_Return)
            assert window.focusWidget() is table
            await until(lambda: window.undo_note.words != "", window.undo.announced)
            assert window.undo_note.words == f"Category of {len(ids)} transactions changed"
            assert {row.category for row in await program.core.transactions(ids)} == {"Evenings out"}

            window.activateWindow()  # which the names that were offered took, on a screen without a manager
            QTest.keyClick(table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            await until(lambda: window.undo_note.words.startswith("Undone"), window.undo.announced)
            assert "Evenings out" not in {row.category for row in await program.core.transactions(ids)}
            assert await page.selected_ids() == ids

    run(scenario())
