"""A row to be read and changed: what is open of it, its fields, the transfer it is half of."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from budgetsync.domain.details import Details
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.icons import Icons
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.fields import FieldsPart
from budgetsync.ui.transactions.details.questions import QuestionsPart
from budgetsync.ui.transactions.details.tab import Column
from budgetsync.ui.transactions.details.transfer import TransferPart
from budgetsync.ui.transactions.reading import Reading

translate = QCoreApplication.translate


class RowTab(Column):
    """The first tab."""

    transaction_requested = Signal(object)
    """A TransactionId."""

    def __init__(self, deeds: Deeds, icons: Icons, reading: Reading) -> None:
        super().__init__(translate("Details", "The row"))
        self.questions = QuestionsPart(deeds, icons, reading.locale)
        self.fields = FieldsPart(deeds, reading.locale)
        self.transfer = TransferPart(deeds, icons, reading.locale)
        self.transfer.partner_requested.connect(self.transaction_requested)
        for part in (self.questions, self.fields, self.transfer):
            self.parts.addWidget(part)
        self.parts.addStretch(1)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        return *self.fields.stops, *self.transfer.stops

    def show_row(self, row: Transaction, details: Details | None, today: date) -> None:
        """Show a row."""
        self.questions.show_row(row, today)
        self.fields.show_row(row, details, today)
        self.transfer.show_row(row, details, today)
