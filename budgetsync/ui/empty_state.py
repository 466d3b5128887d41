"""What is said where there is no connection yet: what to do."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import Glyph

translate = QCoreApplication.translate


class EmptyState(QWidget):
    """The two ways to begin, with the command of each to be copied."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        title = QLabel(translate("EmptyState", "Connect your first bank"))
        title.setFont(font_of(self, 1.2, strong=True))
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID // 2)
        layout.addStretch(2)
        layout.addWidget(Glyph(icons, "depository", Tone.QUIET, 40), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(GRID)
        layout.addWidget(title)
        layout.addSpacing(GRID)
        for text, command in (
            (translate("EmptyState", "To see it at work with a demo bank, type"), "budgetsync demo"),
            (
                translate("EmptyState", "To connect a test bank with your own keys, type"),
                "budgetsync connect --institution ID",
            ),
        ):
            layout.addWidget(_text(text))
            layout.addWidget(_command(command), 0, Qt.AlignmentFlag.AlignHCenter)
            layout.addSpacing(GRID)
        layout.addStretch(3)


def _text(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("tone", Tone.QUIET.value)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def _command(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("Command")
    label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    label.setAccessibleName(text)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
