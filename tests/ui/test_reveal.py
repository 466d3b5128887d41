"""What gets the keyboard is scrolled into sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from budgetsync.ui.reveal import FocusRevealer
from budgetsync.ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, dressed: Theme) -> QWidget:
    """Two buttons: one above an area that scrolls, one at the area's top, which is scrolled out of sight."""
    assert dressed
    page = QWidget()
    qtbot.addWidget(page)
    foot = _button("foot")
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.addWidget(_button("first"))
    column.addSpacing(2_000)
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    layout = QVBoxLayout(page)
    layout.addWidget(foot)
    layout.addWidget(_button("before"))
    layout.addWidget(area)
    FocusRevealer(page, last=foot)
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    area.verticalScrollBar().setValue(1_000)
    return page


def test_the_tab_key_brings_what_it_comes_to_into_sight(qtbot: QtBot, page: QWidget) -> None:
    before, first = page.findChild(QPushButton, "before"), page.findChild(QPushButton, "first")
    assert before is not None
    assert first is not None
    before.setFocus()
    assert first.visibleRegion().isEmpty()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    qtbot.waitUntil(first.hasFocus)
    assert first.visibleRegion().boundingRect() == first.rect()


def test_the_foot_comes_last_whatever_was_made_after_it(qtbot: QtBot, page: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    later = _button("later")
    layout.addWidget(later)
    later.setFocus()
    qtbot.waitUntil(later.hasFocus)
    QTest.keyClick(later, Qt.Key.Key_Tab)
    foot = page.findChild(QPushButton, "foot")
    assert foot is not None
    qtbot.waitUntil(foot.hasFocus)
    first = page.findChild(QPushButton, "before")
    assert first is not None
    QTest.keyClick(foot, Qt.Key.Key_Tab)
    qtbot.waitUntil(first.hasFocus)


def _button(name: str) -> QPushButton:
    made = QPushButton(name)
    made.setObjectName(name)
    return made
