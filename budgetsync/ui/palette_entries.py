"""What the command palette offers beside the menus."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from budgetsync.domain.overview import Overview
from budgetsync.ui.actions import Actions
from budgetsync.ui.institution import institution_name
from budgetsync.ui.palette import Entry

translate = QCoreApplication.translate


def entries_of_connections(overview: Overview, acts: Actions) -> Iterator[Entry]:
    """Offer what can be done to each connection, by its bank's name."""
    for shown in overview.live:
        bank, item_id = institution_name(shown.item), shown.item.id
        for text, call in (
            (translate("Palette", "Sync now: {bank}"), acts.sync),
            (translate("Palette", "Sign in again: {bank}"), acts.reconnect_requested.emit),
            (translate("Palette", "Ask the bank to refresh: {bank}"), acts.refresh_bank),
            (translate("Palette", "Remove the connection: {bank}"), acts.remove_requested.emit),
        ):
            yield Entry(text.format(bank=bank), "", partial(call, item_id))


def entries_of_activity(show: Callable[[object], object]) -> Iterator[Entry]:
    """Offer the parts of the Activity page."""
    from budgetsync.ui.activity.page import Tab  # noqa: PLC0415 - loaded when it is first seen

    for text, tab in (
        (translate("Palette", "Activity: every sync"), Tab.RUNS),
        (translate("Palette", "Activity: every change"), Tab.TRAIL),
        (translate("Palette", "Activity: the log"), Tab.LOG),
    ):
        yield Entry(text, "", partial(show, tab))


def entries_of_insights(show: Callable[[], QWidget]) -> Iterator[Entry]:
    """Offer each part and each period of the Insights page.

    Args:
        show: Lets the page be seen, and gives it.
    """
    from budgetsync.ui.insights import entries  # noqa: PLC0415 - loaded when it is first seen
    from budgetsync.ui.insights.page import InsightsPage  # noqa: PLC0415 - as above

    def page() -> InsightsPage:
        shown = show()
        assert isinstance(shown, InsightsPage)
        return shown

    return entries.entries_of_insights(
        lambda part: page().show_part(part), lambda period: page().choose_period(period)
    )
