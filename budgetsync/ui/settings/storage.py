"""Data: where it lies, how large it is, whether it is sound, and how it gets to another computer."""

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from budgetsync.core import Core
from budgetsync.domain.backups import IntegrityReport
from budgetsync.domain.errors import Trouble
from budgetsync.domain.health import FileHealth
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import file_size, relative
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import trouble_text
from budgetsync.ui.settings.rows import Card, Line, Row, Words
from budgetsync.ui.settings.section import Section
from budgetsync.ui.settings.steps import LongStep
from budgetsync.ui.settings.told import told_by_environment
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class StorageSection(Section):
    """The data folder and the file in it."""

    def __init__(self, core: Core, bridge: Bridge, actions: Actions, icons: Icons, locale: QLocale) -> None:
        super().__init__(bridge, translate("Settings", "Data"))
        self._core, self._actions, self._icons, self._locale = core, actions, icons, locale
        self._add_folder(self.add_card())
        self._add_check(self.add_card(translate("Settings", "Is the file sound")))
        self._add_moving(self.add_card(translate("Settings", "Another computer")))
        bridge.keeping_changed.connect(self.refresh)

    async def load(self) -> None:
        """Load sizes, the last looks at the file, and warnings about the folder."""
        health, overview = await self._core.health(), await self._core.overview()
        self._show_sizes(health.file)
        self._show_checks(health.file)
        self._show_warnings([trouble for trouble in overview.troubles if "FOLDER" in trouble.code])

    def _add_folder(self, card: Card) -> None:
        self.open_button = button(
            translate("Settings", "Open"), translate("Settings", "Open the data folder")
        )
        self.open_button.clicked.connect(self._actions.folder_requested)
        self.copy_button = button(
            translate("Settings", "Copy path"), translate("Settings", "Copy the path of the data folder")
        )
        self.copy_button.clicked.connect(self._copy)
        told = "BUDGETSYNC_DATA_DIR"
        where = translate("Settings", "The ledger, its backups and the log; secrets are not in it.")
        if told in self._core.told_settings:
            where = told_by_environment(told)
        self.folder_row = Row(
            self._icons,
            translate("Settings", "Data folder"),
            where,
            (self.open_button, self.copy_button),
        )
        self.path = Words(str(self._core.data_folder), selectable=True)
        self.folder_row.add_below(self.path)
        self.warnings = Line(self._icons)
        self.folder_row.add_below(self.warnings)
        self.sizes = Row(self._icons, translate("Settings", "Size"), " ")
        card.add(self.folder_row)
        card.add(self.sizes)

    def _add_check(self, card: Card) -> None:
        self.quick_button = button(
            translate("Settings", "Check quickly"), translate("Settings", "Check the ledger's file quickly")
        )
        self.full_button = button(
            translate("Settings", "Check in full"), translate("Settings", "Check the ledger's file in full")
        )
        self.quick_button.clicked.connect(lambda: self._check(full=False))
        self.full_button.clicked.connect(lambda: self._check(full=True))
        buttons: tuple[QPushButton, ...] = (self.quick_button, self.full_button)
        self.check_row = Row(self._icons, translate("Settings", "Last checks"), " ", buttons)
        name = translate("Settings", "Cancel the check of the ledger's file")
        self.check = LongStep(self._bridge, self.check_row, buttons, name, self._locale)
        card.add(self.check_row)

    def _add_moving(self, card: Card) -> None:
        steps = (
            translate("Settings", "1. Quit BudgetSync here, so that nothing is written any more."),
            translate("Settings", "2. Copy the whole data folder to the other computer."),
            translate("Settings", "3. Start BudgetSync there with that folder (--data-dir)."),
            translate(
                "Settings",
                "4. Sign in at each bank again: the keys stay in this computer's place for secrets. "
                "History and edits come along.",
            ),
        )
        self.moving = Words("\n".join(steps))
        card.add(self.moving)

    def _show_sizes(self, file: FileHealth) -> None:
        ledger = file_size(file.bytes, self._locale)
        text = translate("Settings", "Ledger: {size}").format(size=ledger)
        if file.wal_bytes:
            waiting = translate("Settings", "not yet folded in: {size}")
            text = f"{text}; {waiting.format(size=file_size(file.wal_bytes, self._locale))}"
        self.sizes.explanation.show_text(text)

    def _show_checks(self, file: FileHealth) -> None:
        kinds = (
            (translate("Settings", "Quickly: {result}"), file.keeping.quick),
            (translate("Settings", "In full: {result}"), file.keeping.full),
        )
        lines = [text.format(result=self._result(report)) for text, report in kinds]
        self.check_row.explanation.show_text("\n".join(lines))

    def _result(self, report: IntegrityReport | None) -> str:
        if report is None:
            return translate("Settings", "not yet")
        when = relative(report.at, self._core.now(), self._locale)
        if report.sound:
            return translate("Settings", "nothing wrong ({when})").format(when=when)
        text = translate("Settings", "damaged: {finding} ({when})")
        return text.format(finding=report.findings[0], when=when)

    def _show_warnings(self, troubles: list[Trouble]) -> None:
        if not troubles:
            self.warnings.clear()
            return
        text = " ".join(map(trouble_text, troubles))
        self.warnings.show_status(Status("attention", text, Tone.WARNING))

    def _check(self, *, full: bool) -> None:
        words = translate("Settings", "The file is being checked")
        self.check.begin(words, self._carry_out(full=full))

    async def _carry_out(self, *, full: bool) -> None:
        report = await self._core.keeper.check(full=full)
        if report.sound:
            self.check_row.feedback.say(translate("Settings", "Nothing wrong was found."))
        else:
            text = translate("Settings", "The file is damaged: {finding}. Restore a backup, under Backups.")
            text = text.format(finding=report.findings[0])
            self.check_row.feedback.say(text, icon="attention", tone=Tone.ERROR)
        self.refresh()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.path.text())
        self.folder_row.feedback.say(translate("Settings", "Copied."))
