"""A clock and a loop that run faster than the computer's."""

from __future__ import annotations

import asyncio
import socket
import time
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from budgetsync.cli.daemon import fast_clock
from budgetsync.domain.errors import UsageError
from budgetsync.host.fast_time import FastClock, FastLoop

START = datetime(2026, 6, 15, 12, tzinfo=UTC)


def test_the_clock_begins_where_it_is_told_to_and_runs_as_fast() -> None:
    begun = time.monotonic()
    clock = FastClock(3_600, START)
    made = time.monotonic()
    shown, ticks = clock.now(), clock.monotonic()
    while time.monotonic() < made + 0.01:
        continue
    passed = clock.now() - shown
    most = timedelta(seconds=(time.monotonic() - begun) * 3_600)

    assert shown >= START
    assert timedelta(seconds=30) < passed < most
    assert clock.monotonic() - ticks == pytest.approx(passed.total_seconds(), rel=0.5)
    assert clock.now().tzinfo is UTC


def test_both_clocks_move_together_so_that_nobody_sees_a_jump() -> None:
    clock = FastClock(3_600)
    apart = [clock.now().timestamp() - clock.monotonic() for _ in range(100)]

    assert max(apart) - min(apart) < 30


def test_an_hour_is_over_in_a_moment_on_the_loop() -> None:
    async def wait() -> float:
        begun = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(3_600):
                await asyncio.Event().wait()
        except TimeoutError:
            return asyncio.get_running_loop().time() - begun
        pytest.fail("it never came")

    begun = time.monotonic()
    with asyncio.Runner(loop_factory=partial(FastLoop, 36_000)) as runner:
        assert runner.run(wait()) >= 3_600
    assert 0.1 <= time.monotonic() - begun < 5


def test_what_comes_from_outside_and_from_threads_wakes_the_loop_as_ever() -> None:
    async def receive() -> bytes:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            ours.setblocking(False)
            await asyncio.to_thread(theirs.send, b"news")
            return await asyncio.get_running_loop().sock_recv(ours, 4)

    with asyncio.Runner(loop_factory=partial(FastLoop, 3_600)) as runner:
        assert runner.run(receive()) == b"news"


def test_what_is_typed_makes_the_clock() -> None:
    assert fast_clock(None, None) is None
    clock = fast_clock("3600", "2026-06-15T14:00:00+02:00")
    assert clock is not None
    assert clock.factor == 3_600
    assert timedelta(0) <= clock.now() - START < timedelta(hours=12)


@pytest.mark.parametrize(
    ("factor", "start"),
    [
        (None, "2026-06-15T12:00:00Z"),
        ("0", None),
        ("fast", None),
        ("nan", None),
        ("-5", None),
        ("1000001", None),
        ("60", "noon"),
        ("60", "2026-06-15T12:00:00"),
    ],
)
def test_what_is_no_clock_is_refused_with_a_way_out(factor: str | None, start: str | None) -> None:
    with pytest.raises(UsageError, match="clock") as refused:
        fast_clock(factor, start)
    assert refused.value.action
