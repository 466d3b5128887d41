"""The SyncMonitor: totals, the last day, and a card for each connection with its accounts. It changes in place."""

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from budgetsync.domain.ids import ItemId
from budgetsync.domain.status_page import status_page
from budgetsync.ui.actions import Actions
from budgetsync.ui.browser import open_in_browser
from budgetsync.ui.empty_state import EmptyState
from budgetsync.ui.icons import Icons
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.monitor.card import ConnectionCard
from budgetsync.ui.monitor.card_area import CardArea
from budgetsync.ui.monitor.card_menu import open_menu
from budgetsync.ui.monitor.ink import Ink
from budgetsync.ui.monitor.strip import OverviewStrip
from budgetsync.ui.pages import Page
from budgetsync.ui.turns import Turns

translate = QCoreApplication.translate
_WIDTH = 420
_RESTYLING = frozenset({QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange})


class SyncMonitor(QWidget):
    """Shows a model of connections; what is pressed in it is asked of `actions`.

    What changes is shown in pieces, in turns of the loop: `shown` says that everything is.

    Args:
        environment: demo, sandbox or production; decides whether banks have a status page.
    """

    controls_changed = Signal()
    """There are other buttons than before; `tab_stops` names them."""
    shown = Signal()
    """Everything that the model says is to be seen."""

    def __init__(
        self,
        model: ConnectionsModel,
        icons: Icons,
        locale: QLocale,
        now: Callable[[], datetime],
        *,
        actions: Actions,
        environment: str,
    ) -> None:
        super().__init__()
        self._model, self._now, self._actions, self._environment = model, now, actions, environment
        self._ink = Ink(icons, locale, self)
        self._cards: dict[ItemId, ConnectionCard] = {}
        self._other_controls = False
        self._turns = Turns(self)
        self._turns.idle.connect(self._settled)
        self._empty = EmptyState(icons)
        self._empty.connect_requested.connect(actions.connect_requested)
        self._area = CardArea()
        self.strip = OverviewStrip(self._ink, self._area)
        self._area.hold(self.strip)
        self.strip.problems_requested.connect(lambda: actions.page_requested.emit(Page.PROBLEMS))
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(translate("SyncMonitor", "Connections"))
        self._scroll.setWidget(self._area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._scroll, 1)
        model.rowsInserted.connect(self._inserted)
        model.rowsAboutToBeRemoved.connect(self._removing)
        model.dataChanged.connect(self._changed)
        model.loaded.connect(self._loaded)
        self._inserted(QModelIndex(), 0, model.rowCount() - 1)
        self._loaded()

    def minimumSizeHint(self) -> QSize:
        """Wide enough for a figure and a name."""
        return QSize(_WIDTH, super().minimumSizeHint().height())

    @property
    def cards(self) -> tuple[ConnectionCard, ...]:
        """The cards that are built, in order."""
        wanted = (item.item.id for item in self._model.overview.items)
        return tuple(self._cards[item_id] for item_id in wanted if item_id in self._cards)

    @property
    def is_settled(self) -> bool:
        """Whether everything that the model says is to be seen."""
        return self._turns.is_idle and self._area.is_placed

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The controls in the order in which they are read."""
        return (
            self._empty.connect_button,
            self.strip.pulse.problems_button,
            *(stop for card in self.cards for stop in card.tab_stops),
        )

    def refresh_times(self) -> None:
        """Write all relative times anew."""
        now = self._now()
        self._turns.begin("strip", self._show_strip())
        for item_id, card in self._cards.items():
            self._turns.begin(("times", item_id), card.refresh_times(now))

    def changeEvent(self, event: QEvent) -> None:
        """Measure everything anew where there are other fonts, or the writing goes the other way."""
        super().changeEvent(event)
        if event.type() in _RESTYLING:
            self._ink.dress(self)
            self.strip.restyle()
            for card in self._cards.values():
                card.restyle()
            self._area.place_soon()

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        """An account that is new is shown with its connection, which is said to be changed."""
        if parent.isValid():
            return
        for overview in self._model.row_values()[first : last + 1]:
            self._turns.begin(("card", overview.item.id), self._build(overview.item.id))

    def _build(self, item_id: ItemId) -> Iterator[None]:
        overview = self._model.connection(item_id)
        if overview is None:
            return
        known = status_page(overview.item.provider, self._environment) is not None
        card = ConnectionCard(self._ink, self._area, overview, self._now(), has_status_page=known)
        card.sync_requested.connect(self._actions.sync)
        card.cancel_requested.connect(self._actions.cancel)
        card.account_requested.connect(self._actions.account_requested)
        card.help_chosen.connect(self._actions.carry_out)
        card.menu_requested.connect(self._open_menu)
        card.status_page_requested.connect(self._open_status_page)
        card.resized.connect(self._area.place_soon)
        card.rows_changed.connect(self._controls_change)
        self._cards[item_id] = card
        self._area.arrange(self.cards)
        self._controls_change()
        yield
        yield from card.show_overview(overview, self._now())

    def _removing(self, parent: QModelIndex, first: int, last: int) -> None:
        if parent.isValid():
            return
        for overview in self._model.row_values()[first : last + 1]:
            for key in ("card", "times"):
                self._turns.give_up((key, overview.item.id))
            if (card := self._cards.pop(overview.item.id, None)) is not None:
                card.hide()
                card.deleteLater()
        self._area.arrange(self.cards)
        self._controls_change()

    def _changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        if top.parent().isValid():
            return
        for row in range(top.row(), bottom.row() + 1):
            overview = self._model.row_values()[row]
            if (card := self._cards.get(overview.item.id)) is not None:
                self._turns.begin(("card", overview.item.id), card.show_overview(overview, self._now()))

    def _loaded(self) -> None:
        nothing = not self._model.rowCount()
        self._empty.setVisible(nothing and self._model.is_loaded)
        self._scroll.setVisible(not nothing)
        self._area.arrange(self.cards)
        self._turns.begin("strip", self._show_strip())

    def _show_strip(self) -> Iterator[None]:
        self.strip.show_overview(self._model.overview, self._now())
        yield

    def _controls_change(self) -> None:
        self._other_controls = True

    def _settled(self) -> None:
        self._area.place_if_due()
        if self._other_controls:
            self._other_controls = False
            self.controls_changed.emit()
        self.shown.emit()

    def _open_menu(self, item_id: ItemId, at: QPoint) -> None:
        if (overview := self._model.connection(item_id)) is not None:
            open_menu(overview, self._actions, self._now(), at, self)

    def _open_status_page(self, item_id: ItemId) -> None:
        overview = self._model.connection(item_id)
        address = status_page(overview.item.provider, self._environment) if overview is not None else None
        if address is not None:
            open_in_browser(address)
