"""Blocking calls beside the loop, each on a thread that does not keep the program from ending."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import Empty, SimpleQueue
from typing import TypeVar

T = TypeVar("T")
_LINGER = 5.0  # seconds that a thread waits for the next call before it ends
_IDLE = "plaid/idle"
_Job = tuple[str, Callable[[], Callable[[], None]]]
_Door = SimpleQueue[_Job | None]


class Hands:
    """Threads for blocking calls; one that is done waits a while for the next call.

    Not asyncio.to_thread: its threads are joined at exit, so that a bank which hangs would hold the program
    for as long as its time-out. And no new thread for each call: whoever starts one waits until it runs, which
    beside busy threads held the window up for 10 to 25 ms, page after page.
    """

    def __init__(self, linger: float = _LINGER) -> None:
        self._linger = linger
        self._lock = threading.Lock()
        self._idle: list[_Door] = []
        self._generation = 0

    async def run(self, name: str, call: Callable[[], T]) -> T:
        """Run a blocking call and wait for it. A caller that is cancelled leaves the call to end by itself.

        Args:
            name: What the thread is called meanwhile.
        """
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()

        def work() -> Callable[[], None]:
            try:
                outcome = call()
            except BaseException as error:
                return partial(future.set_exception, error)
            return partial(future.set_result, outcome)

        with self._lock:
            door = self._idle.pop() if self._idle else None
            generation = self._generation
        if door is None:
            door = SimpleQueue()
            threading.Thread(target=self._serve, args=(door, generation), daemon=True).start()
        door.put((name, work))
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """Let the threads that wait end, and those that are busy when they are done."""
        with self._lock:
            idle, self._idle = self._idle, []
            self._generation += 1
        for door in idle:
            door.put(None)

    def _serve(self, door: _Door, generation: int) -> None:
        thread = threading.current_thread()
        stays = True
        while stays and (job := self._wait(door)) is not None:
            thread.name = job[0]
            tell = job[1]()
            thread.name = _IDLE
            with self._lock:
                stays = generation == self._generation
                if stays:  # before the caller hears of it, who may have the next call at once
                    self._idle.append(door)
            tell()
            del job, tell  # what came is not kept while nothing is to be done

    def _wait(self, door: _Door) -> _Job | None:
        try:
            return door.get(timeout=self._linger)
        except Empty:
            with self._lock:
                if door in self._idle:
                    self._idle.remove(door)
                    return None
        return door.get()  # a call is handed in at the last moment
