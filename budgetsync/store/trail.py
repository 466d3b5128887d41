"""Loads the audit trail, newest first and page by page, however long it is.

A page is found by the number of the change before it. Where a filter has no index, a page looks at one stretch of the
trail at most and says where the next one goes on: so no look keeps other searches waiting, and can be given up.
"""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from peewee import SqliteDatabase

from budgetsync.domain.activity import (
    AuditEntry,
    AuditFilter,
    AuditPage,
    ChangedField,
    Part,
    Value,
    Who,
)
from budgetsync.domain.category import describe
from budgetsync.domain.ids import AccountId, CommandId, RunId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.sync import Trigger
from budgetsync.domain.transaction import FieldSource, TransactionState
from budgetsync.store.activity import title_of
from budgetsync.store.changes import CREATION, JOINED
from budgetsync.store.convert import to_instant, to_millis
from budgetsync.store.raw import connection_of

STRETCH = 10_000
"""Changes that one page looks at where it needs their rows."""
LONG_STRETCH = 50_000
"""The same where what is asked stands in the change itself."""

_FIELDS = {
    CREATION: ChangedField.CREATED,
    JOINED: ChangedField.JOINED,
    "payee": ChangedField.PAYEE,
    "category": ChangedField.CATEGORY,
    "category_id": ChangedField.CATEGORY,
    "note": ChangedField.NOTE,
    "tags": ChangedField.TAGS,
    "splits": ChangedField.PARTS,
    "date": ChangedField.DATE,
    "transacted_on": ChangedField.DATE,
    "hidden": ChangedField.HIDDEN,
    "reviewed": ChangedField.REVIEWED,
    "transfer": ChangedField.TRANSFER,
    "state": ChangedField.STATE,
    "amount": ChangedField.AMOUNT,
    "currency": ChangedField.CURRENCY,
    "posted_on": ChangedField.BOOKED,
    "merchant": ChangedField.MERCHANT,
    "original_description": ChangedField.DESCRIPTION,
    "provider_category": ChangedField.BANK_CATEGORY,
    "bank_removed": ChangedField.TAKEN_BACK,
    "observations": ChangedField.SOURCES,
    "observation": ChangedField.SOURCES,
    "held": ChangedField.QUESTION,
    "suggestion": ChangedField.QUESTION,
}
"""By the stored field, or by what stands before its colon."""
_SELECT = """
SELECT c.id, c.changed_at, c.source, c.field, c.old, c.new, c.run_id, r.trigger, i.institution_name,
       c.command_id, m.description, ifnull(r.undone_by, m.undone_by),
       t.id, ifnull(t.payee, t.merchant), t.original_description, t.amount, t.currency, t.transacted_on,
       a.id, a.name, a.mask
FROM {changes}
CROSS JOIN "transaction" t ON t.id = c.transaction_id
CROSS JOIN account a ON a.id = t.account_id
LEFT JOIN sync_run r ON r.id = c.run_id
LEFT JOIN item i ON i.id = r.item_id
LEFT JOIN command m ON m.id = c.command_id
WHERE {where} ORDER BY {order} LIMIT ?
"""
_TOLD = (
    "c.field NOT GLOB '*:choice' AND NOT (c.field GLOB 'observation:*' AND (c.old IS NULL OR c.new IS NULL))"
)
"""Leaves out what only undo needs: who chose a field is told by the change, what hangs where is said once."""
_BY_PROGRAM = f"(c.source <> '{FieldSource.PROVIDER}' OR c.field = '{JOINED}')"
_WHO = {
    Who.YOU: "c.command_id IS NOT NULL",
    Who.BANK: f"c.run_id IS NOT NULL AND NOT {_BY_PROGRAM}",
    Who.PROGRAM: f"c.run_id IS NOT NULL AND {_BY_PROGRAM}",
}
_WORD = """(
    t.payee LIKE ?{n} ESCAPE '\\' OR t.merchant LIKE ?{n} ESCAPE '\\' OR t.original_description LIKE ?{n} ESCAPE '\\'
    OR c.old LIKE ?{n} ESCAPE '\\' OR c.new LIKE ?{n} ESCAPE '\\' OR m.description LIKE ?{n} ESCAPE '\\'
    OR (c.field = 'category_id' AND EXISTS (SELECT 1 FROM category k WHERE k.name LIKE ?{n} ESCAPE '\\'
        AND k.id IN (c.old, c.new))))
"""


def load_trail(db: SqliteDatabase, wanted: AuditFilter, limit: int, before: int | None = None) -> AuditPage:
    """Load the newest changes that fit, or those before one."""
    connection = connection_of(db)
    (newest,) = connection.execute("SELECT ifnull(max(id), 0) FROM change").fetchone()
    end = newest + 1 if before is None else before
    asked = _Asked(wanted)
    changes, order, floor = "change c", "c.id DESC", 0
    if wanted.transaction_id is not None:
        changes = "change c INDEXED BY change_by_transaction"
    elif wanted.command_id is not None or wanted.who is Who.YOU:
        # Commands come one after the other, and each has its changes in a row: their order is that of the changes.
        changes, order = "change c INDEXED BY change_by_command", "c.command_id DESC, c.id DESC"
    else:
        floor = max(0, end - (STRETCH if asked.needs_rows else LONG_STRETCH))
    asked.add("c.id < {}", end)
    asked.add("c.id >= {}", floor)
    sql = _SELECT.format(changes=changes, where=" AND ".join(asked.conditions), order=order)
    rows = connection.execute(sql, [*asked.values, limit]).fetchall()
    names = {str(number): str(name) for number, name in connection.execute("SELECT id, name FROM category")}
    entries = tuple(_to_entry(row, names) for row in rows)
    if len(entries) == limit:
        return AuditPage(entries, entries[-1].id, newest)
    return AuditPage(entries, floor if floor > 1 else None, newest)


class _Asked:
    """A filter as conditions of SQL."""

    def __init__(self, wanted: AuditFilter) -> None:
        self.conditions = [_TOLD]
        self.values: list[object] = []
        self.needs_rows = bool(wanted.text) or wanted.account_id is not None or wanted.item_id is not None
        if wanted.who is not None:
            self.conditions.append(_WHO[wanted.who])
        if wanted.fields:
            self.conditions.append(_fields(wanted.fields))
        for condition, value in (
            ("c.run_id = {}", wanted.run_id),
            ("c.command_id = {}", wanted.command_id),
            ("c.transaction_id = {}", wanted.transaction_id),
            ("t.account_id = {}", wanted.account_id),
            (
                "t.account_id IN (SELECT s.account_id FROM source_account s WHERE s.item_id = {})",
                wanted.item_id,
            ),
            ("c.changed_at >= {}", None if wanted.since is None else to_millis(wanted.since)),
            ("c.changed_at < {}", None if wanted.until is None else to_millis(wanted.until)),
        ):
            if value is not None:
                self.add(condition, value)
        for word in wanted.text.split():
            literal = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
            self.values.append(f"%{literal}%")
            self.conditions.append(_WORD.format(n=len(self.values)))

    def add(self, condition: str, value: object) -> None:
        """Ask for something more, with a value in the place of the braces."""
        self.values.append(value)
        self.conditions.append(condition.format(f"?{len(self.values)}"))


def _fields(wanted: frozenset[ChangedField]) -> str:
    """Ask for fields by their stored names, which are this module's own, in SQL."""
    names = sorted(name for name, field in _FIELDS.items() if field in wanted)
    exact = ", ".join(f"'{name}'" for name in names)
    begins = "".join(f" OR c.field GLOB '{name}:*'" for name in names if name != CREATION)
    return f"(c.field IN ({exact}){begins})"


def _to_entry(row: tuple[Any, ...], categories: dict[str, str]) -> AuditEntry:
    number, at, source, stored, old, new, run, trigger, bank, command, description, undone, *about = row
    transaction, payee, text, minor, currency, day, account, name, mask = about
    base, _, rest = stored.partition(":")
    values = _Values(stored, currency, categories)
    by_program = source != FieldSource.PROVIDER or stored == JOINED
    return AuditEntry(
        id=number,
        at=to_instant(at),
        who=Who.YOU if command is not None else Who.PROGRAM if by_program else Who.BANK,
        transaction_id=TransactionId(transaction),
        payee=payee or text,
        amount=Money(minor, currency),
        day=date.fromisoformat(day),
        account_id=AccountId(account),
        account=title_of(name, mask),
        field=_FIELDS.get(base, ChangedField.SOURCES),
        banks=rest == "bank",
        old=values.read(old),
        new=values.read(new),
        run_id=None if run is None else RunId(run),
        trigger=None if trigger is None else Trigger(trigger),
        bank=bank or "",
        command_id=None if command is None else CommandId(command),
        description=description or "",
        undone_by=None if undone is None else CommandId(undone),
    )


class _Values:
    """Reads the stored values of one field."""

    def __init__(self, stored: str, currency: str, categories: dict[str, str]) -> None:
        self._stored, self._currency, self._categories = stored, currency, categories
        self._readers: dict[str, Callable[[str], Value]] = {
            "amount": lambda text: Money(int(text), currency),
            "splits": lambda text: tuple(self._part(one) for one in json.loads(text)),
            "category_id": lambda text: categories.get(text, text),
            "tags": lambda text: tuple(map(str, json.loads(text))),
            "transfer": lambda text: int(json.loads(text)["with"]),
            "suggestion": lambda text: str(json.loads(text)[0]),
            "observations": lambda text: len(json.loads(text)),
            JOINED: lambda text: text.partition(":")[0],
            **dict.fromkeys(("hidden", "reviewed", "bank_removed"), lambda text: text == "1"),
            **dict.fromkeys(("transacted_on", "posted_on", "date"), date.fromisoformat),
            **dict.fromkeys(("state", "observation"), TransactionState),
            **dict.fromkeys(("category", "provider_category"), describe),
        }

    def read(self, value: str | None) -> Value | None:
        """Read a stored value; one that makes no sense is given as it stands."""
        if value is None:
            return None
        base, _, rest = self._stored.partition(":")
        wanted = "amount" if (base, rest) == ("splits", "bank") else base
        reader = self._readers.get(wanted)
        try:
            return value if reader is None else reader(value)
        except (ValueError, KeyError, TypeError):
            return value

    def _part(self, stored: dict[str, Any]) -> Part:
        category = self._categories.get(str(stored["category_id"]), "")
        return Part(Money(stored["amount"], self._currency), category, stored["note"] or "")
