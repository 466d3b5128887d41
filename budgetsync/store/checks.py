"""Look whether a database file is sound, without changing it, and remember what was found."""

import json
import sqlite3
import threading
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

from budgetsync.domain.backups import IntegrityReport
from budgetsync.store.faults import translate
from budgetsync.store.files import appearing, files_told

FILE_NAME = "checks.json"
"""Beside the ledger and not in it: a damaged ledger keeps nothing."""
_MOST_FINDINGS = 5
_OPCODES = 50_000  # of SQLite's machine between two looks at `stop`


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """The program ends, and with it a look or a copy that was under way."""


def connect_aside(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """Open a database for reading only, without making a file that is not there.

    Args:
        immutable: Nobody writes it: no lock is taken and no file is made beside it.
    """
    query = "mode=ro&immutable=1" if immutable else "mode=ro"
    uri = f"{path.absolute().as_uri()}?{query}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)


def check_file(
    path: Path,
    now: datetime,
    *,
    full: bool,
    immutable: bool = False,
    stop: threading.Event | None = None,
) -> IntegrityReport:
    """Ask SQLite whether a file is sound. Blocking: seconds for a large one.

    Raises:
        Stopped: `stop` was set.
        StoreError: The file could not be looked at, which says nothing about it.
    """
    begun = time.monotonic()
    try:
        with closing(connect_aside(path, immutable=immutable)) as connection:
            if stop is not None:
                connection.set_progress_handler(lambda: int(stop.is_set()), _OPCODES)
            findings = _ask(connection, full=full)
    except sqlite3.DatabaseError as error:
        if stop is not None and stop.is_set():
            raise Stopped from None
        if error.sqlite_errorname.split("_")[1] not in {"CORRUPT", "NOTADB"}:
            raise translate(error) from error
        findings = [str(error)]
    return IntegrityReport(full, tuple(findings[:_MOST_FINDINGS]), now, time.monotonic() - begun)


def _ask(connection: sqlite3.Connection, *, full: bool) -> list[str]:
    kind = "integrity_check" if full else "quick_check"
    findings = [str(row[0]) for row in connection.execute(f"PRAGMA {kind}({_MOST_FINDINGS})")]
    if findings != ["ok"]:
        return findings
    if not full:
        return []
    broken = connection.execute('SELECT "table", count(*) FROM pragma_foreign_key_check GROUP BY 1')
    return [f"{count} rows of {table} refer to rows that are not there" for table, count in broken]


def save_report(folder: Path, report: IntegrityReport) -> None:
    """Remember a look at the ledger of a folder.

    Raises:
        StoreError: It could not be written.
    """
    kept = _load_all(folder)
    kept["full" if report.full else "quick"] = {
        "at": report.at.isoformat(),
        "seconds": round(report.seconds, 3),
        "findings": list(report.findings),
    }
    with files_told(), appearing(folder / FILE_NAME) as partial:
        partial.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def load_report(folder: Path, *, full: bool) -> IntegrityReport | None:
    """Recall the last look of a kind; None where there was none, or the file of it cannot be read."""
    kept = _load_all(folder).get("full" if full else "quick")
    try:
        if not isinstance(kept, dict):
            return None
        findings = tuple(str(finding) for finding in kept["findings"])
        return IntegrityReport(full, findings, datetime.fromisoformat(kept["at"]), float(kept["seconds"]))
    except (KeyError, TypeError, ValueError):
        return None


def forget_reports(folder: Path) -> None:
    """Forget what was found: another file stands in the ledger's place now."""
    with files_told():
        (folder / FILE_NAME).unlink(missing_ok=True)


def _load_all(folder: Path) -> dict[str, object]:
    try:
        kept = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
