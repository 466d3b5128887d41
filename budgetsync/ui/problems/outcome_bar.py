"""What came of what the person did, said in place, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from budgetsync.domain.errors import Trouble
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_trouble
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Glyph, button

translate = QCoreApplication.translate


class OutcomeBar(QFrame):
    """Hidden until something was done; Escape puts it away."""

    shown = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("Notice")
        self._back: Callable[[], object] | None = None
        self._glyph = Glyph(icons, "ok", Tone.OK)
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.back_button = button("", "", "quiet")
        self.back_button.clicked.connect(self._go_back)
        self.close_button = button(
            translate("Trouble", "Close"), translate("Trouble", "Close this message"), "quiet"
        )
        self.close_button.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID // 2, GRID // 2, GRID // 2)
        layout.setSpacing(GRID)
        layout.addWidget(self._glyph)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.back_button)
        layout.addWidget(self.close_button)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; "" while it says nothing."""
        return "" if self.isHidden() else self._text.text()

    def tell(
        self,
        text: str,
        back_word: str = "",
        back: Callable[[], object] | None = None,
        *,
        went_well: bool = True,
    ) -> None:
        """Say what was done.

        Args:
            back_word: On the button that takes it back, such as "Undo".
            back: Takes it back.
            went_well: Whether what was wanted came about.
        """
        self._back = back
        self._glyph.show_icon(*(("ok", Tone.OK) if went_well else ("attention", Tone.WARNING)))
        self.back_button.setText(back_word)
        self.back_button.setAccessibleName(f"{back_word}: {text}")
        self.back_button.setVisible(back is not None)
        self._show(text)

    def tell_trouble(self, trouble: Trouble) -> None:
        """Say why it could not be done."""
        self._back = None
        self._glyph.show_icon("attention", Tone.WARNING)
        self.back_button.hide()
        said = engine_trouble(trouble)
        self._show(" ".join(part for part in (said.message, said.action) if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _show(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.shown.emit()

    def _go_back(self) -> None:
        back, self._back = self._back, None
        self.hide()
        if back is not None:
            back()
