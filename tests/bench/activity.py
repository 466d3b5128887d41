"""The Activity page on a long history: a million changes and thousands of syncs, gone through and searched.

    .venv/bin/python -m tests.bench.activity '{"path": "build/big/ledger.sqlite", "rounds": 15}'

The program's own window on a real Core, offscreen. Measured from what a person does to the moment at which its lines
are there; gaps are those of a 5 ms timer on the GUI thread meanwhile. It leaves more syncs in the ledger.
"""

import asyncio
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from budgetsync.core import Core
from budgetsync.domain.activity import AuditFilter, ChangedField
from budgetsync.host.clock import SystemClock
from budgetsync.host.paths import resources_folder
from budgetsync.store.convert import to_millis
from budgetsync.store.database import Database
from budgetsync.ui.activity.page import ActivityPage, Tab
from budgetsync.ui.activity.paging import PagedList
from budgetsync.ui.main_window import MainWindow
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Theme
from budgetsync.vault.memory_vault import MemoryVault
from tests.bench.big_ledger import NOW
from tests.bench.child import Told, say, told
from tests.bench.loop import run_like_the_program
from tests.bench.ticks import Ticks, summary

_RUNS = 20_000
_PAGES_BACK = 20


class _Then(SystemClock):
    """A clock of the ledger's last day."""

    def now(self) -> Any:  # noqa: ANN401
        """The moment."""
        return NOW


def _add_runs(path: Path) -> None:
    """Years of syncs by the clock that brought nothing."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) "
            "INSERT INTO sync_run (item_id, trigger, state, started_at, finished_at, cursor_before) "
            "SELECT (SELECT min(id) FROM item), 'TIMER', 'SUCCEEDED', ?2 + i, ?2 + i, '' FROM n",
            (_RUNS, to_millis(NOW)),
        )


async def _until_quiet(pages: PagedList[Any], do: Callable[[], object]) -> tuple[float, float]:
    """Do something; tell the seconds until its first lines are there, and until nothing is looked for any more."""
    first: list[float] = []
    news = asyncio.Event()

    def note() -> None:
        first.append(time.perf_counter())
        news.set()

    connection = pages.loaded.connect(note)
    begun = time.perf_counter()
    do()
    while not first or pages.is_looking:
        await news.wait()
        news.clear()
    pages.loaded.disconnect(connection)
    return first[0] - begun, time.perf_counter() - begun


async def _measure(application: QApplication, asked: Told) -> Told:
    path = Path(asked["path"])
    _add_runs(path)
    core = Core(Database(path, "demo"), {}, MemoryVault(), _Then())
    await core.start(background=False)
    window = MainWindow(core, theme=Theme(application), resources=resources_folder())
    window.show()
    ticks = Ticks()
    found: dict[str, list[float]] = {}

    async def take(
        name: str, pages: PagedList[Any], do: Callable[[], object], *, whole: bool = False
    ) -> None:
        ticks.begin()
        first, end = await _until_quiet(pages, do)
        ticks.end()
        found.setdefault(name, []).append(end if whole else first)

    try:
        window.show_page(Page.ACTIVITY)
        page = window.stack.page(Page.ACTIVITY)
        assert isinstance(page, ActivityPage)
        page.tabs.setCurrentIndex(Tab.TRAIL)
        trail, runs = page.trail, page.runs
        await _until_quiet(trail.pages, trail.pages.restart)
        for _ in range(int(asked["rounds"])):
            await take("all", trail.pages, partial(trail.show_within, AuditFilter()))
            for _back in range(_PAGES_BACK):
                await take("back", trail.pages, trail.entries.scrollToBottom)
            await take("words", trail.pages, partial(trail.show_within, AuditFilter(text="coffee")))
            notes = AuditFilter(fields=frozenset({ChangedField.NOTE}))
            await take("rare", trail.pages, partial(trail.show_within, notes), whole=True)
        page.tabs.setCurrentIndex(Tab.RUNS)
        await _until_quiet(runs.pages, runs.pages.restart)
        for _ in range(int(asked["rounds"])):
            await take("runs", runs.pages, runs.pages.restart)
            for _back in range(_PAGES_BACK):
                await take("back", runs.pages, runs.entries.scrollToBottom)
    finally:
        window.close()
        await window.wait_closed()
        await core.stop()
    return {"found": found, "gaps": summary(ticks.gaps, ticks.seconds)}


if __name__ == "__main__":
    say(run_like_the_program(_measure, told()))
