"""The cards of the page: a chart each, with what is peculiar to it."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from budgetsync.ui.bridge import Bridge
from budgetsync.ui.charts.panel import ChartPanel
from budgetsync.ui.icons import Icons
from budgetsync.ui.insights import choices
from budgetsync.ui.insights.drawn import Drawn
from budgetsync.ui.insights.period import translate
from budgetsync.ui.memory import Memory
from budgetsync.ui.settings.choices import Values


class RememberingPanel(ChartPanel):
    """A panel that shows its table again the next time, if it did the last time.

    Args:
        key: Under which that is remembered.
        empty: Said where there is nothing to draw.
    """

    def __init__(self, bridge: Bridge, memory: Memory, key: str, title: str, empty: str) -> None:
        super().__init__(bridge, title)
        self._empty = empty
        self.show_table(shown=choices.is_table(memory, key))
        self.table_chosen.connect(lambda shown: choices.keep_table(memory, key, shown=shown))

    def show_drawn(self, drawn: Drawn) -> None:
        """Show a graph in place."""
        self.show_graph(drawn.graph, drawn.summary, drawn.entries, empty=self._empty)


class SumsPanel(ChartPanel):
    """Bars of what went out, or of what came in.

    Args:
        key: Under which is remembered what is shown.
    """

    direction_chosen = Signal()

    def __init__(self, bridge: Bridge, icons: Icons, memory: Memory, key: str, title: str) -> None:
        self._memory, self._key = memory, key
        self._is_income = choices.is_income(memory, key)
        self._out: Drawn | None = None
        self._in: Drawn | None = None
        words: dict[bool, Callable[[], str]] = {
            False: lambda: translate("Insights", "Spending"),
            True: lambda: translate("Insights", "Income"),
        }
        name = translate("Insights", "What is shown: {title}").format(title=title)
        self.direction = Values(icons, name, (False, True), lambda value: words[value](), self._choose)
        self.direction.show_value(self._is_income)
        super().__init__(bridge, title, (self.direction,))
        self.show_table(shown=choices.is_table(memory, key))
        self.table_chosen.connect(lambda shown: choices.keep_table(memory, key, shown=shown))

    def show_both(self, out: Drawn, come: Drawn) -> None:
        """Show one of two graphs in place."""
        self._out, self._in = out, come
        self._show()

    def _choose(self, value: bool) -> None:  # noqa: FBT001 - as a list of values gives it
        self._is_income = value
        choices.keep_income(self._memory, self._key, shown=value)
        self._show()

    def _show(self) -> None:
        drawn = self._in if self._is_income else self._out
        if drawn is None:
            return
        empty = translate("Insights", "Nothing was spent in this time.")
        if self._is_income:
            empty = translate("Insights", "Nothing came in in this time.")
        self.show_graph(drawn.graph, drawn.summary, drawn.entries, empty=empty)
