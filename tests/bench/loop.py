"""Qt's loop with the program's own settings of the interpreter."""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from typing import Any

import qasync
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from budgetsync.app import be_smooth, freeze_loaded
from budgetsync.host.heap import keep_small
from tests.bench.child import Told


def run_like_the_program(
    measure: Callable[[QApplication, Told], Coroutine[Any, Any, Told]], asked: Told
) -> Told:
    """Run a measurement on qasync's loop, on the GUI thread, without a screen where none is chosen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_pass_on)
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    be_smooth()
    keep_small()
    freeze_loaded()
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(measure(application, asked))


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass Qt's messages on, but for one that the offscreen platform has for every window."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")
