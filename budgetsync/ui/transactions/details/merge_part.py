"""Merging a row with another one: the likeliest rows of its account, and both beside each other before it is done."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.comparing import comparison, state_word
from budgetsync.ui.formats import day, money
from budgetsync.ui.icons import Icons
from budgetsync.ui.sheet_parts import caption, clear, grid_part, paragraph
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.tab import flowing
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class MergePart(QWidget):
    """Hidden until its button is pressed, which stands wherever its owner puts it; Escape gives up."""

    opened = Signal()
    """There is something to choose from, or the word that there is not."""

    def __init__(self, core: Core, bridge: Bridge, deeds: Deeds, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._core, self._bridge, self._deeds = core, bridge, deeds
        self._icons, self._locale = icons, locale
        self._row: Transaction | None = None
        self._today: date | None = None
        self._found: Sequence[Transaction] = ()
        self._group: QButtonGroup | None = None
        self.open_button = button(
            translate("Details", "Merge with another row"),
            translate("Details", "Merge with another row of the account"),
        )
        self.merge_button = button(
            translate("Details", "Make them one"), translate("Details", "Make one row of the two"), "primary"
        )
        self.cancel_button = button(
            translate("Details", "Cancel"), translate("Details", "Leave the rows as they are")
        )
        self._chooser = QFrame()
        self._choices = QVBoxLayout()
        self._compared = QVBoxLayout()
        self._arrange()
        self.open_button.clicked.connect(self.begin)
        self.merge_button.clicked.connect(self._merge)
        self.cancel_button.clicked.connect(self.give_up)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through where a row is chosen."""
        return *self.choices, self.merge_button, self.cancel_button

    @property
    def choices(self) -> list[QRadioButton]:
        """The rows that can be chosen."""
        buttons = self._group.buttons() if self._group is not None else []
        return [one for one in buttons if isinstance(one, QRadioButton)]

    @property
    def is_open(self) -> bool:
        """Whether a row is being chosen."""
        return not self._chooser.isHidden()

    def show_row(self, row: Transaction, today: date) -> None:
        """Be about a row."""
        if self._row is not None and self._row.id != row.id:
            self._close()
        self._row, self._today = row, today

    def begin(self) -> None:
        """Look for rows that it may be one with."""
        if self._row is not None:
            self._bridge.spawn(self._look(self._row.id))

    def give_up(self) -> None:
        """Leave everything as it is."""
        self._close()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if self.is_open and event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    async def _look(self, number: TransactionId) -> None:
        found = await self._core.merge_candidates(number)
        if self._row is None or self._row.id != number:
            return
        self._found = found
        self._fill()
        self.open_button.hide()
        self.show()
        self._chooser.show()
        first = self.choices[0] if self.choices else self.cancel_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _fill(self) -> None:
        clear(self._choices)
        clear(self._compared)
        self._group = QButtonGroup(self)
        self.merge_button.setVisible(bool(self._found))
        if not self._found:
            text = translate("Details", "No row of this account is near in amount and date.")
            self._choices.addWidget(paragraph(text))
            return
        self._choices.addWidget(caption(translate("Details", "Which row is the same purchase?")))
        for number, row in enumerate(self._found):
            choice = QRadioButton(self._line(row))
            choice.setFont(font_of(choice))
            choice.setToolTip(row.original_description)
            self._group.addButton(choice, number)
            payee = caption(row.shown_payee)
            payee.setWordWrap(True)
            payee.setContentsMargins(3 * GRID, 0, 0, 0)
            choice.setAccessibleName(f"{choice.text()}, {row.shown_payee}")
            self._choices.addWidget(choice)
            self._choices.addWidget(payee)
        self._group.idToggled.connect(self._compare)
        self.choices[0].setChecked(True)

    def _line(self, row: Transaction) -> str:
        assert self._today is not None
        when, amount = day(row.transacted_on, self._today, self._locale), money(row.amount, self._locale)
        return " · ".join((when, amount, state_word(row.state)))

    def _compare(self, number: int, on: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        if on and self._row is not None and self._today is not None:
            clear(self._compared)
            grid = comparison(self._row, self._found[number], self._today, self._locale)
            self._compared.addWidget(grid_part(grid, self._icons, stacked=True, framed=False))

    def _merge(self) -> None:
        chosen = self._group.checkedId() if self._group is not None else -1
        if self._row is not None and chosen >= 0:
            self.give_up()
            self._deeds.merge(self._row.id, self._found[chosen].id)

    def _close(self) -> None:
        self._chooser.hide()
        self.open_button.show()
        self.hide()

    def _arrange(self) -> None:
        self._chooser.setObjectName("Rows")
        self._chooser.setAccessibleName(translate("Details", "Merge with another row"))
        column = QVBoxLayout(self._chooser)
        column.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID + 4)
        column.setSpacing(GRID)
        column.addLayout(self._choices)
        column.addLayout(self._compared)
        column.addWidget(flowing(self.merge_button, self.cancel_button))
        self._chooser.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._chooser)
        self.hide()
