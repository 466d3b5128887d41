"""Data and backups: checks, copies, a restore that is decided in the window, archives out and in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from budgetsync.domain.backups import FOLDER
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.restore import find_staged, finish_restore
from budgetsync.ui.settings.backups import BackupsSection
from budgetsync.ui.settings.page import Place
from budgetsync.ui.settings.storage import StorageSection
from budgetsync.ui.theme import Theme
from tests.ui.settings_stage import Stage, open_settings, press

Run = Callable[[Coroutine[Any, Any, None]], None]


def backups_of(stage: Stage) -> BackupsSection:
    return stage.show(Place.BACKUPS, BackupsSection)


async def back_up(stage: Stage) -> BackupsSection:
    section = backups_of(stage)
    press(section.now_button, Qt.Key.Key_Space)
    await stage.until(lambda: "whole and checked" in section.now_row.feedback.words)
    await stage.until(lambda: section.table.rowCount() > 0)
    return section


def test_the_folder_is_named_copied_and_measured_and_the_file_checked(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            section = stage.show(Place.DATA, StorageSection)
            asked: list[bool] = []
            stage.actions.folder_requested.connect(lambda: asked.append(True))
            press(section.open_button, Qt.Key.Key_Space)
            press(section.copy_button, Qt.Key.Key_Space)
            assert asked == [True]
            assert QGuiApplication.clipboard().text() == str(tmp_path)
            assert section.folder_row.feedback.words == "Copied."
            await stage.until(lambda: section.sizes.explanation.text().startswith("Ledger: "))
            assert "In full: not yet" in section.check_row.explanation.text()
            press(section.full_button, Qt.Key.Key_Space)
            assert section.check_row.feedback.words.startswith("The file is being checked")
            assert not section.quick_button.isEnabled()
            await stage.until(lambda: section.check_row.feedback.words == "Nothing wrong was found.")
            await stage.until(lambda: "In full: nothing wrong" in section.check_row.explanation.text())
            assert section.quick_button.isEnabled()
        async with open_settings(tmp_path, dressed) as stage:
            section = stage.show(Place.DATA, StorageSection)
            await stage.until(lambda: "In full: nothing wrong" in section.check_row.explanation.text())
            assert "Quickly: not yet" in section.check_row.explanation.text()

    run(scenario())


def test_a_check_can_be_cancelled(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            section = stage.show(Place.DATA, StorageSection)
            async with stage.core.keeper._one_at_a_time:  # something else is being done with the file
                press(section.quick_button, Qt.Key.Key_Space)
                assert section.check.cancel_button.isVisibleTo(section)
                press(section.check.cancel_button, Qt.Key.Key_Space)
                await stage.until(lambda: not section.check.is_running)
            assert section.check_row.feedback.words == "Cancelled; nothing was changed."
            assert section.quick_button.isEnabled()
            assert not section.check.cancel_button.isVisibleTo(section)

    run(scenario())


def test_a_backup_is_made_looked_into_and_takes_the_ledgers_place_at_the_next_start(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed, banks=("Harbor",)) as stage:
            section = await back_up(stage)
            assert not section.restore_button.isEnabled()
            assert section.table.cell(0, 1) == "by hand"
            press(section.examine_button, Qt.Key.Key_Space)
            await stage.until(lambda: section.table.cell(0, 3) == "good")
        async with open_settings(tmp_path, dressed, banks=("Harbor", "Juniper")) as stage:
            section = backups_of(stage)
            await stage.until(lambda: section.table.rowCount() == 1)
            asked: list[bool] = []
            stage.page.restart_requested.connect(lambda: asked.append(True))
            press(section.table, Qt.Key.Key_Home)
            press(section.restore_button, Qt.Key.Key_Space)
            assert "BudgetSync closes and starts again" in section.question.words
            assert find_staged(tmp_path / FILE_NAME) is None
            press(section.question.yes_button, Qt.Key.Key_Space)
            await stage.until(lambda: asked == [True])
            assert "ledger.replaced-" in section.restore_row.feedback.words
            assert len((await stage.core.overview()).items) == 2
        assert finish_restore(tmp_path / FILE_NAME)
        async with open_settings(tmp_path, dressed, banks=("Harbor",)) as stage:
            names = [shown.item.institution.name for shown in (await stage.core.overview()).items]
            assert names == ["Harbor"]

    run(scenario())


def test_a_damaged_backup_is_not_restored_and_says_so(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            section = await back_up(stage)
            made = next((tmp_path / FOLDER).glob("*.sqlite"))
            made.write_bytes(made.read_bytes()[:5_000])
            section.table.selectRow(0)
            press(section.restore_button, Qt.Key.Key_Space)
            press(section.question.yes_button, Qt.Key.Key_Space)
            await stage.until(lambda: "damaged itself" in section.restore_row.feedback.words)
            assert find_staged(tmp_path / FILE_NAME) is None
            await stage.until(section.restore_button.isEnabled)

    run(scenario())


def test_a_restore_is_refused_while_another_program_owns_the_folder(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            section = await back_up(stage)
            stage.core.owns_engine = False
            section.table.selectRow(0)
            press(section.restore_button, Qt.Key.Key_Space)
            press(section.question.yes_button, Qt.Key.Key_Space)
            await stage.until(lambda: "Another BudgetSync" in section.restore_row.feedback.words)
            assert find_staged(tmp_path / FILE_NAME) is None

    run(scenario())


def test_a_backup_that_cannot_be_written_says_why_and_what_to_do(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        (tmp_path / FOLDER).write_text("a file where the folder belongs")
        async with open_settings(tmp_path, dressed) as stage:
            section = backups_of(stage)
            press(section.now_button, Qt.Key.Key_Space)
            await stage.until(lambda: not section.now.is_running)
            words = section.now_row.feedback.words
            assert words.startswith("The database is read-only. ")
            assert "try again" in words
            assert section.now_button.isEnabled()
            await stage.core.keeper._attempt("backup", stage.core.keeper.back_up_if_due())
            await stage.until(lambda: "Today's backup was not made" in section.failed.words)
            (tmp_path / FOLDER).unlink()
            press(section.now_button, Qt.Key.Key_Space)
            await stage.until(lambda: "whole and checked" in section.now_row.feedback.words)

    run(scenario())


def test_everything_is_exported_and_read_into_an_empty_ledger(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        first, second = tmp_path / "first", tmp_path / "second"
        first.mkdir()
        second.mkdir()
        archive = tmp_path / "all.zip"
        async with open_settings(first, dressed, banks=("Harbor", "Juniper")) as stage:
            section = backups_of(stage)
            await stage.until(lambda: not section.archive.import_button.isVisibleTo(section))
            assert "Only into an empty ledger" in section.archive.import_row.explanation.text()
            section.archive.export(archive)
            await stage.until(lambda: "were written to all.zip" in section.archive.export_row.feedback.words)
            section.archive.export(archive)
            await stage.until(lambda: "already" in section.archive.export_row.feedback.words)
        async with open_settings(second, dressed) as stage:
            section = backups_of(stage)
            await stage.until(lambda: "Reads an archive" in section.archive.import_row.explanation.text())
            section.archive.import_from(archive)
            await stage.until(lambda: "were read" in section.archive.import_row.feedback.words)
            assert len((await stage.core.overview()).items) == 2
            await stage.until(lambda: not section.archive.import_button.isVisibleTo(section))

    run(scenario())


@pytest.mark.parametrize("which", ["export_button", "import_button"])
def test_files_are_chosen_in_a_dialog_that_holds_nothing_up(
    run: Run, dressed: Theme, tmp_path: Path, which: str
) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            section = backups_of(stage)
            button: QPushButton = getattr(section.archive, which)
            press(button, Qt.Key.Key_Space)
            (dialog,) = stage.page.window().findChildren(QFileDialog)
            assert dialog.isVisible()
            dialog.reject()
            assert not section.archive.exporting.is_running

    run(scenario())


def test_a_copy_of_the_folder_is_a_ledger_of_its_own(run: Run, dressed: Theme, tmp_path: Path) -> None:
    """The way to another computer that the page describes."""

    async def scenario() -> None:
        here, there = tmp_path / "here", tmp_path / "there"
        here.mkdir()
        async with open_settings(here, dressed, banks=("Harbor",)) as stage:
            section = stage.show(Place.DATA, StorageSection)
            assert "Copy the whole data folder" in section.moving.text()
        shutil.copytree(here, there)
        database = Database(there / FILE_NAME, "demo")
        database.close()

    run(scenario())
