"""The part of the facade that adds up: what the Insights page shows, of one moment of the ledger."""

from datetime import date

from budgetsync.domain.insights import Insights, Scope
from budgetsync.domain.ports import Clock
from budgetsync.store.database import Database
from budgetsync.store.insights import load_first_day, load_insights


class InsightQueries:
    """Adding up. Nothing here changes anything."""

    _database: Database
    _clock: Clock

    async def insights(self, scope: Scope) -> Insights:
        """Add up a stretch of days: balances, months, categories, merchants, what comes again.

        Everything is of one snapshot of the ledger. Whoever asks again cancels the last one: it ends in the
        database, too.
        """
        today = self._clock.now().astimezone().date()
        return await self._database.search(lambda db: load_insights(db, scope, today))

    async def first_day(self) -> date | None:
        """Tell the day of the oldest row that counts: where "all" begins. None without rows."""
        return await self._database.read(load_first_day)
