"""A statement file read, whatever its format. Only StatementError comes out."""

from pathlib import Path

from budgetsync.domain.statement import StatementFile
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.providers.statements import guard
from budgetsync.providers.statements.detect import find_reader


def read_statement_file(path: Path, options: ReadOptions) -> StatementFile:
    """Read a file; blocking, for a worker's thread.

    Raises:
        StatementError: It cannot be read as a whole.
    """
    return read_statement_bytes(guard.load(path), options)


def read_statement_bytes(content: bytes, options: ReadOptions) -> StatementFile:
    """Read what a file holds.

    Raises:
        StatementError: It cannot be read as a whole.
    """
    guard.check_size(content)
    guard.check_kind(content)
    return find_reader(content).read(content, options)
