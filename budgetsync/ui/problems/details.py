"""The details of what is chosen: read from the top, acted on at the bottom; changed in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.sheets import Act, Sheet, translate
from budgetsync.ui.sheet_parts import caption, clear, facts_part, grid_part, paragraph, quote
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import Glyph, button

_WIDEST = 640
"""Lines that are longer are hard to read."""


class DetailsPanel(QScrollArea):
    """Shows a Sheet. What is the same in the next one is left alone, the keyboard's place among it."""

    acted = Signal(object)
    """An Act."""
    shown = Signal()
    """Other details are shown, or none."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("Details")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Problems", "Details"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icons = icons
        self._sheet: Sheet | None = None
        self._acts: tuple[Act, ...] = ()
        self._buttons: list[QPushButton] = []
        self._glyph = Glyph(icons, "new", size=20)
        self._title = paragraph()
        self._title.setFont(font_of(self, 1.2, strong=True))
        self._where = paragraph()
        self._where.setProperty("tone", Tone.QUIET.value)
        self._body = QVBoxLayout()
        self._body.setSpacing(GRID + 4)
        self._flow = FlowLayout()
        self._arrange()

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons, in order."""
        return tuple(self._buttons)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show other details, or none."""
        before, self._sheet = self._sheet, sheet
        if sheet == before:
            return
        self._inner.setVisible(sheet is not None)
        if sheet is None:
            self._show_acts(())
        else:
            self._show(sheet, before)
        self.shown.emit()

    def _show(self, sheet: Sheet, before: Sheet | None) -> None:
        self._glyph.show_icon(sheet.icon, sheet.tone)
        self._title.setText(sheet.title)
        self._where.setText(sheet.where)
        self._where.setVisible(bool(sheet.where))
        self._inner.setAccessibleName(sheet.title)
        if before is None or _content(before) != _content(sheet):
            self._show_body(sheet)
        self._show_acts(sheet.acts)
        if before is None or before.key != sheet.key:
            self.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Give the first button the keyboard."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def button_of(self, act: Act) -> QPushButton:
        """Give the button of an act that is shown."""
        return self._buttons[self._acts.index(act)]

    def _show_body(self, sheet: Sheet) -> None:
        self._inner.setUpdatesEnabled(False)
        clear(self._body)
        if sheet.facts:
            self._body.addWidget(facts_part(sheet.facts))
        for text in sheet.paragraphs:
            if text:
                self._body.addWidget(paragraph(text))
        for grid in sheet.grids:
            self._body.addWidget(grid_part(grid, self._icons))
        if sheet.quoted:
            self._body.addWidget(caption(translate("Letters", "What came, without names, numbers and texts")))
            self._body.addWidget(quote(sheet.quoted))
        self._inner.setUpdatesEnabled(True)

    def _show_acts(self, acts: tuple[Act, ...]) -> None:
        if acts == self._acts:
            return
        had_focus = next((at for at, one in enumerate(self._buttons) if one.hasFocus()), -1)
        if len(acts) == len(self._acts):
            self._acts = acts
            for shown, act in zip(self._buttons, acts, strict=True):
                _say(shown, act)
            return
        self._acts = acts
        for old in self._buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [self._make(number) for number in range(len(acts))]
        if had_focus >= 0 and self._buttons:
            self._buttons[min(had_focus, len(self._buttons) - 1)].setFocus()

    def _make(self, number: int) -> QPushButton:
        made = button("", "")
        _say(made, self._acts[number])
        made.clicked.connect(lambda: self.acted.emit(self._acts[number]))
        self._flow.addWidget(made)
        return made

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._where)
        head.addLayout(names, 1)
        buttons = QWidget()
        buttons.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        self._inner = QWidget()
        self._inner.setObjectName("DetailsInner")
        self._inner.setMaximumWidth(_WIDEST)
        layout = QVBoxLayout(self._inner)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(head)
        layout.addLayout(self._body)
        layout.addWidget(buttons)
        layout.addStretch(1)
        around = QWidget()
        outer = QHBoxLayout(around)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._inner, 1)
        outer.addStretch(0)
        self._inner.hide()
        self.setWidget(around)


def _content(sheet: Sheet) -> tuple[object, ...]:
    return sheet.facts, sheet.paragraphs, sheet.grids, sheet.quoted


def _say(shown: QPushButton, act: Act) -> None:
    shown.setText(act.word)
    shown.setAccessibleName(act.name)
    shown.setToolTip(act.hover)
    if shown.property("kind") != act.kind:
        shown.setProperty("kind", act.kind)
        shown.style().unpolish(shown)
        shown.style().polish(shown)
