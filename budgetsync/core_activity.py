"""The part of the facade that tells what was done to the ledger: runs, and the audit trail."""

from budgetsync.domain.activity import AuditFilter, AuditPage, Narrowing, RunDetails, RunFilter, RunPage
from budgetsync.domain.ids import RunId
from budgetsync.store import activity, trail
from budgetsync.store.database import Database

PAGE = 200
"""Entries of a page where nobody says otherwise."""


class ActivityQueries:
    """What was done, by whom and when. Lists go page by page: each says where the next one goes on."""

    _database: Database

    async def runs(
        self,
        wanted: RunFilter = RunFilter(),  # noqa: B008 - frozen
        limit: int = PAGE,
        before: RunId | None = None,
    ) -> RunPage:
        """The newest runs.

        Args:
            before: `following` of the page before; None = from the newest on.
        """
        return await self._database.search(lambda db: activity.load_runs(db, wanted, limit, before))

    async def run_details(self, run_id: RunId) -> RunDetails:
        """Everything about one run: what it changed and decided, and the webhooks that caused it.

        Raises:
            UsageError: There is no such run.
        """
        return await self._database.read(lambda db: activity.load_run(db, run_id))

    async def audit(
        self,
        wanted: AuditFilter = AuditFilter(),  # noqa: B008 - frozen
        limit: int = PAGE,
        before: int | None = None,
    ) -> AuditPage:
        """The newest changes of rows; a query whose caller is cancelled is ended in the database, too.

        Args:
            before: `following` of the page before; None = from the newest on.
        """
        return await self._database.search(lambda db: trail.load_trail(db, wanted, limit, before))

    async def activity_narrowing(self) -> Narrowing:
        """The connections and accounts to which a list of activity can be narrowed."""
        return await self._database.read(activity.load_narrowing)
