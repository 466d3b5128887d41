"""What can be typed to edit rows, to explain them, and to take things back."""

import argparse
from datetime import date

from budgetsync.cli.adding import Add

"""Adds a command by its name and what it does, with the options that all commands have."""

VERBS = {
    "accept": "suggestions: make one row, or a transfer, of two",
    "reject": "suggestions: leave them, for good",
    "apply": "accounts: remove the rows whose removal is held",
    "dismiss": "accounts: keep the rows whose removal is held",
    "take": "transactions: what the bank says becomes the value",
    "keep": "transactions: your own value stays",
    "restore": "transactions that the bank took back: they count again",
    "let-go": "transactions that the bank took back: out of sight",
    "merge": "two transactions: make one of them, the first stays",
    "unmerge": "a transaction: take its newest merge apart",
    "pair": "two transactions: a transfer between own accounts",
    "part": "a transaction: it is no transfer",
}
"""What can be decided, and about what."""


def add_ledger_commands(add: Add) -> None:
    """Add `edit`, `history`, `undo`, `redo` and `review`."""
    _add_edit(add)
    history = add("history", "what became of a transaction: who changed what, and what the bank said")
    history.add_argument("id", type=int, metavar="ID", help="its number (see transactions)")
    shape = history.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="as JSON")
    shape.add_argument("--raw", action="store_true", help="with the rows as the bank's service sent them")

    delete = add("delete", "delete transactions: no bank and no file brings them back; `undelete` does")
    delete.add_argument("ids", nargs="+", type=int, metavar="ID", help="their numbers (see transactions)")
    undelete = add("undelete", "let transactions count again that you deleted")
    undelete.add_argument("ids", nargs="+", type=int, metavar="ID", help="their numbers (see deleted)")
    deleted = add("deleted", "list the transactions that you deleted")
    deleted.add_argument("--json", action="store_true", help="as JSON")

    undo = add("undo", "take back what you did last, or a command or sync by its number")
    which = undo.add_mutually_exclusive_group()
    which.add_argument("--run", type=int, metavar="N", help="what this sync decided (see history)")
    which.add_argument("--command", dest="command_id", type=int, metavar="N", help="this command")
    add("redo", "take the last undo back")

    review = add("review", "what waits for your decision, and decisions")
    review.add_argument("verb", nargs="?", choices=list(VERBS), metavar="DECISION", help=", ".join(VERBS))
    review.add_argument("ids", nargs="*", type=int, metavar="ID", help="what it is about")
    review.add_argument(
        "--field", action="append", default=[], help="with take and keep: only this field (may be repeated)"
    )
    review.add_argument("--json", action="store_true", help="list as JSON")
    review.formatter_class = argparse.RawDescriptionHelpFormatter
    review.epilog = "Decisions:\n" + "\n".join(f"  {verb:<8} {text}" for verb, text in VERBS.items())


def _add_edit(add: Add) -> None:
    edit = add("edit", 'change transactions; "" as a value takes your word back')
    edit.add_argument("ids", nargs="+", type=int, metavar="ID", help="their numbers (see transactions)")
    for name, text in (("payee", "who it was with"), ("category", "its category"), ("note", "a note")):
        edit.add_argument(f"--{name}", metavar="TEXT", help=text)
    edit.add_argument(
        "--amount", metavar="AMOUNT", help="of one that only you told of: 12.50 is spent, +12.50 comes in"
    )
    edit.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day that counts for you")
    edit.add_argument("--tag", action="append", default=[], metavar="TAG", help="add a tag (may be repeated)")
    edit.add_argument("--untag", action="append", default=[], metavar="TAG", help="take a tag off")
    sight = edit.add_mutually_exclusive_group()
    sight.add_argument("--hide", action="store_true", default=None, help="leave it out of sums by category")
    sight.add_argument("--show", dest="hide", action="store_false", default=None, help="count it there again")
    seen = edit.add_mutually_exclusive_group()
    seen.add_argument("--reviewed", action="store_true", default=None, help="mark it as looked at")
    seen.add_argument("--not-reviewed", dest="reviewed", action="store_false", default=None, help="or not")
    parts = edit.add_mutually_exclusive_group()
    parts.add_argument(
        "--split",
        action="append",
        metavar="AMOUNT:CATEGORY[:NOTE]",
        help="a part of it, without a sign in the direction of the whole (repeat for each part)",
    )
    parts.add_argument("--unsplit", action="store_true", help="no parts")


def _day(text: str) -> date | str:
    """Read a day; "" takes the user's word back, as it does everywhere."""
    return date.fromisoformat(text) if text else ""
