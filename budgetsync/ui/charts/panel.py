"""A card with a chart: its title, what it says on the whole, the table behind it, and how it is saved."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from budgetsync.ui.bridge import Bridge
from budgetsync.ui.charts.chart import Chart
from budgetsync.ui.charts.figures import translate
from budgetsync.ui.charts.legend import Entry, Legend
from budgetsync.ui.charts.look import Look
from budgetsync.ui.charts.saving import PNG, SVG, Sheet, save_sheet
from budgetsync.ui.charts.scene import Graph
from budgetsync.ui.charts.table import FiguresTable
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import ElidedLabel, button, order_tabs

_PADDING = 14
_NOTE = 88


class ChartPanel(QFrame):
    """Shows a graph, or the table behind it, or why there is neither.

    Args:
        title: What it is about.
        extra: Something to choose by, at the head's end.
    """

    chosen = Signal(str)
    """The search that lists what is behind a point or a row of the table."""
    table_chosen = Signal(bool)
    """The table is to be seen instead of the chart, or no longer."""

    def __init__(self, bridge: Bridge, title: str, extra: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.setObjectName("Card")
        self.setAccessibleName(title)
        self._bridge, self._name, self._summary = bridge, title, ""
        self._graph: Graph | None = None
        self._entries: tuple[Entry, ...] = ()
        self._is_table = False
        self.title = ElidedLabel(title)
        self.title.setFont(font_of(self, 1.2, strong=True))
        self.summary = QLabel(wordWrap=True)
        self.summary.setProperty("tone", Tone.QUIET.value)
        self.summary.setFont(font_of(self.summary))
        named = translate("Chart", "Show as table: {title}").format(title=title)
        self.table_button = button(translate("Chart", "Table"), named, "quiet")
        self.table_button.setToolTip(translate("Chart", "Show the figures as a table"))
        self.table_button.setCheckable(True)
        self.save_button = button(
            translate("Chart", "Save..."),
            translate("Chart", "Save as a picture: {title}").format(title=title),
            "quiet",
        )
        self.save_button.setToolTip(translate("Chart", "Save as a picture (PNG) or a drawing (SVG)"))
        self.chart = Chart(title)
        self.table = FiguresTable(translate("Chart", "Table: {title}").format(title=title))
        self.legend = Legend()
        self.note = QLabel(wordWrap=True)
        self.feedback = QLabel(wordWrap=True)
        self._arrange(extra)
        self.table_button.toggled.connect(self._toggle_table)
        self.save_button.clicked.connect(lambda *_: self._ask_where())
        self.chart.chosen.connect(self.chosen)
        self.table.chosen.connect(self.chosen)
        self.say(translate("Chart", "Adding up"))

    @property
    def is_table(self) -> bool:
        """Whether the table is chosen."""
        return self._is_table

    def show_graph(self, graph: Graph, summary: str, entries: Sequence[Entry] = (), *, empty: str) -> None:
        """Show a graph in place.

        Args:
            summary: What it says on the whole.
            entries: The legend.
            empty: Said instead where there is nothing to draw.
        """
        self._summary = summary
        if graph.is_empty:
            self._graph = None
            self.chart.show_graph(graph, summary)
            self.say(empty)
            return
        self._graph = graph
        if self.summary.text() != summary:
            self.summary.setText(summary)
        self._entries = tuple(entries)
        self.legend.show_entries(entries)
        order_tabs((self.chart, self.table, *self.legend.buttons))
        self.chart.show_graph(graph, summary)
        if self._is_table:
            self.table.show_behind(graph.behind)
        self._show_parts()

    def show_table(self, *, shown: bool) -> None:
        """Show the table instead of the chart, or the chart again."""
        self._is_table = shown
        self.table_button.setChecked(shown)
        if shown and self._graph is not None:
            self.table.show_behind(self._graph.behind)
        self._show_parts()

    def say(self, text: str) -> None:
        """Say why there is nothing to be seen."""
        self._graph = None
        self.note.setText(text)
        self._show_parts()

    def showEvent(self, event: QShowEvent) -> None:
        """What was saved before is no news any more."""
        super().showEvent(event)
        self.feedback.hide()

    async def save(self, path: Path) -> None:
        """Save it as a picture, in the form that the file's ending asks for.

        Raises:
            OSError: It cannot be written there.
        """
        graph = self._graph
        if graph is None:
            return
        look = Look.of(self.chart)
        await asyncio.to_thread(
            save_sheet, path, Sheet(look, self._name, self._summary, self._entries, graph)
        )

    def _arrange(self, extra: Sequence[QWidget]) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID // 2)
        head.addWidget(self.title, 1)
        for widget in (*extra, self.table_button, self.save_button):
            head.addWidget(widget)
        self.note.setProperty("tone", Tone.QUIET.value)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setMinimumHeight(_NOTE)
        self.feedback.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING + 2, _PADDING - 2, _PADDING + 2, _PADDING)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        for widget in (self.summary, self.note, self.chart, self.table, self.legend, self.feedback):
            layout.addWidget(widget)
        layout.addStretch(1)

    def _show_parts(self) -> None:
        there = self._graph is not None
        self.note.setVisible(not there)
        self.summary.setVisible(there and bool(self._summary))
        had_focus = self.chart.hasFocus() or self.table.hasFocus()
        self.table.setVisible(there and self._is_table)
        self.chart.setVisible(there and not self._is_table)
        if had_focus and there:
            (self.table if self._is_table else self.chart).setFocus(Qt.FocusReason.OtherFocusReason)
        self.legend.setVisible(there and not self._is_table and not self.legend.is_empty)
        self.table_button.setEnabled(there)
        self.save_button.setEnabled(there)

    def _toggle_table(self, checked: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        if checked is not self._is_table:
            self.show_table(shown=checked)
            self.table_chosen.emit(checked)

    def _ask_where(self) -> None:
        """Ask for a file; nothing waits for the answer."""
        png = translate("Chart", "Picture (*.png)")
        svg = translate("Chart", "Drawing that scales (*.svg)")
        dialog = QFileDialog(self, translate("Chart", "Save the chart"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([png, svg])
        dialog.setDefaultSuffix(PNG.removeprefix("."))
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.selectFile(f"{self._name}{PNG}")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix((SVG if chosen == svg else PNG).removeprefix("."))
        )
        dialog.fileSelected.connect(lambda name: self._bridge.spawn(self._save(Path(name)), finish=True))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    async def _save(self, path: Path) -> None:
        try:
            await self.save(path)
        except OSError as error:
            text = translate("Chart", "{name} could not be saved: {reason}")
            self._tell(text.format(name=path.name, reason=error), Tone.ERROR)
        else:
            self._tell(translate("Chart", "Saved as {name}").format(name=path.name), Tone.OK)

    def _tell(self, text: str, tone: Tone) -> None:
        self.feedback.setText(text)
        self.feedback.setProperty("tone", tone.value)
        self.feedback.style().polish(self.feedback)
        self.feedback.show()
