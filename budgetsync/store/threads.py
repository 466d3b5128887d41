"""A lane: one thread that owns one connection and runs what it is given, urgent first."""

import asyncio
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import PriorityQueue
from typing import Any, Protocol, TypeVar

from peewee import SqliteDatabase

T = TypeVar("T")
_Job = tuple[int, int, Callable[[SqliteDatabase], Any] | None, "Future[Any]"]
_URGENT, _ORDINARY, _LAST = 0, 1, 2
Connect = Callable[[], SqliteDatabase]
Tidy = Callable[[SqliteDatabase, bool], None]


class Lane:
    """Runs functions one after the other on a thread of its own, with the connection that it opened there."""

    def __init__(
        self,
        name: str,
        connect: Connect,
        tidy: Tidy | None = None,
    ) -> None:
        """Open the connection.

        Args:
            tidy: Called after each function, when its outcome has been told, with whether more is waiting.
        """
        self._tidy = tidy
        self._jobs: PriorityQueue[_Job] = PriorityQueue()
        self._order = itertools.count()
        self._opened: Future[None] = Future()
        self._closed = False
        # Daemonic: a program that is torn down without `close` ends; SQLite rolls back what it was in.
        self._thread = threading.Thread(target=self._work, args=(connect,), name=name, daemon=True)
        self._thread.start()
        try:
            self._opened.result()
        except BaseException:
            self._thread.join()
            raise

    def run(self, step: Callable[[SqliteDatabase], T], *, urgent: bool = False) -> "Future[T]":
        """Queue a function; the future gets what it returns or raises."""
        future: Future[T] = Future()
        if self._closed:
            message = "the database is closed"
            raise RuntimeError(message)
        self._jobs.put((_URGENT if urgent else _ORDINARY, next(self._order), step, future))
        return future

    async def wait(self, step: Callable[[SqliteDatabase], T], *, urgent: bool) -> T:
        """Queue a function and wait for it; when the caller is cancelled, a started step still finishes."""
        return await asyncio.wrap_future(self.run(step, urgent=urgent))

    def close(self) -> None:
        """Finish what is queued, close the connection, end the thread."""
        if not self._closed:
            self._closed = True
            self._jobs.put((_LAST, next(self._order), None, Future()))
            self._thread.join()

    def _work(self, connect: Connect) -> None:
        try:
            db = connect()
        except BaseException as error:
            self._opened.set_exception(error)
            return
        self._opened.set_result(None)
        try:
            while True:
                _, _, step, future = self._jobs.get()
                if step is None:
                    return
                if future.set_running_or_notify_cancel():
                    try:
                        future.set_result(step(db))
                    except BaseException as error:
                        future.set_exception(error)
                # A waiting thread must not keep the last step's rows alive.
                del step, future
                if self._tidy is not None:
                    self._tidy(db, not self._jobs.empty())
        finally:
            db.close()


class OpenLane(Protocol):
    """Opens a lane; `Lane` itself does."""

    def __call__(self, name: str, connect: Connect, tidy: Tidy | None = None, /) -> Lane:
        """Open it, with its connection."""
        ...
