"""Which changes are listed: by whom, of what, when, and words that one types."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from budgetsync.domain.activity import AuditFilter, ChangedField, Narrowing, Who
from budgetsync.ui.activity.change_words import field_word
from budgetsync.ui.activity.run_filter import be_short, offer
from budgetsync.ui.activity.words import who_words
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Choice, ElidedLabel, button, offer_to_clear

translate = QCoreApplication.translate
_PAUSE_MS = 150
"""So long after a letter typed it is looked for."""
_BANK, _ACCOUNT = "bank", "account"
_OFFERED = (
    ChangedField.CREATED,
    ChangedField.PAYEE,
    ChangedField.CATEGORY,
    ChangedField.NOTE,
    ChangedField.TAGS,
    ChangedField.PARTS,
    ChangedField.DATE,
    ChangedField.AMOUNT,
    ChangedField.STATE,
    ChangedField.TRANSFER,
    ChangedField.JOINED,
    ChangedField.HIDDEN,
    ChangedField.REVIEWED,
)


class TrailFilterBar(QWidget):
    """Search as one types, the rest by choice; what another page asked for is named, and a button lets go of it.

    Args:
        now: Tells the time, aware.
    """

    changed = Signal()

    def __init__(self, icons: Icons, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._within = AuditFilter()
        self._layout = QVBoxLayout(self)
        self.search = QLineEdit()
        self.search.setObjectName("Search")
        self.search.setPlaceholderText(translate("Activity", "Search payees, texts and values"))
        self.search.setAccessibleName(translate("Activity", "Search changes"))
        offer_to_clear(self.search)
        self.who = Choice(icons, translate("Activity", "By whom"))
        self.who.addItem(translate("Activity", "By anybody"), None)
        for who in Who:
            self.who.addItem(who_words(who), who)
        self.fields = Choice(icons, translate("Activity", "Field to show"))
        self.fields.addItem(translate("Activity", "All fields"), None)
        for field in _OFFERED:
            self.fields.addItem(field_word(field), field)
        self.days = Choice(icons, translate("Activity", "Days to show"))
        for name, days in (
            (translate("Activity", "All days"), None),
            (translate("Activity", "Today"), 0),
            (translate("Activity", "Last 7 days"), 6),
            (translate("Activity", "Last 30 days"), 29),
            (translate("Activity", "Last 12 months"), 364),
        ):
            self.days.addItem(name, days)
        self.places = Choice(icons, translate("Activity", "Connection or account to show"))
        self.places.addItem(translate("Activity", "All accounts"), None)
        be_short(self.places)
        self.within = ElidedLabel(tone=Tone.BUSY)
        self.all_button = button(
            translate("Activity", "Show all"), translate("Activity", "Show all changes"), "quiet"
        )
        self.all_button.clicked.connect(self.show_all)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.changed)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        for choice in self._choices:
            choice.activated.connect(lambda _row: self.changed.emit())
        self._arrange()
        self._show_within()

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return (self.who, self.fields, self.days, self.places)

    @property
    def wanted(self) -> AuditFilter:
        """What is asked for."""
        field, place = self.fields.currentData(), self.places.currentData()
        return replace(
            self._within,
            who=self.who.currentData(),
            fields=frozenset() if field is None else frozenset({field}),
            account_id=place[1] if place is not None and place[0] == _ACCOUNT else None,
            item_id=place[1] if place is not None and place[0] == _BANK else None,
            since=self._since(),
            text=self.search.text().strip(),
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether something is left out."""
        return self.wanted != AuditFilter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the room that the choices need in this width: a splitter does not ask for it."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._layout.heightForWidth(event.size().width()))

    def show_all(self) -> None:
        """Leave nothing out."""
        self.show_within(AuditFilter())

    def show_within(self, wanted: AuditFilter) -> None:
        """Show what another page asks for: the changes of a sync, of a row, of a command."""
        self._within = wanted
        self.search.setText(wanted.text)
        self._timer.stop()
        self.days.setCurrentIndex(0)
        field = next(iter(wanted.fields), None)
        place: object = None if wanted.account_id is None else (_ACCOUNT, wanted.account_id)
        if wanted.item_id is not None:
            place = (_BANK, wanted.item_id)
        for choice, value in ((self.who, wanted.who), (self.fields, field), (self.places, place)):
            choice.setCurrentIndex(max(0, choice.findData(value)))
        self._show_within()
        self.changed.emit()

    def show_narrowing(self, narrowing: Narrowing) -> None:
        """Offer the connections and accounts that there are."""
        offer(
            self.places,
            [
                *(((_BANK, number), name) for number, name in narrowing.banks),
                *(((_ACCOUNT, number), name) for number, name in narrowing.accounts),
            ],
        )

    def _since(self) -> datetime | None:
        days = self.days.currentData()
        if days is None:
            return None
        first = self._now().astimezone().date() - timedelta(days=days)
        return datetime.combine(first, time.min).astimezone()

    def _show_within(self) -> None:
        within = self._within
        text = ""
        if within.run_id is not None:
            text = translate("Activity", "Only what sync {number} changed").format(number=within.run_id)
        elif within.command_id is not None:
            text = translate("Activity", "Only what was done with one step")
        elif within.transaction_id is not None:
            text = translate("Activity", "Only transaction {number}").format(number=within.transaction_id)
        self.within.show_text(text)
        self.within.setVisible(bool(text))
        self.all_button.setVisible(bool(text))

    def _arrange(self) -> None:
        choices = FlowLayout()
        for choice in self._choices:
            choices.addWidget(choice)
        last = QHBoxLayout()
        last.setSpacing(GRID)
        last.addWidget(self.within, 1)
        last.addWidget(self.all_button)
        layout = self._layout
        layout.setContentsMargins(GRID + 4, GRID + 4, GRID + 4, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.search)
        layout.addLayout(choices)
        layout.addLayout(last)
