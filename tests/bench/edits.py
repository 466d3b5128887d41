"""Edit to paint: how long a user waits to see an own edit while rows are being written.

Another thread says "typed" every EVERY seconds, as a keyboard does, and notes when. The GUI thread gets the
word through its event queue and gives the text to the model, as the table's editor does at Return. Measured
is the time from the word until the model has told its views (dataChanged), and until the table is painted
after that. Beside it, for the record, until the edit is committed: it goes before all engine work that
waits, but not into a transaction that is under way.
"""

import time
from threading import Event as Flag
from threading import Thread
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal

from budgetsync.core import Core
from budgetsync.domain.events import Event, LedgerChanged
from budgetsync.ui.main_window import MainWindow
from budgetsync.ui.transactions.columns import Column
from tests.bench.child import Told
from tests.bench.ticks import percentile

EVERY: Final = 0.037  # seconds; no multiple of any interval of the window
ROWS: Final = 5  # rows at the top of the table, which are in sight


class Editor(QObject):
    """Types a note into one of the first rows, again and again, until told to end."""

    typed = Signal(float)

    def __init__(self, core: Core, window: MainWindow) -> None:
        super().__init__()
        self._model = window.transactions.model
        self._viewport = window.transactions.table.viewport()
        self._enough = Flag()
        self._thread = Thread(target=self._type, daemon=True)
        self._number = 0
        self._unpainted: list[float] = []
        self._unsaved: list[tuple[int, float]] = []
        self._current = 0.0
        self._told: list[float] = []
        self._painted: list[float] = []
        self._saved: list[float] = []
        self.typed.connect(self._edit)
        self._model.dataChanged.connect(self._changed)
        self._viewport.installEventFilter(self)
        self._unsubscribe = core.subscribe(self._committed)

    def begin(self) -> None:
        """Start to type."""
        self._thread.start()

    async def end(self) -> Told:
        """Stop, and sum up in milliseconds."""
        self._enough.set()
        self._thread.join()
        self._unsubscribe()
        self._viewport.removeEventFilter(self)
        shown = {"painted": self._painted, "told": self._told, "committed": self._saved}
        return {
            "edits": self._number,
            **{
                name: {"p50": 1000 * percentile(times, 0.5), "max": 1000 * max(times)}
                for name, times in shown.items()
                if times
            },
        }

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note when the table is painted after an edit. The paint itself follows this call at once."""
        if event.type() == QEvent.Type.Paint:
            now = time.perf_counter()
            self._painted += [now - typed for typed in self._unpainted]
            self._unpainted.clear()
        return False

    def _type(self) -> None:
        while not self._enough.wait(EVERY):
            self.typed.emit(time.perf_counter())

    def _edit(self, typed: float) -> None:
        self._number += 1
        row = self._model.first_other + self._number % ROWS
        index, edited = self._model.index(row, Column.NOTE), self._model.id_at(row)
        assert edited is not None
        self._unsaved.append((edited, typed))
        self._current = typed
        self._model.setData(index, f"note {self._number}")
        self._current = 0.0

    def _changed(self, _first: QModelIndex, _last: QModelIndex) -> None:
        if self._current:
            self._told.append(time.perf_counter() - self._current)
            self._unpainted.append(self._current)

    def _committed(self, event: Event) -> None:
        if isinstance(event, LedgerChanged) and len(event.change.transactions) == 1:
            row = event.change.transactions[0]
            for entry in self._unsaved:
                if entry[0] == row:
                    self._unsaved.remove(entry)
                    self._saved.append(time.perf_counter() - entry[1])
                    return
