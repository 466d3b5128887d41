"""The log: lines of JSON in the data folder, five files of two megabytes, for the owner alone, without secrets."""

import json
import logging
import os
import traceback
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from budgetsync.domain.redaction import redact
from budgetsync.domain.trace import LOG_FOLDER, current_trace

FILE_NAME = "budgetsync.jsonl"
SIZE, FILES = 2 * 1024 * 1024, 5
_PROGRAM = "budgetsync"
_LONGEST = 4_000
"""Letters of a message; the rest is cut."""
_LONGEST_TRACE = 16_000


class JsonLines(logging.Formatter):
    """Writes a record as one line: at, level, logger, message, what it belongs to, and what was raised."""

    def __init__(self, secrets: Collection[str]) -> None:
        super().__init__()
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """Write a record, redacted."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": cleaned(record.getMessage(), self._secrets),
            **current_trace().as_fields(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = type(record.exc_info[1]).__name__
            line["trace"] = trace_of(record, self._secrets)
        return json.dumps(line, ensure_ascii=False)


def cleaned(text: str, secrets: Collection[str], longest: int = _LONGEST) -> str:
    """Cut a text that is too long, and take out of it what no log may hold."""
    cut = text if len(text) <= longest else f"{text[:longest]} …"
    return redact(cut, secrets)


def trace_of(record: logging.LogRecord, secrets: Collection[str]) -> str:
    """Write what was raised, cleaned; "" where nothing was."""
    if not record.exc_info or record.exc_info[1] is None:
        return ""
    return cleaned("".join(traceback.format_exception(record.exc_info[1])), secrets, _LONGEST_TRACE)


class _PrivateFile(RotatingFileHandler):
    """A rotating file that only its owner can read, and that several processes may write to.

    What cannot be written, as on a full disk, is dropped: the program goes on, and the next line says how many.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=SIZE, backupCount=FILES - 1, encoding="utf-8", delay=True)
        self._dropped = 0

    def _open(self) -> TextIOWrapper:
        return open(
            self.baseFilename,
            "a",
            encoding="utf-8",
            errors="backslashreplace",
            opener=lambda path, flags: os.open(path, flags, 0o600),
        )

    def shouldRollover(self, record: logging.LogRecord) -> bool:  # noqa: N802 - logging's name
        """Tell whether the file is full; another process may have turned it over."""
        if self.stream is not None and not self._is_current(self.stream):
            self.stream.close()
            self.stream = self._open()
        return bool(super().shouldRollover(record))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record, after a line about those that could not be written."""
        if self._dropped:
            lost, self._dropped = self._dropped, 0
            text = "%d lines before this one could not be written"
            super().emit(logging.LogRecord(record.name, logging.WARNING, "", 0, text, (lost,), None))
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - logging's names
        """Count what could not be written."""
        self._dropped += 1

    def _is_current(self, stream: TextIOWrapper) -> bool:
        try:
            there = os.stat(self.baseFilename)  # noqa: PTH116 - beside fstat
        except FileNotFoundError:
            return False
        ours = os.fstat(stream.fileno())
        return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)


@contextmanager
def logging_to(
    folder: Path, secrets: Collection[str] = (), tap: logging.Handler | None = None
) -> Iterator[None]:
    """Write a log while a with statement lasts; warnings go to the standard error as without it.

    Args:
        folder: The data folder. No file is made before there is something to write.
        secrets: Words that are never written.
        tap: Is given all that is written, too.
    """
    place = folder / LOG_FOLDER
    root, program = logging.getLogger(), logging.getLogger(_PROGRAM)
    try:
        place.mkdir(mode=0o700, exist_ok=True)
    except OSError:  # the ledger will say so; a program without a log is better than none
        yield
        return
    file = _PrivateFile(place / FILE_NAME)
    file.setLevel(logging.INFO)
    file.setFormatter(JsonLines(secrets))
    terminal = None if root.handlers else logging.lastResort  # which is used only while there is no other
    level = program.level
    handlers = [one for one in (file, terminal, tap) if one is not None]
    for one in handlers:
        root.addHandler(one)
    program.setLevel(logging.INFO)
    try:
        yield
    finally:
        program.setLevel(level)
        for one in handlers:
            root.removeHandler(one)
        file.close()
