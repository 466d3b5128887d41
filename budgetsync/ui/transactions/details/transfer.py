"""The transfer that a row is half of: what the other half is, the way there, and how the two are parted."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from budgetsync.domain.details import Details
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.formats import day, money
from budgetsync.ui.icons import Icons
from budgetsync.ui.sheet_parts import paragraph
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.tab import flowing
from budgetsync.ui.widgets import Glyph, button

translate = QCoreApplication.translate


class TransferPart(QFrame):
    """Hidden where the row is half of nothing."""

    partner_requested = Signal(object)
    """The TransactionId of the other half."""

    def __init__(self, deeds: Deeds, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self.setObjectName("Rows")
        self._deeds, self._locale = deeds, locale
        self._row: Transaction | None = None
        self._text = paragraph()
        self.show_button = button(
            translate("Details", "Show the other half"),
            translate("Details", "Show the other half of the transfer"),
        )
        self.part_button = button(
            translate("Details", "It is no transfer"), translate("Details", "Take the transfer apart")
        )
        self.show_button.clicked.connect(self._show)
        self.part_button.clicked.connect(self._part)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(self._text)
        column.addWidget(flowing(self.show_button, self.part_button))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(Glyph(icons, "transfer", Tone.BUSY))
        layout.addLayout(column, 1)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        return self.show_button, self.part_button

    def show_row(self, row: Transaction, details: Details | None, today: date) -> None:
        """Show the transfer of a row."""
        self._row = row
        self.setVisible(row.transfer is not None)
        if row.transfer is None:
            return
        partner = None if details is None or details.row.id != row.id else details.partner
        if partner is None:
            self._text.setText(translate("Details", "Half of a transfer between your own accounts."))
            return
        if row.amount.minor < 0:
            text = translate("Details", "Transfer to {account}: {amount}, {day}")
        else:
            text = translate("Details", "Transfer from {account}: {amount}, {day}")
        self._text.setText(
            text.format(
                account=partner.account_name,
                amount=money(partner.amount, self._locale),
                day=day(partner.transacted_on, today, self._locale),
            )
        )

    def _show(self) -> None:
        if self._row is not None and self._row.transfer is not None:
            self.partner_requested.emit(self._row.transfer)

    def _part(self) -> None:
        if self._row is not None:
            self._deeds.part_transfer(self._row.id)
