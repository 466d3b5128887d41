"""Work that takes a while: what is being done and for how long, a way to end it, and what came of it."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QLocale, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import number
from budgetsync.ui.settings.rows import Row
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate
_TICK_MS = 1_000


class LongStep:
    """One piece of work at a time in a row. While it runs, its starters rest and "Cancel" is shown.

    Args:
        row: Where it is said.
        starters: The buttons that begin such work.
        name: What is cancelled, for those who hear it.
    """

    def __init__(
        self, bridge: Bridge, row: Row, starters: tuple[QPushButton, ...], name: str, locale: QLocale
    ) -> None:
        self._bridge, self._row, self._starters, self._locale = bridge, row, starters, locale
        self.cancel_button = button(translate("Settings", "Cancel"), name, "quiet")
        self.cancel_button.clicked.connect(self.cancel)
        self.cancel_button.hide()
        row.add_below(_leading(self.cancel_button))
        self._task: asyncio.Task[None] | None = None
        self._since, self._ticker = QElapsedTimer(), QTimer(row, interval=_TICK_MS)
        self._ticker.timeout.connect(self._show)
        self._words, self._amount = "", ""
        self._begun_by: QPushButton | None = None

    @property
    def is_running(self) -> bool:
        """Whether something is being done."""
        return self._task is not None

    def begin(
        self, words: str, coro: Coroutine[Any, Any, None], ended: Callable[[], object] | None = None
    ) -> None:
        """Begin.

        Args:
            words: What is being done, without a full stop.
            coro: Does it, and says at its end what came of it.
            ended: Called when it is over, however it went.
        """
        self._begun_by = next((starter for starter in self._starters if starter.hasFocus()), None)
        self.cancel_button.show()
        if self._begun_by is not None:
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        for starter in self._starters:
            starter.setEnabled(False)
        self._words, self._amount = words, ""
        self._since.start()
        self._ticker.start()
        self._show()

        def finish(task: asyncio.Task[None]) -> None:
            self._end()
            if task.cancelled():
                self._row.feedback.say(translate("Settings", "Cancelled; nothing was changed."), icon="new")
            if ended is not None:
                ended()

        self._task = self._bridge.spawn(coro, on_error=self._row.feedback.fail)
        self._task.add_done_callback(finish)

    def show_amount(self, text: str) -> None:
        """Say how much is done so far; the next look at the clock shows it."""
        self._amount = text

    def cancel(self) -> None:
        """End it; what it began is taken back."""
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self._ticker.stop()
        for starter in self._starters:
            starter.setEnabled(True)
        if self.cancel_button.hasFocus() and self._begun_by is not None:
            self._begun_by.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cancel_button.hide()

    def _show(self) -> None:
        seconds = self._since.elapsed() // 1_000
        text = self._words
        if seconds:
            so_far = translate("Settings", "{words}: {n} s so far", None, seconds)
            text = so_far.format(words=text, n=number(seconds, self._locale))
        if self._amount:
            text = f"{text}, {self._amount}"
        self._row.feedback.busy(text)


def _leading(widget: QWidget) -> QWidget:
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    layout.addStretch(1)
    return line
