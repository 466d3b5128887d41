"""The last 24 hours of syncs as bars, and the queue in a line."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from budgetsync.domain.overview import Hour, Overview, QueueGlance
from budgetsync.ui.colours import colours_of
from budgetsync.ui.formats import clock_time, exact, number, relative
from budgetsync.ui.monitor.buttons import PaintedButton
from budgetsync.ui.monitor.ink import Ink
from budgetsync.ui.monitor.lines import Line, Lines, Span, tell_hover
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Fit

translate = QCoreApplication.translate
_BARS = 28
_BAR = 8
_BETWEEN = 3
_STUMP = 3  # of an hour without a sync; one with syncs is always higher


class PulsePanel(QLabel):
    """Three lines: what was synced, the bars with what was kept aside beside them, what waits."""

    problems_requested = Signal()

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._ink = ink
        self._hours: tuple[Hour, ...] = ()
        self._caption = Lines(ink, self)
        self._queue = Lines(ink, self, gap=GRID)
        self.setAccessibleName(translate("Pulse", "Syncs of the last 24 hours, and the queue"))
        self.problems_button = PaintedButton(
            ink,
            self,
            "",
            translate("Pulse", "What was kept aside, on the Problems page"),
            icon="attention",
        )
        self.problems_button.setToolTip(
            translate("Pulse", "Rows and requests that could not be carried out. Nothing of them is lost.")
        )
        self.problems_button.clicked.connect(self.problems_requested)
        self.problems_button.hide()

    @property
    def texts(self) -> list[str]:
        """What it says, in reading order."""
        return [*self._caption.texts, *self._queue.texts]

    @property
    def wanted_height(self) -> int:
        """How high it is."""
        return 2 * self._ink.line + _BARS + GRID

    def show_overview(self, overview: Overview, now: datetime) -> None:
        """Show other hours and another queue."""
        if overview.hours != self._hours:
            self._hours = overview.hours
            self.update(self._bars_room())
        said = [
            self._offer_problems(overview.queue.kept_aside),
            self._caption.show((day_line(overview.hours, self._ink.locale),)),
            self._queue.show((queue_line(overview.queue, now, self._ink.locale),)),
        ]
        if any(said):
            self._place()
            self.setAccessibleDescription(". ".join([*self._caption.spoken, *self._queue.spoken]))

    def restyle(self) -> None:
        """Measure everything anew."""
        self._caption.forget()
        self._queue.forget()
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the lines their room."""
        super().resizeEvent(event)
        self._place()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell more of what is hovered over."""
        super().mouseMoveEvent(event)
        tell_hover(self, self.hover_at(event.position().toPoint()))

    def hover_at(self, point: QPoint) -> str:
        """Tell what hovering at a point tells."""
        for at, hour in enumerate(self._hours):
            if self._column(at).contains(point):
                return hour_text(hour, self._ink.locale)
        return self._caption.hover_at(point) or self._queue.hover_at(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what changed."""
        painter = QPainter(self)
        self._caption.paint(painter, event.rect())
        self._queue.paint(painter, event.rect())
        if event.rect().intersects(self._bars_room()):
            self._draw_bars(painter)
        painter.end()

    def _offer_problems(self, kept_aside: int) -> bool:
        text = translate("Queue", "{n} kept aside", None, kept_aside).format(
            n=number(kept_aside, self._ink.locale)
        )
        self.problems_button.setVisible(kept_aside > 0)
        return self.problems_button.show_text(text)

    def _draw_bars(self, painter: QPainter) -> None:
        colours = colours_of(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        most = max((hour.succeeded + hour.failed for hour in self._hours), default=0)
        for at, hour in enumerate(self._hours):
            column, runs = self._column(at), hour.succeeded + hour.failed
            height = _STUMP if not runs else _STUMP + 2 + (_BARS - _STUMP - 2) * runs / most
            colour = colours.track if not runs else colours.accent
            bar = QRectF(column.x(), column.bottom() + 1 - height, _BAR, height)
            painter.setBrush(self._ink.colour(colour))
            painter.drawRoundedRect(bar, 1.5, 1.5)
            if hour.failed:
                painter.setBrush(self._ink.colour(colours.warning))
                failed = max(_STUMP, height * hour.failed / runs)
                painter.drawRoundedRect(QRectF(bar.x(), bar.y(), _BAR, failed), 1.5, 1.5)

    def _bars_room(self) -> QRect:
        return QRect(0, self._ink.line + GRID // 2, self.width(), _BARS)

    def _column(self, at: int) -> QRect:
        room = self._bars_room()
        x = at * (_BAR + _BETWEEN)
        if self.isRightToLeft():
            x = self.width() - x - _BAR
        return QRect(x, room.y(), _BAR, room.height())

    def _place(self) -> None:
        line = self._ink.line
        self._caption.place((QRect(0, 0, self.width(), line),))
        self._queue.place((QRect(0, line + _BARS + GRID, self.width(), line),))
        size, bars = self.problems_button.sizeHint(), self._bars_room()
        x = 0 if self.isRightToLeft() else self.width() - size.width()
        y = bars.y() + (bars.height() - size.height()) // 2
        self.problems_button.setGeometry(x, y, size.width(), size.height())


def day_line(hours: Sequence[Hour], locale: QLocale) -> Line:
    """Sum the last day up."""
    succeeded, failed = sum(hour.succeeded for hour in hours), sum(hour.failed for hour in hours)
    rows = sum(hour.rows for hour in hours)
    runs = succeeded + failed
    text = translate("Pulse", "1 sync in 24 hours")
    if runs != 1:
        text = translate("Pulse", "{n} syncs in 24 hours", None, runs).format(n=number(runs, locale))
    changed = translate("Pulse", "{n} rows changed", None, rows).format(n=number(rows, locale))
    spans = [Span(text, Tone.QUIET)]
    if runs:
        spans.append(Span(changed, Tone.QUIET, fit=Fit.WHOLE))
    if failed:
        text = translate("Pulse", "{n} failed", None, failed).format(n=number(failed, locale))
        spans.append(Span(text, Tone.WARNING, icon="attention", fit=Fit.RIGID))
    return tuple(spans)


def hour_text(hour: Hour, locale: QLocale) -> str:
    """Tell of one hour."""
    text = translate("Pulse", "From {when}: {succeeded} succeeded, {failed} failed, {rows} rows changed")
    return text.format(
        when=exact(hour.begins_at, locale),
        succeeded=number(hour.succeeded, locale),
        failed=number(hour.failed, locale),
        rows=number(hour.rows, locale),
    )


def queue_line(queue: QueueGlance, now: datetime, locale: QLocale) -> Line:
    """Say what runs and waits, since when and until when."""
    spans: list[Span] = []
    if queue.running:
        text = translate("Queue", "{n} running", None, queue.running)
        spans.append(Span(text.format(n=number(queue.running, locale)), Tone.BUSY, icon="syncing"))
    if queue.waiting:
        text = translate("Queue", "{n} waiting", None, queue.waiting)
        spans.append(Span(text.format(n=number(queue.waiting, locale)), Tone.QUIET, icon="waiting"))
    if queue.oldest_at is not None:
        text = translate("Queue", "oldest {when}").format(when=relative(queue.oldest_at, now, locale))
        spans.append(Span(text, Tone.QUIET, hover=exact(queue.oldest_at, locale), fit=Fit.WHOLE))
    if queue.next_retry_at is not None:
        text = translate("Queue", "next try: {when}")
        text = text.format(when=clock_time(queue.next_retry_at, now, locale))
        spans.append(Span(text, Tone.QUIET, hover=exact(queue.next_retry_at, locale), fit=Fit.WHOLE))
    if not spans:
        spans.append(Span(translate("Queue", "Nothing is waiting"), Tone.QUIET, icon="ok"))
    return tuple(spans)
