"""Several rows that are chosen: what they come to, and of two of them, whether they may be one or a transfer."""

import asyncio
from datetime import date

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from budgetsync.core import Core
from budgetsync.domain.details import Summary
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.comparing import comparison
from budgetsync.ui.formats import day, money, number
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.sheets import Fact
from budgetsync.ui.sheet_parts import clear, facts_part, grid_part, paragraph
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import font_of
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.tab import SETTLES_MS, Column, flowing
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.selection import NOTHING, Selection
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate
_PAIR = 2
_TO = "\N{EN DASH}"


class SeveralPart(Column):
    """Loads what it shows; of more rows than a selection names it says how many there are."""

    filled = Signal()

    def __init__(self, core: Core, bridge: Bridge, deeds: Deeds, icons: Icons, reading: Reading) -> None:
        super().__init__(translate("Details", "Several rows"))
        self._core, self._bridge, self._deeds = core, bridge, deeds
        self._icons, self._reading = icons, reading
        self._loading: asyncio.Task[None] | None = None
        self._selection = NOTHING
        self._settling = QTimer(self, singleShot=True, interval=SETTLES_MS)
        self._settling.timeout.connect(self._begin)
        self._pair: tuple[Transaction, Transaction] | None = None
        self._shown: tuple[Fact, ...] = ()
        self._title = paragraph()
        self._title.setFont(font_of(self, 1.2, strong=True))
        self._facts = QVBoxLayout()
        self._said = paragraph(
            translate("Details", "What they have in common is changed at the foot of the table.")
        )
        self._said.setProperty("tone", Tone.QUIET.value)
        self._compared = QVBoxLayout()
        self.merge_button = button(
            translate("Details", "Make them one"), translate("Details", "Make one row of the two")
        )
        self.pair_button = button(
            translate("Details", "Make them a transfer"),
            translate("Details", "Make a transfer of the two rows"),
        )
        self.parts.addWidget(self._title)
        self.parts.addLayout(self._facts)
        self.parts.addWidget(self._said)
        self.parts.addLayout(self._compared)
        self.parts.addWidget(flowing(self.merge_button, self.pair_button))
        self.parts.addStretch(1)
        self.merge_button.clicked.connect(self._merge)
        self.pair_button.clicked.connect(self._make_transfer)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is said of the rows."""
        return self._shown

    def hideEvent(self, event: QHideEvent) -> None:
        """Load nothing more."""
        super().hideEvent(event)
        self._settling.stop()

    def show_selection(self, selection: Selection) -> None:
        """Say at once how many there are, and what they come to as soon as that is known."""
        count = number(selection.count, self._reading.locale)
        self._title.setText(translate("Details", "{n} rows", None, selection.count).format(n=count))
        self._selection = selection
        self._settling.start()

    def _begin(self) -> None:
        if self._loading is not None:
            self._loading.cancel()
        if self._selection.ids:
            self._loading = self._bridge.spawn(self._load(self._selection))
        else:
            self._show((), None)

    async def _load(self, selection: Selection) -> None:
        summary = await self._core.summary(selection.ids)
        pair = await self._core.transactions(selection.ids) if len(selection.ids) == _PAIR else []
        self._show(self._words(summary), (pair[0], pair[1]) if len(pair) == _PAIR else None)

    def _words(self, summary: Summary) -> tuple[Fact, ...]:
        locale, today = self._reading.locale, self._reading.today()
        sums = [Fact(translate("Details", "Sum"), money(amount, locale)) for amount in summary.sums]
        if summary.first is None or summary.last is None:
            return tuple(sums)
        days = [day(one, today, locale) for one in (summary.first, summary.last)]
        text = days[0] if summary.first == summary.last else f" {_TO} ".join(days)
        facts = [*sums, Fact(translate("Details", "Date"), text)]
        if summary.accounts > 1:
            facts.append(Fact(translate("Details", "Accounts"), number(summary.accounts, locale)))
        return tuple(facts)

    def _show(self, facts: tuple[Fact, ...], pair: tuple[Transaction, Transaction] | None) -> None:
        self._shown = facts
        clear(self._facts)
        if facts:
            self._facts.addWidget(facts_part(facts))
        clear(self._compared)
        self._pair = _in_order(pair)
        mergeable, transfer = _may_be_one(self._pair), _may_be_transfer(self._pair)
        if self._pair is not None and (mergeable or transfer):
            today: date = self._reading.today()
            grid = comparison(*self._pair, today, self._reading.locale, as_transfer=transfer)
            self._compared.addWidget(grid_part(grid, self._icons, stacked=True))
        self.merge_button.setVisible(mergeable)
        self.pair_button.setVisible(transfer)
        self.filled.emit()

    def _merge(self) -> None:
        if self._pair is not None:
            first, second = self._pair
            self._deeds.merge(first.id, second.id)

    def _make_transfer(self) -> None:
        if self._pair is not None:
            first, second = self._pair
            self._deeds.pair(first.id, second.id)


def _in_order(pair: tuple[Transaction, Transaction] | None) -> tuple[Transaction, Transaction] | None:
    """Put the half that money leaves first, else the older row: it is the one that stays."""
    if pair is None:
        return None
    first, second = pair
    if _may_be_transfer(pair):
        return (first, second) if first.amount.minor < 0 else (second, first)
    return (
        (first, second)
        if (first.transacted_on, first.id) <= (second.transacted_on, second.id)
        else pair[::-1]
    )


def _may_be_one(pair: tuple[Transaction, Transaction] | None) -> bool:
    if pair is None:
        return False
    first, second = pair
    return first.account_id == second.account_id and first.amount.currency == second.amount.currency


def _may_be_transfer(pair: tuple[Transaction, Transaction] | None) -> bool:
    if pair is None:
        return False
    first, second = pair
    opposite = (first.amount.minor < 0) is not (second.amount.minor < 0)
    exact = first.amount.currency != second.amount.currency or first.amount == -second.amount
    free = first.transfer is None and second.transfer is None
    return first.account_id != second.account_id and opposite and exact and free
