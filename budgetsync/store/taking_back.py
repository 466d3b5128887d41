"""How a set of changes is taken back: field by field, except for what was changed since."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.ids import CommandId, TransactionId
from budgetsync.domain.transaction import FieldSource
from budgetsync.domain.undo import Stored, group_of, may_take_back, to_text
from budgetsync.store import tables
from budgetsync.store.changes import CREATION, JOINED
from budgetsync.store.journal import Journal
from budgetsync.store.merges import carry_choices, followers, settle
from budgetsync.store.raw import connection_of
from budgetsync.store.row_images import put

_PROVIDERS = frozenset(
    {
        "state",
        "amount",
        "currency",
        "transacted_on",
        "posted_on",
        "merchant",
        "original_description",
        "provider_category",
        "bank_removed",
    }
)
"""Columns that follow from a row's observations."""


class Given(NamedTuple):
    """What the undone thing did to one field of one row."""

    old: Stored
    new: Stored


_NOTHING = Given(None, None)
Changes = dict[TransactionId, dict[str, Given]]


def take_back(journal: Journal, changes: Changes) -> None:
    """Put back what still is as it was given: first what hangs where, then values, then what follows from both."""
    before = {number: dict(journal.touch(number)) for number in changes}
    moved, emptied = _move_back(journal, changes)
    pairs: list[tuple[TransactionId, Stored]] = []
    for number, fields in changes.items():
        for group in _groups(fields):
            given = {field: one.new for field, one in group.items()}
            follows = number in moved and given.keys() <= _PROVIDERS
            if follows or not may_take_back(given, before[number]):
                continue
            if "transfer" in group:
                pairs.append((number, group["transfer"].old))
            else:
                _put_group(journal, number, group, moved)
    for number in moved:
        settle(journal.connection, number)
        if to_text(changes[number].get("bank_removed", _NOTHING).old) == "1":
            _show_again(journal, number)
    for source, target in emptied:
        carry_choices(journal.connection, source, target)
    # Pairs are taken apart before others are made, and made when both halves say what they will say.
    for number, pair in sorted(pairs, key=lambda one: one[1] is not None):
        put(journal.connection, number, "transfer", pair)


def _put_group(
    journal: Journal, number: TransactionId, group: dict[str, Given], moved: set[TransactionId]
) -> None:
    for field in sorted(group, key=_order):
        put(journal.connection, number, field, group[field].old)
    if "date:choice" in group and number not in moved:
        settle(journal.connection, number)  # the bank may have changed its mind about the day since


def _show_again(journal: Journal, number: TransactionId) -> None:
    """Bring a row into sight that the bank had taken back after an edit, if it still is one."""
    journal.connection.execute(
        "UPDATE \"transaction\" SET bank_removed = 1 WHERE id = ? AND state = 'REMOVED'", (number,)
    )


def _move_back(
    journal: Journal, changes: Changes
) -> tuple[set[TransactionId], list[tuple[TransactionId, TransactionId]]]:
    """Hang observations where they hung, and let them say what they said, as far as nothing moved them since.

    Returns:
        The rows concerned, and which of them lost its last observation to which.
    """
    connection = journal.connection
    moved: set[TransactionId] = set()
    emptied: list[tuple[TransactionId, TransactionId]] = []
    for number, fields in changes.items():
        for field, given in fields.items():
            if not field.startswith("observation:") or given.old is None or given.new is None:
                continue  # where it hangs is told by `observations`
            if _is_now(journal, field, given.new):
                put(connection, number, field, given.old)
                moved.add(number)
        hung = left_of(fields.get("observations", _NOTHING))
        for observation, joined_by in hung:
            row = row_of(journal, observation)
            if row == number or row not in changes:
                continue
            there = changes[row].get("observations", _NOTHING).old
            stayed = {one for one, _ in json.loads(str(there or "[]"))}
            for one in followers(connection, row, observation):
                if one in stayed:
                    continue  # it hung there before
                connection.execute("UPDATE observation SET transaction_id = ? WHERE id = ?", (number, one))
            connection.execute("UPDATE observation SET joined_by = ? WHERE id = ?", (joined_by, observation))
            moved |= {row, number}
            if not connection.execute(
                "SELECT EXISTS (SELECT 1 FROM observation WHERE transaction_id = ?)", (row,)
            ).fetchone()[0]:
                emptied.append((row, number))
    return moved, emptied


def _groups(fields: dict[str, Given]) -> Iterable[dict[str, Given]]:
    groups: dict[str, dict[str, Given]] = defaultdict(dict)
    for field, given in fields.items():
        if field in {CREATION, JOINED, "observations"} or field.startswith("observation:"):
            continue
        groups[group_of(field)][field] = given
    return groups.values()


def _order(field: str) -> tuple[bool, bool]:
    """Values before who chose them, and that before what the bank says of it."""
    return field.endswith(":bank"), field.endswith(":choice")


def load_changes(db: SqliteDatabase, column: str, number: int, but: FieldSource | None = None) -> Changes:
    """Load the changes of a run or command; of several of one field, the first old and the last new value."""
    found: Changes = defaultdict(dict)
    change = tables.Change
    rows = change.select().where(getattr(change, column) == number).order_by(change.id)
    if but is not None:
        rows = rows.where(change.source != but.value)
    if column == "run_id":
        rows = rows.where(change.field != CREATION)  # the partial index; a first run has 100,000 of those
    for row in rows.execute(db):
        fields = found[TransactionId(row.transaction_id)]
        known = fields.get(row.field)
        fields[row.field] = Given(row.old if known is None else known.old, row.new)
    return dict(found)


def load_changes_of_some(
    db: SqliteDatabase, command_id: CommandId, after: int, rows: int
) -> tuple[Changes, int | None]:
    """Load what a command changed of some rows, in the order in which it did.

    Args:
        after: The place up to which it was loaded before; 0 = from the beginning.
        rows: How many changes are enough; those of one row come together.

    Returns:
        The changes, and the place up to which they are; None when nothing is left behind it.
    """
    select = (
        "SELECT id, transaction_id, field, old, new FROM change WHERE command_id = ? AND id > ? "
        "ORDER BY id LIMIT ?"
    )
    told = connection_of(db).execute(select, (command_id, after, rows + 1)).fetchall()
    place = None
    if len(told) > rows:
        last = told[-1][1]
        told = [one for one in told if one[1] != last]  # the rest of that row is not among them
        place = told[-1][0]
    found: Changes = defaultdict(dict)
    for _, number, field, old, new in told:
        known = found[TransactionId(number)].get(field)
        found[TransactionId(number)][field] = Given(old if known is None else known.old, new)
    return dict(found), place


def left_of(given: Given) -> list[tuple[int, str | None]]:
    """The observations that hung on a row before and left it."""
    old: list[tuple[int, str | None]] = json.loads(str(given.old or "[]"))
    stayed = {one for one, _ in json.loads(str(given.new or "[]"))}
    return [(one, joined_by) for one, joined_by in old if one not in stayed]


def _is_now(journal: Journal, field: str, value: Stored) -> bool:
    state = journal.connection.execute(
        "SELECT state FROM observation WHERE id = ?", (int(field.partition(":")[2]),)
    ).fetchone()
    return bool(state[0] == value)


def row_of(journal: Journal, observation: int) -> TransactionId:
    """The row that an observation hangs on now."""
    row = journal.connection.execute(
        "SELECT transaction_id FROM observation WHERE id = ?", (observation,)
    ).fetchone()
    return TransactionId(row[0])
