"""A field for a day."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDateEdit

from budgetsync.ui.icons import Icons
from budgetsync.ui.widgets import draw_chevron


class DayField(QDateEdit):
    """A day, typed as the locale writes it or chosen in a calendar."""

    def __init__(self, icons: Icons, name: str, locale: QLocale, chosen: Callable[[], None]) -> None:
        super().__init__()
        self._icons = icons
        self.setLocale(locale)
        self.setCalendarPopup(True)
        self.setKeyboardTracking(False)
        self.setDisplayFormat(_with_whole_year(locale))
        self.setAccessibleName(name)
        self.dateChanged.connect(lambda _date: chosen())

    @property
    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def showEvent(self, event: QShowEvent) -> None:
        """Have the calendar's weeks begin as the locale's do; it is made when the field is first seen."""
        super().showEvent(event)
        self.calendarWidget().setFirstDayOfWeek(self.locale().firstDayOfWeek())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over the rest."""
        super().paintEvent(event)
        draw_chevron(self, self._icons)

    def show_day(self, day: date) -> None:
        """Show a day without choosing it."""
        blocked = self.blockSignals(True)
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(blocked)


def _with_whole_year(locale: QLocale) -> str:
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
