"""What is said where no row is listed: what there is to do about it, and the button that does it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.transactions.columns import translate
from budgetsync.ui.widgets import Glyph, button


class ListEmpty(QWidget):
    """A drawing, a sentence, what to do, and one button.

    Args:
        clear: Ends the search.
        connect: Connects a bank.
    """

    def __init__(self, icons: Icons, clear: Callable[[], object], connect: Callable[[], object]) -> None:
        super().__init__()
        self._calls = {False: connect, True: clear}
        self._is_search = False
        self._title, self._text = QLabel(), QLabel()
        self._title.setFont(font_of(self, 1.2, strong=True))
        self._text.setProperty("tone", Tone.QUIET.value)
        self.button = button("", "", "plain")
        self.button.clicked.connect(lambda *_: self._calls[self._is_search]())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addStretch(2)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(Glyph(icons, "rows", Tone.QUIET, 40), 0, middle)
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(middle)
            layout.addWidget(label)
        layout.addSpacing(GRID)
        layout.addWidget(self.button, 0, middle)
        layout.addStretch(3)
        self.say(is_search=False, has_banks=False)

    def say(self, *, is_search: bool, has_banks: bool) -> None:
        """Say why there is nothing."""
        self._is_search = is_search
        self.button.setVisible(is_search or not has_banks)
        if is_search:
            self._say(
                translate("Transactions", "Nothing is found"),
                translate("Transactions", "Fewer words find more. A filter can be taken away, too."),
                translate("Transactions", "Clear the search"),
            )
        elif has_banks:
            self._say(
                translate("Transactions", "No transactions yet"),
                translate("Transactions", "They appear here as soon as a bank has synced."),
                "",
            )
        else:
            self._say(
                translate("Transactions", "No transactions yet"),
                translate("Transactions", "They come by themselves once a bank is connected."),
                translate("Transactions", "Connect a bank"),
            )

    @property
    def words(self) -> tuple[str, str]:
        """What it says."""
        return self._title.text(), self._text.text()

    def _say(self, title: str, text: str, word: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(word)
        self.button.setAccessibleName(word)
        self.setAccessibleName(f"{title} {text}")
