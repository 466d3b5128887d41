"""Which of what was kept aside is shown, and trying all of it again."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from budgetsync.domain.dead_letter import LetterFilter, LetterKind, LetterState
from budgetsync.domain.ids import ItemId
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.letter_sheets import kind_word
from budgetsync.ui.problems.sheets import translate
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Choice, ElidedLabel, button, offer_to_clear

_PAUSE_MS = 150
"""So long after a letter typed it is looked for."""
MOST = 10_000
"""Letters in the list."""
_WAITING = frozenset({LetterState.OPEN, LetterState.REQUEUED})
_STATES = (_WAITING, frozenset({LetterState.DISCARDED}), frozenset({LetterState.SOLVED}))
_KINDS = (frozenset(LetterKind), *(frozenset({kind}) for kind in LetterKind))


class LetterFilterBar(QWidget):
    """Search as one types; state, kind and connection by choice."""

    changed = Signal()
    retry_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self.search = QLineEdit()
        self.search.setObjectName("Search")
        self.search.setPlaceholderText(translate("Letters", "Search"))
        self.search.setAccessibleName(translate("Letters", "Search what was kept aside"))
        offer_to_clear(self.search)
        self.states = Choice(icons, translate("Letters", "State to show"))
        self.states.addItem(translate("Letters", "Waiting"))
        self.states.addItem(translate("Letters", "Put away"))
        self.states.addItem(translate("Letters", "Solved"))
        self.kinds = Choice(icons, translate("Letters", "Kind to show"))
        self.kinds.addItem(translate("Letters", "All kinds"))
        for kind in LetterKind:
            self.kinds.addItem(kind_word(kind))
        self.banks = Choice(icons, translate("Letters", "Connection to show"))
        self.banks.addItem(translate("Letters", "All connections"), None)
        self.banks.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.banks.setMinimumContentsLength(14)
        self.count = ElidedLabel(tone=Tone.QUIET)
        self.retry_button = button(
            translate("Letters", "Try all again"), translate("Letters", "Try all that is shown again")
        )
        self.retry_button.setToolTip(
            translate(
                "Letters", "One after the other, the oldest first; what this version cannot read is left out"
            )
        )
        self.cancel_button = button(
            translate("Letters", "Stop"), translate("Letters", "Stop trying all of them again"), "quiet"
        )
        self.cancel_button.hide()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        for choice in (self.states, self.kinds, self.banks):
            choice.activated.connect(lambda _row: self.changed.emit())
        self.retry_button.clicked.connect(self.retry_requested)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self._arrange()

    @property
    def wanted(self) -> LetterFilter:
        """What is asked for."""
        return LetterFilter(
            kinds=_KINDS[self.kinds.currentIndex()],
            states=_STATES[self.states.currentIndex()],
            item_id=self.banks.currentData(),
            search=self.search.text().strip(),
            limit=MOST,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether some letters that wait are left out."""
        return self.wanted != LetterFilter(limit=MOST)

    def show_banks(self, banks: Sequence[tuple[ItemId, str]]) -> None:
        """Offer the connections that there are; the choice stays."""
        shown = [(self.banks.itemData(row), self.banks.itemText(row)) for row in range(1, self.banks.count())]
        if shown == list(banks):
            return
        chosen = self.banks.currentData()
        while self.banks.count() > 1:
            self.banks.removeItem(self.banks.count() - 1)
        for item_id, name in banks:
            self.banks.addItem(name, item_id)
        self.banks.setCurrentIndex(max(0, self.banks.findData(chosen)))

    def show_count(self, shown: int, of: int) -> None:
        """Say how many there are."""
        if of > shown:
            text = translate("Letters", "The newest {shown} of {of}", None, of)
        else:
            text = translate("Letters", "{of} in all", None, of)
        self.count.show_text(
            text.format(shown=number(shown, self._locale), of=number(of, self._locale)) if of else ""
        )
        self.retry_button.setEnabled(bool(of) and self.wanted.states == _WAITING)

    def show_progress(self, tried: int, of: int) -> None:
        """Say how far trying again is; of 0 means that it is over."""
        self.retry_button.setVisible(not of)
        self.cancel_button.setVisible(bool(of))
        if of:
            text = translate("Letters", "Tried {tried} of {of}", None, of)
            self.count.show_text(text.format(tried=number(tried, self._locale), of=number(of, self._locale)))

    def show_all_of(self, item_id: ItemId | None) -> None:
        """Show everything that waits, of one connection or of all."""
        self.search.clear()
        self._timer.stop()
        self.states.setCurrentIndex(0)
        self.kinds.setCurrentIndex(0)
        self.banks.setCurrentIndex(max(0, self.banks.findData(item_id)))
        self.changed.emit()

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The controls in the order in which they are read."""
        return (self.search, self.states, self.kinds, self.banks, self.retry_button, self.cancel_button)

    def _arrange(self) -> None:
        choices = FlowLayout()
        for choice in (self.states, self.kinds, self.banks):
            choices.addWidget(choice)
        last = QHBoxLayout()
        last.setSpacing(GRID)
        last.addWidget(self.count, 1)
        last.addWidget(self.cancel_button)
        last.addWidget(self.retry_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID + 4, GRID + 4, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.search)
        layout.addLayout(choices)
        layout.addLayout(last)
