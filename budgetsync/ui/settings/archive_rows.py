"""The archive: everything in one file of text, out and in."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from budgetsync.core import Core
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.settings.rows import Card, Row
from budgetsync.ui.settings.steps import LongStep
from budgetsync.ui.text import rows as count_rows
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class ArchiveRows(QObject):
    """Export at any time; import into an empty ledger only, since an archive is never mixed into another."""

    _counted = Signal(int)

    def __init__(self, card: Card, core: Core, bridge: Bridge, icons: Icons, locale: QLocale) -> None:
        super().__init__(card)
        self._card, self._core, self._locale = card, core, locale
        export_name = translate("Settings", "Export everything into one file")
        self.export_button = button(translate("Settings", "Export"), export_name)
        self.export_button.clicked.connect(self._choose_target)
        self.export_row = Row(
            icons,
            translate("Settings", "Export"),
            translate(
                "Settings",
                "A zip of readable text with all rows, edits and their history. No secret is in it.",
            ),
            (self.export_button,),
        )
        cancel_export = translate("Settings", "Cancel the export")
        self.exporting = LongStep(bridge, self.export_row, (self.export_button,), cancel_export, locale)
        import_name = translate("Settings", "Import an archive into this empty ledger")
        self.import_button = button(translate("Settings", "Import"), import_name)
        self.import_button.clicked.connect(self._choose_source)
        self.import_row = Row(icons, translate("Settings", "Import"), " ", (self.import_button,))
        cancel_import = translate("Settings", "Cancel the import")
        self.importing = LongStep(bridge, self.import_row, (self.import_button,), cancel_import, locale)
        card.add(self.export_row)
        card.add(self.import_row)
        self._running = self.exporting
        self._counted.connect(self._show_count, Qt.ConnectionType.QueuedConnection)  # told on another thread

    async def load(self) -> None:
        """Look whether the ledger is empty."""
        empty = not (await self._core.overview()).items
        self.import_button.setVisible(empty)
        text = translate("Settings", "Reads an archive; afterwards sign in at each bank again.")
        if not empty:
            text = translate(
                "Settings", "Only into an empty ledger: an archive is never mixed into another one."
            )
        self.import_row.explanation.show_text(text)

    def export(self, file: Path) -> None:
        """Write everything into a new file."""
        self._running = self.exporting
        self.exporting.begin(translate("Settings", "Everything is being written"), self._export(file))

    def import_from(self, file: Path) -> None:
        """Read an archive into this ledger."""
        self._running = self.importing
        self.importing.begin(translate("Settings", "The archive is being read"), self._import(file))

    def _show_count(self, rows: int) -> None:
        self._running.show_amount(count_rows(rows, self._locale))

    def _choose_target(self) -> None:
        dialog = self._dialog(translate("Settings", "Export everything"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("zip")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # a file that is there is never replaced
        dialog.selectFile(_proposed_name(self._core.now()))
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def _choose_source(self) -> None:
        dialog = self._dialog(translate("Settings", "Import an archive"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.import_from(Path(name)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._card.window(), title, QDir.homePath())
        dialog.setNameFilters(
            [translate("Settings", "Archives (*.zip)"), translate("Settings", "All files (*)")]
        )
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    async def _export(self, file: Path) -> None:
        written = await self._core.keeper.export_archive(file, self._counted.emit)
        text = translate("Settings", "{rows} were written to {name}.")
        self.export_row.feedback.say(text.format(rows=count_rows(written, self._locale), name=file.name))

    async def _import(self, file: Path) -> None:
        read = await self._core.keeper.import_archive(file, self._counted.emit)
        text = translate(
            "Settings", "{rows} were read. Sign in at each bank again: keys are not in an archive."
        )
        self.import_row.feedback.say(text.format(rows=count_rows(read, self._locale)))
        await self.load()


def _proposed_name(now: datetime) -> str:
    return f"budgetsync-{now.astimezone():%Y-%m-%d}.zip"
