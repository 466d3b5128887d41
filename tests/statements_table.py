"""Statement files of a folder in a table: what each was read as, or why it was refused.

python -m tests.statements_table FOLDER
"""

from __future__ import annotations

import argparse
import sys
from decimal import Decimal
from pathlib import Path

from budgetsync.domain.errors import StatementError
from budgetsync.domain.money import EXPONENTS
from budgetsync.domain.statement import Statement
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.providers.statements import read_statement_file

NOT_STATEMENTS = {".md", ".json", ".yml", ".yaml", ".py", ".license"}


def rows(folder: Path, currency: str) -> list[tuple[str, ...]]:
    """Make the table: a line for each account of each file."""
    made: list[tuple[str, ...]] = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix.lower() in NOT_STATEMENTS:
            continue
        name = str(path.relative_to(folder))
        try:
            read = read_statement_file(path, ReadOptions(currency))
        except StatementError as error:
            made.append((name, "refused", f"{type(error).__name__}: {error}"))
            continue
        count = len(read.problems)
        made.extend((name, read.format, *_row(one, currency)) for one in read.statements)
        if count:
            made.append((name, read.format, f"{count} problems of the file: {read.problems[0].message}"))
    return made


def _row(statement: Statement, currency: str) -> tuple[str, ...]:
    code = statement.currency or currency
    places = EXPONENTS.get(code, 2)
    total = sum(entry.minor for entry in statement.entries)
    closing = statement.closing

    def money(minor: int) -> str:
        return f"{Decimal(minor).scaleb(-places):,.{places}f}"

    return (
        f"..{statement.account.mask or statement.account.name or '?'} {code}",
        f"{len(statement.entries)} entries",
        f"sum {money(total)}",
        f"closing {money(closing.minor)} on {closing.on}" if closing else "no closing balance",
        str(statement.proof.verdict),
        f"{len(statement.problems)} problems" if statement.problems else "",
    )


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--currency", default="USD", help="for formats that name none")
    options = parser.parse_args()
    for row in rows(options.folder, options.currency):
        sys.stdout.write(" | ".join(row).rstrip(" |") + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
