"""What is told of one entry below the table: what becomes of it, which row it is, and what else can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from budgetsync.core import Core
from budgetsync.domain.importing import Choice, PlannedEntry, Verdict
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.connect.sheet import paragraph
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.formats import calendar_day, money
from budgetsync.ui.icons import Icons
from budgetsync.ui.importing.words import signals_text, verdict_meaning, verdict_tone
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import StatusLabel, button

translate = QCoreApplication.translate


class EntryPane(QFrame):
    """Says why, and lets a person say otherwise."""

    chosen = Signal(object)
    """A Choice; None for what was planned."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._core, self._bridge, self._locale = core, bridge, locale
        self._entry: PlannedEntry | None = None
        self.meaning = StatusLabel(icons)
        self.other = paragraph("", Tone.QUIET)
        self.as_new = button(translate("Import", "Take as new"), translate("Import", "Take as new"))
        self.as_row = button(
            translate("Import", "It is that one"), translate("Import", "It is that transaction")
        )
        self.leave_out = button(translate("Import", "Leave out"), translate("Import", "Leave out"))
        self.as_new.clicked.connect(lambda *_: self.chosen.emit(Choice(Verdict.NEW)))
        self.as_row.clicked.connect(lambda *_: self.chosen.emit(Choice(Verdict.MATCHED)))
        self.leave_out.clicked.connect(lambda *_: self.chosen.emit(Choice(Verdict.SKIPPED)))
        buttons = FlowLayout()
        for press in (self.as_new, self.as_row, self.leave_out):
            buttons.addWidget(press)
        line = QHBoxLayout()
        line.addWidget(self.meaning, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(line)
        column.addWidget(self.other)
        column.addLayout(buttons)

    def show_entry(self, entry: PlannedEntry | None, verdict: Verdict | None) -> None:
        """Tell of an entry, or of none."""
        self._entry = entry
        is_open = entry is not None and entry.verdict is not Verdict.KNOWN
        for press, offered in (
            (self.as_new, Verdict.NEW),
            (self.as_row, Verdict.MATCHED),
            (self.leave_out, Verdict.SKIPPED),
        ):
            press.setEnabled(is_open and verdict is not offered)
        self.as_row.setVisible(entry is not None and entry.row is not None and is_open)
        self.other.hide()
        if entry is None or verdict is None:
            self.meaning.show_status(
                Status("notice", translate("Import", "Choose an entry to see what becomes of it"), Tone.QUIET)
            )
            return
        icons = {Tone.OK: "ok", Tone.WARNING: "attention"}
        tone = verdict_tone(verdict)
        self.meaning.show_status(Status(icons.get(tone, "notice"), verdict_meaning(verdict), tone))
        if entry.row is not None:
            self._bridge.spawn(self._load(entry))

    async def _load(self, entry: PlannedEntry) -> None:
        assert entry.row is not None
        rows = await self._core.transactions([entry.row, *entry.others])
        if self._entry is entry and rows:
            self.other.setText(self._words(entry, rows))
            self.other.show()

    def _words(self, entry: PlannedEntry, rows: Sequence[Transaction]) -> str:
        row = rows[0]
        text = translate("Import", "{day} · {name} · {amount}").format(
            day=calendar_day(row.transacted_on, self._locale),
            name=row.shown_payee,
            amount=money(row.amount, self._locale),
        )
        if entry.why:
            agrees = translate("Import", "What speaks for it: {signals}.").format(
                signals=signals_text(entry.why)
            )
            text = f"{text}\n{agrees}"
        return text
