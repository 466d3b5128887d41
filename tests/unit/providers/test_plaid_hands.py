"""Threads for blocking calls are used again, end after a while, and keep nothing."""

from __future__ import annotations

import asyncio
import threading
import weakref

import pytest

from budgetsync.providers.plaid.calls import Hands


def thread_of() -> threading.Thread:
    return threading.current_thread()


def test_calls_that_follow_each_other_share_a_thread_that_is_named_by_each() -> None:
    hands = Hands()

    async def run() -> list[threading.Thread]:
        names = []

        def call() -> threading.Thread:
            names.append(thread_of().name)
            return thread_of()

        threads = [await hands.run(name, call) for name in ("one", "two", "three")]
        assert names == ["one", "two", "three"]
        return threads

    threads = asyncio.run(run())
    assert len(set(threads)) == 1
    hands.close()
    threads[0].join(20)
    assert not threads[0].is_alive()


def test_calls_at_once_run_beside_each_other() -> None:
    hands = Hands()
    meet = threading.Barrier(3, timeout=20)

    async def run() -> None:
        await asyncio.gather(*(hands.run("call", meet.wait) for _ in range(3)))

    asyncio.run(run())
    hands.close()


def test_what_a_call_raises_reaches_the_caller_and_the_thread_goes_on() -> None:
    hands = Hands()

    def fail() -> None:
        message = "no"
        raise ValueError(message)

    async def run() -> None:
        first = await hands.run("call", thread_of)
        with pytest.raises(ValueError, match="no"):
            await hands.run("call", fail)
        assert await hands.run("call", thread_of) is first

    asyncio.run(run())
    hands.close()


def test_a_thread_that_has_nothing_to_do_ends() -> None:
    hands = Hands(linger=0.01)

    async def run() -> None:
        first = await hands.run("call", thread_of)
        first.join(20)
        assert not first.is_alive()
        assert await hands.run("call", thread_of) is not first

    asyncio.run(run())
    hands.close()


def test_a_busy_thread_ends_after_close_when_it_is_done() -> None:
    hands = Hands()
    go = threading.Event()

    async def run() -> None:
        entered = threading.Event()

        def call() -> threading.Thread:
            entered.set()
            go.wait(20)
            return thread_of()

        task = asyncio.create_task(hands.run("call", call))
        await asyncio.to_thread(entered.wait, 20)
        hands.close()
        go.set()
        thread = await task
        thread.join(20)
        assert not thread.is_alive()

    asyncio.run(run())


def test_an_idle_thread_keeps_nothing_of_its_last_call() -> None:
    hands = Hands()

    class Page:
        pass

    gone = threading.Event()

    async def run() -> None:
        weakref.finalize(await hands.run("call", Page), gone.set)

    asyncio.run(run())
    assert gone.wait(10)  # the thread lets go a moment after it has told
    hands.close()
