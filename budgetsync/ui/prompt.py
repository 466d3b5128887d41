"""A question that is asked in place: what would happen, a button that does it, and one that does not."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel

from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Glyph, button

translate = QCoreApplication.translate
_BESIDE_FROM = 80
"""Letters of width from which on the buttons stand beside the words."""


class Prompt(QFrame):
    """Hidden until it has something to ask or to say; Escape puts it away."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("Notice")
        self._agree: Callable[[], object] | None = None
        self._glyph = Glyph(icons, "new", Tone.BUSY)
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.yes_button = button("", "", "primary")
        self.yes_button.clicked.connect(self._do)
        self.no_button = button(
            translate("Prompt", "Close"), translate("Prompt", "Close this message"), "quiet"
        )
        self.no_button.clicked.connect(self.hide)
        words, buttons = QHBoxLayout(), QHBoxLayout()
        words.addWidget(self._glyph)
        words.addWidget(self._text, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.yes_button)
        buttons.addWidget(self.no_button)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(GRID + 4, GRID - 2, GRID, GRID - 2)
        self._layout.addLayout(words, 1)
        self._layout.addLayout(buttons)
        for part in (words, buttons, self._layout):
            part.setSpacing(GRID)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._text.text()

    def ask(self, text: str, agree_word: str, agree: Callable[[], object]) -> None:
        """Ask whether something is to be done.

        Args:
            text: What would happen, and what it may cost.
            agree_word: On the button that does it.
            agree: Called where the person agrees.
        """
        self._agree = agree
        self._text.setText(text)
        self.yes_button.setText(agree_word)
        self.yes_button.setAccessibleName(f"{agree_word}: {text}")
        self.yes_button.show()
        self.no_button.setText(translate("Prompt", "Not now"))
        self.no_button.setAccessibleName(translate("Prompt", "Not now"))
        self.show()
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, text: str) -> None:
        """Say something that needs no answer."""
        self._agree = None
        self._text.setText(text)
        self.yes_button.hide()
        self.no_button.setText(translate("Prompt", "Close"))
        self.no_button.setAccessibleName(translate("Prompt", "Close this message"))
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is little room."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE_FROM * self.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _do(self) -> None:
        agree, self._agree = self._agree, None
        self.hide()
        if agree is not None:
            agree()
