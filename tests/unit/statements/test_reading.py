"""What a file is, by its content, and what is refused at the door."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from budgetsync.domain.errors import StatementBroken, StatementRefused, UnknownFormat
from budgetsync.domain.statement import StatementFormat
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.providers.statements import guard, read_statement_bytes, read_statement_file

SAMPLES = Path(__file__).parents[2] / "samples" / "statements"


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("checking.qfx", StatementFormat.OFX),
        ("household.qif", StatementFormat.QIF),
        ("batch.xml", StatementFormat.CAMT),
        ("german.sta", StatementFormat.MT940),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_format_is_found_whatever_the_file_is_called(
    tmp_path: Path, name: str, format_: StatementFormat, encoding: str
) -> None:
    path = tmp_path / "download.pdf"
    text = (
        (SAMPLES / name).read_text(encoding="utf-8").replace('encoding="UTF-8"', f'encoding="{encoding[:6]}"')
    )
    path.write_bytes(text.encode(encoding))

    assert read_statement_file(path, ReadOptions()).format is format_


def zipped() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a", "b")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (zipped(), "ZIP"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b"<!DOCTYPE html><html>Sign in", "web page"),
        (b"abc\0\0def and more", "zero bytes"),
        (b"Dear customer, hello.", "looks like"),
    ],
)
def test_other_kinds_of_files_are_refused_by_their_name(content: bytes, word: str) -> None:
    with pytest.raises(UnknownFormat, match=word):
        read_statement_bytes(content, ReadOptions())


def test_files_that_are_empty_missing_or_too_large_are_refused(tmp_path: Path) -> None:
    empty, huge = tmp_path / "empty", tmp_path / "huge"
    empty.write_bytes(b"\n ")
    with huge.open("wb") as file:
        file.truncate(1024**3)  # sparse

    with pytest.raises(StatementBroken, match="empty"):
        read_statement_file(empty, ReadOptions())
    with pytest.raises(StatementBroken):
        read_statement_file(tmp_path / "missing", ReadOptions())
    with pytest.raises(StatementRefused, match="larger than 64 MB"):
        read_statement_file(huge, ReadOptions())


def test_a_line_without_an_end_is_refused() -> None:
    with pytest.raises(StatementRefused, match="no end"):
        read_statement_bytes(b"!Type:Bank\nP" + b"x" * (guard.LONGEST_LINE + 10), ReadOptions())
