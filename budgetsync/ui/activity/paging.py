"""A list that grows at its end as one scrolls, and at its top as things happen; nothing that is seen moves."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from budgetsync.ui.bridge import Bridge
from budgetsync.ui.problems.entry_list import EntryList
from budgetsync.ui.problems.model import EntriesModel

T = TypeVar("T")
Page = tuple[Sequence[T], int | None, int]
"""Values from the newest on; where the next page goes on, None = nowhere; the newest number that was looked at."""
_ENOUGH = 40
"""Values that a look further back brings at least, where there are so many."""


class PagedList(QObject, Generic[T]):
    """Loads what is listed page by page, one page at a time.

    Args:
        number: The number of a value; newer ones have larger ones.
        load: Loads the page before a number, or the newest one.
    """

    loaded = Signal()
    """Values came, or it is known that there are none."""

    def __init__(
        self,
        bridge: Bridge,
        model: EntriesModel[T],
        view: EntryList,
        number: Callable[[T], int],
        load: Callable[[int | None], Awaitable[Page[T]]],
    ) -> None:
        super().__init__(view)
        self._bridge, self._model, self._view, self._number, self._load = bridge, model, view, number, load
        self._task: asyncio.Task[None] | None = None
        self._following: int | None = None
        self._newest = 0
        self._is_stale = True
        self.is_looking = False
        view.end_neared.connect(self.more)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._catch_up())

    @property
    def is_complete(self) -> bool:
        """Whether everything that there is is listed."""
        return self._following is None and not self.is_looking

    def restart(self) -> None:
        """List something else: whatever is being loaded is not wanted any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._following = None
        self._begin(self._load_first(anew=True))

    def refresh(self) -> None:
        """Take in what is new, as soon as what is being loaded is there."""
        self._is_stale = True
        if self._task is None:
            self._begin(self._load_first(anew=False))

    def more(self) -> None:
        """Look further back."""
        if self._task is None and self._following is not None:
            self._begin(self._load_more())

    def _begin(self, coro: Coroutine[Any, Any, None]) -> None:
        self.is_looking = True
        task = self._task = self._bridge.spawn(coro)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        if task is not self._task:
            return
        self._task, self.is_looking = None, False
        if task.cancelled():
            return
        self.loaded.emit()
        if self._is_stale:
            self._catch_up()
        elif self._view.is_near_end:
            self.more()

    def _catch_up(self) -> None:
        """Take in what was left aside because it would have moved what is being read."""
        if self._is_stale and self._task is None and self._view.verticalScrollBar().value() == 0:
            self._begin(self._load_first(anew=False))

    async def _load_first(self, *, anew: bool) -> None:
        self._is_stale = False
        values, following, newest = await self._load(None)
        goes_on = not anew and following is not None and self._newest >= following - 1
        if not anew and not goes_on and following is not None and self._view.verticalScrollBar().value() > 0:
            self._is_stale = True  # so much came that what lies between is not known
            return
        self._newest = newest
        if following is not None and goes_on:
            kept = [value for value in self._model.values if self._number(value) < following]
            self._model.load([*values, *kept])
            return
        self._following = following
        self._model.load(values)
        await self._fill(len(values))

    async def _load_more(self) -> None:
        await self._fill(0)

    async def _fill(self, came: int) -> None:
        while came < _ENOUGH and self._following is not None:
            values, self._following, _ = await self._load(self._following)
            self._model.append(values)
            came += len(values)
            self.loaded.emit()
