"""The Insights page on a long ledger: from choosing a time until every card is painted.

    .venv/bin/python -m tests.bench.insights '{"path": "build/big/ledger.sqlite", "rounds": 15}'

The program's own window on a real Core, offscreen. Measured from the choice to the end of the paint that follows the
last card; gaps are those of a 5 ms timer on the GUI thread meanwhile. The first look, which builds the page, counts by
itself.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from budgetsync.core import Core
from budgetsync.domain.insights import Scope
from budgetsync.host.clock import SystemClock
from budgetsync.host.paths import resources_folder
from budgetsync.store.database import Database
from budgetsync.ui.insights.page import InsightsPage
from budgetsync.ui.insights.period import Period
from budgetsync.ui.main_window import MainWindow
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Theme
from budgetsync.vault.memory_vault import MemoryVault
from tests.bench.big_ledger import NOW
from tests.bench.child import Told, say, told
from tests.bench.loop import run_like_the_program
from tests.bench.ticks import Ticks, summary

_SIZE = (1280, 1600)


class Then(SystemClock):
    """A clock of the ledger's last day."""

    def now(self) -> Any:  # noqa: ANN401
        """The moment."""
        return NOW


class _Paints(QObject):
    """Sees when a window has been painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.painted = asyncio.Event()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own
        """Have it known in the turn after the paint."""
        del watched
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self, self.painted.set)
        return False


async def _drawn(page: InsightsPage, paints: _Paints, do: Callable[[], object]) -> float:
    """Do something and tell the seconds until everything that came of it is painted."""
    shown = asyncio.Event()
    connection = page.shown.connect(shown.set)
    begun = time.perf_counter()
    do()
    await shown.wait()
    paints.painted.clear()
    page.update()
    await paints.painted.wait()
    page.shown.disconnect(connection)
    return time.perf_counter() - begun


async def _measure(application: QApplication, asked: Told) -> Told:
    path = Path(asked["path"])
    core = Core(Database(path, "demo"), {}, MemoryVault(), Then())
    await core.start(background=False)
    window = MainWindow(core, theme=Theme(application), resources=resources_folder())
    window.resize(*_SIZE)
    window.show()
    ticks, paints = Ticks(), _Paints(window)
    try:
        window.show_page(Page.INSIGHTS)
        page = window.stack.page(Page.INSIGHTS)
        assert isinstance(page, InsightsPage)
        first = await _drawn(page, paints, lambda: None)
        today = NOW.date()
        scopes = {
            "year": Scope(today - timedelta(days=364), today),
            "all": Scope(await core.first_day() or today, today),
        }
        asking: dict[str, list[float]] = {name: [] for name in scopes}
        drawing: dict[str, list[float]] = {name: [] for name in scopes}
        for _ in range(int(asked["rounds"])):
            for name, period in (("year", Period.TWELVE_MONTHS), ("all", Period.ALL)):
                begun = time.perf_counter()
                await core.insights(scopes[name])
                asking[name].append(time.perf_counter() - begun)
                ticks.begin()
                choices = replace(page.choices, period=period)
                drawing[name].append(await _drawn(page, paints, partial(page.choose, choices)))
                ticks.end()
    finally:
        window.close()
        await window.wait_closed()
        await core.stop()
    return {"first": first, "asking": asking, "drawing": drawing, "gaps": summary(ticks.gaps, ticks.seconds)}


if __name__ == "__main__":
    say(run_like_the_program(_measure, told()))
