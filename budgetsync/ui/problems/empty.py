"""What is said where a list of the Problems page is empty."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import Glyph

_ICON = 40


class EmptyNote(QWidget):
    """A drawing, a sentence, and a second one that may change."""

    def __init__(self, icons: Icons, icon: str, tone: Tone) -> None:
        super().__init__()
        self._title = QLabel()
        self._title.setFont(font_of(self, 1.2, strong=True))
        self._text = QLabel()
        self._text.setProperty("tone", Tone.QUIET.value)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addStretch(2)
        layout.addWidget(Glyph(icons, icon, tone, _ICON), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addStretch(3)

    def say(self, title: str, text: str, hover: str = "") -> None:
        """Say it."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setToolTip(hover)
        self.setAccessibleName(" ".join(part for part in (title, text) if part))

    @property
    def words(self) -> tuple[str, str]:
        """What it says."""
        return self._title.text(), self._text.text()
