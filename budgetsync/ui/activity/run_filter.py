"""Which syncs are listed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from budgetsync.domain.activity import Outcome, RunFilter
from budgetsync.domain.ids import ItemId
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Choice

translate = QCoreApplication.translate
_LETTERS = 14


def offer(choice: QComboBox, values: Sequence[tuple[object, str]]) -> None:
    """Offer values behind the first one, which stands for all; what is chosen stays so."""
    shown = [(choice.itemData(row), choice.itemText(row)) for row in range(1, choice.count())]
    if shown == list(values):
        return
    chosen = choice.currentData()
    while choice.count() > 1:
        choice.removeItem(choice.count() - 1)
    for value, name in values:
        choice.addItem(name, value)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))


def be_short(choice: QComboBox) -> None:
    """Keep a choice from being as wide as the longest name in it."""
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(_LETTERS)


class RunFilterBar(QWidget):
    """By what came of them, and by connection."""

    changed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.outcomes = Choice(icons, translate("Activity", "Syncs to show"))
        for name, outcome in (
            (translate("Activity", "All syncs"), Outcome.ALL),
            (translate("Activity", "With news"), Outcome.NEWS),
            (translate("Activity", "With trouble"), Outcome.TROUBLE),
        ):
            self.outcomes.addItem(name, outcome)
        self.banks = Choice(icons, translate("Activity", "Connection to show"))
        self.banks.addItem(translate("Activity", "All connections"), None)
        be_short(self.banks)
        choices = FlowLayout()
        for choice in (self.outcomes, self.banks):
            choices.addWidget(choice)
            choice.activated.connect(lambda _row: self.changed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID + 4, GRID + 4, GRID)
        layout.addLayout(choices)

    @property
    def wanted(self) -> RunFilter:
        """What is asked for."""
        return RunFilter(self.outcomes.currentData(), self.banks.currentData())

    def show_all(self) -> None:
        """Ask for all of them."""
        self.outcomes.setCurrentIndex(0)
        self.banks.setCurrentIndex(0)

    def show_banks(self, banks: Sequence[tuple[ItemId, str]]) -> None:
        """Offer the connections that there are."""
        offer(self.banks, banks)
