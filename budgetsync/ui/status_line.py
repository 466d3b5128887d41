"""The quiet line at the foot: last sync, next sync, real time, the queue, and which world this is."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStatusBar

from budgetsync.core import Core
from budgetsync.domain.request import QueueFigures, RequestState
from budgetsync.domain.timetable import Timetable
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Refresher
from budgetsync.ui.formats import clock_time, exact, number, relative
from budgetsync.ui.realtime.light import LightButton
from budgetsync.ui.realtime.light_words import light_words
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import ElidedLabel

translate = QCoreApplication.translate
_LIGHT_MS = 5_000


class StatusLine(QStatusBar):
    """Facts that a person wants to be able to look up, on whichever page they are. Live."""

    loaded = Signal()
    light_pressed = Signal()
    """Somebody wants to know more of real time."""

    def __init__(self, core: Core, bridge: Bridge, locale: QLocale, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._core, self._locale, self._now = core, locale, now
        self._timetable: Timetable | None = None
        self._figures: QueueFigures | None = None
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GRID, 0, GRID, 0)
        self.last, self.next, self.queue = (ElidedLabel() for _ in range(3))
        self.light = LightButton()
        self.light.clicked.connect(self.light_pressed)
        world = ElidedLabel()
        world.show_text(_environment(core.environment))
        world.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for label in (self.last, self.next, self.light, self.queue):
            self.addWidget(label, 1)
        self.addPermanentWidget(world)
        self._refresher = Refresher(bridge, self._load)
        for changed in (bridge.schedule_changed, bridge.items_changed, bridge.runs_finished):
            changed.connect(lambda *_: self._refresher.request())
        bridge.realtime_changed.connect(self.show_light)
        self._beat = QTimer(self, interval=_LIGHT_MS)
        self._beat.timeout.connect(self.show_light)
        self.show_light()

    @property
    def is_paused(self) -> bool:
        """Whether nothing is synced by itself just now because a person said so."""
        pause = self._timetable.settings.pause if self._timetable is not None else None
        return pause is not None and pause.holds(self._now())

    def refresh(self) -> None:
        """Load what it says."""
        self._refresher.request()

    def show_light(self) -> None:
        """Show how news come now, and how old the last sign of them is."""
        self.light.show_light(light_words(self._core.realtime_light, self._now(), self._locale))

    def showEvent(self, event: QShowEvent) -> None:
        """Let the light's age grow while it is seen."""
        super().showEvent(event)
        self.show_light()
        self._beat.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._beat.stop()

    def refresh_times(self) -> None:
        """Write relative times anew."""
        if self._timetable is None or self._figures is None:
            return
        self._show_times(self._timetable)
        self._show_queue(self._figures)

    async def _load(self) -> None:
        timetable, queue = await self._core.timetable(), await self._core.queue_overview()
        self._timetable, self._figures = timetable, queue.figures
        self.refresh_times()
        self.loaded.emit()

    def _show_times(self, timetable: Timetable) -> None:
        now, locale = self._now(), self._locale
        last = timetable.last_run_at
        if last is None:
            self.last.show_text(translate("StatusLine", "No sync yet"))
        else:
            text = translate("StatusLine", "Last sync {when}").format(when=relative(last, now, locale))
            self.last.show_text(text, exact(last, locale))
        self.next.show_text(*self._next(timetable, now))

    def _next(self, timetable: Timetable, now: datetime) -> tuple[str, str]:
        pause, due = timetable.settings.pause, timetable.next_run_at
        if pause is not None and pause.holds(now):
            if pause.until is None:
                return translate("StatusLine", "Paused until you resume"), ""
            when = clock_time(pause.until, now, self._locale)
            return translate("StatusLine", "Paused until {when}").format(when=when), exact(
                pause.until, self._locale
            )
        if timetable.situation.online is False:
            return translate("StatusLine", "Offline: syncs when the network is back"), ""
        if due is None:
            return translate("StatusLine", "No sync planned"), ""
        if due <= now:
            return translate("StatusLine", "Next sync is due now"), ""
        when = clock_time(due, now, self._locale)
        return translate("StatusLine", "Next sync: {when}").format(when=when), exact(due, self._locale)

    def _show_queue(self, figures: QueueFigures) -> None:
        waiting = figures.depth.get(RequestState.PENDING, 0)
        running = figures.depth.get(RequestState.LEASED, 0)
        hover = ""
        if figures.next_attempt_at is not None:
            text = translate("StatusLine", "Next attempt: {when}")
            hover = text.format(when=clock_time(figures.next_attempt_at, self._now(), self._locale))
        if not waiting and not running:
            text = translate("StatusLine", "Queue: empty")
        elif not waiting:
            text = translate("StatusLine", "Queue: {n} running", None, running)
            text = text.format(n=number(running, self._locale))
        else:
            text = translate("StatusLine", "Queue: {n} waiting", None, waiting)
            text = text.format(n=number(waiting, self._locale))
        self.queue.show_text(text, hover)


def _environment(environment: str) -> str:
    words = {
        "demo": translate("StatusLine", "Demo bank"),
        "sandbox": translate("StatusLine", "Plaid sandbox: test data"),
        "production": translate("StatusLine", "Real banks"),
    }
    return words.get(environment, environment)
