"""The preview of an import: every statement's account, span and proof, and what becomes of each entry."""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from budgetsync.core import Core
from budgetsync.domain.importing import Choice, ImportPlan, Verdict
from budgetsync.domain.overview import Overview
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.colours import colours_of
from budgetsync.ui.connect.sheet import paragraph
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.importing.account_choice import AccountChoice
from budgetsync.ui.importing.entry_pane import EntryPane
from budgetsync.ui.importing.model import Column, EntriesModel
from budgetsync.ui.importing.words import format_name, proof_status, span_text, verdict_word
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import Choice as Chooser
from budgetsync.ui.widgets import ElidedLabel, StatusLabel, button, hairline, tone_colour

translate = QCoreApplication.translate
_MOST_PROBLEMS = 3
_WIDE_FROM = 84  # digits
_WIDE, _NARROW = (15, 19, 16), (14, 11, 12)  # digits for date, outcome and amount


class Preview(QWidget):
    """Shows a plan, and gathers what a person wants otherwise."""

    import_requested = Signal()
    left = Signal()
    account_chosen = Signal(int, object)
    """A statement's place in the file, and a ChosenAccount."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, locale: QLocale) -> None:
        super().__init__()
        self._locale = locale
        self.plan: ImportPlan | None = None
        self._choices: dict[int, dict[int, Choice]] = {}
        self._planned: tuple[Counter[Verdict], ...] = ()
        self._at = 0
        self._overview = Overview(())
        self.title = ElidedLabel()
        self.title.setFont(font_of(self, 1.35, strong=True))
        self.statements = Chooser(icons, translate("Import", "Statement of the file"))
        self.accounts = AccountChoice(icons)
        self.verdicts = Chooser(icons, translate("Import", "Which entries are shown"))
        self.span = ElidedLabel(tone=Tone.QUIET)
        self.proof = StatusLabel(icons)
        self.problems = paragraph("", Tone.WARNING)
        self.model = EntriesModel(locale)
        self.table = _Table(self.model)
        self.pane = EntryPane(core, bridge, icons, locale)
        self.import_button = button("", translate("Import", "Import"), "primary")
        self.cancel_button = button(translate("Import", "Cancel"), translate("Import", "Cancel the import"))
        self._arrange()
        self._connect()

    @property
    def choices(self) -> Mapping[int, Mapping[int, Choice]]:
        """What was chosen instead of what was planned, by statement and entry."""
        return self._choices

    def show_plan(self, plan: ImportPlan, overview: Overview, *, anew: bool) -> None:
        """Show a plan.

        Args:
            overview: The accounts that can be chosen.
            anew: Whether it is another file, so that nothing was chosen yet.
        """
        if anew:
            self._choices, self._at = {}, 0
        self.plan, self._overview = plan, overview
        self._planned = tuple(Counter(entry.verdict for entry in one.entries) for one in plan.statements)
        self.title.show_text(plan.path.name)
        self.statements.clear()
        for place, statement in enumerate(plan.statements):
            name = statement.account_name or plan.file.statements[place].account.mask or ""
            self.statements.addItem(
                translate("Import", "{n} of {total}: {name}").format(
                    n=place + 1, total=len(plan.statements), name=name
                )
            )
        self.statements.setVisible(len(plan.statements) > 1)
        self.show_statement(min(self._at, max(0, len(plan.statements) - 1)))

    def show_statement(self, place: int) -> None:
        """Show one of the file's statements."""
        assert self.plan is not None
        self._at = place
        self.statements.setCurrentIndex(place)
        if not self.plan.statements:
            self._show_nothing()
            return
        planned, said = self.plan.statements[place], self.plan.file.statements[place]
        self.accounts.offer(self._overview, said, planned, self.plan.path.stem)
        form = format_name(self.plan.file.format)
        self.span.show_text(f"{form} · {span_text(planned, self._locale)}")
        self.proof.show_status(proof_status(said, planned, self._locale))
        told = [*planned.problems, *self.plan.file.problems]
        lines = [
            translate("Import", "Line {n}: {message}").format(
                n=number(one.line, self._locale), message=one.message
            )
            for one in told[:_MOST_PROBLEMS]
        ]
        if len(told) > _MOST_PROBLEMS:
            more = len(told) - _MOST_PROBLEMS
            lines.append(
                translate("Import", "and {n} more problems", None, more).format(n=number(more, self._locale))
            )
        self.problems.setText("\n".join(lines))
        self.problems.setVisible(bool(told))
        self.model.show_entries(planned.entries, self._choices.setdefault(place, {}))
        self._show_counts()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_current()

    def take_focus(self) -> None:
        """Give the keyboard to what is to be done first."""
        (self.import_button if self.import_button.isEnabled() else self.accounts).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def changeEvent(self, event: QEvent) -> None:
        """Take over other colours."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _dress(self) -> None:
        colours = colours_of(self.palette())
        self.model.dress({tone: QColor(tone_colour(colours, tone)) for tone in Tone})

    def _arrange(self) -> None:
        card = QFrame()
        card.setObjectName("Card")
        top = QVBoxLayout()
        top.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID)
        top.setSpacing(GRID)
        top.addWidget(self.title)
        top.addWidget(self.span)
        controls = FlowLayout()
        for control in (self.statements, self.accounts, self.verdicts):
            controls.addWidget(control)
        top.addLayout(controls)
        top.addWidget(self.proof)
        top.addWidget(self.problems)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        foot.setSpacing(GRID)
        foot.addWidget(self.import_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(hairline())
        column.addWidget(self.table, 1)
        column.addWidget(hairline())
        column.addWidget(self.pane)
        column.addWidget(hairline())
        column.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)

    def _connect(self) -> None:
        self._dress()
        self.statements.activated.connect(self.show_statement)
        self.accounts.account_chosen.connect(lambda account: self.account_chosen.emit(self._at, account))
        self.verdicts.activated.connect(self._show_only)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.pane.chosen.connect(self._choose)
        self.table.verdict_pressed.connect(self._choose)
        self.import_button.clicked.connect(lambda *_: self.import_requested.emit())
        self.cancel_button.clicked.connect(lambda *_: self.left.emit())

    def _show_nothing(self) -> None:
        self.model.show_entries((), {})
        self.span.show_text(translate("Import", "There is no statement in this file."))
        self.import_button.setEnabled(False)
        self._show_current()

    def _show_only(self, place: int) -> None:
        self.model.show_only(self.verdicts.itemData(place))
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_current()

    def _choose(self, choice: Choice | None) -> None:
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        self.model.choose(rows, choice)
        self._show_counts()
        self._show_current()

    def _show_current(self) -> None:
        entry = self.model.entry(self.table.currentIndex().row())
        self.pane.show_entry(entry, None if entry is None else self.model.verdict(entry.place))

    def _show_counts(self) -> None:
        assert self.plan is not None
        planned = self.plan.statements[self._at]
        told = self._counts(self._at)
        counts = {verdict: told[verdict] for verdict in Verdict}
        shown = self.verdicts.currentData()
        self.verdicts.clear()
        everything = translate("Import", "All entries: {n}").format(
            n=number(len(planned.entries), self._locale)
        )
        self.verdicts.addItem(everything, None)
        for verdict, count in counts.items():
            if count or verdict is shown:
                self.verdicts.addItem(f"{verdict_word(verdict)}: {number(count, self._locale)}", verdict)
        self.verdicts.setCurrentIndex(max(0, self.verdicts.findData(shown)))
        self._show_button()

    def _show_button(self) -> None:
        assert self.plan is not None
        can = all(statement.account is not None for statement in self.plan.statements)
        told = [self._counts(place) for place in range(len(self.plan.statements))]
        new = sum(counts[Verdict.NEW] + counts[Verdict.DOUBTFUL] for counts in told)
        text = translate("Import", "Import {n} transactions", None, new).format(n=number(new, self._locale))
        self.import_button.setText(text if new else translate("Import", "Import"))
        self.import_button.setEnabled(can and bool(self.plan.statements))

    def _counts(self, place: int) -> Counter[Verdict]:
        """Count a statement's entries by what becomes of them, without a walk over all of them at each key."""
        assert self.plan is not None
        counts, entries = self._planned[place].copy(), self.plan.statements[place].entries
        for entry, choice in self._choices.get(place, {}).items():
            counts[entries[entry].verdict] -= 1
            counts[choice.verdict] += 1
        return counts


class _Table(QTableView):
    """The entries; N, M and X say what is to become of those that are selected, and Backspace as it was planned."""

    verdict_pressed = Signal(object)

    def __init__(self, model: EntriesModel) -> None:
        super().__init__()
        self.setObjectName("Figures")
        self.setModel(model)
        self.setAccessibleName(translate("Import", "Entries of the statement"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMinimumHeight(16 * GRID)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID + 4)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names their room where there is little."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("0")
        is_narrow = event.size().width() < _WIDE_FROM * letter
        letters = _NARROW if is_narrow else _WIDE
        for column, count in zip((Column.DATE, Column.OUTCOME, Column.AMOUNT), letters, strict=True):
            self.setColumnWidth(column, count * letter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say by a letter what is to become of the selected entries."""
        choices = {
            Qt.Key.Key_N: Choice(Verdict.NEW),
            Qt.Key.Key_M: Choice(Verdict.MATCHED),
            Qt.Key.Key_X: Choice(Verdict.SKIPPED),
            Qt.Key.Key_Backspace: None,
        }
        key = Qt.Key(event.key())
        if key in choices and not event.modifiers():
            self.verdict_pressed.emit(choices[key])
            return
        super().keyPressEvent(event)
