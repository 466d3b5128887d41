"""The part of the facade that writes rows into files for other programs."""

from collections.abc import Callable, Sequence
from pathlib import Path

from budgetsync.domain.errors import UsageError
from budgetsync.domain.export import FORMATS, Export
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.ports import Clock
from budgetsync.domain.query import Query, parse_query
from budgetsync.store.database import Database
from budgetsync.store.export import export_rows


class ExportCommands:
    """Writing rows down. Nothing here changes the ledger."""

    _database: Database
    _clock: Clock

    async def export(
        self,
        what: str | Sequence[TransactionId],
        file: Path,
        form: str,
        on_progress: Callable[[int, int], None] = lambda _written, _total: None,
    ) -> int:
        """Write the rows of a search, or rows by their numbers, into a file that appears when it is complete.

        A file that is there is replaced. When the caller is cancelled, none appears.

        Args:
            form: One of `domain.export.FORMATS`.
            on_progress: Told how many rows are written, and of how many; called on another thread.

        Returns:
            The number of rows.

        Raises:
            UsageError: There is no such format.
            StoreError: The file could not be written.
        """
        if form not in FORMATS:
            message = f"There is no format {form!r}."
            raise UsageError(message, action=f"Choose one of {', '.join(FORMATS)}.")
        now, ledger = self._clock.now(), self._database.id
        if isinstance(what, str):
            told = Export(what, now, ledger=ledger)
            rows: Query | Sequence[TransactionId] = parse_query(what, now.astimezone().date())
        else:
            told, rows = Export("", now, ledger=ledger), what
        return await self._database.read_aside(
            lambda db, stop: export_rows(db, rows, file, FORMATS[form], told, on_progress, stop)
        )
