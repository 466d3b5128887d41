"""Keeps SQLite's log short without holding a commit up.

By itself SQLite moves its log into the database at the end of whichever commit finds it long, and that commit waits
for hundreds of pages to reach the disk. Here most of that is done beside the commits, by a connection and a thread of
its own; what came in meanwhile, a few pages, is moved between two commits, so that the log can begin anew.
"""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

FULL = 3000
"""Changes in the log before it is moved: each touches a page or two."""
_WAIT = 5.0
_log = logging.getLogger(__name__)


class LogKeeper:
    """Moves the log of one database. `look` and `close` belong to the thread that commits."""

    def __init__(self, database: Path, full: int = FULL) -> None:
        """Start waiting for something to do."""
        self._database = database
        self._full = full
        self._changes = 0
        self._wanted = Event()
        self._moved = Event()
        self._closed = False
        self._thread = Thread(target=self._run, name="mailroom-log", daemon=True)
        self._thread.start()

    def look(self, changes: int) -> bool:
        """Count what was just committed.

        Returns:
            Whether the commits' own connection should move the little that is left, now.
        """
        self._changes += changes
        if self._moved.is_set():
            self._moved.clear()
            return True
        if self._changes >= self._full:
            self._changes = 0
            self._wanted.set()
        return False

    def close(self) -> None:
        """Stop, once what was begun is done."""
        self._closed = True
        self._wanted.set()
        self._thread.join()

    def _run(self) -> None:
        with closing(sqlite3.connect(self._database, timeout=_WAIT, check_same_thread=False)) as connection:
            while True:
                self._wanted.wait()
                self._wanted.clear()
                if self._closed:
                    return
                try:
                    connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
                except sqlite3.Error as error:
                    # The log grows until it can be moved; nothing in it is lost.
                    _log.warning("the log could not be moved (%s)", error.sqlite_errorname)
                self._moved.set()
