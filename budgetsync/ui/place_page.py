"""A page that has its place in the window and little on it yet: what is there, and what is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from budgetsync.ui.icons import Icons
from budgetsync.ui.pages import PAGE_ICONS, Page, page_title
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import Glyph

_WIDTH = 460


class PlacePage(QWidget):
    """One drawing, one name, one honest sentence."""

    def __init__(self, page: Page, icons: Icons, text: str) -> None:
        super().__init__()
        title = QLabel(page_title(page))
        title.setFont(font_of(self, 1.2, strong=True))
        words = QLabel(text, wordWrap=True)
        words.setProperty("tone", Tone.QUIET.value)
        words.setMaximumWidth(_WIDTH)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addStretch(2)
        layout.addWidget(Glyph(icons, PAGE_ICONS[page], Tone.QUIET, 40), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        line = QHBoxLayout()  # an alignment would take the room for one line only
        line.addStretch(1)
        line.addWidget(words, _WIDTH)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addStretch(3)
