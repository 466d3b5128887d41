"""One command on the ledger: its rows are looked at before and after, and what differs is its audit.

So no command can change a row without saying so, and undo has all that it needs. Runs write their audit
themselves (`store/writer.py`), since they change 100,000 rows at once.
"""

import json
import sqlite3
from datetime import date, datetime

from peewee import SqliteDatabase

from budgetsync.domain.edits import Done
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, CommandId, RunId, TransactionId
from budgetsync.domain.transaction import FieldSource
from budgetsync.store import tables, transfers
from budgetsync.store.changes import CREATION, FieldChange, record
from budgetsync.store.convert import to_millis
from budgetsync.store.derived import Derived
from budgetsync.store.raw import connection_of
from budgetsync.store.row_images import Image, load_image, load_transfer


class Journal:
    """Follows one command from its first touch of a row to its audit. Lives inside one transaction.

    Args:
        begun: The command, where an earlier transaction wrote its first portion (`store/portions.py`).
    """

    def __init__(self, db: SqliteDatabase, kind: str, now: datetime, begun: CommandId | None = None) -> None:
        self.db = db
        self._begun = begun
        self.connection = connection_of(db)
        self.now = to_millis(now)
        self._kind = kind
        self._derived = Derived(db)
        self._before: dict[TransactionId, Image] = {}
        self._created: list[TransactionId] = []

    def touch(self, number: TransactionId) -> Image:
        """Say that a row is about to be changed; its other half, if it has one, with it.

        Returns:
            What it is before the command, however often it is touched.

        Raises:
            UsageError: There is no such row.
        """
        if number in self._before:
            return self._before[number]
        image = load_image(self.connection, number)
        if image is None:
            message = f"There is no transaction {number}."
            raise UsageError(message, action="Sync, and look for it again.")
        if number in self._created:
            return image
        self._derived.touch(number)
        self._before[number] = image
        if image["transfer"] is not None:
            self.touch(other_half(self.connection, number))
        return image

    def create_from(self, number: TransactionId) -> TransactionId:
        """Make a row in the account of another one, as yet empty: it says what its observations will say."""
        new = TransactionId(
            self.connection.execute(
                'INSERT INTO "transaction" (account_id, state, amount, currency, transacted_on, merchant, '
                "original_description) SELECT account_id, 'REMOVED', 0, currency, transacted_on, '', '' "
                'FROM "transaction" WHERE id = ?',
                (number,),
            ).lastrowid
            or 0
        )
        self._created.append(new)
        self._derived.created(new, new + 1)
        return new

    def create_in(self, account: AccountId, currency: str, on: date) -> TransactionId:
        """Make a row in an account, as yet empty: it says what its observations will say."""
        new = TransactionId(
            self.connection.execute(
                'INSERT INTO "transaction" (account_id, state, amount, currency, transacted_on, merchant, '
                "original_description) VALUES (?, 'REMOVED', 0, ?, ?, '', '')",
                (account, currency, on.isoformat()),
            ).lastrowid
            or 0
        )
        self._created.append(new)
        self._derived.created(new, new + 1)
        return new

    def look_at_new(self, number: TransactionId) -> None:
        """Take what a new row says now for what it was before the command: undo brings it to that."""
        self._before[number] = load_image(self.connection, number) or {}

    def write(
        self,
        description: str,
        *,
        undoes_run: RunId | None = None,
        undoes_command: CommandId | None = None,
    ) -> Done:
        """Write command and audit, and bring what is derived up to date. Without any change, write nothing."""
        transfers.delete_broken(self.db, self._before)
        changes: list[FieldChange] = []
        for number, before in self._before.items():
            after = load_image(self.connection, number) or {}
            changes += [
                FieldChange(number, field, before.get(field), after.get(field), FieldSource.USER)
                for field in dict.fromkeys((*before, *after))
                if before.get(field) != after.get(field)
            ]
        changes += [FieldChange(number, CREATION, None, None, FieldSource.USER) for number in self._created]
        if changes:
            self._derived.refresh()
        elif undoes_command is None or self._begun is not None:
            return Done(self._begun, description, kind=self._kind)
        command_id = self._begun or CommandId(
            tables.Command.insert(
                kind=self._kind,
                done_at=self.now,
                description=description,
                undoes_run=undoes_run,
                undoes_command=undoes_command,
            ).execute(self.db)
        )
        record(self.db, changes, at=self.now, command_id=command_id)
        numbers = tuple(dict.fromkeys(change.transaction_id for change in changes))
        return Done(command_id, description, numbers, self._accounts(numbers), self._kind)

    def _accounts(self, numbers: tuple[TransactionId, ...]) -> frozenset[AccountId]:
        found: set[AccountId] = set()
        for number in numbers:
            found.update(
                AccountId(account)
                for (account,) in self.connection.execute(
                    'SELECT account_id FROM "transaction" WHERE id = ?', (number,)
                )
            )
        return frozenset(found)


def other_half(connection: sqlite3.Connection, number: TransactionId) -> TransactionId:
    """The row that a half of a transfer is paired with; the caller knows that there is one."""
    found = json.loads(load_transfer(connection, number) or "{}")
    return TransactionId(found["with"])
