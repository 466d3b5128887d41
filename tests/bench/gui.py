"""What the window feels while the program syncs: the gaps of a 5 ms timer on the GUI thread.

A process with a real QApplication, qasync's loop and the program's own settings of the interpreter. First
the timer runs beside an idle bare window; then, in the same process, while the real Core makes first syncs
of all rows into one new ledger after another, until there were at least LOAD_SECONDS of load.
`window: "bare"` shows an empty QWidget meanwhile, `window: "real"` the program's own MainWindow on that
Core. Building a window and connecting the banks is not in the load, nor is what the window loads first.

Offscreen unless QT_QPA_PLATFORM says otherwise: Qt draws, and nothing shows it.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from budgetsync.core import Core
from budgetsync.host.paths import resources_folder
from budgetsync.ui.main_window import MainWindow
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Theme
from tests.bench.child import SMALLEST, Told, peak_megabytes, say, told
from tests.bench.edits import Editor
from tests.bench.loop import run_like_the_program
from tests.bench.ours import connect_all, inspect, new_core, sync
from tests.bench.ticks import Ticks, summary

IDLE_SECONDS: Final = 5.0
LOAD_SECONDS: Final = 5.0


async def pause(seconds: float) -> None:
    """Let the loop run for a while."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await asyncio.Event().wait()


async def _idle() -> Ticks:
    window = _bare_window()
    await pause(0.3)  # until it is painted
    ticks = Ticks()
    ticks.begin()
    await pause(IDLE_SECONDS)
    ticks.end()
    window.close()
    return ticks


def _bare_window() -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    window.show()
    return window


async def _load(url: str, folders: Path, theme: Theme | None) -> tuple[Ticks, int, int]:
    """Sync into one new ledger after another; returns ticks, ledgers and the rows of the last."""
    ticks, ledgers, rows = Ticks(), 0, 0
    while ticks.seconds < LOAD_SECONDS:
        folder = folders / str(ledgers)
        with new_core(url, folder) as core:
            await connect_all(core)
            close = await _open(core, theme)
            ticks.begin()
            await sync(core)
            ticks.end()
            await close()
            await core.stop()
        rows = inspect(folder)["rows"]
        ledgers += 1
    return ticks, ledgers, rows


async def _open(core: Core, theme: Theme | None) -> Callable[[], "asyncio.Future[None]"]:
    if theme is None:
        bare = _bare_window()

        async def close_bare() -> None:
            bare.close()

        await pause(0.3)
        return lambda: asyncio.ensure_future(close_bare())
    window = MainWindow(core, theme=theme, resources=resources_folder())
    window.show()
    await pause(0.6)  # until it has loaded and painted what there is

    async def close_window() -> None:
        await pause(0.3)
        window.close()
        await window.wait_closed()
        window.deleteLater()

    return lambda: asyncio.ensure_future(close_window())


async def _edit(url: str, folder: Path, theme: Theme) -> Told:
    """Edit rows of a small connection while the two large ones are written."""
    with new_core(url, folder) as core:
        items = await connect_all(core)
        await sync(core, items[SMALLEST])
        window = MainWindow(core, theme=theme, resources=resources_folder())
        window.show()
        window.show_page(Page.TRANSACTIONS)
        await pause(0.6)
        editor = Editor(core, window)
        editor.begin()
        await sync(core)
        result = await editor.end()
        window.close()
        await window.wait_closed()
        await core.stop()
    return {**result, "rows": inspect(folder)["rows"]}


async def measure(application: QApplication, asked: Told) -> Told:
    """Measure idle and under load."""
    folders = Path(asked["folder"])
    theme = Theme(application) if asked["window"] == "real" else None
    idle = await _idle()
    loaded, ledgers, rows = await _load(asked["url"], folders, theme)
    answer: Told = {
        "idle": summary(idle.gaps, idle.seconds),
        "load": summary(loaded.gaps, loaded.seconds),
        "ledgers": ledgers,
        "rows": rows,
        "peak": peak_megabytes(),
    }
    if theme is not None:
        answer["edit"] = await _edit(asked["url"], folders / "edit", theme)
    return answer


if __name__ == "__main__":
    say(run_like_the_program(measure, told()))
