"""The lists of the Problems page as models: 0, 1 and 10,000 values, changed by key, in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from time import process_time

import pytest
from PySide6.QtCore import QAbstractItemModel, QLocale, QPersistentModelIndex, Qt

from budgetsync.domain.dead_letter import LetterKind, LetterLine, LetterState
from budgetsync.domain.ids import ItemId
from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.entries import Entry, letter_entry
from budgetsync.ui.problems.entry_list import EntryList
from budgetsync.ui.problems.model import ENTRY_ROLE, EntriesModel
from budgetsync.ui.problems.words import below_title, spoken
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import Theme
from tests.ui.samples import delete

Watch = Callable[[QAbstractItemModel], None]
NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)


def line(
    number: int, title: str = "A row could not be read", state: LetterState = LetterState.OPEN
) -> LetterLine:
    return LetterLine(number, LetterKind.ROW, state, ItemId(1), "Harbor", title, "CODE", NOW, is_poison=False)


def lines(count: int) -> list[LetterLine]:
    return [line(number) for number in range(count, 0, -1)]


def letters() -> EntriesModel[LetterLine]:
    locale = QLocale("en_US")
    return EntriesModel(lambda one: one.id, letter_entry, lambda entry: spoken(entry, NOW, locale))


def list_of(model: EntriesModel[LetterLine], icons: Icons) -> EntryList:
    view = EntryList(
        model, (icons, lambda entry: below_title(entry, NOW, QLocale("en_US"))), "Letters", uniform=True
    )
    view.resize(400, 600)
    view.show()
    return view


def key_of(view: EntryList) -> str | None:
    return None if view.entry is None else view.entry.key


@pytest.mark.parametrize("count", [0, 1, 2, 10_000])
def test_any_number_comes_changes_and_goes(watched: Watch, count: int) -> None:
    model = letters()
    watched(model)
    model.load(lines(count))
    assert model.rowCount() == count
    model.load([line(one.id, "Otherwise") if one.id % 5_000 == 1 else one for one in lines(count)])
    assert sum(value.title == "Otherwise" for value in model.values) == (count + 4_999) // 5_000
    model.load([line(count + 1), *lines(count)])
    assert model.rowCount() == count + 1
    model.load([])
    assert model.rowCount() == 0


def test_a_row_that_stays_is_the_same_row(watched: Watch) -> None:
    model = letters()
    watched(model)
    model.load(lines(10_000))
    kept = QPersistentModelIndex(model.index(5_000))
    key = model.key_at(5_000)
    model.load([one for one in lines(10_000) if one.id not in {4_990, 4_995, 5_010}])
    assert kept.isValid()
    assert model.key_at(kept.row()) == key


def test_ten_thousand_are_exchanged_within_a_frame_and_only_what_is_seen_is_put_into_words(
    icons: Icons, dressed: Theme
) -> None:
    assert dressed
    model = letters()
    view = list_of(model, icons)
    took = []
    for wanted in (
        lines(10_000),
        lines(10_001),
        [one for one in lines(10_001) if one.id % 4_000],
        [one for one in lines(10_001) if one.id % 7],
        [line(one.id, "Otherwise") for one in lines(10_000)],
    ):
        begun = process_time()
        model.load(wanted)
        took.append(process_time() - begun)
        view.grab()
    assert sorted(took)[2] < 0.016
    assert len(model._entries) < 100
    delete(view)


def test_a_row_is_said_in_one_sentence() -> None:
    model = letters()
    model.load([line(1, state=LetterState.DISCARDED)])
    index = model.index(0)
    assert index.data() == "A row could not be read"
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "A row could not be read, Harbor, Put away, just now"
    entry = index.data(ENTRY_ROLE)
    assert isinstance(entry, Entry)
    assert entry.icon == "aside"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_headings_are_seen_and_never_chosen(watched: Watch, icons: Icons, dressed: Theme) -> None:
    assert dressed
    model: EntriesModel[Entry] = EntriesModel(lambda one: one.key, lambda one: one, lambda one: one.title)
    watched(model)
    view = EntryList(model, (icons, lambda entry: entry.where), "Problems", uniform=False)
    view.resize(400, 600)
    view.show()
    chosen: list[Entry | None] = []
    view.chosen.connect(chosen.append)
    rows = [
        Entry("h1", "", Tone.QUIET, "Needs attention"),
        Entry("a", "key", Tone.WARNING, "Sign in again", subject=line(1)),
        Entry("h2", "", Tone.QUIET, "To decide"),
        Entry("b", "ok", Tone.BUSY, "One or two", subject=line(2), is_fresh=True),
    ]
    model.load(rows)
    assert key_of(view) == "a"
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert view.choose_key("b")
    model.load([rows[0], rows[1]])
    assert key_of(view) == "a", "what came nearest"
    model.load([])
    assert key_of(view) is None
    assert chosen[-1] is None
    delete(view)


def test_what_is_chosen_and_where_it_stands_stay(icons: Icons, dressed: Theme) -> None:
    assert dressed
    model = letters()
    model.load(lines(10_000))
    view = list_of(model, icons)
    assert view.choose_key(5_000)
    place = view.visualRect(view.currentIndex()).top()
    model.load([line(number) for number in range(10_100, 0, -1) if number % 3_000])
    assert key_of(view) == "letter:5000"
    assert abs(view.visualRect(view.currentIndex()).top() - place) <= view.rowHeight(0)
    model.load(lines(4_000))
    assert key_of(view) is not None
    delete(view)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_rows_are_painted_in_either_direction(
    icons: Icons, dressed: Theme, direction: Qt.LayoutDirection
) -> None:
    model = letters()
    model.load(lines(3))
    view = list_of(model, icons)
    view.setLayoutDirection(direction)
    image = view.grab().toImage()
    width = image.width()
    text = dressed.colours.warning
    ink = [x for x in range(width) for y in range(5, 35) if image.pixelColor(x, y).name() == text]
    assert ink, "the icon is painted"
    leading = sum(ink) / len(ink) < width / 2
    assert leading is (direction is Qt.LayoutDirection.LeftToRight)
    delete(view)
