"""How often a single connection is synced."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, Signal

from budgetsync.domain.ids import ItemId
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.timetable import Planned
from budgetsync.ui.icons import Icons
from budgetsync.ui.settings.choices import INTERVALS, Values, interval_word
from budgetsync.ui.settings.next_words import pause_words, planned_words
from budgetsync.ui.settings.rows import Row
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class ConnectionRow(Row):
    """One connection: its own interval or that of all, when it is due, and its pause."""

    interval_chosen = Signal(object)
    """A timedelta, or None for that of all connections."""
    resume_requested = Signal()

    def __init__(self, icons: Icons, locale: QLocale, item_id: ItemId, name: str) -> None:
        super().__init__(icons, name)
        self.item_id, self._locale = item_id, locale
        values: tuple[timedelta | None, ...] = (None, *INTERVALS)
        label = translate("Settings", "How often {bank} is synced").format(bank=name)
        self.interval: Values[timedelta | None] = Values(
            icons, label, values, self._word, self.interval_chosen.emit
        )
        self.resume_button = button(
            translate("Settings", "Resume"), translate("Settings", "Resume syncing {bank}").format(bank=name)
        )
        self.resume_button.hide()
        self.add_control(self.resume_button)
        self.add_control(self.interval)
        self.resume_button.clicked.connect(self.resume_requested)

    def show_planned(
        self,
        planned: Planned,
        own: timedelta | None,
        pauses: Mapping[ItemId, Pause],
        now: datetime,
    ) -> None:
        """Show what holds for it.

        Args:
            own: Its own interval; None where it has that of all.
        """
        self.interval.show_value(own)
        pause = pauses.get(self.item_id)
        paused = pause is not None and pause.holds(now)
        self.resume_button.setVisible(paused)
        if pause is not None and paused:
            self.explanation.show_text(pause_words(pause, now, self._locale))
        else:
            self.explanation.show_text(planned_words(planned, now, self._locale))

    def _word(self, interval: timedelta | None) -> str:
        if interval is None:
            return translate("Settings", "Like all connections")
        return interval_word(interval, self._locale)
