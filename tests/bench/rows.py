"""The Transactions page on a long ledger: frames at random positions, searches, sorting, memory.

    .venv/bin/python -m tests.bench.rows '{"path": "build/big/ledger.sqlite", "frames": 400}'

The program's own window on a real Core, offscreen. A frame is what the GUI thread does between a jump and the end of
the paint that follows it: first with places for what is not loaded yet, then with the rows. A search counts from the
letter until its first rows are painted. Gaps are those of a 5 ms timer on the GUI thread meanwhile.
"""

import asyncio
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from budgetsync.core import Core
from budgetsync.domain.listed import NEWEST_FIRST, Order, SortKey
from budgetsync.host.paths import resources_folder
from budgetsync.store.database import Database
from budgetsync.ui.main_window import MainWindow
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Theme
from budgetsync.ui.transactions.lister import Stage
from budgetsync.ui.transactions.page import TransactionsPage
from budgetsync.vault.memory_vault import MemoryVault
from tests.bench.child import Told, peak_megabytes, say, told
from tests.bench.insights import Then
from tests.bench.loop import run_like_the_program
from tests.bench.ticks import Ticks, summary

WORDS: Final = ("c", "co", "coffee", "purchase", "harbor", "nowhere", "")
_SIZE = (1280, 820)
_ORDERS = {
    "amount": Order(SortKey.AMOUNT),
    "payee": Order(SortKey.PAYEE, descending=False),
    "oldest": Order(descending=False),
    "newest": NEWEST_FIRST,
}


async def _until(page: TransactionsPage, done: Callable[[], bool]) -> None:
    changed = asyncio.Event()
    model, lister = page.model, page.lister
    told = page.table.selection_changed
    signals = (model.loaded, model.modelReset, lister.listed, lister.stage_changed, told)
    connections = [(signal, signal.connect(lambda *_: changed.set())) for signal in signals]
    async with asyncio.timeout(60):
        while not done():
            changed.clear()
            await changed.wait()
    for signal, connection in connections:
        signal.disconnect(connection)


def _painted(page: TransactionsPage) -> float:
    begun = time.perf_counter()
    page.table.viewport().repaint()
    return time.perf_counter() - begun


def _is_filled(page: TransactionsPage) -> bool:
    model, table = page.model, page.table
    first, height = table.rowAt(0), table.viewport().height()
    last = table.rowAt(height - 1)
    rows = range(first, (last if last >= 0 else model.rowCount() - 1) + 1)
    return all(
        model.transaction(model.index(row, 0)) is not None for row in rows if model.heading(row) is None
    )


async def _jump(page: TransactionsPage, row: int) -> tuple[float, float]:
    """Go anywhere; returns the frame with what there is, and the one with the rows."""
    begun = time.perf_counter()
    page.table.verticalScrollBar().setValue(row)
    page.table.viewport().repaint()
    empty = time.perf_counter() - begun
    await _until(page, lambda: _is_filled(page))
    return empty, _painted(page)


async def _search(page: TransactionsPage, text: str) -> float:
    begun = time.perf_counter()
    page.show_query(text)
    reset = asyncio.Event()
    connection = page.model.modelReset.connect(reset.set)
    await reset.wait()
    page.model.modelReset.disconnect(connection)
    if page.model.rowCount():
        _painted(page)
        await _until(page, lambda: _is_filled(page))
    _painted(page)
    return time.perf_counter() - begun


async def _measure(application: QApplication, asked: Told) -> Told:
    core = Core(Database(Path(asked["path"]), "demo"), {}, MemoryVault(), Then())
    await core.start(background=False)
    window = MainWindow(core, theme=Theme(application), resources=resources_folder())
    window.resize(*_SIZE)
    window.show()
    dice, ticks = random.Random(1), Ticks()  # noqa: S311 - positions in a list
    try:
        page = window.transactions
        begun = time.perf_counter()
        window.show_page(Page.TRANSACTIONS)
        await _until(page, lambda: page.model.rowCount() > 0 and _is_filled(page))
        first = time.perf_counter() - begun
        await _until(page, lambda: page.lister.is_whole)
        whole = time.perf_counter() - begun
        for _ in range(asked["frames"] // 4):  # until as many rows are kept as ever are
            await _jump(page, dice.randrange(page.model.rowCount()))
        before = peak_megabytes()
        ticks.begin()
        frames = [await _jump(page, dice.randrange(page.model.rowCount())) for _ in range(asked["frames"])]
        after = peak_megabytes()
        searches = {}
        for text in WORDS:
            searches[text] = await _search(page, text)
            await _until(page, lambda: page.lister.is_whole)
        sorting = {}
        for name, order in _ORDERS.items():
            begun = time.perf_counter()
            page.lister.show("", order)
            await _until(page, lambda: page.lister.stage is Stage.IDLE)
            sorting[name] = time.perf_counter() - begun
        page.table.selectAll()
        await _until(page, lambda: page.table.selection.count == len(page.model.listed))
        ticks.end()
        return {
            "rows": len(page.model.listed),
            "first": first,
            "whole": whole,
            "frames": [each for pair in frames for each in pair],
            "memory": [before, after],
            "search": searches,
            "sorting": sorting,
            "gaps": summary(ticks.gaps, ticks.seconds),
        }
    finally:
        window.close()
        await window.wait_closed()
        await core.stop()


if __name__ == "__main__":
    say(run_like_the_program(_measure, told()))
