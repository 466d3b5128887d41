"""The Insights page: balances over time, months, categories, merchants, what comes again."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QLocale, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.insights import Insights
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.charts.panel import ChartPanel
from budgetsync.ui.empty_state import EmptyState
from budgetsync.ui.formats import local_today
from budgetsync.ui.icons import Icons
from budgetsync.ui.insights.choice_bar import ChoiceBar
from budgetsync.ui.insights.choices import Choices, keep, recall
from budgetsync.ui.insights.drawn import Shown, draw_all
from budgetsync.ui.insights.panels import RememberingPanel, SumsPanel
from budgetsync.ui.insights.parts import Part, part_title
from budgetsync.ui.insights.period import Period, translate
from budgetsync.ui.insights.recurring import RecurringPanel
from budgetsync.ui.memory import Memory
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.problems.pace import PacedRefresher
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.turns import Turns
from budgetsync.ui.widgets import ElidedLabel

TPanel = TypeVar("TPanel", bound=QFrame)
_TWO_FROM = 820
_AROUND = 2 * GRID


class InsightsPage(QWidget):
    """Follows the ledger while it is seen; what changes is changed in place.

    Args:
        connections: Says which accounts there are.
    """

    shown = Signal()
    """Everything that was loaded is to be seen."""

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        actions: Actions,
        connections: ConnectionsModel,
        icons: Icons,
        locale: QLocale,
        memory: Memory,
    ) -> None:
        super().__init__()
        self._core, self._bridge, self._actions = core, bridge, actions
        self._connections, self._icons, self._locale, self._memory = connections, icons, locale, memory
        self._choices = recall(memory, self._today())
        self._query: asyncio.Future[Insights] | None = None
        self._shown: Shown | None = None
        self._loaded_on: date | None = None
        self._part: Part | None = None
        self._is_wide = True
        self.panels: dict[Part, QFrame] = {}
        self.bar = ChoiceBar(icons, locale, self._choices)
        self.bar.changed.connect(self.choose)
        self._turns = Turns(self)
        self._turns.idle.connect(self._settled)
        self._refresher = PacedRefresher(bridge, self._load, self)
        self._arrange()
        connections.loaded.connect(self._show_accounts)
        bridge.ledger_changed.connect(lambda _change: self._note())
        bridge.items_changed.connect(lambda _items: self._note())
        self._show_accounts()
        self._turns.begin("build", self._build())

    @property
    def choices(self) -> Choices:
        """What is looked at."""
        return self._choices

    @property
    def balances(self) -> RememberingPanel:
        """Balances over time."""
        return self._panel(Part.BALANCES, RememberingPanel)

    @property
    def months(self) -> RememberingPanel:
        """Income and spending."""
        return self._panel(Part.MONTHS, RememberingPanel)

    @property
    def categories(self) -> SumsPanel:
        """Sums by category."""
        return self._panel(Part.CATEGORIES, SumsPanel)

    @property
    def merchants(self) -> SumsPanel:
        """Sums by merchant."""
        return self._panel(Part.MERCHANTS, SumsPanel)

    @property
    def recurring(self) -> RecurringPanel:
        """What comes again."""
        return self._panel(Part.RECURRING, RecurringPanel)

    def choose(self, choices: Choices) -> None:
        """Look at something else."""
        before, self._choices = self._choices, choices
        keep(self._memory, choices)
        self.bar.show_choices(choices)
        if self._query is not None and _asks_of(before) != _asks_of(choices):
            self._query.cancel()
        self._refresher.refresh()

    def choose_period(self, period: Period) -> None:
        """Look at another stretch of time."""
        self.choose(replace(self._choices, period=period))

    def show_part(self, part: Part) -> None:
        """Scroll to a card and give it the keyboard."""
        for _ in self._build():  # what was not asked for yet is not waited for
            pass
        panel = self.panels[part]
        inner: QWidget = panel
        if isinstance(panel, RecurringPanel):
            inner = panel.table
        elif isinstance(panel, ChartPanel):
            inner = panel.table if panel.is_table else panel.chart
        inner.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._part = part  # cards above it may still grow when they are filled
        self._scroll_to(part)

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when seen."""
        super().showEvent(event)
        self._refresher.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keyboard on, to the first thing that can be chosen."""
        super().focusInEvent(event)
        self.bar.period.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put cards side by side where there is room."""
        super().resizeEvent(event)
        if (wide := event.size().width() >= _TWO_FROM) is not self._is_wide:
            self._is_wide = wide
            self._place()

    def _arrange(self) -> None:
        self.setAccessibleName(translate("Insights", "Insights"))
        title = ElidedLabel(translate("Insights", "Insights"))
        title.setFont(font_of(self, 1.4, strong=True))
        self._inner = QWidget()
        self._inner.setObjectName("Page")
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, GRID // 2, GRID)
        self._grid.setSpacing(GRID + 4)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(translate("Insights", "Charts"))
        self._scroll.setWidget(self._inner)
        self._empty = EmptyState(self._icons)
        self._empty.connect_requested.connect(self._actions.connect_requested)
        self._empty.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(title)
        layout.addWidget(self.bar)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._empty, 1)

    def _build(self) -> Iterator[None]:
        """Build the cards, one in each turn."""
        nothing = translate("Insights", "There are no transactions in this time. Choose another one above.")
        unknown = translate("Insights", "No balance is known in this time. Choose another one above.")
        makers: dict[Part, Callable[[], QFrame]] = {
            Part.BALANCES: partial(self._remembering, Part.BALANCES, unknown),
            Part.MONTHS: partial(self._remembering, Part.MONTHS, nothing),
            Part.CATEGORIES: partial(self._sums, Part.CATEGORIES),
            Part.MERCHANTS: partial(self._sums, Part.MERCHANTS),
            Part.RECURRING: self._recurring,
        }
        for part, make in makers.items():
            if part in self.panels:
                continue
            self.panels[part] = make()
            self._place()
            yield
        if self._shown is not None:
            yield from self._show(self._shown)

    def _remembering(self, part: Part, empty: str) -> QFrame:
        panel = RememberingPanel(self._bridge, self._memory, part.value, part_title(part), empty)
        if part is Part.BALANCES:
            panel.legend.toggled.connect(lambda key, _shown: self._turn_line(key))
        return self._connected(panel)

    def _sums(self, part: Part) -> QFrame:
        return self._connected(
            SumsPanel(self._bridge, self._icons, self._memory, part.value, part_title(part))
        )

    def _recurring(self) -> QFrame:
        panel = RecurringPanel(self._icons)
        panel.chosen.connect(self._actions.transactions_requested)
        panel.table.pointed.connect(partial(self._reveal, panel.table))
        return panel

    def _connected(self, panel: ChartPanel) -> ChartPanel:
        panel.chosen.connect(self._actions.transactions_requested)
        for part in (panel.chart, panel.table):
            part.pointed.connect(partial(self._reveal, part))
        return panel

    def _panel(self, part: Part, kind: type[TPanel]) -> TPanel:
        panel = self.panels[part]
        assert isinstance(panel, kind)
        return panel

    def _place(self) -> None:
        """Put the cards where they belong: two beside each other where there is room."""
        places = {
            Part.BALANCES: (0, 0, 2),
            Part.MONTHS: (1, 0, 2),
            Part.CATEGORIES: (2, 0, 1 if self._is_wide else 2),
            Part.MERCHANTS: (2, 1, 1) if self._is_wide else (3, 0, 2),
            Part.RECURRING: (4, 0, 2),
        }
        for part, (row, column, columns) in places.items():
            if part in self.panels:
                self._grid.addWidget(self.panels[part], row, column, 1, columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if self._is_wide else 0)
        self._grid.setRowStretch(5, 1)

    def _reveal(self, widget: QWidget, place: QRect) -> None:
        """Scroll to the point that the keyboard has come to."""
        at = widget.mapTo(self._inner, place.center())
        most = self._scroll.viewport().height() // 2 - 1
        self._scroll.ensureVisible(at.x(), at.y(), 0, min(most, place.height() // 2 + _AROUND))

    def _turn_line(self, key: str) -> None:
        self.choose(replace(self._choices, turned=self._choices.turned ^ {key}))

    def _note(self) -> None:
        if self.isVisible():
            self._refresher.note()

    def _show_accounts(self) -> None:
        if self._loaded_on not in {None, self._today()}:
            self._note()  # a new day: other months, other payments that are late
        overview = self._connections.overview
        self.bar.show_accounts(overview)
        known = {account.id for item in overview.items for account in item.accounts}
        if self._connections.is_loaded and not self._choices.accounts <= known:
            self.choose(replace(self._choices, accounts=self._choices.accounts & known))
        nothing = self._connections.is_loaded and not self._connections.rowCount()
        self._empty.setVisible(nothing)
        self._scroll.setVisible(not nothing)
        self.bar.setVisible(not nothing)

    async def _load(self) -> None:
        if not self.isVisible():
            return  # it was left meanwhile, and loads when it is seen again
        asked, today = self._choices, self._today()
        begin = await self._core.first_day()
        query = asyncio.ensure_future(self._core.insights(asked.scope(today, begin)))
        self._query = query
        try:
            insights = await query
        except asyncio.CancelledError:
            if query.cancelled() and asked != self._choices:
                return  # something else is looked at by now, and loaded next
            raise
        finally:
            self._query = None
        shown = await asyncio.to_thread(draw_all, insights, asked, today, self._locale, begin)
        if asked == self._choices:
            self._shown, self._loaded_on = shown, today
            self._turns.begin("show", self._show(shown))

    def _show(self, shown: Shown) -> Iterator[None]:
        """Show what was loaded, one card in each turn; those that are not built yet show it when they are."""
        if len(self.panels) < len(Part):
            return
        self.bar.show_currencies(shown.currencies, shown.currency)
        self.balances.show_drawn(shown.balances)
        yield
        self.months.show_drawn(shown.months)
        yield
        self.categories.show_both(shown.categories, shown.categories_up)
        yield
        self.merchants.show_both(shown.merchants, shown.merchants_up)
        yield
        self.recurring.show_recurring(shown.recurring, self._today(), self._locale)
        yield

    def _scroll_to(self, part: Part) -> None:
        self._grid.activate()
        self._scroll.verticalScrollBar().setValue(self.panels[part].y())

    def _settled(self) -> None:
        if self._shown is None:
            return
        if self._part is not None:
            QTimer.singleShot(
                0, self, partial(self._scroll_to, self._part)
            )  # once the cards have their heights
            self._part = None
        self.shown.emit()

    def _today(self) -> date:
        return local_today(self._core.now())


def _asks_of(choices: Choices) -> tuple[object, ...]:
    """The part of what is chosen that the ledger is asked for; the rest is a matter of drawing."""
    return choices.period, choices.own, choices.accounts
