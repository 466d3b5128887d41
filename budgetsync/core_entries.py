"""The part of the facade for what the user enters by hand: rows, and accounts that no bank keeps."""

from datetime import date

from budgetsync.core_ledger import LedgerCommands
from budgetsync.domain.edits import Done
from budgetsync.domain.events import ChangeSet, LedgerChanged
from budgetsync.domain.ids import AccountId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.own_entry import OwnAccount, OwnEntry
from budgetsync.domain.sync import Counts
from budgetsync.store import own_entries


class EntryCommands(LedgerCommands):
    """Commands of the ledger, and those that bring rows into it by hand. Each row entered is one step of undo."""

    async def add_account(self, account: OwnAccount) -> AccountId:
        """Make an account that no bank keeps, such as a wallet; what it holds at first is its first row.

        Raises:
            UsageError: It has no name, or a type or currency that there is not.
        """
        made = await self._run_command(lambda db, now: own_entries.add_account(db, account, now))
        opening = Counts(added=1 if account.opening else 0)
        self._bus.publish(LedgerChanged(ChangeSet(frozenset({made}), (), complete=False, counts=opening)))
        return made

    async def add_transaction(self, entry: OwnEntry) -> Done:
        """Enter a row; when the bank tells of it later, the two become one.

        Raises:
            UsageError: There is no such account, it is in another currency, or something is missing.
        """
        return await self._command(lambda db, now: own_entries.add_entry(db, entry, now))

    async def change_entry(
        self,
        transaction_id: TransactionId,
        *,
        amount: Money | None = None,
        on: date | None = None,
        payee: str | None = None,
    ) -> Done:
        """Change amount, day or payee of a row that only the user told of.

        Raises:
            UsageError: There is no such row, a bank or a file tells of it too, or the value cannot be.
        """
        return await self._command(
            lambda db, now: own_entries.change_entry(
                db, transaction_id, now, amount=amount, on=on, payee=payee
            )
        )
