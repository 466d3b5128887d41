"""Which account a statement's entries go to: one that is there, or a new one of the file's words."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from budgetsync.domain.ids import AccountId
from budgetsync.domain.importing import ChosenAccount, NewAccount, PlannedStatement
from budgetsync.domain.overview import Overview
from budgetsync.domain.statement import Statement
from budgetsync.ui.icons import Icons
from budgetsync.ui.institution import institution_name
from budgetsync.ui.text import account_title
from budgetsync.ui.widgets import Choice

translate = QCoreApplication.translate


class AccountChoice(Choice):
    """Offers every account of the statement's currency, and a new one."""

    account_chosen = Signal(object)
    """A ChosenAccount."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, translate("Import", "Account that the entries go to"))
        if parent is not None:
            self.setParent(parent)
        self._offers: list[ChosenAccount | None] = []
        self.activated.connect(self._choose)

    def offer(self, overview: Overview, said: Statement, planned: PlannedStatement, name: str) -> None:
        """Offer accounts for a statement; the planned one is chosen.

        Args:
            name: What a new account would be called where the file has no name for it.
        """
        currency = said.currency or planned.currency
        new = planned.account
        if not isinstance(new, NewAccount):
            new = NewAccount(said.account.name or name, currency or "USD", said.account.type)
        self.clear()
        self._offers = []
        if planned.account is None:
            self._add(translate("Import", "Choose an account..."), None)
        for shown in overview.items:
            for account in shown.accounts:
                if not currency or account.currency == currency or account.id == planned.account:
                    title = f"{account_title(account)} · {institution_name(shown.item)}"
                    self._add(title, AccountId(account.id))
        text = translate("Import", "New account: {name}, {currency}")
        self._add(text.format(name=new.name, currency=new.currency), new)
        if planned.account in self._offers:
            self.setCurrentIndex(self._offers.index(planned.account))

    def _add(self, title: str, account: ChosenAccount | None) -> None:
        self._offers.append(account)
        self.addItem(title)

    def _choose(self, place: int) -> None:
        account = self._offers[place]
        if account is not None:
            self.account_chosen.emit(account)
