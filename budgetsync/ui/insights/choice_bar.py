"""What is looked at: which time, which currency, which accounts."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from budgetsync.domain.account import Account
from budgetsync.domain.ids import AccountId
from budgetsync.domain.overview import Overview
from budgetsync.ui.day_field import DayField
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.insights.choices import Choices
from budgetsync.ui.insights.period import Period, period_name, translate
from budgetsync.ui.institution import institution_name
from budgetsync.ui.settings.choices import Values
from budgetsync.ui.text import account_title
from budgetsync.ui.widgets import Choice, draw_chevron

_IN_ORDER = (
    Period.THREE_MONTHS,
    Period.SIX_MONTHS,
    Period.TWELVE_MONTHS,
    Period.THIS_YEAR,
    Period.ALL,
    Period.OWN,
)


class ChoiceBar(QWidget):
    """Side by side, in as many lines as it takes. What is chosen holds at once."""

    changed = Signal(object)
    """Other Choices."""

    def __init__(self, icons: Icons, locale: QLocale, choices: Choices) -> None:
        super().__init__()
        self._locale, self._choices = locale, choices
        self.period = Values(
            icons, translate("Insights", "Time"), _IN_ORDER, period_name, self._choose_period
        )
        self.first = DayField(icons, translate("Insights", "From"), locale, self._choose_days)
        self.last = DayField(icons, translate("Insights", "To"), locale, self._choose_days)
        self._dash = QLabel(translate("Insights", "to"))
        self.currency = CurrencyChoice(icons, self._choose_currency)
        self.accounts = AccountsButton(icons, locale)
        self.accounts.changed.connect(self._choose_accounts)
        flow = FlowLayout()
        for widget in (
            self.period,
            self.first,
            self._dash,
            self.last,
            self.currency,
            self.accounts.button,
        ):
            flow.addWidget(widget)
        self.setLayout(flow)
        self.setAccessibleName(translate("Insights", "What is looked at"))
        self.show_choices(choices)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen."""
        self._choices = choices
        self.period.show_value(choices.period)
        own = choices.period is Period.OWN
        for widget in (self.first, self._dash, self.last):
            widget.setVisible(own)
        self.first.show_day(choices.own[0])
        self.last.show_day(choices.own[1])
        self.accounts.show_chosen(choices.accounts)

    def show_currencies(self, currencies: Sequence[str], currency: str) -> None:
        """Offer the currencies that occur; there is nothing to choose where there is one."""
        self.currency.show_currencies(currencies, currency)

    def show_accounts(self, overview: Overview) -> None:
        """Offer these accounts."""
        self.accounts.show_overview(overview)

    def _choose_period(self, period: Period) -> None:
        self._choose(replace(self._choices, period=period))

    def _choose_days(self) -> None:
        self._choose(replace(self._choices, own=(self.first.day, self.last.day)))

    def _choose_currency(self, currency: str) -> None:
        self._choose(replace(self._choices, currency=currency))

    def _choose_accounts(self, chosen: frozenset[AccountId]) -> None:
        self._choose(replace(self._choices, accounts=chosen))

    def _choose(self, choices: Choices) -> None:
        if choices != self._choices:
            self.show_choices(choices)
            self.changed.emit(choices)


class CurrencyChoice(Choice):
    """The currencies that occur."""

    def __init__(self, icons: Icons, chosen: Callable[[str], object]) -> None:
        super().__init__(icons, translate("Insights", "Currency"))
        self._currencies: list[str] = []
        self.activated.connect(lambda at: chosen(self._currencies[at]))
        self.hide()

    def show_currencies(self, currencies: Sequence[str], currency: str) -> None:
        """Offer these."""
        if list(currencies) != self._currencies:
            self._currencies = list(currencies)
            self.clear()
            self.addItems(self._currencies)
        if currency in self._currencies:
            self.setCurrentIndex(self._currencies.index(currency))
        self.setVisible(len(self._currencies) > 1)


class AccountsButton(QObject):
    """A button whose menu has every account; several can be ticked before it closes."""

    changed = Signal(object)
    """A frozenset of AccountId; empty = all."""

    def __init__(self, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self._chosen: frozenset[AccountId] = frozenset()
        self._accounts: dict[AccountId, Account] = {}
        self._overview = Overview(())
        self.button = _MenuButton(icons)
        self.menu = StayingMenu(self.button)
        self.button.clicked.connect(lambda *_: self.open_menu())
        self._show()

    def show_overview(self, overview: Overview) -> None:
        """Offer these."""
        self._overview = overview
        self._accounts = {account.id: account for item in overview.items for account in item.accounts}
        self._show()

    def show_chosen(self, chosen: frozenset[AccountId]) -> None:
        """Show which are chosen."""
        self._chosen = chosen
        self._show()

    def open_menu(self) -> None:
        """Offer the accounts below the button."""
        self._fill()
        below = self.button.rect()
        at = below.bottomRight() if self.button.isRightToLeft() else below.bottomLeft()
        self.menu.popup(self.button.mapToGlobal(at))

    def _show(self) -> None:
        count = len(self._chosen)
        text = translate("Insights", "All accounts")
        if count == 1:
            account = self._accounts.get(next(iter(self._chosen)))
            text = translate("Insights", "1 account") if account is None else account_title(account)
        elif count:
            text = translate("Insights", "{n} accounts", None, count).format(n=number(count, self._locale))
        self.button.setText(text)
        self.button.setAccessibleName(translate("Insights", "Accounts: {which}").format(which=text))
        self.button.setVisible(len(self._accounts) > 1 or bool(self._chosen))

    def _fill(self) -> None:
        """Make the menu anew, each time that it opens."""
        self.menu.clear()
        every = self._add(translate("Insights", "All accounts"), checked=not self._chosen)
        every.triggered.connect(lambda *_: self._choose(frozenset()))
        for item in self._overview.items:
            if item.accounts:
                self.menu.addSeparator()
                self.menu.addAction(institution_name(item.item).replace("&", "&&")).setEnabled(False)
            for account in item.accounts:
                action = self._add(account_title(account), checked=account.id in self._chosen)
                action.setData(account.id)
                action.triggered.connect(lambda *_: self._choose(self._ticked()))

    def _add(self, text: str, *, checked: bool) -> QAction:
        action = self.menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        return action

    def _ticked(self) -> frozenset[AccountId]:
        ticked = [each.data() for each in self.menu.actions() if each.isChecked()]
        return frozenset(each for each in ticked if each is not None)

    def _choose(self, chosen: frozenset[AccountId]) -> None:
        if len(chosen) == len(self._accounts):
            chosen = frozenset()
        for action in self.menu.actions():
            known = action.data()
            action.setChecked(known in chosen if known is not None else not chosen)
        if chosen != self._chosen:
            self.show_chosen(chosen)
            self.changed.emit(chosen)


class _MenuButton(QPushButton):
    """A button that opens a menu, and looks so."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self.setProperty("kind", "menu")
        self.setAutoDefault(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over the rest."""
        super().paintEvent(event)
        draw_chevron(self, self._icons)


class StayingMenu(QMenu):
    """Stays open while something is ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        action = self.actionAt(event.position().toPoint())
        if action and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by the space bar without closing; Return ticks and closes."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)
