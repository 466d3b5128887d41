"""A thin progress bar that tells the truth: determinate where the end is known, moving where it is not."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QProgressBar, QStyle

from budgetsync.domain.sync import Progress, Stage
from budgetsync.ui.colours import colours_of

_FRAME_MS = 50
_STEP = 0.025  # of the way, for each frame
_SEGMENT = 0.3
_HEIGHT = 6.0


class SyncProgressBar(QProgressBar):
    """Progress of one connection's run. It moves only while it is seen and the end is not known.

    Args:
        ground: It draws the ground of a card itself, so that what is below it is not drawn for each frame.
    """

    def __init__(self, *, ground: bool = False) -> None:
        super().__init__()
        self._ground = ground
        self._phase = 0.0
        self._waiting = False
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._move)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, ground)
        self.setTextVisible(False)
        self.setRange(0, 0)

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far a run is; the provider tells no total, so fetching has none."""
        waiting = progress is not None and progress.stage is Stage.QUEUED
        if waiting is not self._waiting:
            self._waiting = waiting
            self.update()
        if progress and progress.stage is Stage.APPLYING and progress.rows:
            self.setRange(0, progress.rows)
            self.setValue(min(progress.applied, progress.rows))
        elif self.maximum():
            self.setRange(0, 0)
        self._run_or_rest()

    def sizeHint(self) -> QSize:
        """Thin; as wide as there is room."""
        return QSize(96, 16)

    def minimumSizeHint(self) -> QSize:
        """Thin; narrow where it must be."""
        return QSize(48, 16)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to move."""
        super().showEvent(event)
        self._run_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw track and bar."""
        del event
        colours = colours_of(self.palette())
        painter = QPainter(self)
        if self._ground:
            painter.fillRect(self.rect(), QColor(colours.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        track = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        if not self._waiting:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(self._bar(track), _HEIGHT / 2, _HEIGHT / 2)
        painter.end()

    def _bar(self, track: QRectF) -> QRectF:
        if self.maximum():
            return QRectF(track.x(), track.y(), track.width() * self.value() / self.maximum(), track.height())
        start = self._phase * (1 + _SEGMENT) - _SEGMENT
        left, right = max(0.0, start), min(1.0, start + _SEGMENT)
        return QRectF(track.width() * left, track.y(), track.width() * max(0.0, right - left), track.height())

    def _move(self) -> None:
        self._phase = (self._phase + _STEP) % 1.0
        self.update()

    def _run_or_rest(self) -> None:
        still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) == 0
        if self.isVisible() and not self.maximum() and not self._waiting and not still:
            self._timer.start()
        else:
            self._timer.stop()
            self._phase = 0.5 if still else self._phase
