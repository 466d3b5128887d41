"""All filters of a search at a glance, below its button: they write its text and are read back from it."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from budgetsync.domain.query import Flag, Flagged, Query, Term
from budgetsync.domain.query.rewriting import Group, exchange, group_of
from budgetsync.domain.query.vocabulary import Vocabulary
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.search.amount_row import AmountRow
from budgetsync.ui.transactions.search.chips import Chip
from budgetsync.ui.transactions.search.choices import (
    TermChoice,
    account_entries,
    category_entries,
    entry_of,
    source_entries,
    state_entries,
    tag_entries,
    terms_of,
)
from budgetsync.ui.transactions.search.days_row import DaysRow
from budgetsync.ui.transactions.search.term_words import mark_words, say_term
from budgetsync.ui.widgets import button, order_tabs

translate = QCoreApplication.translate
_WIDTH = 460


class Filters(QFrame):
    """Opened by its button, closed by Escape or a press anywhere else. Every change counts at once."""

    changed = Signal(str)
    """The search as it is now."""

    def __init__(self, owner: QWidget, icons: Icons, reading: Reading) -> None:
        super().__init__(owner, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._reading = reading
        self._text, self._query, self._vocabulary = "", Query(), Vocabulary()
        self.setObjectName("Filters")
        self.setAccessibleName(translate("Search", "Filters"))
        self.choices = {
            Group.ACCOUNT: TermChoice(icons, translate("Search", "Account")),
            Group.CATEGORY: TermChoice(icons, translate("Search", "Category")),
            Group.TAG: TermChoice(icons, translate("Search", "Tag")),
            Group.STATE: TermChoice(icons, translate("Search", "State")),
            Group.SOURCE: TermChoice(icons, translate("Search", "Source")),
        }
        self.amount = AmountRow(icons)
        self.days = DaysRow(icons, reading)
        self.marks: dict[Flag, Chip] = {
            flag: Chip(mark_words()[flag], is_switch=True)
            for flag in mark_words()
            if flag is not Flag.UNCATEGORIZED
        }
        self.clear_button = button(
            translate("Search", "Clear filters"), translate("Search", "Clear all filters"), "quiet"
        )
        self.done_button = button(translate("Search", "Done"), translate("Search", "Close the filters"))
        self._arrange()
        for group, choice in self.choices.items():
            choice.activated.connect(partial(self._choose, group))
        self.amount.changed.connect(self._choose_amount)
        self.days.changed.connect(self._choose_days)
        for flag, chip in self.marks.items():
            chip.toggled.connect(partial(self._choose_mark, flag))
        self.clear_button.clicked.connect(self._clear)
        self.done_button.clicked.connect(self.close)

    def show_query(self, text: str, query: Query, vocabulary: Vocabulary) -> None:
        """Show what a search is narrowed to."""
        self._text, self._query, self._vocabulary = text, query, vocabulary
        self._offer()
        for group, choice in self.choices.items():
            terms = terms_of(query, group)
            if group is Group.ACCOUNT:
                terms = [entry_of(term, vocabulary, self._reading.today()) for term in terms]
            said = ", ".join(say_term(term, vocabulary, self._reading) for term in terms)
            choice.show_terms(terms, said)
        self.amount.show_terms(terms_of(query, Group.AMOUNT))
        self.days.show_terms(terms_of(query, Group.DAYS))
        for flag, chip in self.marks.items():
            chip.setChecked(Flagged(flag) in query.terms)
        self.clear_button.setEnabled(any(group_of(term) is not Group.WORDS for term in query.terms))
        if self.isVisible():
            self._fit()

    def open_below(self, opener: QWidget) -> None:
        """Open at the end of a button, within its window."""
        window = opener.window()
        self.setFixedWidth(min(_WIDTH, window.width() - 2 * GRID))
        self._fit()
        corner = opener.mapToGlobal(QPoint(opener.width() - self.width(), opener.height() + 2))
        if opener.isRightToLeft():
            corner = opener.mapToGlobal(QPoint(0, opener.height() + 2))
        left = window.mapToGlobal(QPoint(GRID, 0)).x()
        self.move(max(left, corner.x()), corner.y())
        self.show()
        self.choices[Group.ACCOUNT].setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Take the height that the filters need in this width."""
        for part in (self.amount, self.days):
            layout = part.layout()
            assert layout is not None
            layout.activate()
            part.setFixedHeight(layout.sizeHint().height())
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def _offer(self) -> None:
        known = self._vocabulary
        offers = {
            Group.ACCOUNT: (translate("Search", "Any account"), account_entries(known)),
            Group.CATEGORY: (translate("Search", "Any category"), category_entries(known)),
            Group.TAG: (translate("Search", "Any tag or none"), tag_entries(known)),
            Group.STATE: (translate("Search", "Pending or posted"), state_entries()),
            Group.SOURCE: (translate("Search", "Any source"), source_entries(known)),
        }
        for group, (anything, entries) in offers.items():
            self.choices[group].offer(anything, entries)

    def _choose(self, group: Group, row: int) -> None:
        text = self.choices[group].itemData(row)
        if text is not None:
            self._exchange(group, text)

    def _choose_amount(self) -> None:
        amount = self.amount.amount
        if ([] if amount is None else [amount]) != terms_of(self._query, Group.AMOUNT):
            self._exchange(Group.AMOUNT, "" if amount is None else str(amount))

    def _choose_days(self) -> None:
        self._exchange(Group.DAYS, self.days.text)

    def _choose_mark(self, flag: Flag, is_on: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        if is_on is (Flagged(flag) in self._query.terms):
            return  # it follows what is searched for
        chosen = [Flagged(flag)] if is_on else []
        self.changed.emit(
            exchange(
                self._text,
                self._query,
                lambda term: term in {Flagged(flag), Flagged(flag, negated=True)},
                chosen,
            )
        )

    def _clear(self) -> None:
        self.changed.emit(
            exchange(self._text, self._query, lambda term: group_of(term) is not Group.WORDS, ())
        )

    def _exchange(self, group: Group, text: str) -> None:
        def old(term: Term) -> bool:
            return group_of(term) is group and not term.negated

        self.changed.emit(exchange(self._text, self._query, old, [text] if text else []))

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(translate("Search", "Account"), self.choices[Group.ACCOUNT])
        form.addRow(translate("Search", "Category"), self.choices[Group.CATEGORY])
        form.addRow(translate("Search", "Amount"), self.amount)
        form.addRow(translate("Search", "Days"), self.days)
        form.addRow(translate("Search", "State"), self.choices[Group.STATE])
        form.addRow(translate("Search", "Tag"), self.choices[Group.TAG])
        form.addRow(translate("Search", "Source"), self.choices[Group.SOURCE])
        marks = FlowLayout()
        for chip in self.marks.values():
            marks.addWidget(chip)
        last = QHBoxLayout()
        last.addWidget(self.clear_button)
        last.addStretch(1)
        last.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID + 4)
        layout.setSpacing(2 * GRID)
        layout.addLayout(form)
        layout.addLayout(marks)
        layout.addLayout(last)
        order_tabs(self.tab_stops)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The controls in the order in which they are read."""
        choices = self.choices
        return (
            choices[Group.ACCOUNT],
            choices[Group.CATEGORY],
            self.amount.low,
            self.amount.high,
            self.amount.direction,
            self.days.choice,
            self.days.first,
            self.days.last,
            choices[Group.STATE],
            choices[Group.TAG],
            choices[Group.SOURCE],
            *self.marks.values(),
            self.clear_button,
            self.done_button,
        )
