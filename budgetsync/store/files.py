"""Files beside the ledger: their errors in our words, written whole or not at all, readable by the user only."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from budgetsync.domain.errors import StoreBusy, StoreFull, StoreReadOnly

PARTIAL = ".partial"
"""How a file's name ends while it is being written."""
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
_IN_USE = {errno.EBUSY, errno.ETXTBSY}


@contextmanager
def files_told() -> Iterator[None]:
    """Turn the system's errors about files, raised inside, into ours.

    Raises:
        StoreError: In place of an OSError.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            message = "There is no space left, or the disk fails; nothing was left half-written."
            raise StoreFull(message) from error
        # Windows refuses to move a file that is open anywhere.
        if error.errno in _IN_USE or (os.name == "nt" and isinstance(error, PermissionError)):
            message = "Another program has the file open."
            raise StoreBusy(message) from error
        name = f" ({Path(error.filename).name})" if isinstance(error.filename, str) else ""
        message = f"A file or its folder cannot be read or written{name}."
        raise StoreReadOnly(
            message, action="Check the place and your access to it, then try again."
        ) from error


@contextmanager
def appearing(final: Path) -> Iterator[Path]:
    """Write a file under another name; it appears under its own when the block ends well, and is on the disk then.

    The folder is made, mode 0700, where it is missing; the file has mode 0600 from its first byte.
    A file that is under the name already is replaced.
    """
    final.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = final.with_name(f"{final.name}.{uuid4().hex[:8]}{PARTIAL}")
    try:
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield partial
        with partial.open("rb+") as written:
            os.fsync(written.fileno())
        partial.replace(final)
    except BaseException:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                partial.with_name(partial.name + ending).unlink(missing_ok=True)
        raise
    sync_folder(final.parent)


def sync_folder(folder: Path) -> None:
    """Bring names that were made or changed in a folder to the disk. Windows has no way to ask for it."""
    if os.name != "nt":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
