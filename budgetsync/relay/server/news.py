"""News between processes that share a PostgreSQL database, by LISTEN and NOTIFY.

A wake-up and nothing more: it is sent after the commit that it tells of, outside of it, since NOTIFY makes all
commits wait for each other; and it may get lost.
"""

import secrets
import threading
from collections.abc import Callable, Collection
from contextlib import suppress
from queue import Empty, SimpleQueue

import psycopg

from budgetsync.relay.server.records import Watcher

CHANNEL = "budgetsync_relay"
PAUSE = 1.0
"""Seconds between two tries to connect, and between two looks whether it is over."""
_IN_ONE = 300  # devices in one notification, which holds 8,000 bytes
_ALL = "*"


class PostgresNews:
    """Listens on a thread of its own, and tells on another one."""

    def __init__(self, url: str, watcher: Watcher) -> None:
        """Start listening.

        Args:
            watcher: Called on the listening thread. What this process sent itself does not come back.
        """
        self._url = "postgresql://" + url.partition("://")[2]
        self._watcher = watcher
        self._own = secrets.token_hex(4)
        self._closed = threading.Event()
        self._outbox: SimpleQueue[Collection[str] | None] = SimpleQueue()
        self._threads = [
            threading.Thread(target=self._stay, args=(work,), name=f"mailroom-{work.__name__}", daemon=True)
            for work in (self._listen, self._say)
        ]
        for thread in self._threads:
            thread.start()

    def send(self, devices: Collection[str] | None) -> None:
        """Tell the other processes about devices, or about all (None); never waits."""
        if devices is None or devices:
            self._outbox.put(devices)

    def close(self) -> None:
        """End both threads."""
        self._closed.set()
        for thread in self._threads:
            thread.join()

    def _stay(self, work: Callable[["psycopg.Connection[tuple[object, ...]]"], None]) -> None:
        while not self._closed.is_set():
            # What is missed meanwhile is found by those who look by themselves.
            with suppress(psycopg.Error), psycopg.connect(self._url, autocommit=True) as connection:
                work(connection)
            self._closed.wait(PAUSE)

    def _listen(self, connection: "psycopg.Connection[tuple[object, ...]]") -> None:
        connection.execute(f"LISTEN {CHANNEL}")
        self._watcher(None)
        while not self._closed.is_set():
            for notification in connection.notifies(timeout=PAUSE):
                sender, _, words = notification.payload.partition(" ")
                if sender != self._own:
                    self._watcher(None if words == _ALL else words.split())

    def _say(self, connection: "psycopg.Connection[tuple[object, ...]]") -> None:
        # There is nothing to be lost here.
        connection.execute("SET synchronous_commit = off")
        while not self._closed.is_set():
            for words in self._gather():
                connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{self._own} {words}"))

    def _gather(self) -> list[str]:
        """Wait for something to tell, and take all that is there."""
        devices: dict[str, None] = {}
        with suppress(Empty):
            news = self._outbox.get(timeout=PAUSE)
            while True:
                if news is None:
                    return [_ALL]
                devices.update(dict.fromkeys(news))
                news = self._outbox.get_nowait()
        names = list(devices)
        return [" ".join(names[at : at + _IN_ONE]) for at in range(0, len(names), _IN_ONE)]
