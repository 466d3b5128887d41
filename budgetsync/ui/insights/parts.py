"""The cards of the Insights page."""

from enum import StrEnum

from budgetsync.ui.insights.period import translate


class Part(StrEnum):
    """A card of the page."""

    BALANCES = "balances"
    MONTHS = "months"
    CATEGORIES = "categories"
    MERCHANTS = "merchants"
    RECURRING = "recurring"


def part_title(part: Part) -> str:
    """Name a card in the person's language."""
    titles = {
        Part.BALANCES: translate("Insights", "Balances"),
        Part.MONTHS: translate("Insights", "Income and spending"),
        Part.CATEGORIES: translate("Insights", "Categories"),
        Part.MERCHANTS: translate("Insights", "Merchants"),
        Part.RECURRING: translate("Insights", "Recurring payments"),
    }
    return titles[part]
