"""Statement files, mangled: each sample of each format, and files made of pieces of all of them.

Nothing but StatementError comes out, nothing takes a second or 256 MiB, and what is read keeps its own promises.
"""

from __future__ import annotations

import resource
import time
from pathlib import Path
from random import Random

from budgetsync.domain.errors import StatementError
from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.statement import StatementFile
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.statements import read_statement_bytes
from budgetsync.providers.statements.detect import READERS
from tests.reliability.fuzz import Tried

SAMPLES = Path(__file__).parents[1] / "samples" / "statements"
LARGEST_SAMPLE = 20_000
LARGEST_MINOR = 10**18
SLOW = 1.0
MOST_MEBIBYTES = 256
_NASTY = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>",
    b"&amp;amp;", b"&#x110000;", b"&#999999999999;", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"\x80\x81", b"^\n",
    b"99991231", b"00000000", b"1e999", b"NaN", b"-,.", b"1.234,5678", b"9" * 60, b"<STMTTRN>", b"</STMTTRN>",
    b"<OFX>", b"!Type:Bank\n", b":61:", b":86:", b":62F:", b"-}\r\n", b"?20", b"\xd9\xa1\xd9\xa2", b"'", b"''",
    b"\xe2\x80\xa8", b"D31/02'2026\n", b"T\n", b";", b",", b'"', b"\t", b"<CURDEF>XXX", b"(5)", b"\xc2\xa0",
)  # fmt: skip


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


_BEFORE = _peak()
"""What this process had taken before: among other tests it may be more than any file may take."""


class Statements:
    """The target: the door that every statement file comes through."""

    def __init__(self) -> None:
        files = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
        self._samples = [path.read_bytes() for path in files]
        self._samples = [sample for sample in self._samples if len(sample) <= LARGEST_SAMPLE]

    def try_one(self, random: Random) -> Tried:
        """Make a file and read it."""
        content = self._write(random)
        currency = random.choice(("USD", "JPY", "KWD", "EUR", "EUR"))
        options = ReadOptions(currency, random.choice((None, True, False)))
        begun = time.perf_counter()
        try:
            if random.randrange(20):
                read = read_statement_bytes(content, options)
            else:  # whatever it is: a reader may be asked for a file that only begins as one of its own
                read = random.choice(READERS).read(content, options)
        except StatementError as error:
            took = time.perf_counter() - begun
            return Tried(type(error).__name__, _costly(took))
        return Tried(f"read as {read.format}", _costly(time.perf_counter() - begun) or _judge(read))

    def _write(self, random: Random) -> bytes:
        made = bytearray(random.choice(self._samples))
        for _ in range(random.choice((1, 1, 2, 4, 12))):
            at = random.randrange(len(made) + 1)
            match random.randrange(9):
                case 0 if at < len(made):
                    made[at] ^= 1 << random.randrange(8)
                case 1:
                    del made[at : at + random.randrange(1, 60)]
                case 2:
                    made[at:at] = made[at : at + random.randrange(1, 300)]
                case 3 | 4:
                    made[at:at] = random.choice(_NASTY)
                case 5:
                    made[at:at] = random.choice(_NASTY) * random.choice((3, 40, 400))
                case 6:
                    other = random.choice(self._samples)
                    begin = random.randrange(len(other) + 1)
                    made[at:at] = other[begin : begin + random.randrange(400)]
                case 7:
                    del made[at:]
                case _:
                    made[at : at + 1] = random.randbytes(random.randrange(4))
        if not random.randrange(40):
            return (
                bytes(made)
                .decode("utf-8", "replace")
                .encode(random.choice(("utf-16", "utf-16-be", "cp1252")), "replace")
            )
        return bytes(made)


def make() -> Statements:
    """Make the target."""
    return Statements()


def _costly(seconds: float) -> str:
    if seconds > SLOW:
        return f"it took {seconds:.1f} s"
    mebibytes = _peak() - _BEFORE
    return f"it took {mebibytes:.0f} MiB" if mebibytes > MOST_MEBIBYTES else ""


def _judge(read: StatementFile) -> str:
    """Say what a reading broke of what `domain.statement` promises."""
    for statement in read.statements:
        if statement.currency and statement.currency not in EXPONENTS:
            return f"a currency that is not in use: {statement.currency!r}"
        for entry in statement.entries:
            if abs(entry.minor) >= LARGEST_MINOR or type(entry.minor) is not int:
                return "an amount that no ledger holds"
            if (entry.posted_on is None) is (entry.state is TransactionState.POSTED):
                return f"a {entry.state} entry, booked on {entry.posted_on}"
            if "\n" in entry.description or "\n" in entry.payee:
                return "a text of several lines"
    return ""
