"""How often a single connection is synced."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, Signal

from budgetsync.domain.ids import ItemId
from budgetsync.domain.schedule import Hold
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.timetable import Planned
from budgetsync.ui.formats import clock_time
from budgetsync.ui.icons import Icons
from budgetsync.ui.settings.choices import INTERVALS, Values, interval_word
from budgetsync.ui.settings.rows import Row
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class ConnectionRow(Row):
    """One connection: its own interval or that of all, when it is due, and its pause."""

    interval_chosen = Signal(object)
    """A timedelta, or None for that of all connections."""
    resume_requested = Signal()

    def __init__(self, icons: Icons, locale: QLocale, item_id: ItemId, name: str) -> None:
        self.item_id, self._locale = item_id, locale
        self._of_all = ""
        values: tuple[timedelta | None, ...] = (None, *INTERVALS)
        label = translate("Settings", "How often {bank} is synced").format(bank=name)
        self.interval: Values[timedelta | None] = Values(
            icons, label, values, self._word, lambda interval: self.interval_chosen.emit(interval)
        )
        self.resume_button = button(
            translate("Settings", "Resume"), translate("Settings", "Resume syncing {bank}").format(bank=name)
        )
        self.resume_button.hide()
        super().__init__(icons, name, "", (self.resume_button, self.interval))
        self.resume_button.clicked.connect(self.resume_requested)

    def show_planned(
        self,
        planned: Planned,
        own: timedelta | None,
        of_all: timedelta,
        pauses: Mapping[ItemId, Pause],
        now: datetime,
    ) -> None:
        """Show what holds for it.

        Args:
            own: Its own interval; None where it has that of all.
        """
        as_all = translate("Settings", "Like all: {interval}")
        self.interval.rename(None, as_all.format(interval=interval_word(of_all, self._locale)))
        self.interval.show_value(own)
        pause = pauses.get(self.item_id)
        paused = pause is not None and pause.holds(now)
        self.resume_button.setVisible(paused)
        self.explanation.show_text(self._when(planned, pause if paused else None, now))

    def _when(self, planned: Planned, pause: Pause | None, now: datetime) -> str:
        if pause is not None:
            if pause.until is None:
                return translate("Settings", "Paused until you resume.")
            text = translate("Settings", "Paused until {when}.")
            return text.format(when=clock_time(pause.until, now, self._locale))
        holds = {
            Hold.PAUSED: translate("Settings", "Waits for the end of the pause."),
            Hold.METERED: translate("Settings", "Waits for a network that is not metered."),
            Hold.OFFLINE: translate("Settings", "Waits for the network."),
            Hold.QUEUED: translate("Settings", "A sync waits or is running."),
        }
        if planned.hold in holds:
            return holds[planned.hold]
        if planned.due_at is None:
            return ""
        if planned.due_at <= now:
            return translate("Settings", "Due now.")
        text = translate("Settings", "Next: {when}.")
        if planned.hold is Hold.QUIET:
            text = translate("Settings", "After the quiet hours: {when}.")
        return text.format(when=clock_time(planned.due_at, now, self._locale))

    def _word(self, interval: timedelta | None) -> str:
        return "" if interval is None else interval_word(interval, self._locale)
