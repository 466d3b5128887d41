"""Copies of the database: whole, consistent, readable by the user only."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4


def copy_database(source: sqlite3.Connection, target: Path) -> Path:
    """Copy a database, also while it is in use, to a new file.

    Args:
        source: A connection to it.
        target: Where the copy goes. An older file of that name is kept: the copy gets a number.

    Returns:
        The file written. It appears under its name only when it is whole and on the disk.
    """
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = 1
    final = target
    while final.exists():
        number += 1
        final = target.with_stem(f"{target.stem}-{number}")
    partial = final.with_suffix(f".{uuid4().hex[:8]}.partial")
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(partial)) as copy:
        source.backup(copy)
    with partial.open("rb+") as written:
        os.fsync(written.fileno())
    partial.replace(final)
    return final
