"""What undoing means, apart from where things are kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from budgetsync.domain.ids import CommandId

Stored = str | int | None

UNDO, REDO = "undo", "redo"
"""Kinds of the commands that take another one back, and that take an undo back."""
_WORDS = frozenset({UNDO.capitalize(), REDO.capitalize()})
FINAL = "forget"
"""Kind of the commands that cannot be taken back: what they deleted is gone."""

IMPORT, ENTRY = "import", "entry"
"""Kinds of the commands that brought observations: a statement file, a row that the user typed."""

EDIT = "edit "
"""How the kinds of the commands begin that changed fields; the fields' names follow."""

_BASES = {"category_id": "category", "transacted_on": "date", "bank_removed": "state"}
_ALONE = ("suggestion:", "held:")


@dataclass(frozen=True, slots=True)
class CommandName:
    """A command that can be taken back or carried out again.

    Attributes:
        id: What is given to `undo_command`.
        thing: What was done at first, however often it was undone and redone: "Category of 12 transactions".
    """

    id: CommandId
    thing: str


@dataclass(frozen=True, slots=True)
class Undoable:
    """What undo and redo would do next; None where there is nothing."""

    undo: CommandName | None = None
    redo: CommandName | None = None


def kind_of_undoing(kind: str) -> str:
    """Name what undoes a command of a kind: undoing an undo is a redo."""
    return REDO if kind == UNDO else UNDO


def name_undoing(kind: str, description: str) -> str:
    """Describe what undoes a command: "Undo: Note of Cafe" becomes "Redo: Note of Cafe", however often."""
    for joint in (": ", " of sync run "):
        before, found, thing = description.partition(joint)
        if found and before in _WORDS:
            return f"{kind.capitalize()}{joint}{thing}"
    return f"{kind.capitalize()}: {description}"


def thing_of(description: str) -> str:
    """Name what was undone or redone: "Undo: Note of Cafe" is about "Note of Cafe"."""
    before, found, thing = description.partition(": ")
    if found and before in _WORDS:
        return thing
    before, found, number = description.partition(" of sync run ")
    return f"Sync run {number}" if found and before in _WORDS else description


def group_of(field: str) -> str:
    """Name what a stored field belongs to: a value, who chose it and what the bank says go together."""
    if field.startswith(_ALONE):
        return field
    return _BASES.get(field, field.partition(":")[0])


def may_take_back(given: Mapping[str, Stored], now: Mapping[str, Stored]) -> bool:
    """Tell whether a group of fields still is what the undone thing made it: later edits are kept.

    Args:
        given: What the undone thing gave, by stored field.
        now: What the row says now.
    """
    return all(
        _same(field, value, now.get(field)) for field, value in given.items() if not field.endswith(":bank")
    )


def _same(field: str, given: Stored, now: Stored) -> bool:
    if field == "splits" and given is not None and now is not None:
        # The last part follows the row's amount: that is the bank's doing, not a later edit.
        return _without_last_amount(str(given)) == _without_last_amount(str(now))
    if field.endswith(":choice") and given is not None and now is not None:
        # When it was chosen does not matter: the value is compared, and whose it is.
        return bool(json.loads(str(given))["source"] == json.loads(str(now))["source"])
    return to_text(given) == to_text(now)


def to_text(value: Stored) -> str | None:
    """The form in which the audit keeps a value."""
    return None if value is None else str(value)


def _without_last_amount(splits: str) -> list[dict[str, Stored]]:
    parts: list[dict[str, Stored]] = json.loads(splits)
    return [*parts[:-1], {**parts[-1], "amount": None}]
