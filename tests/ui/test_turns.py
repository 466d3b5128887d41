"""Work in pieces: in order, a turn at a time, and given up where it is overtaken."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from budgetsync.ui.turns import BUDGET, Turns


def new_turns(budget: float = BUDGET) -> tuple[Turns, list[str]]:
    return Turns(budget=budget), []


def steps(done: list[str], *words: str) -> Iterator[None]:
    for word in words:
        done.append(word)
        yield


def test_pieces_are_done_in_order_and_then_it_is_idle(qtbot: QtBot) -> None:
    turns, done = new_turns()
    idle = [turns.is_idle]
    with qtbot.waitSignal(turns.idle):
        turns.begin("a", steps(done, "a1", "a2"))
        turns.begin("b", steps(done, "b1"))
        idle.append(turns.is_idle)
        assert done == []
    assert done == ["a1", "a2", "b1"]
    assert [*idle, turns.is_idle] == [True, False, True]


def test_a_turn_ends_when_its_budget_is_used_up(qtbot: QtBot) -> None:
    turns, done = new_turns(0.0)
    between: list[int] = []

    def look() -> None:
        between.append(len(done))
        if not turns.is_idle:
            QTimer.singleShot(0, look)

    with qtbot.waitSignal(turns.idle):
        turns.begin("a", steps(done, "1", "2", "3"))
        QTimer.singleShot(0, look)
    assert {1, 2} <= set(between)


def test_newer_work_takes_the_place_of_older(qtbot: QtBot) -> None:
    turns, done = new_turns()
    with qtbot.waitSignal(turns.idle):
        turns.begin("a", steps(done, "old"))
        turns.begin("a", steps(done, "new"))
    assert done == ["new"]


def test_work_can_be_given_up(qtbot: QtBot) -> None:
    turns, done = new_turns()
    with qtbot.waitSignal(turns.idle):
        turns.begin("a", steps(done, "a"))
        turns.begin("b", steps(done, "b"))
        turns.give_up("a")
    assert done == ["b"]


def test_work_may_begin_more_work(qtbot: QtBot) -> None:
    turns, done = new_turns()

    def again() -> Iterator[None]:
        done.append("first")
        turns.begin("a", steps(done, "second"))
        yield

    with qtbot.waitSignal(turns.idle):
        turns.begin("a", again())
    assert done == ["first", "second"]
