"""How a chart writes the amounts of its currency."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from budgetsync.domain.money import Money, exponent
from budgetsync.ui.formats import currency_symbol, money, number

translate = QCoreApplication.translate
_MILLION = 1_000_000
_BILLION = 1_000_000_000


@dataclass(frozen=True)
class Figures:
    """Amounts in minor units of one currency, and days, as the user's locale writes them."""

    currency: str
    locale: QLocale

    @property
    def _unit(self) -> int:
        return int(10 ** exponent(self.currency))

    def exact(self, minor: int) -> str:
        """Write an amount to its last decimal."""
        return money(Money(minor, self.currency), self.locale)

    def signed(self, minor: int) -> str:
        """Write a change: with a sign even where it goes up."""
        return f"+{self.exact(minor)}" if minor > 0 else self.exact(minor)

    def mark(self, minor: int, step: int) -> str:
        """Write an amount beside an axis, no longer than it has to be where marks are so far apart."""
        whole, rest = divmod(abs(minor), self._unit)
        if rest or step % self._unit:
            return self.exact(minor)
        for size, text in (
            (_BILLION, translate("Axis", "{n}bn")),
            (_MILLION, translate("Axis", "{n}M")),
        ):
            if whole >= size and step % (size // 10 * self._unit) == 0:
                tenths = whole * 10 // size
                figure = self.locale.toString(tenths / 10, "f", 0 if tenths % 10 == 0 else 1)
                return self._with_symbol(text.format(n=figure), negative=minor < 0)
        return self._with_symbol(number(whole, self.locale), negative=minor < 0)

    def _with_symbol(self, figure: str, *, negative: bool) -> str:
        """Put a figure where the locale has it beside the currency's sign."""
        one = money(Money(-self._unit if negative else self._unit, self.currency), self.locale)
        places = exponent(self.currency)
        zero = self.locale.zeroDigit()
        written = self.locale.toString(1) + (self.locale.decimalPoint() + zero * places if places else "")
        symbol = currency_symbol(self.currency, self.locale)
        return one.replace(written, figure) if written in one else f"{symbol} {figure}"


def month_name(day: date, locale: QLocale, *, year: bool = True) -> str:
    """Name a month in full."""
    name = locale.standaloneMonthName(day.month, QLocale.FormatType.LongFormat)
    return f"{name} {day.year}" if year else name


def short_month(day: date, locale: QLocale) -> str:
    """Name a month in a few letters."""
    return locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def short_day(day: date, locale: QLocale) -> str:
    """Write day and month as short as the locale does."""
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat).replace("dddd", "")
    at_day, at_month = pattern.find("d"), pattern.find("MMMM")
    if at_month < 0:
        text = "M/d"
    elif at_day < at_month:
        text = "d. MMM" if pattern[at_day + 1] == "." else "d MMM"
    else:
        text = "MMM d"
    return locale.toString(QDate(day.year, day.month, day.day), text)
