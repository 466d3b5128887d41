"""What the sections of the Settings page are made of: cards, rows, and what a row says about itself."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from budgetsync.domain.errors import Trouble
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import trouble_text
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import Glyph, hairline

translate = QCoreApplication.translate
_WORDS_NEED = 30
"""So many letters have room beside a row's controls; where they have not, the controls stand below."""


class Words(QLabel):
    """Plain text that wraps, in a tone."""

    def __init__(self, text: str = "", tone: Tone | None = None, *, selectable: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if tone is not None:
            self.setProperty("tone", tone.value)
        if selectable:
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def show_text(self, text: str) -> None:
        """Show another text; an empty one takes no room."""
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))


class Line(QWidget):
    """A status: a drawing and words in one colour. Hidden while it has nothing to say."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._glyph = Glyph(icons, "ok", Tone.OK)
        self._words = Words()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2 + 2)
        layout.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; "" while it is hidden."""
        return self._words.text()

    def show_status(self, status: Status) -> None:
        """Say it."""
        self._glyph.show_icon(status.icon, status.tone)
        self._words.setText(status.word)
        self._words.setProperty("tone", status.tone.value)
        self._words.style().polish(self._words)
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self._words.setText("")
        self.hide()


class Feedback(Line):
    """What came of the last change, said beside it, and aloud to those who listen."""

    def say(self, text: str, *, icon: str = "ok", tone: Tone = Tone.OK) -> None:
        """Say what was done."""
        self.show_status(Status(icon, text, tone))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def saved(self) -> None:
        """Say that a choice is kept."""
        self.say(translate("Settings", "Saved."))

    def busy(self, text: str) -> None:
        """Say what is being done."""
        self.show_status(Status("syncing", text, Tone.BUSY))

    def fail(self, trouble: Trouble) -> None:
        """Say why it was not done, and what to do."""
        self.say(trouble_text(trouble), icon="attention", tone=Tone.ERROR)


class Row(QWidget):
    """A setting: what it is, what it does, and its controls.

    Args:
        title: A few words.
        explanation: What it means; "" where the title says it all.
        controls: In reading order.
    """

    def __init__(
        self, icons: Icons, title: str, explanation: str = "", controls: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self._icons = icons
        self._explanation: Words | None = None
        self._feedback: Feedback | None = None
        self.title = Words(title)
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addWidget(self.title)
        if explanation:
            self.explanation.setText(explanation)
        self._below = QVBoxLayout()
        self._below.setSpacing(GRID // 2)
        self._controls = QWidget(
            self
        )  # at home from the first: without it, it would be a window for a moment
        beside = QHBoxLayout(self._controls)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(GRID)
        beside.addStretch(1)
        self._beside = beside
        self._controls.hide()
        for control in controls:
            self.add_control(control)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(0, 1)
        self._is_narrow: bool | None = None
        self._grid.addLayout(self._below, 2, 0, 1, 2)
        self._stand(narrow=False)

    @property
    def explanation(self) -> Words:
        """What it means, under its title. Made when it is needed: most rows of a long list have none."""
        if self._explanation is None:
            self._explanation = Words("", Tone.QUIET)
            self._words.insertWidget(1, self._explanation)
        return self._explanation

    @property
    def feedback(self) -> Feedback:
        """What came of the last change, under the explanation. Made when there is something to say."""
        if self._feedback is None:
            self._feedback = Feedback(self._icons)
            self._words.addWidget(self._feedback)
        return self._feedback

    def add_control(self, control: QWidget) -> None:
        """Add a control at the trailing end."""
        self._beside.insertWidget(self._beside.count() - 1, control)
        self._controls.show()

    def add_below(self, widget: QWidget) -> None:
        """Add something under words and controls, such as an open question."""
        self._below.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the controls under the words where there is little room."""
        super().resizeEvent(event)
        words = _WORDS_NEED * self.fontMetrics().averageCharWidth()
        self._stand(narrow=event.size().width() < self._controls.sizeHint().width() + words)

    def _stand(self, *, narrow: bool) -> None:
        if narrow is self._is_narrow:
            return
        self._is_narrow = narrow
        for item in (self._words, self._controls):
            if isinstance(item, QWidget):
                self._grid.removeWidget(item)
            else:
                self._grid.removeItem(item)
        self._grid.addLayout(self._words, 0, 0)
        if narrow:
            self._grid.addWidget(self._controls, 1, 0)
        else:
            middle = Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(self._controls, 0, 1, middle)


class Card(QFrame):
    """Rows that belong together, with hairlines between them."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setObjectName("Card")
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        self._rows.setSpacing(GRID // 2)
        self._count = 0
        self._lines: dict[QWidget, QFrame] = {}
        if title:
            heading = Words(title)
            heading.setFont(font_of(heading, strong=True))
            heading.setContentsMargins(0, GRID // 2, 0, 0)
            self._rows.addWidget(heading)

    def add(self, row: QWidget) -> None:
        """Add a row at the end."""
        if self._count:
            line = hairline()
            self._lines[row] = line
            self._rows.addWidget(line)
        self._rows.addWidget(row)
        self._count += 1

    def add_line(self, line: QWidget) -> None:
        """Add something that belongs to what stands above it."""
        self._rows.addWidget(line)
        self._count += 1

    def show_row(self, row: QWidget, *, shown: bool) -> None:
        """Show or hide a row with the line above it."""
        row.setVisible(shown)
        if row in self._lines:
            self._lines[row].setVisible(shown)

    def remove(self, row: QWidget) -> None:
        """Take a row away for good."""
        for widget in (self._lines.pop(row, None), row):
            if widget is not None:
                self._rows.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
