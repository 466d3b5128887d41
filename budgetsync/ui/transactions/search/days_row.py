"""When: a stretch of days that has a name, or one of one's own."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from budgetsync.domain.query import Days, Term, parse_query
from budgetsync.ui.day_field import DayField
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.search.choices import day_entries
from budgetsync.ui.widgets import Choice

translate = QCoreApplication.translate
_OWN = "own"


class DaysRow(QWidget):
    """A choice; two dates below it where none of the names fits."""

    changed = Signal()

    def __init__(self, icons: Icons, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self.choice = Choice(icons, translate("Search", "Days"))
        self.choice.addItem(translate("Search", "Any day"), "")
        for shown, text in day_entries():
            self.choice.addItem(shown, text)
        self.choice.addItem(translate("Search", "Days of your own"), _OWN)
        self.first = DayField(icons, translate("Search", "First day"), reading.locale, self.changed.emit)
        self.last = DayField(icons, translate("Search", "Last day"), reading.locale, self.changed.emit)
        self._own = QWidget()
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(GRID)
        own.addWidget(self.first, 1)
        own.addWidget(QLabel(translate("Search", "to")))
        own.addWidget(self.last, 1)
        self._own.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.choice)
        layout.addWidget(self._own)
        self.choice.activated.connect(self._choose)

    @property
    def text(self) -> str:
        """What is asked for, as it is typed; "" for any day."""
        chosen = str(self.choice.currentData())
        if chosen != _OWN:
            return chosen
        first, last = self.first.day, self.last.day
        return str(Days(min(first, last), max(first, last)))

    def show_terms(self, terms: list[Term]) -> None:
        """Show the days of a search."""
        days = next((term for term in terms if isinstance(term, Days)), None)
        today = self._reading.today()
        named = [""] + [str(parse_query(text, today)) for _, text in day_entries()]
        wanted = "" if days is None else str(days)
        is_own = wanted not in named or len(terms) > 1
        if days is not None and is_own:
            self._show_dates(days.first or today, days.last or today)
        if is_own or self.choice.currentData() != _OWN or days is None:
            self.choice.setCurrentIndex(self.choice.count() - 1 if is_own else named.index(wanted))
        self._own.setVisible(self.choice.currentData() == _OWN)

    def _choose(self) -> None:
        if self.choice.currentData() == _OWN:
            today = self._reading.today()
            self._show_dates(today.replace(day=1), today)
        self._own.setVisible(self.choice.currentData() == _OWN)
        self.changed.emit()

    def _show_dates(self, first: date, last: date) -> None:
        self.first.show_day(first)
        self.last.show_day(last)
