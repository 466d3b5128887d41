"""List and details beside each other or one below the other; buttons that flow; what came of something, in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from budgetsync.domain.errors import Trouble
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.empty import EmptyNote
from budgetsync.ui.problems.entries import Entry
from budgetsync.ui.problems.entry_list import EntryList
from budgetsync.ui.problems.model import EntriesModel
from budgetsync.ui.problems.outcome_bar import OutcomeBar
from budgetsync.ui.problems.sheets import Act, Deed, Fact, Sheet
from budgetsync.ui.problems.tabs import ProblemsTab
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import Theme
from tests.ui.samples import delete

LOOK = Act(Deed.COPY, "Copy details", "Copy details: it", "quiet")


def sheet(key: str, *acts: Act, text: str = "now") -> Sheet:
    return Sheet(
        key, "key", Tone.WARNING, "Sign in again", "Harbor", (Fact("Since", text),), ("Why.",), acts=acts
    )


@pytest.fixture
def tab(icons: Icons, dressed: Theme) -> ProblemsTab:
    assert dressed
    model: EntriesModel[Entry] = EntriesModel(lambda one: one.key, lambda one: one, lambda one: one.title)
    entries = EntryList(model, (icons, lambda entry: entry.where), "Problems", uniform=False)
    made = ProblemsTab(entries, EmptyNote(icons, "ok", Tone.OK), icons)
    made.details.show_sheet(sheet("a", LOOK))
    made.show_filled(filled=True)
    return made


def words(tab: ProblemsTab) -> list[str]:
    return [button.text() for button in tab.details.buttons]


def places(tab: ProblemsTab) -> tuple[QPoint, QPoint]:
    return tuple(part.mapTo(tab, QPoint(0, 0)) for part in (tab.entries, tab.details))  # type: ignore[return-value]


def test_the_details_stand_beside_the_list_or_below_it(tab: ProblemsTab) -> None:
    tab.resize(1_000, 600)
    tab.show()
    listed, details = places(tab)
    assert details.x() > listed.x() + 200
    tab.resize(500, 600)
    listed, details = places(tab)
    assert details.x() == listed.x()
    assert details.y() > listed.y() + 100
    tab.resize(430, 200)
    assert min(tab.entries.height(), tab.details.height()) > 80, "scrolled as a whole instead of squeezed"
    tab.show_filled(filled=False)
    assert tab.details.isHidden()
    delete(tab)


def test_what_is_the_same_in_the_next_details_is_left_alone(tab: ProblemsTab) -> None:
    tab.show()
    button = tab.details.buttons[0]
    tab.details.show_sheet(sheet("a", LOOK, text="1 minute ago"))
    assert tab.details.buttons == (button,)
    other = Act(Deed.OFFER, "Sync now", "Sync now: it", "primary")
    tab.details.show_sheet(sheet("b", other))
    assert tab.details.buttons == (button,)
    assert (button.text(), button.accessibleName(), button.property("kind")) == (
        "Sync now",
        "Sync now: it",
        "primary",
    )
    pressed: list[object] = []
    tab.details.acted.connect(pressed.append)
    button.click()
    assert pressed == [other]
    tab.details.show_sheet(sheet("b", other, LOOK))
    assert words(tab) == ["Sync now", "Copy details"]
    tab.details.show_sheet(None)
    assert words(tab) == []
    delete(tab)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_buttons_flow_into_lines(dressed: Theme, direction: Qt.LayoutDirection) -> None:
    assert dressed
    around = QWidget()
    around.setLayoutDirection(direction)
    flow = FlowLayout()
    around.setLayout(flow)
    buttons = [QPushButton(f"Button {number}") for number in range(4)]
    for button in buttons:
        flow.addWidget(button)
    around.resize(2_000, 200)
    around.show()
    flow.activate()
    assert len({button.y() for button in buttons}) == 1
    first_leads = buttons[0].x() < buttons[1].x()
    assert first_leads is (direction is Qt.LayoutDirection.LeftToRight)
    width = buttons[0].width() * 2 + 20
    assert flow.heightForWidth(width) > flow.heightForWidth(2_000)
    buttons[3].hide()
    assert flow.count() == 4
    assert flow.takeAt(3) is not None
    assert flow.itemAt(3) is None
    delete(around)


def test_what_came_of_something_is_said_with_the_way_back(icons: Icons, dressed: Theme) -> None:
    assert dressed
    bar = OutcomeBar(icons)
    assert bar.words == ""
    undone: list[bool] = []
    bar.tell("Done: it.", "Undo", lambda: undone.append(True))
    assert (bar.words, bar.back_button.accessibleName()) == ("Done: it.", "Undo: Done: it.")
    bar.back_button.click()
    assert undone == [True]
    assert bar.words == ""
    bar.tell_trouble(Trouble("CODE", "Title", "It cannot be.", "Do otherwise."))
    assert bar.words == "It cannot be. Do otherwise."
    assert bar.back_button.isHidden()
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.words == ""
    delete(bar)
