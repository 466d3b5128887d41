"""What the tests of worker and retries share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from budgetsync.domain.quota import LIMITS
from tests.unit.sync.news import Desk, MakeDesk
from tests.unit.sync.scripted import Answer, Machine, MakeMachine, ScriptedProvider


@pytest.fixture
def make(tmp_path: Path) -> Iterator[MakeMachine]:
    """Makes machines that are closed at the end; their calls are counted only if that is asked for."""
    with ExitStack() as stack:

        def machine(*answers: Answer, connections: int = 1, counted: bool = False) -> Machine:
            made = Machine(tmp_path, ScriptedProvider(*answers), connections, LIMITS if counted else {})
            stack.callback(made.database.close)
            return made

        yield machine


@pytest.fixture
def make_desk(make: MakeMachine) -> MakeDesk:
    """Makes machines with an inbox."""

    def desk(*answers: Answer, connections: int = 1) -> Desk:
        return Desk(make(*answers, connections=connections))

    return desk
