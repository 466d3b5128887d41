"""A new account that no bank keeps: its name, its currency, and what is in it."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, Signal

from budgetsync.core import Core
from budgetsync.domain.errors import Trouble
from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.own_entry import OwnAccount, check_account, read_amount
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.entries.form import Form, line
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.status import Tone
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.widgets import Choice

translate = QCoreApplication.translate


class AccountForm(Form):
    """Makes an account of cash, or of another type."""

    made = Signal(int)
    """An account was made; its number."""

    def __init__(
        self, core: Core, bridge: Bridge, icons: Icons, reading: Reading, connections: ConnectionsModel
    ) -> None:
        super().__init__(translate("Entry", "New account"), translate("Entry", "Create"), self.create_account)
        self._core, self._bridge, self._reading, self._connections = core, bridge, reading, connections
        self.name = line(translate("Entry", "Name, such as Wallet"), 26)
        self.kind = Choice(icons, translate("Entry", "Type"))
        words = {
            "cash": translate("Entry", "Cash"),
            "depository": translate("Entry", "Bank account"),
            "credit": translate("Entry", "Credit card"),
            "loan": translate("Entry", "Loan"),
            "investment": translate("Entry", "Investment"),
            "other": translate("Entry", "Other"),
        }
        for kind, word in words.items():
            self.kind.addItem(word, kind)
        self.currency = Choice(icons, translate("Entry", "Currency"))
        self.currency.addItems(sorted(EXPONENTS))
        self.opening = line(translate("Entry", "What is in it"), 12)
        self.add(self.name, self.kind, self.currency, self.opening)

    def begin(self) -> None:
        """Show it and give it the keyboard, with the currency of the other accounts."""
        self.say(translate("Entry", "Its balance is what is in it now and the transactions that you add."))
        used = [one.currency for item in self._connections.overview.items for one in item.accounts]
        own = self._reading.locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        wanted = next(filter(None, used), own)
        self.currency.setCurrentIndex(
            max(0, self.currency.findText(wanted if wanted in EXPONENTS else "USD"))
        )
        self.show()
        self.name.setFocus()

    def create_account(self) -> None:
        """Make what is typed."""
        self._bridge.spawn(self._create(self._reading.today()), on_error=self._refuse, finish=True)

    async def _create(self, today: date) -> None:
        currency, typed = self.currency.currentText(), self.opening.text().strip()
        wanted = OwnAccount(self.name.text().strip(), currency, today, self.kind.currentData())
        check_account(wanted)
        minor = read_amount(typed, currency).minor if typed else 0
        minor = minor if typed.startswith(("-", "\u2212")) else abs(minor)
        made = await self._core.add_account(
            OwnAccount(wanted.name, wanted.currency, today, wanted.type, minor)
        )
        self.name.clear()
        self.opening.clear()
        self.hide()
        self.made.emit(made)

    def _refuse(self, trouble: Trouble) -> None:
        self.say(f"{engine_text(trouble.message)} {engine_text(trouble.action)}".strip(), Tone.ERROR)
        (self.opening if self.name.text().strip() else self.name).setFocus()
