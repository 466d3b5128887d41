"""What is wrong, why, and what to do about it: said in place, and fit to be copied."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy

from budgetsync.domain.errors import Trouble
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_trouble
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import Glyph, button

translate = QCoreApplication.translate


class TroublePanel(QFrame):
    """A notice with title, message, action and the details on the clipboard.

    Args:
        icons: The drawings.
        subject: What the trouble is about; begins the copied details and the names of the controls.
        closable: Whether it can be put away; one that stays true cannot.
    """

    closed = Signal()

    def __init__(self, icons: Icons, subject: str, *, closable: bool = False) -> None:
        super().__init__()
        self.setObjectName("Notice")
        self.setProperty("tone", "warning")
        self._subject = subject
        self._details = ""
        self._glyph = Glyph(icons, "attention", Tone.WARNING)
        self._title = text_label()
        self._title.setFont(font_of(self, strong=True))
        self._message = text_label()
        self._action = text_label()
        copy_name = translate("Trouble", "Copy the details: {subject}").format(subject=subject)
        self.copy_button = button(translate("Trouble", "Copy details"), copy_name, "quiet")
        self.copy_button.setToolTip(translate("Trouble", "Copies what happened, without secrets"))
        self.copy_button.clicked.connect(self._copy)
        close_name = translate("Trouble", "Close this message")
        self.close_button = button(translate("Trouble", "Close"), close_name, "quiet")
        self.close_button.clicked.connect(self._close)
        self._arrange()
        self.close_button.setVisible(closable)

    def show_trouble(self, trouble: Trouble, context: str = "", tone: Tone = Tone.WARNING) -> None:
        """Say it.

        Args:
            trouble: What to say.
            context: Further lines for the copied details.
            tone: How grave it is.
        """
        shown = engine_trouble(trouble)  # what is copied is for a report, in English
        self._title.setText(shown.title)
        self._message.setText(shown.message)
        self._action.setText(shown.action)
        self._action.setVisible(bool(trouble.action))
        self._glyph.show_icon("attention", tone)
        self.copy_button.setText(translate("Trouble", "Copy details"))
        code = translate("Trouble", "Code: {code}").format(code=trouble.code)
        lines = (f"{self._subject}: {trouble.title}", trouble.message, trouble.action, code, context)
        self._details = "\n".join(line for line in lines if line)

    @property
    def details(self) -> str:
        """What "Copy details" puts on the clipboard."""
        return self._details

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy_button.setText(translate("Trouble", "Copied"))

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._title, 1)
        top.addWidget(self.copy_button)
        top.addWidget(self.close_button)
        grid = QGridLayout(self)
        grid.setContentsMargins(GRID + 4, GRID // 2, GRID // 2, GRID + 2)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._glyph, 0, 0)
        grid.addLayout(top, 0, 1)
        grid.addWidget(self._message, 1, 1)
        grid.addWidget(self._action, 2, 1)
        grid.setColumnStretch(1, 1)


def text_label() -> QLabel:
    """Make a label for text that may be long and can be selected."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
