"""Pages that are built when they are first seen: each is loaded only then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from budgetsync.core import Core
from budgetsync.domain.log_line import LogLine
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.problems.watch import ProblemsWatch
from budgetsync.ui.undo import UndoStack

if TYPE_CHECKING:
    from budgetsync.ui.importing.desk import ImportDesk


@dataclass(frozen=True, slots=True)
class Tools:
    """What every page is built with."""

    core: Core
    bridge: Bridge
    acts: Actions
    icons: Icons
    locale: QLocale


def build_insights(tools: Tools, connections: ConnectionsModel, memory: Memory) -> QWidget:
    """Build the Insights page."""
    from budgetsync.ui.insights.page import InsightsPage  # noqa: PLC0415 - loaded when it is first seen

    return InsightsPage(tools.core, tools.bridge, tools.acts, connections, tools.icons, tools.locale, memory)


def build_activity(tools: Tools, undo: UndoStack, read_log: Callable[[int], Sequence[LogLine]]) -> QWidget:
    """Build the Activity page."""
    from budgetsync.ui.activity import page  # noqa: PLC0415 - as above

    needs = page.Tools(tools.bridge, tools.acts, undo, tools.icons, tools.locale, read_log)
    return page.ActivityPage(tools.core, needs)


def build_problems(tools: Tools, watch: ProblemsWatch) -> QWidget:
    """Build the Problems page."""
    from budgetsync.ui.problems.page import ProblemsPage  # noqa: PLC0415 - as above

    return ProblemsPage(tools.core, tools.bridge, tools.acts, tools.icons, tools.locale, watch)


class ImportDoor(QObject):
    """Where statement files come into the window: chosen, or dropped anywhere on it."""

    opened = Signal(QWidget)
    """This is to be seen over the pages."""
    finished = Signal()

    def __init__(self, tools: Tools, undo: UndoStack, window: QWidget) -> None:
        super().__init__(window)
        self._tools, self._undo = tools, undo
        self._desk: ImportDesk | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def desk(self) -> "ImportDesk":
        """What shows the import; it is built when it is first needed."""
        if self._desk is None:
            from budgetsync.ui.importing.desk import ImportDesk  # noqa: PLC0415 - loaded when it is first seen

            tools = self._tools
            desk = ImportDesk(tools.core, tools.bridge, tools.acts, self._undo, tools.icons, tools.locale)
            desk.opened.connect(lambda: self.opened.emit(desk))
            desk.finished.connect(self.finished)
            self._desk = desk
        return self._desk

    def choose(self) -> None:
        """Let files be chosen, then show what importing them does."""
        self.desk.choose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window."""
        if isinstance(event, QDropEvent):  # entering and moving are such events, too
            files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            if files:
                event.acceptProposedAction()
                if event.type() is QEvent.Type.Drop:
                    self.desk.take(files)
                return True
        return super().eventFilter(watched, event)
