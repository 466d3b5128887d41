"""Backups: what there is, one more now, and one in the ledger's place."""

import asyncio

from PySide6.QtCore import QCoreApplication, QLocale, Signal

from budgetsync.core import Core
from budgetsync.domain.backups import Backup
from budgetsync.domain.errors import UsageError
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import file_size, long_day
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import trouble_text
from budgetsync.ui.prompt import Prompt
from budgetsync.ui.settings.archive_rows import ArchiveRows
from budgetsync.ui.settings.backup_table import BackupTable, day_words
from budgetsync.ui.settings.rows import Card, Line, Row
from budgetsync.ui.settings.section import Section
from budgetsync.ui.settings.steps import LongStep
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class BackupsSection(Section):
    """Copies of the whole ledger in its own folder, and the archive that any program can read."""

    restart_requested = Signal()
    """A restore is decided: the program is to be closed and started again."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, locale: QLocale) -> None:
        super().__init__(
            bridge,
            translate("Settings", "Backups"),
            translate(
                "Settings",
                "One is made each day: seven days, four weeks and twelve months are kept, and those by hand for good.",
            ),
        )
        self._core, self._icons, self._locale = core, icons, locale
        self._add_now(self.add_card())
        self._add_list(self.add_card(translate("Settings", "Restore")))
        archive = self.add_card(translate("Settings", "Everything as one file"))
        self.archive = ArchiveRows(archive, core, bridge, icons, locale)
        bridge.keeping_changed.connect(self.refresh)

    async def load(self) -> None:
        """Load the list, and whether today's backup failed."""
        troubles = dict(await asyncio.to_thread(self._core.keeper.urgent_troubles))
        failed = troubles.get("backup")
        if failed is None:
            self.failed.clear()
        else:
            self.failed.show_status(Status("attention", trouble_text(failed), Tone.ERROR))
        self._show(await self._core.keeper.list_backups())
        await self.archive.load()

    def _add_now(self, card: Card) -> None:
        name = translate("Settings", "Make a backup of the ledger now")
        self.now_button = button(translate("Settings", "Back up now"), name, "primary")
        self.now_button.clicked.connect(self._back_up)
        self.now_row = Row(self._icons, translate("Settings", "Last backup"), " ", (self.now_button,))
        self.failed = Line(self._icons)
        self.now_row.add_below(self.failed)
        cancel = translate("Settings", "Cancel the backup")
        self.now = LongStep(self._bridge, self.now_row, (self.now_button,), cancel, self._locale)
        card.add(self.now_row)

    def _add_list(self, card: Card) -> None:
        self.table = BackupTable(self._locale, self._core.now)
        self.restore_button = button(
            translate("Settings", "Restore the chosen one"),
            translate("Settings", "Restore the chosen backup"),
        )
        self.examine_button = button(
            translate("Settings", "Look into each"), translate("Settings", "Look into each backup, in full")
        )
        self.restore_button.clicked.connect(self._ask)
        self.examine_button.clicked.connect(self._examine)
        self.table.itemSelectionChanged.connect(self._show_commands)
        explanation = translate(
            "Settings", "The present ledger is moved aside, never deleted; what came since is fetched again."
        )
        buttons = (self.examine_button, self.restore_button)
        self.restore_row = Row(
            self._icons, translate("Settings", "A backup in the ledger's place"), explanation, buttons
        )
        self.question = Prompt(self._icons)
        self.restore_row.add_below(self.question)
        cancel = translate("Settings", "Cancel what is done with backups")
        self.restoring = LongStep(self._bridge, self.restore_row, buttons, cancel, self._locale)
        card.add_line(self.table)
        card.add(self.restore_row)

    def _show(self, found: list[Backup]) -> None:
        if not found:
            self.now_row.explanation.show_text(translate("Settings", "None so far."))
        else:
            day = day_words(found[0], self._core.now(), self._locale)
            self.now_row.explanation.show_text(day)
        self.table.show_backups(found)
        self._show_commands()

    def _show_commands(self) -> None:
        if not self.restoring.is_running:
            self.restore_button.setEnabled(self.table.chosen is not None)
            self.examine_button.setEnabled(self.table.rowCount() > 0)

    def _back_up(self) -> None:
        async def carry_out() -> None:
            made = await self._core.keeper.back_up_now()
            size = file_size(made.size, self._locale)
            text = translate("Settings", "{name}: {size}, whole and checked.").format(
                name=made.name, size=size
            )
            self.now_row.feedback.say(text)
            self.refresh()

        self.now.begin(translate("Settings", "A backup is being made"), carry_out())

    def _examine(self) -> None:
        async def carry_out() -> None:
            self.table.show_backups(await self._core.keeper.list_backups(examine=True))
            self.restore_row.feedback.say(translate("Settings", "Each was looked into."))

        words = translate("Settings", "Each backup is being looked into")
        self.restoring.begin(words, carry_out(), self._show_commands)

    def _ask(self) -> None:
        chosen = self.table.chosen
        if chosen is None:
            return
        text = translate(
            "Settings",
            "Put the backup of {day} in the ledger's place? BudgetSync closes and starts again with it. "
            "The present ledger is kept beside it, with all that was typed since.",
        )
        day = long_day(chosen.day, self._locale)
        self.question.ask(
            text.format(day=day), translate("Settings", "Restore and restart"), lambda: self._restore(chosen)
        )

    def _restore(self, chosen: Backup) -> None:
        words = translate("Settings", "The backup is looked into and copied")
        self.restoring.begin(words, self._carry_out_restore(chosen), self._show_commands)

    async def _carry_out_restore(self, chosen: Backup) -> None:
        if not self._core.owns_engine:
            message = translate(
                "Settings", "Another BudgetSync has this data folder open; nothing was changed."
            )
            action = translate("Settings", "Close it (its window, or its icon in the tray), then try again.")
            raise UsageError(message, action=action)
        aside = await self._core.keeper.stage_restore(chosen.name)
        text = translate("Settings", "BudgetSync now starts again; the present ledger is kept as {name}.")
        self.restore_row.feedback.say(text.format(name=aside))
        self.restart_requested.emit()
