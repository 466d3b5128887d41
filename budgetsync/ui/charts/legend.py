"""What the lines and bars of a chart stand for; a line can be hidden here and shown again."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from budgetsync.ui.charts.figures import translate
from budgetsync.ui.charts.look import SMALL, Look, draw_sample
from budgetsync.ui.colours import colours_of
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.theme import GRID, font_of

_SAMPLE = 26
_WIDEST = 240
_FAINT = 0.4
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


class LegendLabel(QLabel):
    """A sample and a name of something that is always shown."""

    def __init__(self, entry: Entry) -> None:
        super().__init__(entry.name)
        self.entry = entry
        self.setFont(font_of(self, SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_entry(self, entry: Entry) -> None:
        """Show it as it is now."""
        self.entry = entry

    def sizeHint(self) -> QSize:
        """As wide as its name."""
        return _size_of(self)

    def minimumSizeHint(self) -> QSize:
        """No narrower."""
        return _size_of(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        _draw_entry(painter, self, self.entry)
        painter.end()


class LegendEntry(QAbstractButton):
    """A sample and a name, pressed where the line is drawn."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.setText(entry.name)
        self.setFont(font_of(self, SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        self.setAccessibleName(translate("Chart", "Show {name}").format(name=entry.name))
        self.setToolTip(entry.name)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Show it as it is now."""
        self.entry = entry
        self.setChecked(not entry.hidden)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its name, up to a limit: accounts have long ones."""
        size = _size_of(self)
        return QSize(min(_WIDEST, size.width()), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, with the keyboard's or the mouse's frame."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        if self.hasFocus() or self.underMouse():
            painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        _draw_entry(painter, self, self.entry)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw it anew in other colours."""
        super().changeEvent(event)
        self.update()


def _size_of(widget: LegendLabel | LegendEntry) -> QSize:
    width = widget.fontMetrics().horizontalAdvance(widget.text()) + _SAMPLE + 3 * GRID
    return QSize(width, widget.fontMetrics().height() + GRID)


def _draw_entry(painter: QPainter, widget: QWidget, entry: Entry) -> None:
    """Draw a sample and a name; what is hidden is faint and struck through."""
    look, room = Look.of(widget), QRectF(widget.rect())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if entry.hidden:
        painter.setOpacity(_FAINT)
    x = room.right() - GRID / 2 - _SAMPLE if look.mirrored else room.left() + GRID / 2
    draw_entry_sample(painter, look, entry, QRectF(x, room.top(), _SAMPLE, room.height()))
    painter.setOpacity(1.0)
    font = widget.font()
    font.setStrikeOut(entry.hidden)
    painter.setFont(font)
    painter.setPen(QColor(look.colours.secondary if entry.hidden else look.colours.text))
    text = room.adjusted(_SAMPLE + 1.5 * GRID, 0, -GRID / 2, 0)
    if look.mirrored:
        text = room.adjusted(GRID / 2, 0, -_SAMPLE - 1.5 * GRID, 0)
    shown = widget.fontMetrics().elidedText(entry.name, Qt.TextElideMode.ElideRight, int(text.width()) + 1)
    painter.drawText(text, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)


class Legend(QWidget):
    """Names side by side, in as many lines as it takes."""

    toggled = Signal(str, bool)
    """The key of a line, and whether it is to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._shown: list[LegendEntry | LegendLabel] = []
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
            for shown, entry in zip(self._shown, wanted, strict=True):
                shown.show_entry(entry)
            return
        for shown in self._shown:
            self._flow.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self._shown = [self._make(entry) for entry in wanted]
        for shown in self._shown:
            self._flow.addWidget(shown)
        self.updateGeometry()

    @property
    def buttons(self) -> list[LegendEntry]:
        """The names of lines, which can be pressed."""
        return [shown for shown in self._shown if isinstance(shown, LegendEntry)]

    @property
    def is_empty(self) -> bool:
        """Whether there is no name."""
        return not self._entries

    def _make(self, entry: Entry) -> LegendEntry | LegendLabel:
        if not entry.key:
            return LegendLabel(entry)
        button = LegendEntry(entry)
        button.toggled.connect(lambda *_: self._toggled(button))
        return button

    def _toggled(self, button: LegendEntry) -> None:
        if button.isChecked() is button.entry.hidden:  # else it only follows what is shown
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
