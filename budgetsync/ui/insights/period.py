"""Stretches of time to look at."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
_MONTHS = 12


class Period(StrEnum):
    """A stretch of time, by the name under which it is remembered; the first is chosen at first."""

    TWELVE_MONTHS = "12-months"
    SIX_MONTHS = "6-months"
    THREE_MONTHS = "3-months"
    THIS_YEAR = "this-year"
    ALL = "all"
    OWN = "own"


_LENGTHS = {Period.THREE_MONTHS: 3, Period.SIX_MONTHS: 6, Period.TWELVE_MONTHS: 12}


def period_name(period: Period) -> str:
    """Name a stretch of time in the person's language."""
    names = {
        Period.THREE_MONTHS: translate("Insights", "3 months"),
        Period.SIX_MONTHS: translate("Insights", "6 months"),
        Period.TWELVE_MONTHS: translate("Insights", "12 months"),
        Period.THIS_YEAR: translate("Insights", "This year"),
        Period.ALL: translate("Insights", "All"),
        Period.OWN: translate("Insights", "Own dates"),
    }
    return names[period]


def days_of(period: Period, today: date, own: tuple[date, date], begin: date | None) -> tuple[date, date]:
    """Give the first and the last day; months are whole ones, of which the last is the running one.

    Args:
        begin: The first day of the ledger; None where it has no rows.
    """
    if period is Period.OWN:
        return min(own), max(own)
    if period is Period.ALL:
        return begin or today, today
    if period is Period.THIS_YEAR:
        return date(today.year, 1, 1), today
    months = today.year * _MONTHS + today.month - _LENGTHS[period]
    return date(months // _MONTHS, months % _MONTHS + 1, 1), today
