"""Numbers, money and times as the user's locale writes them. Exact: no float ever holds an amount."""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from budgetsync.domain.money import Money, MoneyError, exponent, minor_units

MINUS = "\N{MINUS SIGN}"
NO_BREAK = "\N{NO-BREAK SPACE}"
DASH = "\N{EM DASH}"

_SYMBOLS = {
    "AUD": "A$", "BRL": "R$", "CAD": "CA$", "CNY": "CN¥", "EUR": "€", "GBP": "£", "HKD": "HK$", "ILS": "₪",
    "INR": "₹", "JPY": "¥", "KRW": "₩", "MXN": "MX$", "NZD": "NZ$", "PHP": "₱", "TWD": "NT$", "UAH": "₴",
    "VND": "₫",
}  # fmt: skip

_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_JUST_NOW = timedelta(seconds=45)
_CLOCK_SLACK = timedelta(minutes=1)
_SAME_SITTING = timedelta(hours=6)
_WEEK_DAYS = 7
_WHOLE_SECONDS = 10
_MOST_OF = {"s": 120, "min": 120, "h": 48}


def user_locale() -> QLocale:
    """Give the user's locale; where none is set, American English rather than the bare "C"."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
    return locale


def number(value: int, locale: QLocale) -> str:
    """Write a whole number with the locale's grouping and a true minus sign."""
    return (MINUS if value < 0 else "") + locale.toString(abs(value))


def money(value: Money, locale: QLocale) -> str:
    """Write an amount with its currency where the locale puts it, and a true minus sign in front."""
    places = exponent(value.currency)
    units, rest = divmod(abs(value.minor), 10**places)
    figure = locale.toString(units)
    if places:
        figure += locale.decimalPoint() + _digits(str(rest).zfill(places), locale)
    symbol = currency_symbol(value.currency, locale)
    pattern = locale.toCurrencyString(1, "¤")
    if symbol[-1].isalpha():
        pattern = pattern.replace("¤" + locale.toString(1), "¤" + NO_BREAK + locale.toString(1))
    text = pattern.replace(locale.toString(1), figure).replace("¤", symbol)
    return (MINUS if value.minor < 0 else "") + text


def exact_amount(value: Decimal, currency: str, locale: QLocale) -> str:
    """Write an amount that was read from a text; as it stands where that is no amount of a known currency."""
    try:
        return money(Money(minor_units(value, currency), currency), locale)
    except MoneyError:
        return f"{value} {currency}"


def currency_symbol(currency: str, locale: QLocale) -> str:
    """Give the sign that cannot be mistaken for another currency's in this locale, else the code."""
    if locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) == currency:
        return locale.currencySymbol() or currency
    if currency == "USD":
        return "US$" if "$" in locale.currencySymbol() else "$"
    return _SYMBOLS.get(currency, currency)


def day(value: date, today: date, locale: QLocale) -> str:
    """Write a calendar date: today and yesterday in words, others as day, short month and year."""
    if value == today:
        return QCoreApplication.translate("Times", "Today")
    if value == today - timedelta(days=1):
        return QCoreApplication.translate("Times", "Yesterday")
    return calendar_day(value, locale)


def calendar_day(value: date, locale: QLocale) -> str:
    """Write a calendar date as day, short month and year, be it today or not."""
    return locale.toString(QDate(value.year, value.month, value.day), _medium_date(locale))


def long_day(value: date, locale: QLocale) -> str:
    """Write a calendar date in full, with its weekday."""
    return locale.toString(QDate(value.year, value.month, value.day), QLocale.FormatType.LongFormat)


def local_today(now: datetime) -> date:
    """Tell which calendar day it is for the user at an instant."""
    return now.astimezone().date()


def relative(instant: datetime, now: datetime, locale: QLocale) -> str:
    """Say how long ago something was; what lies ahead of the clock is written as date and time."""
    ago = now - instant
    days = (local_today(now) - local_today(instant)).days
    if ago < -_CLOCK_SLACK:
        text = _date_and_time(instant, locale)
    elif ago < _JUST_NOW:
        text = QCoreApplication.translate("Times", "just now")
    elif ago < _HOUR:
        text = _minutes_ago(max(1, int(ago / _MINUTE)), locale)
    elif days <= 0 or ago < _SAME_SITTING:
        text = _hours_ago(int(ago / _HOUR), locale)
    elif days == 1:
        time = locale.toString(_local(instant).time(), QLocale.FormatType.ShortFormat)
        text = QCoreApplication.translate("Times", "yesterday at {time}").format(time=time)
    elif days < _WEEK_DAYS:
        text = QCoreApplication.translate("Times", "{n} days ago", None, days).format(n=number(days, locale))
    else:
        text = locale.toString(_local(instant).date(), _medium_date(locale))
    return text


def clock_time(instant: datetime, now: datetime, locale: QLocale) -> str:
    """Write when something is to be: the time of day, with the day where that is not today."""
    local = _local(instant)
    time = locale.toString(local.time(), QLocale.FormatType.ShortFormat)
    days = (local_today(instant) - local_today(now)).days
    if days == 0:
        return time
    if days == 1:
        return QCoreApplication.translate("Times", "tomorrow at {time}").format(time=time)
    return _date_and_time(instant, locale)


def stretch(length: timedelta, locale: QLocale) -> str:
    """Say how long something lasts, in one unit and without a fraction."""
    for unit, size in (("s", _SECOND), ("min", _MINUTE), ("h", _HOUR)):
        count = max(0, int(length / size))
        if count < _MOST_OF[unit]:
            return _amount(number(count, locale), unit)
    text = QCoreApplication.translate("Times", "{n} days", None, length.days)  # never one: that is in hours
    return text.format(n=number(length.days, locale))


def latency(length: timedelta, locale: QLocale) -> str:
    """Say how quick something was: to the hundredth below a second, to the tenth below ten."""
    seconds = max(0.0, length / _SECOND)
    if seconds >= _WHOLE_SECONDS:
        return stretch(length, locale)
    return _amount(locale.toString(seconds, "f", 2 if seconds < 1 else 1), "s")


def _amount(figure: str, unit: str) -> str:
    words = {
        "s": QCoreApplication.translate("Times", "{n} s"),
        "min": QCoreApplication.translate("Times", "{n} min"),
        "h": QCoreApplication.translate("Times", "{n} h"),
    }
    return words[unit].format(n=figure)


def exact(instant: datetime, locale: QLocale) -> str:
    """Write an instant in full, in the user's own time zone."""
    return locale.toString(_local(instant), QLocale.FormatType.LongFormat)


def file_size(size: int, locale: QLocale) -> str:
    """Write how large a file is, in thousands of bytes and so on."""
    return locale.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def utc_stamp(instant: datetime | None) -> str:
    """Write an instant for a report that travels: ISO 8601, UTC."""
    return DASH if instant is None else instant.astimezone(UTC).isoformat(timespec="seconds")


def _minutes_ago(minutes: int, locale: QLocale) -> str:
    if minutes == 1:
        return QCoreApplication.translate("Times", "1 minute ago")
    return QCoreApplication.translate("Times", "{n} minutes ago", None, minutes).format(
        n=number(minutes, locale)
    )


def _hours_ago(hours: int, locale: QLocale) -> str:
    if hours == 1:
        return QCoreApplication.translate("Times", "1 hour ago")
    return QCoreApplication.translate("Times", "{n} hours ago", None, hours).format(n=number(hours, locale))


def _date_and_time(instant: datetime, locale: QLocale) -> str:
    moment = _local(instant)
    time = locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return f"{locale.toString(moment.date(), _medium_date(locale))}, {time}"


def _local(instant: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(instant.timestamp()))


def _medium_date(locale: QLocale) -> str:
    """The locale's own order of day, month and year, with a short month and without weekday and "of"."""
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat).replace("MMMM", "MMM")
    pattern = re.sub(r"\s+'de'\s+", " ", pattern)
    return re.sub(r"^[\s,]+|[\s,]+$", "", re.sub(r"[,،]?\s*dddd\s*[,،.]?", "", pattern))


def _digits(text: str, locale: QLocale) -> str:
    zero = locale.zeroDigit()
    return text if zero == "0" else "".join(chr(ord(zero) + int(digit)) for digit in text)
