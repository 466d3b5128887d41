"""Garbage is collected on the window's thread, when nothing is being synced."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QObject

from budgetsync.ui.garbage import GarbageCollector


class Knot:
    """An object that only a collection can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def by_hand() -> Iterator[None]:
    was = gc.isenabled()
    gc.disable()
    yield
    if was:
        gc.enable()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("busy", "left"), [(False, False), (True, True)])
def test_it_waits_for_a_quiet_moment(busy: bool, left: bool) -> None:  # noqa: FBT001
    parent = QObject()
    collector = GarbageCollector(parent, lambda: busy)
    knot = ref(Knot())
    collector.look()
    assert (knot() is not None) is left
    parent.deleteLater()
    gc.collect()
