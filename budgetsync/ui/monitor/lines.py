"""Lines of text with icons, painted: placed when a text or the room changes, and then only drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from budgetsync.ui.colours import colours_of
from budgetsync.ui.formats import exact, relative
from budgetsync.ui.monitor.ink import Face, Ink
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Fit, mirrored

ICON = 14
_LEAST_LETTERS = 6
_FLAGS = int(
    Qt.AlignmentFlag.AlignLeft
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
    | Qt.TextFlag.TextDontClip
)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line.

    Attributes:
        tone: Its colour's meaning; None for that of text.
        icon: Drawn before the text; "" for none.
        hover: What hovering tells beside it; "" tells the text itself where it is cut.
        spoken: What is heard instead of the text, where that is short for the eye; "" for the text.
        fit: What it does where there is not enough room.
        trailing: Stands at the line's end.
    """

    text: str
    tone: Tone | None = None
    face: Face = Face.PLAIN
    icon: str = ""
    hover: str = ""
    spoken: str = ""
    fit: Fit = Fit.ELIDE
    trailing: bool = False


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    span: Span
    text: str
    place: QRect


class Lines:
    """The lines of one widget, one below the other.

    Args:
        gap: Between two spans of a line.
        spacing: Between two lines.
    """

    def __init__(self, ink: Ink, widget: QWidget, *, gap: int = GRID + 4, spacing: int = 2) -> None:
        self._ink, self._widget = ink, widget
        self._gap, self._spacing = gap, spacing
        self._lines: tuple[Line, ...] = ()
        self._rooms: tuple[QRect, ...] = ()
        self._placed: list[tuple[_Placed, ...]] = []

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is said."""
        return self._lines

    @property
    def texts(self) -> list[str]:
        """All texts, whole, in reading order."""
        return [span.text for line in self._lines for span in line if span.text]

    @property
    def spoken(self) -> list[str]:
        """All texts for those who listen."""
        return [span.spoken or span.text for line in self._lines for span in line if span.text]

    def height_of(self, line: Line) -> int:
        """Tell how high a line is."""
        return max((self._ink.height(span.face) for span in line), default=self._ink.line)

    @property
    def height(self) -> int:
        """Tell how high all lines are together."""
        return sum(map(self.height_of, self._lines)) + self._spacing * max(0, len(self._lines) - 1)

    def show(self, lines: Sequence[Line]) -> bool:
        """Say something else; only what changed is painted anew.

        Returns:
            Whether anything changed.
        """
        before, self._lines = self._lines, tuple(lines)
        if before == self._lines:
            return False
        if [self.height_of(line) for line in before] != [self.height_of(line) for line in self._lines]:
            self._placed = []
            self._widget.update()
            return True
        for at, (old, new) in enumerate(zip(before, self._lines, strict=True)):
            if old != new and at < len(self._placed):
                self._placed[at] = self._place(new, self._rooms[at])
                self._widget.update(self._strip(at))
        return True

    def place(self, rooms: Sequence[QRect]) -> None:
        """Give each line its room, in logical coordinates: x grows from the leading edge. Rooms may be left over."""
        wanted = tuple(rooms)[: len(self._lines)]
        if wanted != self._rooms or len(self._placed) != len(self._lines):
            self._rooms = wanted
            self._placed = [
                self._place(line, room) for line, room in zip(self._lines, self._rooms, strict=True)
            ]

    def forget(self) -> None:
        """Measure everything anew: there are other fonts, or the writing goes the other way."""
        self._placed, self._rooms = [], ()

    def rooms(self, x: int, y: int, width: int) -> Iterator[QRect]:
        """Stack the lines' rooms."""
        for line in self._lines:
            height = self.height_of(line)
            yield QRect(x, y, width, height)
            y += height + self._spacing

    def paint(self, painter: QPainter, clip: QRect) -> None:
        """Draw what is to be seen within a clip."""
        colours = colours_of(self._widget.palette())
        ratio = self._widget.devicePixelRatioF()
        face = None
        for at, placed in enumerate(self._placed):
            if not clip.intersects(self._strip(at)):
                continue
            for piece in placed:
                colour = self._ink.tone(colours, piece.span.tone)
                place = piece.place
                if piece.span.icon:
                    icon = self._ink.icon(piece.span.icon, colour, ICON, ratio)
                    left = mirrored(self._widget, QRect(place.x(), place.y(), ICON, place.height()))
                    painter.drawPixmap(left.x(), place.y() + (place.height() - ICON) // 2, icon)
                if not piece.text:
                    continue
                if piece.span.face is not face:
                    face = piece.span.face
                    painter.setFont(self._ink.font(face))
                painter.setPen(self._ink.colour(colour))
                painter.drawText(mirrored(self._widget, _text_place(piece)), _FLAGS, piece.text)

    def hover_at(self, point: QPoint) -> str:
        """Tell what hovering at a point tells."""
        for placed in self._placed:
            for piece in placed:
                if mirrored(self._widget, piece.place).contains(point):
                    whole = "" if piece.text == piece.span.text else piece.span.text
                    return "\n".join(part for part in (whole, piece.span.hover) if part)
        return ""

    def _strip(self, at: int) -> QRect:
        return mirrored(self._widget, self._rooms[at])

    def _place(self, line: Line, room: QRect) -> tuple[_Placed, ...]:
        spans = [span for span in line if span.text or span.icon]
        widths = {id(span): self._natural(span) for span in spans}
        while spans and self._total(spans, widths) > room.width():
            whole = [span for span in spans if span.fit is Fit.WHOLE]
            if not whole:
                break
            spans.remove(whole[-1])
        self._share(spans, widths, room.width())
        placed: dict[int, _Placed] = {}
        start, end = room.x(), room.x() + room.width()
        for span in [span for span in spans if not span.trailing]:
            placed[id(span)] = self._piece(span, start, room, widths[id(span)])
            start += widths[id(span)] + self._gap
        for span in [span for span in reversed(spans) if span.trailing]:
            end -= widths[id(span)]
            placed[id(span)] = self._piece(span, end, room, widths[id(span)])
            end -= self._gap
        return tuple(placed[id(span)] for span in spans)

    def _natural(self, span: Span) -> int:
        icon = ICON + (GRID // 2 if span.text else 0) if span.icon else 0
        return self._ink.width(span.face, span.text) + icon

    def _total(self, spans: Sequence[Span], widths: dict[int, int]) -> int:
        return sum(widths[id(span)] for span in spans) + self._gap * (len(spans) - 1)

    def _share(self, spans: Sequence[Span], widths: dict[int, int], room: int) -> None:
        """Shorten what may be shortened, the widest first, until everything has room."""
        if not spans or self._total(spans, widths) <= room:
            return
        yielding = sorted(
            (span for span in spans if span.fit is Fit.ELIDE), key=lambda span: widths[id(span)]
        )
        rest = room - self._total(spans, widths) + sum(widths[id(span)] for span in yielding)
        for place, span in enumerate(yielding):
            share = max(0, rest // (len(yielding) - place))
            widths[id(span)] = min(widths[id(span)], share)
            rest -= widths[id(span)]

    def _piece(self, span: Span, x: int, room: QRect, width: int) -> _Placed:
        text = span.text
        if width < self._natural(span):
            icon = ICON + GRID // 2 if span.icon else 0
            text = self._ink.elide(span.face, text, max(0, width - icon))
        return _Placed(span, text, QRect(x, room.y(), width, room.height()))


def tell_hover(widget: QWidget, hover: str) -> None:
    """Have hovering tell something else."""
    if hover != widget.toolTip():
        widget.setToolTip(hover)


def when_span(text: str, hover: str, at: datetime, now: datetime, locale: QLocale) -> Span:
    """Say when something was: how long ago, and exactly where it is hovered over; both texts have a {when}."""
    return Span(
        text.format(when=relative(at, now, locale)),
        Tone.QUIET,
        hover=hover.format(when=exact(at, locale)),
    )


def _text_place(piece: _Placed) -> QRect:
    icon = ICON + GRID // 2 if piece.span.icon else 0
    return piece.place.adjusted(icon, 0, 0, 0)
