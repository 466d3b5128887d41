"""Undo and redo in the window: by name, by key, by the note that says what was done."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import TransactionId
from budgetsync.ui.icons import Icons
from budgetsync.ui.palette import entries_of
from budgetsync.ui.theme import Theme
from tests.ui.program import BANKS, Program, open_program
from tests.ui.samples import until
from tests.ui.undo_stage import open_stage

Run = Callable[[Coroutine[Any, Any, None]], None]


async def notes(program: Program, *ids: TransactionId) -> set[str | None]:
    return {row.note for row in await program.core.transactions(ids)}


@pytest.mark.unhurried("a ledger is synced beside it")
def test_a_step_is_undone_and_redone_by_name(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window, undo, note = program.window, program.window.undo, program.window.undo_note
            await program.connect(BANKS[0])
            await program.sync()
            one, other = (row.id for row in await program.core.newest_transactions(2))
            assert undo.undo_text == "Undo"
            window.edit_menu.undo.trigger()
            await until(lambda: note.words == "There is nothing to undo.", undo.announced)
            assert note.back_button.isHidden()

            undo.run(lambda: program.core.edit_transactions([one, other], Edit(note="for two")))
            await until(lambda: undo.undo_text == "Undo note of 2 transactions", undo.changed)
            assert window.edit_menu.undo.text() == "&Undo note of 2 transactions"
            assert note.words == "Note of 2 transactions changed"
            assert await notes(program, one, other) == {"for two"}

            QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            await until(lambda: undo.redo_text == "Redo note of 2 transactions", undo.changed)
            assert note.words == "Undone: note of 2 transactions"
            assert note.back_button.text() == "Redo"
            assert await notes(program, one, other) == {None}

            held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            QTest.keyClick(window, Qt.Key.Key_Z, held)
            await until(lambda: undo.redo_text == "Redo", undo.changed)
            assert await notes(program, one, other) == {"for two"}
            note.back_button.click()
            assert note.words == ""
            await until(lambda: undo.undo_text == "Undo", undo.changed)
            assert await notes(program, one, other) == {None}

            undo.run(lambda: program.core.edit_transactions([one], Edit(payee="Fish & Chips")))
            await until(lambda: undo.undo_text == "Undo payee of Fish & Chips", undo.changed)
            assert window.edit_menu.undo.text() == "&Undo payee of Fish && Chips"
            assert "Undo payee of Fish & Chips" in {each.text for each in entries_of(window.menuBar())}

    run(scenario())


@pytest.mark.unhurried("a ledger is synced beside it")
def test_a_field_takes_back_its_own_typing(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window, menu = program.window, program.window.edit_menu
            await program.connect(BANKS[0])
            await program.sync()
            (row,) = await program.core.newest_transactions(1)
            window.undo.run(lambda: program.core.edit_transactions([row.id], Edit(note="kept")))
            await until(lambda: window.undo.undo_text != "Undo", window.undo.changed)

            field = QLineEdit(window)
            field.show()
            field.setFocus()
            QTest.keyClicks(field, "abc")
            menu.refresh()
            assert menu.undo.text() == "&Undo typing"
            QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            assert field.text() == ""
            QTest.keyClicks(field, "abc")
            offered = {entry.text: entry for entry in entries_of(window.menuBar())}
            offered["Select all"].call()
            menu.refresh()
            offered = {entry.text: entry for entry in entries_of(window.menuBar())}
            assert offered["Cut"].keys == "Ctrl+X"
            offered["Cut"].call()
            assert field.text() == ""
            assert await notes(program, row.id) == {"kept"}

    run(scenario())


def test_a_long_edit_says_how_far_it_is_and_is_stopped_by_undo(
    run: Run, dressed: Theme, icons: Icons, tmp_path: Path
) -> None:
    del dressed

    async def scenario() -> None:
        async with open_stage(tmp_path, icons, rows=5_000) as stage:
            ids, stack, note = await stage.ids(), stage.stack, stage.note
            said: list[str] = []
            stack.progressed.connect(lambda _underway: said.append(note.words))
            stack.run_long(
                lambda follow: stage.core.edit_transactions(ids, Edit(note="for all of them"), follow)
            )
            await until(lambda: bool(said), stack.progressed)
            assert said[0] == "Changing transactions: 20 %"
            assert note.stop_button.isVisible()
            assert note.back_button.isHidden()
            stack.undo()
            await until(lambda: stack.redo_text.startswith("Redo note of"), stack.changed)
            assert stack.redo_text in {f"Redo note of {n},000 transactions" for n in range(1, 5)}
            assert note.stop_button.isHidden()
            assert {row.note for row in await stage.core.transactions(ids)} == {None}

    run(scenario())
