"""A calm page in one column: a heading, what it is about, what can be chosen, and buttons."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import Glyph, button

_WIDTH = 620
_PICTURE = 28
_MARGINS = 8 * GRID  # of the card, on both sides


class Sheet(QScrollArea):
    """One thing to be decided, waited for or read. Escape leaves it where that loses nothing.

    Args:
        icons: The drawings.
        title: A few words.
        text: What it is about.
    """

    left = Signal()
    waits = False
    """Whether something is under way that another page must not push aside."""

    def __init__(
        self, icons: Icons, title: str, text: str = "", *, icon: str = "depository", tone: Tone = Tone.BUSY
    ) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self.title = title
        self._first: QWidget | None = None
        self._row: QHBoxLayout | None = None
        self._presses: list[QPushButton] = []
        heading = paragraph(title)
        heading.setFont(font_of(self, 1.35, strong=True))
        top = QHBoxLayout()
        top.setSpacing(GRID + 4)
        top.addWidget(Glyph(icons, icon, tone, _PICTURE))
        top.addWidget(heading, 1)
        card = QFrame()
        card.setObjectName("Card")
        card.setMaximumWidth(_WIDTH)
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        self._column.setSpacing(GRID + 4)
        self._column.addLayout(top)
        if text:
            self.add(paragraph(text))
        page = _Page()
        page.setObjectName("Page")
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, GRID, 0, GRID)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.setWidget(page)

    def add(self, part: QWidget | QLayout) -> None:
        """Add something below the rest."""
        if isinstance(part, QWidget):
            self._column.addWidget(part)
        else:
            self._column.addLayout(part)

    def add_beside(self, control: QWidget) -> None:
        """Add a control that is as wide as what it says."""
        self._column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeading)

    def add_button(self, made: QPushButton, press: Callable[[], object]) -> QPushButton:
        """Add a button to the last row; the first one that is added stands first and gets the keyboard."""
        if self._row is None:
            self._row = QHBoxLayout()
            self._row.setSpacing(GRID)
            self._row.addStretch(1)
            self._column.addSpacing(GRID // 2)
            self._column.addLayout(self._row)
            self._first = made
        made.clicked.connect(lambda *_: press())
        self._row.insertWidget(len(self._presses), made)
        self._presses.append(made)
        return made

    def add_leave(self, text: str, name: str) -> QPushButton:
        """Add the button that does what Escape does."""
        return self.add_button(button(text, name), self.left.emit)

    def begin_with(self, control: QWidget) -> None:
        """Choose what gets the keyboard first."""
        self._first = control

    def take_focus(self) -> None:
        """Give the keyboard to what is used first."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below each other where they do not fit beside each other."""
        super().resizeEvent(event)
        if self._row is not None:
            wide = sum(press.sizeHint().width() + GRID for press in self._presses if not press.isHidden())
            beside = wide <= self.viewport().width() - _MARGINS
            ways = QBoxLayout.Direction
            self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class _Page(QWidget):
    """As high as its texts are at the width that there is: asked without it, they count as narrow and high."""

    def minimumSizeHint(self) -> QSize:
        """Leave the height to what the width makes of it."""
        return QSize(super().minimumSizeHint().width(), 0)


def paragraph(text: str, tone: Tone | None = None) -> QLabel:
    """Make a text of several lines."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if tone is not None:
        label.setProperty("tone", tone.value)
    return label


def caption(text: str) -> QLabel:
    """Make the name of a group of controls."""
    label = paragraph(text)
    label.setFont(font_of(label, strong=True))
    return label


class SheetStack(QWidget):
    """Shows one sheet; the one before goes away."""

    sheet_shown = Signal()
    finished = Signal()
    """It need not be seen any longer."""
    noticed = Signal()
    """Something wants an answer while nobody looks."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet: Sheet | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the keyboard to what is used first."""
        super().showEvent(event)
        if self.sheet is not None and not event.spontaneous():
            self.sheet.take_focus()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another one, and have it heard and used first."""
        before, self.sheet = self.sheet, sheet
        for press in sheet.findChildren(QPushButton):
            press.setAutoDefault(True)  # Return presses the one that has the keyboard
        self._layout.addWidget(sheet)
        self._put_away(before)
        sheet.show()
        if self.isVisible():
            sheet.take_focus()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(sheet, sheet.title))
        self.sheet_shown.emit()

    def clear(self) -> None:
        """Show nothing, until there is something again."""
        before, self.sheet = self.sheet, None
        self._put_away(before)

    def _put_away(self, sheet: Sheet | None) -> None:
        if sheet is not None:
            self._layout.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
