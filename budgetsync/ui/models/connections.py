"""Connections and their accounts as a tree: what the SyncMonitor, and later the tray, look at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from budgetsync.domain.account import Account
from budgetsync.domain.ids import ItemId
from budgetsync.domain.overview import ItemOverview, Overview
from budgetsync.domain.realtime import ConnectionWebhooks
from budgetsync.domain.sync import Progress
from budgetsync.ui.institution import institution_name
from budgetsync.ui.models.rows import update_rows

VALUE_ROLE = Qt.ItemDataRole.UserRole
"""Gives the ItemOverview of a connection, the Account of an account."""

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ConnectionsModel(QAbstractItemModel):
    """Two levels: connections, and below each its accounts. Rows change by id, in place.

    What comes live (progress) and what is loaded (everything) may cross: a load is stamped when it begins,
    and progress that is younger than its stamp wins over it.
    """

    loaded = Signal()
    """A load was shown, be it of nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[ItemOverview] = []
        self._rows: dict[ItemId, int] = {}
        self._clock = 0
        self._live: dict[ItemId, tuple[int, Progress | None]] = {}
        self._webhooks: dict[ItemId, ConnectionWebhooks] = {}
        self._loaded = False
        self._whole = Overview(())

    @property
    def is_loaded(self) -> bool:
        """Whether anything was loaded yet, be it nothing."""
        return self._loaded

    @property
    def overview(self) -> Overview:
        """Everything as it is shown now."""
        return replace(self._whole, items=tuple(self._items))

    def begin_load(self) -> int:
        """Stamp a load that begins now; the stamp goes to `load`."""
        self._clock += 1
        return self._clock

    def load(self, overview: Overview, stamp: int) -> None:
        """Show what was loaded, except for progress that is younger than the load."""
        self._live = {item_id: live for item_id, live in self._live.items() if live[0] >= stamp}
        wanted = [self._with_live(item) for item in overview.items]
        self._loaded = True
        self._whole = overview
        update_rows(self, wanted, lambda value: value.item.id)
        self.loaded.emit()

    def set_progress(self, progress: Mapping[ItemId, Progress | None]) -> None:
        """Show how far runs are; None says that one has ended and the next load knows the rest."""
        for item_id, value in progress.items():
            self._live[item_id] = (self._clock, value)
            row = self._rows.get(item_id)
            if row is not None and value is not None and self._items[row].progress != value:
                self._items[row] = replace(self._items[row], progress=value)
                self._tell(row)

    def set_webhooks(self, webhooks: Sequence[ConnectionWebhooks]) -> None:
        """Show whether each connection's news come by themselves. This is loaded apart from the rest."""
        self._webhooks = {one.item_id: one for one in webhooks}
        for row, item in enumerate(self._items):
            known = self._webhooks.get(item.item.id)
            if item.webhooks != known:
                self._items[row] = replace(item, webhooks=known)
                self._tell(row)

    def connection(self, item_id: ItemId) -> ItemOverview | None:
        """Give one connection as it is shown now."""
        row = self._rows.get(item_id)
        return None if row is None else self._items[row]

    def _with_live(self, item: ItemOverview) -> ItemOverview:
        webhooks = self._webhooks.get(item.item.id)
        if item.item.id in self._live:
            return replace(item, progress=self._live[item.item.id][1], webhooks=webhooks)
        return replace(item, webhooks=webhooks) if webhooks is not None else item

    # Rows of the first level, for update_rows.

    def row_values(self) -> Sequence[ItemOverview]:
        """The connections as they are now."""
        return self._items

    def remove_rows(self, first: int, last: int) -> None:
        """Take connections out."""
        self.beginRemoveRows(_ROOT, first, last)
        del self._items[first : last + 1]
        self._number()
        self.endRemoveRows()

    def insert_rows(self, at: int, values: Sequence[ItemOverview]) -> None:
        """Put connections in."""
        self.beginInsertRows(_ROOT, at, at + len(values) - 1)
        self._items[at:at] = values
        self._number()
        self.endInsertRows()

    def replace_row(self, at: int, value: ItemOverview) -> None:
        """Put a newer state of a connection in its place, accounts included."""
        accounts = value.accounts
        self._items[at] = replace(value, accounts=self._items[at].accounts)
        update_rows(_Accounts(self, at), accounts, lambda account: account.id)
        self._tell(at)

    # What Qt asks.

    def index(self, row: int, column: int, parent: AnyIndex = _ROOT) -> QModelIndex:
        """Name a connection, or an account by the id of its connection."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._items[parent.row()].item.id if parent.isValid() else 0)

    def parent(self, child: AnyIndex = _ROOT) -> QModelIndex:  # type: ignore[override]  # Qt has two of the name
        """Name the connection of an account."""
        item_id = ItemId(child.internalId()) if child.isValid() else ItemId(0)
        if item_id == 0 or item_id not in self._rows:
            return QModelIndex()
        return self.createIndex(self._rows[item_id], 0, 0)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Count connections, or the accounts of one."""
        if not parent.isValid():
            return len(self._items)
        return len(self._items[parent.row()].accounts) if self._is_connection(parent) else 0

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """One column: a row is one value."""
        del parent
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Give a row's name or its value."""
        value = self._value(index) if index.isValid() else None
        if value is None:
            return None
        if role == VALUE_ROLE:
            return value
        if role == Qt.ItemDataRole.DisplayRole:
            return value.name if isinstance(value, Account) else institution_name(value.item)
        return None

    def _value(self, index: AnyIndex) -> ItemOverview | Account | None:
        if self._is_connection(index):
            return self._items[index.row()]
        row = self._rows.get(ItemId(index.internalId()))
        return None if row is None else self._items[row].accounts[index.row()]

    @staticmethod
    def _is_connection(index: AnyIndex) -> bool:
        return index.internalId() == 0

    def _tell(self, row: int) -> None:
        index = self.index(row, 0)
        self.dataChanged.emit(index, index, [VALUE_ROLE, Qt.ItemDataRole.DisplayRole])

    def _number(self) -> None:
        self._rows = {item.item.id: row for row, item in enumerate(self._items)}

    # Rows of the second level.

    def change_accounts(self, at: int, accounts: tuple[Account, ...]) -> None:
        """Put other accounts in the place of a connection's; the caller has told the views."""
        self._items[at] = replace(self._items[at], accounts=accounts)


@dataclass(frozen=True, slots=True)
class _Accounts:
    """The accounts of one connection, as rows for update_rows."""

    model: ConnectionsModel
    at: int

    def row_values(self) -> tuple[Account, ...]:
        return self.model.row_values()[self.at].accounts

    def remove_rows(self, first: int, last: int) -> None:
        accounts = self.row_values()
        self.model.beginRemoveRows(self.model.index(self.at, 0), first, last)
        self.model.change_accounts(self.at, accounts[:first] + accounts[last + 1 :])
        self.model.endRemoveRows()

    def insert_rows(self, at: int, values: Sequence[Account]) -> None:
        accounts = self.row_values()
        self.model.beginInsertRows(self.model.index(self.at, 0), at, at + len(values) - 1)
        self.model.change_accounts(self.at, (*accounts[:at], *values, *accounts[at:]))
        self.model.endInsertRows()

    def replace_row(self, at: int, value: Account) -> None:
        accounts = self.row_values()
        self.model.change_accounts(self.at, (*accounts[:at], value, *accounts[at + 1 :]))
        index = self.model.index(at, 0, self.model.index(self.at, 0))
        self.model.dataChanged.emit(index, index, [VALUE_ROLE, Qt.ItemDataRole.DisplayRole])
