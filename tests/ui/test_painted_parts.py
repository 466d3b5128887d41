"""Painted lines and buttons: what gives way to what, what is heard, what the keyboard does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from budgetsync.ui.icons import Icons
from budgetsync.ui.monitor.buttons import PaintedButton
from budgetsync.ui.monitor.ink import Face, Ink
from budgetsync.ui.monitor.lines import Lines, Span
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import Theme
from budgetsync.ui.widgets import Fit
from tests.ui.samples import delete

NAME = Span("The household account of all of us", hover="Its official name")
MASK = Span("••0010", Tone.QUIET, fit=Fit.RIGID)
FIGURE = Span("$4,281.16", face=Face.STRONG, fit=Fit.RIGID, trailing=True)
CHANGES = Span("+12 ~3", fit=Fit.WHOLE)
EXTRA = Span("$4,000.00 available", fit=Fit.WHOLE, trailing=True)


@pytest.fixture
def widget(dressed: Theme) -> Iterator[QWidget]:
    assert dressed.colours
    made = QWidget()
    made.resize(600, 40)
    yield made
    delete(made)


@pytest.fixture
def ink(icons: Icons, english: QLocale, widget: QWidget) -> Ink:
    return Ink(icons, english, widget)


def drawn(lines: Lines, widget: QWidget) -> dict[str, int]:
    """What is drawn, with the place where it begins."""
    pieces: dict[str, int] = {}

    class Recorder(QPainter):
        def drawText(self, place: QRect, _flags: int, text: str) -> None:  # type: ignore[override]  # noqa: N802
            pieces[text] = place.x()

    paper = QPixmap(widget.size())
    painter = Recorder(paper)
    lines.paint(painter, widget.rect())
    painter.end()
    return pieces


def test_everything_is_drawn_where_there_is_room(ink: Ink, widget: QWidget) -> None:
    lines = Lines(ink, widget)
    assert lines.show([(NAME, MASK, FIGURE)])
    assert not lines.show([(NAME, MASK, FIGURE)])
    lines.place([QRect(0, 0, 600, 20)])
    places = drawn(lines, widget)
    assert list(places) == [NAME.text, MASK.text, FIGURE.text]
    assert places[NAME.text] == 0
    assert places[FIGURE.text] == 600 - ink.width(Face.STRONG, FIGURE.text)


def test_a_name_is_shortened_and_a_figure_never(ink: Ink, widget: QWidget) -> None:
    lines = Lines(ink, widget)
    lines.show([(NAME, MASK, FIGURE)])
    lines.place([QRect(0, 0, 240, 20)])
    name, *rest = drawn(lines, widget)
    assert name.endswith("…")
    assert rest == [MASK.text, FIGURE.text]
    assert lines.hover_at(QPoint(5, 5)) == f"{NAME.text}\n{NAME.hover}"
    assert lines.hover_at(QPoint(5, 35)) == ""


def test_parts_that_would_mislead_go_as_a_whole_the_last_one_first(ink: Ink, widget: QWidget) -> None:
    lines = Lines(ink, widget)
    lines.show([(CHANGES, EXTRA)])
    wide = ink.width(Face.PLAIN, CHANGES.text) + ink.width(Face.PLAIN, EXTRA.text) + 12
    for width, seen in ((wide, [CHANGES.text, EXTRA.text]), (wide - 1, [CHANGES.text]), (10, [])):
        lines.place([QRect(0, 0, width, 20)])
        assert list(drawn(lines, widget)) == seen
    assert lines.texts == [CHANGES.text, EXTRA.text]


def test_the_other_direction_is_the_same_in_the_mirror(ink: Ink, widget: QWidget) -> None:
    lines = Lines(ink, widget)
    lines.show([(MASK, FIGURE)])
    lines.place([QRect(0, 0, 600, 20)])
    before = drawn(lines, widget)
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = drawn(lines, widget)
    assert after[FIGURE.text] == 0
    assert after[MASK.text] == 600 - ink.width(Face.PLAIN, MASK.text)
    assert before[MASK.text] == 0


def test_what_is_heard_may_be_longer_than_what_is_seen(ink: Ink, widget: QWidget) -> None:
    lines = Lines(ink, widget)
    lines.show([(Span("+1", spoken="1 added"), Span("", icon="ok"))])
    assert (lines.texts, lines.spoken) == (["+1"], ["1 added"])


def test_a_painted_button_is_a_button(ink: Ink, widget: QWidget) -> None:
    button = PaintedButton(ink, widget, "Sync now", "Sync now: Harbor Bank", icon="syncing")
    heard = QAccessible.queryAccessibleInterface(button)
    assert heard.role() is QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == "Sync now: Harbor Bank"
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True, True]
    wide = button.sizeHint().width()
    button.be_compact(compact=True)
    assert button.sizeHint().width() < wide


def test_a_painted_button_shows_that_it_has_the_keyboard_and_that_it_cannot_be_pressed(
    ink: Ink, widget: QWidget
) -> None:
    button = PaintedButton(ink, widget, "Cancel", "Cancel: Harbor Bank", outlined=True)
    widget.show()
    widget.activateWindow()
    assert QTest.qWaitForWindowActive(widget)
    button.setFocus()
    focused = button.grab().toImage()
    button.clearFocus()
    plain = button.grab().toImage()
    button.setEnabled(False)
    disabled = button.grab().toImage()
    assert plain != focused
    assert plain != disabled
