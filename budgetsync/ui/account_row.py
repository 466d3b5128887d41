"""One account in its connection's card."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from budgetsync.domain.account import Account
from budgetsync.domain.sync import Counts
from budgetsync.ui.formats import exact, relative
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Status, Tone, account_status
from budgetsync.ui.text import (
    account_title,
    balance_extra,
    balance_figure,
    balance_qualifier,
    counts_long,
    counts_short,
)
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import ElidedLabel, Fit, Glyph, StatusLabel, button

translate = QCoreApplication.translate

_TYPE_ICONS = {
    "credit": "credit",
    "loan": "loan",
    "investment": "investment",
    "depository": "depository",
}


class AccountRow(QWidget):
    """Name, balance, status, what the last run changed, the balance's own time, and Sync now."""

    sync_requested = Signal()

    def __init__(self, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self._account: Account | None = None
        self._type = Glyph(icons, "account", size=20)
        self._name = ElidedLabel()
        self._status = StatusLabel(icons, icon_size=14)
        self._changes = ElidedLabel(tone=Tone.QUIET, fit=Fit.WHOLE)
        self._mask = ElidedLabel(tone=Tone.QUIET, fit=Fit.RIGID)
        self._as_of = ElidedLabel(tone=Tone.QUIET)
        self._figure = ElidedLabel(fit=Fit.RIGID)
        self._figure.setFont(font_of(self, strong=True))
        self._qualifier = ElidedLabel(tone=Tone.QUIET, fit=Fit.RIGID)
        self._extra = ElidedLabel(tone=Tone.QUIET, fit=Fit.WHOLE)
        for label in (self._figure, self._as_of):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for label in (self._changes, self._mask, self._as_of, self._extra):
            label.setFont(font_of(self))
        self.sync_button = button(translate("Account", "Sync now"), "", "quiet")
        self.sync_button.clicked.connect(self.sync_requested)
        self._arrange()

    def show_account(self, account: Account, connection: str, status: Status, now: datetime) -> None:
        """Show the account as it is now.

        Args:
            account: What to show.
            connection: The institution's name.
            status: The connection's.
            now: The clock.
        """
        self._account = account
        title = account_title(account)
        kind = "savings" if account.subtype == "savings" else _TYPE_ICONS.get(account.type, "account")
        self._type.show_icon(kind, Tone.QUIET)
        self._name.show_text(account.name, account.official_name or "")
        self._mask.show_text(f"••{account.mask}" if account.mask else "")
        self._status.show_status(account_status(account, status))
        counts = Counts(account.added, account.modified, account.removed)
        short = counts_short(counts, self._locale) if counts != Counts() else ""
        self._changes.setVisible(bool(short))
        self._changes.show_text(short, counts_long(counts, self._locale))
        self._changes.setAccessibleName(counts_long(counts, self._locale))
        self._figure.show_text(balance_figure(account, self._locale))
        qualifier = balance_qualifier(account)
        self._qualifier.show_text(qualifier)
        extra = balance_extra(account, self._locale)
        self._extra.show_text(extra)
        self._figure.setToolTip(
            "\n".join(line for line in (f"{self._figure.text()} {qualifier}".strip(), extra) if line)
        )
        spoken = translate("Account", "{account}: {figure} {qualifier}")
        self.setAccessibleName(spoken.format(account=title, figure=self._figure.text(), qualifier=qualifier))
        name = translate("Account", "Sync now: {account}").format(account=title)
        self.sync_button.setAccessibleName(name)
        self.sync_button.setEnabled(status.tone is not Tone.BUSY)
        hover = translate("Account", "Syncs all accounts at {bank}: a bank is asked for all of them at once")
        self.sync_button.setToolTip(hover.format(bank=connection))
        self.refresh_times(now)

    def refresh_times(self, now: datetime) -> None:
        """Write the times anew."""
        as_of = self._account.balance_as_of if self._account else None
        if as_of is None:
            self._as_of.show_text("")
            return
        text = translate("Account", "updated {when}").format(when=relative(as_of, now, self._locale))
        hover = translate("Account", "The bank's balance as of {when}").format(
            when=exact(as_of, self._locale)
        )
        self._as_of.show_text(text, hover)

    def _arrange(self) -> None:
        small = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for widget in (self._name, self._status, self._changes, self._qualifier, self._figure):
            widget.setSizePolicy(small)
        details = QHBoxLayout()
        details.setSpacing(GRID + 4)
        details.addWidget(self._status)
        details.addWidget(self._changes)
        details.addWidget(self._extra, 1)
        title = QHBoxLayout()
        title.setSpacing(GRID)
        title.addWidget(self._name)
        title.addWidget(self._mask)
        title.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addLayout(title)
        left.addLayout(details)
        balance = QHBoxLayout()
        balance.setSpacing(GRID - 2)
        balance.addStretch(1)
        balance.addWidget(self._qualifier)
        balance.addWidget(self._figure)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addLayout(balance)
        right.addWidget(self._as_of)
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID, GRID - 2, GRID + 4, GRID - 2)
        grid.setHorizontalSpacing(GRID + 4)
        grid.addWidget(self._type, 0, 0)
        grid.addLayout(left, 0, 1)
        grid.addLayout(right, 0, 2)
        grid.addWidget(self.sync_button, 0, 3)
        grid.setColumnStretch(1, 1)
