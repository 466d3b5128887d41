"""Drop-down lists of values, and what the values are called."""

from collections.abc import Callable, Iterable
from datetime import time, timedelta
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from budgetsync.domain.schedule_settings import format_duration
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.widgets import Choice

translate = QCoreApplication.translate
T = TypeVar("T")
INTERVALS = tuple(
    timedelta(minutes=minutes) for minutes in (15, 30, 60, 2 * 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60)
)
_HALF_HOURS = tuple(time(hour, minute) for hour in range(24) for minute in (0, 30))


class Values(Choice, Generic[T]):
    """A drop-down list of values; one that is not among them and is stored all the same gets a place.

    Args:
        name: What is chosen, for those who hear it.
        word: What a value is called.
        chosen: Called with a value that the person chose, never with one that was set.
    """

    def __init__(
        self,
        icons: Icons,
        name: str,
        values: Iterable[T],
        word: Callable[[T], str],
        chosen: Callable[[T], object],
    ) -> None:
        super().__init__(icons, name)
        self._word = word
        self._values = list(values)
        self.addItems([word(value) for value in self._values])
        self.activated.connect(lambda index: chosen(self._values[index]))

    @property
    def value(self) -> T:
        """The value that is shown."""
        return self._values[self.currentIndex()]

    def show_value(self, value: T) -> None:
        """Show a value without choosing it."""
        if value not in self._values:
            self._values.append(value)
            self.addItem(self._word(value))
        self.setCurrentIndex(self._values.index(value))


def interval_word(interval: timedelta, locale: QLocale) -> str:
    """Say how often that is."""
    minutes, odd = divmod(interval, timedelta(minutes=1))
    hours, days = minutes // 60, minutes // (24 * 60)
    if odd or (hours and minutes % 60):
        return translate("Settings", "Every {length}").format(length=format_duration(interval))
    if minutes % 60:
        one, count = translate("Settings", "Every minute"), minutes
        many = translate("Settings", "Every {n} minutes", None, minutes)
    elif hours % 24:
        one, count = translate("Settings", "Every hour"), hours
        many = translate("Settings", "Every {n} hours", None, hours)
    else:
        one, count = translate("Settings", "Once a day"), days
        many = translate("Settings", "Every {n} days", None, days)
    return one if count == 1 else many.format(n=number(count, locale))


def interval_choice(
    icons: Icons, name: str, locale: QLocale, chosen: Callable[[timedelta], object]
) -> Values[timedelta]:
    """Make a list of intervals."""
    return Values(icons, name, INTERVALS, lambda interval: interval_word(interval, locale), chosen)


def clock_choice(icons: Icons, name: str, locale: QLocale, chosen: Callable[[time], object]) -> Values[time]:
    """Make a list of times of day."""

    def word(value: time) -> str:
        return locale.toString(QTime(value.hour, value.minute), QLocale.FormatType.ShortFormat)

    return Values(icons, name, _HALF_HOURS, word, chosen)
