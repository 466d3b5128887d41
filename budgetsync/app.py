"""The desktop program: Qt's loop, the core on it, the window before it."""

import asyncio
import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import qasync
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QMessageBox

from budgetsync import __version__
from budgetsync.assembly import Assembly, assemble
from budgetsync.demo import Control, connect_all
from budgetsync.domain.errors import BudgetSyncError
from budgetsync.domain.settings import Settings
from budgetsync.host.paths import resources_folder
from budgetsync.ui.banner import DemoControls
from budgetsync.ui.main_window import MainWindow
from budgetsync.ui.theme import Theme

_SWITCH_INTERVAL = 0.00001  # seconds; each of hundreds of calls into Qt waits so long for a busy thread


def run_window(settings: Settings, folder: Path, *, demo: Control | None = None) -> int:
    """Run the window until it is closed.

    Args:
        demo: The demo bank's own side: its institutions are connected, and its days can be let pass.

    Returns:
        The exit code: 0, or 4 when the ledger could not be opened, which the window said.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("BudgetSync")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("budgetsync")
    application.setQuitOnLastWindowClosed(False)
    be_smooth()
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(_live(application, settings, folder, demo))


def be_smooth() -> None:
    """Keep the window's thread from waiting for the interpreter's lock and for long garbage collections."""
    sys.setswitchinterval(_SWITCH_INTERVAL)
    gc.collect()
    gc.freeze()  # what is imported stays; a full collection need not walk it
    gc.disable()  # ui/garbage.py collects, on this thread and at quiet moments


async def _live(application: QApplication, settings: Settings, folder: Path, demo: Control | None) -> int:
    theme = Theme(application)
    try:
        assembly = assemble(settings, folder)
    except BudgetSyncError as error:
        await _tell(error)
        return 4
    with assembly.logging():
        try:
            await _show(assembly, theme, demo)
        finally:
            await assembly.core.stop()
            assembly.ownership.release()
    return 0


async def _show(assembly: Assembly, theme: Theme, demo: Control | None) -> None:
    core = assembly.core

    async def let_a_day_pass() -> None:
        assert demo is not None
        await demo.advance(days=1)
        await core.request_sync()

    async def begin() -> None:
        await core.start(background=True)
        if demo is not None:
            await connect_all(core, demo)
            await core.request_sync()

    controls = DemoControls(advance=let_a_day_pass) if demo is not None else None
    window = MainWindow(core, theme=theme, resources=resources_folder(), demo=controls)
    with _ending_on_signals(window):
        window.show()
        window.bridge.spawn(begin())
        await window.wait_closed()
    window.deleteLater()


@contextmanager
def _ending_on_signals(window: MainWindow) -> Iterator[None]:
    """Close the window on SIGINT and SIGTERM, as a person would: Qt's loop does not see Python's signals."""
    if sys.platform == "win32":
        yield
        return
    import socket  # noqa: PLC0415 - not needed on Windows

    theirs, ours = socket.socketpair()
    with theirs, ours:
        theirs.setblocking(False)
        before = {
            number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)
        }
        woken = signal.set_wakeup_fd(theirs.fileno())
        notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda: (ours.recv(1), window.close()))
        try:
            yield
        finally:
            notifier.setEnabled(False)
            signal.set_wakeup_fd(woken)
            for number, handler in before.items():
                signal.signal(number, handler)


async def _tell(error: BudgetSyncError) -> None:
    """Say in a window why there is none."""
    closed = asyncio.Event()
    box = QMessageBox(QMessageBox.Icon.Critical, "BudgetSync", error.title, QMessageBox.StandardButton.Close)
    box.setInformativeText(f"{error.message}\n\n{error.action}")
    box.finished.connect(closed.set)
    box.open()
    await closed.wait()
