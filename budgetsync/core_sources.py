"""The part of the facade for accounts that several sources tell of."""

from budgetsync.core_ledger import LedgerCommands
from budgetsync.domain.account_source import AccountSource, AlikeAccounts
from budgetsync.domain.edits import Done
from budgetsync.domain.ids import AccountId, SourceAccountId
from budgetsync.store import alike_accounts, linking_accounts, ranks


class SourceCommands(LedgerCommands):
    """Commands of the ledger, and those on who feeds which account."""

    async def sources(self, account_id: AccountId) -> tuple[AccountSource, ...]:
        """List who tells of an account, the one in charge first."""
        return await self._database.read_aside(lambda db, _: linking_accounts.load_sources(db, account_id))

    async def alike_accounts(self) -> tuple[AlikeAccounts, ...]:
        """Find accounts that seem to be one at the bank; whether they are, a person says by `link_accounts`."""
        return await self._database.read_aside(lambda db, _: alike_accounts.find_alike(db))

    async def link_accounts(self, kept: AccountId, other: AccountId) -> Done:
        """Make one account of two: the sources and rows of the second go to the first; one step of undo.

        Raises:
            UsageError: They cannot be one.
        """
        return await self._command(lambda db, now: linking_accounts.link_accounts(db, kept, other, now))

    async def set_rank(self, source: SourceAccountId, rank: int) -> Done:
        """Say how much a source's word counts in its account.

        Raises:
            UsageError: There is no such source.
        """
        return await self._command(lambda db, now: ranks.set_rank(db, source, rank, now))
