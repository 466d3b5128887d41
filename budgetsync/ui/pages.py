"""The pages of the window: their names, words and drawings."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Page(StrEnum):
    """A page, by the name under which it is remembered."""

    OVERVIEW = "overview"
    TRANSACTIONS = "transactions"
    INSIGHTS = "insights"
    ACTIVITY = "activity"
    PROBLEMS = "problems"
    SETTINGS = "settings"


def page_title(page: Page) -> str:
    """Name a page in the person's language."""
    titles = {
        Page.OVERVIEW: translate("Page", "Overview"),
        Page.TRANSACTIONS: translate("Page", "Transactions"),
        Page.INSIGHTS: translate("Page", "Insights"),
        Page.ACTIVITY: translate("Page", "Activity"),
        Page.PROBLEMS: translate("Page", "Problems"),
        Page.SETTINGS: translate("Page", "Settings"),
    }
    return titles[page]


PAGE_ICONS = {
    Page.OVERVIEW: "depository",
    Page.TRANSACTIONS: "rows",
    Page.INSIGHTS: "investment",
    Page.ACTIVITY: "activity",
    Page.PROBLEMS: "attention",
    Page.SETTINGS: "settings",
}
"""Drawings by name, of the folder of icons."""
