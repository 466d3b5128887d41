"""Why a row is there: what each source said of it, why it belongs here, and what was sent, as it came."""

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.category import describe
from budgetsync.domain.details import Details
from budgetsync.domain.history import ObservationRecord
from budgetsync.domain.ids import ObservationId, RunId
from budgetsync.domain.raw_text import readable
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.comparing import state_word
from budgetsync.ui.formats import day, exact, local_today, money
from budgetsync.ui.problems.sheets import Fact
from budgetsync.ui.sheet_parts import caption, clear, facts_part, paragraph
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.tab import Column, flowing
from budgetsync.ui.transactions.details.words import join_word, run_word, trigger_word
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate
_LINES = 14  # of raw data that are seen at once


class SourcesTab(Column):
    """A card for each source, in the order in which they came."""

    run_requested = Signal(object)
    """A RunId."""
    raw_shown = Signal()

    def __init__(self, core: Core, bridge: Bridge, deeds: Deeds, locale: QLocale) -> None:
        super().__init__(translate("Details", "Sources of the row"))
        self._core, self._bridge, self._deeds, self._locale = core, bridge, deeds, locale
        self._shown: tuple[object, ...] = ()
        self._raw: dict[ObservationId, QPlainTextEdit] = {}
        self._buttons: list[QWidget] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(GRID + 4)
        self.parts.addLayout(self._cards)
        self.apart_button = button(
            translate("Details", "Take them apart"),
            translate("Details", "Take the newest of the joined rows apart again"),
        )
        self.parts.addWidget(flowing(self.apart_button))
        self.parts.addStretch(1)
        self._details: Details | None = None
        self.apart_button.clicked.connect(self._take_apart)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        return *self._buttons, self.apart_button

    def show_details(self, details: Details, today: date) -> None:
        """Show what the sources said."""
        self._details = details
        shown = (details.row.id, details.history.observations, today)
        self.apart_button.setVisible(details.is_joined)
        if shown == self._shown:
            return
        self._shown = shown
        self._raw.clear()
        self._buttons.clear()
        self.viewport().setUpdatesEnabled(False)
        clear(self._cards)
        for record in details.history.observations:
            self._cards.addWidget(self._card(record, details, today))
        if not details.history.observations:
            self._cards.addWidget(paragraph(translate("Details", "This row has become part of another one.")))
        self.viewport().setUpdatesEnabled(True)

    def _card(self, record: ObservationRecord, details: Details, today: date) -> QFrame:
        made = QFrame()
        made.setObjectName("Rows")
        title = QLabel(source_name(record.source))
        title.setFont(font_of(title, strong=True))
        made.setAccessibleName(f"{title.text()}, {state_word(record.state)}")
        raw = button(
            translate("Details", "Raw data"), translate("Details", "Show or hide the raw data"), "quiet"
        )
        copy = button(translate("Details", "Copy"), translate("Details", "Copy the raw data"), "quiet")
        raw.clicked.connect(partial(self._show_raw, record.id))
        copy.clicked.connect(partial(self._copy, record.id, copy))
        run = button(
            translate("Details", "Show the sync"),
            translate("Details", "Show the sync that brought it under Activity"),
            "quiet",
        )
        run.clicked.connect(partial(self._show_run, record))
        text = QPlainTextEdit()
        text.setObjectName("Raw")
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setTabChangesFocus(True)
        text.setAccessibleName(translate("Details", "Raw data"))
        text.setMinimumHeight(_LINES * text.fontMetrics().lineSpacing())
        text.hide()
        self._raw[record.id] = text
        layout = QVBoxLayout(made)
        layout.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(title)
        layout.addWidget(caption_of(record))
        layout.addWidget(facts_part(self._facts(record, details, today)))
        layout.addWidget(text)
        layout.addWidget(flowing(raw, copy, run))
        self._buttons += (text, raw, copy, run)
        return made

    def _facts(self, record: ObservationRecord, details: Details, today: date) -> tuple[Fact, ...]:
        locale = self._locale
        facts = [
            Fact(translate("Details", "Status"), state_word(record.state)),
            Fact(translate("Details", "Amount"), money(record.amount, locale)),
            Fact(translate("Details", "Made"), day(record.transacted_on, today, locale)),
        ]
        if record.posted_on is not None:
            facts.append(Fact(translate("Details", "Booked"), day(record.posted_on, today, locale)))
        if record.merchant:
            facts.append(Fact(translate("Details", "Name"), record.merchant))
        facts.append(Fact(translate("Details", "Text"), record.original_description))
        if record.provider_category:
            said = describe(record.provider_category)
            facts.append(Fact(translate("Details", "Category"), said, record.provider_category))
        facts.append(self._told(translate("Details", "First told"), record.first_run, details))
        if record.last_run != record.first_run:
            facts.append(self._told(translate("Details", "Last changed"), record.last_run, details))
        return tuple(facts)

    def _told(self, name: str, run: RunId, details: Details) -> Fact:
        mark = details.runs.get(run)
        text = run_word(run, mark)
        if mark is None:
            return Fact(name, text)
        when = day(local_today(mark.started_at), local_today(self._core.now()), self._locale)
        return Fact(
            name, f"{when}, {trigger_word(mark.trigger)}", f"{text}, {exact(mark.started_at, self._locale)}"
        )

    def _show_raw(self, number: ObservationId) -> None:
        text = self._raw.get(number)
        if text is None:
            return
        if text.isVisible():
            text.hide()
        elif text.toPlainText():
            text.show()
        else:
            self._bridge.spawn(self._load_raw(number, text))

    async def _load_raw(self, number: ObservationId, text: QPlainTextEdit) -> None:
        raw = readable(await self._core.raw_payload(number))
        if self._raw.get(number) is text:
            text.setPlainText(raw)
            text.show()
            self.ensureWidgetVisible(text)
            self.raw_shown.emit()

    def _copy(self, number: ObservationId, copy: QPushButton) -> None:
        self._bridge.spawn(self._copy_raw(number, copy))

    async def _copy_raw(self, number: ObservationId, copy: QPushButton) -> None:
        QGuiApplication.clipboard().setText(readable(await self._core.raw_payload(number)))
        if number in self._raw:
            copy.setText(translate("Details", "Copied"))
            copy.setAccessibleName(translate("Details", "The raw data was copied"))

    def _show_run(self, record: ObservationRecord) -> None:
        self.run_requested.emit(record.first_run)

    def _take_apart(self) -> None:
        if self._details is not None:
            self._deeds.unmerge(self._details.row.id)


def source_name(source: str) -> str:
    """Name a source as people know it."""
    words = {
        "plaid": translate("Details", "The bank, by Plaid"),
        "simplefin": translate("Details", "The bank, by SimpleFIN"),
        "manual": translate("Details", "Typed in by you"),
    }
    return words.get(source, source)


def caption_of(record: ObservationRecord) -> QLabel:
    """Say why it belongs to the row."""
    made = caption(join_word(record.joined_by))
    made.setWordWrap(True)
    return made
