"""Keys and settings from a `.env` file: which names it has, what becomes of each, and only then the import."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, Signal
from PySide6.QtWidgets import QFileDialog

from budgetsync.core import Core
from budgetsync.domain.env_file import EnvFile
from budgetsync.domain.env_import import KEYS, EnvPlan, Fate, plan_import
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.prompt import Prompt
from budgetsync.ui.settings.rows import Row
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class EnvRows(Row):
    """Chooses a file, shows the names in it and never a value, and takes it over when the person agrees.

    Args:
        read: Reads such a file; blocking.
    """

    restart_requested = Signal()

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, read: Callable[[Path], EnvFile]) -> None:
        name = translate("Settings", "Choose a file of settings (.env) to import")
        explanation = translate(
            "Settings",
            "A .env file with the usual names, such as PLAID_CLIENT_ID and PLAID_SECRET, also with NEXT_PUBLIC_ "
            "before them. Secrets go to the place above; the file stays as it is.",
        )
        super().__init__(icons, translate("Settings", "Import a .env file"), explanation)
        self.choose_button = button(translate("Settings", "Choose a file"), name)
        self.add_control(self.choose_button)
        self._core, self._bridge, self._read = core, bridge, read
        self.choose_button.clicked.connect(self._choose)
        self.preview = Prompt(icons)
        self.add_below(self.preview)
        self.restart_button = button(
            translate("Settings", "Restart now"),
            translate("Settings", "Restart BudgetSync to use the new keys"),
        )
        self.restart_button.clicked.connect(self.restart_requested)
        self.restart_button.hide()
        self.add_below(self.restart_button)

    def offer(self, file: Path) -> None:
        """Show what a file has, and ask whether it is to be taken over."""
        self.restart_button.hide()
        self.preview.hide()
        self.feedback.clear()
        self._bridge.spawn(self._offer(file), on_error=self.feedback.fail)

    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), translate("Settings", "Import a .env file"), QDir.homePath())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                translate("Settings", "Settings (*.env .env .env.* *.txt)"),
                translate("Settings", "All files (*)"),
            ]
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(lambda name: self.offer(Path(name)))
        dialog.open()

    async def _offer(self, path: Path) -> None:
        file = await asyncio.to_thread(self._read, path)
        plan = plan_import(file, self._core.environment)
        if not plan.names(Fate.VAULT) and not plan.names(Fate.LEDGER):
            self.preview.tell(self._describe(plan, file))
            return
        self.preview.ask(
            self._describe(plan, file),
            translate("Settings", "Import"),
            lambda: self._bridge.spawn(self._take_over(file), on_error=self.feedback.fail, finish=True),
        )

    async def _take_over(self, file: EnvFile) -> None:
        self.feedback.busy(translate("Settings", "Secrets are being kept."))
        plan = await self._core.import_env(file)
        taken = (*plan.names(Fate.VAULT), *plan.names(Fate.LEDGER))
        text = translate("Settings", "Taken over: {names}.").format(names=", ".join(taken))
        if any(name in KEYS for name in taken):
            text = f"{text} {self._when_used(plan)}"
        self.feedback.say(text)

    def _when_used(self, plan: EnvPlan) -> str:
        if plan.environment != self._core.environment:
            text = translate("Settings", "The keys are for {environment}, which has a ledger of its own.")
            return text.format(environment=plan.environment)
        given = sorted(self._core.told_settings.intersection(KEYS))
        if given:
            text = translate("Settings", "They are not used as long as the environment sets {names}.")
            return text.format(names=", ".join(given))
        self.restart_button.show()
        return translate("Settings", "The keys are used from the next start on.")

    def _describe(self, plan: EnvPlan, file: EnvFile) -> str:
        parts = (
            (translate("Settings", "To the place for secrets: {names}."), plan.names(Fate.VAULT)),
            (translate("Settings", "Into the ledger: {names}."), plan.names(Fate.LEDGER)),
            (
                translate(
                    "Settings", "Not taken over, since it is decided where the program is started: {names}."
                ),
                plan.names(Fate.START),
            ),
            (translate("Settings", "Not known to BudgetSync: {names}."), file.unknown),
        )
        return "\n".join(text.format(names=", ".join(names)) for text, names in parts if names)
