"""One connection: an institution with its accounts, what it does now and what became of it."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from budgetsync.domain.ids import AccountId
from budgetsync.domain.overview import ItemOverview
from budgetsync.ui.institution import institution_name
from budgetsync.ui.monitor.account_row import AccountRow
from budgetsync.ui.monitor.card_head import CardHead, is_one_step
from budgetsync.ui.monitor.card_trouble import CardTrouble
from budgetsync.ui.monitor.ink import Ink, draw_ground
from budgetsync.ui.status import Tone, is_busy, status_of
from budgetsync.ui.theme import GRID

_EDGE = GRID // 2


class ConnectionCard(QWidget):
    """A card that changes in place: nothing in it moves while it syncs.

    It is told what to show in pieces (`show_overview`), so that no turn of the loop takes long.
    """

    sync_requested = Signal(object)
    cancel_requested = Signal(object)
    account_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    """An ItemId, and where on the screen its menu is wanted."""
    help_chosen = Signal(object)
    """A NoticeAction of its trouble."""
    status_page_requested = Signal(object)
    resized = Signal()
    """It wants another height than before."""
    rows_changed = Signal()
    """There are other rows than before, and so other buttons."""

    def __init__(
        self, ink: Ink, parent: QWidget, overview: ItemOverview, now: datetime, *, has_status_page: bool
    ) -> None:
        super().__init__(parent)
        self._ink, self._overview, self._has_status_page = ink, overview, has_status_page
        self._rows: dict[AccountId, AccountRow] = {}
        self._height = 0
        self._is_shown = False
        bank = institution_name(overview.item)
        self.head = CardHead(ink, self, bank)
        self.trouble: CardTrouble | None = None
        item_id = overview.item.id
        self.head.sync_button.clicked.connect(lambda: self.sync_requested.emit(item_id))
        self.head.cancel_button.clicked.connect(lambda: self.cancel_requested.emit(item_id))
        self.head.more_button.clicked.connect(self._open_menu)
        self._show_head(now)
        self._place()

    @property
    def overview(self) -> ItemOverview:
        """What it shows, or is about to."""
        return self._overview

    @property
    def rows(self) -> tuple[AccountRow, ...]:
        """The rows of the accounts that are built, in order."""
        return tuple(self._rows[one.id] for one in self._overview.accounts if one.id in self._rows)

    @property
    def texts(self) -> list[str]:
        """What it says, in reading order; a trouble's texts are labels of their own."""
        return [*self.head.texts, *(text for row in self.rows for text in row.texts)]

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The controls in the order in which they are read."""
        trouble = self.trouble.tab_stops if self.trouble is not None else ()
        rows = (stop for row in self.rows for stop in (row, row.sync_button))
        return (self.head.sync_button, self.head.more_button, self.head.cancel_button, *trouble, *rows)

    def show_overview(self, overview: ItemOverview, now: datetime) -> Iterator[None]:
        """Show the connection as it is now, a piece at each step: its head, its trouble, its accounts."""
        before, self._overview = self._overview, overview
        if self._is_shown and is_one_step(before, overview):
            self.head.show_progress(overview, now)
            yield
            return
        self._is_shown = False
        self._show_head(now)
        yield
        self._show_trouble(now)
        yield
        yield from self._show_accounts(now)
        self._is_shown = True

    def refresh_times(self, now: datetime) -> Iterator[None]:
        """Write the times anew, a piece at each step; what was up to date may be so no longer."""
        self._show_head(now)
        yield
        yield from self._show_accounts(now)

    def height_for(self, width: int) -> int:
        """Tell how high it wants to be at a width."""
        trouble = 0
        if self.trouble is not None and self.trouble.isVisibleTo(self):
            trouble = self._trouble_height(width) + GRID
        rows = sum(row.wanted_height for row in self.rows)
        return _EDGE + self.head.wanted_height + trouble + rows + _EDGE

    def restyle(self) -> None:
        """Measure everything anew."""
        self.head.restyle()
        for row in self.rows:
            row.restyle()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give everything its room."""
        super().resizeEvent(event)
        self._height = event.size().height()  # what it wanted at another width says nothing
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card's edge; what is on it draws itself."""
        del event
        draw_ground(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where it was asked for, by mouse or key."""
        self.menu_requested.emit(self._overview.item.id, event.globalPos())

    def _open_menu(self) -> None:
        button = self.head.more_button
        self.menu_requested.emit(self._overview.item.id, button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _show_head(self, now: datetime) -> None:
        self.head.show_overview(self._overview, now)
        name = f"{institution_name(self._overview.item)}: {status_of(self._overview, now).word}"
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self._settle()

    def _show_trouble(self, now: datetime) -> None:
        trouble = self._overview.item.trouble
        if trouble is None:
            if self.trouble is not None and self.trouble.isVisibleTo(self):
                self.trouble.hide()
                self._settle()
            return
        if self.trouble is None:
            bank = institution_name(self._overview.item)
            self.trouble = CardTrouble(self._ink, self, bank, has_status_page=self._has_status_page)
            self.trouble.chosen.connect(self.help_chosen)
            self.trouble.resized.connect(self._settle)
            item_id = self._overview.item.id
            self.trouble.status_page_requested.connect(lambda: self.status_page_requested.emit(item_id))
            self.rows_changed.emit()
        tone = status_of(self._overview, now).tone
        self.trouble.show_overview(
            self._overview, trouble, Tone.ERROR if tone is Tone.ERROR else Tone.WARNING
        )
        self.trouble.show()
        self._settle()

    def _show_accounts(self, now: datetime) -> Iterator[None]:
        wanted = {account.id for account in self._overview.accounts}
        for gone in self._rows.keys() - wanted:
            self._rows.pop(gone).deleteLater()
            self._settle()
            self.rows_changed.emit()
        silent = self._overview.silent_accounts(now)
        allowed = not is_busy(self._overview) and self._overview.item.removed_at is None
        for account in self._overview.accounts:
            row = self._rows.get(account.id)
            is_new = row is None
            if row is None:
                row = AccountRow(self._ink, self, account, institution_name(self._overview.item))
                row.sync_requested.connect(lambda: self.sync_requested.emit(self._overview.item.id))
                row.clicked.connect(lambda _=False, one=account.id: self.account_requested.emit(one))
                self._rows[account.id] = row
            row.be_by_hand(by_hand=not self._overview.item.is_synced)
            row.show_account(account, self._overview.figures_of(account.id), silent.get(account.id), now)
            row.allow_sync(allowed=allowed)
            if is_new:
                self._settle()
                row.show()
                self.rows_changed.emit()
            yield
        self._place()

    def _settle(self) -> None:
        """Place everything anew where it takes another height, and say so."""
        height = self.height_for(self.width())
        if height != self._height:
            self._height = height
            self._place()
            self.resized.emit()

    def _trouble_height(self, width: int) -> int:
        assert self.trouble is not None
        inner = width - 2 * GRID
        layout = self.trouble.layout()
        return layout.heightForWidth(inner) if layout is not None else 0

    def _place(self) -> None:
        width, y = self.width() - 2, _EDGE
        self.head.setGeometry(QRect(1, y, width, self.head.wanted_height))
        y += self.head.wanted_height
        if self.trouble is not None and self.trouble.isVisibleTo(self):
            height = self._trouble_height(self.width())
            self.trouble.setGeometry(QRect(GRID, y, self.width() - 2 * GRID, height))
            y += height + GRID
        for row in self.rows:
            row.setGeometry(QRect(1, y, width, row.wanted_height))
            y += row.wanted_height
