"""A new transaction: amount, payee, category, day and account; Return enters it, and the next one can be typed."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QStringListModel, Signal

from budgetsync.core import Core
from budgetsync.domain.account import Account
from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.own_entry import OwnEntry, read_amount
from budgetsync.domain.query.completion import quoted
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.day_field import DayField
from budgetsync.ui.entries.form import Form, line, offer
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.status import Tone
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.widgets import Choice

translate = QCoreApplication.translate


class RowForm(Form):
    """Enters rows. An amount without a sign is spent; one with a plus comes in."""

    account_wanted = Signal()
    """There is no account yet that a row could be in."""
    entered = Signal(object)
    """A row was entered: what the command did."""

    def __init__(
        self, core: Core, bridge: Bridge, icons: Icons, reading: Reading, connections: ConnectionsModel
    ) -> None:
        super().__init__(translate("Entry", "New transaction"), translate("Entry", "Add"), self.enter)
        self._core, self._bridge, self._reading, self._connections = core, bridge, reading, connections
        self._payees, self._categories = QStringListModel(self), QStringListModel(self)
        self._accounts: list[Account] = []
        self._changes: Transaction | None = None
        self.amount = line(translate("Entry", "Amount"), 10)
        self.amount.setToolTip(translate("Entry", "12.50 is spent, +12.50 comes in"))
        self.payee = line(translate("Entry", "Payee"), 22, self._payees)
        self.category = line(translate("Entry", "Category"), 18, self._categories)
        self.day = DayField(icons, translate("Entry", "Day"), reading.locale, lambda: None)
        self.account = Choice(icons, translate("Entry", "Account"))
        self.account.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.payee.editingFinished.connect(self._propose_category)
        self.add(self.amount, self.payee, self.category, self.day, self.account)

    def begin(self, account_id: AccountId | None = None) -> None:
        """Show it and give it the keyboard.

        Args:
            account_id: The account that is proposed; else the one that was used last.
        """
        self.show_accounts(account_id)
        if not self._accounts:
            self.account_wanted.emit()
            return
        self.say(self.amount.toolTip())
        if self.isHidden() or self._changes is not None:
            self.day.show_day(self._today())
        self._take_up(None)
        self.show()
        self._bridge.spawn(self._load_names())
        self.amount.setFocus()

    def begin_change(self, row: Transaction) -> None:
        """Let a row be changed that only the user told of."""
        self.show_accounts(row.account_id)
        self._take_up(row)
        sign = "+" if row.amount.minor > 0 else ""
        self.amount.setText(f"{sign}{abs(row.amount.decimal):f}")
        self.payee.setText(row.merchant)
        self.day.show_day(row.transacted_on)
        self.say(self.amount.toolTip())
        self.show()
        self.amount.selectAll()
        self.amount.setFocus()

    def put_away(self) -> None:
        """Show it no longer; a change that was not saved is none."""
        self._take_up(None)
        super().put_away()

    def _take_up(self, row: Transaction | None) -> None:
        """Be about a row that is there, or about a new one."""
        if self._changes is not None:
            self._empty()
        self._changes = row
        self.category.setVisible(row is None)  # it is changed where every other row's is
        self.account.setEnabled(row is None)
        self.do_button.setText(translate("Entry", "Add") if row is None else translate("Entry", "Save"))

    def _empty(self) -> None:
        for field in (self.amount, self.payee, self.category):
            field.clear()

    def show_accounts(self, account_id: AccountId | None = None) -> None:
        """Offer the accounts that there are, with one chosen: that which is wanted, was chosen, or is of cash."""
        chosen = account_id or self.account.currentData()
        accounts = [
            account
            for item in self._connections.overview.items
            if item.item.removed_at is None
            for account in item.accounts
            if account.currency is not None
        ]
        if [(one.id, one.name) for one in accounts] != [(one.id, one.name) for one in self._accounts]:
            self.account.clear()  # not at each look: somebody may be choosing
            for account in accounts:
                self.account.addItem(account.name, account.id)
        self._accounts = accounts
        wanted = next((one.id for one in accounts if one.id == chosen), None)
        cash = next((one.id for one in accounts if one.type == "cash"), None)
        self.account.setCurrentIndex(max(0, self.account.findData(wanted or cash)))

    def enter(self) -> None:
        """Enter what is typed; the fields are emptied when it is in the ledger."""
        account = next((one for one in self._accounts if one.id == self.account.currentData()), None)
        if account is None or account.currency is None:
            return
        self._bridge.spawn(self._enter(account.id, account.currency), on_error=self._refuse, finish=True)

    async def _enter(self, account_id: AccountId, currency: str) -> None:
        amount = read_amount(self.amount.text(), currency)
        if self._changes is not None:
            await self._change(self._changes.id, amount)
            return
        category = self.category.text().strip() or None
        entry = OwnEntry(account_id, amount, self.day.day, self.payee.text().strip(), category)
        done = await self._core.add_transaction(entry)
        self._empty()
        self.say(translate("Entry", "{payee} was added").format(payee=entry.payee), Tone.OK)
        self.amount.setFocus()
        self.entered.emit(done)

    async def _change(self, number: TransactionId, amount: Money) -> None:
        payee = self.payee.text().strip()
        done = await self._core.change_entry(number, amount=amount, on=self.day.day, payee=payee)
        self.put_away()
        self.entered.emit(done)

    def _refuse(self, trouble: Trouble) -> None:
        self.say(f"{engine_text(trouble.message)} {engine_text(trouble.action)}".strip(), Tone.ERROR)
        missing = self.amount.text().strip() and not self.payee.text().strip()
        (self.payee if missing else self.amount).setFocus()

    async def _load_names(self) -> None:
        known = await self._core.vocabulary()
        offer(self._payees, known.payees)
        offer(self._categories, known.categories)

    def _propose_category(self) -> None:
        if self._changes is None and self.payee.text().strip() and not self.category.text():
            self._bridge.spawn(self._find_category(self.payee.text().strip()))

    async def _find_category(self, payee: str) -> None:
        """Propose the category that this payee's newest row has."""
        found = await self._core.search(f"payee:{quoted(payee)}", 1)
        fits = payee == self.payee.text().strip() and not self.category.text()
        if fits and found.rows and found.rows[0].category:
            self.category.setText(found.rows[0].category)
            if self.category.hasFocus():
                self.category.selectAll()

    def _today(self) -> date:
        return self._reading.today()
