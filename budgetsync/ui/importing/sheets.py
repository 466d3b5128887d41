"""What is said before and after the preview: that a file is read, what is wrong with it, what came of it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QProgressBar

from budgetsync.domain.errors import Trouble
from budgetsync.ui.connect.sheet import Sheet, paragraph
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text
from budgetsync.ui.status import Tone
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class BusySheet(Sheet):
    """A file is read, or written into the ledger."""

    def __init__(self, icons: Icons, title: str) -> None:
        super().__init__(icons, title, icon="syncing", tone=Tone.BUSY)
        self.bar = QProgressBar(maximum=0)
        self.bar.setAccessibleName(title)
        self.bar.setTextVisible(False)
        self.add(self.bar)
        self.said = paragraph("", Tone.QUIET)
        self.add(self.said)
        self.add_leave(translate("Import", "Cancel"), translate("Import", "Cancel the import"))

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Say how far it is."""
        self.bar.setMaximum(total)
        self.bar.setValue(done)
        self.said.setText(text)


class RefusedSheet(Sheet):
    """A file that cannot be imported."""

    another = Signal()

    def __init__(self, icons: Icons, name: str, trouble: Trouble) -> None:
        super().__init__(
            icons,
            f"{name}: {engine_text(trouble.title)}",
            engine_text(trouble.message),
            icon="attention",
            tone=Tone.WARNING,
        )
        self.add(paragraph(engine_text(trouble.action), Tone.QUIET))
        text = translate("Import", "Choose another file...")
        self.add_button(button(text, text, "primary"), self.another.emit)
        self.add_leave(translate("Import", "Close"), translate("Import", "Close the import"))


class ImportedSheet(Sheet):
    """What came of an import."""

    undo_requested = Signal()
    rows_requested = Signal()
    another = Signal()

    def __init__(self, icons: Icons, title: str, text: str, *, anything: bool) -> None:
        super().__init__(icons, title, text, icon="ok", tone=Tone.OK)
        self.add_button(
            button(translate("Import", "Done"), translate("Import", "Close the import"), "primary"),
            self.left.emit,
        )
        if anything:
            show, undo = translate("Import", "Show them"), translate("Import", "Undo the import")
            self.add_button(button(show, show), self.rows_requested.emit)
            self.add_button(button(undo, undo), self.undo_requested.emit)
        more = translate("Import", "Import another file...")
        self.add_button(button(more, more, "quiet"), self.another.emit)
