"""What a row wants to be decided: the bank says something else by now or took it back, or it may be another one."""

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from budgetsync.domain.details import Details
from budgetsync.domain.review import Suggestion
from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.ui.formats import day, money
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.question_sheets import answers
from budgetsync.ui.sheet_parts import clear, paragraph
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.tab import flowing
from budgetsync.ui.transactions.details.words import banks_value, field_word, own_value
from budgetsync.ui.widgets import Glyph, button

translate = QCoreApplication.translate


class QuestionsPart(QWidget):
    """One notice for each question, with its answers as buttons; hidden where nothing is asked."""

    def __init__(self, deeds: Deeds, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._deeds, self._icons, self._locale = deeds, icons, locale
        self._asked: tuple[object, ...] = ()
        self._buttons: list[QPushButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        return tuple(self._buttons)

    def show_row(self, row: Transaction, details: Details | None, today: date) -> None:
        """Ask what is open of a row."""
        suggestions = details.suggestions if details is not None and details.row.id == row.id else ()
        is_part = details is not None and details.row.id == row.id and details.is_part
        taken_back = not is_part and (row.bank_removed or row.state is TransactionState.REMOVED)
        own = (row.shown_payee, row.category, row.transacted_on, row.amount)
        asked = (
            row.id,
            row.state,
            row.bank_removed,
            tuple(sorted(row.bank_says.items())),
            own,
            suggestions,
            is_part,
        )
        if asked == self._asked:
            return
        self._asked = asked
        clear(self._layout)
        self._buttons.clear()
        for name, said in sorted(row.bank_says.items()):
            self._ask_field(row, name, said, today)
        if taken_back:
            self._ask_back(row)
        if is_part:
            self._add(
                "match", translate("Details", "This row has become part of another one."), row.shown_payee, {}
            )
        for suggestion in suggestions:
            self._ask_match(row, suggestion, today)
        self.setVisible(bool(row.bank_says) or taken_back or is_part or bool(suggestions))

    def _ask_field(self, row: Transaction, name: str, said: str, today: date) -> None:
        field = field_word(name)
        text = translate("Details", "{field}: the bank now says {said}. Yours: {own}").format(
            field=field,
            said=banks_value(row, name, said, today, self._locale),
            own=own_value(row, name, today, self._locale),
        )
        take, keep = translate("Details", "Take the bank's"), translate("Details", "Keep mine")
        deeds = {
            take: partial(self._deeds.take, row.id, name),
            keep: partial(self._deeds.keep, row.id, name),
        }
        self._add("depository", text, field, deeds)

    def _ask_match(self, row: Transaction, suggestion: Suggestion, today: date) -> None:
        other = suggestion.second if suggestion.first.id == row.id else suggestion.first
        if suggestion.kind == "posted":
            text = translate("Details", "It may be one purchase with {payee}, {amount}, {day}.")
        else:
            text = translate("Details", "It may be a transfer with {payee}, {amount}, {day}.")
        text = text.format(
            payee=other.shown_payee,
            amount=money(other.amount, self._locale),
            day=day(other.transacted_on, today, self._locale),
        )
        yes, no = answers(suggestion.kind)
        deeds = {
            yes: partial(self._deeds.answer, suggestion.id, accept=True),
            no: partial(self._deeds.answer, suggestion.id, accept=False),
        }
        self._add("match" if suggestion.kind == "posted" else "transfer", text, other.shown_payee, deeds)

    def _ask_back(self, row: Transaction) -> None:
        if row.bank_removed:
            text = translate(
                "Details",
                "The bank took this row back after you had edited it. It is still in sight, and in no total.",
            )
        else:
            text = translate("Details", "This row counts no more: the bank took it back.")
        deeds = {translate("Details", "Restore it"): partial(self._deeds.restore, row.id)}
        if row.bank_removed:
            deeds[translate("Details", "Let it go")] = partial(self._deeds.let_go, row.id)
        self._add("removal", text, row.shown_payee, deeds)

    def _add(self, icon: str, text: str, about: str, deeds: dict[str, partial[None]]) -> None:
        notice = QFrame()
        notice.setObjectName("Notice")
        notice.setProperty("tone", Tone.WARNING.value)
        notice.setAccessibleName(text)
        made = []
        for word, deed in deeds.items():
            answer = button(word, f"{word}: {about}")
            answer.clicked.connect(lambda _=False, deed=deed: deed())
            made.append(answer)
        self._buttons += made
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(paragraph(text))
        if made:
            column.addWidget(flowing(*made))
        layout = QHBoxLayout(notice)
        layout.setContentsMargins(GRID + 4, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(Glyph(self._icons, icon, Tone.WARNING))
        layout.addLayout(column, 1)
        self._layout.addWidget(notice)
