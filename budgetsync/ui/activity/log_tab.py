"""The log as it is written, for the curious: by level, by words, held still for reading, and to be copied."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from budgetsync.domain.log_line import Level, LogLine
from budgetsync.ui.activity.log_model import LEVEL, MESSAGE, PART, TIME, LogModel
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.empty import EmptyNote
from budgetsync.ui.problems.sheets import translate
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Choice, ElidedLabel, button, hairline, offer_to_clear

ReadLog = Callable[[int], Sequence[LogLine]]
"""Gives the lines that came after the one with a number."""
_EVERY_MS = 250
_PART_FROM = 620


class LogTable(QTableView):
    """Lines that can be chosen and copied."""

    copied = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy whole lines."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)


class LogTab(QFrame):
    """Looks for news while it is seen, and follows them while one looks at the foot."""

    folder_requested = Signal()

    def __init__(self, icons: Icons, locale: QLocale, read: ReadLog) -> None:
        super().__init__()
        self.setObjectName("Card")
        self._read, self._locale = read, locale
        self.model = LogModel(locale, self)
        self.table = LogTable()
        self.levels = Choice(icons, translate("Log", "Lines to show"))
        for name, level in (
            (translate("Log", "All lines"), Level.INFO),
            (translate("Log", "Warnings and errors"), Level.WARNING),
            (translate("Log", "Errors only"), Level.ERROR),
        ):
            self.levels.addItem(name, level)
        self.search = QLineEdit()
        self.search.setObjectName("Search")
        self.search.setPlaceholderText(translate("Log", "Search the log"))
        self.search.setAccessibleName(translate("Log", "Search the log"))
        offer_to_clear(self.search)
        self.still = QCheckBox(translate("Log", "Hold still"))
        self.still.setToolTip(translate("Log", "Shows no new lines until it is switched off again"))
        self.copy_button = button(
            translate("Log", "Copy"), translate("Log", "Copy the lines that are chosen, or all")
        )
        self.folder_button = button(
            translate("Log", "Open the folder"),
            translate("Log", "Open the folder with the log files"),
            "quiet",
        )
        self._count = ElidedLabel(tone=Tone.QUIET)
        self._empty = EmptyNote(icons, "activity", Tone.QUIET)
        self._listed = QStackedLayout()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._arrange()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what is written."""
        super().showEvent(event)
        self._timer.start()
        self.look()
        self.table.scrollToBottom()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out which part wrote a line where there is little room: copied, it is there."""
        super().resizeEvent(event)
        self.table.setColumnHidden(PART, event.size().width() < _PART_FROM)

    def changeEvent(self, event: QEvent) -> None:
        """Take over other colours at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "model"):
            self.model.dress(self.palette())

    def look(self) -> None:
        """Take in what was written since."""
        if self.still.isChecked():
            return
        lines = self._read(self.model.last)
        if lines:
            bar = self.table.verticalScrollBar()
            follows = bar.value() >= bar.maximum() - 1
            self.model.add(lines)
            if follows:
                self.table.scrollToBottom()
        self._show()

    def copy(self) -> None:
        """Copy what is chosen, or everything that is shown."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        lines = [self.model.lines[row] for row in rows] if len(rows) > 1 else list(self.model.lines)
        QGuiApplication.clipboard().setText("\n".join(map(str, lines)))
        text = translate("Log", "{n} lines copied", None, len(lines))
        if len(lines) == 1:
            text = translate("Log", "1 line copied")
        self._count.show_text(text.format(n=number(len(lines), self._locale)))
        self._count.show()

    def _narrow(self) -> None:
        self.model.narrow(self.levels.currentData(), self.search.text())
        self.table.scrollToBottom()
        self._show()

    def _show(self) -> None:
        count = len(self.model.lines)
        if not count and self.model.last:
            self._empty.say(translate("Log", "No line fits"), translate("Log", "Change what is shown."))
        elif not count:
            self._empty.say(
                translate("Log", "Nothing was logged so far"),
                translate(
                    "Log", "What the program does is written here, without names, amounts and secrets."
                ),
            )
        self._listed.setCurrentIndex(0 if count else 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        self.levels.activated.connect(lambda _row: self._narrow())
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.still.toggled.connect(lambda _still: self.look())
        self.copy_button.clicked.connect(self.copy)
        self.table.copied.connect(self.copy)
        self.folder_button.clicked.connect(self.folder_requested)

    def _arrange(self) -> None:
        table = self.table
        table.setObjectName("Log")
        table.setModel(self.model)
        table.setAccessibleName(translate("Log", "Lines of the log, newest at the foot"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + GRID)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)
        letter = table.fontMetrics().averageCharWidth()
        for column, letters in ((TIME, 15), (LEVEL, 10), (PART, 20)):
            table.setColumnWidth(column, letters * letter + 2 * GRID)
        tools = FlowLayout()
        for tool in (self.levels, self.still, self.copy_button, self.folder_button):
            tools.addWidget(tool)
        top = QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(GRID + 4, GRID + 4, GRID + 4, GRID)
        above.setSpacing(GRID)
        above.addWidget(self.search)
        above.addLayout(tools)
        above.addWidget(self._count)
        self._count.hide()
        listed = QWidget()
        listed.setLayout(self._listed)
        self._listed.addWidget(table)
        self._listed.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, GRID // 2, 1, GRID // 2)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(hairline())
        layout.addWidget(listed, 1)
        self.model.dress(self.palette())
