"""The one place that knows SQLite's errors and ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import peewee

from budgetsync.domain.errors import StoreBusy, StoreCorrupt, StoreError, StoreFull, StoreReadOnly

_BY_NAME: dict[str, tuple[type[StoreError], str]] = {
    "SQLITE_BUSY": (StoreBusy, "Another program holds a lock on the database."),
    "SQLITE_LOCKED": (StoreBusy, "Another program holds a lock on the database."),
    "SQLITE_FULL": (StoreFull, "There is no space left for the database; nothing of this step was written."),
    "SQLITE_IOERR": (StoreFull, "Reading or writing the database failed; nothing of this step was written."),
    "SQLITE_READONLY": (StoreReadOnly, "The database file or its folder cannot be written."),
    "SQLITE_PERM": (StoreReadOnly, "The database file or its folder cannot be written."),
    "SQLITE_CANTOPEN": (StoreReadOnly, "The database file cannot be opened in its folder."),
    "SQLITE_CORRUPT": (StoreCorrupt, "The database file is damaged."),
    "SQLITE_NOTADB": (StoreCorrupt, "The file is not a database, or its beginning is damaged."),
}


@contextmanager
def told() -> Iterator[None]:
    """Turn SQLite's errors, raised inside, into ours. Texts of SQL never reach a person.

    Raises:
        StoreError: In place of whatever SQLite or Peewee raised.
    """
    try:
        yield
    except (sqlite3.Error, peewee.PeeweeException) as error:
        raise translate(error) from error


def translate(error: BaseException) -> StoreError:
    """Find our error for one of SQLite's, also where Peewee wrapped it.

    The first that says what is wrong counts: a full disk ends the transaction by itself, and the rollback that
    Peewee then tries fails for a reason of its own.
    """
    names = list(_errornames(error))
    for name in names:
        # SQLITE_IOERR_WRITE belongs to the family of SQLITE_IOERR.
        known = _BY_NAME.get(name) or _BY_NAME.get("_".join(name.split("_")[:2]))
        if known is not None:
            kind, message = known
            return kind(message)
    told_name = f" ({names[0]})" if names else ""
    return StoreError(f"The database did not accept a step{told_name}; nothing of it was written.")


def _errornames(error: BaseException) -> Iterator[str]:
    seen: BaseException | None = error
    while seen is not None:
        name = getattr(seen, "sqlite_errorname", None)
        if isinstance(name, str):
            yield name
        seen = seen.__cause__ or seen.__context__
