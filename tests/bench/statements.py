"""`make bench-statements`: what reading and importing 100,000 entries of a statement file costs.

    .venv/bin/python -m tests.bench.statements [--rows 100000] [--compared 20000]

Each figure is taken in a fresh process. ofxparse reads a file of the same entries, but fewer of them: its time
grows with the square of their number, and 100,000 would take many minutes. What is compared is rows a second, so the
fewer it is given the better it looks: 10,000 rows are read some 1.5 times as fast as 20,000. The exit code is 1 when
a target is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.bench.child import Told, ask
from tests.bench.report import Figure, table

_HEAD = """OFXHEADER:100\r
DATA:OFXSGML\r
VERSION:102\r
SECURITY:NONE\r
ENCODING:USASCII\r
CHARSET:1252\r
COMPRESSION:NONE\r
OLDFILEUID:NONE\r
NEWFILEUID:NONE\r
\r
<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20260101<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>\r
<BANKMSGSRSV1><STMTTRNRS><TRNUID>0<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD\r
<BANKACCTFROM><BANKID>99999<ACCTID>4455667788<ACCTTYPE>CHECKING</BANKACCTFROM>\r
<BANKTRANLIST><DTSTART>20160101<DTEND>20260101\r
"""
_FOOT = """</BANKTRANLIST><LEDGERBAL><BALAMT>100.00<DTASOF>20260101</LEDGERBAL>\r
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\r
"""
_FIRST = date(2016, 1, 1)
_DAYS = 3_650


def entries(count: int) -> Iterator[str]:
    """Write the entries of ten years, as banks do."""
    for number in range(count):
        day = _FIRST + timedelta(days=number * _DAYS // count)
        yield (
            f"<STMTTRN>\r\n<TRNTYPE>DEBIT\r\n<DTPOSTED>{day:%Y%m%d}120000[-5:EST]\r\n"
            f"<TRNAMT>-{1 + number % 900}.{number * 7 % 100:02}\r\n<FITID>{day:%Y%m%d}{number:07}\r\n"
            f"<NAME>SHOP {number % 977} &amp; SONS\r\n<MEMO>PURCHASE AT SHOP {number % 977} CARD 1234\r\n</STMTTRN>\r\n"
        )


def write(path: Path, count: int) -> Path:
    """Write a file."""
    with path.open("w", encoding="ascii", newline="") as file:
        file.write(_HEAD)
        file.writelines(entries(count))
        file.write(_FOOT)
    return path


def figures(rows: int, compared: int, folder: Path) -> list[Figure]:
    """Take all of them."""
    path = write(folder / "long.ofx", rows)
    ours = ask("statement_child", {"what": "read", "path": str(path)})
    theirs = ask("statement_child", {"what": "ofxparse", "path": str(write(folder / "short.ofx", compared))})
    told = {"what": "import", "path": str(path), "ledger": str(folder / "ledger.sqlite")}
    whole = ask("statement_child", told)
    return [
        Figure("OFX read", _rate(ours), "rows/s", 20_000, at_least=True),
        Figure("OFX read, memory", ours["megabytes"], "MB", 256),
        Figure(f"OFX read by ofxparse, {compared:,} entries", _rate(theirs), "rows/s"),
        Figure("OFX imported end to end", _rate(whole), "rows/s", 20_000, at_least=True),
        Figure("  of that reading", whole["read"], "s"),
        Figure("  of that planning", whole["plan"], "s"),
        Figure("  of that writing", whole["write"], "s"),
        Figure("OFX imported, memory", whole["megabytes"], "MB"),
        Figure(
            "OFX import against ofxparse's reading", _rate(whole) / _rate(theirs), "times", 20, at_least=True
        ),
        Figure("rows that a second import adds", whole["new_again"], "rows", 0),
    ]


def _rate(told: Told) -> float:
    return float(told["rows"]) / float(told["seconds"])


def main() -> int:
    """Print the table; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--compared", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        taken = figures(options.rows, options.compared, Path(folder))
    sys.stdout.write(table(taken) + "\n")
    return 0 if all(figure.met for figure in taken) else 1


if __name__ == "__main__":
    sys.exit(main())
