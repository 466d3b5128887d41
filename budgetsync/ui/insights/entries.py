"""What the command palette offers of the Insights page."""

from collections.abc import Callable, Iterator
from functools import partial

from budgetsync.ui.insights.parts import Part, part_title
from budgetsync.ui.insights.period import Period, period_name, translate
from budgetsync.ui.palette import Entry


def entries_of_insights(
    show_part: Callable[[Part], object], show_period: Callable[[Period], object]
) -> Iterator[Entry]:
    """Offer every card and every stretch of time."""
    for part in Part:
        text = translate("Insights", "Insights: {name}").format(name=part_title(part))
        yield Entry(text, "", partial(show_part, part))
    for period in Period:
        text = translate("Insights", "Insights: {name}").format(name=period_name(period))
        yield Entry(text, "", partial(show_period, period))
