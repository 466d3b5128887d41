"""Charts of any length: drawn, pointed at by mouse and keyboard, heard, listed, saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from budgetsync.domain.events import Event
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.charts.chart import Chart
from budgetsync.ui.charts.column_graph import DOWN, NET, UP
from budgetsync.ui.charts.legend import Entry, Sample
from budgetsync.ui.charts.line_graph import LineGraph
from budgetsync.ui.charts.look import Look
from budgetsync.ui.charts.panel import ChartPanel
from budgetsync.ui.charts.scene import Graph, Spot
from budgetsync.ui.charts.table import FiguresModel, FiguresTable
from budgetsync.ui.formats import MINUS
from budgetsync.ui.theme import Appearance, Theme
from tests.ui.chart_samples import FIRST, GRAPHS, column_graph, line_graph, row_graph
from tests.ui.samples import delete


class Silence:
    """A core of which nothing is heard."""

    def subscribe(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        del listener
        return lambda: None


COUNTS = (1, 12, 10_000)
Run = Callable[[Coroutine[Any, Any, None]], None]


@pytest.fixture
def chart(dressed: Theme) -> Iterator[Chart]:
    assert dressed is not None
    shown = Chart("Balances")
    shown.resize(700, 260)
    open_window(shown)
    yield shown
    delete(shown)


@pytest.fixture
def panel(dressed: Theme) -> Iterator[ChartPanel]:
    assert dressed is not None
    shown = ChartPanel(Bridge(Silence()), "Income and spending")
    shown.resize(700, 460)
    open_window(shown)
    yield shown
    delete(shown)


def open_window(shown: QWidget) -> None:
    shown.show()
    shown.activateWindow()
    assert QTest.qWaitForWindowActive(shown)


def focus(chart: Chart) -> None:
    chart.clearFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)


def press(chart: Chart, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(chart, key)


def colours(image: QImage) -> int:
    small = image.scaledToWidth(200).convertToFormat(QImage.Format.Format_RGB32)
    return len(set(memoryview(small.constBits()).cast("I")))


@pytest.mark.parametrize("kind", GRAPHS)
@pytest.mark.parametrize("count", COUNTS)
def test_every_length_is_drawn_told_and_listed(chart: Chart, kind: str, count: int) -> None:
    graph = GRAPHS[kind](count)
    chart.show_graph(graph, "How it went.")
    assert colours(chart.grab().toImage()) > 12
    focus(chart)
    press(chart, Qt.Key.Key_Home)
    first = chart.spot
    press(chart, Qt.Key.Key_End)
    assert chart.tip is not None
    assert chart.accessibleDescription() == f"How it went. {chart.tip.spoken}"
    assert (first == chart.spot) is (count == 1)
    assert graph.behind.count == count
    assert all(graph.behind.cells(count - 1))


@pytest.mark.parametrize("kind", GRAPHS)
def test_nothing_is_drawn_of_nothing(chart: Chart, kind: str) -> None:
    chart.show_graph(GRAPHS[kind](0), "")
    focus(chart)
    press(chart, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert chart.tip is None
    assert chart.sizeHint().height() == 0
    assert GRAPHS[kind](0).behind.count == 0


def test_arrows_go_from_month_to_month_and_between_its_parts(chart: Chart) -> None:
    chosen: list[str] = []
    chart.chosen.connect(chosen.append)
    chart.show_graph(column_graph(12), "")
    focus(chart)
    assert chart.spot == Spot(NET, 11)
    press(chart, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert chart.spot == Spot(UP, 10)
    press(chart, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert chart.spot == Spot(DOWN, 10)
    assert chosen == ["all:10"] * 3
    press(chart, Qt.Key.Key_PageUp, Qt.Key.Key_Left)
    assert chart.spot == Spot(DOWN, 0)
    assert chart.tip is not None
    assert chart.tip.spoken == f"Month 0: Spending {MINUS}$2,000.00, Income $3,000.00, Left $1,000.00"


def test_arrows_go_along_a_line_from_change_to_change_and_to_the_next_line(chart: Chart) -> None:
    chart.show_graph(line_graph(12), "")
    focus(chart)
    press(chart, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert chart.spot == Spot(1, FIRST.toordinal() + 1)
    assert chart.tip is not None
    assert [said.name for said in chart.tip.said if said.strong] == ["Checking"]
    press(chart, Qt.Key.Key_Escape)
    assert chart.tip is None


def test_what_is_below_the_mouse_is_told_and_a_click_lists_it(chart: Chart) -> None:
    chosen: list[str] = []
    chart.chosen.connect(chosen.append)
    chart.show_graph(row_graph(5), "")
    QTest.mouseMove(chart, QPoint(300, 40))
    assert chart.tip is not None
    assert chart.tip.title == "Category 1"
    assert chart.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(300, 40))
    assert chosen == ["category:1"]


def test_news_leave_the_keyboard_where_it_is(chart: Chart) -> None:
    chart.show_graph(column_graph(12), "")
    focus(chart)
    press(chart, Qt.Key.Key_Home, Qt.Key.Key_Right)
    chart.show_graph(column_graph(13), "")
    assert chart.spot == Spot(NET, 1)
    chart.show_graph(column_graph(1), "")
    assert chart.spot == Spot(NET, 0)


def test_only_what_changed_is_drawn_anew(chart: Chart) -> None:
    chart.show_graph(line_graph(12), "")
    chart.grab()
    drawn = chart._drawn
    chart.show_graph(line_graph(12), "")
    focus(chart)
    chart.grab()
    assert drawn is not None
    assert chart._drawn is drawn


def test_a_hidden_line_is_not_drawn_and_stays_in_the_table() -> None:
    graph = LineGraph(line_graph(12).content, line_graph(12).figures, frozenset({"1"}))
    assert [line.key for line in graph.shown] == ["all", "2"]
    assert list(graph.behind.headings) == ["Day", "All accounts", "Checking", "Card"]
    hidden = LineGraph(graph.content, graph.figures, frozenset({"all", "1", "2"}))
    assert [line.key for line in hidden.shown] == ["all"]


def test_colours_follow_light_and_dark_at_once(chart: Chart, dressed: Theme) -> None:
    chart.show_graph(column_graph(12), "")
    dressed.choose(Appearance.LIGHT)
    light = chart.grab().toImage()
    dressed.choose(Appearance.DARK)
    assert chart.grab().toImage() != light


def test_what_is_told_stays_within_the_chart(chart: Chart) -> None:
    chart.show_graph(line_graph(300), "")
    ink = QImage(chart.size(), QImage.Format.Format_ARGB32)
    for x in range(0, chart.width(), 20):
        QTest.mouseMove(chart, QPoint(x, 60))
        ink.fill(0)
        painter = QPainter(ink)
        chart.render(painter, QPoint())
        painter.end()
    assert chart.tip is not None


def test_rows_of_a_table_come_and_go(
    qapp: QApplication, watched: Callable[[QAbstractItemModel], None]
) -> None:
    assert qapp is not None
    model = FiguresModel()
    watched(model)
    for graph in (column_graph(12), column_graph(14), column_graph(3), row_graph(5), row_graph(0)):
        model.show_behind(graph.behind)
        assert model.rowCount() == graph.behind.count
        assert model.columnCount() == len(graph.behind.headings)
    delete(model)


def test_the_table_shows_the_same_and_follows(panel: ChartPanel) -> None:
    chosen: list[str] = []
    panel.chosen.connect(chosen.append)
    panel.show_graph(column_graph(12), "In short.", empty="Nothing")
    panel.chart.setFocus()
    panel.table_button.toggle()
    table = panel.table
    assert (panel.chart.isVisible(), table.isVisible(), table.hasFocus()) == (False, True, True)
    assert [cell(table, 0, column) for column in range(4)] == [
        "Month 11",
        "$3,000.11",
        f"{MINUS}$2,000.00",
        "$1,000.11",
    ]
    panel.show_graph(column_graph(14), "In short.", empty="Nothing")
    assert table.model().rowCount() == 14
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen == ["all:12"]
    panel.show_graph(column_graph(2), "In short.", empty="Nothing")
    assert table.model().rowCount() == 2
    panel.table_button.click()
    assert panel.chart.isVisible()


def cell(table: FiguresTable, row: int, column: int) -> str:
    return str(table.model().index(row, column).data())


def test_an_empty_panel_says_why(panel: ChartPanel) -> None:
    panel.show_graph(column_graph(0), "", empty="There are no transactions in this time.")
    assert panel.note.isVisible()
    assert panel.note.text() == "There are no transactions in this time."
    assert not panel.save_button.isEnabled()
    panel.show_graph(column_graph(3), "In short.", empty="Nothing")
    assert not panel.note.isVisible()


def test_a_line_is_hidden_by_its_name(panel: ChartPanel) -> None:
    toggled: list[tuple[str, bool]] = []
    panel.legend.toggled.connect(lambda key, shown: toggled.append((key, shown)))
    entries = [Entry("Checking", Sample.LINE, 1, "1"), Entry("Card", Sample.LINE, 2, "2", hidden=True)]
    panel.show_graph(line_graph(12), "", entries, empty="")
    buttons = panel.legend.buttons
    assert [button.accessibleName() for button in buttons] == ["Show Checking", "Show Card"]
    assert [button.isChecked() for button in buttons] == [True, False]
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    buttons[1].toggle()
    assert toggled == [("1", False), ("2", True)]
    panel.show_graph(line_graph(12), "", [Entry("Checking", Sample.LINE, 1, "1"), entries[1]], empty="")
    assert panel.legend.buttons == buttons


@pytest.mark.parametrize("kind", GRAPHS)
@pytest.mark.unhurried("pictures are painted on another thread, whose time counts here")
def test_a_chart_is_saved_as_picture_and_as_drawing(
    panel: ChartPanel, tmp_path: Path, run: Run, kind: str
) -> None:
    panel.show_graph(GRAPHS[kind](12), "In short.", [Entry("One", Sample.LINE, 1, "1")], empty="")
    picture, drawing = tmp_path / "chart.png", tmp_path / "chart.svg"

    async def save() -> None:
        await panel.save(picture)
        await panel.save(drawing)

    run(save())
    assert colours(QImage(str(picture))) > 12
    text = drawing.read_text("utf-8")
    assert "<title>Income and spending</title>" in text
    assert "<desc>In short.</desc>" in text
    assert QSvgRenderer(str(drawing)).isValid()


@pytest.mark.unhurried("the system's dialog is built")
def test_a_person_says_where_a_chart_is_saved(panel: ChartPanel, tmp_path: Path, run: Run) -> None:
    panel.show_graph(column_graph(3), "In short.", empty="")

    async def save() -> None:
        panel.save_button.click()
        (dialog,) = panel.findChildren(QFileDialog)
        assert dialog.isVisible()
        dialog.setDirectory(str(tmp_path))
        dialog.selectNameFilter(dialog.nameFilters()[1])
        dialog.filterSelected.emit(dialog.nameFilters()[1])
        dialog.selectFile("mine")
        dialog.accept()
        await panel._bridge.close()

    run(save())
    assert panel.feedback.text() == "Saved as mine.svg"
    assert (tmp_path / "mine.svg").exists()


def test_where_a_picture_cannot_be_written_that_is_said(panel: ChartPanel, tmp_path: Path, run: Run) -> None:
    panel.show_graph(column_graph(3), "In short.", empty="")
    run(asyncio.wait_for(panel._save(tmp_path / "nowhere" / "chart.png"), 10))
    assert panel.feedback.isVisible()
    assert panel.feedback.text().startswith("chart.png could not be saved: ")


def test_a_change_is_said_in_words_that_are_true() -> None:
    def changes(minor: int, before: int) -> str:
        graph = row_graph(1)
        row = graph.content.rows[0]
        made = type(row)("Food", minor, before, "", "")
        return str(type(graph)(type(graph.content)((made,)), graph.figures, 8, "Category").behind.cells(0)[3])

    assert changes(-150, -100) == "+50%"
    assert changes(-50, -100) == f"{MINUS}50%"
    assert changes(-100, -100) == "same"
    assert changes(-100, 0) == "new"
    assert changes(-5_000, -100) == "50 times"
    assert changes(100, -100) == "\N{EM DASH}"


def test_a_graph_is_laid_out_in_any_room(chart: Chart) -> None:
    graphs: list[Graph] = [GRAPHS[kind](12) for kind in GRAPHS]
    for graph in graphs:
        for width, height in ((1, 1), (40, 30), (3_000, 90)):
            scene = graph.scene(QRectF(0, 0, width, height), Look.of(chart))
            image = QImage(width, height, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            scene.draw(painter)
            painter.end()
            scene.spot_at(QPointF(width / 2, height / 2))
