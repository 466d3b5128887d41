"""Commands about how the program is, and about what was kept aside."""

import argparse
import sys
from collections.abc import Awaitable, Callable
from typing import Any

from budgetsync import __version__
from budgetsync.cli import health_output, output
from budgetsync.cli.session import DONE, NOT_SYNCED, follow, names
from budgetsync.core import Core
from budgetsync.domain.dead_letter import (
    DeadLetter,
    LetterFilter,
    LetterKind,
    LetterState,
    Redrive,
    RedriveReport,
)
from budgetsync.domain.ids import ItemId
from budgetsync.domain.letter_text import details

_OUTCOMES = {
    Redrive.SOLVED: "is solved: what was kept aside is in the ledger.",
    Redrive.QUEUED: "is tried again by the next sync of its connection.",
    Redrive.FAILED: "could not be dealt with this time either.",
    Redrive.POISON: "was not tried: this version of BudgetSync has failed at it twice. "
    "Update BudgetSync, insist (--insist), or discard it.",
}


async def health(core: Core, chosen: argparse.Namespace) -> int:
    """`health`: how the program is."""
    found = await core.health()
    if chosen.json:
        output.print_json(health_output.health_fields(found))
    else:
        health_output.print_health(found)
    return DONE


async def dead_letters(core: Core, chosen: argparse.Namespace) -> int:
    """`dead-letters`: what was kept aside."""
    commands: dict[str, Callable[[Core, argparse.Namespace], Awaitable[int]]] = {
        "list": _list,
        "retry": _retry,
        "discard": _discard,
        "restore": _restore,
        "copy": _copy,
    }
    return await commands[chosen.letters_command or "list"](core, chosen)


async def _list(core: Core, chosen: argparse.Namespace) -> int:
    letters = await core.letters.find(_filter(chosen))
    if getattr(chosen, "json", False):
        output.print_json([_fields(letter) for letter in letters])
    elif not letters:
        sys.stdout.write("Nothing is kept aside.\n")
    else:
        for letter in letters:
            _print(letter)
    return DONE


async def _retry(core: Core, chosen: argparse.Namespace) -> int:
    if chosen.letter is None:
        report = await core.letters.retry_all(_filter(chosen))
    else:
        outcome = await core.letters.retry(chosen.letter, insist=chosen.insist)
        report = RedriveReport(((chosen.letter, outcome),))
    if report.count(Redrive.QUEUED):
        await _wait(core, report)
    if getattr(chosen, "json", False):
        output.print_json([{"letter": number, "outcome": one.value} for number, one in report.outcomes])
    elif not report.outcomes:
        sys.stdout.write("Nothing that is open is kept aside.\n")
    for number, one in () if getattr(chosen, "json", False) else report.outcomes:
        sys.stdout.write(f"Letter {number} {_OUTCOMES[one]}\n")
    left = report.count(Redrive.FAILED) + report.count(Redrive.POISON)
    return NOT_SYNCED if left else DONE


async def _wait(core: Core, report: RedriveReport) -> None:
    """See the syncs through: a command that is gone carries none out."""
    asked = [number for number, one in report.outcomes if one is Redrive.QUEUED]
    known = names(await core.overview())
    of_letters = [(await core.letters.get(number)).item_id for number in asked]
    await follow(core, [item for item in dict.fromkeys(of_letters) if item is not None and item in known])


async def _discard(core: Core, chosen: argparse.Namespace) -> int:
    await core.letters.discard(chosen.letter)
    sys.stdout.write(
        f"Letter {chosen.letter} is put away. `budgetsync dead-letters restore {chosen.letter}` brings it back.\n"
    )
    return DONE


async def _restore(core: Core, chosen: argparse.Namespace) -> int:
    await core.letters.take_back(chosen.letter)
    sys.stdout.write(f"Letter {chosen.letter} is open again.\n")
    return DONE


async def _copy(core: Core, chosen: argparse.Namespace) -> int:
    sys.stdout.write(details(await core.letters.get(chosen.letter), __version__) + "\n")
    return DONE


def _filter(chosen: argparse.Namespace) -> LetterFilter:
    usual = LetterFilter()
    kind, state = getattr(chosen, "kind", None), getattr(chosen, "state", None)
    item = getattr(chosen, "item", None)
    states = (
        frozenset(LetterState)
        if state == "all"
        else frozenset({LetterState(state)})
        if state
        else usual.states
    )
    return LetterFilter(
        kinds=frozenset({LetterKind(kind)}) if kind else usual.kinds,
        states=states,
        item_id=None if item is None else ItemId(item),
        search=getattr(chosen, "search", ""),
    )


def _print(letter: DeadLetter) -> None:
    trouble = letter.trouble
    action = trouble.action
    if letter.is_poison:
        action = "Discard it, or update BudgetSync: this version has failed at it twice."
    where = f" at {letter.institution}" if letter.institution else ""
    tries = "once" if letter.attempts == 1 else f"{letter.attempts} times"
    sys.stdout.write(
        f"{letter.id}  {letter.kind}{where}, {letter.state}, failed {tries}, "
        f"last {output.format_local(letter.last_seen_at)}\n"
        f"    {output.plain_text(trouble.title)}: {output.plain_text(trouble.message)} {action} [{trouble.code}]\n"
    )


def _fields(letter: DeadLetter) -> dict[str, Any]:
    return {
        "id": letter.id,
        "kind": letter.kind.value,
        "state": letter.state.value,
        "connection": letter.item_id,
        "institution": letter.institution or None,
        "run": letter.run_id,
        "error": output.trouble_fields(letter.trouble),
        "payload": letter.payload.splitlines(),
        "attempts": letter.attempts,
        "redrives": letter.redrives,
        "poison": letter.is_poison,
        "history": [
            {"at": output.instant_text(one.at), "code": one.code, "by_hand": one.by_hand}
            for one in letter.history
        ],
        "first_seen_at": output.instant_text(letter.first_seen_at),
        "last_seen_at": output.instant_text(letter.last_seen_at),
    }
