"""The part of the facade that shows one row closely: all that hangs on it, and what it may be the same as."""

from collections.abc import Sequence

from budgetsync.core_search import LedgerSearches
from budgetsync.domain.details import Details, Summary
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import Transaction
from budgetsync.store import candidates, details

_CANDIDATES = 6


class LedgerDetails(LedgerSearches):
    """Rows looked at one by one."""

    async def details(self, transaction_id: TransactionId) -> Details:
        """Everything that is known of a row, as of one moment.

        Raises:
            UsageError: There is no such row.
        """
        return await self._database.read(lambda db: details.load_details(db, transaction_id))

    async def summary(self, transaction_ids: Sequence[TransactionId]) -> Summary:
        """What several rows come to; a caller that is cancelled ends it."""
        return await self._database.search(lambda db: details.load_summary(db, transaction_ids))

    async def merge_candidates(
        self, transaction_id: TransactionId, limit: int = _CANDIDATES
    ) -> list[Transaction]:
        """Rows of the same account that a row may be one with, the likeliest first."""
        return await self._database.read(lambda db: candidates.load_candidates(db, transaction_id, limit))
