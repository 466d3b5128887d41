"""What the lines and bars of a chart stand for; a line can be hidden here and shown again."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from budgetsync.ui.charts.figures import translate
from budgetsync.ui.charts.look import SMALL, Look, draw_sample
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.theme import GRID, font_of

_SAMPLE = 26
_WIDEST = 240
_DIAMOND = ((0, -4.5), (4.5, 0), (0, 4.5), (-4.5, 0))


class Sample(StrEnum):
    """What is drawn before a name."""

    LINE = "line"
    UP = "up"
    DOWN = "down"
    NET = "net"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a legend.

    Attributes:
        place: Of a line.
        key: Of what can be hidden; "" where it cannot.
        hidden: Whether it is.
    """

    name: str
    sample: Sample
    place: int = 0
    key: str = ""
    hidden: bool = False


class LegendEntry(QAbstractButton):
    """A sample and a name. Pressed where the line is drawn; one that cannot be hidden is no button to anybody."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.setFont(font_of(self, SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(entry.name)
        if entry.key:
            self.setCheckable(True)
            self.setAccessibleName(translate("Chart", "Show {name}").format(name=entry.name))
            self.setToolTip(entry.name)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Show it as it is now."""
        self.entry = entry
        self.setChecked(not entry.hidden)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its name; of names that may be long, up to a limit."""
        text = self.fontMetrics().horizontalAdvance(self.text())
        width = text + _SAMPLE + 3 * GRID
        if self.entry.key:
            width = min(_WIDEST, width)
        return QSize(width, self.fontMetrics().height() + GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it; what is hidden is faint and struck through."""
        del event
        look, painter = Look.of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, room = look.colours, QRectF(self.rect())
        if self.hasFocus() or self.underMouse():
            painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        if self.entry.hidden:
            painter.setOpacity(0.4)
        x = room.right() - GRID / 2 - _SAMPLE if look.mirrored else room.left() + GRID / 2
        draw_entry_sample(painter, look, self.entry, QRectF(x, room.top(), _SAMPLE, room.height()))
        painter.setOpacity(1.0)
        font = self.font()
        font.setStrikeOut(self.entry.hidden)
        painter.setFont(font)
        painter.setPen(QColor(colours.secondary if self.entry.hidden else colours.text))
        text = room.adjusted(_SAMPLE + 1.5 * GRID, 0, -GRID / 2, 0)
        if look.mirrored:
            text = room.adjusted(GRID / 2, 0, -_SAMPLE - 1.5 * GRID, 0)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(text.width()) + 1)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw it anew in other colours."""
        super().changeEvent(event)
        self.update()


class Legend(QWidget):
    """Names side by side, in as many lines as it takes."""

    toggled = Signal(str, bool)
    """The key of a line, and whether it is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self.buttons: list[LegendEntry] = []
        self._flow = FlowLayout()
        self._flow.setSpacing(GRID // 2)
        self.setLayout(self._flow)
        self.setAccessibleName(translate("Chart", "Legend"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other names; those that are there already stay, with the keyboard where it is."""
        wanted = tuple(entries)
        if wanted == self._entries:
            return
        same = [(each.key, each.name, each.sample, each.place) for each in self._entries] == [
            (each.key, each.name, each.sample, each.place) for each in wanted
        ]
        self._entries = wanted
        if same:
            for button, entry in zip(self.buttons, wanted, strict=True):
                button.show_entry(entry)
            return
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for entry in wanted:
            button = LegendEntry(entry)
            button.clicked.connect(lambda _checked=False, button=button: self._clicked(button))
            self._flow.addWidget(button)
            self.buttons.append(button)
        self.updateGeometry()

    def _clicked(self, button: LegendEntry) -> None:
        self.toggled.emit(button.entry.key, button.isChecked())


def draw_entry_sample(painter: QPainter, look: Look, entry: Entry, room: QRectF) -> None:
    """Draw what stands before a name."""
    colours, middle = look.colours, room.center()
    match entry.sample:
        case Sample.LINE:
            draw_sample(painter, look, entry.place, room)
        case Sample.UP | Sample.DOWN:
            colour = colours.income if entry.sample is Sample.UP else colours.accent
            top = middle.y() - (8 if entry.sample is Sample.UP else 0)
            painter.setPen(QPen(QColor(colours.secondary), 1))
            painter.drawLine(QPointF(middle.x() - 8, middle.y()), QPointF(middle.x() + 8, middle.y()))
            painter.fillRect(QRectF(middle.x() - 4, top, 8, 8), QColor(colour))
        case Sample.NET:
            painter.setPen(QPen(QColor(colours.text), 1.75))
            painter.drawLine(QPointF(room.left(), middle.y()), QPointF(room.right(), middle.y()))
            painter.setBrush(QColor(colours.text))
            painter.setPen(QPen(QColor(colours.card), 1))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in _DIAMOND]))
        case Sample.BEFORE:
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.drawLine(QPointF(middle.x(), middle.y() - 7), QPointF(middle.x(), middle.y() + 7))


def draw_legend(painter: QPainter, look: Look, entries: Sequence[Entry], room: QRectF) -> None:
    """Draw a legend into a picture, in as many lines as it takes."""
    metrics = look.small_metrics
    x, y, line = room.left(), room.top(), metrics.height() + GRID / 2
    painter.setFont(look.small)
    for entry in entries:
        width = _SAMPLE + GRID + metrics.horizontalAdvance(entry.name)
        if entry.hidden:
            continue
        if x > room.left() and x + width > room.right():
            x, y = room.left(), y + line
        draw_entry_sample(painter, look, entry, QRectF(x, y, _SAMPLE, line))
        painter.setPen(QColor(look.colours.text))
        text = QRectF(x + _SAMPLE + GRID / 2 + 2, y, width, line)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), entry.name)
        x += width + 2 * GRID


def legend_height(look: Look, entries: Sequence[Entry], width: float) -> float:
    """Tell how high a legend is in a picture of a width."""
    metrics = look.small_metrics
    x, lines = 0.0, 1
    for entry in entries:
        if entry.hidden:
            continue
        wide = _SAMPLE + GRID + metrics.horizontalAdvance(entry.name)
        if x > 0 and x + wide > width:
            x, lines = 0.0, lines + 1
        x += wide + 2 * GRID
    return lines * (metrics.height() + GRID / 2) if entries else 0.0
