"""The import in the window: files come by the menu or are dropped, one after the other is looked at and taken in."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QLocale, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from budgetsync.core import Core
from budgetsync.domain.errors import BudgetSyncError
from budgetsync.domain.importing import ChosenAccount, ImportCounts, Imported, ImportPlan, PlanOutdated
from budgetsync.domain.query import Kind, Numbered, Query
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.connect.sheet import Sheet, SheetStack
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.importing.preview import Preview
from budgetsync.ui.importing.sheets import BusySheet, ImportedSheet, RefusedSheet
from budgetsync.ui.importing.words import outcome_text
from budgetsync.ui.undo import UndoStack

translate = QCoreApplication.translate


class ImportDesk(QStackedWidget):
    """Shows the import over the pages while there is something to import."""

    opened = Signal()
    """It is to be seen."""
    finished = Signal()
    """It need not be seen any longer."""
    progressed = Signal(int)
    """How many entries are written."""

    def __init__(
        self, core: Core, bridge: Bridge, acts: Actions, undo: UndoStack, icons: Icons, locale: QLocale
    ) -> None:
        super().__init__()
        self._core, self._bridge, self._acts, self._undo = core, bridge, acts, undo
        self._icons, self._locale = icons, locale
        self._waiting: list[Path] = []
        self._accounts: dict[int, ChosenAccount] = {}
        self._task: asyncio.Task[None] | None = None
        self._total = 0
        self.sheets = SheetStack()
        self.preview = Preview(core, bridge, icons, locale)
        self.addWidget(self.sheets)
        self.addWidget(self.preview)
        self.preview.left.connect(self._leave)
        self.preview.import_requested.connect(self._commit)
        self.preview.account_chosen.connect(self._choose_account)
        self.progressed.connect(
            self._show_progress, Qt.ConnectionType.QueuedConnection
        )  # told on another thread

    def choose(self) -> QFileDialog:
        """Let files be chosen, then show what importing them does."""
        dialog = QFileDialog(self.window(), translate("Import", "Import statement files"), QDir.homePath())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        known = translate("Import", "Statements")
        dialog.setNameFilters(
            [
                f"{known} (*.ofx *.qfx *.qif *.csv *.xml *.sta *.mt940 *.940 *.mt942 *.txt)",
                translate("Import", "All files (*)"),
            ]
        )
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def take(self, files: Sequence[Path]) -> None:
        """Show what importing files does, one after the other."""
        self._waiting += files
        if self._task is None or self._task.done():
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self.sheets.clear()
            self.finished.emit()
            return
        path = self._waiting.pop(0)
        self._accounts = {}
        self._show(BusySheet(self._icons, translate("Import", "Reading {name}").format(name=path.name)))
        self.opened.emit()
        self._task = self._bridge.spawn(self._look(path))

    def _leave(self) -> None:
        if self._task is not None and not self._task.done():
            self._task.cancel()
        self._task = None
        self._next()

    def _show(self, sheet: Sheet) -> None:
        sheet.left.connect(self._leave)
        self.sheets.show_sheet(sheet)
        self.setCurrentWidget(self.sheets)

    async def _look(self, path: Path) -> None:
        try:
            plan = await self._core.plan_import(
                path, {}, ReadOptions(currency=self._usual_currency(await self._known()))
            )
        except BudgetSyncError as error:
            sheet = RefusedSheet(self._icons, path.name, error.trouble)
            sheet.another.connect(self.choose)
            self._show(sheet)
            return
        await self._show_plan(plan, anew=True)

    async def _known(self) -> Sequence[str]:
        overview = await self._core.overview()
        return [account.currency for one in overview.items for account in one.accounts if account.currency]

    @staticmethod
    def _usual_currency(known: Sequence[str]) -> str:
        """What most accounts are in: of files that name none."""
        return max(sorted(set(known)), key=list(known).count, default="USD")

    async def _show_plan(self, plan: ImportPlan, *, anew: bool) -> None:
        self.preview.show_plan(plan, await self._core.overview(), anew=anew)
        self.setCurrentWidget(self.preview)
        self.preview.take_focus()

    def _choose_account(self, place: int, account: ChosenAccount) -> None:
        self._accounts[place] = account
        plan = self.preview.plan
        if plan is not None:
            self._task = self._bridge.spawn(self._plan_again(plan))

    async def _plan_again(self, plan: ImportPlan) -> None:
        chosen = {
            place: statement.account
            for place, statement in enumerate(plan.statements)
            if statement.account is not None
        }
        again = await self._core.plan_import(plan.path, {**chosen, **self._accounts}, file=plan.file)
        await self._show_plan(again, anew=False)

    def _commit(self) -> None:
        plan = self.preview.plan
        if plan is None:
            return
        self._total = sum(len(statement.entries) for statement in plan.statements)
        self._show(
            BusySheet(self._icons, translate("Import", "Importing {name}").format(name=plan.path.name))
        )
        self._task = self._bridge.spawn(self._carry_out(plan))

    async def _carry_out(self, plan: ImportPlan) -> None:
        try:
            done = await self._core.commit_import(plan, self.preview.choices, self.progressed.emit)
        except PlanOutdated as error:
            await self._show_plan(error.plan, anew=True)
            return
        except BudgetSyncError as error:
            sheet = RefusedSheet(self._icons, plan.path.name, error.trouble)
            sheet.another.connect(self.choose)
            self._show(sheet)
            return
        self._undo.refresh()
        self._show_done(plan, done)

    def _show_progress(self, written: int) -> None:
        sheet = self.sheets.sheet
        if isinstance(sheet, BusySheet):
            text = translate("Import", "{n} of {total}").format(
                n=number(written, self._locale), total=number(self._total, self._locale)
            )
            sheet.show_progress(text, written, self._total)

    def _show_done(self, plan: ImportPlan, done: Imported) -> None:
        text = "\n".join(outcome_text(counts, self._locale) for counts in done.counts or (ImportCounts(),))
        title = translate("Import", "{name} is imported").format(name=plan.path.name)
        if done.command_id is None:
            title = translate("Import", "Nothing new in {name}").format(name=plan.path.name)
        sheet = ImportedSheet(self._icons, title, text, anything=done.command_id is not None)
        sheet.another.connect(self.choose)
        if done.command_id is not None:
            command = done.command_id
            query = str(Query((Numbered(Kind.COMMAND, command),)))
            sheet.undo_requested.connect(lambda: self._undo.take_back(command))
            sheet.undo_requested.connect(self._leave)
            sheet.rows_requested.connect(self._leave)
            sheet.rows_requested.connect(lambda: self._acts.transactions_requested.emit(query))
        self._show(sheet)
