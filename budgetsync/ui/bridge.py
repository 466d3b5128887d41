"""Between the core and the window: events in, coalesced; coroutines out, kept, watched and ended in time."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QObject, QTimer, Signal, SignalInstance

from budgetsync.domain.errors import BudgetSyncError, Trouble
from budgetsync.domain.events import (
    ChangeSet,
    DeadLettersChanged,
    Event,
    ItemChanged,
    KeepingChanged,
    LedgerChanged,
    NoticesChanged,
    RealTimeChanged,
    RunFinished,
    RunProgressed,
    ScheduleChanged,
)
from budgetsync.domain.ids import ItemId
from budgetsync.domain.sync import Progress

INTERVAL_MS = 100
"""At most ten times a second the window hears of anything."""

translate = QCoreApplication.translate
_log = logging.getLogger(__name__)


class Publisher(Protocol):
    """Where events come from."""

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call the listener with every event; what is returned ends that."""
        ...


class Bridge(QObject):
    """Qt signals for the core's events, and the only way by which the window starts a coroutine.

    The first event after a quiet time is passed on in the loop's next turn; those within the interval are
    gathered: of progress the newest for each connection, of changed rows one sum, of endings every one.
    """

    runs_finished = Signal(object)
    """A tuple of RunFinished, in order."""
    progressed = Signal(object)
    """A dict of the newest Progress by ItemId."""
    items_changed = Signal(object)
    """A frozenset of ItemId."""
    ledger_changed = Signal(object)
    """One ChangeSet for all that changed."""
    notices_changed = Signal()
    letters_changed = Signal()
    schedule_changed = Signal()
    keeping_changed = Signal()
    realtime_changed = Signal()
    failed = Signal(object)
    """Trouble of a coroutine that nobody else told about."""

    def __init__(
        self, core: Publisher, parent: QObject | None = None, *, interval_ms: int = INTERVAL_MS
    ) -> None:
        super().__init__(parent)
        self._is_closed = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._to_finish: set[asyncio.Task[None]] = set()
        self._progress: dict[ItemId, Progress] = {}
        self._finished: list[RunFinished] = []
        self._items: set[ItemId] = set()
        self._changes: list[ChangeSet] = []
        self._plain: set[type[Event]] = set()
        self._plain_signals: dict[type[Event], SignalInstance] = {
            NoticesChanged: self.notices_changed,
            DeadLettersChanged: self.letters_changed,
            ScheduleChanged: self.schedule_changed,
            KeepingChanged: self.keeping_changed,
            RealTimeChanged: self.realtime_changed,
        }
        self._interval = interval_ms
        self._since_last = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._pass_on)
        self._unsubscribe: Callable[[], None] | None = core.subscribe(self._take)

    def spawn(
        self,
        coro: Coroutine[Any, Any, None],
        *,
        on_error: Callable[[Trouble], None] | None = None,
        finish: bool = False,
    ) -> asyncio.Task[None]:
        """Start a coroutine of the window on the running loop.

        Args:
            coro: What to run.
            on_error: Told what went wrong; without it, `failed` is emitted.
            finish: Is waited for at close instead of being cancelled: something the user typed.
        """
        task = asyncio.get_running_loop().create_task(self._watch(coro, on_error or self.failed.emit))
        kept = self._to_finish if finish else self._tasks
        kept.add(task)
        task.add_done_callback(kept.discard)
        task.add_done_callback(lambda _: coro.close())  # for one that was cancelled before it began
        if self._is_closed:
            task.cancel()
        return task

    async def close(self) -> None:
        """Hear no more, end what runs, begin nothing new, and wait for what must not be cut off."""
        self._is_closed = True
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._timer.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, *self._to_finish, return_exceptions=True)

    async def _watch(self, coro: Coroutine[Any, Any, None], on_error: Callable[[Trouble], None]) -> None:
        try:
            await coro
        except BudgetSyncError as error:
            on_error(error.trouble)
        except Exception:
            _log.exception("a coroutine of the window failed")
            text = translate("Bridge", "The program met an error that it did not expect.")
            on_error(BudgetSyncError(text).trouble)

    def _take(self, event: Event) -> None:
        match event:
            case RunProgressed(item_id, progress):
                self._progress[item_id] = progress
            case RunFinished(item_id=item_id):
                self._progress.pop(item_id, None)
                self._finished.append(event)
            case ItemChanged(item_id):
                self._items.add(item_id)
            case LedgerChanged(change):
                self._changes.append(change)
            case _ if type(event) in self._plain_signals:
                self._plain.add(type(event))
        if not self._timer.isActive():
            waited = self._since_last.elapsed() if self._since_last.isValid() else self._interval
            self._timer.start(max(0, self._interval - waited))

    def _pass_on(self) -> None:
        self._since_last.start()
        finished, self._finished = self._finished, []
        progress, self._progress = self._progress, {}
        items, self._items = self._items, set()
        changes, self._changes = self._changes, []
        plain, self._plain = self._plain, set()
        if finished:
            self.runs_finished.emit(tuple(finished))
        if progress:
            self.progressed.emit(progress)
        if items:
            self.items_changed.emit(frozenset(items))
        if changes:
            self.ledger_changed.emit(merged(changes))
        for kind, signal in self._plain_signals.items():
            if kind in plain:
                signal.emit()


def merged(changes: list[ChangeSet]) -> ChangeSet:
    """Make one change set of several; a row that changed twice is named once."""
    if len(changes) == 1:
        return changes[0]
    counts = changes[0].counts
    for change in changes[1:]:
        counts += change.counts
    return ChangeSet(
        accounts=frozenset().union(*(change.accounts for change in changes)),
        transactions=tuple(dict.fromkeys(row for change in changes for row in change.transactions)),
        complete=all(change.complete for change in changes),
        counts=counts,
    )
