"""Rows that were loaded, by their ids: as many as are looked at, and some before and behind them."""

from collections import OrderedDict
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.transactions.overlay import Overlay

KEPT = 2_048
"""Rows that stay in memory: those that were looked at longest ago go first."""
AT_ONCE = 160
"""Rows of one load: a screen full comes within a frame or two."""

Load = Callable[[Sequence[TransactionId]], Coroutine[Any, Any, list[Transaction]]]
Spawn = Callable[[Coroutine[Any, Any, None]], object]


@dataclass(slots=True)
class Row:
    """A row as it is shown, with its texts once they were asked for.

    Attributes:
        loaded: What the ledger said.
        load: The number of the load that brought it.
    """

    loaded: Transaction
    shown: Transaction
    load: int
    is_stale: bool = False
    texts: dict[int, str] = field(default_factory=dict)


class Rows(QObject):
    """Loads what is looked at, one load at a time; what one has scrolled past meanwhile is not loaded.

    Args:
        load: Loads rows by their ids.
        spawn: Starts a load.
        overlay: Edits that rows cannot know yet.
    """

    changed = Signal(object)
    """Ids (a frozenset) of rows that look otherwise now."""

    def __init__(self, load: Load, spawn: Spawn, overlay: Overlay, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load, self._spawn, self._overlay = load, spawn, overlay
        self._rows: OrderedDict[TransactionId, Row] = OrderedDict()
        self._gone: set[TransactionId] = set()
        self._wanted: Sequence[TransactionId] = ()
        self._is_loading = False

    def __len__(self) -> int:
        """The number of rows that are in memory."""
        return len(self._rows)

    def get(self, transaction_id: TransactionId) -> Row | None:
        """Give a row, if it was loaded."""
        return self._rows.get(transaction_id)

    def want(self, ids: Sequence[TransactionId]) -> None:
        """Have rows loaded that are looked at, the first ones first; what was wanted before is not any more."""
        self._wanted = ids
        for each in reversed(ids):
            if each in self._rows:
                self._rows.move_to_end(each)
        self._begin()

    def reload(self, ids: Iterable[TransactionId] | None = None) -> None:
        """Have rows loaded again, as they may have changed; None = all of them.

        Those that are looked at stay as they are until then, others are forgotten.
        """
        looked_at = set(self._wanted)
        self._gone.clear()
        for each in list(self._rows) if ids is None else ids:
            if (row := self._rows.get(each)) is None:
                continue
            if each in looked_at:
                row.is_stale = True
            else:
                del self._rows[each]
        self._begin()

    def repaint(self, ids: Iterable[TransactionId]) -> None:
        """Show rows with the edits that are on their way now."""
        painted = set()
        for each in ids:
            if (row := self._rows.get(each)) is not None:
                self._put(row.loaded, row.load, is_stale=row.is_stale)
                painted.add(each)
        if painted:
            self.changed.emit(frozenset(painted))

    def forget_texts(self) -> None:
        """Write everything anew when it is next looked at: another day has begun."""
        for row in self._rows.values():
            row.texts.clear()

    def _missing(self) -> list[TransactionId]:
        missing = []
        for each in self._wanted:
            row = self._rows.get(each)
            if (row is None and each not in self._gone) or (row is not None and row.is_stale):
                missing.append(each)
                if len(missing) == AT_ONCE:
                    break
        return missing

    def _begin(self) -> None:
        if not self._is_loading and self._missing():
            self._is_loading = True
            self._spawn(self._run())

    async def _run(self) -> None:
        try:
            while missing := self._missing():
                number = self._overlay.begin_load()
                for each in missing:
                    if (row := self._rows.get(each)) is not None:
                        row.is_stale = False
                loaded = await self._load(missing)
                for transaction in loaded:
                    self._put(transaction, number, is_stale=self._was_marked(transaction.id))
                self._gone.update(set(missing) - {row.id for row in loaded})
                self._tidy()
                self.changed.emit(frozenset(missing))
        finally:
            self._is_loading = False

    def _was_marked(self, transaction_id: TransactionId) -> bool:
        """Tell whether a row changed while it was loaded."""
        row = self._rows.get(transaction_id)
        return row is not None and row.is_stale

    def _put(self, transaction: Transaction, load: int, *, is_stale: bool) -> None:
        shown = self._overlay.over(transaction, load)
        self._rows[transaction.id] = Row(transaction, shown, load, is_stale)

    def _tidy(self) -> None:
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)
