"""What is said where there is no connection yet: what to do, and the button that does it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import Glyph, button

translate = QCoreApplication.translate


class EmptyState(QWidget):
    """One sentence and one button."""

    connect_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        title = QLabel(translate("EmptyState", "Connect your first bank"))
        title.setFont(font_of(self, 1.2, strong=True))
        text = QLabel(
            translate(
                "EmptyState",
                "You sign in on a page in your own browser. Accounts, balances and transactions are then kept current "
                "here.",
            )
        )
        text.setProperty("tone", Tone.QUIET.value)
        text.setWordWrap(True)
        self.connect_button = button(
            translate("EmptyState", "Connect a bank"),
            translate("EmptyState", "Connect your first bank"),
            "primary",
        )
        self.connect_button.setAutoDefault(True)
        self.connect_button.clicked.connect(lambda *_: self.connect_requested.emit())
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(Glyph(icons, "depository", Tone.QUIET, 40), 0, middle)
        for label in (title, text):
            label.setAlignment(middle)
            layout.addWidget(label)  # not as narrow as it can be: then its lines would not all have room
        layout.addSpacing(GRID)
        layout.addWidget(self.connect_button, 0, middle)
        layout.addStretch(3)
