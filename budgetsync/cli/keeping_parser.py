"""What can be typed about keeping the ledger."""

from pathlib import Path

from budgetsync.cli.adding import Add, AddCommon


def add_keeping(add: Add, add_common: AddCommon) -> None:
    """Add the commands.

    Args:
        add: Adds one command by its name and what it is for.
        add_common: Adds what every command takes.
    """
    backup = add("backup", "make a backup now; it stays until you delete it")
    backup.add_argument("--json", action="store_true", help="as JSON")

    backups = add("backups", "list the backups, newest first")
    backups.add_argument("--check", action="store_true", help="look into each")
    backups.add_argument("--json", action="store_true", help="as JSON")

    restore = add("restore", "put a backup in the ledger's place; the present file is moved aside")
    restore.add_argument(
        "backup", nargs="?", metavar="BACKUP", help="its name, a file, or `newest` for the newest good one"
    )

    check = add("check", "ask SQLite whether the ledger's file is sound")
    check.add_argument("--quick", action="store_true", help="pages only, not indices and references")
    check.add_argument("--json", action="store_true", help="as JSON")

    archive = add("archive", "everything in one file of readable text, and back")
    commands = archive.add_subparsers(dest="archive_command", metavar="COMMAND", required=True)
    for name, text in (
        ("export", "write everything but secrets to a new file"),
        ("import", "read such a file into an empty ledger"),
    ):
        command = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        command.add_argument("file", type=Path, metavar="FILE")
        add_common(command)
