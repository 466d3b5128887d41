"""Small parts that the views are made of."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from budgetsync.ui.colours import Colours, colours_of
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.theme import GRID

translate = QCoreApplication.translate
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


class Fit(StrEnum):
    """What a line of text does where there is not enough room for it."""

    ELIDE = "ends in an ellipsis; hovering shows all of it"
    WHOLE = "is not shown at all: a part of a figure would mislead"
    RIGID = "keeps its room; others give way"


class ElidedLabel(QLabel):
    """A line of text in a tone. It draws itself: a change of tone costs a repaint and no new style."""

    def __init__(self, text: str = "", tone: Tone | None = None, *, fit: Fit = Fit.ELIDE) -> None:
        super().__init__(text)
        self._hover = ""
        self._tone = tone
        self._fit = fit
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str, hover: str = "") -> None:
        """Show another text, with what hovering adds to it."""
        if text != self.text():
            self.setText(text)
        if hover != self._hover:
            self._hover = hover
            self.setToolTip(hover)

    def show_tone(self, tone: Tone | None) -> None:
        """Draw it in another tone."""
        if tone is not self._tone:
            self._tone = tone
            self.update()

    def minimumSizeHint(self) -> QSize:
        """Give way down to a few letters, unless others have to."""
        wanted = self.sizeHint()
        if self._fit is Fit.RIGID:
            return wanted
        return QSize(min(self.fontMetrics().averageCharWidth() * 4, wanted.width()), wanted.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        del event
        painter = QPainter(self)
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        if self._fit is Fit.WHOLE and text != self.text():
            text = ""
        if not self._hover:
            self.setToolTip(self.text() if text != self.text() else "")
        if self._tone is None:
            painter.setPen(self.palette().color(self.foregroundRole()))
        else:
            painter.setPen(QColor(tone_colour(colours_of(self.palette()), self._tone)))
        painter.drawText(room, int(self.alignment() | Qt.TextFlag.TextSingleLine), text)
        painter.end()


class Choice(QComboBox):
    """A drop-down list whose arrow is drawn in the palette's colours."""

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__()
        self._icons = icons
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page that it scrolls, unless one is choosing here."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow over the rest."""
        super().paintEvent(event)
        draw_chevron(self, self._icons)


def draw_chevron(widget: QWidget, icons: Icons) -> None:
    """Draw the arrow that says that something opens below, at a widget's trailing end; within its paint event."""
    colour = colours_of(widget.palette()).secondary
    arrow = icons.pixmap("chevron", colour, _ARROW, widget.devicePixelRatioF())
    left = GRID - 2 if widget.isRightToLeft() else widget.width() - _ARROW - GRID + 2
    painter = QPainter(widget)
    painter.drawPixmap(left, (widget.height() - _ARROW) // 2, arrow)
    painter.end()


class StatusLabel(QWidget):
    """A status as icon and word in its colour."""

    def __init__(self, icons: Icons, icon_size: int = 16) -> None:
        super().__init__()
        self._glyph = Glyph(icons, "new", size=icon_size)
        self._word = ElidedLabel(fit=Fit.RIGID)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._glyph)
        layout.addWidget(self._word, 1)

    def show_status(self, status: Status) -> None:
        """Show another status in place."""
        self._glyph.show_icon(status.icon, status.tone)
        self._word.show_text(status.word)
        self._word.show_tone(status.tone)
        self.setAccessibleName(status.word)


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


def offer_to_clear(line: QLineEdit) -> None:
    """Give a search that has its name a button that empties it; Qt gives that no name."""
    line.setClearButtonEnabled(True)
    word = translate("Transactions", "Clear the search")
    for inner in line.findChildren(QToolButton):
        inner.setAccessibleName(f"{line.accessibleName()}: {word}")


def mirrored(widget: QWidget, place: QRect) -> QRect:
    """Put a place that is counted from the leading edge where one reads from right to left, if one does."""
    if not widget.isRightToLeft():
        return place
    return QRect(widget.width() - place.x() - place.width(), place.y(), place.width(), place.height())


def order_tabs(stops: Sequence[QWidget]) -> None:
    """Have the Tab key go through controls in the order in which they are read; those of no page yet come later."""
    within = [stop for stop in stops if stop.window() is stops[0].window()]
    for before, after in pairwise(within):
        QWidget.setTabOrder(before, after)


def hairline() -> QFrame:
    """Make a thin line between two things."""
    line = QFrame()
    line.setObjectName("Hairline")
    line.setFixedHeight(1)
    return line
