"""Rows into a file: which file, how far it is, and what came of it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from budgetsync.core import Core
from budgetsync.domain.export import FORMATS, form_of_ending
from budgetsync.domain.ids import TransactionId
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import number
from budgetsync.ui.text import rows as count_rows
from budgetsync.ui.undo_note import UndoNote

translate = QCoreApplication.translate
What = str | Sequence[TransactionId]
"""A search, or rows by their numbers."""


class Exporter(QObject):
    """Asks for a file in a dialog that nothing waits for, and writes it while the window goes on.

    Args:
        note: Where it says how far it is; there it can be cancelled, too.
    """

    progressed = Signal(int, int)
    """How many rows are written, and of how many."""
    ended = Signal()
    """It was written, cancelled or refused."""

    def __init__(self, core: Core, bridge: Bridge, note: UndoNote, locale: QLocale, parent: QWidget) -> None:
        super().__init__(parent)
        self._core, self._bridge, self._note, self._locale, self._parent = core, bridge, note, locale, parent
        self._cancel: Callable[[], object] | None = None
        self.progressed.connect(
            self._show_progress, Qt.ConnectionType.QueuedConnection
        )  # told on another thread

    def choose(self, what: What) -> QFileDialog:
        """Let a file be chosen, then write the rows into it."""
        dialog = QFileDialog(self._parent.window(), _title(what), QDir.homePath())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        filters = {f"{form.title} (*.{form.ending})": name for name, form in FORMATS.items()}
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix(next(iter(FORMATS)))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(FORMATS[filters[chosen]].ending))
        dialog.selectFile(_proposed_name(self._core.now()))
        dialog.fileSelected.connect(
            lambda name: self.write(what, Path(name), _form_of(name, filters[dialog.selectedNameFilter()]))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write(self, what: What, file: Path, form: str) -> None:
        """Write rows into a file; what goes wrong comes out of the bridge's `failed`."""
        self.cancel()
        task = self._bridge.spawn(self._write(what, file, form))
        self._cancel = task.cancel

    def cancel(self) -> None:
        """End what is being written; then no file appears."""
        if self._cancel is not None:
            self._cancel()

    async def _write(self, what: What, file: Path, form: str) -> None:
        try:
            written = await self._core.export(what, file, form, self.progressed.emit)
            text = translate("Export", "{rows} written to {name}")
            self._note.say(text.format(rows=count_rows(written, self._locale), name=file.name))
        finally:
            self._cancel = None
            self._note.end_step()
            self.ended.emit()

    def _show_progress(self, written: int, total: int) -> None:
        if self._cancel is None:
            return
        text = translate("Export", "Writing row {n} of {total}").format(
            n=number(written, self._locale), total=number(total, self._locale)
        )
        self._note.tell_step(text, self.cancel)


def _title(what: What) -> str:
    if not isinstance(what, str):
        return translate("Export", "Export the selected transactions")
    if what:
        return translate("Export", "Export the transactions that are listed")
    return translate("Export", "Export all transactions")


def _form_of(name: str, chosen: str) -> str:
    """Take the format that was chosen, unless the file's ending names another one."""
    if Path(name).suffix.removeprefix(".").lower() == FORMATS[chosen].ending:
        return chosen
    return form_of_ending(Path(name).suffix) or chosen


def _proposed_name(now: datetime) -> str:
    return f"transactions-{now.astimezone():%Y-%m-%d}.{next(iter(FORMATS))}"
