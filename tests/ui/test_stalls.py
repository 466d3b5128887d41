"""A turn of the loop that takes too long is noticed, with the place where it was."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from tests.ui.stalls import StallRecorder, recording, unhurried

Run = Callable[[Coroutine[Any, Any, None]], None]


def be_busy(seconds: float) -> None:
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


@pytest.mark.unhurried("it is the stall itself that is tried")
def test_a_stall_is_noticed_and_its_place_named(run: Run) -> None:
    async def scenario() -> None:
        await asyncio.sleep(0)
        be_busy(0.2)
        await asyncio.sleep(0)

    with recording(StallRecorder()) as recorder:
        run(scenario())
    (stall,) = recorder.stalls
    assert 0.05 < stall.seconds < 0.5
    assert "test_stalls.py" in stall.stack
    assert "be_busy" in stall.stack


@pytest.mark.unhurried("it is watched by a recorder of its own")
def test_short_turns_and_what_is_excused_are_no_stalls(run: Run) -> None:
    async def scenario() -> None:
        for _ in range(10):
            be_busy(0.01)
            await asyncio.sleep(0)
        with unhurried("it is the excuse that is tried"):
            be_busy(0.08)

    with recording(StallRecorder()) as recorder:
        run(scenario())
    assert recorder.stalls == []
    assert recorder.turns >= 10
