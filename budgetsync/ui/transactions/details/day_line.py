"""A day that is typed as the person's locale writes it; the arrow keys go to the day before and after."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent

from budgetsync.ui.transactions.details.field_line import FieldLine

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_PIVOT = 100


class DayLine(FieldLine):
    """Says what cannot be read as a day instead of saving it."""

    chosen = Signal(object)
    """A date."""
    unreadable = Signal(str)
    """What was typed and is no day."""

    def __init__(self, name: str, locale: QLocale) -> None:
        super().__init__(name)
        self._locale = locale
        self.committed.connect(self._choose)

    def show_day(self, day: date) -> None:
        """Show the ledger's day."""
        self.show_value(write_day(day, self._locale))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go a day on and back."""
        step = _STEPS.get(Qt.Key(event.key()))
        day = read_day(self.text(), self._locale)
        if step is None or day is None:
            super().keyPressEvent(event)
        else:
            self.setText(write_day(day + timedelta(days=step), self._locale))

    def _choose(self, text: str) -> None:
        day = read_day(text, self._locale)
        if day is None:
            self.unreadable.emit(text)
        else:
            self.chosen.emit(day)


def write_day(day: date, locale: QLocale) -> str:
    """Write a day in figures, with all four of the year."""
    return locale.toString(QDate(day.year, day.month, day.day), _pattern(locale))


def read_day(text: str, locale: QLocale) -> date | None:
    """Read a day as it is written in figures, or as ISO 8601; None where it is none."""
    bare = text.strip()
    lenient = _pattern(locale).replace("dd", "d").replace("MM", "M")
    for pattern in (lenient, lenient.replace("yyyy", "yy"), "yyyy-MM-dd"):
        found = locale.toDate(bare, pattern)
        if found.isValid():
            year = found.year() + (_PIVOT if "yyyy" not in pattern and found.year() < 1970 else 0)  # noqa: PLR2004
            return date(year, found.month(), found.day())
    return None


def _pattern(locale: QLocale) -> str:
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")
