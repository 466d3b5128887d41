"""What the window's tests share: no display, an event loop of Qt's, and models that are watched."""

# ruff: noqa: E402 - the platform is chosen before Qt is imported
from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # tests share tests.ui.samples, however pytest was started

import pytest
import qasync
from PySide6.QtCore import QAbstractItemModel, QLocale
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from budgetsync.ui import theme
from budgetsync.ui.icons import Icons
from budgetsync.ui.theme import Theme
from tests.ui.samples import delete
from tests.ui.stalls import StallRecorder, recording

Run = Callable[[Coroutine[Any, Any, None]], None]


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marker known."""
    config.addinivalue_line("markers", "unhurried(reason): a test whose turns of the loop may take long")


@pytest.fixture(autouse=True)
def hurried(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Fails a test in which the window could not have answered for a while (stalls.py)."""
    assert qapp is not None
    if (excuse := request.node.get_closest_marker("unhurried")) is not None:
        assert excuse.args[0]
        yield
        return
    with recording(StallRecorder()) as recorder:
        yield
    if recorder.stalls:
        said = "\n".join(map(str, recorder.stalls))
        pytest.fail(f"the GUI thread was busy for too long in one turn of the loop:\n{said}", pytrace=False)


@pytest.fixture
def run(qapp: QApplication) -> Iterator[Run]:
    """Runs a coroutine on Qt's own loop."""
    gc.collect()  # what a failed test left of Qt must not be collected on one of the threads to come
    qapp.setQuitOnLastWindowClosed(False)  # as the program does: the loop outlives its windows
    loop = qasync.QEventLoop(qapp)
    yield loop.run_until_complete
    loop.close()


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Theme]:
    """The application in its colours."""
    worn = theme.install(qapp)
    yield worn
    qapp.styleHints().colorSchemeChanged.disconnect()
    qapp.setStyleSheet("")
    delete(worn)


@pytest.fixture
def icons() -> Icons:
    return Icons(ROOT / "resources" / "icons")


@pytest.fixture
def english() -> QLocale:
    return QLocale("en_US")


@pytest.fixture
def watched(request: pytest.FixtureRequest) -> Iterator[Callable[[QAbstractItemModel], None]]:
    """Has Qt's own tester look at every change of a model."""
    testers = []
    request.getfixturevalue("qtlog")

    def watch(model: QAbstractItemModel) -> None:
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        testers.append(QAbstractItemModelTester(model, mode))

    yield watch
    assert testers
    assert [record.message for record in request.getfixturevalue("qtlog").records] == []
