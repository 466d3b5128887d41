"""The ledger in one SQLite file, through Peewee. Rows leave this package as domain values only.

Functions here are synchronous, take the `Database` handed out by `Database.run` or `Database.read`, and run
inside the transaction that the caller opened by that.
"""

import sys

# Peewee looks for every database driver that is installed, which are 15 MB and a tenth of a second where psycopg is.
_DRIVERS = ("psycopg", "psycopg2", "MySQLdb", "pymysql")


def _load_peewee_alone() -> None:
    absent = [name for name in _DRIVERS if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None: not to be found
    try:
        import peewee  # noqa: F401, PLC0415 - that is the point
    finally:
        for name in absent:
            del sys.modules[name]


_load_peewee_alone()
