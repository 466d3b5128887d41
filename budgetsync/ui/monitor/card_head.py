"""The head of a connection's card: name, status, times, what it does; with its buttons."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from budgetsync.domain.item import FILES
from budgetsync.domain.overview import ItemOverview
from budgetsync.domain.sync import Stage
from budgetsync.ui.colours import colours_of
from budgetsync.ui.monitor.buttons import PaintedButton
from budgetsync.ui.monitor.connection_words import activity_line, connection_lines
from budgetsync.ui.monitor.ink import Ink
from budgetsync.ui.monitor.lines import Lines, tell_hover
from budgetsync.ui.progress import SyncProgressBar
from budgetsync.ui.status import is_busy
from budgetsync.ui.text import progress_text
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import mirrored

translate = QCoreApplication.translate
_INSET = 2 * GRID
_ACTIVITY = 2
_BAR_SHARE = 0.4
_WIDEST_BAR = 280
_WORDS_FROM = 460


class CardHead(QLabel):
    """Paints its lines; its buttons and the progress bar are real controls. Read as one text."""

    def __init__(self, ink: Ink, parent: QWidget, bank: str) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._ink = ink
        self._text = Lines(ink, self)
        self._busy = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.sync_button = PaintedButton(
            ink,
            self,
            translate("Connection", "Sync now"),
            translate("Connection", "Sync now: {bank}").format(bank=bank),
            icon="syncing",
            outlined=True,
        )
        hover = translate("Connection", "Asks {bank} for news of all its accounts")
        self.sync_button.setToolTip(hover.format(bank=bank))
        self.more_button = PaintedButton(
            ink, self, "", translate("Connection", "More for {bank}").format(bank=bank), icon="more"
        )
        self.more_button.setToolTip(translate("Connection", "Refresh at the bank, pause, sign in, remove"))
        self.cancel_button = PaintedButton(
            ink,
            self,
            translate("Connection", "Cancel"),
            translate("Connection", "Cancel the sync: {bank}").format(bank=bank),
        )
        self.cancel_button.setToolTip(translate("Connection", "Stops this sync; nothing half-done is kept"))
        self.cancel_button.hide()
        self.progress = SyncProgressBar(ground=True)
        self.progress.setParent(self)
        self.progress.setAccessibleName(translate("Connection", "Progress: {bank}").format(bank=bank))
        self.progress.hide()

    @property
    def texts(self) -> list[str]:
        """What it says, in reading order."""
        return self._text.texts

    @property
    def wanted_height(self) -> int:
        """How high it is: it grows with what is to be remarked, and with nothing else."""
        remarks = max(0, len(self._text.lines) - _ACTIVITY - 1)
        return self._remarks_from + remarks * (self._ink.line + 2) + GRID // 2

    def show_overview(self, overview: ItemOverview, now: datetime) -> None:
        """Show the connection as it is now."""
        self._show_activity(overview)
        if self._text.show(connection_lines(overview, now, self._ink.locale)):
            self._place()
            bank, *rest = self._text.spoken
            self.setAccessibleName(bank)
            self.setAccessibleDescription(". ".join(rest))

    def show_progress(self, overview: ItemOverview, now: datetime) -> None:
        """Show that a run is further on, and nothing else."""
        self._show_activity(overview)
        lines = list(self._text.lines)
        lines[_ACTIVITY] = activity_line(overview, now, self._ink.locale)
        self._text.show(lines)

    def restyle(self) -> None:
        """Measure everything anew."""
        self._text.forget()
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give everything its room."""
        super().resizeEvent(event)
        self._place()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell more of what is hovered over."""
        super().mouseMoveEvent(event)
        tell_hover(self, self._text.hover_at(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what changed."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ink.colour(colours_of(self.palette()).card))
        self._text.paint(painter, event.rect())
        painter.end()

    @property
    def _button_height(self) -> int:
        return self.sync_button.sizeHint().height()

    @property
    def _remarks_from(self) -> int:
        return GRID // 2 + 2 * self._button_height + self._ink.line + 2

    def _show_activity(self, overview: ItemOverview) -> None:
        """Where a button goes that has the keyboard, the one that comes in its place takes it."""
        progress = overview.progress
        busy = is_busy(overview)
        if busy:
            self.progress.show_progress(progress)
            self.progress.setAccessibleDescription(progress_text(progress, self._ink.locale))
        synced = overview.item.is_synced
        if synced is self.sync_button.isHidden():
            self.sync_button.setVisible(synced)
            self.more_button.setVisible(synced or overview.item.provider == FILES)
            self._text.forget()
            self._place()
        if busy is self._busy and (
            busy or self.sync_button.isEnabled() is (overview.item.removed_at is None)
        ):
            return
        had_sync, had_cancel = self.sync_button.hasFocus(), self.cancel_button.hasFocus()
        self._busy = busy
        self.progress.setVisible(busy)
        self.cancel_button.setVisible(busy)
        if had_sync and busy:
            self.cancel_button.setFocus()
        self.sync_button.setEnabled(not busy and overview.item.removed_at is None)
        if had_cancel and not busy:
            self.sync_button.setFocus()
        self._text.forget()
        self._place()

    def _place(self) -> None:
        height, width = self._button_height, self.width()
        top = GRID // 2
        self.sync_button.be_compact(compact=width < _WORDS_FROM)
        more = 0 if self.more_button.isHidden() else self.more_button.sizeHint().width()
        sync = 0 if self.sync_button.isHidden() else self.sync_button.sizeHint().width()
        end = width - GRID
        self.more_button.setGeometry(mirrored(self, QRect(end - more, top, more, height)))
        self.sync_button.setGeometry(mirrored(self, QRect(end - more - GRID // 2 - sync, top, sync, height)))
        line, activity = self._ink.line, top + height + self._ink.line + 2
        start, room = _INSET, width - _INSET - GRID
        title = QRect(start, top, max(0, end - more - sync - 2 * GRID - start), height)
        rooms = [title, QRect(start, top + height, room - GRID, line)]
        if self._busy:
            cancel = self.cancel_button.sizeHint().width()
            bar = min(_WIDEST_BAR, round(_BAR_SHARE * room))
            self.cancel_button.setGeometry(mirrored(self, QRect(end - cancel, activity, cancel, height)))
            self.progress.setGeometry(mirrored(self, QRect(start, activity, bar, height)))
            text = start + bar + GRID
            rooms.append(QRect(text, activity, max(0, end - cancel - GRID - text), height))
        else:
            rooms.append(QRect(start, activity, room - GRID, height))
        y = self._remarks_from
        for _ in self._text.lines[_ACTIVITY + 1 :]:
            rooms.append(QRect(start, y, room - GRID, line))
            y += line + 2
        self._text.place(rooms[: len(self._text.lines)])


def is_one_step(before: ItemOverview, after: ItemOverview) -> bool:
    """Tell whether a run is further on and nothing else changed: this comes many times in a run."""
    old, new = before.progress, after.progress
    if old is None or new is None or Stage.QUEUED in {old.stage, new.stage}:
        return False
    return (
        before.item == after.item and before.accounts == after.accounts and before.last_run == after.last_run
    )
