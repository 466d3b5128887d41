"""What a row is, said first: payee, amount, day, account, and how it stands."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from budgetsync.domain.transaction import Transaction
from budgetsync.ui.formats import day, long_day, money
from budgetsync.ui.icons import Icons
from budgetsync.ui.sheet_parts import paragraph
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.transactions.details.words import row_status
from budgetsync.ui.widgets import ElidedLabel, Fit, StatusLabel

translate = QCoreApplication.translate


class DetailsHead(QWidget):
    """Stands above all tabs."""

    def __init__(self, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self._payee = paragraph()
        self._payee.setFont(font_of(self, 1.2, strong=True))
        self._amount = ElidedLabel(fit=Fit.RIGID)
        self._amount.setFont(font_of(self, 1.2, strong=True))
        self._amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._where = paragraph()
        self._where.setProperty("tone", Tone.QUIET.value)
        self._status = StatusLabel(icons, 14)
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(2 * GRID)
        first.addWidget(self._payee, 1)
        first.addWidget(self._amount, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self._where, 1)
        second.addWidget(self._status, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(first)
        layout.addLayout(second)

    def show_row(self, row: Transaction, today: date) -> None:
        """Show another row, or the same as it is now."""
        amount = money(row.amount, self._locale)
        _say(self._payee, row.shown_payee)
        self._amount.show_text(amount)
        self._amount.show_tone(Tone.OK if row.amount.minor > 0 else None)
        _say(self._where, f"{day(row.transacted_on, today, self._locale)} · {row.account_name}")
        self._where.setToolTip(long_day(row.transacted_on, self._locale))
        status = row_status(row)
        self._status.show_status(status)
        self.setAccessibleName(f"{row.shown_payee}, {amount}, {self._where.text()}, {status.word}")


def _say(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)
