"""The fields of a row, each changed where it stands, with what the bank says beside it."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QWidget

from budgetsync.domain.details import Details
from budgetsync.domain.edits import Edit
from budgetsync.domain.transaction import FieldSource, Transaction
from budgetsync.ui.formats import calendar_day
from budgetsync.ui.sheet_parts import caption, paragraph
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.details.day_line import DayLine, write_day
from budgetsync.ui.transactions.details.deeds import Deeds
from budgetsync.ui.transactions.details.field_line import FieldLine
from budgetsync.ui.transactions.details.tags_field import TagsField
from budgetsync.ui.transactions.details.words import source_word
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate
Names = tuple[str, ...]


class FieldsPart(QWidget):
    """Saves as soon as a field is left. It is told rows with the edits over them that are not saved yet."""

    def __init__(self, deeds: Deeds, locale: QLocale) -> None:
        super().__init__()
        self._deeds, self._locale = deeds, locale
        self._row: Transaction | None = None
        self.payee = FieldLine(translate("Details", "Payee"), completes=True)
        self.category = FieldLine(translate("Details", "Category"), completes=True)
        self.day = DayLine(translate("Details", "Date"), locale)
        self.note = FieldLine(translate("Details", "Note"))
        self.tags = TagsField()
        self.reviewed = QCheckBox(translate("Details", "Reviewed"))
        self.hidden = QCheckBox(translate("Details", "Leave out of sums"))
        self.hidden.setToolTip(translate("Details", "Balances count it all the same"))
        self._payee_said, self._category_said, self._day_said = (_said() for _ in range(3))
        self.banks_payee = button(
            translate("Details", "Use the bank's name"),
            translate("Details", "Use the bank's name for the payee"),
            "quiet",
        )
        self.banks_category = button(
            translate("Details", "Use the bank's category"),
            translate("Details", "Use the bank's category"),
            "quiet",
        )
        self.banks_day = button(
            translate("Details", "Use the bank's day"), translate("Details", "Use the bank's day"), "quiet"
        )
        self._grid = QGridLayout(self)
        self._arrange()
        self._connect()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through."""
        return (
            self.payee,
            self.banks_payee,
            self.category,
            self.banks_category,
            self.day,
            self.banks_day,
            self.note,
            *self.tags.chips,
            self.tags.line,
            self.reviewed,
            self.hidden,
        )

    def commit(self) -> None:
        """Save what is being typed."""
        for line in (self.payee, self.category, self.day, self.note, self.tags.line):
            line.commit()

    def offer(self, payees: Names, categories: Names, tags: Names) -> None:
        """Offer names that are known while one types."""
        self.payee.offer(payees)
        self.category.offer(categories)
        self.tags.line.offer(tags)

    def show_row(self, row: Transaction, details: Details | None) -> None:
        """Show a row; where it is another one, what was typed into the last is saved before."""
        if self._row is not None and self._row.id != row.id:
            self.commit()
        self._row = row
        self.payee.show_value(row.payee or "", row.merchant or row.original_description)
        self.category.show_value(row.category or "", translate("Details", "No category"))
        self.day.show_day(row.transacted_on)
        self.note.show_value(row.note or "")
        self.tags.show_tags(row.tags)
        self.reviewed.setChecked(row.reviewed)
        self.hidden.setChecked(row.hidden)
        self._show_said(row, details)

    def _show_said(self, row: Transaction, details: Details | None) -> None:
        said = row.original_description or row.merchant
        self._payee_said.setText(translate("Details", "The bank's text: {text}").format(text=said))
        self._payee_said.setVisible(bool(said))
        self.banks_payee.setVisible(row.payee is not None)
        source = row.category_source
        self._category_said.setText("" if source is None else source_word(source))
        self._category_said.setVisible(source is not None and bool(row.category))
        self.banks_category.setVisible(source is FieldSource.USER)
        bank_day = None if details is None or details.row.id != row.id else details.bank_day
        parts = []
        if bank_day is not None:
            text = translate("Details", "The bank says {day}")
            parts.append(text.format(day=calendar_day(bank_day, self._locale)))
        if row.posted_on is not None and row.posted_on not in {row.transacted_on, bank_day}:
            text = translate("Details", "Booked {day}")
            parts.append(text.format(day=calendar_day(row.posted_on, self._locale)))
        self._day_said.setText(" · ".join(parts))
        self._day_said.setVisible(bool(parts))
        self.banks_day.setVisible(bank_day is not None)

    def _arrange(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID + 4)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        self._add(self.payee, self._payee_said, self.banks_payee)
        self._add(self.category, self._category_said, self.banks_category)
        self._add(self.day, self._day_said, self.banks_day)
        self._add(self.note)
        self._add(self.tags)
        for box in (self.reviewed, self.hidden):
            grid.addWidget(box, grid.rowCount(), 1)

    def _add(self, field: QWidget, *below: QWidget) -> None:
        line = field.line if isinstance(field, TagsField) else field
        is_tags = isinstance(field, TagsField)
        label = caption(translate("Details", "Tags") if is_tags else line.accessibleName())
        label.setBuddy(line)
        row = self._grid.rowCount()
        label.setContentsMargins(0, GRID // 2 + 1, 0, 0)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)
        for widget in below:
            row += 1
            alignment = Qt.AlignmentFlag.AlignLeft if isinstance(widget, QPushButton) else Qt.AlignmentFlag(0)
            self._grid.addWidget(widget, row, 1, alignment)
        self._grid.setRowMinimumHeight(row + 1, GRID // 2)

    def _connect(self) -> None:
        self.payee.committed.connect(lambda text: self._edit(Edit(payee=text)))
        self.category.committed.connect(lambda text: self._edit(Edit(category=text)))
        self.note.committed.connect(lambda text: self._edit(Edit(note=text)))
        self.day.chosen.connect(lambda day: self._edit(Edit(date=day)))
        self.day.unreadable.connect(self._tell_unreadable)
        self.banks_payee.clicked.connect(lambda: self._edit(Edit(payee=None)))
        self.banks_category.clicked.connect(lambda: self._edit(Edit(category=None)))
        self.banks_day.clicked.connect(lambda: self._edit(Edit(date=None)))
        self.tags.added.connect(lambda tag: self._edit(Edit(add_tags=(tag,))))
        self.tags.removed.connect(lambda tag: self._edit(Edit(remove_tags=(tag,))))
        self.reviewed.toggled.connect(self._mark_reviewed)
        self.hidden.toggled.connect(self._hide_or_show)

    def _mark_reviewed(self, on: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        if self._row is not None and self._row.reviewed is not on:
            self._edit(Edit(reviewed=on))

    def _hide_or_show(self, on: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        if self._row is not None and self._row.hidden is not on:
            self._edit(Edit(hidden=on))

    def _edit(self, edit: Edit) -> None:
        if self._row is not None:
            self._deeds.edit(self._row.id, edit)

    def _tell_unreadable(self, text: str) -> None:
        assert self._row is not None
        written = write_day(self._row.transacted_on, self._locale)
        told = translate("Details", "“{text}” is no day. Write it like {day}.")
        self._day_said.setText(told.format(text=text, day=written))
        self._day_said.show()
        self.day.show_value(written)
        self.day.setText(written)


def _said() -> QLabel:
    label = paragraph()
    label.setProperty("tone", Tone.QUIET.value)
    label.hide()
    return label
