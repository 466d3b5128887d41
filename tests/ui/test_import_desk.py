"""Statement files looked at and taken in by the window, on the real core."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest

from budgetsync.core import Core
from budgetsync.domain.importing import NewAccount, Verdict
from budgetsync.host.clock import SystemClock
from budgetsync.providers.statements.reading import read_statement_file
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Feed
from budgetsync.ui.icons import Icons
from budgetsync.ui.importing.desk import ImportDesk
from budgetsync.ui.importing.sheets import ImportedSheet, RefusedSheet
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.theme import Theme
from budgetsync.ui.undo import UndoStack
from budgetsync.vault.memory_vault import MemoryVault
from tests.empty_ledgers import lay
from tests.integration.test_importing import month
from tests.statement_writers import camt, ofx
from tests.ui.samples import delete, until

Run = Callable[[Coroutine[Any, Any, None]], None]


@dataclass
class Stage:
    """The desk, and what it works on."""

    core: Core
    desk: ImportDesk
    folder: Path

    def drop(self, name: str, text: str) -> None:
        """Hand a file to the desk."""
        (self.folder / name).write_text(text)
        self.desk.take([self.folder / name])

    async def settle(self, done: Callable[[], bool]) -> None:
        """Wait until the desk shows something."""
        await until(
            done,
            self.desk.currentChanged,
            self.desk.sheets.sheet_shown,
            self.desk.preview.model.modelReset,
        )


@asynccontextmanager
async def stage_of(folder: Path, icons: Icons) -> AsyncIterator[Stage]:
    lay(folder / FILE_NAME)
    core = Core(
        Database(folder / FILE_NAME, "demo"), {}, MemoryVault(), SystemClock(), statements=read_statement_file
    )
    bridge = Bridge(core)
    acts = Actions(core, bridge, Feed(core, bridge, ConnectionsModel(bridge)))
    desk = ImportDesk(core, bridge, acts, UndoStack(core, bridge), icons, QLocale("en_US"))
    desk.resize(900, 600)
    desk.show()
    try:
        yield Stage(core, desk, folder)
    finally:
        await bridge.close()
        delete(desk)
        delete(bridge)
        await core.stop()


def test_entries_are_looked_at_changed_by_a_letter_and_taken_in(
    run: Run, dressed: Theme, icons: Icons, tmp_path: Path
) -> None:
    del dressed
    lines = month(1, 10)

    async def scenario() -> None:
        async with stage_of(tmp_path, icons) as stage:
            desk, preview = stage.desk, stage.desk.preview
            plan = await stage.core.plan_import(
                _written(tmp_path, ofx(lines[:4])), {0: NewAccount("Giro", "EUR")}
            )
            account = (await stage.core.commit_import(plan)).accounts[0]
            stage.drop("statement.xml", camt(lines))
            await stage.settle(lambda: desk.currentWidget() is preview)
            preview.account_chosen.emit(0, account)
            counted = f"Import {len(lines) - 4} transactions"
            await stage.settle(lambda: preview.import_button.text() == counted)
            assert {preview.model.verdict(place) for place in range(4)} == {Verdict.MATCHED}
            preview.table.selectRow(len(lines) - 1)
            QTest.keyClick(preview.table, Qt.Key.Key_X)
            assert preview.import_button.text() == f"Import {len(lines) - 5} transactions"
            preview.import_button.click()
            await stage.settle(lambda: isinstance(desk.sheets.sheet, ImportedSheet))
            assert len(await stage.core.newest_transactions(None)) == len(lines) - 1

    run(scenario())


def test_a_file_that_is_no_statement_is_refused_in_words(
    run: Run, dressed: Theme, icons: Icons, tmp_path: Path
) -> None:
    del dressed

    async def scenario() -> None:
        async with stage_of(tmp_path, icons) as stage:
            stage.drop("letter.ofx", "%PDF-1.7 of the bank")
            await stage.settle(lambda: isinstance(stage.desk.sheets.sheet, RefusedSheet))
            assert not await stage.core.newest_transactions(None)

    run(scenario())


def _written(folder: Path, text: str) -> Path:
    path = folder / "january.ofx"
    path.write_text(text)
    return path
