"""The SyncMonitor: every connection with its accounts, in one column that changes in place."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from budgetsync.domain.ids import ItemId
from budgetsync.ui.connection_card import ConnectionCard
from budgetsync.ui.empty_state import EmptyState
from budgetsync.ui.icons import Icons
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.theme import GRID

translate = QCoreApplication.translate
_WIDTH = 420


class SyncMonitor(QWidget):
    """A card for each connection; `sync_requested` and `cancel_requested` carry its ItemId."""

    sync_requested = Signal(object)
    cancel_requested = Signal(object)
    controls_changed = Signal()
    """There are other buttons than before; `tab_stops` names them."""

    def __init__(
        self, model: ConnectionsModel, icons: Icons, locale: QLocale, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._model, self._icons, self._locale, self._now = model, icons, locale, now
        self._cards: dict[ItemId, ConnectionCard] = {}
        self._waiting: list[ItemId] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._show_next)
        self._empty = EmptyState(icons)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID + 4)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(translate("SyncMonitor", "Connections"))
        self._arrange()
        model.rowsInserted.connect(self._inserted)
        model.rowsAboutToBeRemoved.connect(self._removing)
        model.rowsRemoved.connect(self._show_empty)
        model.dataChanged.connect(self._changed)
        model.loaded.connect(self._show_empty)
        self._inserted(QModelIndex(), 0, model.rowCount() - 1)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for every figure to be seen whole."""
        figures = self._page.minimumSizeHint().width() + self._scroll.verticalScrollBar().sizeHint().width()
        return QSize(max(_WIDTH, figures), super().minimumSizeHint().height())

    @property
    def cards(self) -> tuple[ConnectionCard, ...]:
        """The cards, in order."""
        return tuple(self._cards[item.item.id] for item in self._model.overview.items)

    def refresh_times(self) -> None:
        """Write all relative times anew."""
        now = self._now()
        for card in self._cards.values():
            card.refresh_times(now)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The controls in the order in which they are read."""
        return tuple(stop for card in self.cards for stop in card.tab_stops)

    def _inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        if parent.isValid():
            self._show(parent.row())
            self.controls_changed.emit()
            return
        for row in range(first, last + 1):
            overview = self._model.row_values()[row]
            card = ConnectionCard(self._icons, self._locale, overview, self._now())
            card.sync_requested.connect(self.sync_requested)
            card.cancel_requested.connect(self.cancel_requested)
            card.rows_added.connect(self._row_added)
            self._cards[overview.item.id] = card
            self._column.insertWidget(row, card)
        self.controls_changed.emit()
        self.updateGeometry()
        self._show_empty()

    def _removing(self, parent: QModelIndex, first: int, last: int) -> None:
        if parent.isValid():
            return
        for overview in self._model.row_values()[first : last + 1]:
            card = self._cards.pop(overview.item.id)
            self._column.removeWidget(card)
            card.deleteLater()

    def _changed(self, top: QModelIndex, bottom: QModelIndex) -> None:
        if top.parent().isValid():
            return
        changed = [self._model.row_values()[row].item.id for row in range(top.row(), bottom.row() + 1)]
        self._waiting = [item for item in self._waiting if item not in changed] + changed
        if not self._turn.isActive():
            self._show_next()

    def _show_next(self) -> None:
        """Show one card, and the next in the loop's next turn: all of them at once would hold the window up."""
        while self._waiting:
            item = self._waiting.pop(0)
            found = [row for row, one in enumerate(self._model.row_values()) if one.item.id == item]
            if found:
                self._show(found[0])
                break
        if self._waiting:
            self._turn.start()

    def _show(self, row: int) -> None:
        overview = self._model.row_values()[row]
        self._cards[overview.item.id].show_overview(overview, self._now())
        self.updateGeometry()

    def _row_added(self) -> None:
        self.controls_changed.emit()
        self.updateGeometry()

    def _show_empty(self) -> None:
        nothing = not self._model.rowCount()
        self._empty.setVisible(nothing and self._model.is_loaded)
        self._scroll.setVisible(not nothing)

    def _arrange(self) -> None:
        page = QWidget()
        page.setObjectName("Page")
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, 0, GRID // 2, GRID)
        inner.addLayout(self._column)
        inner.addStretch(1)
        self._scroll.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._scroll, 1)
        self._page = page
