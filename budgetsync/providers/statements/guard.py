"""What is not read at all: files too large, lines without an end, and other kinds of files, by their name."""

from pathlib import Path

from budgetsync.domain.errors import StatementBroken, StatementRefused, UnknownFormat
from budgetsync.providers.statements.decoding import is_wide

LARGEST = 64 * 1024 * 1024
"""Bytes of a file: some 200,000 entries with all that a bank says of them."""
LONGEST_LINE = 1024 * 1024
"""Characters of a line, in formats that are made of lines."""

_OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or a workbook (XLSX, ODS)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel workbook (XLS)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a database"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"{\\rtf", "a document (RTF)"),
)
_PAGES = (b"<!doctype html", b"<html")


def load(path: Path) -> bytes:
    """Read a file's bytes, unless it is too large.

    Raises:
        StatementBroken: There is no such file, or it may not be read.
        StatementRefused: It is too large.
    """
    try:
        if not path.is_file():
            message = "It is not a file that can be read."
            raise StatementBroken(message)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        message = f"It cannot be opened: {error.strerror or 'unknown error'}."
        raise StatementBroken(message) from error
    check_size(content)
    return content


def check_size(content: bytes) -> None:
    """Refuse what is too large."""
    if len(content) > LARGEST:
        message = f"It is larger than {LARGEST // 1024**2} MB, more than a statement ever is."
        raise StatementRefused(message)


def check_kind(content: bytes) -> None:
    """Refuse what is another kind of file, and say which."""
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        message = "The file is empty."
        raise StatementBroken(message)
    for magic, name in _OTHER_KINDS:
        if content.startswith(magic):
            message = f"This is {name}, not a statement in text form."
            raise UnknownFormat(message)
    if content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES):
        message = "This is a web page, perhaps the bank's sign-in page, not a statement."
        raise UnknownFormat(message)
    if b"\0" in content and not is_wide(content):
        message = "This is no text: there are zero bytes in it."
        raise UnknownFormat(message)


def check_lines(text: str) -> None:
    """Refuse a line without an end."""
    at = 0
    while at + LONGEST_LINE < len(text):
        end = max(text.rfind("\n", at, at + LONGEST_LINE), text.rfind("\r", at, at + LONGEST_LINE))
        if end < 0:
            message = "A line of it has no end."
            raise StatementRefused(message)
        at = end + 1
