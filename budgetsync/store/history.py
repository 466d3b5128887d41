"""Loads the history of one row, put into words, and the raw rows that it was made of."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from peewee import SqliteDatabase

from budgetsync.domain.category import describe
from budgetsync.domain.errors import UsageError
from budgetsync.domain.history import History, HistoryEntry, ObservationRecord
from budgetsync.domain.ids import CommandId, ObservationId, RunId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.sync import Trigger
from budgetsync.domain.transaction import FieldSource, TransactionState
from budgetsync.store.changes import CREATION, JOINED
from budgetsync.store.convert import to_instant
from budgetsync.store.payloads import unpack
from budgetsync.store.raw import connection_of
from budgetsync.store.transactions import load_some

_CHANGES = """
SELECT c.field, c.old, c.new, c.source, c.changed_at, c.run_id, r.trigger, c.command_id, m.description,
       ifnull(r.undone_by, m.undone_by)
FROM change c
LEFT JOIN sync_run r ON r.id = c.run_id
LEFT JOIN command m ON m.id = c.command_id
WHERE c.transaction_id = ? ORDER BY c.id
"""
_OBSERVATIONS = """
SELECT o.id, s.source, s.source_account_id, o.source_transaction_id, o.state, o.amount, o.currency, o.transacted_on,
       o.posted_on, o.merchant, o.original_description, o.provider_category, o.joined_by, o.first_run, o.last_run
FROM observation o JOIN source_account s ON s.id = o.source_account
WHERE o.transaction_id = ? ORDER BY o.id
"""
_NAMES = {
    "category_id": "category",
    "transacted_on": "date",
    "bank_removed": "taken back by the bank",
    CREATION: "created",
}


def load_history(db: SqliteDatabase, number: TransactionId) -> History:
    """Load what became of a row.

    Raises:
        UsageError: There is no such row.
    """
    found = load_some(db, [number])
    if not found:
        message = f"There is no transaction {number}."
        raise UsageError(message, action="See `budgetsync transactions` for the rows and their numbers.")
    words = _Words(db, found[0].amount.currency)
    connection = connection_of(db)
    entries = [
        HistoryEntry(
            field=words.name(field),
            old=words.say(field, old),
            new=words.say(field, new),
            source=FieldSource(source),
            at=to_instant(at),
            run_id=None if run_id is None else RunId(run_id),
            trigger=None if trigger is None else Trigger(trigger),
            command_id=None if command_id is None else CommandId(command_id),
            description=description or "",
            undone=undone_by is not None,
        )
        for field, old, new, source, at, run_id, trigger, command_id, description, undone_by in connection.execute(
            _CHANGES, (number,)
        )
        if not _is_inside(field, old, new)
    ]
    observations = [_to_record(row) for row in connection.execute(_OBSERVATIONS, (number,))]
    return History(found[0], tuple(entries), tuple(observations))


def load_payload(db: SqliteDatabase, observation_id: ObservationId) -> str:
    """Load what a source sent, as it came.

    Raises:
        UsageError: There is no such observation.
    """
    row = (
        connection_of(db)
        .execute(
            "SELECT b.content, o.payload_place FROM observation o JOIN payload_block b ON b.id = o.payload_block "
            "WHERE o.id = ?",
            (observation_id,),
        )
        .fetchone()
    )
    if row is None:
        message = f"There is no observation {observation_id}."
        raise UsageError(message, action="See the history of a transaction for its observations.")
    block, place = row
    return str(unpack(block)[place], "utf-8")


class _Words:
    """Puts stored fields and values into words."""

    def __init__(self, db: SqliteDatabase, currency: str) -> None:
        self._currency = currency
        self._categories = {
            str(number): str(name)
            for number, name in connection_of(db).execute("SELECT id, name FROM category")
        }

    def name(self, field: str) -> str:
        """Name a stored field as the user knows it."""
        base, _, rest = field.partition(":")
        if rest == "bank":
            return f"{base}, as the bank says"
        if base in {"observation", "held", "suggestion"}:
            return {"observation": "the bank's row", "held": "removal held", "suggestion": "suggestion"}[base]
        return _NAMES.get(field, field.replace("_", " "))

    def say(self, field: str, value: str | None) -> str | None:
        """Put a stored value into words."""
        if value is None:
            return None
        match field:
            case "amount" | "splits:bank":
                return self._money(int(value))
            case "hidden" | "reviewed" | "bank_removed":
                return "yes" if value == "1" else "no"
            case "category_id":
                return self._categories.get(value, value)
            case "provider_category" | "category:bank":
                return describe(value)
            case _:
                return self._say_structure(field, value)

    def _say_structure(self, field: str, value: str) -> str:
        kind = field.partition(":")[0]
        if kind == JOINED:
            return value.partition(":")[0]
        if kind not in {"tags", "splits", "transfer", "observations", "suggestion"}:
            return value
        stored = json.loads(value)
        said: dict[str, Callable[[], str]] = {
            "tags": lambda: ", ".join(stored),
            "splits": lambda: "; ".join(self._part(part) for part in stored),
            "transfer": lambda: f"with transaction {stored['with']}",
            "observations": lambda: " + ".join(str(one) for one, _ in stored),
            "suggestion": lambda: f"{stored[0]} (transaction {field.rpartition(':')[2]})",
        }
        return said[kind]()

    def _part(self, part: dict[str, Any]) -> str:
        category = self._categories.get(str(part["category_id"]), "")
        return " ".join(filter(None, (self._money(part["amount"]), category, part["note"])))

    def _money(self, minor: int) -> str:
        return f"{Money(minor, self._currency).decimal:f}"


def _is_inside(field: str, old: str | None, new: str | None) -> bool:
    """Tell what only undo needs: who chose a field can be read off each entry, what hangs where is said once."""
    return field.endswith(":choice") or (field.startswith("observation:") and None in {old, new})


def _to_record(row: tuple[Any, ...]) -> ObservationRecord:
    (number, source, account, name, state, minor, currency, transacted_on, posted_on, *rest) = row
    merchant, description, category, joined_by, first_run, last_run = rest
    return ObservationRecord(
        id=ObservationId(number),
        source=source,
        source_account_id=account,
        source_transaction_id=name,
        state=TransactionState(state),
        amount=Money(minor, currency),
        transacted_on=date.fromisoformat(transacted_on),
        posted_on=None if posted_on is None else date.fromisoformat(posted_on),
        merchant=merchant,
        original_description=description,
        provider_category=category,
        joined_by=joined_by,
        first_run=RunId(first_run),
        last_run=RunId(last_run),
    )
