"""The desktop program with a probe in it: writes down when a row is first in the window's model.

python -m tests.reliability.relay_probe RECORDS window --page transactions --data-dir ... --plaid-url ...

On standard input, `cut PORT` breaks every connection to that port, without a word to whoever uses it.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from stat import S_ISSOCK
from threading import Thread
from typing import IO, Any

from PySide6.QtCore import QModelIndex

from budgetsync.cli import main
from budgetsync.ui.transactions.model import TransactionsModel
from tests.reliability.relay_processes import MARK


class Probe:
    """Listens to a model's signals, as a view does.

    Args:
        records: Each row's moment, in seconds since 1970, and what it is called, on a line.
    """

    def __init__(self, records: IO[str]) -> None:
        self._records = records
        self._known: set[str] = set()

    def listen_to(self, model: TransactionsModel) -> None:
        """Hear of every row that is loaded since it came or changed."""
        model.dataChanged.connect(
            lambda top, bottom, *_: self._note(model, self._row(top), self._row(bottom)),
        )

    @staticmethod
    def _row(index: QModelIndex) -> int:
        return index.row()

    def _note(self, model: TransactionsModel, first: int, last: int) -> None:
        now = time.time()
        for row in range(first, last + 1):
            shown = model.transaction(model.index(row, 0))
            name = "" if shown is None else shown.shown_payee
            if name.startswith(MARK) and name not in self._known:
                self._known.add(name)
                self._records.write(f"{now} {name}\n")
        self._records.flush()


def cut(port: int) -> int:
    """Shut down every connection of this process to a port; returns how many there were."""
    found = 0
    for entry in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # one that is closed meanwhile, or that is connected to nobody
            if not S_ISSOCK(entry.stat().st_mode):
                continue
            with socket.socket(fileno=os.dup(int(entry.name))) as line:
                if line.family in {socket.AF_INET, socket.AF_INET6} and line.getpeername()[1] == port:
                    line.shutdown(socket.SHUT_RDWR)
                    found += 1
    return found


def obey() -> None:
    """Do what standard input says until it ends."""
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        if word == "cut":
            cut(int(rest))


def put_in(probe: Probe) -> None:
    """Have the probe listen to every model of transactions that the program makes."""
    make = TransactionsModel.__init__

    def make_and_listen(self: TransactionsModel, *words: Any, **more: Any) -> None:  # noqa: ANN401 - as before
        make(self, *words, **more)
        probe.listen_to(self)

    TransactionsModel.__init__ = make_and_listen  # type: ignore[method-assign]


if __name__ == "__main__":
    with Path(sys.argv[1]).open("a", encoding="utf-8") as records:
        put_in(Probe(records))
        Thread(target=obey, name="probe", daemon=True).start()
        sys.exit(main(sys.argv[2:]))
