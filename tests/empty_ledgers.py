"""New ledgers, quickly: the schema is made once in each process, and its file is laid where a test wants a ledger.

The database opens it as it opens any new one of its own; only the steps of the schema are not taken again.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from budgetsync.store.migrator import load_migrations, migrate


def lay(path: Path) -> Path:
    """Lay an empty ledger where there is none yet; returns the path."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(_content())
    return path


@cache
def _content() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.sqlite"
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            migrate(connection, path.parent, load_migrations())
        return path.read_bytes()
