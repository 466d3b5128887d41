"""From how much to how much, and in which direction money went."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from budgetsync.domain.query import Amount, Term
from budgetsync.domain.query.amounts import to_number
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Choice

translate = QCoreApplication.translate
_DIRECTIONS = (0, -1, 1)


class AmountRow(QWidget):
    """Two fields and a direction; `amount` is what they say together."""

    changed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._shown: Amount | None = None
        self.low = _figure_field(translate("Search", "Amount from"))
        self.high = _figure_field(translate("Search", "Amount to"))
        self.direction = Choice(icons, translate("Search", "Direction of the money"))
        for word in (
            translate("Search", "In or out"),
            translate("Search", "Money out"),
            translate("Search", "Money in"),
        ):
            self.direction.addItem(word)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.low, 1)
        layout.addWidget(QLabel(translate("Search", "to")))
        layout.addWidget(self.high, 1)
        layout.addWidget(self.direction)
        for field in (self.low, self.high):
            field.editingFinished.connect(self.changed)
        self.direction.activated.connect(lambda _row: self.changed.emit())

    @property
    def amount(self) -> Amount | None:
        """What is asked for; None for any amount."""
        low, high = _read(self.low), _read(self.high)
        direction = _DIRECTIONS[self.direction.currentIndex()]
        if low is None and high is None and not direction:
            return None
        if low is None and high is None:
            low = Decimal(0)
        if low is not None and high is not None and high < low:
            low, high = high, low
        shown = self._shown
        if shown is None:
            return Amount(low, high, direction=direction)
        return Amount(  # what was typed as "more than" stays so as long as nobody changes the figure
            low,
            high,
            shown.low_included if shown.low == low else True,
            shown.high_included if shown.high == high else True,
            direction,
            shown.currency,
        )

    def show_terms(self, terms: list[Term]) -> None:
        """Show the amount of a search."""
        amount = next((term for term in terms if isinstance(term, Amount)), None)
        self._shown = amount
        for field, value in (
            (self.low, amount and amount.low),
            (self.high, amount and amount.high),
        ):
            if _read(field) != value:
                field.setText("" if value is None else f"{value:f}")
        self.direction.setCurrentIndex(_DIRECTIONS.index(amount.direction if amount else 0))


def _figure_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName("Search")
    field.setAccessibleName(name)
    field.setValidator(QRegularExpressionValidator(QRegularExpression(r"(\d[\d.,]{0,20})?"), field))
    field.setMinimumWidth(9 * GRID)
    return field


def _read(field: QLineEdit) -> Decimal | None:
    text = field.text().rstrip(".,")
    return to_number(text) if text else None
