"""The quiet line that says that this is a demo bank, with the button that lets a day pass there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import ElidedLabel, Glyph, button

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DemoControls:
    """What can be done with a demo bank.

    Attributes:
        advance: Lets a day pass at the bank, whose news come by themselves where they can.
    """

    advance: Callable[[], Awaitable[None]]


class DemoBanner(QFrame):
    """Says that nothing here is real."""

    day_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("Notice")
        title = QLabel(translate("Demo", "Demo bank"))
        title.setFont(font_of(self, strong=True))
        text = ElidedLabel(
            translate("Demo", "Invented people and money on this computer. Nothing here is real."), Tone.QUIET
        )
        self.day_button = button(
            translate("Demo", "Let a day pass"), translate("Demo", "Let a day pass at the demo bank")
        )
        self.day_button.setToolTip(
            translate("Demo", "The demo bank moves on by one day, and tells of what is new")
        )
        self.day_button.clicked.connect(self.day_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID // 2 + 2, GRID, GRID // 2 + 2)
        layout.setSpacing(GRID)
        layout.addWidget(Glyph(icons, "day", Tone.BUSY))
        layout.addWidget(title)
        layout.addWidget(text, 1)
        layout.addWidget(self.day_button)
