"""Small parts that the views are made of."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from budgetsync.ui.colours import Colours, colours_of
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.theme import GRID

_ARROW = 14


class Glyph(QWidget):
    """An icon in a tone, drawn for the screen that it is on. The word beside it says the same."""

    def __init__(self, icons: Icons, name: str, tone: Tone = Tone.QUIET, size: int = 16) -> None:
        super().__init__()
        self._icons, self._name, self._tone, self._size = icons, name, tone, size
        self.setFixedSize(size, size)

    def show_icon(self, name: str, tone: Tone) -> None:
        """Draw another icon."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        colour = tone_colour(colours_of(self.palette()), self._tone)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._icons.pixmap(self._name, colour, self._size, self.devicePixelRatioF()))
        painter.end()


class ElidedLabel(QLabel):
    """A line of text that gives way: too long a text ends in an ellipsis, and hovering shows all of it.

    Args:
        text: What it says.
        tone: Its colour; the ordinary one where none is given.
        whole: Is shown whole or not at all: for figures, of which a part would mislead.
    """

    def __init__(self, text: str = "", tone: Tone | None = None, *, whole: bool = False) -> None:
        super().__init__(text)
        self._hover = ""
        self._whole = whole
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if tone is not None:
            self.setProperty("tone", tone.value)

    def show_text(self, text: str, hover: str = "") -> None:
        """Show another text, with what hovering adds to it."""
        if text != self.text():
            self.setText(text)
        if hover != self._hover:
            self._hover = hover
            self.setToolTip(hover)

    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters."""
        return QSize(
            min(self.fontMetrics().averageCharWidth() * 4, self.sizeHint().width()), self.sizeHint().height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        del event
        painter = QPainter(self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        if self._whole and text != self.text():
            text = ""
        if not self._hover:
            self.setToolTip(self.text() if text != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment() | Qt.TextFlag.TextSingleLine), text)
        painter.end()


class Choice(QComboBox):
    """A drop-down list whose arrow is drawn in the palette's colours."""

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__()
        self._icons = icons
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over the rest."""
        super().paintEvent(event)
        colour = colours_of(self.palette()).secondary
        arrow = self._icons.pixmap("chevron", colour, _ARROW, self.devicePixelRatioF())
        left = GRID - 2 if self.isRightToLeft() else self.width() - _ARROW - GRID + 2
        painter = QPainter(self)
        painter.drawPixmap(left, (self.height() - _ARROW) // 2, arrow)
        painter.end()


class StatusLabel(QWidget):
    """A status as icon and word in its colour."""

    def __init__(self, icons: Icons, icon_size: int = 16) -> None:
        super().__init__()
        self._glyph = Glyph(icons, "new", size=icon_size)
        self._word = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._glyph)
        layout.addWidget(self._word, 1)

    def show_status(self, status: Status) -> None:
        """Show another status in place."""
        self._glyph.show_icon(status.icon, status.tone)
        self._word.setText(status.word)
        set_tone(self._word, status.tone)
        self.setAccessibleName(status.word)


def set_tone(label: QLabel, tone: Tone) -> None:
    """Give a label's text another tone."""
    if label.property("tone") != tone.value:
        label.setProperty("tone", tone.value)
        label.style().unpolish(label)
        label.style().polish(label)


def tone_colour(colours: Colours, tone: Tone) -> str:
    """Name the colour of a tone."""
    by_tone = {
        Tone.OK: colours.ok,
        Tone.BUSY: colours.accent,
        Tone.QUIET: colours.secondary,
        Tone.WARNING: colours.warning,
        Tone.ERROR: colours.error,
    }
    return by_tone[tone]


def button(text: str, name: str, kind: str = "plain") -> QPushButton:
    """Make a push button.

    Args:
        text: What it says.
        name: What it is called where it is heard and not seen: complete without what stands around it.
        kind: plain, primary (one on a page) or quiet (no outline).
    """
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAccessibleName(name)
    made.setAutoDefault(False)
    return made


def hairline() -> QFrame:
    """Make a thin line between two things."""
    line = QFrame()
    line.setObjectName("Hairline")
    line.setFixedHeight(1)
    return line
