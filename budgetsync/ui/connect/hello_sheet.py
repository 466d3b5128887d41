"""The first page of the guide: what the program does, where data lie, and two ways to begin."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from budgetsync.domain.errors import Trouble
from budgetsync.ui.connect.sheet import Sheet, caption, paragraph
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.trouble_panel import TroublePanel
from budgetsync.ui.widgets import Glyph, button, hairline

translate = QCoreApplication.translate


class HelloSheet(Sheet):
    """Two ways, one click each.

    Args:
        icons: The drawings.
        place: The folder that all data folders lie in.
        trouble: Why the guide is shown again; None at the first start.
        leads_to_own: Whether the person's own keys are what is to be chosen now.
    """

    demo_chosen = Signal()
    own_chosen = Signal()

    def __init__(self, icons: Icons, place: Path, trouble: Trouble | None, *, leads_to_own: bool) -> None:
        super().__init__(icons, translate("Welcome", "Welcome to BudgetSync"), icon="budgetsync")
        if trouble is not None:
            self.trouble = TroublePanel(icons, "BudgetSync")
            self.trouble.show_trouble(trouble)
            self.add(self.trouble)
        self._add_points(icons, place)
        self.demo_button = button(
            translate("Welcome", "Try the demo &bank"),
            translate("Welcome", "Try the demo bank"),
            "plain" if leads_to_own else "primary",
        )
        self.demo_button.clicked.connect(lambda *_: self.demo_chosen.emit())
        self.own_button = button(
            translate("Welcome", "Use your own &Plaid keys"),
            translate("Welcome", "Use your own Plaid keys"),
            "primary" if leads_to_own else "plain",
        )
        self.own_button.clicked.connect(lambda *_: self.own_chosen.emit())
        ways = (
            (
                self.demo_button,
                translate("Welcome", "Look around first"),
                translate("Welcome", "Invented people and money. Nothing is needed."),
            ),
            (
                self.own_button,
                translate("Welcome", "Connect your banks"),
                translate("Welcome", "Through Plaid, with keys of your own."),
            ),
        )
        for press, title, text in ways:
            self.add(hairline())
            self._add_way(press, title, text)
        self.begin_with(self.own_button if leads_to_own else self.demo_button)

    def _add_points(self, icons: Icons, place: Path) -> None:
        points = (
            (
                "syncing",
                translate(
                    "Welcome",
                    "It keeps your bank transactions current: every hour, and whenever you press Sync now.",
                ),
            ),
            (
                "ok",
                translate(
                    "Welcome",
                    "After every sync it compares the sums with the bank's own balance. What you typed is never "
                    "overwritten.",
                ),
            ),
            (
                "account",
                translate(
                    "Welcome", "Everything lies in one file on this computer, which is yours, in this folder:"
                ),
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID + 4)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        for row, (icon, text) in enumerate(points):
            grid.addWidget(Glyph(icons, icon, Tone.BUSY, 18), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(paragraph(text), row, 1)
        self.place = PathLabel()
        self.place.show_path(place)
        grid.addWidget(self.place, len(points), 1)
        self.add(grid)

    def _add_way(self, press: QPushButton, title: str, text: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(caption(title))
        words.addWidget(paragraph(text, Tone.QUIET))
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addLayout(words, 1)
        row.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add(row)


class PathLabel(QLabel):
    """A path as a whole: it is broken after a separator where there is no room, and can be copied.

    Args:
        sentence: Where the path is put in for {folder}.
    """

    def __init__(self, sentence: str = "{folder}") -> None:
        super().__init__()
        self._sentence = sentence
        self.path = Path()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("tone", Tone.QUIET.value)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_path(self, path: Path) -> None:
        """Show another path."""
        self.path = path
        breakable = str(path).replace(os.sep, f"{os.sep}\u200b")
        self.setText(self._sentence.format(folder=breakable))
        self.setAccessibleName(self._sentence.format(folder=path))
