"""`export`: rows into a file for other programs."""

import argparse
import sys
from pathlib import Path

from budgetsync.cli.adding import Add
from budgetsync.cli.session import DONE
from budgetsync.core import Core
from budgetsync.domain.errors import UsageError
from budgetsync.domain.export import FORMATS, form_of_ending


def add_export(add: Add) -> None:
    """Add `export`."""
    export = add("export", "write transactions into a file for other programs")
    export.add_argument(
        "file", type=Path, metavar="FILE", help="its ending says the format, if --format does not"
    )
    export.add_argument("--format", choices=tuple(FORMATS), help="how it is written")
    export.add_argument(
        "--search", default="", metavar="QUERY", help="only what a search finds (see `search`)"
    )
    export.add_argument("--force", action="store_true", help="replace a file that is there")


async def export(core: Core, chosen: argparse.Namespace) -> int:
    """Write the rows of a search, or all that count."""
    file, form = _target(chosen)
    for hint in core.read_query(chosen.search).hints:
        sys.stderr.write(f"{chosen.search[hint.start : hint.end]}: {hint.message}\n")
    rows = await core.export(chosen.search, file, form)
    sys.stdout.write(f"{file}: {rows:,} row{'' if rows == 1 else 's'}.\n")
    return DONE


def _target(chosen: argparse.Namespace) -> tuple[Path, str]:
    file: Path = chosen.file.expanduser()
    form = chosen.format or form_of_ending(file.suffix)
    if form is None:
        message = f"The name {file.name} does not say how the file is to be written."
        raise UsageError(message, action=f"Say --format {' or '.join(FORMATS)}.")
    if file.exists() and not chosen.force:
        message = f"There is a file {file.name} already; it was left as it is."
        raise UsageError(message, action="Choose another name, or say --force.")
    return file, form
