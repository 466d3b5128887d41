"""Both lines together, as the Transactions page has them above its table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.ids import AccountId
from budgetsync.domain.item import OWN_ENTRIES
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.entries.account_form import AccountForm
from budgetsync.ui.entries.row_form import RowForm
from budgetsync.ui.icons import Icons
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.transactions.reading import Reading


class EntryDesk(QWidget):
    """Shows one of them at a time, or none. A new account is what the next row is in."""

    left = Signal()

    def __init__(
        self, core: Core, bridge: Bridge, icons: Icons, reading: Reading, connections: ConnectionsModel
    ) -> None:
        super().__init__()
        self.rows = RowForm(core, bridge, icons, reading, connections)
        self.accounts = AccountForm(core, bridge, icons, reading, connections)
        self._connections = connections
        self._made: AccountId | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for form in (self.rows, self.accounts):
            layout.addWidget(form)
            form.left.connect(self.left)
        self.rows.account_wanted.connect(self.begin_account)
        self.accounts.made.connect(self._await_account)
        connections.loaded.connect(self._show_made)

    def begin_row(self) -> None:
        """Let a transaction be entered."""
        self.accounts.hide()
        self.rows.begin()

    def is_own(self, row: Transaction) -> bool:
        """Whether a row is of an account that only the user tells of."""
        return any(
            account.id == row.account_id
            for shown in self._connections.overview.items
            if shown.item.provider == OWN_ENTRIES
            for account in shown.accounts
        )

    def begin_change(self, row: Transaction) -> None:
        """Let a row be changed that only the user told of."""
        self.accounts.hide()
        self.rows.begin_change(row)

    def begin_account(self) -> None:
        """Let an account be made."""
        self.rows.hide()
        self.accounts.begin()

    def _await_account(self, number: int) -> None:
        """Go on with a row in the account when it is among those that are shown."""
        self._made = AccountId(number)
        self._show_made()

    def _show_made(self) -> None:
        shown = [one.id for item in self._connections.overview.items for one in item.accounts]
        if self._made in shown:
            made, self._made = self._made, None
            self.rows.begin(made)
        elif not self.rows.isHidden():
            self.rows.show_accounts()
