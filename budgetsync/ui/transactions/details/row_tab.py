"""A row to be read and changed: what is open of it, its fields, its transfer, its parts, its likes."""

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from budgetsync.core import Core
from budgetsync.domain.details import Details
from budgetsync.domain.query.vocabulary import Vocabulary
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.fields import FieldsPart
from budgetsync.ui.transactions.details.merge_part import MergePart
from budgetsync.ui.transactions.details.questions import QuestionsPart
from budgetsync.ui.transactions.details.split_part import SplitPart
from budgetsync.ui.transactions.details.tab import Column, flowing
from budgetsync.ui.transactions.details.transfer import TransferPart
from budgetsync.ui.transactions.reading import Reading

translate = QCoreApplication.translate


class RowTab(Column):
    """The first tab."""

    transaction_requested = Signal(object)
    """A TransactionId."""

    def __init__(self, core: Core, bridge: Bridge, deeds: Deeds, icons: Icons, reading: Reading) -> None:
        super().__init__(translate("Details", "The row"))
        self.questions = QuestionsPart(deeds, icons, reading.locale)
        self.fields = FieldsPart(deeds, reading.locale)
        self.transfer = TransferPart(deeds, icons, reading.locale)
        self.transfer.partner_requested.connect(self.transaction_requested)
        self.split = SplitPart(deeds, icons, reading.locale)
        self.merge = MergePart(core, bridge, deeds, icons, reading.locale)
        for opened in (self.split, self.merge):
            opened.opened.connect(partial(self._bring, opened))
        self.split.lines.changed.connect(self._order_again)
        for part in (self.questions, self.fields, self.transfer, self.split, self.merge):
            self.parts.addWidget(part)
        self.parts.addWidget(flowing(self.split.edit_button, self.split.whole_button, self.merge.open_button))
        self.parts.addStretch(1)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        parts = (self.questions, self.fields, self.transfer, self.split, self.merge)
        return (
            *(stop for part in parts for stop in part.stops),
            self.split.edit_button,
            self.split.whole_button,
            self.merge.open_button,
        )

    def show_row(self, row: Transaction, details: Details | None, today: date) -> None:
        """Show a row."""
        is_part = details is not None and details.row.id == row.id and details.is_part
        for part in (self.fields, self.split, self.merge, self.split.edit_button, self.merge.open_button):
            part.setEnabled(not is_part)
        self.questions.show_row(row, details, today)
        self.fields.show_row(row, details)
        self.transfer.show_row(row, details, today)
        self.split.show_row(row)
        self.merge.show_row(row, today)

    def offer(self, words: Vocabulary) -> None:
        """Offer names that are known while one types."""
        self.fields.offer(words.payees, words.categories, words.tags)
        self.split.lines.offer(words.categories)

    def _order_again(self) -> None:
        if self._ordered:
            self.order(self._ordered[0])

    def _bring(self, part: QWidget) -> None:
        """Scroll what was opened into sight, once it has its size."""
        self._order_again()
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part))
