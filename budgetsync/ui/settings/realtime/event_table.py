"""The newest webhooks: when, from which bank, what about, and what came of each."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem

from budgetsync.domain.webhook import EventState, InboxEntry, Route
from budgetsync.ui.formats import exact
from budgetsync.ui.settings.realtime.words import event_words, state_words
from budgetsync.ui.settings.small_table import SmallTable

translate = QCoreApplication.translate
_SEEN = 6
_LEAST = 1
_BANK, _WHAT = 1, 2  # columns that take what room there is
_WHAT_FROM = 480


class EventTable(SmallTable):
    """A small table that the arrow keys go through; hovering tells a row in full."""

    def __init__(self, locale: QLocale) -> None:
        headings = (
            translate("RealTime", "Came"),
            translate("RealTime", "Bank"),
            translate("RealTime", "News"),
            translate("RealTime", "What came of it"),
        )
        name = translate("RealTime", "The last news, newest first")
        super().__init__(locale, name, headings, least=_LEAST, seen=_SEEN)
        self._shown: tuple[InboxEntry, ...] = ()
        self.setWordWrap(False)
        for column in (_BANK, _WHAT):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_events(self, events: Sequence[InboxEntry]) -> None:
        """Show others; the row that was chosen stays so, wherever it is now."""
        wanted = tuple(events)
        if wanted == self._shown:
            return
        chosen = self._chosen_id()
        self._shown = wanted
        self.setRowCount(len(wanted))
        for row, entry in enumerate(wanted):
            self._show_row(row, entry)
            if entry.id == chosen:
                self.selectRow(row)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what the news are about to hovering where there is little room: nearly always it is the same."""
        super().resizeEvent(event)
        self.setColumnHidden(_WHAT, event.size().width() < _WHAT_FROM)

    def _chosen_id(self) -> int | None:
        rows = self.selectionModel().selectedRows()
        return self._shown[rows[0].row()].id if rows and rows[0].row() < len(self._shown) else None

    def _show_row(self, row: int, entry: InboxEntry) -> None:
        arrived = entry.arrived_at.astimezone()
        clock = QTime(arrived.hour, arrived.minute, arrived.second)
        texts = (
            self._locale.toString(clock, _with_seconds(self._locale)),
            entry.institution or _no_bank(entry),
            event_words(entry),
            state_words(entry, self._locale),
        )
        hover = "\n".join((*texts[1:], self._hover(entry)))
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(hover)
            self.setItem(row, column, item)

    def _hover(self, entry: InboxEntry) -> str:
        lines = [exact(entry.arrived_at, self._locale)]
        if entry.code:
            lines.append(f"{entry.type}: {entry.code}")
        ways = {
            Route.RELAY: translate("RealTime", "through the relay"),
            Route.DIRECT: translate("RealTime", "straight from Plaid"),
        }
        lines.append(ways[entry.route])
        if entry.run_id is not None:
            lines.append(translate("RealTime", "Sync number {number}").format(number=entry.run_id))
        return "\n".join(lines)


def _no_bank(entry: InboxEntry) -> str:
    if entry.state is EventState.UNVERIFIED:
        return translate("RealTime", "not known yet")
    return translate("RealTime", "none")


def _with_seconds(locale: QLocale) -> str:
    """The locale's own way to write the time of day, with seconds."""
    pattern = locale.timeFormat(QLocale.FormatType.ShortFormat)
    return pattern if "ss" in pattern else pattern.replace("mm", "mm:ss")
