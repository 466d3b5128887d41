"""The program as it is, in a process that also tells what is to be seen in its windows and where.

    python -m tests.e2e.seen_program SOCKET [what the program is started with]

A test that has a mouse only has to know where things are. Each connection to the socket is answered with one line of
JSON: every control, cell, tab and menu entry that is seen, with its name, its text and its place on the screen. Nothing
is done from here, and nothing of the program is another than without it.
"""

from __future__ import annotations

import json
import socketserver
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from budgetsync.cli import main

_MOST_CELLS = 400
Told = dict[str, Any]


class Eyes(QObject):
    """Lives on the window's thread and looks when it is asked from another one."""

    asked = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.moveToThread(application.thread())
        self.asked.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def look(self) -> str:
        """Tell what is seen; waits until the window's thread has its turn."""
        answer = _Answer()
        self.asked.emit(answer)
        answer.ready.wait(60)
        return answer.text

    def _look(self, answer: _Answer) -> None:
        try:
            seen = [told for window in QApplication.topLevelWidgets() for told in _within(window)]
            answer.text = json.dumps(seen)
        finally:
            answer.ready.set()


class _Answer:
    def __init__(self) -> None:
        self.ready = threading.Event()
        self.text = "[]"


def _within(window: QWidget) -> Iterator[Told]:
    if not window.isVisible():
        return
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield _told(widget, type(widget).__name__, _text(widget), widget.visibleRegion().boundingRect())
            yield from _parts(widget)


def _parts(widget: QWidget) -> Iterator[Told]:
    match widget:
        case QMenu() | QMenuBar():
            for action in widget.actions():
                if action.isVisible() and not action.isSeparator():
                    yield _entry(widget, action)
        case QTabBar():
            for tab in range(widget.count()):
                told = _told(widget, "tab", widget.tabText(tab), widget.tabRect(tab))
                yield {**told, "chosen": tab == widget.currentIndex()}
        case QAbstractItemView():
            yield from _cells(widget)


def _entry(menu: QMenu | QMenuBar, action: QAction) -> Told:
    kind = "menu" if isinstance(menu, QMenuBar) else "entry"
    told = _told(menu, kind, action.text().replace("&", ""), menu.actionGeometry(action))
    return {**told, "enabled": action.isEnabled()}


def _cells(view: QAbstractItemView) -> Iterator[Told]:
    model, port = cast("QAbstractItemModel | None", view.model()), view.viewport()
    if model is None:
        return
    first = view.indexAt(QPoint(2, 2))
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    rows = range(max(0, first.row()), model.rowCount())
    for number, row in enumerate(rows):
        shown = 0
        for column in columns:
            index = model.index(row, column)
            place = view.visualRect(index).intersected(port.rect())
            if not place.isEmpty():
                shown += 1
                yield _cell(view, index, place)
        if not shown or number > _MOST_CELLS:
            return


def _cell(view: QAbstractItemView, index: QModelIndex, place: QRect) -> Told:
    told = _told(view.viewport(), "cell", str(index.data() or ""), place)
    chosen = view.selectionModel().isSelected(index)
    return {
        **told,
        "name": view.accessibleName(),
        "row": index.row(),
        "column": index.column(),
        "chosen": chosen,
    }


def _told(widget: QWidget, kind: str, text: str, place: QRect) -> Told:
    at = widget.mapToGlobal(place.topLeft())
    return {
        "kind": kind,
        "name": widget.accessibleName(),
        "about": widget.accessibleDescription(),
        "text": text,
        "x": at.x(),
        "y": at.y(),
        "width": place.width(),
        "height": place.height(),
        "enabled": widget.isEnabled(),
        "focus": widget.hasFocus(),
    }


def _text(widget: QWidget) -> str:
    match widget:
        case QAbstractButton() | QLabel() | QLineEdit():
            return widget.text()
        case QComboBox():
            return widget.currentText()
        case QPlainTextEdit():
            return widget.toPlainText()
        case _:
            return widget.windowTitle() if widget.isWindow() else ""


class _Desk(socketserver.BaseRequestHandler):
    eyes: Eyes | None = None

    def handle(self) -> None:
        """Answer with what is seen; with nothing while there is no window yet."""
        application = QApplication.instance()
        if type(self).eyes is None and isinstance(application, QApplication):
            type(self).eyes = Eyes(application)
        eyes = type(self).eyes
        self.request.sendall((eyes.look() if eyes is not None else "[]").encode() + b"\n")


def run(arguments: list[str]) -> int:
    """Answer beside the program until that ends."""
    place = Path(arguments[0])
    with socketserver.ThreadingUnixStreamServer(str(place), _Desk) as desk:
        desk.daemon_threads = True
        threading.Thread(target=desk.serve_forever, daemon=True).start()
        try:
            return main(arguments[1:])
        finally:
            desk.shutdown()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
