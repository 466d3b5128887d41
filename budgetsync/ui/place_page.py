"""A page that has its place in the window and little on it yet: what is there, and what is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

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
        words.setMinimumWidth(min(_WIDTH, 300))
        layout = QVBoxLayout(self)
        layout.setSpacing(GRID)
        layout.addStretch(2)
        layout.addWidget(Glyph(icons, PAGE_ICONS[page], Tone.QUIET, 40), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
