"""The commands that edit and explain rows, each a few lines over the core."""

import argparse
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from budgetsync.cli import ledger_output, output
from budgetsync.cli.session import DONE
from budgetsync.core import Core
from budgetsync.domain.edits import Done, Edit
from budgetsync.domain.errors import UsageError
from budgetsync.domain.export import row_fields
from budgetsync.domain.ids import AccountId, CommandId, RunId, TransactionId
from budgetsync.domain.money import Money, MoneyError, minor_units
from budgetsync.domain.own_entry import read_amount
from budgetsync.domain.transaction import Split


async def edit(core: Core, chosen: argparse.Namespace) -> int:
    """`edit`: the user's word about rows."""
    typed = {name: getattr(chosen, name) for name in ("payee", "category", "note")}
    wanted = Edit(add_tags=tuple(chosen.tag), remove_tags=tuple(chosen.untag))
    wanted = replace(wanted, **{name: text for name, text in typed.items() if text is not None})
    if chosen.date is not None:
        wanted = replace(wanted, date=chosen.date or None)
    if chosen.hide is not None:
        wanted = replace(wanted, hidden=chosen.hide)
    if chosen.reviewed is not None:
        wanted = replace(wanted, reviewed=chosen.reviewed)
    ids = [TransactionId(number) for number in chosen.ids]
    if chosen.unsplit:
        wanted = replace(wanted, splits=())
    elif chosen.split:
        rows = await core.transactions(ids)
        amount = rows[0].amount if rows else Money(0, "USD")
        wanted = replace(wanted, splits=tuple(_to_split(text, amount) for text in chosen.split))
    if chosen.amount is not None:
        tell(await _change_amount(core, ids, chosen.amount))
        if not wanted.changed:
            return DONE
    if not wanted.changed:
        message = "Nothing was said about what to change."
        raise UsageError(message, action="See `budgetsync edit --help` for what can be changed.")
    return tell(await core.edit_transactions(ids, wanted))


async def _change_amount(core: Core, ids: Sequence[TransactionId], typed: str) -> Done:
    rows = await core.transactions(ids)
    if len(rows) != 1 or len(ids) != 1:
        message = "An amount is changed of one transaction at a time."
        raise UsageError(message, action="Name one that there is.")
    return await core.change_entry(rows[0].id, amount=read_amount(typed, rows[0].amount.currency))


async def history(core: Core, chosen: argparse.Namespace) -> int:
    """`history`: what became of a row."""
    found = await core.history(TransactionId(chosen.id))
    if chosen.json:
        output.print_json(ledger_output.history_fields(found))
        return DONE
    ledger_output.print_history(found)
    if chosen.raw:
        for observation in found.observations:
            sys.stdout.write(f"\nObservation {observation.id} as it came:\n")
            sys.stdout.write(f"{await core.raw_payload(observation.id)}\n")
    return DONE


async def delete(core: Core, chosen: argparse.Namespace) -> int:
    """`delete`: rows that no source is to bring back."""
    return tell(await core.delete([TransactionId(number) for number in chosen.ids]))


async def undelete(core: Core, chosen: argparse.Namespace) -> int:
    """`undelete`: deleted rows count again."""
    return tell(await core.undelete([TransactionId(number) for number in chosen.ids]))


async def deleted(core: Core, chosen: argparse.Namespace) -> int:
    """`deleted`: what the user deleted."""
    rows = await core.deleted()
    if chosen.json:
        output.print_json([row_fields(row) for row in rows])
    else:
        output.print_transactions(rows)
    return DONE


async def undo(core: Core, chosen: argparse.Namespace) -> int:
    """`undo`: the last command, or one by its number, or what a sync decided."""
    if chosen.run is not None:
        return tell(await core.undo_run(RunId(chosen.run)))
    if chosen.command_id is not None:
        return tell(await core.undo_command(CommandId(chosen.command_id)))
    return tell(await core.undo_last())


async def redo(core: Core, _chosen: argparse.Namespace) -> int:
    """`redo`: the last undo taken back."""
    return tell(await core.redo_last())


async def review(core: Core, chosen: argparse.Namespace) -> int:
    """`review`: what is open, or a decision."""
    if chosen.verb is None:
        found = await core.review()
        if chosen.json:
            output.print_json(ledger_output.review_fields(found))
        else:
            ledger_output.print_review(found)
        return DONE
    ids: list[int] = chosen.ids
    _check_number(chosen.verb, ids)
    rows = [TransactionId(number) for number in ids]
    accounts = [AccountId(number) for number in ids]
    fields: Sequence[str] = chosen.field
    decide: dict[str, Callable[[], Awaitable[Done]]] = {
        "accept": lambda: core.accept(ids),
        "reject": lambda: core.reject(ids),
        "apply": lambda: core.apply_removals(accounts),
        "dismiss": lambda: core.dismiss_removals(accounts),
        "take": lambda: core.take_banks(rows, fields),
        "keep": lambda: core.keep_mine(rows, fields),
        "restore": lambda: core.restore(rows),
        "let-go": lambda: core.let_go(rows),
        "merge": lambda: core.merge(rows[0], rows[1]),
        "unmerge": lambda: core.unmerge(rows[0]),
        "pair": lambda: core.pair_transfer(rows[0], rows[1]),
        "part": lambda: core.part_transfer(rows[0]),
    }
    return tell(await decide[chosen.verb]())


def _check_number(verb: str, ids: list[int]) -> None:
    wanted = {"merge": 2, "pair": 2, "unmerge": 1, "part": 1}.get(verb)
    if not ids or (wanted is not None and len(ids) != wanted):
        number = {1: "one number", 2: "two numbers", None: "at least one number"}[wanted]
        message = f"`review {verb}` takes {number}."
        raise UsageError(message, action="See `budgetsync review` for what is open and its numbers.")


def tell(done: Done) -> int:
    """Say what a command did."""
    if done.command_id is None:
        sys.stdout.write("Nothing had to be changed.\n")
        return DONE
    rows = f"{len(done.transactions):,} row{'' if len(done.transactions) == 1 else 's'}"
    sys.stdout.write(f"{done.description} ({rows}, command {done.command_id}).\n")
    return DONE


def _to_split(text: str, whole: Money) -> Split:
    """Read AMOUNT:CATEGORY[:NOTE]; an amount without a sign goes in the direction of the whole."""
    amount, _, rest = text.partition(":")
    category, _, note = rest.partition(":")
    try:
        minor = minor_units(Decimal(amount), whole.currency)
    except (InvalidOperation, MoneyError):
        message = f"{amount!r} is no amount in {whole.currency}."
        raise UsageError(message, action="Write a part as AMOUNT:CATEGORY, such as 12.50:Food.") from None
    if not amount.strip().startswith(("+", "-")) and whole.minor < 0:
        minor = -minor
    return Split(minor, category.strip() or None, note.strip() or None)
